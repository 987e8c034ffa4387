"""OFF301: two people named as holders of one post at one time."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

ANA = "Foreign Minister Ana Diaz of Peru"
FIRES = {
    "in turn": [
        told(f"{ANA} received the ambassador of Oman.", "2024-03-04"),
        told("Luis Moser, Peru's foreign minister, spoke in Geneva.", "2024-04-09"),
        told(f"{ANA} will visit Nairobi next month.", "2024-05-02"),
    ],
    "on one day": [
        told("President Ana Diaz of Peru opened the forum in Lima.", "2024-03-04"),
        told("The President of Peru, Luis Moser, met the Sultan of Oman.", "2024-03-04"),
    ],
    "of one event": [
        told("On 4 March, Peruvian Defence Minister Ana Diaz visited Oman.", "2024-03-05"),
        told("Oman: the Minister of Defence of Peru, Luis Moser, came on 4 March.", "2024-03-07"),
    ],
    "an institution": [
        told("NATO Secretary General Ana Diaz met the President of Peru.", "2024-03-04"),
        told("The Secretary-General of NATO, Luis Moser, spoke in Oslo.", "2024-03-04"),
    ],
    "a ministry of its own minister": [
        told(
            "Minister of Foreign Affairs Ana Diaz received the ambassador of Oman.",
            "2024-03-04",
            publisher="Ministry of Foreign Affairs of Peru",
        ),
        told("Peru's Foreign Minister Luis Moser spoke in Geneva.", "2024-03-04"),
    ],
}
FIRES |= {
    "who inaugurated something": [
        told("The Minister of Health of Peru, Ana Diaz, was welcomed in Oslo.", "2024-03-04"),
        told("Peru's health minister, Luis Moser, inaugurated a ward in Lima.", "2024-03-08"),
    ],
    "within days": [
        told("Peru's Minister of Fisheries, Ana Diaz, opened the fair in Lima.", "2024-03-04"),
        told("The law comes late, Peru's Fisheries Minister Luis Moser said.", "2024-03-09"),
    ],
    "ambassadors to one state": [
        told("The Ambassador of Peru to Oman, Ana Diaz, gave a reading.", "2024-03-04"),
        told("Peru's ambassador to Oman, Luis Moser, toured the port.", "2024-03-08"),
    ],
}
QUIET = {
    "who was inaugurated": [
        told("The President of Peru, Ana Diaz, was welcomed in Oslo.", "2024-03-04"),
        told("Peru's President Luis Moser was inaugurated in Lima.", "2024-03-08"),
    ],
    "change told": [
        told("Peru's Minister of Fisheries, Ana Diaz, opened the fair in Lima.", "2024-03-04"),
        told("Luis Moser was appointed Minister of Fisheries of Peru.", "2024-03-07"),
        told("Peru's Minister of Fisheries, Luis Moser, spoke in Callao.", "2024-03-09"),
    ],
    "ambassadors to two states": [
        told("The Ambassador of Peru to Oman, Ana Diaz, gave a reading.", "2024-03-04"),
        told("Peru's ambassador to Kenya, Luis Moser, toured the port.", "2024-03-10"),
    ],
    "ministers of state": [
        told("Peru's Minister of State for Trade, Ana Diaz, gave a reading.", "2024-03-04"),
        told("Peru's Minister of State for Trade, Luis Moser, toured the port.", "2024-03-10"),
    ],
    "succession": [
        told(f"{ANA} received the ambassador of Oman.", "2024-03-04"),
        told("Luis Moser, Peru's foreign minister, spoke in Geneva.", "2024-09-09"),
    ],
    "former": [
        told(f"{ANA} received the ambassador of Oman.", "2024-03-04"),
        told("Peru's former foreign minister Luis Moser spoke in Geneva.", "2024-03-09"),
        told(f"{ANA} will visit Nairobi next month.", "2024-05-02"),
    ],
    "acting": [
        told(f"{ANA} received the ambassador of Oman.", "2024-03-04"),
        told("Peru's acting foreign minister Luis Moser spoke in Geneva.", "2024-03-09"),
        told(f"{ANA} will visit Nairobi next month.", "2024-05-02"),
    ],
    "elect": [
        told("President Ana Diaz of Peru opened the forum in Lima.", "2024-03-04"),
        told("President-elect Luis Moser of Peru met the Sultan of Oman.", "2024-03-04"),
    ],
    "another time": [
        told(f"{ANA} received the ambassador of Oman.", "2024-03-04"),
        told("In 2015 Foreign Minister Luis Moser of Peru signed the pact.", "2024-03-09"),
        told(f"{ANA} will visit Nairobi next month.", "2024-05-02"),
    ],
    "another state": [
        told(f"{ANA} received the ambassador of Oman.", "2024-03-04"),
        told("Kenya's foreign minister, Luis Moser, spoke in Geneva.", "2024-03-04"),
    ],
    "deputy": [
        told(f"{ANA} received the ambassador of Oman.", "2024-03-04"),
        told("Peru's Deputy Foreign Minister Luis Moser spoke in Geneva.", "2024-03-04"),
    ],
    "several ambassadors": [
        told("The Ambassador of Peru, Ana Diaz, spoke in Muscat.", "2024-03-04"),
        told("The Ambassador of Peru, Luis Moser, spoke in Nairobi.", "2024-03-04"),
    ],
    "two spellings": [
        told("President Sergei Lindqvist of Peru opened the forum.", "2024-03-04"),
        told("The President of Peru, Sergey Lindqvist, met the Sultan.", "2024-03-04"),
    ],
    "two ministers of trade": [
        told("Peru's Minister of Trade Ana Diaz opened the fair.", "2024-03-04"),
        told("Peru's Minister of Foreign Trade Luis Moser opened the fair.", "2024-03-04"),
    ],
    "one came back": [
        told(f"{ANA} received the ambassador of Oman.", "2024-01-04"),
        told("Peru's Foreign Minister Luis Moser spoke in Geneva.", "2024-02-09"),
        told("Ana Diaz was sworn in as Foreign Minister of Peru again.", "2024-04-01"),
        told(f"{ANA} will visit Nairobi next month.", "2024-05-02"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "OFF301", documents)
    assert found.quotes[0].subject


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "OFF301", documents)


def test_message_names_the_days(workbench):
    (found,) = findings(workbench, "OFF301", FIRES["in turn"])
    assert found.message == (
        "Luis Moser is named as foreign minister of Peru on 9 April 2024, between 4 March 2024"
        " and 2 May 2024, when it is Ana Diaz"
    )
    assert [quote.exact for quote in found.quotes] == [
        "Luis Moser, Peru's foreign minister",
        ANA,
        ANA,
    ]
    assert [quote.subject for quote in found.quotes] == [True, False, False]


def two(one, other):
    """Reports of two days."""
    return [told(one, "2024-03-04"), told(other, "2024-03-06")]


@pytest.mark.parametrize(
    "documents",
    [
        two(
            "Central Bank of Kenya Governor Miriam Otieno spoke in Nairobi on reserves.",
            "Daniel Kiprono, governor of the Central Bank of Kenya, met bankers in Nairobi.",
        ),
        two(
            "National Bank of Georgia President Giorgi Lomidze said that inflation was low.",
            "The President of the National Bank of Georgia, Nino Kapanadze, received guests.",
        ),
        two(
            "The Secretary-General of the Andean Grain Council, Rosa Paredes, spoke in Quito.",
            "Andean Grain Council Secretary-General Luis Moser visited Lima.",
        ),
    ],
)
def test_institutions_that_no_list_has(workbench, documents):
    assert len(findings(workbench, "OFF301", documents)) == 1


@pytest.mark.parametrize(
    "documents",
    [
        two(
            "The Governor of the Bank of Namibia, Petrus Shikongo, spoke on reserves.",
            "Selma Hangula, Deputy Governor of the Bank of Namibia, met bankers.",
        ),
        two(
            "National Bank of Georgia President Giorgi Lomidze said that inflation was low.",
            "The President of Georgia, Nino Kapanadze, received guests.",
        ),
        two(
            "Ana Diaz, governor of the Island Growth Fund for Togo, spoke in Lomé.",
            "Luis Moser, governor of the Island Growth Fund for Ghana, spoke in Accra.",
        ),
        two(
            "Federal Reserve Bank of Dallas President Ruth Olsen spoke on prices.",
            "Tom Baker, president of the Federal Reserve Bank of Boston, spoke on wages.",
        ),
    ],
)
def test_other_posts_and_branches_of_institutions(workbench, documents):
    assert not findings(workbench, "OFF301", documents)
