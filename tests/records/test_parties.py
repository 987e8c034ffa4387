"""Rows of parties, closeness of documents, and who tells a record."""

import pytest

from communique.claims.slots.office import holders_of
from communique.model.claim import Actor, Party, Person
from communique.model.record import Directness, PartyRow
from communique.model.terms import ActorRole
from communique.records.parties import parties_of, tellers, voters
from factory import OMAN, PERU, UNION, commitment, event, facts, instrument, node, office

QUISPE = Actor(ActorRole.PARTICIPANT, None, Person("Ana Quispe"))


def test_each_party_has_a_row_for_each_role(kin):
    nodes = [node(commitment(), facts()), node(commitment(by=(PERU,), to=()), facts("gazette"))]
    assert parties_of("commitment", nodes, kin) == (
        PartyRow("Oman", "OM", "by"),
        PartyRow("Peru", "PE", "by"),
        PartyRow("Peru", "PE", "to"),
    )


def test_a_person_without_a_party_brings_that_of_the_office_in_the_same_document(kin):
    nodes = [node(event(actors=(QUISPE,)), facts("paper"))]
    holders = {"paper": holders_of([office(person=Person("Ana Quispe"), party=PERU)])}
    assert parties_of("event", nodes, kin, holders) == (PartyRow("Peru", "PE", "holder"),)
    assert parties_of("event", nodes, kin, {"gazette": holders["paper"]}) == ()


def test_a_body_that_the_vocabulary_lacks_brings_its_state(kin):
    ministry = Party("Ministry of Ports of Peru")
    nodes = [node(instrument(parties=(ministry,)), facts())]
    assert parties_of("instrument", nodes, kin) == (
        PartyRow("Ministry of Ports of Peru", None, "party"),
        PartyRow("Peru", "PE", "body"),
    )


def test_of_a_person_only_the_offices_count(kin):
    nodes = [node(office(), facts()), node(event(), facts(), "c2")]
    assert parties_of("person", nodes, kin) == (PartyRow("Oman", "OM", "of"),)


@pytest.mark.parametrize(
    ("speaks_for", "directness"),
    [
        pytest.param((OMAN,), Directness.OWN_ACT, id="the-giver"),
        pytest.param((Party("Government of Oman"),), Directness.OWN_ACT, id="its-body"),
        pytest.param((PERU,), Directness.OTHER_SIDE, id="the-receiver"),
        pytest.param((OMAN, PERU), Directness.OWN_ACT, id="both"),
        pytest.param((PERU, UNION), Directness.OWN_ACT, id="joint-with-a-third"),
        pytest.param((UNION,), Directness.OUTSIDER, id="a-third-party"),
        pytest.param((), Directness.OUTSIDER, id="a-newspaper"),
    ],
)
def test_how_close_a_document_is(kin, speaks_for, directness):
    _, (voter,) = voters([node(commitment(), facts(speaks_for=speaks_for))], kin)
    assert voter.directness is directness


def test_where_a_claim_leaves_open_whose_act_it_is_the_others_tell(kin):
    told = [
        node(commitment(), facts("paper")),
        node(commitment(by=()), facts("ministry", speaks_for=(OMAN,))),
    ]
    assert voters(told, kin)[1][1].directness is Directness.OWN_ACT


def test_who_tells_a_record(kin):
    nodes = [
        node(commitment(), facts("ministry", speaks_for=(OMAN,))),
        node(commitment(), facts("statement", speaks_for=(OMAN, PERU))),
        node(commitment(), facts("union", speaks_for=(UNION,))),
    ]
    circle, _ = voters(nodes, kin)
    found = tellers(nodes, circle, kin)
    assert (found.parties, found.joint, found.outsiders) == ((OMAN,), True, True)
    assert tellers(nodes[:1], circle, kin).outsiders is False
