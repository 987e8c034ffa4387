"""What claims tell together of who takes part."""

import pytest

from communique.model.claim import Actor, Party, Person
from communique.model.record import Directness
from communique.model.terms import ActorRole
from communique.records.electing import Voter
from communique.records.gathering import gather
from factory import OMAN, PERU, UNION, event, facts, instrument, node

COMMISSION = Party("European Commission")


def actor(party=None, person=None, role=ActorRole.PARTICIPANT):
    return Actor(role, party, None if person is None else Person(person))


def told(slot, claims, kin, ruled=()):
    voters = [
        Voter(node(claim, facts(f"d{n}"), ruled=ruled if n == 0 else ()), Directness.OUTSIDER)
        for n, claim in enumerate(claims)
    ]
    return gather(slot, voters, kin)


@pytest.mark.parametrize(
    ("lists", "parties"),
    [
        pytest.param([(OMAN,), (PERU,), (OMAN,)], [OMAN, PERU], id="each-names-one"),
        pytest.param([(UNION,), (COMMISSION,), (UNION,)], [UNION], id="one-side-under-two-names"),
        pytest.param([(UNION, COMMISSION)], [UNION, COMMISSION], id="both-named-by-one-claim"),
        pytest.param([()], [], id="nobody"),
    ],
)
def test_parties_are_gathered(kin, lists, parties):
    claims = [instrument(parties=parties) for parties in lists]
    assert list(told("parties", claims, kin)) == parties


@pytest.mark.parametrize(
    ("lists", "actors"),
    [
        pytest.param(
            [(actor(OMAN, "Ali Rahimov"), actor(PERU)), (actor(OMAN), actor(PERU, "Ana Quispe"))],
            [actor(OMAN, "Ali Rahimov"), actor(PERU, "Ana Quispe")],
            id="persons-act-for-their-parties",
        ),
        pytest.param(
            [(actor(None, "Rahimov"),), (actor(OMAN, "Ali Rahimov"),)],
            [actor(OMAN, "Ali Rahimov")],
            id="short-name-without-party",
        ),
        pytest.param(
            [(actor(OMAN, "Ali Rahimov"), actor(OMAN, role=ActorRole.HOST))],
            [actor(OMAN, "Ali Rahimov"), actor(OMAN, role=ActorRole.HOST)],
            id="the-host-stays",
        ),
        pytest.param(
            [(actor(OMAN),), (actor(OMAN, role=ActorRole.SOURCE),), (actor(OMAN),)],
            [actor(OMAN)],
            id="one-role",
        ),
    ],
)
def test_actors_are_gathered(kin, lists, actors):
    claims = [event(actors=entry) for entry in lists]
    for order in (claims, claims[::-1]):
        assert sorted(told("actors", order, kin), key=repr) == sorted(actors, key=repr)


def test_a_short_name_is_not_two_persons(kin):
    people = [actor(PERU, "Ana Quispe"), actor(PERU, "Luz Quispe"), actor(PERU, "Quispe")]
    found = told("actors", [event(actors=(person,)) for person in people], kin)
    assert {a.person.name for a in found} == {"Ana Quispe", "Luz Quispe"}


def test_what_a_person_has_set_stands_by_itself(kin):
    claims = [instrument(parties=(OMAN,)), instrument(parties=(OMAN, PERU, UNION))]
    assert told("parties", claims, kin, ruled=("parties",)) == (OMAN,)
