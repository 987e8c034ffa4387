"""What holds for every page: words lead on, faults are told, other sites are kept out."""

import re

import pytest
from fastapi.testclient import TestClient

from communique.store.listing import all_ids
from communique.web.app import create_app
from serving import site_on


def test_an_empty_dossier_leads_to_adding(empty):
    told = empty.get("/").text
    assert "An empty dossier" in told
    assert 'href="/add"' in told


def test_a_filled_dossier_asks_for_the_sides(client):
    assert 'name="between"' in client.get("/").text


def test_sides_stay_chosen_in_the_navigation(client):
    told = client.get("/instruments?between=OM&between=PE&since=2024").text
    assert 'href="/instruments?between=OM&amp;between=PE"' in told


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere", 404, "There is no such page"),
        ("/records/event.none", 404, "There is no record event.none"),
        ("/instruments?between=Atlantis&between=PE", 400, "Atlantis"),
        ("/instruments?since=soon", 400, "no day, month or year"),
        ("/instruments?since=2024&until=2023", 400, "ends before it begins"),
        ("/instruments?number=many", 422, "number"),
    ],
)
def test_faults_are_told_with_a_remedy(client, address, status, words):
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text


def test_a_record_leads_to_its_words(client, filled):
    with filled.reading() as connection:
        ident = all_ids(connection)[0]
    told = client.get(f"/records/{ident}").text
    assert re.search(r'href="/documents/\w+\?claim=[\w-]+#words"', told)


def test_only_what_is_ours_may_run(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_no_page_runs_scripts_or_styles_of_its_own(client, filled):
    with filled.reading() as connection:
        addresses = [f"/records/{ident}" for ident in all_ids(connection)]
    for address in ["/", "/instruments", *addresses]:
        told = client.get(address).text
        # Linked data is data: browsers never run it.
        bare = r'<script(?! type="application/ld\+json">)(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+='
        assert not re.search(bare, told), address


def test_it_is_served_under_its_own_name_alone(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


def test_another_site_can_send_nothing(client):
    answer = client.post("/records/x", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403


def test_any_name_will_do_for_a_team(filled):
    with TestClient(create_app(site_on(filled, team=True, hosts=None))) as client:
        answer = client.get("/", headers={"host": "dossier.example"}, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")


def test_a_failure_of_the_program_is_a_page_that_nothing_can_script(filled):
    def failing():
        raise ZeroDivisionError("<script>")

    app = create_app(site_on(filled))
    app.add_api_route("/failing", failing)
    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/failing")
    assert answer.status_code == 500
    assert "The program failed on this page (ZeroDivisionError)" in answer.text
    assert "<script>" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
