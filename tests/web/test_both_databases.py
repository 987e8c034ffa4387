"""Journeys through the pages, on each database: reading, deciding, adding, searching, accounts."""

import re
import time
from html import unescape

import pytest
from fastapi.testclient import TestClient

from communique.model.account import Role
from communique.store.decisions import all_decisions
from communique.store.dossier import Mode, open_dossier
from communique.store.listing import all_ids, load_record, load_records
from communique.web.app import create_app
from communique.web.workshop import Workshop
from everypage import filled as filled_in
from everypage import places, sided, tried
from filling import SentenceLoader, add, documents
from forms import hidden
from serving import site_on
from shelved import fill
from team import Team, form_token, sign_in

# What the small dossier is asked for besides: every filter that becomes a statement of its own.
MORE = (
    "/timeline?between=OM&between=PE&kind=event&since=2024&until=2024",
    "/timeline?place=Lima&status=planned",
    "/map?show=named&between=OM&between=PE",
    "/commitments?grade=pledged&currency=EUR&least=1000000",
    "/figures?between=OM&between=PE",
    "/findings?between=OM&between=PE&silenced=1",
    "/documents?since=2024&between=OM&between=PE",
    "/people?between=OM&between=PE",
    "/undertakings?between=OM&between=PE",
    "/review?between=OM&between=PE",
    "/review?why=sums&kind=commitment",
    "/review/bulk?kind=event&voices=1&findings=1",
    "/search?q=Oman",
    "/search?q=%22million+euros%22",
    "/api/v1/records?kind=event&limit=3",
    "/api/v1/documents?limit=3",
    "/api/v1/findings?limit=3",
    "/api/v1/search?q=Oman",
    "/api/v1/totals",
    "/relationship?between=OM&between=PE",
)


def full(address):
    """Fill a dossier with all kinds of record, and with documents that were read and checked."""
    fill(address)
    with open_dossier(address, Mode.WRITE) as opened:
        add(opened, documents(5))


@pytest.fixture
def dossier(dossier_address):
    """A dossier of documents that were read, open for writing, on each database."""
    with open_dossier(dossier_address, Mode.WRITE, patience=5) as opened:
        add(opened, documents(5))
        yield opened


@pytest.fixture
def client(dossier):
    site = site_on(dossier)
    with TestClient(create_app(site, Workshop(site, SentenceLoader()))) as made:
        yield made


def addresses(dossier):
    with dossier.reading() as connection:
        # The rules of tests have no page.
        found = {name: place for name, place in places(connection).items() if name != "rule"}
    return [*filled_in(tried(), found), *sided("between=OM&between=PE"), *MORE]


def leading(dossier, kind):
    with dossier.reading() as connection:
        idents = [i for i in all_ids(connection) if i.startswith(f"{kind}.")]
        found = [one.record for one in load_records(connection, idents)]
    return max(found, key=lambda record: (len(record.claims), record.id))


def test_every_page_is_told(dossier_address):
    full(dossier_address)
    with (
        open_dossier(dossier_address, Mode.READ) as opened,
        TestClient(create_app(site_on(opened))) as reading,
    ):
        refused = {a: reading.get(a).status_code for a in addresses(opened)}
    assert len(refused) > 60
    assert {a: status for a, status in refused.items() if status != 200} == {}


def test_a_record_is_accepted_corrected_and_the_correction_undone(client, dossier):
    record = leading(dossier, "commitment")
    page = client.get(f"/review/{record.id}").text
    fields = hidden(page, "accept")
    accepted = client.post(f"/review/{record.id}/accept", data=fields, follow_redirects=False)
    assert accepted.status_code == 303
    assert client.get(accepted.headers["location"]).status_code == 200
    fields = hidden(client.get(f"/review/{record.id}").text, "correct")
    told = {f"slot.{n[4:]}": value for n, value in fields.items() if n.startswith("was.")}
    told |= {"slot.amount": "77000000 EUR", "reason": "the annex"}
    answer = client.post(f"/review/{record.id}/correct", data=fields | told, follow_redirects=False)
    assert answer.status_code == 303
    moved = re.match(r"/review/([^?]+)", answer.headers["location"])[1]
    with dossier.reading() as connection:
        assert load_record(connection, moved).record.head.amount.value == 77_000_000
        last = all_decisions(connection)[-1]
    assert (
        "77 million EUR"
        in client.get("/search?q=annex+77").text + client.get(f"/records/{moved}").text
    )
    undo = hidden(client.get("/decisions").text, f"{last.id}/undo")
    assert client.post(f"/decisions/{last.id}/undo", data=undo).status_code == 200
    with dossier.reading() as connection:
        assert load_record(connection, record.id).record.head.amount.value != 77_000_000


