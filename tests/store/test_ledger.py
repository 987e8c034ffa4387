"""The ledger tells of commitments what their records tell."""

from datetime import date

import pytest
from sqlalchemy import select

from communique.model.claim import Amount
from communique.model.mention import Bound
from communique.model.terms import Finance, Grade
from communique.store import tables
from communique.store.dossier import Mode, open_dossier
from communique.store.ledger import (
    WantedLines,
    count_lines,
    edges_among,
    lines_of,
    list_payers,
    load_lines,
    ordered_lines,
)
from communique.store.listing import Wanted, list_ids, list_records
from communique.store.records import empty_records
from dossiers import shelf
from factory import PERU, commitment

COMMITMENTS = Wanted("commitment")


@pytest.fixture
def opened(tmp_path):
    """Commitments of all sorts; one of them is, in its own words, a part of another."""
    address = tmp_path / "ledger.db"
    with shelf(address) as put:
        whole = commitment("Oman will give 5 million euros")
        loan = commitment(
            "Peru lends more than 2.5 million dollars",
            by=(PERU,),
            grade=Grade.AGREED,
            finance=Finance.LOAN,
            amount=Amount(2.5e6, "USD", Bound.MORE_THAN),
        )
        vague = commitment("Somebody will help", by=(), amount=None, grade=Grade.CONSIDERED)
        refs = put.document("whole", whole, loan, vague)
        part = commitment("of which 1 million", amount=Amount(1, "EUR"), part_of=refs[0].claim)
        day = date(2024, 5, 4)
        put.record("commitment.a", whole, refs[0], first=day, last=day)
        put.record(
            "commitment.b", loan, refs[1], told_first=date(2024, 5, 3), told_last=date(2024, 5, 3)
        )
        put.record("commitment.c", vague, refs[2])
        put.record(
            "commitment.d", part, refs[0], told_first=date(2023, 5, 3), told_last=date(2023, 5, 3)
        )
    with open_dossier(str(address), Mode.WRITE) as dossier:
        yield dossier


def test_lines_are_those_of_the_records(opened):
    with opened.reading() as connection:
        found = load_lines(connection, WantedLines())
        told = lines_of(one.record for one in list_records(connection, COMMITMENTS))
    bare = [line._replace(whole=None) for line in found]
    assert sorted(bare) == sorted(line._replace(whole=None) for line in told)
    assert isinstance(next(li for li in found if li.record == "commitment.a").amount.value, int)


def test_lines_stand_in_the_order_of_records(opened):
    with opened.reading() as connection:
        expected = list_ids(connection, COMMITMENTS)
        assert ordered_lines(connection) == expected
        assert tuple(line.record for line in load_lines(connection, WantedLines())) == expected
        assert count_lines(connection) == 4


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (WantedLines((("grade", "agreed"),)), {"b"}),
        (WantedLines((("finance", None),)), {"a", "c", "d"}),
        (WantedLines((("currency", "EUR"),)), {"a", "d"}),
        (WantedLines((("currency", "EUR"), ("grade", "agreed"))), set()),
        (WantedLines(least=2_500_000), {"a", "b"}),
        (WantedLines(least=2_500_001), {"a"}),
        (WantedLines(payers=(("Peru",), ())), {"b", "c"}),
        (WantedLines((("grade", "agreed"),), payers=((),)), set()),
        (WantedLines(since=date(2024, 5, 4)), {"a"}),
        (WantedLines(until=date(2024, 5, 3)), {"b", "d"}),
        (WantedLines(since=date(2024, 1, 1), until=date(2024, 5, 3)), {"b"}),
    ],
)
def test_lines_are_chosen(opened, wanted, found):
    with opened.reading() as connection:
        got = load_lines(connection, wanted)
        assert count_lines(connection, wanted) == len(got)
        assert ordered_lines(connection, wanted) == tuple(line.record for line in got)
        assert {line.record for line in got} == {f"commitment.{name}" for name in found}
        among = load_lines(connection, wanted, ["commitment.b", "commitment.none"])
    assert {line.record for line in among} == {"commitment.b"} & {f"commitment.{n}" for n in found}


def test_who_gives_is_told_once(opened):
    with opened.reading() as connection:
        assert sorted(list_payers(connection)) == [(), ("Oman",), ("Peru",)]


def test_what_is_gone_has_no_line(opened):
    with opened.writing() as connection:
        empty_records(connection, ["commitment.b"])
    with opened.reading() as connection:
        assert "commitment.b" not in ordered_lines(connection)
        assert edges_among(connection, ordered_lines(connection)) == {}
        assert set(connection.scalars(select(tables.ledger.c.record))) == {
            "commitment.a",
            "commitment.c",
            "commitment.d",
        }
