"""Start, relationship, undertakings, commitments, instruments, findings, rules, parties, about."""

import re

import pytest
from fastapi.testclient import TestClient

from checked import RULES
from communique.pipeline import entering
from communique.pipeline.checking import Checker
from communique.store.dossier import Mode, open_dossier
from communique.views.findings import list_findings, standing
from communique.web.app import create_app
from filling import add, given
from serving import NOON, site_on

SIDES = "between=OM&between=PE"
PATHS = (
    "/relationship",
    "/undertakings",
    "/commitments",
    "/instruments",
    "/findings",
    "/about",
    "/parties",
)
HOSTILE = "<script>alert('x')</script>\"'><b>\u202e" + "long " * 400


@pytest.fixture
def hostile(dossier):
    text = "Oman will give Peru 3 million euros. Oman and Peru met on 2 May 2024. " + HOSTILE
    add(dossier, [given("doc", text, title=HOSTILE, publisher=HOSTILE)])
    with TestClient(create_app(site_on(dossier))) as made:
        yield made


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["", SIDES, f"{SIDES}&since=2030", "between=KZ&between=FJ"])
def test_pages_answer_with_and_without_sides(client, path, query):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 200
    assert len(answer.content) < 250_000


@pytest.mark.parametrize("path", [*PATHS, "/", "/parties?of=Oman", "/rules"])
def test_an_empty_dossier_has_pages(empty, path):
    assert empty.get(path).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_what_documents_tell_is_escaped(hostile, path):
    told = hostile.get(f"{path}?{SIDES}").text
    assert "<script>alert" not in told
    assert "'><b>" not in told


def test_an_empty_dossier_offers_three_ways_to_a_first_result(empty):
    told = empty.get("/").text
    for address in ("/add/example", "/add/text", "/add/files"):
        assert f'action="{address}"' in told


def test_nobody_is_offered_forms_where_nothing_can_be_changed(tmp_path):
    path = str(tmp_path / "read.db")
    with open_dossier(path, Mode.WRITE):
        pass
    with (
        open_dossier(path, Mode.READ) as dossier,
        TestClient(create_app(site_on(dossier))) as client,
    ):
        told = client.get("/").text
    assert "<form method" not in told
    assert "Serve the dossier for writing" in told


def test_the_start_suggests_sides_that_records_have(client):
    told = client.get("/").text
    assert 'href="/relationship?between=Oman&amp;between=Peru"' in told
    assert '<option value="Peru">' in told


def test_without_sides_the_overview_leads_to_the_start(client):
    answer = client.get("/relationship", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_the_overview_tells_each_section_and_what_it_rests_on(client):
    told = client.get(f"/relationship?{SIDES}").text
    for words in ("What happened lately", "What was promised", "What does not add up"):
        assert words in told
    assert "Rests on" in told
    assert "Nobody has reviewed" in told
    for path in ("/timeline", "/commitments", "/findings", "/figures", "/people"):
        assert f'href="{path}?between=OM&amp;between=PE"' in told


def test_each_row_leads_to_its_words_in_one_step(client):
    for path in ("/undertakings?every=1", "/commitments?"):
        told = client.get(f"{path}&{SIDES}").text
        assert re.search(r'class="quote" href="/documents/\w+\?claim=[\w-]+#words"', told)


def test_totals_are_of_everything_and_say_of_what(client):
    told = client.get(f"/commitments?{SIDES}").text
    # Five sums of one to five million, each told by several documents.
    assert "15 million EUR" in told
    assert "5 commitments" in told
    assert "unsaid who" in told or "Oman" in told


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("least=4000000", 2),
        ("least=4,000,000", 2),
        ("currency=eur", 5),
        ("currency=USD", 0),
        ("payer=Oman", 5),
        ("payer=untold", 0),
        ("finance=untold", 5),
        ("finance=loan", 0),
        ("grade=delivered", 0),
    ],
)
def test_commitments_are_filtered(client, query, number):
    told = client.get(f"/commitments?{SIDES}&{query}").text
    assert told.count('<td data-label="When">') == number


