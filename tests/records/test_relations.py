from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.claim import Amount, Party
from communique.model.record import ClaimRef, DocumentFacts, Node, Record, RelationKind
from communique.records.relations import (
    inverse,
    offered,
    outline,
    relate,
    restates,
    sought,
)
from factory import OMAN, PERU, commitment, event

KENYA = Party("Kenya", "KE")


def made(lore, ident, exact, value, told="2024-03-01", part_of=None, document=None, **slots):
    """The outline of a record of one claim."""
    claim = commitment(
        exact, action=slots.pop("action", exact), amount=Amount(value, "EUR"), part_of=part_of,
        **slots,
    )  # fmt: skip
    ref = ClaimRef(document or ident, f"claim-{ident}")
    node = Node(ref, claim, DocumentFacts(ref.document, date.fromisoformat(told)))
    record = Record(
        id=ident, kind="commitment", head=claim, founder=ref, claims=(ref,),
        told_first=date.fromisoformat(told),
    )  # fmt: skip
    return outline(record, [node], lore.sides)


def related(lore, one, other):
    """How one stands to the other, once it is clear that the keys and the other way agree."""
    there, back = relate(one, other, lore.sides), relate(other, one, lore.sides)
    assert (there is None) == (back is None)
    if there is None or back is None:
        return None
    assert inverse(there, one.record) == back
    assert inverse(back, other.record) == there
    assert offered(one) & sought(other) or offered(other) & sought(one)
    return there.kind


@pytest.fixture(scope="module")
def loan(lore):
    exact = "Oman will lend Peru 12 million euros for the tramway in Arequipa"
    return made(lore, "loan", exact, 12_000_000)


@pytest.mark.parametrize(
    "exact",
    [
        "Oman has raised to 15 million euros its loan for the tramway in Arequipa",
        "Oman's loan for the tramway in Arequipa now totals 15 million euros",
        "an annex raising the loan for the tramway in Arequipa to 15 million euros",
        "Oman lends 15 million euros for the tramway, replacing the 12 million of last spring",
        "Oman topped up its loan, bringing the total for the tramway in Arequipa to 15 million",
    ],
)
def test_a_new_total_supersedes_the_former(lore, loan, exact):
    later = made(lore, "new", exact, 15_000_000, "2024-09-01")
    assert related(lore, later, loan) is RelationKind.SUPERSEDES
    assert related(lore, loan, later) is RelationKind.SUPERSEDED_BY


