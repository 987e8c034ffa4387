"""What counts as an undertaking, how firm it is, and what came of it."""

import json
from datetime import date

import pytest

from communique.model.claim import Actor, Person
from communique.model.record import (
    ClaimRef,
    Delivery,
    Record,
    Relation,
    RelationKind,
    Step,
)
from communique.model.terms import (
    ActorRole,
    EventMode,
    EventStatus,
    EventType,
    Grade,
    InstrumentAction,
    Modality,
)
from communique.store.listing import Listed
from communique.store.records import body_of
from communique.views.undertakings import MARKS, Came, undertaking, undertakings
from factory import OMAN, PERU, commitment, day, event, figure, instrument

REF = ClaimRef("document", "claim")
MARCH, APRIL, MAY = date(2024, 3, 1), date(2024, 4, 1), date(2024, 5, 1)


def listed(head, relations=(), **told):
    record = Record(
        id=f"{head.kind}.0000",
        kind=head.kind,
        head=head,
        founder=REF,
        claims=(REF,),
        told_first=APRIL,
        told_last=MAY,
        **told,
    )
    return Listed(record, (), tuple(relations), 1)


def step(term, first=APRIL, planned=False):
    return Step(term, first, first, first is not None, planned, (REF,))


def planned(**slots):
    return event(status=EventStatus.PLANNED, modality=Modality.PLANNED, **slots)


PROMISED = commitment()
DONE = commitment(grade=Grade.DELIVERED)
DRAFT = instrument(action=InstrumentAction.NEGOTIATING)


def is_marked(record):
    """Whether the marks by which records are looked for bring a record up."""
    body = json.dumps(body_of(record), sort_keys=True, separators=(",", ":"))
    marks = MARKS[record.kind]
    parts = [json.dumps({name: value}, separators=(",", ":"))[1:-1] for name, value in marks]
    early = record.first is not None and record.told_first < record.first
    return not parts or early or any(part in body for part in parts)


@pytest.mark.parametrize(
    ("head", "told", "came"),
    [
        pytest.param(PROMISED, {}, Came.NOTHING, id="promised"),
        pytest.param(commitment(grade=Grade.CONSIDERED), {}, Came.NOTHING, id="considered"),
        pytest.param(
            PROMISED,
            {"history": (step("pledged"), step("delivered", MAY))},
            Came.DELIVERED,
            id="delivered-later",
        ),
        pytest.param(
            DONE,
            {"history": (step("pledged"), step("delivered", MAY))},
            Came.DELIVERED,
            id="delivered-elected",
        ),
        pytest.param(
            PROMISED,
            {"history": (step("pledged"), step("delivered", MAY, planned=True))},
            Came.NOTHING,
            id="delivery-only-planned",
        ),
        pytest.param(
            PROMISED, {"delivery": (Delivery("d", MAY, "a note"),)}, Came.MARKED, id="marked"
        ),
        pytest.param(
            PROMISED,
            {"relations": (Relation(RelationKind.SUPERSEDED_BY, "commitment.0001", ()),)},
            Came.RESTATED,
            id="restated",
        ),
        pytest.param(planned(), {}, Came.NOTHING, id="planned"),
        pytest.param(
            event(status=EventStatus.CANCELLED, when=day("2024-06-01")),
            {"first": date(2024, 6, 1), "last": date(2024, 6, 1)},
            Came.CALLED_OFF,
            id="called-off",
        ),
        pytest.param(
            event(when=day("2024-04-20")),
            {"first": date(2024, 4, 20), "last": date(2024, 4, 20)},
            Came.TOOK_PLACE,
            id="told-before-it-took-place",
        ),
        pytest.param(event(type=EventType.AGREE), {}, Came.NOTHING, id="agreed-by-word"),
        pytest.param(event(modality=Modality.POSSIBLE), {}, Came.NOTHING, id="only-possible"),
        pytest.param(DRAFT, {}, Came.NOTHING, id="negotiating"),
        pytest.param(
            instrument(action=InstrumentAction.SIGNED),
            {"history": (step("proposed"), step("signed", MAY))},
            Came.DONE,
            id="proposed-then-signed",
        ),
        pytest.param(
            instrument(modality=Modality.PLANNED), {}, Came.NOTHING, id="signature-planned"
        ),
        pytest.param(
            instrument(),
            {"history": (step("signed"), step("ratified", MAY, planned=True))},
            Came.NOTHING,
            id="signed-and-to-be-ratified",
        ),
        pytest.param(
            instrument(),
            {"history": (step("signed", MAY, planned=True), step("in_force", MAY))},
            Came.DONE,
            id="beyond-what-was-planned",
        ),
    ],
)
def test_what_came_of_it(head, told, came):
    one = listed(head, **told)
    found = undertaking(one)
    assert found is not None
    assert found.outcome.what is came
    assert is_marked(one.record)
    assert found.is_open == (came is Came.NOTHING)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        pytest.param(DONE, {}, id="told-when-done"),
        pytest.param(commitment(modality=Modality.DENIED), {}, id="denied"),
        pytest.param(event(), {}, id="took-place"),
        pytest.param(
            event(when=day("2024-03-01")), {"first": MARCH, "last": MARCH}, id="told-afterwards"
        ),
        pytest.param(event(type=EventType.REQUEST), {}, id="call-on-another"),
        pytest.param(instrument(), {"history": (step("signed"),)}, id="signed"),
        pytest.param(instrument(action=InstrumentAction.MENTIONED), {}, id="referred-to"),
        pytest.param(figure(), {}, id="figure"),
    ],
)
def test_what_is_no_undertaking(head, told):
    assert undertaking(listed(head, **told)) is None


