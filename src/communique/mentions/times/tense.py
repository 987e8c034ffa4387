"""Whether a sentence speaks of what lies ahead or behind, from single words and from tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.mentions.grammar.lexicon import Lexicon
from communique.mentions.grammar.tokens import TagAt, Token
from communique.mentions.times.lexicon import Sign

# A cue further away mostly belongs to another clause.
_REACH = 12
_CLOSE = 4
_ENDS = frozenset({Sign.STOP.value, Sign.BREAK.value})


@dataclass(frozen=True, slots=True)
class Tense:
    """The classes of the cues."""

    ahead_cue: str
    past_cue: str
    until: str
    be: str
    by: str
    ended: str

    def ahead(
        self,
        classes: str,
        tokens: Sequence[Token],
        text: str,
        start: int,
        end: int,
        tag_at: TagAt | None,
    ) -> bool | None:
        """True for ahead, False for behind, None where nothing tells; the nearest cue counts.

        Args:
            classes: Classes of all tokens.
            tokens: All tokens.
            text: The text.
            start: First token of the expression.
            end: One past its last token.
            tag_at: Tells the Penn Treebank tag of the word at an offset.
        """
        if start and classes[start - 1] == self.until:
            # "Until Thursday they had …" looks back.
            return self.past_cue not in classes[end : end + _CLOSE]
        found: tuple[int, bool] | None = None
        for places in (range(start - 1, -1, -1), range(end, len(classes))):
            for distance, at in self._near(places, classes):
                if self._is_participle(classes, at):
                    continue
                ahead = self._tells(classes[at], tokens[at], text, tag_at)
                if ahead is not None:
                    if found is None or distance < found[0]:
                        found = (distance, ahead)
                    break
        return None if found is None else found[1]

    def _is_participle(self, classes: str, at: int) -> bool:
        """Whether a word is no past tense: "will be held", "accompanied by"."""
        return classes[at - 1 : at] == self.be or classes[at + 1 : at + 2] == self.by

    def _near(self, places: Iterable[int], classes: str) -> Iterator[tuple[int, int]]:
        """Token numbers on one side, with their distance, up to the end of the sentence."""
        for distance, at in enumerate(places):
            if distance >= _REACH or classes[at] in _ENDS:
                return
            yield distance, at

    def _tells(self, char: str, token: Token, text: str, tag_at: TagAt | None) -> bool | None:
        if char == self.ahead_cue:
            return True
        if char == self.past_cue:
            return False
        if char not in (Sign.OTHER.value, self.ended):
            return None
        if tag_at is not None:
            tag = tag_at(token.start)
            return False if tag == "VBD" else None
        # Without tags the ending has to do: "signed", "visited", but not "need".
        word = text[token.start : token.end]
        return False if word.endswith("ed") and not word.endswith("eed") else None


def build_tense(lexicon: Lexicon) -> Tense:
    """The cues of a lexicon."""
    classes = lexicon.classes
    return Tense(
        classes["FUTURE_CUE"],
        classes["PAST_CUE"],
        classes["UNTIL"],
        classes["BE"],
        classes["BY"],
        classes["ENDED"],
    )
