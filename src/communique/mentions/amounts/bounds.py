"""How a text hedges a number: words before and behind it, and hedges that carry over a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.mentions.amounts.lexicon import Sign
from communique.mentions.grammar.lexicon import Lexicon
from communique.mentions.grammar.tokens import Token
from communique.model.mention import Bound

# Words that may stand between a hedge and its number ("up to a further 500").
_FILLERS = 3


@dataclass(frozen=True, slots=True)
class Hedges:
    """The characters of the classes of hedges and of what stands between them and a number."""

    before: str
    after: str
    fillers: frozenset[str]
    plus: str = Sign.PLUS.value

    @classmethod
    def of(cls, lexicon: Lexicon) -> Hedges:
        """Those of a lexicon."""
        names = lexicon.classes
        fillers = frozenset(names[name] for name in ("FILLER", "A", "THE"))
        return cls(names["BOUND"], names["BOUND_AFTER"], fillers)

    def bound(self, classes: str, tokens: Sequence[Token], first: int, last: int) -> Bound | None:
        """How the number in a run of tokens is hedged, None where it is not."""
        # "100+", "40+ trillion"
        for place in range(max(last - 2, first), min(last + 1, len(classes))):
            if classes[place] == self.plus and tokens[place].start == tokens[place - 1].end:
                return Bound.AT_LEAST
            if classes[place] == self.after:
                return Bound(str(tokens[place].value))
        at = first - 1
        for _ in range(_FILLERS):
            if at < 0 or classes[at] not in self.fillers:
                break
            at -= 1
        if at >= 0 and classes[at] == self.before and not self._is_glued(classes, tokens, at):
            return Bound(str(tokens[at].value))
        return None

    @staticmethod
    def _is_glued(classes: str, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is the last part of another: of "handing-over", not of "- over 600"."""
        dash = classes[at - 1 : at] == Sign.DASH.value
        return dash and tokens[at - 1].end == tokens[at].start
