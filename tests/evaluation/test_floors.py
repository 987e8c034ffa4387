"""The floors on the project's own gold: a drop fails, and so does gold that changed unseen."""

from pathlib import Path

import pytest

from communique.pipeline.evaluate.floors import read_floors, shortfalls
from communique.pipeline.evaluate.gold import Part, digest_of, part_of, read_gold
from communique.pipeline.evaluate.run import evaluate
from communique.pipeline.stages import StagesLoader

EVAL = Path(__file__).parents[2] / "eval"


def test_the_gold_is_the_one_the_floors_are_for():
    assert digest_of(EVAL / "gold") == read_floors(EVAL / "floors.toml").gold


def test_the_gold_holds_nothing_that_is_set_aside():
    gold = read_gold(EVAL / "gold")
    assert len(gold) >= 30
    assert {part_of(document.id) for document in gold} == {Part.SEEN}
    assert {claim.kind for document in gold for claim in document.claims} == set(
        read_floors(EVAL / "floors.toml").found
    ) - {"all"}


@pytest.mark.model
def test_no_kind_falls_below_its_floor():
    evaluation = evaluate(read_gold(EVAL / "gold"), StagesLoader())
    floors = read_floors(EVAL / "floors.toml")
    assert list(shortfalls(floors, evaluation, digest_of(EVAL / "gold"))) == []
    assert evaluation.failed == ()
