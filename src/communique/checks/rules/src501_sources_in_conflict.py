"""SRC501: independent sources tell one thing with values that can't both be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product

from communique.checks.accounts import Accounts
from communique.checks.background import Background
from communique.checks.conflicts import Slot, firm, slots_of
from communique.checks.happenings import Happening
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet, quote_of
from communique.checks.voices import told_on
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Claim
from communique.model.finding import Finding, Quoted, Severity
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.terms import EventType, Indicator
from communique.records.kinds.commitment.profile import (
    CommitmentProfile,
    givers_and_receivers,
    is_further,
    profile_of,
)
from communique.records.sameness import words_key
from communique.vocab.corrections import correction_notice
from communique.vocab.happenings import apart_words

_KINDS = frozenset({"event", "instrument", "commitment"})
#: Days of a stretch of time in which two accounts of one thing are looked for.
_STRETCH = 21
#: Share of the words for what something is for that must be the same.
_PURPOSE = 0.75
#: How claims call what sentences call otherwise.
_LABELS = {"the number": ("the number", "the quantity")}
# "The roadmap comprising 79 points": no part of the name.
_POINTS = re.compile(r"\b(?:\w+ing |of |with )?\d+[- ]\w+s?\b")


class SourcesInConflict(DossierRule):
    """Independent sources give one thing another date, place, sum, number or deadline.

    Why it matters: at most one of them is right, and the value on top of the record was elected,
    not proven.

    What to do: read both quotes, look for the closest source, and correct the claim that is wrong;
    if the two speak of different things, split the record.

    Known limits: two publishers are two sources, also where one copied the other wrongly; sentences
    are compared where both name the same thing and act, and one value alone differs; figures are
    left to ARI115, posts to OFF302; a planned day against the day on which it happened is no
    conflict; a number within the rounding of the other agrees.
    """

    code = "SRC501"
    name = "sources-in-conflict"
    severity = Severity.WARNING
    since = "0.1.0"
    alone = "record "
    fires = Example(
        (
            Told(
                "Peru and Oman signed the Lima Fisheries Agreement in Lima on 3 May 2024.",
                date(2024, 5, 6),
                publisher="Lima Courier",
            ),
            Told(
                "The Lima Fisheries Agreement between Oman and Peru was signed on 5 May 2024, the"
                " ministry said.",
                date(2024, 5, 7),
                publisher="Gulf Herald",
            ),
        ),
        "It was signed once.",
    )
    quiet = Example(
        (
            Told(
                "Peru and Oman signed the Lima Fisheries Agreement in Lima on 3 May 2024.",
                date(2024, 5, 6),
                publisher="Lima Courier",
            ),
            Told(
                "The Lima Fisheries Agreement between Oman and Peru was signed in May 2024, the"
                " ministry said.",
                date(2024, 5, 7),
                publisher="Gulf Herald",
            ),
        ),
        "3 May is a day of May.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._accounts = Accounts(background)
        self._notice = correction_notice()
        self._apart = apart_words()

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Things of which it tells what happened."""
        return self._accounts.keys(sheet)

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """The record, where several voices tell it; and what two records of one thing share."""
        if case.kind not in _KINDS:
            return
        if case.record.stories > 1:
            yield f"record {case.record.id}"
        yield from (
            f"{key} | {n}"
            for key in self._likes(case.nodes[0], case.record.head)
            for n in _stretches(case)
        )

    def _likes(self, node: Node, head: Claim) -> Iterator[str]:
        """What another record of the same thing has, if merging took it for another."""
        if isinstance(head, Commitment):
            claim = node.claim
            if not (isinstance(claim, Commitment) and claim.by and claim.to):
                # It will have no giver or no receiver; to learn more costs much.
                return
            by, to = givers_and_receivers(claim, node.document, self.background.lore.sides)
            if by and to and not is_further(claim):
                yield f"commitment {','.join(by)} {','.join(to)}"
        elif isinstance(head, Instrument):
            sides = sorted({self.background.kin.side(party.name) for party in head.parties})
            if len(sides) > 1:
                yield from _instrument_keys(head, sides)
        elif isinstance(head, Event) and head.when is not None:
            yield from _event_keys(head)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of a record, or of records of one thing."""
        if key.startswith("record "):
            for case in cases:
                yield from self._within(case)
            return
        if key.startswith("told "):
            for mine, theirs in combinations(sorted(sheets, key=_told), 2):
                yield from self._told_apart(mine, theirs, key)
            return
        number = int(key.rpartition("| ")[2])
        for one, other in combinations(cases, 2):
            if max(min(_stretches(one)), min(_stretches(other))) == number:
                yield from self._between(one, other)

    def _told_apart(self, one: Sheet, other: Sheet, key: str) -> Iterator[Finding]:
        """Conflicts between sentences of two documents, where claims do not show them."""
        if _speaker(one.facts) == _speaker(other.facts):
            return
        for mine, theirs, found in self._accounts.differing(one, other, key):
            if any(self._notice.search(f"{s.title or ''}\n{s.text}") for s in (one, other)):
                return
            if found.label == "the sum" and _figure(one, mine) and _figure(other, theirs):
                # Two values of a statistic: of ARI115.
                continue
            if self._shown_by_claims(_nodes(one, mine), _nodes(other, theirs), found.label):
                continue
            quotes = [_quote(one, mine), _quote(other, theirs)]
            yield self.found(
                f"independent sources differ on {found.label}: {found.one} and {found.other}",
                quotes,
            )

    def _shown_by_claims(self, mine: Iterable[Node], theirs: Iterable[Node], label: str) -> bool:
        """Whether records show a conflict, so that sentences need not."""
        return any(
            slot.label.startswith(_LABELS.get(label, label)) and self._clash(slot, one, other)
            for one, other in product(mine, theirs)
            if {*self._likes(one, one.claim)} & {*self._likes(other, other.claim)}
            for slot in slots_of(one.claim)
        )

    def _within(self, case: Case) -> Iterator[Finding]:
        """Conflicts among the claims of a record, one for each slot."""
        nodes = sorted((n for n in case.nodes if _counts(n, case)), key=told_on)
        for slot in slots_of(case.record.head):
            for one, other in combinations(nodes, 2):
                if self._clash(slot, one, other) and _apart(slot, one, other, nodes):
                    yield self._finding(slot, one, other, [case.record.id])
                    break

    def _between(self, one: Case, other: Case) -> Iterator[Finding]:
        """Conflicts between two records that are of one thing but for a value."""
        if {n.document.key for n in one.nodes} & {n.document.key for n in other.nodes}:
            return
        first, second = sorted((one.nodes[0], other.nodes[0]), key=told_on)
        if first.document.publisher is not None and (
            first.document.publisher == second.document.publisher
        ):
            return
        if not (firm(first.claim) and firm(second.claim) and self._alike(first, second)):
            return
        for slot in slots_of(first.claim):
            if _known_by_name(slot, first.claim) and self._clash(slot, first, second):
                yield self._finding(slot, first, second, [one.record.id, other.record.id])
                return

    def _clash(self, slot: Slot, one: Node, other: Node) -> bool:
        """Whether two voices clash on a slot, and neither tells of another act or part."""
        if _speaker(one.document) == _speaker(other.document):
            return False
        if not slot.clash(one, other, self.background):
            return False
        parts = (_found_in(self._apart, node) for node in (one, other))
        return len(set(parts)) == 1

    def _finding(self, slot: Slot, one: Node, other: Node, records: list[str]) -> Finding:
        told, else_told = (slot.write(slot.value(n.claim)) for n in (one, other))
        quotes = [quote_of(n.ref, n.claim.evidence[0], n.document.publisher) for n in (one, other)]
        return self.found(
            f"independent sources differ on {slot.label}: {told} and {else_told}",
            quotes,
            records=records,
        )

    def _alike(self, one: Node, other: Node) -> bool:
        """Whether two claims that share a key are of one thing."""
        first, second = self._profile(one), self._profile(other)
        if first is None or second is None:
            return True
        if None not in (first.finance, second.finance) and first.finance is not second.finance:
            return False
        if (first.value is None) != (second.value is None):
            return False
        return _same_purpose(first, second)

    def _profile(self, node: Node) -> CommitmentProfile | None:
        if not isinstance(node.claim, Commitment):
            return None
        return profile_of(node.claim, node.document, self.background.lore.sides)


def _known_by_name(slot: Slot, claim: Claim) -> bool:
    """Whether a slot of two records can be compared: "the agreement" of two days are two."""
    if isinstance(claim, Instrument) and slot.name in {"when", "place"}:
        return len(words_key(claim.name or "")) > 1
    return slot.name != "deadline"


def _same_purpose(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether two sums are for the same: nearly all words, a name or two words among them."""
    first, second = ({*p.purpose} - {*p.by, *p.to} for p in (one, other))
    shared = first & second
    fewest = min(len(first), len(second))
    telling = len(shared) > 1 or bool(shared & {*one.names} & {*other.names})
    return telling and len(shared) >= _PURPOSE * fewest


