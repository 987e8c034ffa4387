"""What decisions are made of: corrected and added claims, notes, speakers.

A note of one's own is a document of its own: its author published it, on the day of the decision.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from hashlib import sha256
from typing import Any

from communique.claims.from_json import claim_of, entry_of
from communique.claims.shapes import SHAPE_OF
from communique.model.claim import Claim, Evidence, Party
from communique.model.decision import Decision, Ruling, Selector
from communique.model.document import Document, PublishedFrom
from communique.model.plain import plain
from communique.model.shaped import hints_of, shaped, value_of
from communique.model.span import Span
from communique.records.selectors import selector_of_words

_DIGITS = 16
_NOTE = "note:"
# What of a claim a person can't correct: what it is called and where it stands.
_FIXED = frozenset({"id", "evidence"})


def slot_names(kind: str) -> tuple[str, ...]:
    """What of a claim of a kind can be corrected."""
    return tuple(f.name for f in fields(SHAPE_OF[kind]) if f.name not in _FIXED)


def slot_type(kind: str, slot: str) -> Any:  # noqa: ANN401 - a type, or a union of types
    """The type of a slot, as `model.shaped` takes it."""
    shape: Any = SHAPE_OF[kind]
    return hints_of(shape)[slot]


def corrected(claim: Claim, slot: str, value: object) -> Claim:
    """A claim with another value in a slot; it keeps its id.

    Args:
        claim: The claim.
        slot: Name of the slot.
        value: The value as plain JSON.

    Raises:
        ValueError: There is no such slot, or the value is not of its type.
    """
    if slot not in slot_names(claim.kind):
        known = ", ".join(slot_names(claim.kind))
        raise ValueError(f"a claim of kind {claim.kind} has no slot {slot!r} (it has {known})")
    told: dict[str, Any] = {slot: value_of(value, slot_type(claim.kind, slot), slot)}
    return replace(claim, **told)


def addition(claim: Claim) -> dict[str, Any]:
    """The payload of a decision that adds a claim: the claim without id and evidence."""
    return {"claim": {name: v for name, v in entry_of(claim).items() if name not in _FIXED}}


def added_claim(decision: Decision, text: str, span: Span) -> Claim:
    """The claim that a decision adds, quoted from where its words stand now.

    Its id hangs on the decision alone, so that it outlives changes of the text.

    Raises:
        ValueError: It breaks the claim model.
    """
    entry = decision.payload["claim"]
    digest = sha256(f"added\n{decision.id}".encode()).hexdigest()[:_DIGITS]
    quote = plain(Evidence(span.start, span.end, text[span.start : span.end]))
    return claim_of({**entry, "id": f"{entry.get('kind')}-{digest}", "evidence": [quote]})


def noted(text: str, author: str, on: date, kind: str) -> tuple[Document, Selector]:
    """The document that a note makes, and the selector of a decision that adds a claim to it.

    Args:
        text: The note.
        author: Who wrote it.
        on: The day.
        kind: Kind of the claim.
    """
    content = "\n".join((author, on.isoformat(), text))
    digest = sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    document = Document(
        id=f"{_NOTE}{digest}",
        text=text,
        text_given=True,
        published=on,
        published_from=PublishedFrom.GIVEN,
        publisher=author,
        language="en",
    )
    return document, selector_of_words(document, Span(0, len(text)), kind)


def note_of(decision: Decision) -> Document | None:
    """The document that a decision makes; None where it adds no claim from a note."""
    if decision.ruling is not Ruling.ADD or not decision.targets[0].lineage.startswith(_NOTE):
        return None
    target = decision.targets[0]
    return noted(target.exact, decision.author, decision.at.date(), str(target.kind))[0]


def speakers_of(decision: Decision) -> tuple[Party, ...]:
    """The parties of a decision on whom a document speaks for."""
    return tuple(shaped(entry, Party) for entry in decision.payload["parties"])
