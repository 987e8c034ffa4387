"""Verifying finds nothing in a sound dossier, and each thing that was tampered with."""

import contextlib
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy import text as sql

from communique.model.decision import Decision, Ruling, signed
from communique.records.selectors import selector_of
from communique.store import tables
from communique.store.claims import claims_of
from communique.store.decisions import append
from communique.store.documents import load_document
from communique.store.dossier import Mode, open_dossier
from communique.store.due import mark_documents
from communique.store.verify import verify
from filling import add, documents, given


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def address(request, tmp_path_factory):
    """Where there is no dossier yet, on each database."""
    if request.param == "sqlite":
        yield str(tmp_path_factory.mktemp("verify") / "dossier.db")
    else:
        with request.getfixturevalue("postgres_server").database() as address:
            yield address


@pytest.fixture(scope="module")
def filled(address):
    """A dossier with a dozen documents, some records of several claims, and a decision."""
    text = "\ud800 \U0001f600 Oman and Peru met on 3 May 2024.\x00"
    hostile = given("odd\x00", text, title="\udfff")
    with open_dossier(address, Mode.WRITE) as dossier:
        add(dossier, [*documents(12), hostile])
        with dossier.writing() as connection:
            decide(connection)
        yield dossier


def decide(connection):
    (stored, *_) = claims_of(connection, 1)
    selector = selector_of(load_document(connection, 1), stored.node.claim)
    at = datetime(2024, 5, 1, tzinfo=UTC)
    decision = Decision(id="", ruling=Ruling.ACCEPT, targets=(selector,), author="Ada", at=at)
    append(connection, signed(decision))


@pytest.fixture
def connection(filled):
    """A connection that may change what it likes: nothing of it is kept."""
    with contextlib.suppress(ForgetIt), filled.writing() as connection:
        yield connection
        raise ForgetIt


class ForgetIt(Exception):
    """Ends a transaction without keeping it."""


def problems(connection, notes=False):
    return [str(problem) for problem in verify(connection) if problem.note == notes]


def test_a_sound_dossier_has_no_problem(connection):
    assert problems(connection) == []
    assert problems(connection, notes=True) == []
    assert connection.scalar(select(func.max(tables.record.c.claims))) > 1


def test_an_empty_dossier_has_no_problem(dossier):
    with dossier.reading() as connection:
        assert list(verify(connection)) == []


def of(table, **values):
    """Changes the row of the smallest key."""
    key = next(iter(table.primary_key))

    def tamper(connection):
        first = connection.scalar(select(key).order_by(key))
        connection.execute(update(table).where(key == first).values(values))

    return tamper


def changed(table, column, change):
    """Changes one value of the row of the smallest key by a function."""
    key = next(iter(table.primary_key))

    def tamper(connection):
        row = connection.execute(select(table).order_by(key).limit(1)).mappings().one()
        new = {column: change(row[column])}
        connection.execute(update(table).where(key == row[key.name]).values(new))

    return tamper


def longer_quote(body):
    (first, *others) = body["evidence"]
    return {**body, "evidence": [{**first, "exact": first["exact"] + "!"}, *others]}


def shifted(body):
    (first, *others) = body["evidence"]
    moved = {**first, "start": first["start"] + 1, "end": first["end"] + 1}
    return {**body, "evidence": [moved, *others]}


def of_a_record(**values):
    table = tables.record

    def tamper(connection):
        held = select(table.c.id).where(table.c.body.isnot(None)).order_by(table.c.number)
        connection.execute(
            update(table).where(table.c.id == connection.scalar(held)).values(values)
        )

    return tamper


def circle(connection):
    table = tables.record
    one, other = connection.scalars(select(table.c.id).order_by(table.c.number).limit(2))
    for ident, target in ((one, other), (other, one)):
        connection.execute(update(table).where(table.c.id == ident).values(redirect=target))


def swapped_bodies(connection):
    table = tables.record
    events = select(table).where(table.c.kind == "event").order_by(table.c.number).limit(2)
    one, other = connection.execute(events).all()
    for row, body in ((one, other.body), (other, one.body)):
        connection.execute(update(table).where(table.c.id == row.id).values(body=body))


def moved_profile(connection):
    table = tables.profile
    events = select(table.c.id, table.c.record).where(table.c.kind == "event").order_by(table.c.id)
    (number, record), *others = connection.execute(events).all()
    other = next(r for _, r in others if r != record)
    connection.execute(update(table).where(table.c.id == number).values(record=other))


def without_claims(connection):
    table = tables.claim_profile
    connection.execute(delete(table).where(table.c.profile == 1))