@pytest.mark.parametrize(
    ("head", "told", "firm"),
    [
        pytest.param(PROMISED, {}, (Grade.PLEDGED,), id="grade"),
        pytest.param(
            DONE,
            {"history": (step("pledged"), step("agreed"), step("delivered", MAY))},
            (Grade.AGREED,),
            id="before-it-was-done",
        ),
        pytest.param(
            commitment(modality=Modality.POSSIBLE),
            {},
            (Grade.PLEDGED, Modality.POSSIBLE),
            id="only-possible",
        ),
        pytest.param(planned(), {}, (EventStatus.PLANNED,), id="planned"),
        pytest.param(event(type=EventType.AGREE), {}, (EventType.AGREE,), id="agreed"),
        pytest.param(DRAFT, {}, (InstrumentAction.NEGOTIATING,), id="step"),
        pytest.param(
            instrument(modality=Modality.PLANNED),
            {},
            (InstrumentAction.SIGNED, Modality.PLANNED),
            id="planned-step",
        ),
    ],
)
def test_how_firm_it_is(head, told, firm):
    found = undertaking(listed(head, **told))
    assert found is not None
    assert found.firm == firm


def test_who_and_for_whom():
    minister = Actor(ActorRole.SOURCE, OMAN, Person("Ali Rahimov"))
    deputy = Actor(ActorRole.PARTICIPANT, OMAN, Person("Sara Aziz"))
    target = Actor(ActorRole.TARGET, PERU)
    trip = planned(mode=EventMode.VISIT, actors=(minister, deputy, target))
    found = undertaking(listed(trip))
    assert (found.who, found.to) == ((OMAN,), (PERU,))
    promise = undertaking(listed(PROMISED))
    assert (promise.who, promise.to) == ((OMAN,), (PERU,))
    assert undertaking(listed(DRAFT)).who == (OMAN, PERU)


def test_when_it_is_due():
    assert undertaking(listed(commitment(deadline=day("2025-01-01")))).due == day("2025-01-01")
    assert undertaking(listed(planned(when=day("2024-06-01")))).due == day("2024-06-01")
    told = listed(instrument(), history=(step("signed", MAY, planned=True),))
    assert undertaking(told).due.first == MAY
    agreed = event(type=EventType.AGREE, when=day("2024-03-01"))
    assert undertaking(listed(agreed)).due is None


def test_undertakings_keep_the_order_of_records():
    records = [listed(PROMISED), listed(event()), listed(DRAFT)]
    assert [one.what for one in undertakings(records)] == [PROMISED, DRAFT]
