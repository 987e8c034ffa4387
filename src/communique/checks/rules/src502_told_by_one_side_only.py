"""SRC502: one side's readout of a meeting tells what the other side's leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product

from communique.checks.background import Background
from communique.checks.readouts import ReadoutReader
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet, parties_of
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Claim
from communique.model.finding import Finding, Quoted, Severity
from communique.model.mention import MoneyMention, PartyMention, QuantityMention
from communique.model.record import DocumentFacts, Node
from communique.model.span import Span
from communique.model.terms import EventMode, EventStatus, EventType, InstrumentAction, Modality
from communique.records.sameness import words_key

_KINDS = frozenset({"event", "instrument", "commitment"})
#: Days of a stretch of time in which readouts of one meeting come out.
_STRETCH = 4
#: More sides than these are no readout of a meeting of two.
_MOST_SIDES = 8
_MEETINGS = frozenset(
    {
        EventMode.MEETING,
        EventMode.VISIT,
        EventMode.CALL,
        EventMode.SUMMIT,
        EventMode.CONSULTATION,
        EventMode.NEGOTIATION,
    }
)
#: Steps that a document is only referred to by, or that nobody has agreed to.
_NO_STEP = frozenset({InstrumentAction.MENTIONED, InstrumentAction.PROPOSED})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Documents that two sides published on one meeting.

    Attributes:
        sides: Whose readouts are looked at, and whose may leave something out.
        mine: Those of the first side.
        theirs: Those of the second.
        silent: What shows that the second are on the same meeting.
        record: Id of the meeting, where it is one record.
    """

    sides: tuple[str, str]
    mine: Sequence[Sheet]
    theirs: Sequence[Sheet]
    silent: Quoted
    record: str | None = None


