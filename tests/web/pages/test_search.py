"""Search: by words of texts, by names of records, and by what people have set."""

import re

import pytest

from communique.store.listing import all_ids, load_record, load_records
from communique.web.deciding import decide
from communique.web.visitors import Role, Visitor
from serving import site_on

GRACE = Visitor("Grace", Role.REVIEWER)


def found(client, words):
    told = client.get("/search", params={"q": words}).text
    return re.findall(r'class="record" href="/records/([^"]+)"', told)


@pytest.fixture
def moved(filled):
    """The claim of an event of which somebody has said where it was, in a word of no text."""
    with filled.reading() as connection:
        events = [ident for ident in all_ids(connection) if ident.startswith("event.")]
        record = next(iter(load_records(connection, events))).record
    claim = str(record.claims[0])
    decide(site_on(filled), GRACE, lambda decider: decider.correct(claim, "place", "Zanzibar"))
    return record.claims[0]


def test_what_a_person_has_set_is_found_though_no_text_holds_it(client, filled, moved):
    (ident,) = found(client, "zanzibar")
    with filled.reading() as connection:
        record = load_record(connection, ident).record
    assert moved in record.claims
    assert record.head.place == "Zanzibar"
    assert found(client, "Zanzibar Oman") == []


def test_a_search_that_finds_nothing_says_what_can_be_done(client):
    assert "Nothing in this dossier holds this word" in client.get("/search?q=zeppelin").text


def test_a_search_for_nothing_says_what_can_be_looked_for(client):
    told = client.get("/search").text
    assert "names and places of records" in told
    assert "Nothing in this dossier" not in told