NO_TOTALS = [
    pytest.param("Oman will lend 15 million euros for the tramway in Arequipa", {}, id="no-words"),
    pytest.param("Oman raised to 15 million euros its loan for the fish market", {}, id="purpose"),
    pytest.param(
        "raised to 15 million euros the loan for the tramway in Arequipa", {"to": (KENYA,)},
        id="receiver",
    ),
    pytest.param(
        "raised to 15 million euros the loan for the tramway in Arequipa", {"by": ()},
        id="giver-unsaid",
    ),
    pytest.param(
        "raised to 15 million euros the loan for the tramway in Arequipa",
        {"told": "2024-01-01"},
        id="earlier",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("exact", "slots"), NO_TOTALS)
def test_what_is_no_new_total(lore, loan, exact, slots):
    later = made(lore, "new", exact, 15_000_000, **{"told": "2024-09-01", **slots})
    assert related(lore, later, loan) is None


@pytest.mark.parametrize(
    ("quote", "value", "told"),
    [
        ("The loan was raised to 15 million euros.", 15e6, True),
        ("Spending now stands at some €1.2bn.", 1.2e9, True),
        ("This brings the total since 2019 to 92.6 million dollars.", 92.6e6, True),
        ("It was raised by another 15 million euros.", 15e6, False),
        ("Bringing the total to 20 million, it gave 15 million.", 15e6, False),
        ("It gave an extra 3 million, bringing the total to 18 million.", 3e6, False),
        ("It will lend 15 million euros.", 15e6, False),
    ],
)
def test_words_of_new_totals(quote, value, told):
    assert restates(quote, value) is told


def test_a_document_names_the_whole(lore):
    whole = made(lore, "whole", "Oman gives Peru 60 million euros for schools", 60_000_000)
    part = made(lore, "part", "of which 22 million are for roofs", 22_000_000,
                part_of="claim-whole", document="whole")  # fmt: skip
    assert related(lore, part, whole) is RelationKind.PART_OF
    assert related(lore, whole, part) is RelationKind.HAS_PART


def test_a_part_is_smaller_than_its_whole(lore):
    whole = made(lore, "whole", "Oman gives Peru 20 million euros for schools", 20_000_000)
    part = made(lore, "part", "22 million are for roofs", 22_000_000, part_of="claim-whole",
                document="whole")  # fmt: skip
    assert related(lore, part, whole) is None


@pytest.fixture(scope="module")
def programme(lore):
    exact = (
        "Oman set up the Andean Water Programme for Peru, worth 60 million euros, for reservoirs"
    )
    return made(lore, "programme", exact, 60_000_000)


@pytest.mark.parametrize(
    "exact",
    [
        "Oman paid 8 million euros for reservoirs, the first instalment of the 60 million euros",
        "Oman paid 8 million euros to Peru under the Andean Water Programme",
        "Of the 60 million euros, 8 million are for reservoirs",
    ],
)
def test_another_document_names_the_whole(lore, programme, exact):
    part = made(lore, "part", exact, 8_000_000, "2024-11-01")
    assert related(lore, part, programme) is RelationKind.PART_OF


NO_PARTS = [
    pytest.param("Oman paid 8 million euros for reservoirs in Peru", {}, id="no-words"),
    pytest.param("paid 8 million under the Andean Water Programme", {"to": (KENYA,)}, id="to"),
    pytest.param("paid 8 million under the Andean Rail Programme", {}, id="another-programme"),
    pytest.param("paid 8 million under the Andean Water Programme", {"told": "2023-01-01"},
                 id="before-it"),
    pytest.param("an instalment of the 60 million euros: 8 million for lighthouses", {},
                 id="another-purpose"),
]  # fmt: skip


@pytest.mark.parametrize(("exact", "slots"), NO_PARTS)
def test_what_is_no_part(lore, programme, exact, slots):
    part = made(lore, "part", exact, 8_000_000, **{"told": "2024-11-01", **slots})
    assert related(lore, part, programme) is None


def test_parts_of_one_programme_are_no_parts_of_each_other(lore):
    told = "Oman paid {} million euros to Peru under the Andean Water Programme"
    one = made(lore, "one", told.format(8), 8_000_000)
    other = made(lore, "other", told.format(9), 9_000_000, "2024-04-01")
    assert related(lore, one, other) is None


def test_records_without_a_sum_have_no_outline(lore):
    ref = ClaimRef("d", "c")
    for head in (event(), commitment(amount=None)):
        record = Record(id="r", kind=head.kind, head=head, founder=ref, claims=(ref,))
        assert outline(record, [], lore.sides) is None


EXACT = [
    "Oman will lend 12 million euros for the tramway in Arequipa",
    "the loan for the tramway in Arequipa was raised to 15 million euros",
    "3 million euros of it, an instalment of the 15 million for the tramway in Arequipa",
    "12 million under the Andean Water Programme",
]
claims = st.tuples(
    st.sampled_from(EXACT),
    st.sampled_from([3_000_000, 12_000_000, 15_000_000]),
    st.sampled_from(["2024-01-01", "2024-06-01"]),
    st.sampled_from([None, "claim-a", "claim-b"]),
    st.sampled_from([(OMAN,), ()]),
    st.sampled_from([(PERU,), (KENYA,), ()]),
)


@given(one=claims, other=claims)
def test_relations_have_their_inverse(lore, one, other):
    first, second = (
        made(lore, ident, exact, value, told, part, by=by, to=to, document="d")
        for ident, (exact, value, told, part, by, to) in (("a", one), ("b", other))
    )
    related(lore, first, second)