def _instrument_keys(head: Instrument, sides: list[str]) -> Iterator[str]:
    """What two records of one document share: its name, or for counted ones the day."""
    if head.count is not None and head.when is not None:
        yield f"instruments {head.type} {head.action} {','.join(sides)} {head.when.first}"
    if head.name and head.count is None:
        name = _POINTS.sub("", head.name)
        words = words_key(name) - words_key(" ".join(sides)) - words_key(head.type.value)
        plain = " ".join(sorted(word for word in words if word.isalpha()))
        yield f"instrument {head.type} {head.action} {','.join(sides)} {plain}"


def _event_keys(event: Event) -> Iterator[str]:
    if event.title and event.ordinal is not None:
        yield f"gathering {event.ordinal} {' '.join(sorted(words_key(event.title)))}"
    persons = sorted({a.person.name.split()[-1] for a in event.actors if a.person is not None})
    if len(persons) > 1 and event.type is EventType.CONSULT and not event.title:
        yield f"meeting {event.mode} {','.join(persons)} {event.place}"


def _stretches(case: Case) -> tuple[int, int]:
    """The stretches of time in which a record and others near to it are told."""
    told = case.record.told_first
    number = 0 if told is None else told.toordinal() // _STRETCH
    return number, number + 1


def _counts(node: Node, case: Case) -> bool:
    return type(node.claim) is type(case.record.head) and firm(node.claim)


