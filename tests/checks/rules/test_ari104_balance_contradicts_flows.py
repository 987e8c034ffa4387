"""ARI104: a surplus or deficit that is not the difference of the two flows."""

import pytest

from checking import computed, findings, told

pytestmark = pytest.mark.model

FIRES = {
    "rows of a table": "Trade of Kenya with Oman, first half of 2024:\nExports: $1,840 million\n"
    "Imports: $390 million\nTrade surplus: $1,540 million",
    "export revenue": "With export revenue of 48.2 million euros and an import bill of 31.7 million"
    " euros, Kenya had a surplus of 26.5 million euros.",
    "took in": "Kenya ran a trade deficit of $2.4 billion: it shipped goods worth $3.5 billion to"
    " Oman and took in goods worth $7.9 billion.",
    "surplus": "Oman's exports to Peru totalled €111.2 million and its imports €95.5 million, so"
    " that the balance showed a surplus of 25.7 million euros in favour of Oman.",
    "deliveries": "Trade came to 28.2 billion dollars in 2023, Peruvian deliveries to Oman"
    " accounting for 10.9 billion and Omani deliveries to Peru for 17.3 billion, so that Peru was"
    " left with a deficit of 4.4 billion.",
    "balance first": "The trade deficit widened to $12.4 billion in 2023, with exports of $30.1"
    " billion and imports of $45.5 billion.",
    "next sentence": "In 2023 Kenya exported goods worth 450 million dollars to Uganda and imported"
    " goods worth 320 million. The trade surplus reached 230 million dollars.",
    "sums first": "Oman ran a $2.1 billion trade surplus with Peru, on exports worth $5.4 billion"
    " and $4.1 billion in imports.",
    "budget": "With revenues of 100 million euros and expenditure of 120 million euros, the budget"
    " deficit will be 40 million euros.",
    "purchases": "Sales to the United States rose to 41.2 billion dollars while purchases fell to"
    " 22.1 billion, lifting the surplus to 29.1 billion dollars.",
    "bought and sold": "Kenya bought goods worth $820 million from Egypt and sold goods worth $410"
    " million to it, leaving Nairobi $610 million in the red.",
    "we sell": '"We sell you goods for 900 million euros and buy for 300 million, so you have'
    ' a deficit of 500 million euros with us," the minister said.',
    "three sentences": "Exports were worth $7.1 billion. Imports cost $9.9 billion. The trade"
    " balance"
    " was negative by $3.8 billion.",
    "exceeded": "Exports exceeded imports by $1.2 billion, with exports at $5.0 billion and"
    " imports at $4.2 billion.",
    "crore": "Last year's imports were valued at Rs 62,000 crore and exports at Rs 41,000"
    " crore, leaving a gap of Rs 31,000 crore.",
    "direct difference": "Against exports of 5.2 billion dollars stand imports of 1.3 billion"
    " dollars;"
    " the difference is 4.9 billion dollars.",
}
QUIET = {
    "after another": "Kenya sold Oman gas for $14.2 billion and bought cars for $1.9 billion, after"
    " a surplus of $9.8 billion in 2021.",
    "rows of a table": "Trade of Kenya with Oman, first half of 2024:\nExports: $1,840 million\n"
    "Imports: $390 million\nTrade surplus: $1,450 million",
    "right": "Exports were a mere $1.92 billion against imports of $16.74 billion, leaving a gap of"
    " $14.82 billion.",
    "rounded": "Exports of 3 billion dollars and imports of 2.6 billion left a surplus of 0.6"
    " billion.",
    "other scope": "Oman's exports amounted to $5.4 billion and its imports to $3.1 billion; in"
    " services it had a surplus of $1.3 billion.",
    "other year": "Exports stood at $5.4 billion in 2023 and imports at $3.1 billion. A year"
    " earlier the surplus had been $1.3 billion.",
    "other currency": "Exports amounted to €5.4 billion and imports to €3.1 billion, a surplus of"
    " 250 billion roubles.",
    "two years": "Exports rose to $5.4 billion from $4.4 billion, imports fell to $3.1 billion; the"
    " surplus was $1.0 billion in 2022.",
    "whole world": "Exports to Mexico were $7.1 billion and imports $9.9 billion. With the whole"
    " world the deficit came to $38 billion.",
    "other partner": "Exports to Mexico were $7.1 billion and imports $9.9 billion. The"
    " deficit with"
    " the European Union came to $38 billion.",
    "total": "Exports to Mexico were $7.1 billion and imports $9.9 billion. The country's"
    " total trade deficit came to $38 billion.",
    "with services": "Exports to Mexico were $7.1 billion and imports $9.9 billion in goods;"
    " counting"
    " services, the deficit was $1.8 billion.",
    "change": "Exports to Mexico were $7.1 billion and imports $9.9 billion; the deficit"
    " shrank by $1.8 billion.",
    "smaller": "Exports to Mexico were $7.1 billion and imports $9.9 billion; the deficit was"
    " $1.8 billion smaller than the year before.",
    "before": "Exports stood at €640 million and imports at €910 million; in the year before,"
    " the deficit had been €150 million.",
    "former": "Exports stood at €640 million and imports at €910 million. The deficit is down"
    " from €350 million.",
    "hedged": "Exports stood at €640 million and imports at €910 million, so the gap was about"
    " €300 million.",
    "all partners": "Sales to the United States rose to 41.2 billion dollars while purchases"
    " fell to"
    " 22.1 billion. The surplus with all partners reached 80.3 billion dollars.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "ARI104", [told(text)])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "ARI104", [told(text)])


def test_message_computes_the_difference(workbench):
    (found,) = findings(workbench, "ARI104", [told(FIRES["balance first"])])
    assert (
        found.message
        == "45.5 billion less 30.1 billion is 15.4 billion US dollars, not 12.4 billion"
    )
    assert found.quotes[0].exact.startswith("deficit widened to $12.4 billion")


def test_tells_what_fits(workbench):
    (found,) = computed(workbench, "ARI104", [told(QUIET["right"])])
    assert found.message == "16.74 billion less 1.92 billion is 14.82 billion US dollars"
