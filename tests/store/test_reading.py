"""What lists of records, documents, parties and persons ask of a dossier, on each database."""

from datetime import date

import pytest

from communique.model.claim import Party
from communique.model.record import ClaimRef, Tellers
from communique.store.catalogue import Period, list_documents, list_parties, list_stories
from communique.store.dossier import Mode, open_dossier
from communique.store.evidence import decisions_about, told_in
from communique.store.ids import short_ids
from communique.store.listing import Wanted, ids_like, ids_told_in, list_records, load_record
from communique.store.people import list_persons
from communique.store.search import documents_with
from dossiers import shelf
from factory import OMAN, PERU, day, event, office

MAY = date(2024, 5, 2)


@pytest.fixture
def refs(empty_address):
    """Where the claims of a small dossier stand; it has one meeting, one post and one person."""
    with shelf(empty_address) as put:
        met = event(when=day("2024-05-02"))
        first = put.document("first", met, office(), published="2024-05-03", names=(OMAN, PERU))
        second = put.document(
            "second",
            event("Oman met Peru", when=day("2024-05-02")),
            published="2024-05-01",
            names=(OMAN,),
            story=1,
        )
        told = {"first": MAY, "last": MAY, "tellers": Tellers((OMAN,))}
        put.record("event.aaaa1", met, first[0], second[0], **told)
        put.record("office.aaab2", office(), first[1])
        put.record("person.bbbb3", office(), first[1], name="Ali Rahimov")
    return (*first, *second)


@pytest.fixture
def connection(refs, empty_address):
    with open_dossier(empty_address, Mode.READ) as dossier, dossier.reading() as connection:
        yield connection


def test_claims_are_told_with_their_documents(connection, refs):
    told = told_in(connection, [*refs, ClaimRef("nowhere", refs[0].claim)])
    assert set(told) == set(refs)
    assert told[refs[0]].title == "Title of first"
    assert told[refs[2]].stored.node.claim.evidence[0].exact == "Oman met Peru"
    assert decisions_about(connection, refs) == ()


def test_ids_are_as_short_as_they_can_be_told_apart(connection):
    assert short_ids(connection) == {
        "event.aaaa1": "aaaa",
        "office.aaab2": "aaab",
        "person.bbbb3": "bbbb",
    }
    assert ids_like(connection, "aaa") == ("event.aaaa1", "office.aaab2")


def test_documents_by_day_and_by_whom_they_name(connection):
    def idents(*asked):
        return [row.ident for row in list_documents(connection, *asked)]

    assert idents(Period()) == ["second", "first"]
    assert idents(Period(since=MAY)) == ["first"]
    assert idents(Period(until=MAY)) == ["second"]
    assert idents(Period(), [{"Oman"}, {"Peru", "Ministry of Peru"}]) == ["first"]
    claims = {row.ident: row.claims for row in list_documents(connection, Period())}
    assert claims == {"first": 2, "second": 1}


def test_stories_that_several_documents_tell(connection):
    (story,) = list_stories(connection)
    assert [row.ident for row in story] == ["second", "first"]


def test_parties_by_number_of_records(connection):
    oman, peru = list_parties(connection)
    assert (oman.name, oman.code, oman.documents) == ("Oman", "OM", 2)
    assert dict(oman.records) == {"event": 1, "office": 1, "person": 1}
    assert (peru.name, dict(peru.records), peru.documents) == ("Peru", {"event": 1}, 1)


def test_persons_with_their_records(connection):
    (person,) = list_persons(connection)
    assert person.names == (("Ali Rahimov", 1),)
    assert person.records == {"office": ("office.aaab2",)}


def test_records_of_documents_that_hold_words(connection):
    (number,) = documents_with(connection, '"met peru"', 10)
    assert ids_told_in(connection, [number]) == ["event.aaaa1"]
    assert documents_with(connection, "", 10) == ()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        pytest.param(Wanted("event"), 1, id="kind"),
        pytest.param(Wanted("event", (frozenset({"Oman"}), frozenset({"Peru"}))), 1, id="sides"),
        pytest.param(Wanted("event", (frozenset({"Oman"}), frozenset({"Chile"}))), 0, id="other"),
        pytest.param(Wanted("event", since=date(2024, 5, 3)), 0, id="since"),
        pytest.param(Wanted("event", until=date(2024, 5, 1)), 0, id="until"),
        pytest.param(Wanted("event", since=MAY, until=MAY), 1, id="day"),
        pytest.param(Wanted("event", holding=(("status", "occurred"),)), 1, id="holding"),
        pytest.param(Wanted("event", holding=(("status", "planned"),)), 0, id="not-holding"),
        pytest.param(Wanted("event", holding=(("status", "%"),)), 0, id="wildcard"),
    ],
)
def test_records_that_are_wanted(connection, wanted, found):
    assert len(list(list_records(connection, wanted))) == found


def test_a_record_by_its_id(connection):
    listed = load_record(connection, "event.aaaa1")
    assert {(p.name, p.role) for p in listed.parties} == {("Oman", "actor"), ("Peru", "actor")}
    assert listed.record.tellers.parties == (Party("Oman", "OM"),)
    assert load_record(connection, "event.zzzz") is None
