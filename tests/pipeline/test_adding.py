"""Documents into a dossier: once each, whatever the order, renewed without loss."""

import itertools

import pytest
from sqlalchemy import select, update

from communique.errors import RecordsOutdated
from communique.model.extraction import Extraction
from communique.model.raw import GivenDocument, RawDocument
from communique.pipeline.adding import Adder, Outcome
from communique.pipeline.keeping import Keeper, source_digest
from communique.pipeline.settling import Settler
from communique.store import tables
from communique.store.dossier import Mode, open_dossier
from communique.store.verify import verify
from factory import FakeLoader
from filling import AT, SentenceLoader, add, documents, given, knowledge, settle, told


class FindsNothing:
    """Stages that find no claims."""

    def run(self, batch):
        return [Extraction(document, ()) for document in batch]


def state(dossier):
    with dossier.reading() as connection:
        return told(connection)


def groups(dossier):
    """Claims by record, without the ids of records."""
    claim, pair, profile = tables.claim, tables.claim_profile, tables.profile
    asked = (
        select(profile.c.record, claim.c.ident)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
    )
    with dossier.reading() as connection:
        rows = sorted(tuple(row) for row in connection.execute(asked))
    found = itertools.groupby(rows, key=lambda row: row[0])
    return sorted(tuple(ident for _, ident in group) for _, group in found)


def problems(dossier):
    with dossier.reading() as connection:
        return [problem for problem in verify(connection) if not problem.note]


def test_what_is_added_is_there_and_verified(dossier):
    done = add(dossier, documents(6))
    assert [added.outcome for added in done] == [Outcome.NEW] * 6
    assert len(state(dossier)["documents"]) == 6
    assert problems(dossier) == []


def test_the_same_again_changes_nothing(dossier):
    add(dossier, documents(6))
    before = state(dossier)
    done = add(dossier, documents(6))
    assert [added.outcome for added in done] == [Outcome.KNOWN] * 6
    assert all(added.result is None for added in done)
    assert state(dossier) == before


def test_the_same_twice_in_one_run_is_read_once(dossier):
    done = add(dossier, [*documents(1), *documents(1)])
    assert sorted(added.outcome for added in done) == [Outcome.KNOWN, Outcome.NEW]


def test_order_and_portions_change_no_record(tmp_path):
    told_by_order = []
    for number, order in enumerate(([0, 1, 2, 3, 4, 5, 6, 7], [5, 2, 7, 0, 6, 1, 4, 3])):
        with open_dossier(str(tmp_path / f"{number}.db"), Mode.WRITE) as dossier:
            found = documents(8)
            for index in order:
                # The second dossier is filled and settled one by one.
                if number:
                    add(dossier, [found[index]])
            if not number:
                add(dossier, found)
            told_by_order.append(groups(dossier))
    assert told_by_order[0] == told_by_order[1]
    assert any(len(group) > 1 for group in told_by_order[0])


def test_a_document_that_fails_loses_no_other_and_is_tried_again(dossier):
    keeper = Keeper(knowledge, "test")
    adder = Adder(dossier, keeper, FakeLoader(), 1, lambda: AT)
    found = [given("a", "A text."), given("b", "fault"), given("c", "Another.")]
    outcomes = sorted(added.outcome for added in adder.add(found))
    assert outcomes == [Outcome.FAILED, Outcome.NEW, Outcome.NEW]
    again = sorted(added.outcome for added in adder.add(found))
    assert again == [Outcome.FAILED, Outcome.KNOWN, Outcome.KNOWN]
    assert len(state(dossier)["documents"]) == 2


def test_interrupted_before_it_was_settled_the_next_run_goes_on(dossier):
    adder = Adder(dossier, Keeper(knowledge, "test sentences"), SentenceLoader(), 1, lambda: AT)
    list(adder.add(documents(6)))
    steps = Settler(dossier, knowledge).settle()
    next(steps)
    steps.close()
    add(dossier, [])
    assert state(dossier)["records"]
    with dossier.reading() as connection:
        waiting = [str(problem) for problem in verify(connection) if "copies" not in str(problem)]
    assert waiting == []


def test_only_what_another_version_extracted_is_extracted_anew(dossier):
    add(dossier, documents(2))
    adder = Adder(dossier, Keeper(knowledge, "newer"), SentenceLoader(), 1, lambda: AT)
    old = adder.outdated(everything=False)
    assert len(old) == 2
    assert [added.outcome for added in adder.renew(old)] == [Outcome.RENEWED] * 2
    assert adder.outdated(everything=False) == ()
    assert len(adder.outdated(everything=True)) == 2


def test_renewing_with_the_same_result_leaves_the_records_alone(dossier):
    add(dossier, documents(4))
    before = state(dossier)
    adder = Adder(dossier, Keeper(knowledge, "newer"), SentenceLoader(), 1, lambda: AT)
    list(adder.renew(adder.outdated(everything=False)))
    settle(dossier)
    assert state(dossier) == before
    assert problems(dossier) == []


def test_claims_that_are_found_no_more_leave_with_their_records(dossier):
    add(dossier, documents(3))
    adder = Adder(dossier, Keeper(knowledge, "newer"), FindsNothing, 1, lambda: AT)
    list(adder.renew(adder.outdated(everything=False)))
    for _ in Settler(dossier, knowledge).settle():
        pass
    after = state(dossier)
    assert after["claims"] == after["profiles"] == after["links"] == []
    assert all("None" in record for record in after["records"])
    assert problems(dossier) == []


def test_records_that_another_version_formed_are_told_and_can_be_formed_anew(dossier):
    add(dossier, documents(4))
    with dossier.writing() as connection:
        table = tables.profile
        told_otherwise = {"body": {"a slot of old": 1}, "digest": "old" + table.c.digest}
        connection.execute(update(table).where(table.c.kind == "event").values(told_otherwise))
    with pytest.raises(RecordsOutdated, match="update --all"):
        add(dossier, [given("new", "Oman and Peru met on 2 May 2024 in Lima.")])
    adder = Adder(dossier, Keeper(knowledge, "newer"), SentenceLoader(), 1, lambda: AT)
    list(adder.renew(adder.outdated(everything=True)))
    add(dossier, [])
    assert problems(dossier) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            GivenDocument("line 1", "a", "Text."),
            GivenDocument("line 9", "a", "Text."),
            True,
            id="line",
        ),
        pytest.param(
            GivenDocument("line 1", "a", "Text.", published="2024-01-01"),
            GivenDocument("line 1", "a", "Text.", published="2024-01-02"),
            False,
            id="date",
        ),
        pytest.param(
            GivenDocument("line 1", "a", "Text.", title="b"),
            GivenDocument("line 1", "a", "Text.", publisher="b"),
            False,
            id="same-words-elsewhere",
        ),
        pytest.param(
            RawDocument("a.html", "text/html", b"x"),
            RawDocument("b.html", "text/html", b"x"),
            False,
            id="address",
        ),
    ],
)
def test_what_a_source_is_known_by(one, other, same):
    assert (source_digest(one) == source_digest(other)) is same