def link_of_strangers(connection):
    table = tables.profile
    one = connection.scalar(select(table.c.id).where(table.c.kind == "event"))
    other = connection.scalar(select(table.c.id).where(table.c.kind == "commitment"))
    pair = {"first": min(one, other), "second": max(one, other)}
    connection.execute(insert(tables.link).values(**pair, score=1.0, reasons=[]))


def one_sided_relation(connection):
    table = tables.record
    one, other = connection.scalars(select(table.c.id).order_by(table.c.number).limit(2))
    row = {"record": one, "kind": "part_of", "other": other, "reasons": []}
    connection.execute(insert(tables.relation).values(row))


def unindexed(connection):
    if connection.dialect.name == "sqlite":
        put = "INSERT INTO search (search, rowid, title, text) VALUES ('delete', 1, :title, :words)"
        words = (
            "number 0 oman and peru met on 1 may 2024 in muscat oman will give peru 1 million euros"
        )
        words += " president ali rahima spoke"
        connection.execute(sql(put), {"title": "news 0", "words": words})
    else:
        connection.execute(sql("DELETE FROM search WHERE document = 1"))


def indexed_stranger(connection):
    if connection.dialect.name == "sqlite":
        connection.execute(sql("INSERT INTO search (rowid, title, text) VALUES (999, '', 'x')"))
    else:
        connection.execute(sql("SET LOCAL session_replication_role = replica"))
        connection.execute(sql("INSERT INTO search VALUES (999, 0, 'x')"))


def longer_words(body):
    (first, *others) = body["quotes"]
    return {**body, "quotes": [{**first, "exact": first["exact"] + "!"}, *others]}


def without(table):
    """Takes all rows out of a table."""

    def tamper(connection):
        connection.execute(delete(table))

    return tamper


def gone_record(connection):
    record = connection.scalar(select(tables.finding_record.c.record))
    held = tables.record.c.id == record
    connection.execute(update(tables.record).where(held).values(body=None))


