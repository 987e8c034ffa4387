"""Persons and records are found by the words of what they are called, on each database."""

import pytest
from sqlalchemy import delete, select

from communique.model.linking import Profiled
from communique.store import tables
from communique.store.called import head_missing, headed_with, name_missing, named_with
from communique.store.dossier import Mode, open_dossier
from communique.store.merging import put_profiles
from communique.store.people import persons_named
from communique.store.records import empty_records
from dossiers import shelf
from factory import commitment, day, event, instrument, office


@pytest.fixture
def filled(empty_address):
    with shelf(empty_address) as put:
        met = event(
            "They met", title="Fourth Forum of Ports", place="São Tomé", when=day("2024-05-02")
        )
        signed = instrument("they signed it", name="Treaty on Ports")
        held = office("President Ali Rahimov")
        refs = put.document("news", met, signed, held, commitment())
        put.record("event.aaaa1", met, refs[0], stories=2)
        put.record("instrument.bbbb1", signed, refs[1], stories=3)
        put.record("person.cccc1", held, refs[2], name="Ali Raḥīmov-Smith")
        put.record("person.cccc2", held, refs[2], name="Ali Smith")
    return empty_address


@pytest.fixture
def connection(filled):
    with open_dossier(filled, Mode.READ) as dossier, dossier.reading() as connection:
        yield connection


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param({"ali"}, ["person.cccc1", "person.cccc2"], id="of-both"),
        pytest.param({"rahimov"}, ["person.cccc1"], id="accents"),
        pytest.param({"smith", "ali", "rahimov"}, ["person.cccc1"], id="all-words"),
        pytest.param({"smit"}, [], id="whole-words"),
        pytest.param({"ali", "nobody"}, [], id="one-that-is-missing"),
    ],
)
def test_persons_are_found_by_words_of_their_names(connection, words, found):
    assert [one.record for one in persons_named(connection, words)] == found


IDENTS = ("event.aaaa1", "instrument.bbbb1", "person.cccc1")


@pytest.mark.parametrize(
    ("phrases", "found"),
    [
        pytest.param([("ports",)], ["instrument.bbbb1", "event.aaaa1"], id="most-stories-first"),
        pytest.param([("sao", "tome")], ["event.aaaa1"], id="place"),
        pytest.param([("ports",), ("tome",)], ["event.aaaa1"], id="in-several-slots"),
        pytest.param([("ports", "sao")], [], id="no-phrase-over-two-slots"),
        pytest.param([("port",)], [], id="whole-words"),
        pytest.param([("president",)], ["person.cccc1"], id="post-of-a-person"),
        # The status of the event is a term of the claim model.
        pytest.param([("occurred",)], [], id="no-terms"),
    ],
)
def test_records_are_found_by_what_they_are_called(connection, phrases, found):
    assert headed_with(connection, IDENTS, phrases) == found


def test_only_those_asked_about_are_found(connection):
    assert headed_with(connection, ["event.aaaa1"], [("ports",)]) == ["event.aaaa1"]


def test_a_record_that_lost_its_claims_is_not_found(filled):
    with open_dossier(filled, Mode.WRITE) as dossier, dossier.writing() as connection:
        empty_records(connection, ["event.aaaa1"])
        assert headed_with(connection, IDENTS, [("tome",)]) == []


def test_a_profile_comes_and_goes_with_its_words(filled):
    with open_dossier(filled, Mode.WRITE) as dossier, dossier.writing() as connection:
        claim = connection.scalar(select(tables.claim.c.id).limit(1))
        body = {"name": "Ana Ruiz", "side": "", "posts": []}
        put_profiles(connection, {claim: [Profiled("person", "d1", body, ("person ruiz",))]})
        assert len(connection.scalars(named_with(["ruiz", "ana"])).all()) == 1
        put_profiles(connection, {claim: []})
        assert connection.scalars(named_with(["ruiz"])).all() == []


def test_what_an_older_version_did_not_keep_is_put_in_once(filled):
    with open_dossier(filled, Mode.WRITE) as dossier, dossier.writing() as connection:
        kept = [
            sorted(map(tuple, connection.execute(select(table))))
            for table in (tables.name_word, tables.heading)
        ]
        for table in (tables.name_word, tables.heading):
            connection.execute(delete(table))
        for _ in range(2):
            name_missing(connection)
            head_missing(connection)
        again = [
            sorted(map(tuple, connection.execute(select(table))))
            for table in (tables.name_word, tables.heading)
        ]
    assert again == kept
    assert all(kept)
