"""CAL205: a numbered gathering dated before one with a lower number."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

FIRES = {
    "of the foreign ministries": [
        told(
            "The fifth round of political consultations between the foreign ministries of Kenya and"
            " Peru took place in Lima on 14 June 2023.",
            "2023-06-16",
        ),
        told(
            "Peru and Kenya held the 4th round of political consultations in Nairobi on 31 January"
            " 2024.",
            "2024-02-02",
        ),
    ],
    "council": [
        told(
            "The second meeting of the Kenya–Peru Business Council was held on 12 March 2022.",
            "2022-03-13",
        ),
        told(
            "The first meeting of the Peru-Kenya Business Council took place on 5 October 2023.",
            "2023-10-06",
        ),
    ],
    "forum, Roman": [
        told(
            "The III Central Asia – European Union Economic Forum took place on 18 May 2023.",
            "2023-05-19",
        ),
        told(
            "Delegates gathered for the second European Union – Central Asia Economic Forum in"
            " November 2023.",
            "2023-11-19",
        ),
    ],
    "digits": [
        told("Muscat hosted the 5th Oman–Peru Investment Forum in 2019.", "2019-09-13"),
        told("The 4th Oman–Peru Investment Forum opened in Lima on 3 June 2021.", "2021-06-03"),
    ],
    "consultations": [
        told(
            "The third round of political consultations between Kenya and Peru was held in Lima on"
            " 2 March 2021.",
            "2021-03-03",
        ),
        told(
            "Kenya and Peru: the second round of political consultations between the foreign"
            " ministries of Kenya and Peru took place on 9 May 2022.",
            "2022-05-10",
        ),
        told(
            "The second round of political consultations between Kenya and Peru took place on"
            " 9 May 2022.",
            "2022-05-11",
        ),
    ],
    "one document": [
        told(
            "The second Kenya–Peru Energy Dialogue was held on 3 May 2021. The first Kenya–Peru"
            " Energy Dialogue had been held on 4 June 2022.",
            "2023-05-03",
        ),
    ],
    "a range of days": [
        told(
            "The seventh round of the Kenya–Peru trade talks was held in Lima in April 2021.",
            "2021-05-03",
        ),
        told("Nairobi hosted the sixth round of the Kenya–Peru trade talks from 9 to 11 May 2022."),
    ],
    "their own": [
        told("The 12th Kenya–Peru Strategic Dialogue met in Lima on 12 September 2023."),
        told("Peru and Kenya held their 11th Kenya–Peru Strategic Dialogue on 28 November 2023."),
    ],
    "an exercise by name": [
        told("From 8 to 12 August 2022 the navies held the third Silver Heron naval exercise."),
        told("The second Silver Heron naval exercise with Peru took place on 7 August 2023."),
    ],
    "parties of the sentence": [
        told("Kenya and Peru held the third session of the Joint Commission on 4 March 2021."),
        told(
            "The second session of the Peru–Kenya Intergovernmental Commission met on 5 May 2022."
        ),
    ],
    "the commission itself": [
        told("The third Kenya–Peru Joint Commission met in Lima on 4 March 2021."),
        told("On 5 May 2022 the second session of the Kenya-Peru Joint Committee was held."),
    ],
    "full and short name": [
        told(
            "The third session of the Kenya–Peru Joint Commission on Trade, Economic and Technical"
            " Cooperation was held on 4 March 2021."
        ),
        told("The second meeting of the Peru–Kenya Joint Commission was held on 5 May 2022."),
    ],
    "synonyms and adjectives": [
        told("The third Kenya–Peru Agriculture Forum was held on 4 March 2021."),
        told(
            "The second annual International Agricultural Forum of Peru and Kenya opened on 5 May"
            " 2022."
        ),
    ],
    "one proper name": [
        told("The third Lagoon Forum was held in Lima on 4 March 2021."),
        told("The second Lagoon Forum was held in Nairobi on 5 May 2022."),
    ],
    "short name later in the text": [
        told(
            "The Kenya–Peru Water Forum has its own secretariat. The third forum was held in Lima"
            " on 4 March 2021."
        ),
        told("The second Kenya–Peru Water Forum was held in Nairobi on 5 May 2022."),
    ],
    "the third": [
        told(
            "The second Kenya–Peru Water Forum was held in Nairobi on 5 May 2022. The third was"
            " held in Lima on 4 March 2021."
        ),
    ],
    "for the third time": [
        told("The Kenya–Peru Water Forum met for the third time in Lima on 4 March 2021."),
        told("The second Kenya–Peru Water Forum was held in Nairobi on 5 May 2022."),
    ],
    "date in the sentence before": [
        told(
            "Officials gathered in Lima on 4 March 2021. It was the third Kenya–Peru Water Forum."
        ),
        told("The second Kenya–Peru Water Forum opened in Nairobi. It was held on 5 May 2022."),
    ],
    "looking back": [
        told("The second Kenya–Peru Energy Dialogue was held in Nairobi.", "2021-05-03"),
        told("Lima hosted the inaugural Kenya–Peru Energy Dialogue on 4 June 2022.", "2022-06-05"),
    ],
}
QUIET = {
    "of other ministries": [
        told(
            "The fifth round of consultations between the defence ministries of Kenya and Peru took"
            " place in Lima on 14 June 2023.",
            "2023-06-16",
        ),
        told(
            "Peru and Kenya held the 4th round of political consultations in Nairobi on 31 January"
            " 2024.",
            "2024-02-02",
        ),
    ],
    "what came since": [
        told("At the second Summit on Rivers, held on 4 May 2022, Kenya spoke.", "2022-05-05"),
        told(
            "Since its launch at the first Summit on Rivers, Kenya has paid $46 million into the"
            " fund, including $31 million in 2023.",
            "2024-03-20",
        ),
    ],
    "in order": [
        told("The second Kenya–Peru Energy Dialogue was held on 3 May 2021.", "2021-05-03"),
        told("The third Kenya–Peru Energy Dialogue was held on 3 May 2022.", "2022-05-03"),
    ],
    "another series": [
        told("The second Kenya–Peru Energy Dialogue was held on 3 May 2021.", "2021-05-03"),
        told("The first Kenya–Peru Security Dialogue was held on 3 May 2022.", "2022-05-03"),
    ],
    "other parties": [
        told("The second Kenya–Peru Energy Dialogue was held on 3 May 2021.", "2021-05-03"),
        told("The first Kenya–Oman Energy Dialogue was held on 3 May 2022.", "2022-05-03"),
    ],
    "enlarged": [
        told(
            "The 19th ministerial meeting of the Kenya–Peru Council was held on 3 May 2021.",
            "2021-05-03",
        ),
        told(
            "The first enlarged meeting of the Kenya–Peru Council was held on 3 May 2022.",
            "2022-05-03",
        ),
    ],
    "own count": [
        told("The second Kenya–Peru Energy Dialogue was held on 3 May 2021.", "2021-05-03"),
        told(
            "It was the Minister's first Kenya–Peru Energy Dialogue, on 3 May 2022.", "2022-05-03"
        ),
    ],
    "within the year": [
        told("The second Kenya–Peru Energy Dialogue was held on 3 May 2021.", "2021-05-03"),
        told(
            "The first Kenya–Peru Energy Dialogue this year was held on 3 May 2022.", "2022-05-03"
        ),
    ],
    "looking back on the first": [
        told("The second Kenya–Peru Energy Dialogue was held on 3 May 2021.", "2021-05-03"),
        told("They recalled the first Kenya–Peru Energy Dialogue.", "2022-05-03"),
    ],
    "a committee under the commission": [
        told("The fifth session of the Kenya–Peru Joint Commission was held on 4 March 2021."),
        told(
            "The second session of the working group on fish of the Kenya–Peru Joint Commission"
            " was held on 5 May 2022."
        ),
    ],
    "a commission on one subject": [
        told("The fifth session of the Kenya–Peru Joint Commission was held on 4 March 2021."),
        told(
            "The second session of the Kenya–Peru Joint Commission on Fisheries was held on 5 May"
            " 2022."
        ),
    ],
    "ministerial and enlarged": [
        told("The 19th ministerial meeting of the Lagoon Dialogue was held on 4 March 2021."),
        told("The first enlarged meeting of the Lagoon Dialogue was held on 5 May 2022."),
    ],
    "a general name": [
        told("The third Energy Forum was held in Lima on 4 March 2021."),
        told("The second Energy Forum was held in Oslo on 5 May 2022."),
    ],
    "another forum in the text": [
        told(
            "The Kenya–Peru Water Forum and the Kenya–Oman Water Forum met. The third forum was"
            " held in Lima on 4 March 2021."
        ),
        told("The second Kenya–Peru Water Forum was held in Nairobi on 5 May 2022."),
    ],
    "the ministers' own": [
        told("The second Kenya–Peru Water Forum was held on 4 March 2021."),
        told("The new ministers held their first Kenya–Peru Water Forum on 5 May 2022."),
    ],
    "a part of it": [
        told("The tenth session of the Lagoon Council was held on 4 March 2021."),
        told("The second part of the ninth session of the Lagoon Council was held on 5 May 2022."),
    ],
    "the year before": [
        told("The second Kenya–Peru Energy Dialogue was held on 3 May 2021.", "2021-05-03"),
        told("The first Kenya–Peru Energy Dialogue was held in 2021.", "2022-05-03"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "CAL205", documents)
    assert found.quotes[0].subject


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "CAL205", documents)


def test_message_names_both_dates(workbench):
    (found,) = findings(workbench, "CAL205", FIRES["forum, Roman"])
    assert found.message == (
        "III Central Asia – European Union Economic Forum is dated 18 May 2023, before second"
        " European Union – Central Asia Economic Forum, November 2023"
    )
    assert found.quotes[0].exact == (
        "III Central Asia – European Union Economic Forum took place on 18 May 2023"
    )
