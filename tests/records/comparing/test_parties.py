import pytest

from communique.model.claim import Party
from communique.records.comparing.parties import PART, tokens_of
from tellings import PARTIES


@pytest.mark.parametrize(
    ("party", "side"),
    [
        pytest.param(Party("Kazakhstan", "KZ"), "KZ", id="state"),
        pytest.param(Party("European Union", "EU"), "EU", id="union"),
        pytest.param(Party("European Commission"), "EU", id="institution-of-the-union"),
        pytest.param(Party("U.S. Congress"), "US", id="parliament"),
        pytest.param(Party("U.S. Department of State"), "US", id="ministry"),
        pytest.param(Party("Central Asia"), "Central Asia", id="grouping"),
        pytest.param(Party("Heron Shipping"), "Heron Shipping", id="unknown"),
        pytest.param(Party("European Bank for Reconstruction and Development", "EBRD"), "EBRD",
                     id="no-body-of-the-union"),
    ],
)  # fmt: skip
def test_whose_side_a_party_is_on(lore, party, side):
    assert lore.sides.of_party(party) == side


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("KZ", "KZ", 1, id="same"),
        pytest.param("Central Asia", "KZ", PART, id="member"),
        pytest.param("EU", "FR", PART, id="member-state"),
        pytest.param("Central Asia", "C5+1", PART, id="grouping-within"),
        pytest.param("KZ", "UZ", 0, id="neighbours"),
        pytest.param("EU", "GB", 0, id="has-left"),
    ],
)
def test_how_far_sides_agree(lore, one, other, expected):
    assert lore.sides.agreement(one, other) == expected
    assert lore.sides.agreement(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "shared", "left", "right"),
    [
        pytest.param(("EU", "KZ"), ("EU", "KZ"), 2, set(), set(), id="same"),
        pytest.param(("EU", "KZ"), ("EU", "OM"), 1, {"KZ"}, {"OM"}, id="other-counterpart"),
        pytest.param(("EU", "Central Asia"), ("EU", "KG", "KZ", "UZ"), 2, set(), set(),
                     id="grouping-told-by-its-members"),
        pytest.param((), ("EU",), 0, set(), {"EU"}, id="nobody"),
    ],
)  # fmt: skip
def test_what_sets_of_sides_have_in_common(lore, one, other, shared, left, right):
    found = lore.sides.meeting(one, other)
    assert (found.shared, found.left, found.right) == (shared, left, right)
    back = lore.sides.meeting(other, one)
    assert (back.shared, back.left, back.right) == (shared, right, left)


@pytest.mark.parametrize(
    ("sides", "several"),
    [((), False), (("KZ",), False), (("KZ", "EU"), True), (("KZ", "Central Asia"), False)],
)
def test_a_grouping_and_its_member_are_not_two(lore, sides, several):
    assert lore.sides.several(sides) is several


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Central Asia – EU Summit", ["@Central Asia", "@EU", "Summit"], id="names"),
        pytest.param("U.S.-Kazakh talks", ["@US", "@KZ", "talks"], id="points-and-adjectives"),
        pytest.param("it is in no way", ["it", "is", "in", "no", "way"], id="codes-that-are-words"),
        pytest.param("C5+1 meeting", ["@C5+1", "meeting"], id="plus"),
    ],
)
def test_names_of_parties_are_folded(lore, name, expected):
    assert list(lore.sides.folded(tokens_of(name))) == expected


def test_a_soft_hyphen_is_no_letter():
    assert tokens_of("Co\u00adoperation") == ("Cooperation",)


def test_regions_without_bounds_are_vague(lore):
    assert lore.sides.vague("Europe")
    assert not lore.sides.vague("Central Asia")
    assert lore.sides.plural("Central Asia")
    assert not lore.sides.plural("EU")
    assert lore.sides.of_party(PARTIES["KZ"]) in lore.sides.members("Central Asia")
