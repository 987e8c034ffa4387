"""Light lists of records, places and persons, on each database."""

from datetime import date

import pytest

from communique.store.briefs import load_briefs
from communique.store.catalogue import Period
from communique.store.dossier import Mode, open_dossier
from communique.store.listing import Wanted, load_record
from communique.store.naming_places import places_named
from communique.store.orders import by_time, by_voices
from communique.store.persons import (
    list_person_ids,
    names_of,
    persons_named,
    persons_of,
    persons_told_in,
    records_of,
)
from communique.store.spots import list_deadlines, list_places, list_spots, ranked_ids
from dossiers import shelf
from factory import office
from shelved import fill

SIDES = (frozenset({"Oman"}), frozenset({"Peru"}))


@pytest.fixture
def connection(empty_address):
    fill(empty_address)
    with open_dossier(empty_address, Mode.READ) as dossier, dossier.reading() as opened:
        yield opened


def test_spots_tell_days(connection):
    spots = {spot.id: spot for spot in list_spots(connection, Wanted("event"))}
    assert spots["event.aaaa1"].first == "2024-05-02"
    assert spots["event.aaaa2"].last == "2023-12-31"
    assert spots["event.aaaa4"].day == "2024-05-03"
    assert spots["event.aaaa4"].date == date(2024, 5, 3)


@pytest.mark.parametrize("sides", [(), SIDES[:1], SIDES])
def test_spots_may_be_narrowed(connection, sides):
    wanted = Wanted("event", sides)
    assert len(list_spots(connection, wanted)) == 4
    assert len(list_spots(connection, wanted, dated=True)) == 3
    assert len(list_spots(connection, wanted, saying=[("status", "planned")])) == 1
    other = Wanted("event", (*sides, frozenset({"Chad"})))
    assert list_spots(connection, other) == []


@pytest.mark.parametrize("sides", [(), SIDES])
def test_those_of_most_stories_come_first(connection, sides):
    ranked = ranked_ids(connection, Wanted("figure", sides))
    assert ranked[0] == "figure.bbbb1"
    spots = list_spots(connection, Wanted("figure", sides), ranked=True)
    assert tuple(spot.id for spot in spots) == ranked


def test_deadlines_and_places_are_read_in_the_database(connection):
    (due,) = list_deadlines(connection, Wanted("commitment"))
    assert (due.first, due.last) == (None, "2025-12-31")
    assert sorted(
        (stood.id, stood.place) for stood in list_places(connection, Wanted("event"))
    ) == [
        ("event.aaaa1", "Lima"),
        ("event.aaaa2", "Summit"),
    ]


def test_places_have_the_day_under_which_records_are_listed(connection):
    days = {spot.id: spot.day for spot in list_spots(connection, Wanted("event"))}
    told = list_places(connection, Wanted("event"))
    assert [stood.day for stood in told] == [days[stood.id] for stood in told]


def test_a_brief_tells_what_the_record_does(connection):
    (brief,) = load_briefs(connection, ["figure.none", "figure.bbbb1"])
    listed = load_record(connection, "figure.bbbb1")
    assert brief.head == listed.record.head
    assert brief.claims == listed.record.claims[:1]
    assert (brief.number, brief.stories, brief.revision) == (4, 2, listed.revision)


def test_orders(connection):
    assert by_time(connection, ["event.aaaa2", "event.aaaa1"]) == ("event.aaaa1", "event.aaaa2")
    assert by_voices(connection, ["figure.bbbb2", "figure.bbbb1"])[0] == "figure.bbbb1"


def test_persons(connection):
    assert set(list_person_ids(connection)) == {"person.ffff1", "person.ffff2"}
    assert persons_named(connection, "RAHIMOV ali") == {"person.ffff1"}
    assert persons_named(connection, "  ") == frozenset()
    assert names_of(connection, ["person.ffff2"])["person.ffff2"].name == "Ana Ruiz"
    assert records_of(connection, ["person.ffff1"]) == {"office": ("office.eeee1",)}
    assert records_of(connection, ["person.ffff1"], ["event"]) == {}
    assert persons_of(connection, ["office.eeee2"]) == {"office.eeee2": "person.ffff2"}


def test_places_that_documents_name(connection):
    assert places_named(connection, Period(date(2024, 1, 1), date(2025, 1, 1)), SIDES) == []


@pytest.mark.parametrize(
    ("period", "named"),
    [
        pytest.param(Period(None, date(2024, 1, 31)), {"early", "often"}, id="until"),
        pytest.param(Period(date(2024, 3, 1), None), {"late", "often"}, id="since"),
        pytest.param(Period(date(2024, 2, 1), date(2024, 2, 28)), {"often"}, id="between"),
        pytest.param(Period(date(2024, 2, 10), date(2024, 2, 28)), set(), id="no-day"),
        pytest.param(Period(date(2024, 1, 1), date(2024, 1, 31)), {"early", "often"}, id="begun"),
        pytest.param(Period(), {"early", "late", "often", "undated"}, id="whenever"),
    ],
)
def test_persons_are_told_of_in_a_period(empty_address, period, named):
    days = {"early": ["01-05"], "late": ["03-05"], "often": ["01-05", "02-05", "03-05"]}
    with shelf(empty_address) as put:
        for name, told in {**days, "undated": [None]}.items():
            held = office(f"President {name.title()} Ruiz")
            refs = [
                put.document(f"{name} {day}", held, published=day and f"2024-{day}")[0]
                for day in told
            ]
            dated = sorted(date.fromisoformat(f"2024-{day}") for day in told if day)
            span = {"told_first": dated[0], "told_last": dated[-1]} if dated else {}
            put.record(f"person.{name}", held, *refs, name=f"{name.title()} Ruiz", **span)
    with open_dossier(empty_address, Mode.READ) as dossier, dossier.reading() as connection:
        found = persons_told_in(connection, period)
    assert {ident.removeprefix("person.") for ident in found} == named
