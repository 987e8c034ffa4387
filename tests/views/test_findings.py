"""Which findings are listed, and in what order."""

from datetime import date

import pytest
from sqlalchemy import insert, select

from checked import NumberNamed, SameGiver, ToldTwice
from communique.model.finding import Severity
from communique.store import tables
from communique.store.findings import WantedFindings
from communique.store.persons import persons_named
from communique.views.findings import list_findings
from filling import add, documents, given

LATER = given("later", "Number 3. Nothing else.", "2024-06-01")
UNDATED = given("undated", "Number 8. Nothing else.", None)
OMAN, PERU, CHAD = frozenset({"Oman"}), frozenset({"Peru"}), frozenset({"Chad"})


@pytest.fixture
def listed(dossier):
    """Lists findings of a filled dossier; one document names Chad and Peru."""
    add(dossier, [*documents(8), LATER, UNDATED])
    with dossier.writing() as connection:
        number = _number(connection, "later")
        for name in ("Chad", "Peru"):
            row = {"document": number, "kind": "party", "name": name, "times": 1}
            connection.execute(insert(tables.named).values(row))

    def found(**wanted):
        with dossier.reading() as connection:
            return list_findings(connection, WantedFindings(**wanted))

    return found


def _number(connection, ident):
    return connection.scalar(select(tables.document.c.id).where(tables.document.c.ident == ident))


def codes(found):
    return {kept.finding.code for kept in found}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param({}, {"TST101", "TST201", "TST301"}, id="all"),
        pytest.param({"select": ("TST1", "TST301")}, {"TST101", "TST301"}, id="selected"),
        pytest.param({"ignore": ("TST1",)}, {"TST201", "TST301"}, id="ignored"),
        pytest.param({"select": ("TST101",), "ignore": ("TST",)}, {"TST101"}, id="longer-selected"),
        pytest.param(
            {"select": ("TST",), "ignore": ("TST101",)}, {"TST201", "TST301"}, id="longer-ignored"
        ),
        pytest.param({"select": ("TST101",), "ignore": ("TST101",)}, set(), id="alike"),
        pytest.param({"select": ("ARI",)}, set(), id="none"),
        pytest.param(
            {"severities": frozenset({Severity.ERROR, Severity.WARNING})},
            {"TST201", "TST301"},
            id="severities",
        ),
    ],
)
def test_codes_and_severities(listed, wanted, expected):
    assert codes(listed(**wanted)) == expected


def test_sides_are_those_of_records_or_else_named_in_documents(listed):
    both = listed(sides=(OMAN, PERU))
    assert codes(both) == {ToldTwice.code, SameGiver.code}
    (named,) = listed(sides=(PERU, CHAD))
    assert named.finding.message.startswith("it is number 3")
    assert listed(sides=(OMAN, CHAD)) == ()
    assert codes(listed(sides=(OMAN | CHAD, PERU))) == codes(both) | {NumberNamed.code}


def test_findings_of_records_and_documents(listed):
    everything = listed()
    twice = next(kept for kept in everything if kept.finding.code == ToldTwice.code)
    (record,) = twice.finding.records
    of_record = listed(records=frozenset({record}))
    assert of_record == tuple(kept for kept in everything if record in kept.finding.records)
    key = twice.finding.quotes[-1].document
    of_document = listed(documents=frozenset({key}))
    assert twice in of_document
    assert of_document == tuple(
        kept for kept in everything if key in {q.document for q in kept.finding.quotes}
    )
    assert listed(idents=frozenset({twice.ident})) == (twice,)


def test_what_holds_from_a_later_day_on_is_hidden_until_then(listed):
    numbers = {"select": (NumberNamed.code,)}
    assert len(listed(**numbers)) == 10
    assert len(listed(**numbers, today=date(2029, 12, 31))) == 5
    assert len(listed(**numbers, today=date(2030, 1, 1))) == 10


def test_the_order_is_by_day_document_and_place(listed):
    found = listed()
    firsts = [kept.finding.quotes[0] for kept in found]
    keys = list(dict.fromkeys(quote.document for quote in firsts))
    assert [q.document for q in firsts] == [k for k in keys for q in firsts if q.document == k]
    assert [kept.finding.message[:14] for kept in (found[0], found[-1])] == [
        "it is number 8",
        "it is number 3",
    ]
    for key in keys:
        starts = [quote.start for quote in firsts if quote.document == key]
        assert starts == sorted(starts)


def messages(found):
    return {kept.finding.message[:14] for kept in found}


def test_period_is_that_of_records_or_else_of_documents(listed):
    # Commitments have no day of their own, and were all told on 20 May 2024.
    assert messages(listed(since=date(2024, 5, 21))) == {"it is number 3"}
    of_may = listed(since=date(2024, 5, 1), until=date(2024, 5, 7))
    assert codes(of_may) == {ToldTwice.code}
    assert codes(listed(until=date(2024, 5, 20))) == {
        NumberNamed.code,
        ToldTwice.code,
        SameGiver.code,
    }
    assert listed(until=date(2024, 4, 30)) == ()


def test_persons_are_named_by_a_record_or_else_by_a_document(dossier, listed):
    with dossier.reading() as connection:
        (person,) = persons_named(connection, "Rahima")
    found = listed(persons=frozenset({person}))
    # Numbers 0 and 4 tell of Ali Rahima, whose term of office both of them tell.
    assert messages(found) == {"it is number 0", "it is number 4", "2 claims, of 2"}
    assert listed(persons=frozenset({"person.none"})) == ()
