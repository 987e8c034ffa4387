"""The map of routes: what runs where, who came as a guest, and the words of both."""

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from communique.model.claim import Actor, Party
from communique.model.document import Document, PublishedFrom
from communique.model.route import Route
from communique.model.terms import ActorRole
from communique.store.documents import NewDocument, add_document
from communique.store.dossier import Mode, open_dossier
from communique.web.api.resources.routes import Line
from communique.web.api.shapes import ListOf
from communique.web.app import create_app
from dossiers import shelf
from factory import OMAN, PERU, day, event
from serving import NOON, site_on

TEXT = "The railway from Lima to Cusco is shut. A cable links Oman with Peru. From X to Y flights."
HOME = Party("Kenya", "KE")


def words(sort, stops, quote):
    start = TEXT.index(quote)
    return Route(sort, stops, start, start + len(quote))


ROUTES = (
    words("railway", ("Lima", "Cusco"), "railway from Lima to Cusco"),
    words("cable", ("Oman", "Peru"), "cable links Oman with Peru"),
    words("flight", ("Xanadu", "Yonder"), "From X to Y flights"),
)


def stay(exact, place, host, *guests, **told):
    actors = [Actor(party=host, role=ActorRole.HOST)]
    actors += [Actor(party=guest, role=ActorRole.SOURCE) for guest in guests]
    return event(exact, place=place, actors=tuple(actors), when=day("2024-05-02"), **told)


@pytest.fixture
def told(tmp_path):
    address = str(tmp_path / "routes.db")
    with shelf(address) as put:
        document = Document(
            id="routes",
            text=TEXT,
            text_given=True,
            published=day("2024-05-03").first,
            published_from=PublishedFrom.GIVEN,
        )
        add_document(put.connection, NewDocument(document, (), (), "tests", NOON, routes=ROUTES))
        visit = stay("Oman came to Peru", "Lima", PERU, OMAN)
        home = stay("Kenya came to Oman", None, OMAN, HOME)
        refs = put.document("visits", visit, home, names=(OMAN, PERU))
        dates = {"first": visit.when.first, "last": visit.when.last}
        for name, claim, ref in (("one", visit, refs[0]), ("two", home, refs[1])):
            rows = put.record(f"event.{name}", claim, ref, **dates)
            _host(put, rows, claim)
    with (
        open_dossier(address, Mode.READ) as opened,
        TestClient(create_app(site_on(opened))) as client,
    ):
        yield client


def _host(put, record, claim):
    """The roles of actors, as settling keeps them; the shelf knows one role only."""
    from communique.model.record import PartyRow
    from communique.store.records import put_records

    roles = {ActorRole.HOST: "host", ActorRole.SOURCE: "actor"}
    rows = [PartyRow(a.party.name, a.party.code, roles[a.role]) for a in claim.actors]
    put_records(put.connection, [(replace(record, stories=2), rows)])


def lines(page):
    return re.findall(r'class="way (\w+)" href="#way-\d+" aria-label="([^"]+)"', page)


def test_routes_and_visits_are_drawn_and_listed(told):
    page = told.get("/map/routes").text
    assert sorted(lines(page)) == [
        ("cable", "Oman – Peru, cable or power line: 1"),
        ("railway", "Cusco – Lima, railway: 1"),
        ("visit", "Muscat – Lima, visits: 1"),
        ("visit", "Nairobi – Muscat, visits: 1"),
    ]
    assert page.count('<tr id="way-') == 4


def test_each_leads_in_one_step_to_its_words(told):
    page = told.get("/map/routes").text
    address, quote = re.search(r'href="(/documents/[^"]+)"><q>(railway[^<]+)', page).groups()
    assert quote == "railway from Lima to Cusco"
    shown = told.get(address.replace("&amp;", "&")).text
    assert re.search(r"<mark[^>]*>railway from Lima to Cusco</mark>", shown)
    assert "<q>Oman came to Peru</q>" in page


def test_what_lies_nowhere_is_listed_with_its_words(told):
    page = told.get("/map/routes").text
    rest = page[page.index("Not on the map") :]
    assert "Xanadu – Yonder, flight" in rest
    assert "<q>From X to Y flights</q>" in rest


@pytest.mark.parametrize(
    ("query", "drawn"),
    [
        ("view=world", 4),
        ("since=2024-05-03", 2),
        ("until=2024-05-02", 2),
        ("since=2025", 0),
        ("between=OM&between=PE", 1),
        ("between=OM&between=KE", 1),
        ("person=nobody", 0),
    ],
)
def test_filters(told, query, drawn):
    answer = told.get(f"/map/routes?{query}")
    assert answer.status_code == 200
    assert len(lines(answer.text)) == drawn


def test_a_view_that_is_none_is_refused(told):
    assert told.get("/map/routes?view=moon").status_code == 400


def test_nothing_is_told_as_such(empty):
    assert "No routes or visits in this dossier" in empty.get("/map/routes").text


def test_the_two_maps_lead_to_one_another(told):
    assert 'href="/map/routes"' in told.get("/map").text
    assert 'href="/map"' in told.get("/map/routes").text


def test_routes_are_told_as_json(told):
    answer = told.get("/api/v1/routes").json()
    ListOf[Line].model_validate(answer)
    by_sort = {one["sort"]: one for one in answer["items"]}
    assert all(set(one) == set(Line.model_fields) for one in answer["items"])
    railway = by_sort["railway"]
    assert set(railway["ends"]) == {"Lima", "Cusco"}
    assert [place["country"] for place in railway["places"]] == ["PE", "PE"]
    (words,) = railway["words"]
    assert TEXT[words["start"] : words["end"]] == "railway from Lima to Cusco"
    assert by_sort["flight"]["places"] is None
    assert any(one["events"] for one in answer["items"] if one["sort"] == "visit")
    unplaced = told.get("/api/v1/routes?placed=false").json()["items"]
    assert [one["sort"] for one in unplaced] == ["flight"]
