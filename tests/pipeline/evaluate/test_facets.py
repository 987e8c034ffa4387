from datetime import date

from communique.model.claim import Actor, Change, Quantity
from communique.model.mention import Bound
from communique.model.terms import ActorRole, Direction, Modality
from communique.pipeline.evaluate.facets import agreeing, facets_of
from factory import OMAN, PERU, commitment, day, event, figure


def told(claim):
    return [(facet.slot, facet.value) for facet in facets_of(claim)]


def test_empty_slots_have_no_facet():
    assert "place" not in dict(told(event()))
    assert dict(told(event(place="Lima")))["place"] == "Lima"


def test_what_is_not_asserted_has_a_modality_in_place_of_its_status():
    assert "status" in dict(told(event()))
    planned = dict(told(event(modality=Modality.PLANNED)))
    assert planned["modality"] == "planned"
    assert "status" not in planned


def test_only_roles_that_say_something_count():
    actors = (Actor(ActorRole.SOURCE, OMAN), Actor(ActorRole.PARTICIPANT, PERU))
    facets = told(event(actors=actors))
    assert [value for slot, value in facets if slot == "actor"] == [OMAN, PERU]
    assert [value for slot, value in facets if slot == "actor.role"] == [("source", OMAN)]


def test_measures_are_cut_into_parts():
    claim = commitment(quantity=Quantity(12, "buses", Bound.ABOUT))
    assert {"amount", "amount.unit", "quantity", "quantity.unit", "quantity.bound"} <= set(
        dict(told(claim))
    )
    change = Change(3, "percent", Direction.UP, day("2022-01-01"))
    facets = dict(told(figure(change=change)))
    assert facets["change.direction"] == "up"
    assert facets["change.base"] == (date(2022, 1, 1), date(2022, 1, 1))


def test_a_facet_agrees_once():
    twice = facets_of(commitment(by=(OMAN, OMAN)))
    once = facets_of(commitment(by=(OMAN,)))
    pairs = [one for one, _ in agreeing(twice, once) if one.slot == "by"]
    assert len(pairs) == 1
