import random
from dataclasses import replace

import pytest

from communique.model.record import ClaimRef
from communique.pipeline.evaluate.happenings import read_merging_gold
from communique.pipeline.evaluate.measure import ALL, Counts
from communique.pipeline.evaluate.merging import Why, scored_merging
from communique.pipeline.evaluate.placing import placements, tells
from factory import day, event
from merging_data import (
    LIMA,
    RECORDS,
    TEXT,
    claims,
    grouping,
    refs,
    told,
    write,
)

PERFECT = {
    **grouping("event", one="a1 b1 c1", two="a2 b2 c2"),
    **grouping("office", post="a3 b3"),
    **grouping("person", ali="a3 b3"),
}


@pytest.fixture
def gold(tmp_path):
    return read_merging_gold(write(tmp_path))


def events(gold, **records):
    return scored_merging(gold, claims(), grouping("event", **records)).kinds["event"]


def test_a_perfect_grouping_scores_one(gold):
    score = scored_merging(gold, claims(), PERFECT)
    assert list(score.kinds) == ["event", "office", "person", ALL]
    for kind in score.kinds.values():
        assert kind.pairs.counts.f1 == kind.cubed.f1 == 1
        assert kind.found == kind.tellings == kind.claims
        assert kind.pairs.interval[1] == 1
    assert score.kinds[ALL].pairs.counts == Counts(right=8)
    assert score.kinds[ALL].happenings == 4
    assert score.wrong == score.missed == ()


@pytest.mark.parametrize(
    ("records", "counts"),
    [
        pytest.param({"one": "a1 b1 c1 a2 b2 c2"}, Counts(6, 9, 0), id="all-in-one"),
        pytest.param({}, Counts(0, 0, 6), id="each-alone"),
        pytest.param({"one": "a1 b1", "two": "c1", "three": "a2 b2 c2"}, Counts(4, 0, 2), id="cut"),
        pytest.param({"one": "a1 b1 c1 a2", "two": "b2 c2"}, Counts(4, 3, 2), id="one-astray"),
    ],
)
def test_pairs_are_counted(gold, records, counts):
    assert events(gold, **records).pairs.counts == counts


def test_b_cubed_asks_claim_by_claim(gold):
    joined = events(gold, one="a1 b1 c1 a2 b2 c2").cubed
    assert (joined.precision, joined.recall) == (0.5, 1)
    parted = events(gold).cubed
    assert (parted.precision, parted.recall) == (1, pytest.approx(1 / 3))
    astray = events(gold, one="a1 b1 c1 a2", two="b2 c2").cubed
    assert astray.precision == pytest.approx((3 * 3 / 4 + 1 / 4 + 2) / 6)
    assert astray.recall == pytest.approx((3 + 1 / 3 + 2 * 2 / 3) / 6)


def test_the_score_does_not_depend_on_the_names_of_records(gold):
    rng = random.Random(1)
    names = refs("a1 b1 c1 a2 b2 c2")
    for _ in range(20):
        records = {ref: str(rng.randrange(3)) for ref in names}
        renamed = {ref: f"x{record}" for ref, record in reversed(records.items())}
        one, other = (
            scored_merging(gold, claims(), {"event": g}).kinds["event"] for g in (records, renamed)
        )
        assert one == other


def test_the_interval_holds_the_measure(gold):
    measure = events(gold, one="a1 b1 c1 a2", two="b2 c2").pairs
    low, high = measure.interval
    assert low <= measure.counts.f1 <= high
    assert low < high


