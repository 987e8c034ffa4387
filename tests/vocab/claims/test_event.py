import pytest

from communique.model.terms import EventType
from communique.vocab.claims.event import (
    Act,
    EventGrammar,
    load_acts,
    load_event_grammar,
    load_remarks,
)
from communique.vocab.states import names_of_states

ACTS = (*load_acts(), *load_remarks())
WORDS = load_event_grammar().words


def test_every_type_can_be_told():
    assert {act.type for act in ACTS} == set(EventType)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.example)
def test_an_act_names_known_classes(act):
    named = {act.objects, act.unless, act.deeds, act.cues, act.complement, *act.without} - {None}
    assert named <= WORDS.classes.keys()


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.example)
def test_an_act_has_places_for_whom_it_needs(act):
    roles = {need for need in act.needs if need in {"source", "target", "host"}}
    assert all(getattr(act, role) for role in roles)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.example)
def test_an_act_repeats_no_word(act):
    words = act.verbs or act.nouns
    assert len(words) == len(set(words))


def test_every_class_is_used():
    named = {
        name
        for act in ACTS
        for name in (
            act.objects,
            act.unless,
            act.deeds,
            act.cues,
            act.complement,
            *act.without,
        )
    }
    assert WORDS.classes.keys() <= named


def test_verbs_are_found_by_their_first_word():
    act = Act(type="SANCTION", verbs=("break off",), needs=(), example="They broke off relations.")
    grammar = EventGrammar.of((act,), WORDS)
    assert grammar.verbs["break"] == (("off", act),)


@pytest.mark.parametrize("words", [{}, {"verbs": ("meet",), "nouns": ("meeting",)}])
def test_an_act_has_either_verbs_or_nouns(words):
    with pytest.raises(ValueError, match="either verbs or nouns"):
        Act(type="CONSULT", needs=(), example="They met.", **words)


def test_states_are_known_by_code():
    assert names_of_states()["KZ"] == "Kazakhstan"
