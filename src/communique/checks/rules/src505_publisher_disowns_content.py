"""SRC505: the publisher of a document disowns what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from communique.checks.background import Background
from communique.checks.phrases import Letters
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.checks.sentences import sentences
from communique.model.document import OUTSIDE_THE_ARTICLE
from communique.model.finding import Finding, Severity
from communique.model.span import Span
from communique.vocab.disowning import Disowning, disowning


class PublisherDisownsContent(DocumentRule):
    """A text says that its publisher does not answer for it, verify it, edit it or share its view.

    Why it matters: what such a document tells is not the word of the publisher whose name it bears,
    and should not be quoted as such.

    What to do: name the author or issuer as the source; of a translation look at the original.

    Known limits: a document has one such note, at the first sentence that says so; what everybody
    disowns, such as linked pages, readers' comments or losses of investors, is left out, and so are
    unofficial translations made by people.
    """

    code = "SRC505"
    name = "publisher-disowns-content"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Oman and Peru signed a fisheries agreement in Lima on Monday.\n\n"
                "The views expressed in this article are those of the author and do not necessarily"
                " reflect the position of the Lima Courier.",
                date(2024, 7, 3),
                publisher="Lima Courier",
            ),
        ),
        "The newspaper says that these are not its views.",
    )
    quiet = Example(
        (
            Told(
                "The ministry is not responsible for the content of the broadcasts, the Minister of"
                " Culture of Peru said in Lima on Monday.",
                date(2024, 7, 3),
                publisher="Lima Courier",
            ),
        ),
        "It is the ministry that disowns something, and not this text.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._words = disowning()
        self._gate = Letters(self._words.gate)

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for sentence in self._worth_reading(sheet):
            sort = self._sort_of(sheet, sentence)
            if sort is not None:
                words = sheet.quote(sentence.start, sentence.end)
                yield self.found(f"{_publisher(sheet)} {sort}", [words])
                return

    def _worth_reading(self, sheet: Sheet) -> Iterable[Span]:
        """The sentences, also outside of the article, that have words by which one disowns."""
        start = 0
        present = self._gate.among(sheet.lower, sheet.words)
        for line in sheet.text.split("\n") if present else ():
            if _among(present, line) and self._words.turns.search(line):
                for sentence in sentences(line):
                    if _among(present, line[sentence.start : sentence.end]):
                        yield Span(start + sentence.start, start + sentence.end)
            start += len(line) + 1

    def _sort_of(self, sheet: Sheet, sentence: Span) -> str | None:
        """What a sentence says of the content, if it disowns it."""
        told = sheet.text[sentence.start : sentence.end]
        if not self._words.turns.search(told) or self._words.apart.search(told):
            return None
        for sort in self._words.sorts:
            found = sort.pattern.search(told)
            if found and self._is_of_publisher(sheet, sentence, sort):
                return sort.says
        return None

    def _is_of_publisher(self, sheet: Sheet, sentence: Span, sort: Disowning) -> bool:
        """Whether a sentence speaks of this text or its publisher, and not of others' affairs."""
        told = sheet.text[sentence.start : sentence.end]
        if sort.by is not None and sort.by.search(told):
            return self._is_publisher(sheet, told)
        if sort.about is not None:
            return sort.about.search(told) is not None
        if self._words.reported.search(told):
            return self._words.work.search(told) is not None
        return _is_outside(sheet, sentence) or self._is_itself(sheet, told)

    def _is_itself(self, sheet: Sheet, told: str) -> bool:
        return self._words.itself.search(told) is not None or _names_publisher(sheet, told)

    def _is_publisher(self, sheet: Sheet, told: str) -> bool:
        """Whether a sentence names the publisher, or an agency, as the one who acts."""
        outsiders = self.background.kin.publishers.outsiders
        words = re.findall(r"\w[\w’'/-]*", told.casefold())
        agency = any(word in outsiders.names or word in outsiders.words for word in words)
        return agency or _names_publisher(sheet, told) or "we" in words


def _among(words: Iterable[str], told: str) -> list[str]:
    """Those of some words, in lower case, that stand in a text."""
    lower = told.lower()
    return [word for word in words if word in lower]


def _publisher(sheet: Sheet) -> str:
    return sheet.facts.publisher or "the publisher"


def _names_publisher(sheet: Sheet, told: str) -> bool:
    name = sheet.facts.publisher
    return name is not None and name.casefold() in told.casefold()


def _is_outside(sheet: Sheet, sentence: Span) -> bool:
    """Whether a sentence stands in a disclaimer or in page furniture."""
    return any(
        r.kind in OUTSIDE_THE_ARTICLE
        and r.span.start < sentence.end
        and sentence.start < r.span.end
        for r in sheet.regions
    )
