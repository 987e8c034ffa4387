import random
from dataclasses import dataclass

import pytest

from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.pipeline.evaluate.joining import joined
from communique.records.matching import Match
from factory import event, office


@dataclass(frozen=True)
class Place:
    """What is compared: the words of a place, and a block."""

    words: tuple[str, ...]
    block: str


@dataclass(frozen=True)
class PlaceMatcher:
    """Compares events by the words of their place; titles are their blocks, "not" contradicts."""

    kind = "event"
    shape = Place

    def profiles(self, node):
        if node.claim.kind == "event":
            yield Place(tuple(sorted(node.claim.place.split())), node.claim.title or "one")

    def blocks(self, profile):
        return [profile.block]

    def compare(self, one, other):
        shared = sorted(set(one.words) & set(other.words))
        return Match(float(len(shared)), tuple(shared)) if shared else None

    def contradict(self, one, other):
        return "only one denies" if ("not" in one.words) != ("not" in other.words) else None


def node(name, place, title=None):
    claim = event(id=name, place=place, title=title)
    return Node(ClaimRef("d", name), claim, DocumentFacts("d"))


NODES = (
    node("1", "lima"),
    node("2", "lima callao"),
    node("3", "callao ica"),
    node("4", "not callao"),
    node("5", "lima", title="other"),
    node("6", "puno"),
    node("7", "lima"),
    Node(ClaimRef("d", "8"), office(id="8"), DocumentFacts("d")),
)


@pytest.fixture
def result():
    return joined(NODES, (PlaceMatcher(),))


def why(result, one, other):
    return result.explain("event", ClaimRef("d", one), ClaimRef("d", other))


def test_claims_are_joined_by_links_within_a_block(result):
    records = result.grouping()["event"]
    by_record = {}
    for ref, record in records.items():
        by_record.setdefault(record, set()).add(ref.claim)
    assert sorted(map(sorted, by_record.values())) == [["1", "2", "3", "7"], ["4"], ["5"], ["6"]]


def test_the_order_of_claims_does_not_matter(result):
    for seed in range(10):
        shuffled = list(NODES)
        random.Random(seed).shuffle(shuffled)
        assert joined(shuffled, (PlaceMatcher(),)).grouping() == result.grouping()


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        pytest.param("1", "7", ("what matters of both is equal",), id="equal"),
        pytest.param("1", "2", ("score 1.00: lima",), id="linked"),
        pytest.param("1", "3", ("score 1.00: lima", "score 1.00: callao"), id="by-way"),
        pytest.param("1", "6", ("score 0.00",), id="nothing"),
        pytest.param(
            "2", "4", ("score 1.00", "callao", "but they contradict: only one denies"), id="denied"
        ),
        pytest.param("2", "5", ("score 1.00", "lima", "but they share no block"), id="block"),
        pytest.param("1", "8", ("the kind does not take both claims",), id="kind"),
    ],
)
def test_reasons_tell_why_claims_are_in_one_record_or_not(result, one, other, reasons):
    assert why(result, one, other).reasons == reasons
    assert sorted(why(result, other, one).reasons) == sorted(reasons)


def test_a_group_that_contradicts_keeps_a_linked_pair_apart():
    nodes = (
        node("1", "lima callao"),
        node("2", "not lima callao"),
        node("3", "maybe not lima callao"),
    )

    @dataclass(frozen=True)
    class Denied(PlaceMatcher):
        """Only the shortest and the longest contradict."""

        def contradict(self, one, other):
            return "too far" if abs(len(one.words) - len(other.words)) == 2 else None

    result = joined(nodes, (Denied(),))
    last = why(result, "1", "2").reasons[-1], why(result, "2", "3").reasons[-1]
    assert "but others of their groups contradict" in last
