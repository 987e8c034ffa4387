"""Ids of records are given once: they outlive a merge and its undoing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from communique.pipeline.deciding import Decider, enter
from communique.pipeline.keeping import Keeper
from communique.pipeline.values import Reader
from communique.store import tables
from communique.store.dossier import Mode, open_dossier
from communique.store.verify import verify
from filling import add, documents, knowledge, settle

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


def records(dossier, kind="event"):
    """Claims of each record that stands, by its id."""
    claim, pair, profile = tables.claim, tables.claim_profile, tables.profile
    asked = (
        select(profile.c.record, claim.c.ident)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .where(profile.c.kind == kind)
    )
    found = {}
    with dossier.reading() as connection:
        for record, ident in connection.execute(asked):
            found.setdefault(record, set()).add(ident)
    return found


def decide(dossier, make, minute):
    at = NOON + timedelta(minutes=minute)
    with dossier.writing() as connection:
        made = make(Decider(connection, Reader(lambda word: None), "Ada", at))
        (decision,) = enter(connection, Keeper(knowledge, "test sentences"), [made])
    settle(dossier)
    return decision.id


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("identity") / "dossier.db"
    with open_dossier(str(path), Mode.WRITE) as dossier:
        add(dossier, documents(9))
        yield dossier


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_ids_outlive_a_merge_and_its_undoing(filled, data):
    before = records(filled)
    chosen = data.draw(st.permutations(sorted(before)))[: data.draw(st.integers(2, 4))]
    minute = data.draw(st.integers(0, 10_000))
    merged = decide(filled, lambda decider: decider.merge(chosen), minute)
    joined = records(filled)
    (kept,) = set(chosen) & set(joined)
    assert joined[kept] == set().union(*(before[ident] for ident in chosen))
    assert {i: told for i, told in joined.items() if i != kept} == {
        i: told for i, told in before.items() if i not in chosen
    }
    decide(filled, lambda decider: decider.undo(merged), minute + 1)
    assert records(filled) == before
    with filled.reading() as connection:
        assert [str(problem) for problem in verify(connection)] == []
