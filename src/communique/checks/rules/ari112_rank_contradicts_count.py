"""ARI112: the twenty-first member of twenty; the fifth of four rounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from communique.checks.arithmetic.forms import Reading, readings
from communique.checks.arithmetic.numbers import Number
from communique.checks.arithmetic.passages import Passage, ranked
from communique.checks.arithmetic.saying import plain
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Severity
from communique.vocab.arithmetic import any_word

# An entry's rank and a count speak of one body only where they are about the same size.
_NEAR = 3
# A rank that is held today.
_TODAY = re.compile(r"(?:become|becomes|becoming|be|is|as|being)\b")
_MEMBERS = re.compile(
    r"\b(?:members?|part(?:y|ies)|signator(?:y|ies)|shareholders?|participants?)$"
)
# Behind "the fifth of these": a noun, or what tells that none stands there.
_NEXT = re.compile(r" (?P<word>[a-z-]+)")
_VERB = re.compile(
    r"is|was|has|had|are|were|will|would|met|took|takes|dealt|deals|came|held|on|in|at|and|to|[a-z]+ed"
)


class RankContradictsCount(DocumentRule):
    """A rank among things and the number of these things can't both be right.

    Why it matters: the rank and the count of members are what histories of alliances and treaties
    are made of.

    What to do: look the number of members up; correct the claim that is wrong, or silence the
    finding where rank and count are of two bodies.

    Known limits: an entry's rank is compared with the number it leads to only where the document
    tells one such rank and one such number, and nobody is said to have left; a number above the
    rank is no contradiction unless the entry is said to bring it about.
    """

    code = "ARI112"
    name = "rank-contradicts-count"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Peru shall thus become the twenty-first country in the pact. With its entry, the"
                " number of members will rise from 19 to 20.",
                date(2024, 3, 5),
            ),
        ),
        "With the twenty-first the number rises from 20 to 21.",
    )
    quiet = Example(
        (
            Told(
                "Peru shall thus become the twentieth country in the pact. With its entry, the"
                " number of members will rise from 19 to 20.",
                date(2024, 3, 5),
            ),
        ),
        "The twentieth makes it 20.",
    )

    def check(self, sheet: Sheet) -> Iterator[Finding]:
        """What is to be said of a document."""
        entries: list[Reading] = []
        counts: list[Reading] = []
        for passage in sheet.once(ranked):
            yield from self._one_of(sheet, passage)
            entries += readings("entry", passage)
        # Numbers of members cost most to look for, and say nothing without a rank.
        for passage in sheet.once(ranked) if entries else ():
            counts += _once(passage)
            if any(_TODAY.match(entry.words) for entry in entries if entry.passage is passage):
                counts += filter(_of_members, readings("entered_plainly", passage))
        ranks = {entry.numbers["rank"].value for entry in entries}
        after = {count.numbers["after"].value for count in counts}
        gone = any(any_word("gone").search(one.passage.words) for one in (*entries, *counts))
        if len(ranks) == 1 and len(after) == 1 and not gone:
            yield from self._entry(sheet, entries[0], counts[0])

    def _one_of(self, sheet: Sheet, passage: Passage) -> Iterator[Finding]:
        """The fifth of four."""
        of_them = filter(_goes_back, readings("rank_of_them", passage))
        for reading in (*readings("rank_of", passage), *of_them):
            rank, count = reading.numbers["rank"], reading.numbers["count"]
            quotes = [sheet.quote(reading.span.start, reading.span.end)]
            among = f"{rank.text} of {plain(count.value)}"
            if rank.value > count.interval.high:
                yield self.found(f"there is no {among}", quotes)
            elif rank.value > 1:
                yield self.fits(f"there is a {among}", quotes)

    def _entry(self, sheet: Sheet, entry: Reading, count: Reading) -> Iterator[Finding]:
        """The twenty-first, by which the number rises to 20."""
        rank, after = entry.numbers["rank"], count.numbers["after"]
        if abs(rank.value - after.value) > _NEAR:
            return
        quotes = [
            sheet.quote(reading.span.start, reading.span.end, label)
            for reading, label in ((count, "the number"), (entry, "the rank"))
        ]
        brought = any_word("brings").search(count.words) is not None
        if _fits(rank, after, count.numbers.get("before"), brought=brought):
            yield self.fits(f"the {rank.text} makes it {plain(after.value)}", quotes)
        else:
            rise = f"from {plain(rank.value - 1)} to {plain(rank.value)}"
            told = plain(after.value)
            yield self.found(f"with the {rank.text} the number rises {rise}, not to {told}", quotes)


def _of_members(count: Reading) -> bool:
    """Whether a number is of members or the like, so that it is that of a body."""
    return _MEMBERS.search(count.numbers["after"].unit or "") is not None


def _of_states(count: Reading) -> bool:
    """Whether a number is of members, or of states, which bodies and treaties are made of."""
    return any_word("members").search(count.numbers["after"].unit or "") is not None


def _goes_back(reading: Reading) -> bool:
    """Whether "of them", "of these rounds" means what was counted: a noun has to be the same."""
    if not reading.words.endswith((" these", " those", " the")):
        return True
    behind = _NEXT.match(reading.passage.words, reading.end)
    counted = (reading.numbers["count"].unit or "").split()
    if behind is None or _VERB.fullmatch(behind["word"]):
        return not reading.words.endswith(" the")
    return bool(counted) and behind["word"].rstrip("s") == counted[-1].rstrip("s")


def _once(passage: Passage) -> Iterator[Reading]:
    """Numbers of members; where one is told with the number before it, only so."""
    found = list(readings("entered", passage))
    found += filter(_of_states, readings("entered_of_members", passage))
    seen: set[int] = set()
    for reading in sorted(found, key=lambda r: "before" not in r.numbers):
        if reading.numbers["after"].start not in seen:
            seen.add(reading.numbers["after"].start)
            yield reading


def _fits(rank: Number, after: Number, before: Number | None, *, brought: bool) -> bool:
    """Whether a rank is one of those that were added, or the last.

    Where the entry is not said to bring the number about, others may have entered since.
    """
    if before is None or before.value >= after.value:
        return rank.value == after.value or (rank.value < after.value and not brought)
    return before.value < rank.value <= after.value