def test_what_is_wrong_is_told_once_for_two_happenings_or_records_with_the_best_reason(gold):
    told_of = []

    def explain(kind, one, other):
        told_of.append(kind)
        return Why(float(one == ClaimRef("b", "1")), (f"{one} and {other}",))

    records = grouping("event", one="a1 b1 a2", two="c1", three="b2", four="c2")
    score = scored_merging(gold, claims(), {**PERFECT, **records}, explain)
    joined = [wrong for wrong in score.wrong if wrong.joined]
    parted = [wrong for wrong in score.wrong if not wrong.joined]
    ((one, other),) = [(wrong.one, wrong.other) for wrong in joined]
    assert (one.happening, other.happening) == ("lima", "muscat")
    assert (one.ref, one.quote) == (ClaimRef("b", "1"), LIMA)
    assert joined[0].pairs == 2
    assert joined[0].reasons == ("b/1 and a/2",)
    assert [(w.one.happening, w.pairs) for w in parted] == [
        ("lima", 2), ("muscat", 1), ("muscat", 1), ("muscat", 1)
    ]  # fmt: skip
    assert set(told_of) == {"event"}


def test_tellings_that_no_claim_was_found_for_are_counted_and_make_no_pairs(gold):
    found = {**claims(), "c": ()}
    score = scored_merging(gold, found, PERFECT)
    assert score.kinds["event"].pairs.counts == Counts(right=2)
    assert (score.kinds["event"].found, score.kinds["event"].tellings) == (4, 6)
    assert [(kind, happening, document) for kind, happening, document, _ in score.missed] == [
        ("event", "lima", "c"), ("event", "muscat", "c")
    ]  # fmt: skip


def test_nothing_found_scores_nothing(gold):
    score = scored_merging(gold, {}, {}, failed=("a", "b", "c"))
    assert score.failed == ("a", "b", "c")
    assert score.kinds[ALL].pairs.counts.f1 == score.kinds[ALL].cubed.f1 == 0
    assert score.kinds[ALL].pairs.interval == (0, 0)


def test_a_claim_that_tells_nothing_of_the_gold_is_left_out(gold):
    stray = event("President Ali", TEXT.index("President"), id="9")
    found = {ident: (*own, stray) for ident, own in claims().items()}
    placed = placements(gold, found)["event"].claims
    assert ClaimRef("a", "9") not in {claim.ref for claim in placed}


def test_a_person_is_looked_for_among_offices(gold):
    placed = placements(gold, claims())["person"]
    assert [claim.ref for claim in placed.claims] == refs("a3 b3")


def test_a_telling_takes_one_claim_the_most_alike(tmp_path):
    gold = read_merging_gold(write(tmp_path, records=RECORDS[:1]))
    longer = event(f"{LIMA} They met again", 0, id="0")
    alike = event(LIMA, 0, id="1")
    placed = placements(gold, {"a": (longer, alike)})["event"]
    assert [claim.ref for claim in placed.claims] == refs("a1")


def test_a_claim_with_two_quotes_finds_both_tellings_of_a_happening(tmp_path):
    lima = {**RECORDS[0], "tellings": [*told(LIMA, "a"), *told("They met again in Muscat.", "a")]}
    gold = read_merging_gold(write(tmp_path, records=[lima]))
    one, two, _ = claims()["a"]
    both = replace(one, evidence=(*one.evidence, *two.evidence))
    placed = placements(gold, {"a": (both,)})["event"]
    assert (placed.found, len(placed.claims)) == (2, 1)


@pytest.mark.parametrize(
    ("slots", "meant"),
    [
        pytest.param({}, True, id="none"),
        pytest.param({"mode": "call"}, True, id="term"),
        pytest.param({"mode": ["meeting", "call"]}, True, id="one-of"),
        pytest.param({"mode": "meeting"}, False, id="other-term"),
        pytest.param({"ordinal": 2}, True, id="number"),
        pytest.param({"ordinal": 3}, False, id="other-number"),
        pytest.param({"place": "lima"}, False, id="no-value"),
        pytest.param({"actors": "oman"}, True, id="within"),
        pytest.param({"when": "2024-02"}, True, id="day"),
    ],
)
def test_slots_tell_which_claim_of_a_sentence_is_meant(tmp_path, slots, meant):
    record = {**RECORDS[0], "tellings": told(LIMA, "a", slots=slots)}
    gold = read_merging_gold(write(tmp_path, records=[record]))
    claim = event(LIMA, 0, mode="call", ordinal=2, when=day("2024-02-01"))
    assert tells(claim, gold.happenings[0].passages[0]) is meant
