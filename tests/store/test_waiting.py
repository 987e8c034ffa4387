"""The walk through what waits for review: by size, then by age, from any place."""

import pytest

from communique.model.claim import Amount
from communique.model.record import ClaimRef, Directness, Dispute, Telling
from communique.store.dossier import Mode, open_dossier
from communique.store.records import empty_records, put_records
from communique.store.reviewing import Place, Waiting, having_sides, number_of, waiting, waiting_ids
from dossiers import shelf
from factory import OMAN, PERU, commitment, day, event

UNITS = {"USD": 1.0, "EUR": 0.5}
KINDS = ("event", "commitment")
# By id, in the order in which they are formed: the sum, and its currency.
SUMS = {
    "small": (30, "USD"),
    "even": (60, "USD"),
    "euros": (30, "EUR"),
    "lira": (900, "TRY"),
    "open": (500, None),
    "nothing": (0, "USD"),
}
WALK = ["euros", "even", "small", "last", "nothing", "open", "lira", "first"]


@pytest.fixture
def address(empty_address):
    with shelf(empty_address) as put:
        met = event("They met", when=day("2024-05-02"))
        again = event("They met again", when=day("2024-05-03"))
        told = {n: commitment(f"{v} {c}", amount=Amount(v, c)) for n, (v, c) in SUMS.items()}
        refs = put.document("news", met, *told.values(), again)
        put.record("event.first", met, refs[0], stories=1)
        for ref, (name, claim) in zip(refs[1:], told.items(), strict=False):
            put.record(f"commitment.{name}", claim, ref, stories=2)
        put.record("event.last", again, refs[-1], stories=3)
        put.record("person.none", met, refs[0], name="Ali Rahimov")
    return empty_address


@pytest.fixture
def connection(address):
    with open_dossier(address, Mode.READ) as dossier, dossier.reading() as connection:
        yield connection


def names(found):
    return [one.record.partition(".")[2] for one in found]


def walked(connection, wanted, place=None, most=50):
    return names(waiting(connection, wanted, place, most))


def number(connection, name):
    kind = "event" if name in {"first", "last"} else "commitment"
    return number_of(connection, f"{kind}.{name}")


EVERY = Waiting(kinds=KINDS, units=UNITS)


def test_the_largest_come_first_then_what_was_formed_last(connection):
    assert walked(connection, EVERY) == WALK
    assert [one.size for one in waiting(connection, EVERY, None, 4)] == [60, 60, 30, None]


@pytest.mark.parametrize("place", WALK)
@pytest.mark.parametrize("among", [False, True], ids=["all", "among"])
def test_a_walk_goes_on_from_any_place_in_both_directions(connection, place, among):
    idents = having_sides(connection, [{"Oman"}]) if among else None
    wanted = Waiting(kinds=KINDS, units=UNITS, among=idents)
    at = WALK.index(place)
    start = number(connection, place)
    assert walked(connection, wanted, Place(start)) == WALK[at + 1 :]
    assert walked(connection, wanted, Place(start, back=True)) == WALK[:at][::-1]
    assert walked(connection, wanted, Place(start), most=2) == WALK[at + 1 : at + 3]
    assert walked(connection, wanted, Place(start, back=True), most=2) == WALK[:at][::-1][:2]


def test_without_rates_age_alone_counts(connection):
    wanted = Waiting(kinds=("commitment",))
    assert walked(connection, wanted) == list(SUMS)[::-1]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        pytest.param(Waiting(kinds=("event",), units=UNITS), ["last", "first"], id="kind"),
        pytest.param(Waiting(kinds=KINDS, units=UNITS, most_voices=1), ["first"], id="one-voice"),
        pytest.param(Waiting(kinds=KINDS, units=UNITS, voices=3), ["last"], id="voices"),
        pytest.param(
            Waiting(kinds=KINDS, units=UNITS, least=50),
            ["euros", "even", "open", "lira"],
            id="large-by-rate-or-without-one",
        ),
        pytest.param(
            Waiting(kinds=KINDS, units=UNITS, among=frozenset({"commitment.open"})),
            ["open"],
            id="among",
        ),
    ],
)
def test_what_is_wanted_alone_is_walked_through(connection, wanted, found):
    assert walked(connection, wanted) == found


def test_a_place_that_is_not_wanted_has_its_place_all_the_same(connection):
    wanted = Waiting(kinds=KINDS, units=UNITS, most_voices=1)
    assert walked(connection, wanted, Place(number(connection, "even"))) == ["first"]
    assert walked(connection, wanted, Place(number(connection, "even"), back=True)) == []


def test_ids_of_all_come_latest_first(connection):
    wanted = Waiting(kinds=("event",))
    assert waiting_ids(connection, wanted) == ["event.last", "event.first"]


def disputed(record):
    ref = ClaimRef("d", "c")
    telling = Telling("x", (ref,), 1, Directness.OUTSIDER)
    return {"disputes": (Dispute("place", (telling, telling)),), "ruled": record}


@pytest.mark.parametrize(
    ("ruled", "waits"),
    [
        pytest.param((), True, id="nobody"),
        pytest.param(("when",), True, id="another-slot"),
        pytest.param(("place",), False, id="the-slot"),
        pytest.param(("*",), False, id="the-whole"),
    ],
)
def test_what_is_ruled_on_is_disputed_no_more(empty_address, ruled, waits):
    with shelf(empty_address) as put:
        met = event("They met", when=day("2024-05-02"))
        (ref,) = put.document("news", met, names=(OMAN, PERU))
        put.record("event.aaaa1", met, ref, **disputed(ruled))
    with open_dossier(empty_address, Mode.READ) as dossier, dossier.reading() as connection:
        found = waiting(connection, Waiting(kinds=KINDS, disputed=True), None, 5)
        assert bool(found) == waits
        still = waiting(connection, Waiting(kinds=KINDS, ruled=bool(ruled)), None, 5)
        assert [(one.ruled, one.disputed) for one in still] == [(bool(ruled), waits)]


def test_a_record_that_changes_or_goes_waits_otherwise(address):
    with open_dossier(address, Mode.WRITE) as dossier, dossier.writing() as connection:
        empty_records(connection, ["event.last", "commitment.euros"])
        assert walked(connection, EVERY) == ["even", "small", "nothing", "open", "lira", "first"]
        put_records(connection, [])
        assert walked(connection, EVERY, Place(number(connection, "last"))) == [
            "nothing",
            "open",
            "lira",
            "first",
        ]
