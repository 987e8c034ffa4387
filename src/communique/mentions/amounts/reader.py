"""Reads the amounts of a text: the one entry to this package that needs no analysis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.errors import BadVocabulary
from communique.mentions.amounts.amount import Amount
from communique.mentions.amounts.bounds import Hedges
from communique.mentions.amounts.currencies import Currencies, Named
from communique.mentions.amounts.joining import Joints, Piece, joined
from communique.mentions.amounts.lexicon import build_amount_lexicon
from communique.mentions.amounts.numbers import NumberWords
from communique.mentions.amounts.readings import READINGS, Context, Found, Read
from communique.mentions.amounts.tokens import Tokeniser
from communique.mentions.grammar.blocked import Blocked
from communique.mentions.grammar.lexicon import Lexicon
from communique.mentions.grammar.patterns import Grammar, build_grammar, find_all
from communique.mentions.grammar.tokens import TagAt, Token
from communique.model.span import Span
from communique.vocab.amounts import AmountVocabulary, load_amounts


@dataclass(frozen=True, slots=True, repr=False)
class AmountReader:
    """The grammar of amounts, ready to read any number of texts; `load` makes one."""

    lexicon: Lexicon
    grammar: Grammar
    tokeniser: Tokeniser
    currencies: Currencies
    numbers: NumberWords
    hedges: Hedges
    joints: Joints
    readings: Mapping[str, Read]

    @classmethod
    def load(cls) -> AmountReader:
        """The reader with the vocabulary that ships with the package."""
        return cls.of(load_amounts())

    @classmethod
    def of(cls, vocabulary: AmountVocabulary) -> AmountReader:
        """The reader of a vocabulary.

        Raises:
            BadVocabulary: A pattern can't be read, or a rule names no known class or reading.
        """
        lexicon = build_amount_lexicon(vocabulary)
        for rule in vocabulary.rules:
            if rule.reading not in READINGS:
                raise BadVocabulary(
                    f"rule {rule.id}", f"there is no reading {rule.reading}", "mend its name"
                )
        return cls(
            lexicon,
            build_grammar(vocabulary.rules, vocabulary.macros, lexicon),
            Tokeniser.of(lexicon),
            Currencies.of(vocabulary),
            NumberWords.of(lexicon),
            Hedges.of(lexicon),
            Joints.of(lexicon),
            READINGS,
        )

    def read(
        self, text: str, *, skip: Sequence[Span] = (), tag_at: TagAt | None = None
    ) -> tuple[Amount, ...]:
        """All amounts of a text, in order, without overlaps; bare numbers among them.

        Args:
            text: The text; offsets count its code points.
            skip: Stretches in which nothing is read, such as page furniture.
            tag_at: Tells the Penn Treebank tag of the word at an offset. A currency that is a verb
                by it ("the party won") is then none.
        """
        classes, tokens = self.tokeniser.cut(text, tag_at)
        pieces = list(self._pieces(text, classes, tokens, Blocked(skip)))
        return tuple(piece.amount for piece in joined(pieces, classes, self.joints))

    def _pieces(
        self, text: str, classes: str, tokens: Sequence[Token], blocked: Blocked
    ) -> Iterator[Piece]:
        """The amounts that rules read, each with its hedge; a change told as a range is two."""
        context = Context(self.currencies, Named(self.currencies, text))
        for hit, base in find_all(self.grammar, classes):
            found = Found(hit, base, classes, tokens, text, self.lexicon, self.numbers)
            first, last = base + hit.start, base + hit.end
            if blocked.holds(*found.span()):
                continue
            amount = self.readings[hit.rule.reading](found, context)
            if amount is None:
                continue
            bound = self.hedges.bound(classes, tokens, first, last)
            piece = Piece(
                replace(amount, bound=bound), first, last, found.factor("low") is not None
            )
            if amount.high is None:
                yield piece
            elif self.joints.is_change(classes, first):
                yield from _two(piece, found)
            elif self.joints.begins_with_year(classes, first):
                yield tuple(_two(piece, found))[1]
            elif amount.low.value < amount.high.value:
                yield piece


def _two(piece: Piece, found: Found) -> Iterator[Piece]:
    """Both ends of a change ("from 138 to 209 staff"), each with the unit."""
    amount = piece.amount
    assert amount.high is not None  # a change has two ends
    middle = found.range_of("low")[1], found.range_of("high")[0]
    tokens = found.tokens
    yield Piece(
        replace(amount, high=None, end=tokens[middle[0] - 1].end),
        piece.first,
        middle[0],
        piece.scaled,
    )
    yield Piece(
        replace(amount, low=amount.high, high=None, start=tokens[middle[1]].start),
        middle[1],
        piece.last,
        piece.scaled,
    )
