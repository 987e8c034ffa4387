import json

import pytest

from communique.exports.formats.plover import plover_events, to_line
from communique.model.claim import Actor, Amount, Party, Person
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.terms import (
    ActorRole,
    EventMode,
    EventStatus,
    EventType,
    Finance,
    Grade,
    InstrumentAction,
    Modality,
)
from factory import OMAN, PERU, UNION, commitment, day, event, instrument, office

DOCUMENT = Document(id="d", text="A text.", text_given=True)
CHAD = Party("Chad", "TD")


def view(*claims, remarks=()):
    return plover_events(Extraction(DOCUMENT, (), claims, remarks=remarks))


def types(*claims):
    return [e.type.value for e in view(*claims)]


def actors(**roles):
    return tuple(
        Actor(ActorRole(role), party) for role, parties in roles.items() for party in parties
    )


def sides(found):
    return [(actor.role.value, actor.party.code) for actor in found.actors]


@pytest.mark.parametrize(
    ("kind", "coded"),
    [
        ("CONSULT", "AGREE"),
        ("SUPPORT", "AGREE"),
        ("COOPERATE", "AGREE"),
        ("AID", "AGREE"),
        ("AGREE", "AGREE"),
        ("RETREAT", "CONCEDE"),
        ("CONCEDE", "CONCEDE"),
        ("REQUEST", "REQUEST"),
        ("SANCTION", "THREATEN"),
        ("ASSAULT", "THREATEN"),
    ],
)
def test_what_lies_ahead_is_coded_as_a_promise_or_a_threat(kind, coded):
    planned = event(type=EventType(kind), status=EventStatus.PLANNED)
    said = event(type=EventType(kind), modality=Modality.PLANNED)
    assert types(planned) == types(said) == [coded]
    assert types(event(type=EventType(kind))) == [kind]


@pytest.mark.parametrize(
    ("kind", "coded"),
    [("CONSULT", ["REJECT"]), ("AID", ["REJECT"]), ("ASSAULT", []), ("ACCUSE", [])],
)
def test_what_is_called_off_is_a_refusal_or_nothing(kind, coded):
    assert types(event(type=EventType(kind), status=EventStatus.CANCELLED)) == coded


@pytest.mark.parametrize("modality", [Modality.DENIED, Modality.POSSIBLE])
def test_what_is_denied_or_merely_possible_is_no_event(modality):
    assert view(*(make(modality=modality) for make in (event, instrument, commitment))) == ()


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        (EventMode.VISIT, "visit"),
        (EventMode.CALL, "phone"),
        (EventMode.SUMMIT, "multilateral"),
        (EventMode.FORUM, "multilateral"),
        (EventMode.CONFERENCE, "multilateral"),
        (EventMode.MEETING, None),
        (None, None),
    ],
)
def test_modes_follow_from_the_form(form, mode):
    (found,) = view(event(mode=form))
    assert found.mode == mode


def test_only_meetings_that_took_place_have_modes():
    (planned,) = view(event(mode=EventMode.VISIT, status=EventStatus.PLANNED))
    (refused,) = view(event(mode=EventMode.VISIT, status=EventStatus.CANCELLED))
    (agreed,) = view(event(type=EventType.AGREE, mode=EventMode.SUMMIT))
    assert [e.mode for e in (planned, refused, agreed)] == [None, "meet", None]


@pytest.mark.parametrize(
    ("told", "coded", "mode"),
    [
        pytest.param(
            actors(source=[OMAN], host=[PERU]),
            [("source", "OM"), ("target", "PE")],
            None,
            id="visit",
        ),
        pytest.param(
            actors(participant=[OMAN], host=[PERU]),
            [("participant", "OM"), ("participant", "PE")],
            None,
            id="guest-of-one",
        ),
        pytest.param(
            actors(participant=[OMAN, PERU], host=[CHAD]),
            [("participant", "OM"), ("participant", "PE")],
            "third-party",
            id="host-of-others",
        ),
        pytest.param(
            actors(participant=[OMAN, PERU], host=[PERU]),
            [("participant", "OM"), ("participant", "PE")],
            None,
            id="host-takes-part",
        ),
        pytest.param(
            actors(source=[OMAN], target=[PERU], host=[CHAD]),
            [("source", "OM"), ("target", "PE")],
            "third-party",
            id="host-beside-sides",
        ),
    ],
)
def test_there_are_no_hosts(told, coded, mode):
    (found,) = view(event(actors=told))
    assert sides(found) == coded
    assert found.mode == mode


