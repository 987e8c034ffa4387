"""Parties are counted by the database, on each of them."""

from collections import Counter

import pytest
from sqlalchemy import select

from communique.model.claim import Amount
from communique.store import tables
from communique.store.counting import count_parties, parties_called, party_names, party_page
from communique.store.dossier import Mode, open_dossier
from communique.store.ledger import WantedLines
from communique.store.sums import add_alike
from shelved import fill


@pytest.fixture
def connection(empty_address):
    fill(empty_address)
    with open_dossier(empty_address, Mode.READ) as dossier, dossier.reading() as opened:
        yield opened


def test_parties_have_the_numbers_of_their_records_by_kind(connection):
    table = tables.record_party
    rows = connection.execute(select(table.c.record, table.c.name, table.c.code)).all()
    told = Counter({(row.name, row.record.partition(".")[0], row.record) for row in rows})
    codes = {row.name: row.code for row in rows if row.code}
    names = party_names(connection)
    assert set(names) == {row.name for row in rows}
    for party in parties_called(connection, names):
        mine = Counter(kind for name, kind, _ in told if name == party.name)
        assert +party.records == mine
        assert party.code == codes.get(party.name)


def test_pages_of_parties_follow_one_another(connection):
    names = party_names(connection)
    found = [party_page(connection, "", first, 2) for first in range(0, len(names), 2)]
    assert tuple(name for some, _ in found for name in some) == names
    assert {total for _, total in found} == {len(names)} == {count_parties(connection)}
    assert party_page(connection, "", len(names), 2) == ((), 0)
    assert party_page(connection, "OMA", 0, 5) == (("Oman",), 1)


def test_sums_are_whole_numbers(connection):
    found = add_alike(connection, WantedLines())
    assert found
    assert all(isinstance(one.value, int) and Amount(one.value, one.currency) for one in found)
