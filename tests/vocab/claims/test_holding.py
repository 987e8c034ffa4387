import pytest

from communique.mentions.knowledge import Knowledge
from communique.vocab.claims.holding import load_holding
from communique.vocab.loader import load_vocabulary
from communique.vocab.words import words_of


@pytest.fixture(scope="module")
def holding():
    return load_holding()


@pytest.mark.parametrize(
    "name", ["any_field", "no_titles", "courtesies", "institutional", "generic_plurals"]
)
def test_lists_of_posts_hold_canonical_names(holding, name):
    known = {post.name.lower() for post in load_vocabulary().posts}
    assert set(getattr(holding, name)) - known == set()


def test_owners_are_parties(holding):
    parties = Knowledge.load().parties
    assert [
        name for name in holding.owners.values() if not parties.longest(words_of(name), 0)
    ] == []


def test_states_that_lack_posts_are_states(holding):
    assert set(holding.lacking) <= set(Knowledge.load().states)


def test_what_predicates_also_stands_between(holding):
    assert holding.predicating <= holding.being