TAMPERINGS = [
    pytest.param(
        of(tables.text, body=b"Another text."),
        [
            "its digest is another",
            "its quote is not in the text",
            "a mention's words are not",
            "its key is not",
        ],
        id="text",
    ),
    pytest.param(of(tables.text, body=b"\xff\xfe"), ["can't be read back"], id="text-that-is-none"),
    pytest.param(
        of(tables.document, title="Another title"), ["its key is not that of"], id="title"
    ),
    pytest.param(
        of(tables.document, url="https://example.org"),
        ["its key is not that of", "its lineage"],
        id="url",
    ),
    pytest.param(
        of(tables.document, regions=[["heading", 0, 9999]]), ["beyond its text"], id="region"
    ),
    pytest.param(
        of(tables.document, regions=[["heading", 9, 3]]),
        ["can't be read back"],
        id="region-that-is-none",
    ),
    pytest.param(
        changed(tables.document, "mentions", lambda told: [{**told[0], "start": 0}]),
        ["a mention's words are not"],
        id="mention",
    ),
    pytest.param(
        changed(tables.claim, "body", longer_quote), ["its quote is not in the text"], id="quote"
    ),
    pytest.param(
        changed(tables.claim, "body", shifted),
        ["its quote is not in the text", "it does not stand where"],
        id="offset",
    ),
    pytest.param(
        changed(tables.claim, "body", lambda body: {**body, "colour": "red"}),
        ["breaks the claim model"],
        id="slot",
    ),
    pytest.param(
        changed(tables.claim, "ruled_body", lambda _: {"kind": "event"}),
        ["breaks the claim model"],
        id="ruled-body",
    ),
    pytest.param(
        of(tables.claim, ident="event-0"),
        ["its id or kind is not", "which is not in it", "does not tell of"],
        id="id-of-a-claim",
    ),
    pytest.param(of(tables.claim, start=0), ["it does not stand where"], id="start"),
    pytest.param(
        of(tables.claim, state="rejected"),
        ["it was rejected, but still has a profile"],
        id="rejected",
    ),
    pytest.param(
        of(tables.profile, record=None),
        ["it is settled, but has no record"],
        id="profile-without-record",
    ),
    pytest.param(
        of(tables.profile, compared=False), ["was not compared"], id="profile-not-compared"
    ),
    pytest.param(
        lambda c: c.execute(
            delete(tables.claim_profile).where(tables.claim_profile.c.profile == 1)
        ),
        ["no claim has it"],
        id="profile-without-claims",
    ),
    pytest.param(
        moved_profile, ["its founding claim is in record"], id="profile-in-another-record"
    ),
    pytest.param(link_of_strangers, ["it joins a "], id="link"),
    pytest.param(of_a_record(body=None), ["but no contents"], id="record-without-contents"),
    pytest.param(of_a_record(claims=77), ["what it is listed by"], id="record-listed-wrongly"),
    pytest.param(of_a_record(first=date(1999, 1, 1)), ["what it is listed by"], id="day"),
    pytest.param(of_a_record(body={"id": "x"}), ["can't be read back"], id="record-that-is-none"),
    pytest.param(
        swapped_bodies,
        ["its id or kind", "which is not in it", "does not tell of"],
        id="records-swapped",
    ),
    pytest.param(one_sided_relation, ["which does not know of it"], id="relation"),
    pytest.param(circle, ["leads in a circle"], id="circle"),
    pytest.param(of(tables.decision, author="Eve"), ["its digest is another"], id="decision"),
    pytest.param(of(tables.target, lineage="elsewhere"), ["under the documents"], id="target"),
    pytest.param(of(tables.decision, undoes="d"), ["the decision that it undoes"], id="undoing"),
    pytest.param(unindexed, ["can't be found by its words"], id="not-indexed"),
    pytest.param(
        changed(tables.finding, "body", longer_words),
        ["finding TST", "its quote is not in document"],
        id="words-of-a-finding",
    ),
    pytest.param(
        of(tables.finding, body={"code": "TST101"}),
        ["can't be read back"],
        id="finding-that-is-none",
    ),
    pytest.param(
        of(tables.finding, severity="error"), ["what it is listed by"], id="severity-of-a-finding"
    ),
    pytest.param(
        of(tables.finding, unit="elsewhere"),
        ["the document elsewhere, in which it was found, is gone"],
        id="unit-of-a-finding",
    ),
    pytest.param(
        without(tables.finding_document),
        ["not listed under the documents that it quotes"],
        id="documents-of-findings",
    ),
    pytest.param(
        without(tables.finding_record),
        ["not listed under the records that it is about"],
        id="records-of-findings",
    ),
    pytest.param(
        without(tables.check_key), ["the dossier ", "is gone"], id="keys-under-which-was-compared"
    ),
    pytest.param(
        gone_record, ["which it is about, is gone", "rule TST301: it compares"], id="gone-record"
    ),
    pytest.param(indexed_stranger, ["there is no such document"], id="indexed-stranger"),
    pytest.param(without(tables.brief), ["lists do not know it"], id="no-brief"),
    pytest.param(without(tables.heading), ["by what it is called"], id="no-heading"),
    pytest.param(without(tables.waiting), ["review queue does not know"], id="not-in-the-queue"),
    pytest.param(of(tables.brief, revision=77), ["another revision of it"], id="older-brief"),
    pytest.param(of_a_record(body=None), ["but is listed or found"], id="brief-of-none"),
]


@pytest.mark.parametrize(("tamper", "told"), TAMPERINGS)
def test_what_was_tampered_with_is_told(connection, tamper, told):
    tamper(connection)
    found = problems(connection)
    assert all("\n" not in line for line in found)
    for part in told:
        assert any(part in line for line in found), found


def test_what_is_gone_may_still_be_found_until_all_is_checked(connection):
    mark_documents(connection, [1, 2])
    gone_record(connection)
    told = problems(connection)
    assert told
    assert not any(line.startswith(("finding", "rule")) for line in told)


def test_what_waits_to_be_settled_or_checked_is_a_note(connection):
    of(tables.profile, settled=False)(connection)
    of(tables.record, stale=True)(connection)
    mark_documents(connection, [1, 2])
    assert problems(connection) == []
    notes = " ".join(problems(connection, notes=True))
    assert "1 profiles are not settled yet" in notes
    assert "1 records are to be computed anew" in notes
    assert "2 documents, records and keys are to be checked" in notes


def test_a_placement_in_a_claim_that_is_gone_is_told(connection):
    ident = connection.scalar(select(tables.decision.c.id))
    row = {"decision": ident, "target": 0, "document": 1, "claim": "x", "standing": "attached"}
    connection.execute(delete(tables.placement))
    connection.execute(insert(tables.placement).values(row))
    assert any("is not where it was found" in line for line in problems(connection))


def test_a_broken_reference_is_told_of_a_file(tmp_path, sqlite_template):
    path = tmp_path / "d.db"
    shutil.copy(sqlite_template, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO shingle (hash, document) VALUES (1, 77)")
        connection.commit()
    with open_dossier(str(path), Mode.READ) as dossier, dossier.reading() as connection:
        assert problems(connection) == ["database: a row of shingle refers to nothing in document"]
