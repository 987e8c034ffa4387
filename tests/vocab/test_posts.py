from collections import Counter, defaultdict
from datetime import date

import pytest

from communique.vocab.lexicon import is_plural
from communique.vocab.words import words_of


def find(posts, wording):
    """The posts that the whole wording stands for."""
    words = words_of(wording)
    end, found = posts.longest(words, 0)
    assert end == len(words)
    return [post.name for post in found]


def test_no_wording_belongs_to_two_posts(vocabulary):
    owners = defaultdict(set)
    for post in vocabulary.posts:
        for wording in (post.name, *post.names, *post.plurals):
            owners[words_of(wording.lower())].add(post.name)
    assert {words: posts for words, posts in owners.items() if len(posts) > 1} == {}


def test_no_wording_stands_twice(vocabulary):
    def twice(post):
        wordings = Counter(wording.lower() for wording in (post.name, *post.names))
        return [wording for wording, times in wordings.items() if times > 1]

    assert {post.name: twice(post) for post in vocabulary.posts if twice(post)} == {}


def test_plurals_differ_from_the_singular(vocabulary):
    same = {
        post.name: {p.lower() for p in post.plurals} & {n.lower() for n in (post.name, *post.names)}
        for post in vocabulary.posts
    }
    assert {name: plurals for name, plurals in same.items() if plurals} == {}


def test_plurals_are_told_from_singulars(vocabulary):
    for post in vocabulary.posts:
        assert all(is_plural(post, words_of(plural)) for plural in post.plurals), post.name
        assert not any(is_plural(post, words_of(n)) for n in (post.name, *post.names)), post.name


@pytest.mark.parametrize("change", [str, str.lower, str.upper], ids=["written", "lower", "upper"])
def test_each_wording_finds_its_post_in_any_case(vocabulary, posts, change):
    wrong = [
        (post.name, wording)
        for post in vocabulary.posts
        for wording in (post.name, *post.names, *post.plurals)
        if find(posts, change(wording)) != [post.name]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "wording", "post"),
    [
        pytest.param("Deputy Prime Minister Smailov", 3, "Deputy Prime Minister", id="deputy"),
        pytest.param("foreign ministers met", 2, "Minister of Foreign Affairs", id="plural"),
        pytest.param("Minister of Defense Umerov", 3, "Minister of Defence", id="American"),
        pytest.param("Minister of Labor", 3, "Minister of Labour", id="American-labour"),
        pytest.param("Secretary of State for Defence", 5, "Secretary of Defense", id="longest"),
        pytest.param("Secretary of State Rubio", 3, "Secretary of State", id="shorter"),
        pytest.param("Secretary‑General António Guterres", 3, "Secretary-General", id="hyphen"),
        pytest.param("Minister for the Arts", 1, "Minister", id="portfolio-of-its-own"),
        pytest.param("State Councilor Wang Yi", 2, "State Counselor", id="councilor"),
    ],
)
def test_the_longest_wording_is_taken(posts, text, wording, post):
    end, found = posts.longest(words_of(text), 0)
    assert (end, [entry.name for entry in found]) == (wording, [post])


def test_a_word_that_is_no_post_finds_none(posts):
    assert posts.longest(words_of("Kazakhstan signed"), 0) is None


@pytest.mark.parametrize(
    ("name", "single_holder"),
    [
        pytest.param("President", True, id="president"),
        pytest.param("Minister of Foreign Affairs", True, id="foreign-minister"),
        pytest.param("Minister", False, id="minister"),
        pytest.param("Deputy Prime Minister", False, id="deputy"),
        pytest.param("Ambassador", False, id="ambassador"),
        pytest.param("Senator", False, id="senator"),
    ],
)
def test_posts_of_one_holder_are_marked(vocabulary, name, single_holder):
    assert {post.name: post.single_holder for post in vocabulary.posts}[name] is single_holder


@pytest.mark.parametrize(
    ("party", "post", "since", "successors"),
    [
        pytest.param(
            "KZ",
            "Minister of Industry and Infrastructure Development",
            "2023-09-01",
            {"Minister of Industry and Construction", "Minister of Transport"},
            id="KZ-industry",
        ),
        pytest.param(
            "KZ",
            "Minister of Culture and Sports",
            "2023-09-01",
            {"Minister of Culture and Information", "Minister of Tourism and Sports"},
            id="KZ-culture",
        ),
        pytest.param(
            "US", "Secretary of Defense", "2025-09-05", {"Secretary of War"}, id="US-defense"
        ),
        pytest.param(
            "European Union",
            "High Representative for the Common Foreign and Security Policy",
            "2009-12-01",
            {"High Representative of the Union for Foreign Affairs and Security Policy"},
            id="EU",
        ),
    ],
)
def test_successions_have_their_day_and_heirs(vocabulary, party, post, since, successors):
    (found,) = [s for s in vocabulary.successions if (s.party, s.post) == (party, post)]
    assert (found.since, set(found.successors)) == (date.fromisoformat(since), successors)


def test_parties_of_successions_exist(vocabulary):
    known = {
        *(state.code for state in vocabulary.states),
        *(institution.name for institution in vocabulary.institutions),
    }
    assert {s.party for s in vocabulary.successions} - known == set()


def test_successions_name_heirs_and_a_source(vocabulary):
    bare = [s.post for s in vocabulary.successions if not s.successors or not s.source.strip()]
    assert bare == []
    assert [s.post for s in vocabulary.successions if s.post in s.successors] == []


def test_a_post_is_succeeded_once_a_party(vocabulary):
    counted = Counter((s.party, s.post) for s in vocabulary.successions)
    assert [key for key, times in counted.items() if times > 1] == []


def test_posts_of_successions_are_recognised(vocabulary, posts):
    wordings = {w for s in vocabulary.successions for w in (s.post, *s.successors)}
    assert sorted(w for w in wordings if posts.longest(words_of(w), 0) is None) == []
