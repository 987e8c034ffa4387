"""Totals of commitments, which count nothing twice."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from communique.model.claim import Amount, Party
from communique.model.mention import Bound
from communique.model.record import Record, Relation, RelationKind
from communique.model.terms import Finance, Grade, Modality
from communique.views.totals import LeftOut, Reason, totals
from factory import OMAN, UNION, commitment, event, facts, node

ABOUT, LEAST, MOST = Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST
PART_OF, HAS_PART = RelationKind.PART_OF, RelationKind.HAS_PART
SUPERSEDES, SUPERSEDED_BY = RelationKind.SUPERSEDES, RelationKind.SUPERSEDED_BY


def record(ident, value=10, *, currency="EUR", bound=None, document=None, **slots):
    amount = None if value is None else Amount(value, currency, bound)
    told = node(commitment(amount=amount, **slots), facts(document or ident), ident)
    return Record(
        id=ident, kind="commitment", head=told.claim, founder=told.ref, claims=(told.ref,)
    )


def relations(*told):
    found = {}
    for one, kind, other in told:
        found.setdefault(one, []).append(Relation(kind, other, ("so",)))
    return found


def summed(kin, records, *told, regional=()):
    found = totals(records, relations(*told), regional, kin=kin)
    return [(t.value, t.records) for t in found.totals], found.left_out


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"grade": Grade.AGREED}, id="grade"),
        pytest.param({"currency": "USD"}, id="currency"),
        pytest.param({"currency": None}, id="currency-left-open"),
        pytest.param({"finance": Finance.LOAN}, id="kind-of-money"),
        pytest.param({"by": ()}, id="payer-unknown"),
        pytest.param({"by": (UNION,)}, id="payer"),
        pytest.param({"modality": Modality.PLANNED}, id="planned"),
        pytest.param({"modality": Modality.POSSIBLE}, id="possible"),
    ],
)
def test_only_one_sort_is_added_up(kin, other):
    found = totals([record("a"), record("b"), record("c", 5, **other)], kin=kin)
    assert sorted((t.value, t.records) for t in found.totals) == [(5, ("c",)), (20, ("a", "b"))]


def test_a_total_says_what_it_is_of(kin):
    given_by = (Party("European Commission"),)
    records = [record("a", by=given_by, finance=Finance.GRANT)]
    (total,) = totals(records, regional={"a"}, kin=kin).totals
    assert total.sort == (Grade.PLEDGED, "EUR", Finance.GRANT, ("European Union",), True, True)


def test_a_record_counts_once_and_other_kinds_do_not(kin):
    told = node(event(), facts())
    other = Record(id="e", kind="event", head=told.claim, founder=told.ref, claims=(told.ref,))
    assert summed(kin, [record("a"), record("a"), other]) == ([(10, ("a",))], ())


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        pytest.param([record("a", None)], Reason.NO_AMOUNT, id="no-amount"),
        pytest.param([record("a", modality=Modality.DENIED)], Reason.DENIED, id="denied"),
    ],
)
def test_what_can_not_be_added_is_left_out(kin, records, reason):
    assert summed(kin, records) == ([], (LeftOut("a", reason),))


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([("part", PART_OF, "whole")], id="part"),
        pytest.param([("whole", HAS_PART, "part")], id="told-by-the-whole"),
        pytest.param([("part", SUPERSEDED_BY, "whole")], id="superseded"),
        pytest.param([("whole", SUPERSEDES, "part")], id="told-by-the-successor"),
        pytest.param(
            [("part", PART_OF, "elsewhere"), ("elsewhere", PART_OF, "whole")],
            id="by-way-of-another",
        ),
        pytest.param(
            [("part", PART_OF, "old"), ("old", SUPERSEDED_BY, "whole")], id="part-of-the-superseded"
        ),
    ],
)
def test_what_another_contains_or_replaces_is_not_added(kin, told):
    found = summed(kin, [record("part", 3), record("whole", 10)], *told)
    assert found == ([(10, ("whole",))], (LeftOut("part", Reason.CONTAINED, ("whole",)),))


def test_a_part_counts_where_its_whole_does_not(kin):
    part, told = record("part", 3), ("part", PART_OF, "whole")
    assert summed(kin, [part], told)[0] == [(3, ("part",))]
    assert summed(kin, [part, record("whole", None)], told)[0] == [(3, ("part",))]


def test_a_planned_whole_takes_nothing_from_what_is_asserted(kin):
    whole, part = record("whole", modality=Modality.PLANNED), record("part", 3)
    told = ("part", PART_OF, "whole")
    assert summed(kin, [whole, part], told)[0] == [(3, ("part",)), (10, ("whole",))]
    planned = record("part", 3, modality=Modality.POSSIBLE)
    assert summed(kin, [record("whole"), planned], told)[0] == [(10, ("whole",))]


def test_a_part_is_told_by_its_words_too(kin):
    whole = record("whole", document="paper")
    part = record("part", 3, document="paper", part_of="commitment-whole")
    assert summed(kin, [whole, part])[0] == [(10, ("whole",))]
    elsewhere = record("part", 3, document="gazette", part_of="commitment-whole")
    assert len(summed(kin, [whole, elsewhere])[0][0][1]) == 2


def test_of_a_circle_one_counts(kin):
    told = [("a", PART_OF, "b"), ("b", PART_OF, "c"), ("c", PART_OF, "a")]
    assert summed(kin, [record(ident) for ident in "abc"], *told)[0] == [(10, ("a",))]


@pytest.mark.parametrize(
    ("bounds", "bound"),
    [
        ((None, None), None),
        ((None, ABOUT), ABOUT),
        ((LEAST, ABOUT, None), LEAST),
        ((Bound.MORE_THAN, None), LEAST),
        ((MOST, ABOUT), MOST),
        ((Bound.LESS_THAN, None), MOST),
        ((LEAST, MOST), ABOUT),
    ],
)
def test_hedges_are_carried(kin, bounds, bound):
    records = [record(str(number), bound=b) for number, b in enumerate(bounds)]
    assert totals(records, kin=kin).totals[0].bound is bound


def test_numbers_are_added_exactly(kin):
    records = [record("a", 0.1), record("b", 0.2), record("c", 0.3)]
    assert totals(records, kin=kin).totals[0].value == 0.6
    assert isinstance(totals([record("a"), record("b")], kin=kin).totals[0].value, int)


def test_the_firmest_and_largest_stand_first(kin):
    records = [
        record("soft", 99, grade=Grade.INTENDED),
        record("small", 5, finance=Finance.LOAN),
        record("large", 7),
        record("regional", 9),
        record("maybe", 50, modality=Modality.POSSIBLE),
    ]
    found, _ = summed(kin, records, regional={"regional"})
    assert [ids[0] for _, ids in found] == ["large", "small", "soft", "regional", "maybe"]


_IDS = [f"r{n}" for n in range(6)]
_TOLD = st.tuples(st.sampled_from(_IDS), st.sampled_from(list(RelationKind)), st.sampled_from(_IDS))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(_TOLD, max_size=9),
    st.lists(st.sampled_from(list(Modality)), min_size=6, max_size=6),
    st.permutations(_IDS),
    st.integers(1, 6),
)
# A circle in which the one that would come first is denied.
@example(
    [("r3", PART_OF, "r4"), ("r3", HAS_PART, "r1"), ("r4", PART_OF, "r1")],
    [Modality.ASSERTED, Modality.DENIED, Modality.ASSERTED, *[Modality.PLANNED] * 3],
    _IDS,
    5,
)
def test_nothing_counts_twice_and_nothing_vanishes(kin, told, modalities, order, listed):
    kept = dict(zip(_IDS[:listed], modalities, strict=False))
    records = [record(i, by=(OMAN,), modality=m) for i, m in kept.items()]
    found = totals(records, relations(*told), kin=kin)
    shuffled = [r for i in order for r in records if r.id == i]
    assert totals(shuffled, relations(*reversed(told)), kin=kin) == found
    counted = [i for total in found.totals for i in total.records]
    assert sorted([*counted, *(left.record for left in found.left_out)]) == sorted(kept)
    assert all(total.value == 10 * len(total.records) for total in found.totals)
    up = {PART_OF: 1, SUPERSEDED_BY: 1}
    edges = {(a, b) if kind in up else (b, a) for a, kind, b in told if a != b}
    for total in found.totals:
        for one in total.records:
            assert not (_above(one, edges) - {one}) & set(total.records)
    for left in found.left_out:
        assert (left.reason is Reason.CONTAINED) == bool(left.within)
        assert set(left.within) <= set(counted)


def _above(ident, edges):
    found = {b for a, b in edges if a == ident}
    while more := {b for a, b in edges if a in found} - found:
        found |= more
    return found
