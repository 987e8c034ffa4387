"""Makes decisions from what a person names, and enters them into a dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

from communique.checks.identity import subjects_of
from communique.claims.grounding import LONGEST_QUOTE
from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.declare import Role, slots_of
from communique.errors import BadValue, IdleDecision, QuoteNotFound
from communique.model.decision import Decision, Ruling, Selector, signed
from communique.model.extraction import Extraction
from communique.model.finding import Quoted
from communique.model.plain import plain
from communique.model.record import Record
from communique.model.span import Span
from communique.pipeline.keeping import Keeper
from communique.pipeline.targets import (
    Aim,
    aims,
    claim_called,
    decision_called,
    document_called,
    finding_called,
    record_called,
    selector_for,
)
from communique.pipeline.values import Reader
from communique.records.decisions import added_claim, addition, note_of, noted
from communique.records.quotes import places_of
from communique.records.rulings import standing_ids
from communique.records.selectors import selector_of_document, selector_of_words
from communique.store.decisions import all_decisions, append, decisions_on, documents_of
from communique.store.documents import load_document
from communique.store.dossier import Connection
from communique.store.ruled_links import keeps_apart
from communique.views.standing import errors_standing

_TICK = timedelta(microseconds=1)


def enter(
    connection: Connection, keeper: Keeper, decisions: Iterable[Decision]
) -> tuple[Decision, ...]:
    """Put decisions into a dossier, and replay those on the documents that they are about.

    What changes waits to be settled.

    Args:
        connection: A writing connection.
        keeper: Profiles claims; notes are kept under its extractor.
        decisions: Any decisions; those that are there already are passed over.

    Returns:
        Those that were new.
    """
    new = tuple(decision for decision in decisions if append(connection, decision))
    for decision in new:
        note = note_of(decision)
        if note is not None:
            keeper.keep(connection, Extraction(note, ()), decision.at)
    keeper.rule(connection, documents_of(connection, new))
    return new


@dataclass(frozen=True, slots=True)
class Decider:
    """Makes decisions of one person, at one time; nothing is kept.

    Attributes:
        connection: A connection to the dossier.
        values: Reads values of slots.
        author: Who decides.
        now: The time, with its offset from UTC.
        reason: Why, in the person's words.
    """

    connection: Connection = field(repr=False)
    values: Reader
    author: str
    now: datetime
    reason: str | None = None

    def accept(self, claim: str) -> Decision:
        """Accept a claim as it stands, the errors with it that checks find in its records.

        Who accepts it has seen them: the source contradicts itself, say. They stand, but ask for
        nobody's eye any more until they are computed from something else.

        Raises:
            DecisionError: As all that follow, if the names or words can't be used.
        """
        named = claim_called(self.connection, claim)
        selector = selector_for(self.connection, named)
        standing = errors_standing(self.connection, self.now.date(), named.ref)
        seen = [{"finding": one.ident, "basis": one.basis} for one in standing]
        return self._made(Ruling.ACCEPT, (selector,), {"seen": seen} if seen else {})

    def reject(self, claim: str) -> Decision:
        """Reject a claim: the text does not say so."""
        return self._on_claim(Ruling.REJECT, claim)

    def _on_claim(self, ruling: Ruling, claim: str) -> Decision:
        named = claim_called(self.connection, claim)
        return self._made(ruling, (selector_for(self.connection, named),), {})

    def correct(self, claim: str, slot: str, words: str) -> Decision:
        """Give a slot of a claim another value."""
        named = claim_called(self.connection, claim)
        value = self._value(named.found.kind, slot, words)
        if value is not None and _refers(named.found.kind, slot):
            value = claim_called(self.connection, f"{named.ref.document}/{words}").ref.claim
        payload = {"slot": slot, "value": value}
        return self._made(Ruling.CORRECT, (selector_for(self.connection, named),), payload)

    def add(
        self,
        document: str,
        quote: str,
        kind: str,
        slots: Mapping[str, str],
        start: int | None = None,
    ) -> Decision:
        """Add a claim from words of a document; if they stand there twice, `start` tells where."""
        text = load_document(self.connection, document_called(self.connection, document))
        places = places_of(quote.strip(), text.text)
        if len(places) > 1 and start is not None:
            places = tuple(place for place in places if place.start == start)
        if len(places) != 1:
            reason = f"they stand {len(places)} times in the text" if places else "not in the text"
            remedy = "copy more of the words around them" if places else "copy them from the text"
            raise QuoteNotFound(f"the words {quote!r}", reason, remedy)
        return self._added(selector_of_words(text, places[0], kind), kind, slots)

    def note(self, text: str, kind: str, slots: Mapping[str, str]) -> Decision:
        """Add a claim from a note of one's own, which becomes a document."""
        if not text.strip():
            raise QuoteNotFound("the note", "it is empty", "write what you know, and from where")
        _, selector = noted(text.strip(), self.author, self.now.date(), kind)
        return self._added(selector, kind, slots)

    def _added(self, selector: Selector, kind: str, slots: Mapping[str, str]) -> Decision:
        quote = selector.exact
        if len(quote) > LONGEST_QUOTE:
            reason = f"they are longer than {LONGEST_QUOTE} characters"
            raise QuoteNotFound("the words", reason, "take the clause that asserts the claim")
        if kind not in SHAPE_OF:
            raise BadValue(f"kind {kind!r}", "there is none", f"one of {', '.join(SHAPE_OF)}")
        told = {slot: self._value(kind, slot, words) for slot, words in slots.items()}
        entry = {"kind": kind, **_in_its_words(kind, quote), **told}
        decision = self._made(Ruling.ADD, (selector,), {"claim": entry})
        try:
            claim = added_claim(decision, quote, Span(0, len(quote)))
        except ValueError as error:
            raise BadValue(f"the {kind}", str(error), "give it as SLOT=VALUE") from error
        return self._made(Ruling.ADD, (selector,), addition(claim))

    def _value(self, kind: str, slot: str, words: str) -> Any:  # noqa: ANN401 - what JSON holds
        try:
            return self.values.read(kind, slot, words)
        except ValueError as error:
            raise BadValue(f"{slot}", str(error), "give a value that fits the slot") from error

    def merge(self, records: Sequence[str]) -> Decision:
        """Make records one."""
        found = self._several(records)
        founders = [aims(self.connection, record)[0] for record in found]
        told = zip(found, founders, strict=True)
        for (one, first), (other, second) in combinations(told, 2):
            pair = (one.id, other.id)
            apart = keeps_apart(self.connection, pair, (first.number, second.number))
            if apart is not None:
                reason = f"decision {apart[:8]} keeps claims of them apart"
                remedy = f"undo it: communique decide undo {apart[:8]}"
                raise IdleDecision(" and ".join(pair), reason, remedy)
        return self._on_records(Ruling.MERGE, found[0].kind, founders)

    def never_merge(self, records: Sequence[str]) -> Decision:
        """Keep records apart for good."""
        found = self._several(records)
        founders = [aims(self.connection, record)[0] for record in found]
        return self._on_records(Ruling.NEVER_MERGE, found[0].kind, founders)

    def _several(self, names: Sequence[str]) -> list[Record]:
        """Different records of one kind."""
        found = [record_called(self.connection, name) for name in names]
        idents = {record.id for record in found}
        kinds = sorted({record.kind for record in found})
        if len(idents) < len(found) or len(found) < 2:
            remedy = "name two; to part one, use `communique decide split`"
            raise IdleDecision(", ".join(names), "they are one record", remedy)
        if len(kinds) > 1:
            reason = f"they are of different kinds ({', '.join(kinds)})"
            raise IdleDecision(", ".join(names), reason, "name records of one kind")
        return found

    def split(self, record: str, claims: Sequence[str]) -> Decision:
        """Have claims leave a record; if its founder is among them, the others leave."""
        whole = record_called(self.connection, record)
        founder, *others = aims(self.connection, whole)
        leaving = {self._in(whole, name) for name in claims}
        if founder.named.ref.claim in leaving:
            leaving = {ref.claim for ref in whole.claims} - leaving
        # Of two versions of a document both claims leave; one of them tells which.
        gone = {aim.named.ref.claim: aim for aim in others if aim.named.ref.claim in leaving}
        if not gone:
            reason = "all its claims would leave" if claims else "no claim would leave"
            raise IdleDecision(f"record {whole.id}", reason, "name those that do not belong to it")
        # Claims with one profile are of one record: one of them stands for all.
        stays = {aim.number: aim for aim in reversed(others) if aim.named.ref.claim not in gone}
        rest = [aim for number, aim in sorted(stays.items()) if number != founder.number]
        targets = [founder, *gone.values(), *rest]
        return self._on_records(Ruling.SPLIT, whole.kind, targets, leaving=len(gone))

    def _in(self, record: Record, name: str) -> str:
        """The id of a claim of a record."""
        ident = claim_called(self.connection, name).ref.claim
        if all(ident != ref.claim for ref in record.claims):
            remedy = f"`communique show record {record.id}` lists those that are"
            raise IdleDecision(f"claim {ident}", f"it is not in record {record.id}", remedy)
        return ident

    def deliver(self, record: str, on: date | None, evidence: str) -> Decision:
        """Mark a record as delivered."""
        found = record_called(self.connection, record)
        founder = aims(self.connection, found)[0]
        more = {"on": plain(on), "evidence": evidence}
        return self._on_records(Ruling.DELIVERED, found.kind, [founder], **more)

    def speaks_for(self, document: str, parties: Sequence[str]) -> Decision:
        """Say in whose name a document speaks; nobody's for no party."""
        found = load_document(self.connection, document_called(self.connection, document))
        told = [self._party(name) for name in parties]
        return self._made(Ruling.SPEAKS_FOR, (selector_of_document(found),), {"parties": told})

    def _party(self, name: str) -> dict[str, Any]:
        try:
            return self.values.party_of(name.strip())
        except ValueError as error:
            raise BadValue(f"party {name!r}", str(error), "name it, or leave it out") from error

    def silence(self, finding: str) -> Decision:
        """Silence a finding for as long as what it was computed from stays the same."""
        found = finding_called(self.connection, finding)
        name = f"finding {found.ident}"
        if found.silenced is not None:
            reason = f"decision {found.silenced.id[:8]} silences it already"
            raise IdleDecision(name, reason, "`communique decide list` tells why")
        if self.reason is None or not self.reason.strip():
            raise BadValue(name, "it is silenced for a reason only", "give it as --reason")
        targets = tuple(self._words(quote) for quote in subjects_of(found.finding))
        payload = {"code": found.finding.code, "basis": found.basis, "finding": found.ident}
        return self._made(Ruling.SILENCE, targets, payload)

    def _words(self, quote: Quoted) -> Selector:
        document = load_document(self.connection, document_called(self.connection, quote.document))
        return selector_of_words(document, Span(quote.start, quote.end))

    def undo(self, decision: str) -> Decision:
        """Take a decision back, also one that takes another back."""
        found = decision_called(self.connection, decision)
        if found.id not in standing_ids(all_decisions(self.connection)):
            remedy = "to restore it, undo the decision that undid it"
            raise IdleDecision(f"decision {found.id[:8]}", "it is undone already", remedy)
        return self._made(Ruling.UNDO, (), {"decision": found.id})

    def _on_records(
        self,
        ruling: Ruling,
        kind: str,
        targets: Sequence[Aim],
        **more: Any,  # noqa: ANN401 - what JSON holds
    ) -> Decision:
        payload = {"kind": kind, "profiles": [aim.profile for aim in targets], **more}
        selectors = tuple(selector_for(self.connection, aim.named) for aim in targets)
        return self._made(ruling, selectors, payload)

    def _made(
        self, ruling: Ruling, targets: tuple[Selector, ...], payload: Mapping[str, Any]
    ) -> Decision:
        return signed(
            Decision(
                id="",
                ruling=ruling,
                targets=targets,
                payload=payload,
                author=self.author,
                at=self._moment(ruling, targets),
                reason=self.reason,
            )
        )

    def _moment(self, ruling: Ruling, targets: Collection[Selector]) -> datetime:
        """Now, or just after the last decision on the same documents, if a clock was ahead.

        The last decision wins by its time: without this, a correction of a colleague's decision
        could be without effect. The day of a note stands in the note.
        """
        if ruling is Ruling.ADD:
            return self.now
        others = decisions_on(self.connection, {target.lineage for target in targets})
        latest = max([self.now, *(other.at + _TICK for other in others)])
        return latest.astimezone(self.now.tzinfo)


def _refers(kind: str, slot: str) -> bool:
    """Whether a slot holds the id of another claim of the document."""
    return any(s.name == slot and s.role is Role.REFERENCE for s in slots_of(SHAPE_OF[kind]))


def _in_its_words(kind: str, quote: str) -> dict[str, str]:
    """Slots that must be filled and only describe: the quote does for them."""
    declared = {f.name: f for f in fields(SHAPE_OF[kind])}
    return {
        slot.name: quote
        for slot in slots_of(SHAPE_OF[kind])
        if slot.role is Role.DESCRIPTIVE and declared[slot.name].default is MISSING
    }
