"""Resources that tell what pages tell: entries, filters, order, and how they are described."""

from types import UnionType
from typing import get_args

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel

from communique.store.dossier import Mode, open_dossier
from communique.web.api.registry import READING
from communique.web.api.shapes import Shape
from communique.web.app import create_app
from factory import OMAN, PERU
from filling import add, documents, given
from serving import site_on
from shelved import fill

API = "/api/v1"


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    """The interface to a dossier with records of all kinds."""
    address = tmp_path_factory.mktemp("shelved") / "shelved.db"
    fill(address)
    with (
        open_dossier(str(address), Mode.WRITE) as opened,
        TestClient(create_app(site_on(opened))) as made,
    ):
        yield made


def told(api, address):
    answer = api.get(f"{API}/{address}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def idents(api, address):
    return [one.get("record") or one["id"] for one in told(api, address)["items"]]


# What to ask for, where a resource can't be asked for by its path alone.
ASKED = {
    "/records": "records?kind=event",
    "/meetings/{ident}": "meetings/event.aaaa1?between=OM&between=PE",
    "/people/{ident}": "people/person.ffff1",
    "/partners": "partners?of=OM",
    "/review/{ident}": "review/commitment.dddd1",
    "/search": "search?q=Lima",
}
# No text of this dossier has two versions, or names a route (see `pages/test_routes`).
ELSEWHERE = {"/routes", "/stories", "/stories/{number}", "/stories/{number}/differences"}
DESCRIBED = [
    (route.path, route.response_model)
    for router in READING
    for route in router.routes
    if issubclass(route.response_model, BaseModel)
]


def entry_of(model):
    """The shape of the entries of a list, or of the one entry of an answer."""
    if set(model.model_fields) == {"items", "next", "count"}:
        return get_args(model.model_fields["items"].annotation)[0]
    return model


OURS = [(p, m) for p, m in DESCRIBED if issubclass(entry_of(m), Shape)]


@pytest.mark.parametrize(
    ("path", "model"),
    [one for one in OURS if one[0] not in ELSEWHERE],
    ids=[path for path, _ in OURS if path not in ELSEWHERE],
)
def test_answers_are_as_they_are_described(api, path, model):
    answer = told(api, ASKED.get(path, path.removeprefix("/")))
    model.model_validate(answer)
    entries = answer.get("items", [answer])
    assert entries
    for entry in entries:
        assert_told(entry, entry_of(model))


def assert_told(entry, shape):
    """Every member is described, in entries within the entry too."""
    assert set(entry) == set(shape.model_fields)
    for name, field in shape.model_fields.items():
        inner = [a for a in shapes_in(field.annotation) if issubclass(a, Shape)]
        value = entry[name]
        for one in value if isinstance(value, list) else [value]:
            if inner and isinstance(one, dict):
                assert_told(one, inner[0])


def shapes_in(annotation):
    """The classes that an annotation names."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation]
    if isinstance(annotation, UnionType) or get_args(annotation):
        return [found for part in get_args(annotation) for found in shapes_in(part)]
    return []


@pytest.mark.parametrize(("path", "model"), OURS, ids=[path for path, _ in OURS])
def test_examples_are_as_they_are_described(path, model):
    shape = entry_of(model)
    examples = (shape.model_config.get("json_schema_extra") or {}).get("examples", ())
    assert examples or path == "/records"
    for example in examples:
        shape.model_validate(example)
        assert_told(example, shape)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("timeline", ["event.aaaa3", "event.aaaa4", "event.aaaa1", "event.aaaa2"]),
        ("timeline?order=first", ["event.aaaa2", "event.aaaa1", "event.aaaa4", "event.aaaa3"]),
        ("timeline?kind=office&kind=instrument&order=first&until=2024-05-03", None),
        ("timeline?status=cancelled", ["event.aaaa3"]),
        ("timeline?place=Lima", ["event.aaaa1"]),
        ("timeline?since=2023&until=2023", ["event.aaaa2"]),
        ("timeline?between=OM&between=TD", []),
        ("timeline?kind=office&person=ana", ["office.eeee2"]),
        ("timeline?kind=commitment", ["commitment.dddd1"]),
        ("tenures", ["office.eeee1", "office.eeee2"]),
        ("tenures?between=PE&between=OM", ["office.eeee2", "office.eeee1"]),
        ("tenures?person=ruiz", ["office.eeee2"]),
        ("tenures?since=2025", []),
        ("people?person=ruiz", ["person.ffff2"]),
        ("figures", ["figure.bbbb1", "figure.bbbb2"]),
        ("figures?between=OM&between=PE&indicator=exports", None),
        ("figures?person=ali", []),
        ("instruments?type=agreement", ["instrument.cccc1"]),
        ("instruments?step=signed", ["instrument.cccc1"]),
        ("instruments?step=ratified", []),
        ("commitments?grade=pledged", ["commitment.dddd1"]),
        ("commitments?grade=delivered", []),
        ("commitments?payer=Oman&currency=eur&least=5,000,000", ["commitment.dddd1"]),
        ("commitments?least=5000001", []),
        ("commitments?finance=untold", ["commitment.dddd1"]),
    ],
)
def test_filters_are_those_of_the_pages(api, address, found):
    got = idents(api, address)
    assert got == found if found is not None else got


@pytest.mark.parametrize(
    "address",
    [
        "timeline?kind=figure",
        "timeline?status=perhaps",
        "timeline?order=random",
        "timeline/counts?kind=none",
        "places?show=all",
        "figures?indicator=luck",
        "instruments?type=napkin",
        "instruments?step=dance",
        "commitments?grade=iron",
        "commitments?least=much",
        "totals?finance=gold",
        "findings?severity=dire",
        "review?kind=none",
        "people?since=2024&until=2023",
    ],
)
def test_filters_that_mean_nothing_are_refused(api, address):
    answer = api.get(f"{API}/{address}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("rules?between=OM", "between"),
        ("people?between=OM&between=PE", "between"),
        ("review?since=2024", "since"),
        ("records/event.aaaa1?person=ali", "person"),
        ("records?kind=event&sicne=2024", "sicne"),
        ("search?q=Lima&since=2024", "since"),
    ],
)
def test_what_a_resource_does_not_know_is_refused_and_not_passed_over(api, address, name):
    answer = api.get(f"{API}/{address}")
    assert answer.status_code == 400
    assert answer.json()["title"] == f"{name}: this resource has no such parameter"


def test_a_timeline_counts_what_it_lists(api):
    counted = told(api, "timeline/counts?since=2024&until=2024")
    assert counted["level"] == "month"
    assert [one["number"] for one in counted["stretches"] if one["number"]] == [3]
    assert counted["count"] == told(api, "timeline?since=2024&until=2024")["count"] == 3


def test_deadlines_stand_under_the_day_by_which_they_are_due(api):
    (due,) = told(api, "timeline?kind=commitment")["items"]
    assert due["due"] == {"first": None, "last": "2025-12-31"}
    assert due["look"] == "planned"


def test_places_without_a_position_are_told_too_and_can_be_left_out(api):
    assert [one["name"] for one in told(api, "places")["items"]] == ["Lima", "Summit"]
    (lima,) = told(api, "places?placed=true")["items"]
    assert lima["country"] == "PE"
    assert lima["events"] == ["event.aaaa1"]
    (summit,) = told(api, "places?placed=false")["items"]
    assert summit["latitude"] is None


def test_a_series_tells_its_points_and_where_sources_contradict(api):
    series = next(one for one in told(api, "figures")["items"] if one["id"] == "figure.bbbb1")
    (conflict,) = series["conflicts"]
    assert conflict["first"] == "2022-01-01"
    assert sorted(conflict["values"]) == [37_700_000_000, 40_000_000_000]
    assert len(series["points"]) == 3


def test_a_relationship_tells_sums_and_series_too(api):
    overview = told(api, "relationship?between=OM&between=PE")
    assert [one["value"] for one in overview["totals"]["totals"]] == [5_000_000]
    assert overview["figures"][0]["points"]


def test_a_person_comes_with_terms_of_office(api):
    person = told(api, "people/person.ffff2")
    (term,) = person["tenures"]
    assert (term["post"], term["party"]["code"]) == ("Minister", "PE")
    assert (term["first"], term["last"]) == ("2024-05-03", "2024-05-09")


def test_only_meetings_are_told_side_by_side(api):
    assert api.get(f"{API}/meetings/event.none").status_code == 404
    assert api.get(f"{API}/meetings/instrument.cccc1").status_code == 404


def test_the_queue_can_be_walked_record_by_record(api):
    queue = told(api, "review?why=single&limit=200")["items"]
    first, second = queue[0]["record"], queue[1]["record"]
    assert told(api, f"review/{first}?why=single")["next"] == second
    assert told(api, f"review/{second}?why=single")["previous"] == first
    assert told(api, f"review/{queue[-1]['record']}?why=single")["next"] is None


@pytest.fixture
def disputed(tmp_path):
    """The interface to a dossier whose figures are disputed and under an error, and others."""
    with open_dossier(str(tmp_path / "dossier.db"), Mode.WRITE) as opened:
        add(opened, documents(9))
        with TestClient(create_app(site_on(opened))) as made:
            yield made


def test_the_queue_tells_each_record_once_whatever_the_size_of_a_page(disputed):
    whole = idents(disputed, "review?limit=200")
    assert whole
    assert len(set(whole)) == len(whole)
    walked, cursor = [], ""
    while True:
        page = told(disputed, f"review?limit=2{cursor}")
        walked += [one["record"] for one in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert walked == whole
    assert disputed.get(f"{API}/review?cursor=Im5vbmUi").status_code == 400


def test_sides_of_a_meeting_have_columns_with_their_blanks(tmp_path):
    from dossiers import shelf
    from factory import day, event

    address = tmp_path / "meeting.db"
    with shelf(address) as put:
        met = event("Oman and Peru met in Lima", place="Lima", when=day("2024-05-02"))
        refs = put.document("oman", met, names=(OMAN, PERU))
        put.record("event.aaaa1", met, refs[0])
    with (
        open_dossier(str(address), Mode.READ) as opened,
        TestClient(create_app(site_on(opened))) as client,
    ):
        meeting = told(client, "meetings/event.aaaa1?between=PE&between=OM")
    voices = [(one["voice"], one["name"]) for one in meeting["columns"]]
    assert voices == [("joint", ""), ("side", "Peru"), ("side", "Oman"), ("outsiders", "")]
    place = next(row for row in meeting["rows"] if row["label"] == "place")
    assert [[said["words"] for said in cell] for cell in place["cells"]] == [[], [], [], ["Lima"]]


STORY = (
    "Oman and Peru met on 3 May 2024 in Muscat. Oman will give Peru {} million euros. "
    "The two sides spoke of trade, of ports and of fish, and they will meet again next year "
    "in Lima, where an agreement on fishing is to be signed by the ministers of both states. "
)


@pytest.fixture
def copied(tmp_path):
    """The interface to a dossier in which a text has two versions that differ in a sum."""
    with open_dossier(str(tmp_path / "dossier.db"), Mode.WRITE) as opened:
        add(
            opened,
            [
                given("one", STORY.format(4), "2024-05-04", publisher="One"),
                given("two", STORY.format(6), "2024-05-06", publisher="Two"),
                given("three", "President Ali Rahima spoke.", "2024-05-06"),
            ],
        )
        with TestClient(create_app(site_on(opened))) as made:
            yield made


def test_a_story_tells_its_versions_and_the_figures_they_change(copied):
    (story,) = told(copied, "stories")["items"]
    assert [one["ident"] for one in story["versions"]] == ["one", "two"]
    assert story["versions"][0]["changed"] is None
    (edit,) = story["versions"][1]["changed"]["edits"]
    assert (edit["removed_text"], edit["inserted_text"]) == ("4", "6")
    assert told(copied, f"stories/{story['story']}") == story
    between = told(copied, f"stories/{story['story']}/differences")
    assert between["edits"] == [edit]
    for path, model in DESCRIBED:
        if path.startswith("/stories"):
            asked = path.format(number=story["story"]).removeprefix("/")
            model.model_validate(told(copied, asked))


@pytest.mark.parametrize("query", ["since=2025", "person=nobody", "between=TD&between=OM"])
def test_stories_that_no_document_answers_are_not_told(copied, query):
    assert told(copied, "stories")["count"] == 1
    assert told(copied, f"stories?{query}")["items"] == []


@pytest.mark.parametrize(
    "address", ["stories/99", "stories/99/differences", "stories/1/differences?later=none"]
)
def test_stories_that_are_not_there(copied, address):
    assert copied.get(f"{API}/{address}").status_code == 404


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("documents?person=rahima", 1),
        ("documents?person=nobody", 0),
        ("documents?copied=true", 2),
        ("documents?publisher=one", 1),
        ("documents?language=unknown", 0),
        ("people?since=2024-05-05", 1),
        ("people?until=2024-05-05", 0),
        ("places?show=named&person=nobody", 0),
    ],
)
def test_person_and_period_narrow_documents_and_people(copied, address, count):
    assert told(copied, address)["count"] == count
