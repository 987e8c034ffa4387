"""A matcher for tests: of one kind, by publisher, quote and action."""

from dataclasses import dataclass
from functools import cache

from communique.pipeline.knowledge import Knowledge
from communique.records.comparing.lore import Lore
from communique.vocab.facts import load_fact_words
from communique.vocab.kinship import Kinship
from communique.vocab.loader import load_vocabulary


@dataclass(frozen=True)
class Told:
    publisher: str
    quote: str
    action: str


@dataclass(frozen=True)
class ByText:
    kind: str = "commitment"
    shape: type = Told

    def profiles(self, node):
        if node.claim.kind == self.kind:
            yield Told(node.document.publisher, node.claim.evidence[0].exact, node.claim.action)

    def blocks(self, profile):
        yield profile.quote

    def compare(self, one, other):
        return None

    def contradict(self, one, other):
        return None


@cache
def known():
    """What is known of the world, with that matcher alone."""
    vocabulary = load_vocabulary()
    lore, kin = Lore.of(vocabulary), Kinship.over(vocabulary)
    return Knowledge(vocabulary, lore, (ByText(),), kin, lore.sides, load_fact_words())
