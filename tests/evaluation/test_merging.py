"""Merging on the project's own happenings: what is measured is what a dossier holds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from communique.pipeline.evaluate.floors import merging_shortfalls, read_floors
from communique.pipeline.evaluate.happenings import digest_of_merging, read_merging_gold
from communique.pipeline.evaluate.joining import joined
from communique.pipeline.evaluate.run_merging import compared_merging, told_in
from communique.pipeline.keeping import Keeper
from communique.pipeline.settling import Settler
from communique.pipeline.stages import Stages
from communique.store.dossier import Mode, open_dossier
from filling import knowledge
from recorded import grouped, records_of

EVAL = Path(__file__).parents[2] / "eval"
SET = EVAL / "merging"


def test_the_happenings_are_those_the_floors_are_for():
    floors = read_floors(EVAL / "floors.toml").merging
    assert floors is not None
    assert floors.gold == digest_of_merging(SET)


@pytest.fixture(scope="module")
def gold():
    return read_merging_gold(SET)


@pytest.fixture(scope="module")
def results(gold):
    return Stages.load().run(gold.documents)


@pytest.fixture(scope="module")
def told(gold, results):
    return told_in(gold, results, knowledge())


@pytest.fixture(scope="module")
def merged(told):
    return joined(told.nodes.values(), knowledge().matchers)


@pytest.mark.model
def test_no_kind_falls_below_its_floor(gold, told, merged):
    evaluation = compared_merging(gold, told, merged, knowledge())
    floors = read_floors(EVAL / "floors.toml").merging
    assert floors is not None
    assert list(merging_shortfalls(floors, evaluation.merging, digest_of_merging(SET))) == []
    assert evaluation.merging.failed == ()


@pytest.mark.model
def test_a_dossier_holds_the_records_that_are_measured(results, merged, tmp_path):
    with open_dossier(str(tmp_path / "dossier.db"), Mode.WRITE) as dossier:
        keeper = Keeper(knowledge, "test")
        for result in results:
            with dossier.writing() as connection:
                keeper.keep(connection, result, datetime(2025, 1, 1, tzinfo=UTC))
        for _ in Settler(dossier, knowledge).settle():
            pass
        with dossier.reading() as connection:
            stored = records_of(connection)
    assert grouped(merged.grouping()) == stored
