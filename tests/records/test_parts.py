"""Who takes part in a claim, and whether it is their act."""

import pytest

from communique.model.claim import Actor, Person
from communique.model.terms import ActorRole
from communique.records.parts import parts
from factory import OMAN, PERU, commitment, event, figure, instrument, office

HOST = (Actor(ActorRole.HOST, OMAN), Actor(ActorRole.TARGET, PERU, Person("Ana Quispe")))


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        pytest.param(event(), [("actor", "OM", True), ("actor", "PE", True)], id="event"),
        pytest.param(
            event(actors=HOST), [("host", "OM", True), ("actor", "PE", False)], id="host-and-target"
        ),
        pytest.param(instrument(), [("party", "OM", True), ("party", "PE", True)], id="instrument"),
        pytest.param(commitment(), [("by", "OM", True), ("to", "PE", False)], id="commitment"),
        pytest.param(figure(about=(OMAN,)), [("about", "OM", True)], id="figure"),
        pytest.param(office(), [("of", "OM", True)], id="office"),
        pytest.param(office(party=None), [], id="office-of-nobody"),
    ],
)
def test_parts_have_roles(claim, told):
    assert [(p.role, p.party and p.party.code, p.acts) for p in parts(claim)] == told


def test_a_person_takes_part_without_a_party():
    actors = (Actor(ActorRole.PARTICIPANT, None, Person("Ana Quispe")),)
    (part,) = parts(event(actors=actors))
    assert (part.party, part.person) == (None, Person("Ana Quispe"))
