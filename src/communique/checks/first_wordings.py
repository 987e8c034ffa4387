"""How texts say, without a date, that nobody of a sort did a thing before: visits, meetings, deeds.

"The first president of Peru to visit Oman", "never before had a Peruvian president visited Oman",
"the first meeting between the foreign ministers of Peru and Oman".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

_WHO = r"(?P<who>[^.;:,]{3,60}?)"
_HOST = r"(?:the\s+)?(?=(?P<host>[^.;:,]{2,40}))"
_VISITED = (
    r"(?:visited|visits|(?:been|travelled|traveled|come|gone|flown)\s+to|set\s+foot\s+(?:in|on)"
    r"|paid\s+an?\s+(?:\w+\s+)?visit\s+to|made\s+(?:a|the)\s+(?:\w+\s+)?(?:trip|journey)\s+to)\s+"
)
_FORM = r"(?:(?:official|state|working)\s+)?"
_EVER = r"(?:(?:ever|yet|before)\s+)*"
# Behind "first".
_FIRST_VISITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"first(?:[- ]ever)?\s+{_WHO}\s+(?:ever\s+)?to\s+(?:have\s+)?"
        rf"(?:visit|travel\s+to|set\s+foot\s+(?:in|on)|{_VISITED})\s*{_HOST}",
        rf"first(?:[- ]ever)?\s+{_FORM}(?:visit|trip)\s+(?:ever\s+)?"
        rf"(?:by|of|from|for)\s+(?:an?|any)\s+{_WHO}\s+to\s+{_HOST}",
        rf"first(?:[- ]ever)?\s+{_FORM}(?:visit|trip)\s+(?:ever\s+)?to\s+"
        r"(?=(?P<host>[^.;:,]{2,40}?\s+(?:ever\s+)?(?:by|of|from)\s+(?:an?|any)\s"
        r"(?P<who>[^.;:,]{3,50})))",
    )
)
_FIRST = re.compile(r"[fF](?<=\b[fF])(?:irst|IRST)\b")
# Each with words that stand in all that it fits: few texts have those of one.
_OTHER_VISITS = tuple(
    (frozenset(words), re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        (
            ("never", "before"),
            rf"\bnever\s+before\s+(?:had|has)\s+(?:an?|any|the)\s+{_WHO}\s+"
            rf"{_EVER}{_VISITED}{_HOST}",
        ),
        (
            ("no",),
            rf"(?:^|(?<=[.,;:]\s)|\bthat\s)no\s+{_WHO}\s+(?:had|has)\s+{_EVER}{_VISITED}{_HOST}",
        ),
        (("never",), rf"\ban?\s+{_WHO}\s+(?:had|has)\s+never\s+{_EVER}{_VISITED}{_HOST}"),
        (
            ("first", "time"),
            rf"\bfor\s+the\s+first\s+time(?:\s+ever|\s+in\s+history)?,?\s+an?\s+{_WHO}\s+"
            rf"(?:has\s+)?{_VISITED}{_HOST}",
        ),
    )
)
# All of them tell one of these.
_COMING = frozenset(
    {"visit", "visits", "visited", "trip", "travel", "travelled", "traveled", "foot", "been"}
    | {"come", "gone", "flown", "journey"}
)
_MEETINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bfirst(?:[- ]ever)?\s+(?:bilateral\s+)?meeting\s+(?:ever\s+)?(?:of|between)\s+"
        r"(?P<who>[^.;:,\d]{3,90})",
        r"(?P<who>[^.;:]{3,90}?)\s+(?:have\s+|had\s+)?(?:met|meet)\s+for\s+the\s+first\s+time\s+"
        r"(?:ever|in\s+(?:the\s+)?history)\b",
        r"\bnever\s+before\s+(?:had|have)\s+(?P<who>[^.;:]{3,90}?)\s+(?:ever\s+)?met\b",
        r"(?P<who>[^.;:]{3,90}?)\s+(?:had|have)\s+never\s+(?:before\s+)?met\b",
    )
)
# What stands in each of them; only around it is searched.
# That all begins with one set of letters lets the search skip everything else.
_MET = re.compile(
    r"(?-i:[FfMmNn])(?:(?<=\bf)irst(?:[- ]ever)?\s+(?:bilateral\s+)?meeting\b"
    r"|(?<=\bm)et\s+for\s+the\s+first\b|(?<=\bn)ever\s+(?:before\s+)?(?:had|have|met)\b)",
    re.IGNORECASE,
)
_CLAUSE = 120
_GATE = re.compile(
    r"[fNn](?:(?<=\bf)irst\b|(?<=\b[Nn])ever\b|(?<=\bN)o [\w-]+ "
    r"|(?<=\bn)o [\w-]+ [\w ]{0,30}\b(?:had|has) )"
)


def may_tell(text: str) -> bool:
    """A cheap look whether a text may say such a thing at all."""
    return _GATE.search(text) is not None


def anchors(text: str) -> list[int]:
    """Where "first" stands."""
    return [anchor.start() for anchor in _FIRST.finditer(text)]


def visits(text: str, words: Set[str]) -> Iterator[re.Match[str]]:
    """Where a text says that no holder of a post ("who") was in a country ("host") before.

    Args:
        text: The text.
        words: Its words in lower case.
    """
    if words.isdisjoint(_COMING):
        return
    starts = anchors(text)
    for pattern in _FIRST_VISITS:
        done = 0
        for start in starts:
            found = pattern.match(text, start) if start >= done else None
            if found is not None:
                done = found.end()
                yield found
    for needed, pattern in _OTHER_VISITS:
        if needed <= words:
            yield from pattern.finditer(text)


def meetings(text: str) -> Iterator[re.Match[str]]:
    """Where a text says that holders of some posts ("who") had not met before."""
    for anchor in _MET.finditer(text):
        for pattern in _MEETINGS:
            found = pattern.search(text, max(0, anchor.start() - _CLAUSE), anchor.end() + _CLAUSE)
            if found:
                yield found
