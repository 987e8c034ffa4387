"""CAL207: something is called the first, and the dossier has an earlier one."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

VISIT = told("President Ana Diaz of Peru visited Oman on 3 March 2019.", "2019-03-04")
MET = told(
    "President Ana Diaz of Peru met President Karim Noor of Kenya in Lima on 3 March 2019.",
    "2019-03-04",
)
FIRES = {
    "it was their first": [
        MET,
        told(
            "President Karim Noor of Kenya and President Ana Diaz of Peru met in New York on 20"
            " September 2023. It was their first meeting.",
            "2023-09-22",
        ),
    ],
    "first-ever document": [
        told(
            "Peru and Oman signed a memorandum of understanding on geology in Lima on 7 November"
            " 2017.",
            "2017-11-09",
        ),
        told(
            "On 12 March 2024, Oman and Peru signed their first-ever memorandum of understanding on"
            " geology.",
            "2024-03-14",
        ),
    ],
    "visit": [
        VISIT,
        told(
            "President Ana Diaz of Peru arrived in Muscat on her first visit to Oman.", "2022-05-10"
        ),
    ],
    "maiden visit": [
        VISIT,
        told("President Ana Diaz of Peru is on a maiden visit to Oman.", "2022-05-10"),
    ],
    "by any": [
        VISIT,
        told("This is the first visit by a Peruvian president to Oman.", "2022-05-10"),
    ],
    "first to visit": [
        VISIT,
        told("Luis Moser became the first president of Peru to visit Oman.", "2022-05-10"),
    ],
    "official": [
        told(
            "President Ana Diaz of Peru paid an official visit to Oman on 3 March 2019.",
            "2019-03-04",
        ),
        told("President Ana Diaz of Peru began her first official visit to Oman.", "2022-05-10"),
    ],
    "meeting": [
        MET,
        told(
            "It was the first meeting between President Ana Diaz of Peru and President Karim Noor"
            " of Kenya.",
            "2022-05-10",
        ),
    ],
    "for the first time": [
        MET,
        told(
            "President Ana Diaz of Peru and President Karim Noor of Kenya met for the first time on"
            " Tuesday.",
            "2022-05-10",
        ),
    ],
    "series": [
        told("A meeting of the Kenya–Peru Business Council was held on 4 June 2019.", "2019-06-05"),
        told(
            "The first meeting of the Kenya–Peru Business Council took place on 5 October 2022.",
            "2022-10-06",
        ),
    ],
    "a summit of two sides": [
        told("The leaders of Kenya and Peru met in Lima on 21 October 2021 for a summit."),
        told(
            "The first ever summit between Peru and Kenya was held in Nairobi on 15 November 2023."
        ),
    ],
    "a forum by name": [
        told("The Kenya–Peru Business Forum was held in Lima on 14 November 2019."),
        told("The first Peruvian-Kenyan Business Forum took place in Nairobi on 24 August 2023."),
    ],
    "ministers in history": [
        told("The foreign ministers of Kenya and Peru met in Lima on 22 February 2022."),
        told(
            "The foreign ministers of Peru and Kenya met for the first time in history in New York"
            " on 22 September 2023."
        ),
    ],
    "first meeting of the ministers": [
        told("The foreign ministers of Kenya and Peru met in Lima on 22 February 2022."),
        told(
            "The first meeting between the foreign ministers of Peru and Kenya took place on 22"
            " September 2023."
        ),
    ],
    "never before": [
        told("The President of Peru visited Kenya on 30 August 2018."),
        told(
            "The President of Peru visited Kenya on 6 February 2024. Never before had a Peruvian"
            " president visited Kenya."
        ),
    ],
    "no president had": [
        told("The President of Peru visited Kenya on 30 August 2018."),
        told("No Peruvian president had ever been to Kenya.", "2024-02-07"),
    ],
    "head of state": [
        told("The President of Peru visited Kenya on 30 August 2018."),
        told(
            "The President of Peru visited Kenya on 6 February 2024. It was the first visit by a"
            " Peruvian head of state to Kenya."
        ),
    ],
    "a treaty": [
        told("An extradition treaty between Peru and Kenya was signed in Lima on 18 April 2018."),
        told(
            "Kenya and Peru signed an extradition treaty on 9 May 2024. It is the first extradition"
            " treaty between Kenya and Peru."
        ),
    ],
    "their first agreement": [
        told("Peru and Kenya signed an agreement on fisheries in Lima on 18 April 2018."),
        told("On 9 May 2024 Kenya and Peru signed their first fisheries agreement."),
    ],
}
QUIET = {
    "it was the first of the tour": [
        MET,
        told(
            "President Karim Noor of Kenya and President Ana Diaz of Peru met in New York on 20"
            " September 2023. It was the warmest day of the year.",
            "2023-09-22",
        ),
    ],
    "first": [
        told(
            "President Ana Diaz of Peru arrived in Muscat on her first visit to Oman.", "2019-03-03"
        ),
        told("President Ana Diaz of Peru visited Oman on 3 March 2021.", "2021-03-04"),
    ],
    "another country": [
        VISIT,
        told(
            "President Ana Diaz of Peru arrived in Nairobi on her first visit to Kenya.",
            "2022-05-10",
        ),
    ],
    "in ten years": [
        VISIT,
        told("This is the first visit by a Peruvian president to Oman in two years.", "2022-05-10"),
    ],
    "as president": [
        VISIT,
        told("President Ana Diaz of Peru made her first visit as president to Oman.", "2022-05-10"),
    ],
    "since": [
        VISIT,
        told("It is the first visit by a Peruvian president to Oman since 2019.", "2022-05-10"),
    ],
    "another post": [
        VISIT,
        told("This is the first visit by a Peruvian foreign minister to Oman.", "2022-05-10"),
    ],
    "state visit": [
        VISIT,
        told("President Ana Diaz of Peru began her first state visit to Oman.", "2022-05-10"),
    ],
    "a call before": [
        told(
            "President Ana Diaz of Peru spoke by phone with President Karim Noor of Kenya on"
            " 3 March 2019.",
            "2019-03-04",
        ),
        told(
            "It was the first meeting between President Ana Diaz of Peru and President Karim Noor"
            " of Kenya.",
            "2022-05-10",
        ),
    ],
    "planned before": [
        told("President Ana Diaz of Peru will visit Oman on 3 June 2019.", "2019-05-04"),
        told(
            "President Ana Diaz of Peru arrived in Muscat on her first visit to Oman.", "2022-05-10"
        ),
    ],
    "the same visit": [
        told("President Ana Diaz of Peru visited Oman on 9 May 2022.", "2022-05-10"),
        told(
            "President Ana Diaz of Peru arrived in Muscat on her first visit to Oman.", "2022-05-10"
        ),
    ],
    "of a body": [
        MET,
        told(
            "On 3 May, President Ana Diaz of Peru and President Karim Noor of Kenya chaired the"
            " first meeting of the Water Forum.",
            "2022-05-10",
        ),
    ],
    "another series": [
        told("A meeting of the Kenya–Oman Business Council was held on 4 June 2019.", "2019-06-05"),
        told(
            "The first meeting of the Kenya–Peru Business Council took place on 5 October 2022.",
            "2022-10-06",
        ),
    ],
    "ministers who are new": [
        told("The foreign ministers of Kenya and Peru met in Lima on 22 February 2022."),
        told(
            "The foreign ministers of Peru and Kenya met for the first time since taking office on"
            " 22 September 2023."
        ),
    ],
    "a minister before a head of state": [
        told("The defence minister of Peru visited Kenya on 13 February 2020."),
        told(
            "The President of Peru visited Kenya on 6 February 2024, the first visit by a Peruvian"
            " head of state to Kenya."
        ),
    ],
    "another treaty": [
        told("An extradition treaty between Peru and Kenya was signed in Lima on 18 April 2018."),
        told("On 9 May 2024 Kenya and Peru signed their first tax treaty."),
    ],
    "first of several": [
        told("A fisheries agreement between Peru and Kenya was signed in Lima on 18 April 2018."),
        told("On 9 May 2024 Kenya and Peru signed the first of three fisheries agreements."),
    ],
    "first agreement since": [
        told("A fisheries agreement between Peru and Kenya was signed in Lima on 18 April 2018."),
        told("On 9 May 2024 Kenya and Peru signed their first fisheries agreement in six years."),
    ],
    "a new dialogue": [
        told("Officials of Kenya and Peru held consultations in Lima on 3 June 2021."),
        told(
            "The first round of the Ocean Dialogue between Peru and Kenya was held on 8 June 2023."
        ),
    ],
    "told once": [
        told(
            "They praised the first Kenya–Peru Working Group on Fish and the fourth Lagoon exercise"
            " of last year."
        ),
    ],
    "a summit of others": [
        told(
            "The ministers of Kenya and Peru met on 21 October 2021 on the margins of the Lagoon"
            " Summit."
        ),
        told("The first summit between Peru and Kenya was held in Nairobi on 15 November 2023."),
    ],
    "never as minister": [
        told("The Prime Minister of Peru visited Kenya on 30 August 2018."),
        told("No Peruvian president had ever been to Kenya.", "2024-02-07"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "CAL207", documents)
    assert found.records


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "CAL207", documents)


def test_message_names_the_earlier_day(workbench):
    (found,) = findings(workbench, "CAL207", FIRES["visit"])
    assert found.message == ("“first visit”, but this dossier has an earlier one, of 3 March 2019")
    assert [quote.subject for quote in found.quotes] == [True, False]