def test_records_are_merged_and_split(client, dossier):
    with dossier.reading() as connection:
        one, other = [i for i in all_ids(connection) if i.startswith("event.")][-2:]
    fields = hidden(client.get(f"/review/{one}").text, "merge") | {"other_id": other}
    assert client.post(f"/review/{one}/merge", data=fields).status_code == 200
    with dossier.reading() as connection:
        merged = load_record(connection, other).record
        assert load_record(connection, one).record.id == merged.id
    leaving = [str(ref) for ref in merged.claims if ref != merged.founder][:1]
    fields = hidden(client.get(f"/review/{merged.id}").text, "split") | {"leaving": leaving}
    assert client.post(f"/review/{merged.id}/split", data=fields).status_code == 200


def test_a_stale_decision_is_refused(client, dossier):
    record = leading(dossier, "event")
    fields = hidden(client.get(f"/review/{record.id}").text, "accept")
    assert client.post(f"/review/{record.id}/accept", data=fields).status_code == 200
    assert client.post(f"/review/{record.id}/reject", data=fields).status_code == 409


def test_many_are_accepted_at_once(client, dossier):
    address = "/review/bulk?kind=event&voices=1&findings=1"
    page = client.get(address).text
    fields = hidden(page, "review/bulk")
    told = client.post(unescape(address), data=fields, follow_redirects=False)
    assert told.status_code == 303
    with dossier.reading() as connection:
        assert len(all_decisions(connection)) == int(fields["count"])


def test_a_text_is_added_and_found(client):
    text = "Oman will give Peru 41 million euros for the harbour of Callao."
    sent = {"csrf": form_token(client.get("/add")), "text": text, "title": "Harbour"}
    job = client.post("/add/text", data=sent).url.path
    for _ in range(200):
        if client.get(f"{job}/progress").json()["over"]:
            break
        time.sleep(0.05)
    assert "41 million EUR" in client.get(job).text
    assert "<mark>Callao</mark>" in client.get("/search?q=callao").text


def test_a_team_signs_in_and_is_held_to_its_roles(dossier):
    team = Team(dossier)
    browser = team.browser()
    assert sign_in(browser).status_code == 303
    for address in ("/account", "/accounts", "/audit", "/", "/review"):
        assert browser.get(address).status_code == 200
    fields = hidden(browser.get("/accounts").text, "accounts") | {
        "name": "Lin",
        "role": Role.READER.value,
        "password": "a good long password",
    }
    assert browser.post("/accounts", data=fields).status_code in {200, 303}
    reader, token = team.session("Rita")
    record = leading(dossier, "event")
    assert reader.get(f"/records/{record.id}").status_code == 200
    refused = reader.post(f"/review/{record.id}/accept", data={"csrf": token})
    assert refused.status_code == 403
    assert "Lin" in browser.get("/accounts").text
    assert "signed in" in browser.get("/audit").text


@pytest.mark.postgres
def test_both_tell_the_same(postgres_server, postgres_template, tmp_path):
    with postgres_server.database(postgres_template) as address:
        told = []
        for place in (address, str(tmp_path / "dossier.db")):
            full(place)
            with (
                open_dossier(place, Mode.READ) as opened,
                TestClient(create_app(site_on(opened, secret=b"the same"))) as reading,
            ):
                told.append({a: reading.get(a).text for a in addresses(opened)})
    # Each database weighs the hits of a search in its own way.
    weighed = {a for a in told[1] if a.startswith(("/search?q=", "/api/v1/search?q="))}
    differing = [a for a in told[1] if told[0].get(a) != told[1][a] and a not in weighed]
    assert told[0].keys() == told[1].keys()
    assert differing == []
