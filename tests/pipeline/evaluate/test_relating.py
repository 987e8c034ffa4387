"""Parts and their whole, restated totals: asked between the records of happenings."""

from datetime import date

from communique.model.claim import Amount, Party
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.pipeline.evaluate.happenings import Happening, MergingGold
from communique.pipeline.evaluate.placing import Placed
from communique.pipeline.evaluate.relating import Related, scored_relations
from factory import commitment
from filling import knowledge

ACTION = "lend money for the container harbour of Callao and its railway"


def node(name, day, value, words=ACTION, **slots):
    claim = commitment(
        words,
        id=name,
        by=(Party("Oman", "OM"),),
        to=(Party("Peru", "PE"),),
        amount=Amount(value, "EUR"),
        action=ACTION,
        **slots,
    )
    published = date(2024, 5, day)
    return Node(ClaimRef(f"day {day}", name), claim, DocumentFacts(f"day {day}", published))


NODES = {
    n.claim.id: n
    for n in (
        node("whole", 1, 90_000_000),
        node("part", 1, 20_000_000, part_of="whole"),
        node("new", 9, 120_000_000, f"Oman raised to 120 million euros what it will {ACTION}"),
    )
}


def score(*names, part_of=None, supersedes=None):
    happenings = (
        Happening("whole", "commitment", "", ()),
        Happening("part", "commitment", "", (), part_of=part_of),
        Happening("new", "commitment", "", (), supersedes=supersedes),
    )
    return scored_relations(
        MergingGold((), happenings),
        [Placed(NODES[name].ref, name, "") for name in names],
        {n.ref: n for n in NODES.values()},
        {"commitment": {n.ref: f"record of {name}" for name, n in NODES.items()}},
        {},
        knowledge(),
    )


def test_a_part_and_a_restated_total_are_right():
    found = score("whole", "part", "new", part_of="whole", supersedes="whole")
    assert found.counts == (2, 0, 0)


def test_what_the_gold_does_not_have_is_made_up():
    found = score("whole", "part")
    assert found.made_up == (Related("part_of", "part", "whole"),)
    assert found.counts == (0, 1, 0)


def test_what_is_not_found_is_missed():
    found = score("part", "new", supersedes="part")
    assert found.missed == (Related("supersedes", "new", "part"),)
    assert found.counts == (0, 0, 1)


def test_what_no_claim_was_found_for_is_not_asked():
    assert score("part", part_of="whole").counts == (0, 0, 0)


def test_two_happenings_in_one_record_are_not_related():
    ref = NODES["whole"].ref
    gold = MergingGold((), (Happening("one", "commitment", "", (), part_of="two"),))
    placed = [Placed(ref, "one", ""), Placed(ref, "two", "")]
    nodes, grouping = {ref: NODES["whole"]}, {"commitment": {ref: "record"}}
    assert scored_relations(gold, placed, nodes, grouping, {}, knowledge()).counts == (0, 0, 1)
