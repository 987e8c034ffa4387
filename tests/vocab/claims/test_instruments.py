import pytest

from communique.model.terms import InstrumentAction, InstrumentType
from communique.vocab.claims.instruments import load_instruments

WORDS = load_instruments()


def test_every_type_has_words():
    assert {entry.type for entry in WORDS.types} == set(InstrumentType)


def test_every_step_can_be_told():
    told = {rule.action for rule in WORDS.steps}
    assert told == set(InstrumentAction) - {InstrumentAction.MENTIONED}


def test_a_noun_has_one_type():
    for words in ("nouns", "titles", "phrases", "acronyms"):
        listed = [word for entry in WORDS.types for word in getattr(entry, words)]
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize("rule", WORDS.steps, ids=lambda rule: rule.example)
def test_a_rule_has_words(rule):
    told = (rule.done, rule.does, rule.through, rule.over, rule.states, rule.nouns, rule.alone)
    assert any(told)
    assert rule.types
