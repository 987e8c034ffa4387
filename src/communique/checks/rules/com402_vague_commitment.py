"""COM402: an undertaking with neither an amount nor a deadline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from communique.checks.background import Background
from communique.checks.pledge_keys import pair_keys
from communique.checks.pledges import Pledge
from communique.checks.promises import Promise, Promises
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.wording import any_of, whole
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.model.claim import Claim, Party
from communique.model.finding import Finding, Severity
from communique.model.record import Node, RelationKind
from communique.model.terms import ActorRole, EventStatus, EventType, Grade, Modality
from communique.records.comparing.labels import purpose_of
from communique.vocab.claims.commitments import load_commitment_words
from communique.vocab.commitment_checks import commitment_words
from communique.vocab.words import words_of

_PROMISED = frozenset({Grade.INTENDED, Grade.PLEDGED, Grade.AGREED, Grade.CONTRACTED})
_STANDING = frozenset({Modality.ASSERTED, Modality.PLANNED})
_HELP = frozenset({EventType.AID, EventType.SUPPORT})
_DESCRIBING = frozenset({"who", "which", "where"})
_WITHIN = (RelationKind.PART_OF, RelationKind.SUPERSEDED_BY)


class VagueCommitment(DossierRule):
    """One side promises another something, and no document says how much money or by when.

    The rule looks at what is given, built or done with at most a number of things, and at help that
    is promised without any; giver and receiver must be told. One finding tells of a record, however
    many documents repeat it.

    Why it matters: nobody can say later whether such a promise was kept.

    What to do: look for the document with the sum and the day, and add it; else ask for both.

    Known limits: a sum or a day that is told in quite other words is not recognised as that of the
    promise. Readiness and plans count, ideas and talks do not.
    """

    code = "COM402"
    name = "vague-commitment"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = Example(
        (Told("Italy pledged to build ten schools in Ethiopia.", date(2024, 1, 29)),),
        "Neither what they cost nor by when they stand is told.",
    )
    quiet = Example(
        (
            Told("Italy pledged to build ten schools in Ethiopia.", date(2024, 1, 29)),
            Told(
                "Italy will build the ten schools in Ethiopia by the end of 2026.",
                date(2024, 3, 1),
            ),
        ),
        "The later document sets a day.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        words = commitment_words()
        self._deeds = frozenset(
            verb.split()[0]
            for sense in load_commitment_words().senses
            for verb in sense.verbs
            if sense.done is Grade.DELIVERED or sense.builds or sense.doing is Grade.PLEDGED
        )
        self._promises = Promises(background.lore.sides)
        self._vowing = whole(words.vowing)
        # A sum, a year, or a word before a day.
        self._told = re.compile(
            rf"[$€£¥]|\b\d{{4}}\b|\b{any_of(words.dated | words.currency_words)}\b",
            re.IGNORECASE,
        )

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Keys under which a document is compared with others."""
        return {key for p in self._promises.of(sheet) for key in pair_keys((p.by, p.to))}

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Keys under which a record is compared with others."""
        return pair_keys(self._sides(*_parties(case.record.head)))

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key, each list in a fixed order."""
        read = [(s, p) for s in sheets for p in self._promises.of(s)]
        read = [(s, p) for s, p in read if key in pair_keys((p.by, p.to))]
        exact = [(s, p) for s, p in read if p.exact]
        told = [case for case in cases if not any(_is_of(case, s, p) for s, p in exact)]
        found = list(self._vague_records(key, told, cases))
        yield from (self._finding(case) for case in found)
        known = [c for c in cases if c in found or isinstance(c.record.head, Commitment)]
        yield from self._vague_sentences(read, known)

    def _vague_records(
        self, key: str, told: Sequence[Case], cases: Sequence[Case]
    ) -> Iterator[Case]:
        for case in told:
            head = case.record.head
            if case.record.delivery or any(r.kind in _WITHIN for r, _ in case.related):
                continue
            if not (isinstance(head, Commitment) and self._is_vague(case, head)) and not (
                isinstance(head, Event) and self._is_bare_help(case, head)
            ):
                continue
            sides = self._between(case)
            if sides and key == pair_keys(sides)[0] and not self._is_told_elsewhere(case, cases):
                yield case

    def _vague_sentences(
        self, read: Sequence[tuple[Sheet, Promise]], known: Sequence[Case]
    ) -> Iterator[Finding]:
        """One finding for each promise that no record tells, however often it is repeated."""
        told: list[Promise] = []
        for sheet, promise in sorted(read, key=lambda r: (r[0].published or date.max, r[0].key)):
            of_it = any(_is_of(case, sheet, promise) for case in known)
            again = any(p.words & promise.words or p.words == promise.words for p in told)
            if promise.exact or of_it or again or self._is_exact_in(promise, known):
                continue
            told.append(promise)
            yield self._of_sentence(sheet, promise)

    def _is_exact_in(self, promise: Promise, known: Sequence[Case]) -> bool:
        """Whether a record tells a sum or a day of it."""
        for case in known:
            pledge = Pledge.of(case, self.background.lore.sides)
            if pledge is None or not any(_is_checkable(node.claim) for node in case.nodes):
                continue
            if pledge.between((promise.by,), (promise.to,)) and pledge.telling & promise.words:
                return True
        return False

    def _of_sentence(self, sheet: Sheet, promise: Promise) -> Finding:
        named = (self.background.kin.named(side) for side in (promise.by, promise.to))
        by, to = (
            party.name if party else side
            for party, side in zip(named, (promise.by, promise.to), strict=True)
        )
        return self.found(
            f"{by} promised this to {to} with neither a sum nor a day in this dossier",
            [sheet.quote(promise.sentence.start, promise.sentence.end)],
        )

    def _is_vague(self, case: Case, head: Commitment) -> bool:
        """Whether a number of things is promised, in words of giving or building."""
        if head.grade not in _PROMISED or head.modality not in _STANDING:
            return False
        if head.quantity is None or "percent" in head.quantity.unit:
            return False
        if any(_is_checkable(node.claim) for node in case.nodes):
            return False
        # "Four schools, which serve 1,800 pupils" describes.
        if _words(case.nodes[0]).split()[0].lower() in _DESCRIBING:
            return False
        leading = {word.lower() for word in words_of(head.action)[:1]}
        return bool(leading & self._deeds) or self._promises.is_passive(head.action)

    def _is_bare_help(self, case: Case, head: Event) -> bool:
        """Whether help is promised as such: "pledged support for Moldova"."""
        if head.type not in _HELP or head.status is not EventStatus.PLANNED or head.when:
            return False
        told = " ".join(_words(node) for node in case.nodes)
        if self._promises.is_soft(told) or any(char.isdigit() for char in told):
            return False
        return bool(self._vowing.search(told))

    def _between(self, case: Case) -> tuple[str, ...]:
        """The first giver and receiver; empty where not both are known and two.

        Companies and offices at home promise something every day.
        """
        sides = self.background.lore.sides
        by, to = _parties(case.record.head)
        givers = [side for side in self._sides(by, ()) if sides.knows(side)]
        others = [s for s in self._sides((), to) if s not in givers and sides.knows(s)]
        if not givers or not others or not sides.several(givers + others):
            return ()
        return givers[0], others[0]

    def _sides(self, by: Iterable[Party], to: Iterable[Party]) -> tuple[str, ...]:
        sides = self.background.lore.sides
        return tuple(dict.fromkeys(sides.of_party(party) for party in (*by, *to)))

    def _is_told_elsewhere(self, case: Case, others: Sequence[Case]) -> bool:
        """Whether words beside, or another record, tell a sum or a day of it."""
        if any(self._told.search(self._promises.actively(_words(node))) for node in case.nodes):
            return True
        sides = self.background.lore.sides
        by, to = (set(self._sides(parties, ())) for parties in _parties(case.record.head))
        words = {w for node in case.nodes for w in purpose_of(_words(node), sides, by | to).words}
        for other in others:
            pledge = Pledge.of(other, sides)
            if pledge is None or not any(_is_checkable(node.claim) for node in other.nodes):
                continue
            if pledge.between(by, to) and pledge.telling & words:
                return True
        return False

    def _finding(self, case: Case) -> Finding:
        by, to = _parties(case.record.head)
        sides = self.background.lore.sides
        givers = set(self._sides(by, ()))
        who = " and ".join(dict.fromkeys(party.name for party in by))
        others = [party.name for party in to if sides.of_party(party) not in givers]
        return self.found(
            f"{who} promised this to {' and '.join(dict.fromkeys(others))} with neither a sum nor a"
            " day in this dossier",
            [case.quote(case.nodes[0])],
            records=[case.record.id],
            basis=[case.record.id],
        )


def _is_of(case: Case, sheet: Sheet, promise: Promise) -> bool:
    """Whether a claim of a record stands in the sentence of a promise."""
    span = promise.sentence
    return any(
        e.start < span.end and span.start < e.end
        for node in case.nodes
        if node.ref.document == sheet.key
        for e in node.claim.evidence
    )


def _parties(head: Claim) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who gives and who receives."""
    if isinstance(head, Commitment):
        return head.by, head.to
    if not isinstance(head, Event) or head.type not in _HELP:
        return (), ()
    roles = ((ActorRole.SOURCE, ActorRole.PARTICIPANT), (ActorRole.TARGET,))
    by, to = (tuple(a.party for a in head.actors if a.party and a.role in r) for r in roles)
    return by, to


def _is_checkable(claim: Claim) -> bool:
    return isinstance(claim, Commitment) and bool(claim.amount or claim.deadline)


def _words(node: Node) -> str:
    return " ".join(e.exact for e in node.claim.evidence)
