"""Errors that wait: until they are silenced or accepted, and again when their ground changes."""

import pytest

from checked import RULES
from communique.model.decision import BY_PEOPLE
from communique.pipeline.deciding import Decider, enter
from communique.pipeline.keeping import Keeper
from communique.pipeline.values import Reader
from communique.store.dossier import Mode, open_dossier
from communique.store.listing import all_ids, load_records
from communique.views.findings import list_findings
from communique.views.standing import under_errors
from filling import AT, add, given, knowledge, settle

TODAY = AT.date()


@pytest.fixture
def dossier(tmp_path):
    with open_dossier(str(tmp_path / "dossier.db"), Mode.WRITE) as opened:
        yield opened


def waiting(dossier):
    with dossier.reading() as connection:
        return under_errors(connection, TODAY)


def commitments(dossier):
    with dossier.reading() as connection:
        idents = [i for i in all_ids(connection) if i.startswith("commitment.")]
        return [listed.record for listed in load_records(connection, idents)]


def ruled(dossier, make):
    with dossier.writing() as connection:
        decider = Decider(connection, Reader(lambda name: None), "Ada", AT, "so it says")
        (decision,) = enter(connection, Keeper(knowledge, BY_PEOPLE), [make(decider)])
    settle(dossier)
    return decision


@pytest.fixture
def two(dossier):
    """Two records under one error: what one giver gives (a rule of tests)."""
    add(dossier, [given(n, f"Oman will give Peru {n} million euros.") for n in ("2", "9")])
    found = commitments(dossier)
    assert waiting(dossier) == {record.id for record in found}
    return found


def test_what_was_accepted_waits_no_more_and_the_other_record_does(dossier, two):
    one, other = two
    decision = ruled(dossier, lambda d: d.accept(str(one.claims[0])))
    assert waiting(dossier) == {other.id}
    with dossier.reading() as connection:
        (kept,) = [k for k in list_findings(connection) if k.finding.code == RULES[2].code]
    assert decision.payload == {"seen": [{"finding": kept.ident, "basis": kept.basis}]}
    assert kept.silenced is None


def test_it_waits_again_when_the_acceptance_is_undone(dossier, two):
    decision = ruled(dossier, lambda d: d.accept(str(two[0].claims[0])))
    ruled(dossier, lambda d: d.undo(decision.id))
    assert waiting(dossier) == {record.id for record in two}


def test_it_waits_again_when_the_error_is_computed_from_something_else(dossier, two):
    accepted = two[0]
    ruled(dossier, lambda d: d.accept(str(accepted.claims[0])))
    add(dossier, [given("5", "Oman will give Peru 5 million euros.")])
    assert waiting(dossier) == {record.id for record in commitments(dossier)}
    assert accepted.id in waiting(dossier)


def test_what_does_not_concern_it_leaves_it_accepted(dossier, two):
    one, other = two
    ruled(dossier, lambda d: d.accept(str(one.claims[0])))
    add(dossier, [given("a", "Oman and Peru met on 3 May 2024.")])
    assert waiting(dossier) == {other.id}


def test_an_acceptance_before_the_error_was_found_does_not_count(dossier):
    add(dossier, [given("2", "Oman will give Peru 2 million euros.")])
    decision = ruled(dossier, lambda d: d.accept(str(commitments(dossier)[0].claims[0])))
    assert decision.payload == {}
    add(dossier, [given("9", "Oman will give Peru 9 million euros.")])
    assert waiting(dossier) == {record.id for record in commitments(dossier)}


def test_what_was_silenced_waits_with_none_of_its_records(dossier, two):
    with dossier.reading() as connection:
        (kept,) = [k for k in list_findings(connection) if k.finding.code == RULES[2].code]
    decision = ruled(dossier, lambda d: d.silence(kept.ident))
    assert not waiting(dossier)
    ruled(dossier, lambda d: d.undo(decision.id))
    assert waiting(dossier) == {record.id for record in two}
