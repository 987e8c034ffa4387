"""COM403: the deadline of an undertaking has passed, and nothing tells that it was kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from communique.checks.background import Background
from communique.checks.phrases import Phrases
from communique.checks.pledge_keys import keys_of, pair_keys
from communique.checks.pledges import Pledge, commitment_of, firmer, sides_of
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.wording import whole
from communique.claims.referent import party_of
from communique.claims.slots.commitment import Commitment
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.model.mention import PartyMention, PlaceMention
from communique.model.record import Record, RelationKind
from communique.model.terms import Grade, Modality
from communique.vocab.commitment_checks import commitment_words
from communique.vocab.words import words_of

_FUTURE = frozenset({"will", "shall", "would", "to", "also"})
_BOTH = 2
# A text that names more sides is about none of them.
_MOST_SIDES = 5
_STANDING = frozenset({Modality.ASSERTED, Modality.PLANNED})


class DeadlinePassedWithoutDelivery(DossierRule):
    """The deadline of a pledge has passed, and nothing in this dossier tells that it was kept.

    The rule looks at what was pledged, agreed or contracted to be done by a day. It keeps quiet if
    a record or a later document tells that it was done, even in part, or that it was put off.

    Why it matters: promises with a date are the ones that can be checked, and the day after is the
    day to check them.

    What to do: look for a report of the delivery and add it, or mark the record as delivered; else
    ask the giver.

    Known limits: it says what this dossier holds, not what happened; a delivery that is told in
    quite other words, or without its parties, isn't recognised. Intentions and ideas have no
    deadline in this sense.
    """

    code = "COM403"
    name = "deadline-passed-without-delivery"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Poland promised to provide 20 ambulances to Moldova by June 2023.",
                date(2022, 3, 1),
            ),
        ),
        "June 2023 is over, and the dossier tells of no delivery.",
    )
    quiet = Example(
        (
            Told(
                "Poland promised to provide 20 ambulances to Moldova by June 2023.",
                date(2022, 3, 1),
            ),
            Told("Poland has delivered the 20 ambulances to Moldova.", date(2023, 5, 9)),
        ),
        "The ambulances were delivered.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._done = whole(commitment_words().done)
        self._done_in = Phrases(commitment_words().done)

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Keys under which a document is compared with others."""
        if not any(True for _ in self._done_in.offsets(sheet.lower, sheet.words)):
            return ()
        sides = {self.background.lore.sides.of_party(party) for party in sheet.facts.subjects}
        if len(sides) < _BOTH:
            # "In Nouadhibou the plant built by Spain": the place tells the receiver.
            sides |= {m.country for m in sheet.mentions_of(PlaceMention) if m.country is not None}
            parties = sheet.mentions_of(PartyMention)
            sides |= {self.background.lore.sides.of_party(party_of(m)) for m in parties}
        return pair_keys(sides) if len(sides) <= _MOST_SIDES else ()

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Keys under which a record is compared with others."""
        head = commitment_of(case)
        if head is None or not (head.grade is Grade.DELIVERED or _deadline(case)):
            return ()
        sides = self.background.lore.sides
        return pair_keys(sides_of(case, sides)) or keys_of(case, sides)

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key, each list in a fixed order."""
        sides = self.background.lore.sides
        pledges = [pledge for case in cases if (pledge := Pledge.of(case, sides))]
        for pledge in pledges:
            last = _deadline(pledge.case)
            if last is None or not _is_open(pledge) or not self._is_checkable(pledge.head):
                continue
            if self._home(pledge) != key or _is_answered(pledge, last, pledges):
                continue
            if not any(self._tells_of_delivery(sheet, pledge) for sheet in sheets):
                yield self._missed(pledge, last)

    def _home(self, pledge: Pledge) -> str | None:
        """The one key under which a record is judged: giver and receiver, else its first words."""
        sides = pledge.sides
        givers = sorted({sides.of_party(party) for party in pledge.head.by})
        receivers = sorted({sides.of_party(party) for party in pledge.head.to} - {*givers})
        pair = [*givers[:1], *receivers[:1]]
        pair += [side for side in sorted(sides_of(pledge.case, sides)) if side not in pair]
        if len(pair) > 1:
            return pair_keys(pair[:2])[0]
        return next(keys_of(pledge.case, sides), None)

    def _is_checkable(self, head: Commitment) -> bool:
        """Whether somebody is told who could be asked, and what is told can be seen to be done."""
        if not (head.by or head.to):
            return False
        if head.amount or head.quantity:
            return True
        words = [word.lower() for word in words_of(head.action)]
        soft = commitment_words().uncheckable
        leading = words[:1] + [b for a, b in pairwise(words) if a in _FUTURE]
        return bool(head.by) and not soft & {*leading}

    def _tells_of_delivery(self, sheet: Sheet, pledge: Pledge) -> bool:
        """Whether a sentence of a later document says that what shares its words was done."""
        first = pledge.case.record.told_first
        if first is None or sheet.published is None or sheet.published <= first:
            return False
        return any(pledge.is_told_in(told) for told in sheet.once(self._told_as_done))

    def _told_as_done(self, sheet: Sheet) -> tuple[str, ...]:
        """The sentences that say that something was done."""
        return tuple(
            sheet.text[s.start : s.end]
            for s in sheet.sentences
            if self._done.search(sheet.text, s.start, s.end)
        )

    def _missed(self, pledge: Pledge, last: date) -> Finding:
        told = next(n for n in pledge.case.nodes if _last_of(n.claim) == last)
        givers = [party.name for party in pledge.head.by]
        was = f"{' and '.join(givers)} {'were' if len(givers) > 1 else 'was'} to do this"
        return self.found(
            f"{was if givers else 'this was due'} by {spelled.day(last)};"
            " nothing in this dossier tells that it was done",
            [pledge.case.quote(told)],
            records=[pledge.case.record.id],
            basis=[last.isoformat()],
            since=last + timedelta(days=1),
        )


