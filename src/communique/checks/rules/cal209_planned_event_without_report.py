"""CAL209: an event or instrument was planned, its day has passed, and nothing reports of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.claims.referent import party_of
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model import spelled
from communique.model.claim import Claim, Party, When
from communique.model.finding import Finding, Severity
from communique.model.mention import PartyMention, PersonMention, TimeMention
from communique.model.record import Node
from communique.model.terms import EventMode, EventStatus, EventType, InstrumentAction, Modality
from communique.records.comparing import names

# A report may give a day that is a little off, and follows within these days.
_SLACK = timedelta(days=3)
_REPORTED = timedelta(days=21)
# What is planned for a longer time has no day that could pass.
_LONGEST = timedelta(days=31)
# What is done with a document once, so that a plan for it can be kept.
_ACTS = frozenset({
    InstrumentAction.SIGNED, InstrumentAction.ADOPTED, InstrumentAction.RATIFIED,
    InstrumentAction.IN_FORCE, InstrumentAction.INITIALLED, InstrumentAction.PUBLISHED,
    InstrumentAction.RENEWED, InstrumentAction.TERMINATED,
})  # fmt: skip


class PlannedEventWithoutReport(DossierRule):
    """A gathering or instrument was planned for a day, and nothing in this dossier reports it.

    No later document speaks of it, and no other record of the same sides and about the same time
    may be the report; of a gathering of many, no record of the grouping; of a person's meeting, no
    document of these days names the person and the other side; and no sentence that looks back on
    the day names two of the sides.

    Why it matters: what was announced may have been cancelled, put off or forgotten, or the dossier
    lacks the report.

    What to do: look whether it took place; add the report, or the news that it did not.

    Known limits: it speaks of this dossier, not of the world. Plans without a date, or for more
    than a month, are left out, and so are what is only thought possible, what a side does by
    itself, and what is told on the day for which it was planned.
    """

    code = "CAL209"
    name = "planned-event-without-report"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "The Foreign Minister of Peru, Ana Diaz, will visit Oman on 12 June 2024.",
                date(2024, 6, 2),
            ),
            Told("Oman exported 3 million tonnes of dates in June.", date(2024, 7, 20)),
        ),
        "Nothing after 12 June tells of the visit.",
    )
    quiet = Example(
        (
            Told(
                "The Foreign Minister of Peru, Ana Diaz, will visit Oman on 12 June 2024.",
                date(2024, 6, 2),
            ),
            Told("Peru's Foreign Minister Ana Diaz visited Oman this week.", date(2024, 6, 13)),
        ),
        "The visit is reported.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._sides = background.lore.sides

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """A side with the month of a plan, or with those in which a report of one may stand."""
        # Records of persons hold claims of events as well.
        if case.kind not in {Event.kind, Instrument.kind}:
            return set()
        plan = _plan(case)
        if plan is not None:
            home = self._home(case)
            return set() if home is None else {f"{case.kind} {home} {_month(plan[1], case)}"}
        months = {_month(day, case) for day in _days_of_report(case)}
        return {f"{case.kind} {side} {m}" for side in self._sides_of(case) for m in months}

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Sides whose people it names, with the months of which it may report."""
        day = sheet.published
        if day is None:
            return set()
        sides = {
            self._sides.of_party(claim.party) for claim in sheet.claims_of(Office) if claim.party
        }
        months = {f"{day:%Y-%m}", f"{day - _REPORTED:%Y-%m}"}
        told = {
            f"{Event.kind} {side} {first:%Y-%m}"
            for first, _, named in self._days_told(sheet)
            for side in named
        }
        return told | {f"{Event.kind} {side} {month}" for side in sides for month in months}

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of the plans of a key."""
        for case in cases:
            plan = _plan(case)
            if plan is None or any(self._may_report(o, case, plan) for o in cases):
                continue
            reported = any(
                self._names_both(sheet, case, plan) or self._tells_of_day(sheet, case, plan)
                for sheet in sheets
            )
            if not reported:
                yield self._finding(case, plan)

    def _finding(self, case: Case, plan: tuple[date, date]) -> Finding:
        first, last = plan
        when = (
            spelled.day(last) if first == last else f"{spelled.day(first)} to {spelled.day(last)}"
        )
        message = f"planned for {when}, and nothing in this dossier tells what came of it"
        node = max(case.nodes, key=lambda n: (n.document.published or date.min, n.ref))
        return self.found(
            message,
            [case.quote(node)],
            records=[case.record.id],
            since=last + timedelta(days=1),
        )

    def _home(self, case: Case) -> str | None:
        """The side under which a plan is looked at: a grouping, else the side that is told of.

        None for what a side does by itself.
        """
        sides = self._sides_of(case)
        groups = [side for side in sides if self._many(side)]
        if groups:
            return groups[0]
        own = {self._sides.of_party(p) for n in case.nodes for p in n.document.speaks_for}
        others = [side for side in sides if side not in own] or sides
        return others[0] if len(sides) > 1 else None

    def _many(self, side: str) -> bool:
        return self._sides.plural(side) or bool(self._sides.members(side))

    def _may_report(self, other: Case, case: Case, plan: tuple[date, date]) -> bool:
        """Whether another record may tell what came of a plan."""
        first, last = plan
        if _plan(other) is not None or not self._of_the_same(other, case):
            return False
        if case.kind == Instrument.kind:
            return _may_be_document(other, case, first)
        head = other.record.head
        if isinstance(head, Event) and not _is_gathering(head):
            return False
        begin, end = other.record.first, other.record.last
        if begin is not None and end is not None and end - begin <= _LONGEST:
            return begin <= last + _SLACK and first - _SLACK <= end
        told = [n.document.published for n in other.nodes if n.document.published]
        return any(first <= day <= last + _REPORTED for day in told)

    def _names_both(self, sheet: Sheet, case: Case, plan: tuple[date, date]) -> bool:
        """Whether a document of these days names a person of a plan, and the other side."""
        first, last = plan
        if sheet.published is None or not first <= sheet.published <= last + _REPORTED:
            return False
        home = self._home(case)
        people = {
            actor.person.name
            for node in case.nodes
            if isinstance(node.claim, Event)
            for actor in node.claim.actors
            if actor.person and actor.party and self._sides.of_party(actor.party) == home
        }
        there = {m.name for m in sheet.mentions_of(PersonMention)}
        if not any(names.alike(one, two) for one in people for two in there):
            return False
        named = {self._sides.of_party(party_of(m)) for m in sheet.mentions_of(PartyMention)}
        own = {self._sides.of_party(party) for party in sheet.facts.speaks_for}
        return bool((named | own) & ({*self._sides_of(case)} - {home}))

    def _tells_of_day(self, sheet: Sheet, case: Case, plan: tuple[date, date]) -> bool:
        """Whether a sentence looks back on the planned days and names two of the sides."""
        ours = set(self._sides_of(case))
        return any(
            first <= plan[1] and plan[0] <= last and len(ours & named) > 1
            for first, last, named in self._days_told(sheet)
        )

    def _days_told(self, sheet: Sheet) -> tuple[tuple[date, date, frozenset[str]], ...]:
        """Days of the weeks before its publication of which a document tells, with the sides."""
        return sheet.once(self._read_days)

    def _read_days(self, sheet: Sheet) -> tuple[tuple[date, date, frozenset[str]], ...]:
        found = []
        for mention in sheet.mentions_of(TimeMention):
            first, last = mention.first, mention.last
            if sheet.published is None or first is None or last is None:
                continue
            lately = sheet.published - _REPORTED <= first <= sheet.published
            sentence = sheet.sentence_at(mention.start) if lately else None
            if sentence is not None and last - first <= _LONGEST:
                parties = sheet.mentions_of(PartyMention, sentence)
                named = frozenset(self._sides.of_party(party_of(m)) for m in parties)
                if len(named) > 1:
                    found.append((first, last, named))
        return tuple(found)

    def _of_the_same(self, other: Case, case: Case) -> bool:
        """Whether two records share a grouping, two sides or a person, or one has one side only."""
        ours, theirs = set(self._sides_of(case)), set(self._sides_of(other))
        shared = ours & theirs
        if len(shared) > 1 or len(theirs) == 1 or any(self._many(side) for side in shared):
            return True
        people = [name for node in case.nodes for name in _people(node.claim)]
        there = [name for node in other.nodes for name in _people(node.claim)]
        return any(names.alike(one, two) for one in people for two in there)

    def _sides_of(self, case: Case) -> list[str]:
        found = {
            self._sides.of_party(party) for node in case.nodes for party in _parties(node.claim)
        }
        return sorted(side for side in found if self._sides.knows(side))


def _may_be_document(other: Case, case: Case, first: date) -> bool:
    one, two = case.record.head, other.record.head
    if not isinstance(one, Instrument) or not isinstance(two, Instrument):
        return False
    told = other.record.told_last
    return two.type is one.type and told is not None and told >= first


def _people(claim: Claim) -> Iterator[str]:
    if isinstance(claim, Event):
        yield from (a.person.name for a in claim.actors if a.person is not None)


def _parties(claim: Claim) -> Iterator[Party]:
    if isinstance(claim, Event):
        yield from (actor.party for actor in claim.actors if actor.party is not None)
    elif isinstance(claim, Instrument):
        yield from claim.parties


def _plan(case: Case) -> tuple[date, date] | None:
    """The days for which all claims of a record plan it; None if a document tells more of it."""
    planned = [_planned(node) for node in case.nodes]
    days = [when for when in planned if when is not None and when.first and when.last]
    if not days or not all(_lies_ahead(node) for node in case.nodes):
        return None
    first = min(when.first for when in days if when.first)
    last = max(when.last for when in days if when.last)
    if last - first > _LONGEST:
        return None
    told = [node.document.published for node in case.nodes]
    # A document of the day, or a later one, tells of it.
    return None if any(day is None or day >= first for day in told) else (first, last)


def _lies_ahead(node: Node) -> bool:
    """Whether a claim tells something that is still to come."""
    claim = node.claim
    if isinstance(claim, Event):
        consult = _is_gathering(claim)
        ahead = claim.status is EventStatus.PLANNED
        return consult and ahead and claim.modality not in {Modality.DENIED, Modality.POSSIBLE}
    acts = isinstance(claim, Instrument) and claim.action in _ACTS
    return acts and claim.modality is Modality.PLANNED


def _is_gathering(event: Event) -> bool:
    """Whether sides come together: they meet, or exercise."""
    return event.type is EventType.CONSULT or event.mode is EventMode.EXERCISE


def _planned(node: Node) -> When | None:
    claim = node.claim
    return claim.when if isinstance(claim, Event | Instrument) else None


def _days_of_report(case: Case) -> Iterator[date]:
    """Days for which what a record tells may have been planned."""
    for day in (case.record.first, case.record.last):
        if day is not None:
            yield from (day - _SLACK, day, day + _SLACK)
    for node in case.nodes:
        if node.document.published is not None:
            yield from (node.document.published, node.document.published - _REPORTED)


def _month(day: date, case: Case) -> str:
    """The month of a day; an instrument may be signed long after the day that was planned."""
    return f"{day:%Y-%m}" if case.kind == Event.kind else "ever"
