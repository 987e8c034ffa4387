"""Ages that texts tell of states and organisations: "NATO turned 75", "founded 60 years ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.checks.anniversaries import Anniversary
from communique.checks.seen import Sheet
from communique.checks.wording import any_of
from communique.model.mention import PartyMention
from communique.vocab.foundings import Foundings

_GATE = ("turn", "years ago", "Independence Day")
# The name behind one of these is no subject: "the head of NATO turned 60".
_NO_SUBJECT = re.compile(
    r"(?:\b(?:of|at|for|in|with|from|to|by|against|former|and|on|inside)\s+(?:the\s+)?"
    r"|[-–/]|['’]s?\s+)$",
    re.I,
)
# Behind "turned 75": no noun that is counted.
_NOT_COUNTED = (
    r"(?=\s*(?:[.,;:!?)—–]|$)"
    r"|\s+(?:this|last|next|today|yesterday|on|in|with|and|amid|as|years old)\b)"
)


class AgeReader:
    """Finds ages of what the table of foundings knows."""

    def __init__(self, known: Foundings) -> None:
        self._tens = known.tens
        self._independence = {entry.party: entry.years for entry in known.independence}
        self._foundings = {
            name.casefold(): entry.years for entry in known.foundings for name in entry.names
        }
        tens = "|".join(known.tens)
        any_turn = "|".join(sorted(known.turns, key=len, reverse=True))
        number = rf"(?P<count>\d{{2,3}}|{tens})"
        turns = rf"(?:{any_turn})\s+{number}{_NOT_COUNTED}"
        ago = rf"{number}\s+years\s+ago\b"
        begun = rf"(?:was|were)\s+(?:{'|'.join(known.begun)})(?:\s+in\s+[A-Z]\w+)?\s+{ago}"
        freed = rf"(?:{'|'.join(known.freed)})(?:\s+from\s+(?:the\s+)?[A-Z][\w ]+?)?\s+{ago}"
        known_as = (name for entry in known.foundings for name in entry.names)
        names = any_of(known_as)
        self._any = re.compile(
            rf"\b(?:{any_turn})\s+(?:\d|{tens})|years\s+ago\b|Independence\s+Day"
        )
        # In the case of the names, lest "who" and "un" be organisations.
        self._age = re.compile(rf"\b(?P<name>{names})\s+(?:{turns})")
        self._ago = re.compile(rf"\b(?P<name>{names})\s+(?:{begun})")
        self._state_age = re.compile(rf"\s+(?:{turns})", re.I)
        self._state_ago = re.compile(rf"\s+(?:{freed})", re.I)
        # Independence days may be counted from the first: its anniversary is then the second.
        self._day = re.compile(
            r"(?:['’]s?|\s+(?:\w+\s+)?(?:celebrat|mark|commemorat|observ)\w+\s+its)\s+"
            r"(?P<count>\d{1,3})(?:st|nd|rd|th)\s+Independence\s+Day\b"
        )

    def anniversaries(self, sheet: Sheet) -> Iterator[Anniversary]:
        """The ages of a document, as anniversaries."""
        if not any(part in sheet.text for part in _GATE) or not self._any.search(sheet.text):
            return
        for pattern, slack in ((self._age, (0,)), (self._ago, (-1, 0, 1))):
            for match in pattern.finditer(sheet.text):
                years = self._foundings[match["name"].casefold()]
                yield from self._told(sheet, match, match.start(), match["name"], years, slack)
        for party in sheet.mentions_of(PartyMention):
            years = self._independence.get(party.code or "", ())
            if years:
                yield from self._of_state(sheet, party, years)

    def _of_state(
        self, sheet: Sheet, party: PartyMention, years: tuple[int, ...]
    ) -> Iterator[Anniversary]:
        readings = (
            (self._state_age, (0,)),
            (self._state_ago, (-1, 0, 1)),
            (self._day, (-1, 0)),
        )
        for pattern, slack in readings:
            match = pattern.match(sheet.text, party.end)
            if match:
                thing = f"the independence of {party.name}"
                yield from self._told(sheet, match, party.start, thing, years, slack)

    def _told(
        self,
        sheet: Sheet,
        match: re.Match[str],
        start: int,
        thing: str,
        years: tuple[int, ...],
        slack: tuple[int, ...],
    ) -> Iterator[Anniversary]:
        """An age as an anniversary; `slack` are years by which usage counts otherwise."""
        sentence = sheet.sentence_at(start)
        by_itself = match.re is self._day or not _NO_SUBJECT.search(
            sheet.text, max(0, start - 16), start
        )
        if sentence is None or not by_itself:
            return
        words = match["count"].casefold()
        count = int(words) if words.isdigit() else self._tens[words]
        counted = tuple(sorted({year + off for year in years for off in slack}))
        yield Anniversary(count, thing, counted, start, match.end(), sentence, ordinal=True)