def _apart(slot: Slot, one: Node, other: Node, nodes: Sequence[Node]) -> bool:
    """Whether neither document of two claims tells the other's value, too."""
    for mine, theirs in ((one, other), (other, one)):
        value = slot.value(theirs.claim)
        own = [n for n in nodes if n.document.key == mine.document.key]
        if any(slot.value(n.claim) == value for n in own):
            return False
    return True


def _nodes(sheet: Sheet, told: Happening) -> list[Node]:
    """The claims of a sentence."""
    return [
        Node(ClaimRef(sheet.key, claim.id), claim, sheet.facts)
        for claim in sheet.claims
        if told.span.start <= claim.evidence[0].start < told.span.end
    ]


def _figure(sheet: Sheet, told: Happening) -> bool:
    """Whether a sentence tells a statistic; the cost of a bridge is none."""
    return any(
        told.span.start <= claim.evidence[0].start < told.span.end
        and claim.indicator is not Indicator.OTHER
        for claim in sheet.claims_of(Figure)
    )


def _quote(sheet: Sheet, told: Happening) -> Quoted:
    """A sentence, or the words of it that a claim quotes: so the same conflict has one name."""
    kinds = (Event, Instrument, Commitment)
    pieces = (c.evidence[0] for c in sheet.claims if isinstance(c, kinds))
    within = (p for p in pieces if told.span.start <= p.start and p.end <= told.span.end)
    piece = max(within, key=lambda p: p.end - p.start, default=told.span)
    return sheet.quote(piece.start, piece.end, sheet.facts.publisher)


def _speaker(facts: DocumentFacts) -> object:
    """Who tells: two publishers are two, also where one has copied the other with another value."""
    return facts.publisher or facts.story or facts.key


def _found_in(pattern: re.Pattern[str], node: Node) -> frozenset[str]:
    return frozenset(m[0].casefold() for m in pattern.finditer(node.claim.evidence[0].exact))


def _told(sheet: Sheet) -> tuple[bool, date, str]:
    return sheet.published is None, sheet.published or date.max, sheet.key
