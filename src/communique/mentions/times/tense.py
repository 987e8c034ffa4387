"""Whether a sentence speaks of what lies ahead or behind, from single words and from tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.mentions.times.lexicon import Lexicon, Sign
from communique.mentions.times.tokens import TagAt, Token

# A cue further away mostly belongs to another clause.
_REACH_BACK = 14
_REACH_ON = 8


@dataclass(frozen=True, slots=True)
class Tense:
    """The classes of the cues."""

    ahead_cue: str
    past_cue: str
    until: str
    cues: re.Pattern[str]

    def ahead(
        self, classes: str, tokens: Sequence[Token], start: int, end: int, tag_at: TagAt | None
    ) -> bool | None:
        """True for ahead, False for behind, None where nothing tells; the nearest cue counts."""
        if start and classes[start - 1] == self.until:
            return True
        head = classes[max(0, start - _REACH_BACK) : start]
        head = head[max(head.rfind(Sign.STOP.value), head.rfind(Sign.BREAK.value)) + 1 :]
        tail = classes[end : end + _REACH_ON]
        tail = re.split(r"[.\n]", tail, maxsplit=1)[0]
        before = [start - len(head) + m.start() for m in self.cues.finditer(head)]
        behind = self.cues.search(tail)
        at = before[-1] if before else None
        if behind is not None and (at is None or behind.start() < start - at):
            at = end + behind.start()
        if at is None:
            return None
        return classes[at] == self.ahead_cue


def build_tense(lexicon: Lexicon) -> Tense:
    """The cues of a lexicon."""
    ahead, past = lexicon.classes["FUTURE_CUE"], lexicon.classes["PAST_CUE"]
    return Tense(ahead, past, lexicon.classes["UNTIL"], re.compile(f"[{ahead}{past}]"))