def _is_answered(pledge: Pledge, last: date, others: Sequence[Pledge]) -> bool:
    """Whether another record tells that it was done, or sets a later day for it."""
    for other in others:
        later = _deadline(other.case)
        tells = other.head.grade is Grade.DELIVERED or (later is not None and later > last)
        known = tells and other is not pledge and _is_later(other.case, pledge.case)
        if known and pledge.near(other):
            return True
    return False


def _last_of(claim: object) -> date | None:
    """The last day of what a claim has to be done by."""
    if not isinstance(claim, Commitment) or claim.deadline is None:
        return None
    return claim.deadline.last


def _deadline(case: Case) -> date | None:
    """The latest day that is told; None where it was over when it was first told."""
    days = [day for node in case.nodes if (day := _last_of(node.claim)) is not None]
    told = case.record.told_first
    last = max(days, default=None)
    return None if last is None or told is None or last <= told else last


def _is_open(pledge: Pledge) -> bool:
    """Whether it is firm, and neither done, nor done in part, nor restated."""
    case, head = pledge.case, pledge.head
    if head.modality not in _STANDING or not firmer(head.grade, Grade.INTENDED):
        return False
    if head.grade is Grade.DELIVERED or case.record.delivery:
        return False
    if any(step.term == Grade.DELIVERED and not step.planned for step in case.record.history):
        return False
    return not any(
        relation.kind is RelationKind.SUPERSEDED_BY or _is_delivered(record)
        for relation, record in case.related
    )


def _is_delivered(record: Record) -> bool:
    head = record.head
    return isinstance(head, Commitment) and head.grade is Grade.DELIVERED


def _is_later(other: Case, case: Case) -> bool:
    """Whether one record was last told on or after the day on which the other was first told."""
    one, first = other.record.told_last, case.record.told_first
    return one is None or first is None or one >= first