class ToldByOneSideOnly(DossierRule):
    """Of two sides' readouts of one meeting only one tells a promise, request, criticism or step.

    Steps are agreements, documents and events that are to come.

    Why it matters: what one side announces and the other passes over may be agreed less firmly than
    it sounds, or be unwelcome at home.

    What to do: look for a later word of the other side, and cite the side that tells it.

    Known limits: only readouts that the two sides themselves published within some days are
    compared, and a record that the other readout tells in quite other words may be taken for one
    that it leaves out; there is one note for each record.
    """

    code = "SRC502"
    name = "told-by-one-side-only"
    severity = Severity.NOTE
    since = "0.1.0"
    alone = None
    fires = Example(
        (
            Told(
                "President Ana Quispe of Peru met Sultan Haitham of Oman in Lima on 3 May 2024."
                " Oman will lend Peru 300 million US dollars for the port of Ilo.",
                date(2024, 5, 3),
                publisher="Ministry of Foreign Affairs of Peru",
            ),
            Told(
                "Sultan Haitham of Oman met President Ana Quispe of Peru in Lima on 3 May 2024."
                " They discussed fisheries.",
                date(2024, 5, 4),
                publisher="Ministry of Foreign Affairs of Oman",
            ),
        ),
        "Oman's readout does not tell of the loan.",
    )
    quiet = Example(
        (
            Told(
                "President Ana Quispe of Peru met Sultan Haitham of Oman in Lima on 3 May 2024."
                " Oman will lend Peru 300 million US dollars for the port of Ilo.",
                date(2024, 5, 3),
                publisher="Ministry of Foreign Affairs of Peru",
            ),
            Told(
                "Sultan Haitham of Oman met President Ana Quispe of Peru in Lima on 3 May 2024."
                " Oman is to provide a loan of 300 million US dollars for the port of Ilo.",
                date(2024, 5, 4),
                publisher="Ministry of Foreign Affairs of Oman",
            ),
        ),
        "Both readouts tell of the loan.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._reader = ReadoutReader(background)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """The side of a readout with each other that it names, and the days around it."""
        named = {self.background.kin.side(m.name) for m in sheet.mentions_of(PartyMention)}
        return _keys(sheet.facts, named)

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """The same for each document of a record, with the parties of the record."""
        if case.kind in _KINDS:
            named = {self.background.kin.side(party.name) for party in parties_of(case.record.head)}
            for node in case.nodes:
                yield from _keys(node.document, named)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of the readouts of two sides."""
        *sides, number = key.split(" | ")
        if {s.facts.speaks_for[0].name for s in sheets} < set(sides):
            return
        done: set[tuple[str, int]] = set()
        for pair in self._pairs(sides, sheets, cases):
            if _stretch(pair) != number:
                continue
            for finding in (*self._records(pair, cases), *self._sentences(pair, cases)):
                # One sentence may tell two records: what was agreed, and what is to come.
                place = _sentence(pair, finding.quotes[0])
                if place not in done:
                    done.add(place)
                    yield finding

    def _pairs(
        self, sides: Sequence[str], sheets: Sequence[Sheet], cases: Sequence[Case]
    ) -> Iterator[_Pair]:
        """Documents of two sides that tell of one meeting: by its record, or by their words."""
        by_key = {sheet.key: sheet for sheet in sheets}
        known: set[tuple[str, str]] = set()
        for side, other in permutations(sides):
            for case in cases:
                if _is_meeting(case.record.head):
                    mine, theirs = (_readouts(case, name, by_key) for name in (side, other))
                    if mine and theirs:
                        known |= {(a.key, b.key) for a in mine for b in theirs}
                        node = next(n for n in case.nodes if n.document.key == theirs[0].key)
                        silent = case.quote(node, f"{other}'s readout", subject=False)
                        yield _Pair((side, other), mine, theirs, silent, case.record.id)
            owned = [[s for s in sheets if _speaks(s) == name] for name in (side, other)]
            for one, two in product(*owned):
                met = (one.key, two.key) not in known and self._reader.same_meeting(
                    one, two, (side, other)
                )
                if met:
                    span = met[1].span
                    silent = two.quote(span.start, span.end, f"{other}'s readout", subject=False)
                    yield _Pair((side, other), [one], [two], silent)

    def _records(self, pair: _Pair, cases: Sequence[Case]) -> Iterator[Finding]:
        """Notes on records that only one side's readouts tell."""
        mine, theirs = ({sheet.key for sheet in group} for group in (pair.mine, pair.theirs))
        for case in cases:
            if case.record.id == pair.record or not self._is_between(case, pair.sides):
                continue
            told = {node.document.key for node in case.nodes}
            node = next((n for n in case.nodes if n.document.key in mine), None)
            if node is None or told & theirs or not _worth_telling(node.claim):
                continue
            if not any(self._retells(sheet, node, pair.sides) for sheet in pair.theirs):
                quote = case.quote(node, f"{pair.sides[0]}'s readout")
                yield self._note(pair, quote, [case.record.id])

    def _sentences(self, pair: _Pair, cases: Sequence[Case]) -> Iterator[Finding]:
        """Notes on what one side asked, promised or blamed, or both agreed, by its own words."""
        keys = {sheet.key for sheet in pair.theirs}
        shared = [case for case in cases if keys & {n.document.key for n in case.nodes}]
        for sheet in pair.mine:
            for span in self._reader.steps(sheet, pair.sides):
                if _tells_any(shared, sheet, span):
                    continue
                words = sheet.text[span.start : span.end]
                if not any(
                    self._reader.tells_number(other, sheet, span)
                    or self._reader.retells(other, words, pair.sides)
                    for other in pair.theirs
                ):
                    quote = sheet.quote(span.start, span.end, f"{pair.sides[0]}'s readout")
                    yield self._note(pair, quote, [])

    def _note(self, pair: _Pair, quote: Quoted, records: list[str]) -> Finding:
        return self.found(
            f"only the readout of {pair.sides[0]} tells this; that of {pair.sides[1]} on the same"
            " meeting leaves it out",
            [quote, pair.silent],
            records=[*records, *([pair.record] if pair.record else [])],
        )

    def _retells(self, sheet: Sheet, node: Node, sides: tuple[str, str]) -> bool:
        """Whether a text tells a claim in other words, so that merging took it for another."""
        claim = node.claim
        if isinstance(claim, Commitment) and _has_number(sheet, claim):
            return True
        if isinstance(claim, Instrument) and claim.name:
            return words_key(claim.name) <= words_key(sheet.text)
        return self._reader.retells(sheet, claim.evidence[0].exact, sides)

    def _is_between(self, case: Case, sides: tuple[str, str]) -> bool:
        """Whether a record has no other parties than two sides."""
        side = self.background.kin.side
        named = {side(party.name) for party in parties_of(case.record.head)}
        return named <= set(sides) and (bool(named) or isinstance(case.record.head, Instrument))


def _keys(facts: DocumentFacts, named: Iterable[str]) -> Iterator[str]:
    """What two readouts of one meeting share."""
    if len(facts.speaks_for) != 1 or facts.published is None:
        return
    own = facts.speaks_for[0].name
    about = {party.name for party in facts.subjects}
    others = sorted({*about, *named} - {own})
    if len(others) > _MOST_SIDES:
        return
    number = facts.published.toordinal() // _STRETCH
    for other in others:
        for place in (number, number + 1):
            yield " | ".join((*sorted((own, other)), str(place)))


def _stretch(pair: _Pair) -> str:
    """The one stretch of those that the readouts share under which they are compared."""
    both = (*pair.mine, *pair.theirs)
    return str(max(s.published.toordinal() // _STRETCH for s in both if s.published))


def _sentence(pair: _Pair, quote: Quoted) -> tuple[str, int]:
    """The sentence that a quote stands in."""
    sheet = next(sheet for sheet in pair.mine if sheet.key == quote.document)
    found = sheet.sentence_at(quote.start)
    return quote.document, quote.start if found is None else found.start


def _tells_any(cases: Sequence[Case], sheet: Sheet, span: Span) -> bool:
    """Whether a sentence tells a record that the other side tells, too."""
    return any(
        node.document.key == sheet.key and span.start <= node.claim.evidence[0].start < span.end
        for case in cases
        for node in case.nodes
    )


def _speaks(sheet: Sheet) -> str:
    return sheet.facts.speaks_for[0].name


def _is_meeting(claim: Claim) -> bool:
    return (
        isinstance(claim, Event)
        and claim.type is EventType.CONSULT
        and claim.mode in _MEETINGS
        and claim.status is not EventStatus.PLANNED
        and claim.modality is Modality.ASSERTED
    )


def _readouts(meeting: Case, side: str, sheets: dict[str, Sheet]) -> list[Sheet]:
    """The documents of a side that tell of a meeting."""
    keys = dict.fromkeys(node.document.key for node in meeting.nodes)
    found = [sheets[key] for key in keys if key in sheets]
    return [sheet for sheet in found if sheet.facts.speaks_for[0].name == side]


def _worth_telling(claim: Claim) -> bool:
    """Whether a claim is an undertaking, a step of a document, or an event that was agreed."""
    if claim.modality not in {Modality.ASSERTED, Modality.PLANNED}:
        return False
    if isinstance(claim, Instrument):
        return claim.action not in _NO_STEP
    if isinstance(claim, Event):
        return claim.type is EventType.AGREE or claim.status is EventStatus.PLANNED
    return isinstance(claim, Commitment)


def _has_number(sheet: Sheet, claim: Commitment) -> bool:
    """Whether a text has the sum or quantity of a commitment."""
    sums = {m.value for m in sheet.mentions_of(MoneyMention)}
    counts = {m.value for m in sheet.mentions_of(QuantityMention)}
    return (claim.amount is not None and claim.amount.value in sums) or (
        claim.quantity is not None and claim.quantity.value in counts
    )