@pytest.mark.parametrize(
    ("slots", "coded"),
    [
        pytest.param({}, ["SUPPORT"], id="signed"),
        pytest.param({"action": InstrumentAction.RATIFIED}, ["SUPPORT"], id="ratified"),
        pytest.param({"modality": Modality.PLANNED}, ["AGREE"], id="to-be-signed"),
        pytest.param({"action": InstrumentAction.NEGOTIATING}, ["CONSULT"], id="negotiated"),
        pytest.param({"action": InstrumentAction.MENTIONED}, [], id="mentioned"),
        pytest.param({"action": InstrumentAction.TERMINATED}, [], id="ended"),
        pytest.param({"parties": ()}, [], id="nobody"),
        pytest.param({"parties": (OMAN,)}, ["SUPPORT"], id="one-signs"),
        pytest.param({"parties": (OMAN,), "action": InstrumentAction.ADOPTED}, [], id="one-adopts"),
    ],
)
def test_instruments(slots, coded):
    assert types(instrument(**slots)) == coded


def test_the_parties_of_an_instrument_are_equals():
    assert sides(view(instrument())[0]) == [("participant", "OM"), ("participant", "PE")]


@pytest.mark.parametrize(
    ("slots", "coded"),
    [
        pytest.param({"grade": Grade.CONSIDERED}, [], id="considered"),
        pytest.param({"grade": Grade.INTENDED}, ["AGREE"], id="intended"),
        pytest.param({"grade": Grade.PLEDGED}, ["AGREE"], id="pledged"),
        pytest.param({"grade": Grade.AGREED}, ["AGREE"], id="agreed"),
        pytest.param({"grade": Grade.CONTRACTED}, ["AGREE"], id="contracted"),
        pytest.param(
            {"grade": Grade.CONTRACTED, "finance": Finance.LOAN}, ["AID"], id="contracted-loan"
        ),
        pytest.param({"grade": Grade.DELIVERED}, ["AID"], id="delivered"),
        pytest.param(
            {"grade": Grade.DELIVERED, "finance": Finance.PURCHASE}, ["COOPERATE"], id="bought"
        ),
        pytest.param({"grade": Grade.DELIVERED, "to": ()}, [], id="for-itself"),
        pytest.param(
            {"grade": Grade.DELIVERED, "modality": Modality.PLANNED}, ["AGREE"], id="planned"
        ),
        pytest.param({"by": ()}, [], id="nobody"),
    ],
)
def test_commitments(slots, coded):
    assert types(commitment(**slots)) == coded


def test_the_giver_is_the_source_and_those_who_promise_together_are_equals():
    assert sides(view(commitment())[0]) == [("source", "OM"), ("target", "PE")]
    (joint,) = view(commitment(by=(OMAN, PERU), to=(OMAN, PERU)))
    assert sides(joint) == [("participant", "OM"), ("participant", "PE")]


def test_an_implied_event_that_only_repeats_is_left_out():
    several = [commitment(), commitment(amount=Amount(1, "EUR")), commitment(start=100)]
    assert [e.claim for e in view(*several)] == [several[0], several[2]]
    promise = event(type=EventType.AGREE, actors=actors(source=[OMAN], target=[PERU]))
    assert [e.claim for e in view(commitment(), promise)] == [promise]
    other = event(type=EventType.AGREE, actors=actors(source=[UNION]))
    assert len(view(commitment(), other)) == 2


def test_figures_and_offices_are_no_events():
    assert view(office()) == ()


def test_remarks_are_told_here():
    praise = event(type=EventType.SUPPORT, actors=actors(source=[OMAN], target=[PERU]))
    assert [e.type.value for e in view(remarks=(praise,))] == ["SUPPORT"]


def test_a_line(snapshot):
    visitor = Actor(ActorRole.SOURCE, OMAN, Person("Ali Rahimov"))
    visit = event(
        id="event-1",
        mode=EventMode.VISIT,
        actors=(visitor, Actor(ActorRole.HOST, PERU)),
        when=day("2024-05-02"),
        place="Lima",
        attributed_to="an agency",
    )
    gift = commitment(id="commitment-1", start=40)
    line = to_line(Extraction(DOCUMENT, (), (visit, gift)))
    assert json.dumps(json.loads(line), indent=1) == snapshot


def test_a_document_without_events_and_a_failure_have_their_lines():
    assert json.loads(to_line(Extraction(DOCUMENT, ())))["claims"] == []
    failed = Failure("e", "documents", "IN006", "e: its text is empty; give it a text")
    assert json.loads(to_line(failed))["error"]["code"] == "IN006"
