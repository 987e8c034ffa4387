"""Records from claims."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.model.claim import Actor, Amount, Person
from communique.model.mention import Bound
from communique.model.record import ClaimRef, Delivery, Directness, Joint
from communique.model.terms import (
    ActorRole,
    EventMode,
    EventStatus,
    Grade,
    InstrumentAction,
    Modality,
)
from communique.records.build import build
from factory import (
    OMAN,
    PERU,
    UNION,
    commitment,
    day,
    event,
    facts,
    figure,
    instrument,
    node,
    office,
)

MINISTRY = facts("ministry", "2024-03-01", (OMAN,))
PAPER = facts("paper", "2024-03-05")
GAZETTE = facts("gazette", "2024-03-07")


def made(kin, *nodes, kind=None, **told):
    return build("r1", kind or nodes[0].claim.kind, nodes[0].ref, nodes, kin=kin, **told)


def test_a_single_claim_is_its_record(kin):
    one = node(commitment(when=day("2024-02-02")), MINISTRY)
    record = made(kin, one)
    assert record.head == one.claim
    assert (record.id, record.kind, record.founder, record.claims) == (
        "r1",
        "commitment",
        one.ref,
        (one.ref,),
    )
    assert (record.stories, record.disputes, record.ruled) == (1, (), ())
    assert (record.first, record.last) == (date(2024, 2, 2), date(2024, 2, 2))
    assert (record.told_first, record.told_last) == (date(2024, 3, 1), date(2024, 3, 1))
    assert record.tellers.parties == (OMAN,)


def test_without_claims_there_is_no_record(kin):
    with pytest.raises(ValueError, match="r1"):
        build("r1", "event", ClaimRef("a", "b"), [], kin=kin)


def test_disputes_show_every_value_the_elected_first(kin):
    low, high = Amount(802_000_000, "EUR"), Amount(820_000_000, "EUR")
    record = made(
        kin,
        node(commitment(amount=low), PAPER),
        node(commitment(amount=low), GAZETTE),
        node(commitment(amount=high), MINISTRY),
    )
    (dispute,) = record.disputes
    assert record.head.amount == high
    assert dispute.slot == "amount"
    assert [(t.value["value"], t.stories, t.directness) for t in dispute.tellings] == [
        (820_000_000, 1, Directness.OWN_ACT),
        (802_000_000, 2, Directness.OUTSIDER),
    ]


def test_the_evidence_is_of_the_closest_claim_which_stands_first(kin):
    record = made(
        kin,
        node(commitment("Oman is to pay"), PAPER),
        node(commitment("Oman will pay"), MINISTRY),
    )
    assert record.head.evidence[0].exact == "Oman will pay"
    assert record.claims[0].document == "ministry"


def test_what_was_planned_is_no_dispute_with_what_happened(kin):
    record = made(
        kin,
        node(
            event(when=day("2024-03-09"), status=EventStatus.PLANNED, modality=Modality.PLANNED),
            MINISTRY,
        ),
        node(event(when=day("2024-03-04"), mode=EventMode.SUMMIT), PAPER),
    )
    assert (record.head.status, record.head.modality) == (EventStatus.OCCURRED, Modality.ASSERTED)
    assert (record.head.when, record.disputes) == (day("2024-03-04"), ())


def test_what_only_a_plan_tells_is_kept(kin):
    record = made(
        kin,
        node(event(place="Lima", status=EventStatus.PLANNED), MINISTRY),
        node(event(), PAPER),
    )
    assert record.head.place == "Lima"


def test_a_denial_is_a_dispute(kin):
    record = made(
        kin,
        node(commitment(modality=Modality.DENIED), MINISTRY),
        node(commitment(), PAPER),
    )
    assert record.head.modality is Modality.DENIED
    assert [d.slot for d in record.disputes] == ["modality"]


def test_an_instrument_has_the_day_of_its_furthest_step(kin):
    signed = instrument(when=day("2015-12-21"), place="Lima")
    force = instrument(action=InstrumentAction.IN_FORCE, when=day("2020-03-01"))
    record = made(kin, node(signed, MINISTRY), node(force, PAPER), node(force, GAZETTE))
    assert record.head.action is InstrumentAction.IN_FORCE
    assert (record.head.when, record.head.place) == (day("2020-03-01"), None)
    assert (record.first, record.last) == (date(2015, 12, 21), date(2020, 3, 1))
    assert [step.term for step in record.history] == ["signed", "in_force"]
    assert record.disputes == ()


def test_a_promise_that_reports_harden_stays_as_it_was(kin):
    record = made(
        kin,
        node(commitment(grade=Grade.INTENDED), MINISTRY),
        *(node(commitment(), facts(f"paper{n}", f"2024-04-{n + 1:02}")) for n in range(9)),
    )
    assert record.head.grade is Grade.INTENDED
    assert [t.value for t in record.disputes[0].tellings] == ["intended", "pledged"]


def test_a_marked_delivery_makes_it_delivered(kin):
    marked = Delivery("decision-1", date(2024, 5, 1), "photograph")
    record = made(kin, node(commitment(), MINISTRY), deliveries=[marked])
    assert (record.head.grade, record.delivery) == (Grade.DELIVERED, (marked,))
    assert record.history[-1].first == date(2024, 5, 1)


def test_a_persons_correction_stands_on_top(kin):
    corrected = node(commitment(finance=None, action="lend"), PAPER, ruled=("action", "to"))
    record = made(kin, corrected, node(commitment(to=(UNION,)), MINISTRY))
    assert (record.head.action, record.head.to) == ("lend", (PERU,))
    assert record.ruled == ("action", "to")


def test_a_hedge_goes_with_its_number(kin):
    record = made(
        kin,
        node(figure(value=820, unit="EUR"), facts("ministry", "2024-03-01", (OMAN,))),
        node(figure(value=802, unit="EUR", bound=Bound.ABOUT), PAPER),
        node(figure(value=802, unit="EUR", bound=Bound.ABOUT), GAZETTE),
    )
    assert (record.head.value, record.head.bound) == (802, Bound.ABOUT)
    record = made(
        kin,
        node(figure(value=820, unit="EUR", about=(OMAN,)), MINISTRY),
        node(figure(value=802, unit="EUR", bound=Bound.ABOUT), PAPER),
    )
    assert (record.head.value, record.head.bound) == (820, None)


def test_actors_are_gathered_and_persons_bring_their_parties(kin):
    person = Actor(ActorRole.PARTICIPANT, None, Person("Ana Quispe"))
    paper = node(event(actors=(person, Actor(ActorRole.HOST, OMAN))), PAPER)
    ministry = node(event(actors=(Actor(ActorRole.PARTICIPANT, OMAN),)), MINISTRY)
    record = made(kin, paper, ministry, holders={"paper": {"Ana Quispe": PERU}})
    assert {(a.party, a.person) for a in record.head.actors} >= {(None, Person("Ana Quispe"))}
    assert made(kin, paper, holders={"paper": {"Ana Quispe": PERU}}).tellers.outsiders


def test_a_person_is_a_record_of_claims_of_several_kinds(kin):
    record = made(
        kin,
        node(event(actors=(Actor(ActorRole.PARTICIPANT, OMAN, Person("Rahimov")),)), PAPER),
        node(office(), PAPER, "c2"),
        node(office(post="Minister of Ports"), GAZETTE),
        kind="person",
    )
    assert record.head.kind == "office"
    assert record.disputes == ()
    assert len(record.claims) == 3
    assert (record.first, record.last) == (date(2024, 3, 5), date(2024, 3, 7))


def test_a_person_without_a_post_is_shown_by_what_names_them(kin):
    record = made(kin, node(event(), PAPER), kind="person")
    assert record.head.kind == "event"


def test_a_part_is_referred_to_in_the_words_of_the_head(kin):
    record = made(
        kin,
        node(commitment(part_of="commitment-9"), PAPER),
        node(commitment(part_of="commitment-3"), MINISTRY),
    )
    assert record.head.part_of == "commitment-3"


_DOCUMENTS = (
    MINISTRY,
    PAPER,
    GAZETTE,
    facts("peru", None, (PERU,)),
    facts("both", "2024-01-01", (OMAN, PERU)),
)
_DAYS = st.sampled_from((None, day("2024-02-01"), day("2024-02-02"), day("2023-02-01")))
_RULED = st.sampled_from(((), (), (), ("*",), ("when",)))


@st.composite
def _claims(draw):
    kind = draw(st.sampled_from(("event", "instrument", "commitment")))
    when = draw(_DAYS)
    modality = draw(st.sampled_from(tuple(Modality)))
    if kind == "event":
        names = draw(st.lists(st.sampled_from(("Quispe", "Ana Quispe", "Luz Quispe")), max_size=2))
        actors = tuple(Actor(ActorRole.SOURCE, PERU, Person(name)) for name in names)
        return event(when=when, modality=modality, actors=(*actors, Actor(ActorRole.HOST, OMAN)))
    if kind == "instrument":
        action = draw(st.sampled_from(tuple(InstrumentAction)))
        name = draw(st.sampled_from((None, "Coal Treaty", "Treaty", "Fisheries Protocol")))
        return instrument(when=when, modality=modality, action=action, name=name)
    value = draw(st.sampled_from((18_500, 18_470, 18_000, 20_000)))
    by = draw(st.sampled_from(((), (OMAN,), (UNION,))))
    grade = draw(st.sampled_from(tuple(Grade)))
    return commitment(when=when, modality=modality, grade=grade, by=by, amount=Amount(value, "EUR"))


_TOLD = st.tuples(_claims(), st.sampled_from(_DOCUMENTS), _RULED)
_MOST = 8


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_TOLD, min_size=1, max_size=_MOST), st.permutations(range(_MOST)))
def test_the_order_of_claims_does_not_matter(kin, told, order):
    nodes = [
        node(claim, document, f"c{number}", ruled=ruled)
        for number, (claim, document, ruled) in enumerate(told)
    ]
    kind, founder = nodes[0].claim.kind, nodes[0].ref
    joints = [Joint(a.ref, b.ref, 1.0, ("same",)) for a, b in pairwise(nodes)]
    shuffled = [nodes[index] for index in order if index < len(nodes)]
    record = build("r1", kind, founder, nodes, joints, kin=kin)
    assert build("r1", kind, founder, shuffled, joints[::-1], kin=kin) == record
    assert sorted(record.claims) == sorted(n.ref for n in nodes)
    for dispute in record.disputes:
        claims = [ref for telling in dispute.tellings for ref in telling.claims]
        assert len(claims) == len(set(claims))
        assert len(dispute.tellings) > 1


def test_a_long_tenure_keeps_all_that_was_told_of_it(kin):
    nodes = [
        node(
            office(post=f"President of the {n % 40}th term", person=Person("Ali Rahimov")),
            facts(f"d{n // 2}", f"20{20 + n % 5}-03-05", (OMAN,) if n % 3 else ()),
            f"c{n}",
        )
        for n in range(10_000)
    ]
    record = made(kin, *nodes)
    assert len(record.claims) == 10_000
