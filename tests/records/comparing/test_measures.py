import pytest

from communique.model.terms import Indicator


@pytest.mark.parametrize(
    "label",
    [
        "trade turnover",
        "The total volume of mutual trade between Kenya and Peru",
        "Bilateral trade",
    ],
)
def test_all_of_an_indicator(lore, label):
    assert lore.measures.subject(Indicator.TRADE_TURNOVER, label) == ()


def test_a_part_of_an_indicator(lore):
    assert lore.measures.subject(Indicator.EXPORTS, "exports of wheat") == ("wheat",)


def test_vague_indicators_keep_their_words(lore):
    assert "unemploy" in lore.measures.subject(Indicator.OTHER, "unemployment rate")


@pytest.mark.parametrize(
    ("indicator", "label", "whose"),
    [
        (Indicator.EXPORTS, "Kenya's exports to Peru", "KE"),
        (Indicator.EXPORTS, "exports from Kenya to Peru", "KE"),
        (Indicator.EXPORTS, "Peruvian exports to Kenya", "PE"),
        (Indicator.EXPORTS, "exports to Kenya", ""),
        (Indicator.IMPORTS, "Peru's imports from Kenya", "PE"),
        (Indicator.GDP, "Kenya's GDP", ""),
    ],
)
def test_whose_exports_and_imports(lore, indicator, label, whose):
    assert lore.measures.exporter(indicator, label) == whose


def test_labels_of_two_parties(lore):
    assert lore.measures.between(Indicator.TRADE_TURNOVER, "trade between the two countries")
    assert lore.measures.between(Indicator.EXPORTS, "exports to Kenya")
    assert not lore.measures.between(Indicator.EXPORTS, "exports of wheat")
    assert not lore.measures.between(Indicator.GDP, "GDP")


@pytest.mark.parametrize(
    ("label", "sentence", "found"),
    [
        ("count", "Exports fell to 7 billion; the earlier count was 8 billion.", Indicator.EXPORTS),
        ("wheat", "Exports fell to 7 billion, and wheat to 1 billion.", None),
        ("count", "Exports and imports fell; the earlier count was 8 billion.", None),
        ("count", "The earlier count was 8 billion.", None),
    ],
)
def test_what_a_sentence_is_about(lore, label, sentence, found):
    assert lore.measures.meant(label, sentence) is found
