"""Groups of profiles: best links first, contradictions and rulings kept, whatever the order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from communique.model.linking import Linked, Rulings
from communique.records.clusters import clustered, components, spanning


def groups(profiles, links, together=(), apart=(), contradict=lambda a, b: None):
    rulings = Rulings(tuple(Linked(a, b, 0.0) for a, b in together), tuple(apart))
    return clustered(profiles, [Linked(*link) for link in links], rulings, contradict)


def on_different_days(one, other):
    return None if None in (one, other) or one == other else "different days"


def test_links_join_and_what_nothing_links_stands_alone():
    assert groups({"a": 1, "b": 1, "c": 1}, [("a", "b", 1.0)]) == (("a", "b"), ("c",))


def test_a_vague_telling_does_not_chain_two_days():
    days = {"first": 1, "second": 8, "vague": None}
    links = [("first", "vague", 1.2), ("second", "vague", 1.1)]
    assert groups(days, links, contradict=on_different_days) == (("first", "vague"), ("second",))


def test_of_equal_links_the_digests_decide():
    days = {"x": 1, "y": 8, "vague": None}
    links = [("vague", "y", 1.0), ("x", "vague", 1.0)]
    assert groups(days, links, contradict=on_different_days) == (("vague", "x"), ("y",))


def test_a_ruling_joins_what_contradicts():
    days = {"a": 1, "b": 8}
    assert groups(days, [], together=[("a", "b")], contradict=on_different_days) == (("a", "b"),)


def test_what_is_kept_apart_is_not_joined_through_a_third():
    links = [("a", "c", 3.0), ("b", "c", 2.0), ("a", "b", 1.0)]
    found = groups(dict.fromkeys("abc", 1), links, apart=[("a", "b")])
    assert found == (("a", "c"), ("b",))


def test_of_two_rulings_on_one_pair_that_keeps_apart_holds():
    found = groups({"a": 1, "b": 1}, [("a", "b", 5.0)], together=[("a", "b")], apart=[("b", "a")])
    assert found == (("a",), ("b",))


def test_components_follow_all_links():
    links = [Linked("a", "b", 1.0), Linked("c", "b", 1.0)]
    assert components("abcd", links) == (("a", "b", "c"), ("d",))


def test_spanning_takes_the_best_links_that_hold_a_group_together():
    links = [Linked("a", "b", 1.0), Linked("b", "c", 3.0), Linked("a", "c", 2.0)]
    assert [link.score for link in spanning(links, "abc")] == [3.0, 2.0]


def test_spanning_leaves_out_what_is_of_another_group():
    links = [Linked("a", "b", 1.0), Linked("b", "z", 3.0)]
    assert spanning(links, "ab") == (links[0],)


NAMES = "abcdefgh"
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] < p[1])
LINKS = st.dictionaries(PAIRS, st.sampled_from([1.0, 1.5, 2.0]), max_size=20)
DAYS = st.fixed_dictionaries({name: st.sampled_from([None, 1, 2]) for name in NAMES})


@given(DAYS, LINKS, st.lists(PAIRS, max_size=2), st.lists(PAIRS, max_size=2), st.randoms())
def test_order_changes_nothing_and_no_group_contradicts(days, links, together, apart, chance):
    told = [(*pair, score) for pair, score in links.items()]
    found = groups(days, told, together, apart, on_different_days)
    mixed = [(b, a, score) if chance.random() < 0.5 else (a, b, score) for a, b, score in told]
    chance.shuffle(mixed)
    names = list(days)
    chance.shuffle(names)
    turned = [(b, a) for a, b in together]
    random.Random(1).shuffle(turned)
    again = groups({n: days[n] for n in names}, mixed, turned, apart, on_different_days)
    assert found == again
    assert sorted(name for group in found for name in group) == sorted(NAMES)
    for group in found:
        assert not any({a, b} <= set(group) for a, b in apart)
        if not together:
            assert len({days[name] for name in group} - {None}) <= 1
