"""The JSON interface: what the pages tell, in pages by cursor, unchanged answers, problems."""

import re
import time

import pytest
from fastapi.testclient import TestClient

from communique.store.listing import all_ids
from communique.web.app import create_app
from communique.web.workshop import Workshop
from filling import SentenceLoader, add, documents
from serving import site_on

API = "/api/v1"


@pytest.fixture
def api(filled):
    site = site_on(filled)
    with TestClient(create_app(site, Workshop(site, SentenceLoader()))) as client:
        yield client


@pytest.fixture
def token(api):
    found = re.search(r'name="csrf-token" content="(\w+)"', api.get("/").text)[1]
    return {"x-csrf-token": found}


def walked(api, address, **params):
    """All entries of a list, page by page."""
    items, cursor = [], None
    while True:
        more = {"cursor": cursor} if cursor else {}
        told = api.get(f"{API}/{address}", params={**params, **more}).json()
        assert len(told["items"]) <= params["limit"]
        items += told["items"]
        cursor = told["next"]
        if cursor is None:
            return items, told["count"]


@pytest.mark.parametrize(
    ("address", "params"),
    [
        ("records", {"kind": "event"}),
        ("records", {"kind": "event", "between": ["OM", "PE"]}),
        ("documents", {}),
        ("parties", {}),
        ("people", {}),
        ("rules", {}),
        ("findings", {}),
        ("undertakings", {"all": True}),
        ("decisions", {}),
    ],
)
def test_pages_of_any_size_make_up_the_same_list(api, address, params):
    whole, count = walked(api, address, limit=200, **params)
    parts, _ = walked(api, address, limit=3, **params)
    assert parts == whole
    assert count == len(whole)
    assert whole or address in {"decisions", "findings"}


@pytest.mark.parametrize("limit", [1, 2, 4, 9, 10])
def test_pages_of_a_search_make_up_all_its_hits(api, limit):
    whole = api.get(f"{API}/search", params={"q": "Muscat", "limit": 100}).json()
    walked, cursor, pages = [], None, 0
    while pages == 0 or cursor:
        more = {"cursor": cursor} if cursor else {}
        told = api.get(f"{API}/search", params={"q": "Muscat", "limit": limit, **more}).json()
        assert told["count"] == whole["count"] == 9
        # What is found by its name is told once.
        assert bool(told["records"] or told["people"]) == (pages == 0 and bool(whole["records"]))
        walked += told["documents"]
        cursor, pages = told["next"], pages + 1
    assert walked == whole["documents"]
    assert whole["next"] is None
    assert pages == -(-9 // limit)


def test_the_first_page_of_a_search_tells_records_and_people_alone(api):
    asked = {"q": "Rahima", "limit": 1}
    first = api.get(f"{API}/search", params=asked).json()
    assert first["people"][0]["names"] == ["Ali Rahima"]
    second = api.get(f"{API}/search", params={**asked, "cursor": first["next"]}).json()
    assert (second["records"], second["people"]) == ([], [])
    assert second["documents"]


def test_a_cursor_of_a_search_stands_for_one_of_its_hits(api):
    first = api.get(f"{API}/search", params={"q": "Rahima", "limit": 1}).json()
    other = {"q": "Rahimb", "cursor": first["next"]}
    answer = api.get(f"{API}/search", params=other)
    assert answer.status_code == 400
    assert "is gone" in answer.json()["title"]


def test_a_record_comes_with_its_evidence(api, filled):
    with filled.reading() as connection:
        ident = next(i for i in all_ids(connection) if i.startswith("event"))
    told = api.get(f"{API}/records/{ident}").json()
    quote = told["evidence"][0]["claim"]["evidence"][0]
    document = api.get(f"{API}/documents/{told['evidence'][0]['document']}").json()
    assert document["text"][quote["start"] : quote["end"]] == quote["exact"]


def test_totals_say_what_they_add_up(api):
    told = api.get(f"{API}/totals", params={"between": ["OM", "PE"]}).json()
    (total,) = told["totals"]
    assert total["currency"] == "EUR"
    assert total["value"] == sum(range(1, 6)) * 1_000_000
    assert len(total["records"]) == 5


def test_an_unchanged_answer_is_not_sent_again(api, filled):
    first = api.get(f"{API}/parties")
    tag = first.headers["etag"]
    again = api.get(f"{API}/parties", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    add(filled, documents(12))
    changed = api.get(f"{API}/parties", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("records/event.none", 404),
        ("records?kind=none", 400),
        ("records", 422),
        ("records?kind=event&between=Atlantis&between=PE", 400),
        ("records?kind=event&limit=0", 422),
        ("records?kind=event&cursor=xyz", 400),
        ("search?q=Muscat&cursor=xyz", 400),
        ("documents/none", 404),
        ("people/none", 404),
        ("rules/none", 404),
        ("additions/none", 404),
        ("nothing", 404),
        ("relationship", 404),
    ],
)
def test_problems_are_told_as_the_standard_says(api, address, status):
    answer = api.get(f"{API}/{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]


def place_of(api, ref):
    claims = api.get(f"{API}/documents/{ref['document']}").json()["claims"]
    return next(one["place"] for one in claims if one["id"] == ref["claim"])


def test_a_claim_is_corrected_and_the_correction_undone(api, filled, token):
    with filled.reading() as connection:
        ident = next(i for i in all_ids(connection) if i.startswith("event"))
    ref = api.get(f"{API}/records/{ident}").json()["claims"][0]
    before = place_of(api, ref)
    sent = {"ruling": "correct", "claim": ref["claim"], "slot": "place", "value": "Salalah"}
    made = api.post(f"{API}/decisions", json=sent, headers=token)
    assert made.status_code == 201
    assert made.json()["author"] == "Ada"
    assert place_of(api, ref) == "Salalah"
    undo = {"ruling": "undo", "decision": made.json()["id"]}
    assert api.post(f"{API}/decisions", json=undo, headers=token).status_code == 201
    assert place_of(api, ref) == before
    assert [one["undone"] for one in api.get(f"{API}/decisions").json()["items"]] == [True, False]


def test_what_changes_something_needs_a_token(api):
    assert api.post(f"{API}/decisions", json={"ruling": "merge"}).status_code == 403


@pytest.mark.parametrize(
    "sent",
    [
        {"ruling": "accept"},
        {"ruling": "accept", "claim": "none"},
        {"ruling": "merge", "records": ["a"]},
        {"ruling": "silence", "finding": "none"},
        {"ruling": "bless"},
    ],
)
def test_what_can_not_be_decided_is_refused(api, token, sent):
    assert api.post(f"{API}/decisions", json=sent, headers=token).status_code in {400, 422}


def test_documents_are_added(api, token):
    sent = [{"text": "Oman will give Peru 9 million euros.", "title": "Nine"}, {"text": ""}]
    begun = api.post(f"{API}/documents", json=sent, headers=token)
    assert begun.status_code == 202
    address = f"{API}/{begun.headers['location']}"
    for _ in range(200):
        told = api.get(address).json()
        if told["over"]:
            break
        time.sleep(0.05)
    assert told["entries"][0]["outcome"] == "new"
    key = told["entries"][0]["key"]
    assert api.get(f"{API}/documents/{key}").json()["title"] == "Nine"


def test_the_description_names_every_resource(api):
    told = api.get(f"{API}/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert {"/records", "/documents", "/decisions", "/findings"} <= set(told["paths"])


def test_people_can_read_what_there_is(api):
    told = api.get("/api").text
    assert "GET /records/{ident}" in told
    assert "Raises" not in told
