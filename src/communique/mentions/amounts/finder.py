"""The amounts of a document, read once for all kinds that are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from communique.mentions.amounts.amount import Amount
from communique.mentions.amounts.reader import AmountReader
from communique.mentions.amounts.settling import Settler
from communique.model.analysis import Analysis
from communique.model.document import OUTSIDE_THE_ARTICLE, Document
from communique.model.mention import Mention

#: Makes a mention of an amount in a text, None where it is of another kind.
Maker = Callable[[Amount, str], Mention | None]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Finds sums of money, percentages and quantities.

    Attributes:
        reader: The grammar.
        settler: Tells what bare numbers are.
        makers: One for each kind of mention.
    """

    reader: AmountReader
    settler: Settler
    makers: Sequence[Maker]

    @classmethod
    def load(cls, makers: Sequence[Maker]) -> Amounts:
        """Load the grammar.

        Raises:
            BadVocabulary: A file of the grammar breaks its schema.
        """
        reader = AmountReader.load()
        return cls(reader, Settler.of(reader.lexicon), makers)

    def find(self, document: Document, analysis: Analysis) -> Iterator[Mention]:
        """The amounts of the article."""
        for amount in self.amounts(document, analysis):
            made = (make(amount, document.text) for make in self.makers)
            yield from (mention for mention in made if mention is not None)

    def amounts(self, document: Document, analysis: Analysis) -> Sequence[Amount]:
        """The same as amounts, which tell the rules that read them."""
        outside = [r.span for r in document.regions if r.kind in OUTSIDE_THE_ARTICLE]
        tags = {token.start: token.tag for token in analysis.tokens}
        read = self.reader.read(document.text, skip=outside, tag_at=tags.get)
        return self.settler.settle(read, document.text, analysis)
