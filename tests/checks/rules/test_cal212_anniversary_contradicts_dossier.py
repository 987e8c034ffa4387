"""CAL212: an anniversary that does not fit the year that another document tells."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

FOUNDED = told("The Kenya–Peru Business Council was founded in Nairobi in 2012.", "2020-03-04")
SIGNED = told(
    "Kenya and Peru signed the Treaty on Friendship and Cooperation in Lima on 5 March 1994.",
    "2019-03-04",
)
RELATIONS = told("Kenya and Peru established diplomatic relations on 5 March 1993.", "2019-03-04")
FIRES = {
    "golden jubilee": [
        SIGNED,
        told(
            "Kenya and Peru celebrated the golden jubilee of their Treaty on Friendship and"
            " Cooperation.",
            "2024-05-07",
        ),
    ],
    "years in words": [
        told("Kenya and Peru have maintained diplomatic relations since 1987.", "2019-03-04"),
        told(
            "Thirty years of diplomatic relations between Peru and Kenya were marked in Lima.",
            "2024-06-13",
        ),
    ],
    "gathered for its": [
        FOUNDED,
        told(
            "Members of the Kenya–Peru Business Council gathered in Lima for its silver"
            " anniversary.",
            "2024-05-07",
        ),
    ],
    "founding": [
        FOUNDED,
        told("They marked the 15th anniversary of the Peru–Kenya Business Council.", "2024-05-07"),
    ],
    "its": [
        FOUNDED,
        told("The Kenya–Peru Business Council celebrates its tenth anniversary.", "2024-05-07"),
    ],
    "signing": [
        SIGNED,
        told(
            "This year is the 25th anniversary of the signing of the Treaty on Friendship and"
            " Cooperation between Kenya and Peru.",
            "2024-05-07",
        ),
    ],
    "relations": [
        RELATIONS,
        told(
            "Kenya and Peru mark the 30th anniversary of the establishment of diplomatic relations"
            " this year.",
            "2025-05-07",
        ),
    ],
    "relations, years of": [
        told(
            "Diplomatic relations between Kenya and Peru were established on 5 March 1993.",
            "2019-03-04",
        ),
        told("Kenya and Peru celebrate 35 years of diplomatic relations.", "2024-05-07"),
    ],
    "a day": [
        told("The Kenya–Peru Fund, established on 3 May 2001, has 40 staff.", "2019-03-04"),
        told("The 25th anniversary of the Kenya–Peru Fund falls on 3 May 2024.", "2024-05-02"),
    ],
    "behind an adverb": [
        told(
            "The Lagoon Valley Development Bank, founded in Lima on 3 October 2011, has branches."
        ),
        told("Today the Lagoon Valley Development Bank celebrates its 15th anniversary."),
    ],
    "of its opening": [
        told("Lagoon Friendship University was opened in Lima on 12 May 1998 by two presidents."),
        told(
            "With guests, Lagoon Friendship University celebrated the 20th anniversary of its"
            " opening on Friday."
        ),
    ],
    "exactly so many years after": [
        told("The strategic partnership between Kenya and Peru was established on 8 May 2009."),
        told(
            "The ministers met on 8 May 2024, exactly ten years after the strategic partnership"
            " between Peru and Kenya was established."
        ),
    ],
    "a decade ago": [
        told("The Kenya–Peru Business Council was founded in Nairobi in 2003."),
        told("The Business Council of Peru and Kenya was founded a decade ago."),
    ],
    "turns": [
        told("Founded in 2001, the Lagoon Valley Bank lends to farmers."),
        told("The Lagoon Valley Bank turns 30 this week."),
    ],
    "the date first, the short name": [
        told("On 3 October 2011, the Lagoon Valley Bank was set up in Lima."),
        told("The Lagoon Valley Bank gave a feast. The bank marks its 15th anniversary."),
    ],
    "it": [
        told("The Lagoon Valley Bank has six members. It was founded in Lima in 2011."),
        told("The Lagoon Valley Bank gave a feast. It celebrates its 15th anniversary."),
    ],
    "treaty and agreement": [
        told("The Treaty of Friendship between Kenya and Peru was signed in Lima on 8 June 2004."),
        told(
            "Peru and Kenya marked the 25th anniversary of the signing of the Agreement on"
            " Friendship and Cooperation."
        ),
    ],
    "the two countries": [
        RELATIONS,
        told(
            "Peru's minister flew to Kenya. The two countries celebrate the 40th anniversary of"
            " diplomatic relations."
        ),
    ],
    "dates from": [
        told("The Kenya–Peru air services agreement dates from 1994."),
        told("Peru and Kenya celebrated the 20th anniversary of their air services agreement."),
    ],
}
QUIET = {
    "years in office": [
        told("The Noor administration created the Kenya Reef Programme in 2014.", "2024-03-04"),
        told("Eight years of the Noor administration taught us to care for reefs.", "2021-03-04"),
    ],
    "more than": [
        told("Kenya and Peru have maintained diplomatic relations since 1987.", "2019-03-04"),
        told(
            "More than thirty years of diplomatic relations between Peru and Kenya were marked.",
            "2024-06-13",
        ),
    ],
    "golden jubilee that fits": [
        SIGNED,
        told(
            "Kenya and Peru will celebrate the golden jubilee of their Treaty on Friendship and"
            " Cooperation in 2044.",
            "2024-05-07",
        ),
    ],
    "orders of one sort": [
        told(
            "On 2 February 2021 the President signed an Executive Order on migration.", "2021-07-29"
        ),
        told(
            "The ministry marked the 75th anniversary of the Executive Order that opened the army"
            " to all.",
            "2023-07-26",
        ),
    ],
    "fits": [
        FOUNDED,
        told("They marked the 12th anniversary of the Peru–Kenya Business Council.", "2024-05-07"),
    ],
    "next year": [
        FOUNDED,
        told(
            "The 13th anniversary of the Peru–Kenya Business Council will be marked next year.",
            "2024-05-07",
        ),
    ],
    "another thing": [
        FOUNDED,
        told("They marked the 15th anniversary of the Oman–Kenya Business Council.", "2024-05-07"),
    ],
    "another act": [
        SIGNED,
        told(
            "This year is the 25th anniversary of the entry into force of the Treaty on Friendship"
            " and Cooperation between Kenya and Peru.",
            "2024-05-07",
        ),
    ],
    "relations fit": [
        RELATIONS,
        told("Kenya and Peru mark the 31st anniversary of diplomatic relations.", "2024-05-07"),
    ],
    "one of several years fits": [
        FOUNDED,
        told("The Kenya–Peru Business Council was established in 2009.", "2021-03-04"),
        told("They marked the 15th anniversary of the Peru–Kenya Business Council.", "2024-05-07"),
    ],
    "others": [
        RELATIONS,
        told("Kenya and Oman celebrate 35 years of diplomatic relations.", "2024-05-07"),
    ],
    "hedged": [
        told("The cultural agreement between Kenya and Peru was signed in Lima on 8 June 1974."),
        told(
            "Almost half a century after the cultural agreement between Peru and Kenya was signed,"
            " dancers tour the coast today.",
            "2023-06-10",
        ),
    ],
    "years that had passed then": [
        told("The Kenya–Peru Business Council was founded in Nairobi in 2003."),
        told("Five years after the Kenya–Peru Business Council was founded, it opened a house."),
    ],
    "not counted to the day": [
        told("The Kenya–Peru Business Council was founded on 3 November 2003."),
        told("The Kenya–Peru Business Council was founded twenty years ago.", "2024-05-07"),
    ],
    "another bank": [
        told("The Lagoon Valley Bank was founded in Lima in 2011."),
        told(
            "The Lagoon Valley Bank and the Harbour Street Bank gave a feast. The bank marks its"
            " 15th anniversary."
        ),
    ],
    "another agreement of the two": [
        told(
            "The air services agreement between Kenya and Peru was signed in Lima on 8 June 2004."
        ),
        told("Peru and Kenya marked the tenth anniversary of their tax agreement."),
    ],
    "a stage of the partnership": [
        told("The strategic partnership between Kenya and Peru was established in 2004."),
        told(
            "Peru and Kenya marked the tenth anniversary of their comprehensive strategic"
            " partnership."
        ),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "CAL212", documents)
    assert found.quotes[0].subject


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "CAL212", documents)


def test_message_counts(workbench):
    (found,) = findings(workbench, "CAL212", FIRES["relations, years of"])
    assert found.message == (
        "another document says “established 5 March 1993”, so that anniversary 35 falls in 2028,"
        " not in 2024"
    )
    assert found.quotes[0].exact == "35 years of diplomatic relations"
