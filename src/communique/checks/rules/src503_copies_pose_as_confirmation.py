"""SRC503: several documents tell one thing, and all of them repeat one source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from communique.checks.background import Background
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet, parties_of
from communique.checks.voices import by_document, cited, cites, publishers, told_on, voices
from communique.model.finding import Finding, Severity
from communique.model.mention import PartyMention

#: Of a person and a tenure everybody copies the name.
_KINDS = frozenset({"event", "instrument", "commitment", "figure"})


#: Days of a stretch of time in which one piece of news is repeated.
_STRETCH = 7
#: A text that names more parties is met by the first of them.
_MOST = 8


class CopiesPoseAsConfirmation(DossierRule):
    """Several publishers tell something, and all copy one text or repeat one agency.

    Why it matters: two newspapers seem to confirm each other where one voice was printed twice; if
    it errs, so do all.

    What to do: count them as one source, and look for another that saw for itself.

    Known limits: there is one note for a story, with all records that nobody else tells; an agency
    is found where the sentence of a claim or the last line of the text names it.
    """

    code = "SRC503"
    name = "copies-pose-as-confirmation"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Oman will lend Peru 300 million US dollars for the port of Ilo, Coast Newswire"
                " reported on Monday.",
                date(2024, 7, 2),
                publisher="Lima Courier",
            ),
            Told(
                "According to Coast Newswire, Peru is to receive a loan of 300 million US dollars"
                " from Oman for the port of Ilo.",
                date(2024, 7, 3),
                publisher="Gulf Herald",
            ),
        ),
        "Both newspapers have it from the same agency.",
    )
    quiet = Example(
        (
            Told(
                "Oman will lend Peru 300 million US dollars for the port of Ilo, Coast Newswire"
                " reported on Monday.",
                date(2024, 7, 2),
                publisher="Lima Courier",
            ),
            Told(
                "We will lend Peru 300 million US dollars for the port of Ilo, the Ministry of"
                " Finance of Oman announced.",
                date(2024, 7, 3),
                publisher="Ministry of Finance of Oman",
            ),
        ),
        "The ministry speaks for itself.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._outsiders = background.kin.publishers.outsiders

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Days and parties of a text that has its news from a medium."""
        published = sheet.published
        if published is None or not cites(sheet, self._outsiders):
            return
        number = published.toordinal() // _STRETCH
        named = {self.background.kin.side(m.name) for m in sheet.mentions_of(PartyMention)}
        for name in sorted(named)[:_MOST]:
            yield from (f"cited {name} | {number}", f"cited {name} | {number - 1}")

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """The story that alone tells a record; else a party of it, and the days of the first news.

        So a record meets the texts that tell it.
        """
        if case.kind not in _KINDS or len(publishers(case.nodes)) == 1:
            return
        for story in sorted({node.document.story for node in case.nodes}):
            if case.record.stories == 1 or _tellers(case, story) > 1:
                yield f"story {story}"
        if case.record.stories == 1:
            return
        if case.record.told_first is not None:
            side = self.background.kin.side
            named = sorted({side(p.name) for node in case.nodes for p in parties_of(node.claim)})
            number = case.record.told_first.toordinal() // _STRETCH
            yield from (f"cited {name} | {number}" for name in named[:1])

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of a story, or of records that the same media tell."""
        if not cases:
            return
        if key.startswith("story "):
            first = min(cases, key=lambda case: _place(case, int(key.removeprefix("story "))))
            # Who tells the main news in words of its own has not copied; the rest comes with it.
            if first.record.stories > 1:
                return
            cases = [case for case in cases if case.record.stories == 1]
            told = by_document(sorted(first.nodes, key=told_on)).values()
            message = f"{len(told)} documents tell this, and all are copies of one text"
            quotes = [first.quote(node) for node in told]
            yield self.found(message, quotes, records=[case.record.id for case in cases])
            return
        by_key = {sheet.key: sheet for sheet in sheets}
        for case in cases:
            if len(voices(case.nodes, self._outsiders, by_key)) == 1:
                told = by_document(sorted(case.nodes, key=told_on)).values()
                quotes = [case.quote(node) for node in told]
                yield self.found(self._message(case, by_key), quotes, records=[case.record.id])

    def _message(self, case: Case, sheets: Mapping[str, Sheet]) -> str:
        agencies = {
            name
            for node in case.nodes
            for name in cited(node, self._outsiders, sheets.get(node.ref.document))
        }
        names = " and ".join(agency.title() for agency in sorted(agencies))
        documents = len(by_document(case.nodes))
        return f"{documents} documents tell this, and all have it from {names}"


def _tellers(case: Case, story: int) -> int:
    """How many documents of a story tell a record."""
    return len({node.ref.document for node in case.nodes if node.document.story == story})


def _place(case: Case, story: int) -> tuple[str, int, str]:
    """Where the earliest document of a story tells a record."""
    node = min((n for n in case.nodes if n.document.story == story), key=told_on)
    return node.ref.document, node.claim.evidence[0].start, case.record.id
