"""CAL207: something is called the first, and the dossier has an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.first_documents import FirstDocuments
from communique.checks.firsts import First, Firsts, is_call
from communique.checks.naming import Name
from communique.checks.occasions import Occasion, Occasions
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model import spelled
from communique.model.finding import Finding, Quoted, Severity
from communique.model.record import Node
from communique.model.terms import ActorRole, EventMode, EventStatus
from communique.records.comparing import names

# What is nearer belongs to the same journey, or is the same meeting with another date.
_APART = timedelta(days=30)


class FirstClaimContradicted(DossierRule):
    """A visit, meeting, gathering or document is called the first, and the dossier has another.

    The other one was of the same persons, or of a holder of the same post to the same country, or
    of the same named series, or a document of the same sort on the same subject between the same
    two sides; it was over more than thirty days before.

    Why it matters: "the first visit ever" is what headlines and briefings repeat.

    What to do: look at the earlier event; correct whichever claim is wrong, or silence the finding
    if the two are of different sorts.

    Known limits: a first within limits ("since 2014", "as minister", "in person", "this year") is
    not compared; an official visit only with one that is called official or a state visit.
    """

    code = "CAL207"
    name = "first-claim-contradicted"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            Told("President Ana Diaz of Peru visited Oman on 3 March 2019.", date(2019, 3, 4)),
            Told(
                "President Ana Diaz of Peru arrived in Muscat on her first visit to Oman.",
                date(2022, 5, 10),
            ),
        ),
        "She had been there three years before.",
    )
    quiet = Example(
        (
            Told("President Ana Diaz of Peru visited Oman on 3 March 2019.", date(2019, 3, 4)),
            Told(
                "President Luis Moser of Peru arrived in Muscat on Monday on his first visit to"
                " Oman.",
                date(2022, 5, 10),
            ),
        ),
        "It was another president who visited Oman before.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._firsts = Firsts(background)
        self._documents = FirstDocuments(background)
        self._occasions = background.once(Occasions)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Keys of what it says to be first."""
        firsts = {first.key for first in self._firsts.firsts(sheet)}
        series = {
            f"series {key}"
            for o in self._occasions.occasions(sheet)
            if o.number == 1
            for key in o.series.keys
        }
        documents = {key for d in self._documents.firsts(sheet) for key in d.keys}
        return firsts | series | documents

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Keys under which an event of the past may come before a first."""
        if case.kind != Event.kind:
            return self._documents.keys_of_case(case)
        keys = self._firsts.keys_of_case(case)
        return keys | {
            f"series {key}" for node in case.nodes for s in self._series(node) for key in s.keys
        }

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of the firsts of a key."""
        for sheet in sheets:
            if key.startswith("series "):
                yield from self._of_series(key, sheet, cases)
                continue
            if key.startswith("document "):
                yield from self._of_documents(key, sheet, cases)
                continue
            done: set[Quoted] = set()
            for first in self._firsts.firsts(sheet):
                fresh = first.key == key and first.quote not in done
                earlier = self._earlier(first, cases) if fresh else None
                if earlier is not None:
                    done.add(first.quote)
                    yield self._finding(first.words, first.quote, *earlier)

    def _of_series(self, key: str, sheet: Sheet, cases: Sequence[Case]) -> Iterable[Finding]:
        for occasion in self._occasions.occasions(sheet):
            if occasion.number == 1 and key.removeprefix("series ") in occasion.series.keys:
                earlier = self._before(occasion, cases)
                if earlier is not None:
                    yield self._finding(occasion.name, occasion.quote, *earlier)
                    return

    def _of_documents(self, key: str, sheet: Sheet, cases: Sequence[Case]) -> Iterable[Finding]:
        for first in self._documents.firsts(sheet):
            if key not in first.keys:
                continue
            for case in sorted(cases, key=lambda c: (c.record.last or date.max, c.record.id)):
                last = case.record.last
                node = self._documents.before(first, case)
                if node is not None and last is not None and last + _APART < first.day:
                    yield self._finding(first.words, first.quote, case, node)
                    break

    def _finding(self, words: str, quote: Quoted, case: Case, node: Node) -> Finding:
        event = node.claim
        when = event.when if isinstance(event, Event | Instrument) else None
        day = (when.first if when else None) or case.record.first or case.record.last
        told = spelled.day(day) if day else "an earlier day"
        return self.found(
            f"“{words}”, but this dossier has an earlier one, of {told}",
            [quote, case.quote(node, subject=False)],
            records=[case.record.id],
        )

    def _earlier(self, first: First, cases: Sequence[Case]) -> tuple[Case, Node] | None:
        """The earliest event that makes a first none."""
        for case in sorted(cases, key=lambda c: (c.record.last or date.max, c.record.id)):
            if not _over(case, first.day):
                continue
            for node in case.nodes:
                if node.ref.document != first.quote.document and self._same(first, node):
                    return case, node
        return None

    def _same(self, first: First, node: Node) -> bool:
        """Whether a claim tells of what a first says not to have been."""
        event = node.claim
        if not isinstance(event, Event) or first.key not in self._firsts.keys_of_event(event):
            return False
        words = event.evidence[0].exact
        if event.status is not EventStatus.OCCURRED or event.when is None:
            return False
        if first.level and first.level not in words.lower():
            return False
        if first.kind != "visit" and first.post:
            return not is_call(words)
        if first.kind != "visit":
            alike = (event.mode is EventMode.CALL or is_call(words)) == (first.kind == "call")
            return alike and _all_there(first.persons, event)
        if first.post:
            return self._firsts.holds(first.post, words)
        sources = [a for a in event.actors if a.role is ActorRole.SOURCE and a.person is not None]
        return any(
            a.person is not None and names.alike(a.person.name, person)
            for a in sources
            for person in first.persons
        )

    def _series(self, node: Node) -> list[Name]:
        """The series of which a claim tells a gathering without a number."""
        event = node.claim
        if not isinstance(event, Event) or event.when is None or event.ordinal is not None:
            return []
        told, names = event.evidence[0].exact, self._occasions.names
        titled = [name for _, name in names.titled(told)]
        return [*titled, *names.joint(told)]

    def _before(self, occasion: Occasion, cases: Sequence[Case]) -> tuple[Case, Node] | None:
        """A gathering of a series before the one that is called the first."""
        if occasion.first is None or not occasion.dated:
            return None
        same = self._occasions.names.namer.same
        for case in sorted(cases, key=lambda c: (c.record.last or date.max, c.record.id)):
            numbers = {n.claim.ordinal for n in case.nodes if isinstance(n.claim, Event)}
            if 1 in numbers or not _over(case, occasion.first):
                continue
            others = (n for n in case.nodes if n.ref.document != occasion.quote.document)
            for node in others:
                if any(same(name, occasion.series) for name in self._series(node)):
                    return case, node
        return None


def _over(case: Case, day: date) -> bool:
    """Whether an event took place, and was over well before a day."""
    last, head = case.record.last, case.record.head
    held = isinstance(head, Event) and head.status is EventStatus.OCCURRED
    return held and last is not None and last + _APART < day


def _all_there(persons: Iterable[str], event: Event) -> bool:
    there = [a.person.name for a in event.actors if a.person is not None]
    return all(any(names.alike(person, other) for other in there) for person in persons)
