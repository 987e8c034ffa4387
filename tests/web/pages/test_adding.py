"""Adding documents over the web, with stages that know the sentences of `filling`."""

import json
import re
import time

import pytest
from fastapi.testclient import TestClient

from communique.sources.fetching import Fetcher
from communique.web.app import create_app
from communique.web.workshop import Workshop
from filling import SentenceLoader, add, documents
from serving import site_on

TEXT = "Oman will give Peru 7 million euros. Oman and Peru met on 3 May 2024 in Muscat."


@pytest.fixture
def adding(dossier):
    site = site_on(dossier)
    workshop = Workshop(site, SentenceLoader(), Fetcher(look_up=lambda host, port: ("10.0.0.1",)))
    with TestClient(create_app(site, workshop)) as client:
        yield client


def token(client):
    return re.search(r'name="csrf" value="(\w+)"', client.get("/add").text)[1]


def finished(client, answer):
    """The page of a job once it is over."""
    address = answer.url.path
    for _ in range(200):
        if client.get(f"{address}/progress").json()["over"]:
            return client.get(address).text
        time.sleep(0.05)
    pytest.fail("the job does not end")


def test_a_text_is_read_and_its_facts_lead_to_their_words(adding):
    sent = {"csrf": token(adding), "text": TEXT, "title": "Muscat", "published": "2024-05-04"}
    told = finished(adding, adding.post("/add/text", data=sent))
    assert "Added Muscat" in told
    assert "7 million EUR" in told
    assert re.search(r'href="/documents/\w+\?claim=[\w.-]+#words"', told)


def test_files_are_read_and_a_bad_one_stops_none(adding):
    files = [
        ("files", ("a.jsonl", json.dumps({"text": TEXT}).encode(), "application/json")),
        ("files", ("b.exe", b"x", "application/octet-stream")),
    ]
    answer = adding.post("/add/files", data={"csrf": token(adding)}, files=files)
    told = finished(adding, answer)
    assert "its ending names no known format" in told
    assert "7 million EUR" in told


def test_the_same_text_twice_is_one_document(adding):
    sent = {"csrf": token(adding), "text": TEXT, "title": "Muscat"}
    for _ in range(2):
        told = finished(adding, adding.post("/add/text", data=sent))
    assert "7 million EUR" in told
    assert adding.get("/search", params={"q": "Muscat"}).text.count("<mark>Muscat</mark>") == 1


def test_an_address_in_a_private_network_is_refused(adding):
    sent = {"csrf": token(adding), "addresses": "https://inside.example/"}
    assert "private network" in finished(adding, adding.post("/add/address", data=sent))


@pytest.mark.parametrize(
    ("path", "sent"),
    [("text", {"text": " "}), ("address", {"addresses": "\n"}), ("files", {})],
)
def test_nothing_is_refused(adding, path, sent):
    answer = adding.post(f"/add/{path}", data={"csrf": token(adding), **sent})
    assert answer.status_code == 400
    assert "there is none" in answer.text or "it is empty" in answer.text


def test_a_form_from_elsewhere_is_refused(adding):
    assert adding.post("/add/text", data={"text": TEXT, "csrf": "x"}).status_code == 403


def test_what_was_added_longer_ago_is_told(adding):
    assert adding.get("/add/unknown").status_code == 404


def test_hostile_words_stay_words(adding):
    sent = {"csrf": token(adding), "text": TEXT, "title": "<script>alert(1)</script>"}
    told = finished(adding, adding.post("/add/text", data=sent))
    assert "<script>alert" not in told
    assert "&lt;script&gt;alert" in told


def test_too_much_at_once_is_refused_at_the_door(adding):
    answer = adding.post("/add/text", headers={"content-length": "999999999"})
    assert answer.status_code == 413


def test_a_search_finds_texts_records_and_people(client):
    assert "<mark>Muscat</mark>" in client.get("/search", params={"q": "muscat"}).text
    told = client.get("/search", params={"q": "rahima"}).text
    assert re.search(r'href="/people/person\.\w+">Ali Rahima', told)


def test_a_search_for_what_is_not_there_says_so(client):
    assert "Nothing in this dossier" in client.get("/search", params={"q": "<b>zebra"}).text


def test_a_reading_dossier_takes_nothing_in(dossier, tmp_path):
    from communique.store.dossier import Mode, open_dossier

    add(dossier, documents(1))
    with (
        open_dossier(str(tmp_path / "dossier.db"), Mode.READ) as reading,
        TestClient(create_app(site_on(reading))) as client,
    ):
        assert "for reading only" in client.get("/add").text
