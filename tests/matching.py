"""A matcher for tests: of one kind, by the words of the quote and the id of the document."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    address: str
    quote: str
    action: str


@dataclass(frozen=True)
class ByText:
    kind: str = "commitment"
    shape: type = Told

    def profiles(self, node):
        if node.claim.kind == self.kind:
            address = ADDRESSES.get(node.ref.document, node.ref.document)
            yield Told(address, node.claim.evidence[0].exact, node.claim.action)

    def blocks(self, profile):
        yield profile.quote

    def compare(self, one, other):
        return None

    def contradict(self, one, other):
        return None
