"""What the database adds up of commitments is what comes out when all of them are looked at."""

from datetime import date

import pytest
from sqlalchemy import insert

from communique.model.claim import Amount
from communique.model.mention import Bound
from communique.model.record import RelationKind
from communique.model.terms import Finance, Grade, Modality
from communique.store import tables
from communique.store.dossier import Mode, open_dossier
from communique.store.ledger import WantedLines, edges_among, load_lines
from communique.store.sums import add_alike, list_unable, load_others
from communique.views.totals import Reason, added, sides_of_payers, sums_of_all
from dossiers import shelf
from factory import PERU, commitment

PART_OF, HAS_PART = RelationKind.PART_OF, RelationKind.HAS_PART
EUROS = [
    commitment("Oman will give 5 million euros"),
    commitment("Oman will give about 3 million euros", amount=Amount(3e6, "EUR", Bound.ABOUT)),
    commitment("Oman will give 0.1 euros", amount=Amount(0.1, "EUR")),
    commitment("Oman will give 0.2 euros", amount=Amount(0.2, "EUR")),
    commitment("Oman may give 7 euros", amount=Amount(7, "EUR"), modality=Modality.POSSIBLE),
    commitment("Oman will not give 8 euros", amount=Amount(8, "EUR"), modality=Modality.DENIED),
    commitment("Oman will give 3 trillion euros", amount=Amount(3 * 10**12 + 1, "EUR")),
]
OTHERS = [
    commitment("Peru lends 2 dollars", by=(PERU,), amount=Amount(2, "USD"), finance=Finance.LOAN),
    commitment("Somebody will help", by=(), amount=None, grade=Grade.CONSIDERED),
    commitment("Peru gives 4 without saying of what", by=(PERU,), amount=Amount(4, None)),
]


@pytest.fixture
def connection(tmp_path):
    """Commitments of all sorts; some contain others, by relation or by their own words."""
    address = tmp_path / "sums.db"
    with shelf(address) as put:
        claims = [*EUROS, *OTHERS]
        refs = put.document("told", *claims)
        for number, (claim, ref) in enumerate(zip(claims, refs, strict=True)):
            told = date(2024, 4 + number % 2, 2)
            put.record(f"commitment.{number}", claim, ref, told_first=told, told_last=told)
        part = commitment("of which 1 million", amount=Amount(1, "EUR"), part_of=refs[0].claim)
        put.record("commitment.part", part, refs[0])
    with open_dossier(str(address), Mode.WRITE) as dossier:
        with dossier.writing() as connection:
            rows = [
                ("commitment.1", PART_OF, "commitment.2"),
                ("commitment.7", HAS_PART, "commitment.9"),
                ("commitment.9", PART_OF, "commitment.8"),
            ]
            told = [{"record": a, "kind": k.value, "other": b, "reasons": []} for a, k, b in rows]
            connection.execute(insert(tables.relation), told)
        with dossier.reading() as connection:
            yield connection


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(WantedLines(), id="all"),
        pytest.param(WantedLines((("currency", "EUR"),)), id="currency"),
        pytest.param(WantedLines((("currency", None),)), id="no-currency"),
        pytest.param(WantedLines((("grade", "pledged"), ("finance", None))), id="grade"),
        pytest.param(WantedLines(least=3.0), id="least"),
        pytest.param(WantedLines(payers=(("Peru",), ())), id="payers"),
        pytest.param(WantedLines(since=date(2024, 5, 1), until=date(2024, 5, 31)), id="period"),
    ],
)
def test_sums_are_the_totals(connection, kin, wanted):
    lines = load_lines(connection, wanted)
    whole = added(
        lines,
        edges_among(connection, [line.record for line in lines]),
        sides_of=sides_of_payers(kin),
    )
    others = load_others(connection, wanted)
    idents = [line.record for line in others]
    wholes = {line.whole for line in others if line.whole}.difference(idents)
    edges = edges_among(connection, idents)
    within = load_lines(connection, wanted, wholes)
    sums = sums_of_all(add_alike(connection, wanted), others, within, edges, kin=kin)
    told = [(one.sort, one.value, one.bound, one.number) for one in sums.totals]
    assert told == [(one.sort, one.value, one.bound, one.number) for one in whole.totals]
    assert [type(one.value) for one in sums.totals] == [type(one.value) for one in whole.totals]
    left = {one.record: one.reason for one in sums.left_out}
    for ident, has_sum in list_unable(connection, wanted):
        left[ident] = Reason.DENIED if has_sum else Reason.NO_AMOUNT
    assert left == {one.record: one.reason for one in whole.left_out}


def test_what_stands_alone_is_added_up_by_the_database(connection):
    alone = add_alike(connection, WantedLines())
    assert sum(one.number for one in alone) == 2
    others = load_others(connection, WantedLines())
    singly = {"1", "2", "3", "6", "7", "8", "9", "part"}
    assert {line.record.partition(".")[2] for line in others} == singly
    assert list_unable(connection, WantedLines()) == [("commitment.5", True)]