@pytest.mark.parametrize(
    "address",
    [
        "/commitments?grade=firm",
        "/commitments?finance=gold",
        "/commitments?least=much",
        "/instruments?type=spoon",
        "/instruments?step=dance",
        "/findings?severity=grave",
    ],
)
def test_filters_that_mean_nothing_are_told(client, address):
    assert client.get(address).status_code == 400


def test_a_page_that_is_not_there_is_the_last_one(client):
    assert "15 million EUR" in client.get(f"/commitments?{SIDES}&number=99").text


def test_a_large_dossier_is_added_up_on_demand(client, monkeypatch):
    monkeypatch.setattr("communique.web.pages.commitments._MOST", 2)
    told = client.get("/commitments").text
    assert "15 million EUR" not in told
    assert "add_up=1" in told
    assert "15 million EUR" in client.get("/commitments?add_up=1").text
    assert client.get("/commitments?number=7").status_code == 200


def test_many_that_are_filtered_are_added_up_on_demand_too(client, monkeypatch):
    monkeypatch.setattr("communique.web.pages.commitments._MOST", 0)
    told = client.get("/commitments?currency=EUR").text
    assert "What they come to" not in told
    assert "currency=EUR&amp;add_up=1" in told
    added = client.get("/commitments?currency=EUR&add_up=1").text
    assert "15 million EUR" in added


def test_a_long_period_comes_to_the_same_by_the_database(client, monkeypatch):
    asked = "/commitments?since=2020&until=2030"
    few = client.get(asked).text
    monkeypatch.setattr("communique.web.telling.ledger._FEW", 0)
    many = client.get(f"{asked}&currency=EUR").text
    assert "15 million EUR" in few
    assert "15 million EUR" in many
    assert "answer." not in many
    assert "15 million EUR" not in client.get("/commitments?since=2031").text


def test_rules_explain_themselves(client):
    assert "/rules/CAL201" in client.get("/rules").text
    told = client.get("/rules/cal201").text
    for heading in ("What it looks for", "Why it matters", "Near miss"):
        assert heading in told
    assert client.get("/rules/XYZ999").status_code == 404


def test_parties_lead_to_their_relationships(client):
    assert 'href="/parties?of=Oman"' in client.get("/parties").text
    told = client.get("/parties?of=OM").text
    assert "/relationship?between=Oman&amp;between=Peru" in told
    assert "No party is called so" in client.get("/parties?q=Atlantis").text
    beyond = client.get("/parties?number=99999999999999999999")
    assert 'href="/parties?of=Oman"' in beyond.text
    assert client.get("/parties?of=Atlantis").status_code == 404


def test_about_counts_publishers_and_languages(client):
    told = client.get("/about").text
    assert "Agency 0" in told
    assert "Every source could be read" in told


def _first_finding(dossier):
    with dossier.reading() as connection:
        return list_findings(connection, standing(NOON.date()))[0]


def _token(client):
    found = re.search(r'name="csrf-token" content="(\w+)"', client.get("/rules").text)
    assert found
    return found[1]


def test_a_finding_is_silenced_for_a_reason(client, filled, monkeypatch):
    # The dossier was checked by rules of the tests' own.
    monkeypatch.setattr(entering, "Checker", lambda d, known: Checker(d, known, RULES))
    kept = _first_finding(filled)
    data = {"csrf": _token(client), "finding": kept.ident}
    assert client.post("/findings/silence", data={"finding": kept.ident}).status_code == 403
    assert client.post("/findings/silence", data=data).status_code == 422
    told = client.post("/findings/silence", data={**data, "reason": "as <b>agreed</b>"}).text
    assert "Silenced by Ada" in told
    assert "as &lt;b&gt;agreed&lt;/b&gt;" in told
    assert kept.ident not in client.get("/findings").text
    assert kept.ident in client.get("/findings?silenced=1").text
