import pytest

from communique.records.comparing.labels import likeness, purpose_of, stem, stems, weight


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("transportation", "transports"),
        ("classes", "class"),
        ("centre", "centers"),
        ("defence", "defense"),
        ("programmes", "program"),
        ("modernisation", "modernization"),
        ("Delegación", "delegacion"),
    ],
)
def test_forms_of_one_word(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("port", "sport"), ("water", "waste")])
def test_two_words(one, other):
    assert stem(one) != stem(other)


def test_words_of_grammar_tell_nothing():
    assert stems("the unemployment of the last year") == (stem("unemployment"),)


def test_words_of_giving_tell_no_purpose(lore):
    told = purpose_of("provide 5 million euros in grants for two desalination plants", lore.sides)
    assert told.words == (stem("desalination"), stem("plants"))


def test_money_and_months_tell_no_purpose(lore):
    told = purpose_of("give 5 million US dollars and 3 million pula for wells in March", lore.sides)
    assert told.words == (stem("wells"),)


def test_names_are_told_apart(lore):
    told = purpose_of("launch the Green Harbour Challenge for ports", lore.sides)
    assert told.names == tuple(sorted({stem("Green"), stem("Harbour"), stem("Challenge")}))
    assert stem("ports") in told.words


def test_laws_are_where_money_comes_from(lore):
    told = purpose_of("spend 2 billion under the Coastal Recovery Act on bridges", lore.sides)
    assert stem("coastal") in told.sources
    assert told.words == (stem("bridges"),)


def test_parties_are_sides_and_known_ones_tell_nothing(lore):
    text = "repair Kenyan schools in Peru"
    assert "@PE" in purpose_of(text, lore.sides).words
    assert "@PE" not in purpose_of(text, lore.sides, {"PE"}).words


def test_owners_tell_no_purpose(lore):
    assert purpose_of("fund the minister's vineyards", lore.sides).words == (stem("vineyards"),)


def test_likeness_tells_both_shares():
    found = likeness({"rail", "port"}, {"rail", "port", "road", "bridge"})
    assert (found.cover, found.share, found.told) == (1.0, 0.5, 2)
    assert found == likeness({"rail", "port", "road", "bridge"}, {"rail", "port"})


def test_names_count_double():
    assert weight({"rail", "lakes"}, {"lakes"}) == 3


def test_nothing_is_like_nothing():
    assert likeness((), ()).told == 0
