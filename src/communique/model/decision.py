"""A decision: what a person ruled on a claim, a record, a document or a finding; never changed.

A decision holds a selector, not an id alone, so that it finds its target again after the text was
fetched anew or read by a better extractor (W3C Web Annotation, TextQuoteSelector).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from communique.model.plain import plain

#: Stands for the extractor of claims that people added, and of documents that are their notes.
BY_PEOPLE = "decision"
_DIGITS = 40


class Ruling(StrEnum):
    """What a person can rule."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    NEVER_MERGE = "never_merge"
    DELIVERED = "delivered"
    SPEAKS_FOR = "speaks_for"
    SILENCE = "silence"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a claim, or words without a claim, stand in a text.

    Attributes:
        lineage: Lineage of the document (`claims.identity.lineage`): its address, mostly.
        text_sha256: Digest of the text that the person had before them.
        exact: The quote; empty for the document as a whole.
        prefix: What stands before it, up to 32 code points.
        suffix: What stands after it, up to 32 code points.
        start: Offset of the quote in that text.
        kind: Kind of the claim, None for words or a document.
        claim: Id of the claim at the time.
        slots: The identity slots and the modality of the claim at the time, as plain JSON.
    """

    lineage: str
    text_sha256: str
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    kind: str | None = None
    claim: str | None = None
    slots: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person ruled.

    Attributes:
        id: Digest of its content, so that a decision that is imported twice is one.
        ruling: What is ruled.
        targets: What it is ruled on: one claim, the claims that stand for the records to be
            merged or kept apart (the founder of each), words, or a document. Of a split, the first
            stands for the record, then come the claims that leave it, then others that stay.
        payload: What the ruling needs besides: `{seen}` of an acceptance, the errors (each as
            `{finding, basis}`) that stood on records of the claim, left out where there were none;
            `{slot, value}` of a correction, `{claim}` of an addition, `{kind, profiles}` of what is
            ruled on records (kind of the records, and which profile of each target is meant), with
            `{leaving}`, the number of claims that leave, of a split, and with `{on, evidence}` of a
            delivery, `{parties}` of a speaker, `{code, basis, finding}` of a silence (its targets
            are the words that the finding is about; the first form had no targets, and `{code,
            basis}`), `{decision}` of an undoing.
        author: Who ruled.
        at: When, with its offset from UTC.
        reason: Why, in the person's words.
    """

    id: str
    ruling: Ruling
    targets: tuple[Selector, ...]
    payload: Mapping[str, Any] = field(default_factory=dict)
    author: str
    at: datetime
    reason: str | None = None


def signed(decision: Decision) -> Decision:
    """The decision under the id that its content gives it."""
    told = {name: value for name, value in plain(decision).items() if name != "id"}
    content = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return replace(decision, id=sha256(content.encode()).hexdigest()[:_DIGITS])


class Standing(StrEnum):
    """Whether a decision found its target in a document."""

    ATTACHED = "attached"
    LOST = "lost"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a target of a decision stands in a document, or why it stands nowhere.

    Attributes:
        decision: Id of the decision.
        target: Index of the target among those of the decision.
        document: Key of the document.
        standing: Whether the target was found.
        claim: Id of the claim that was found; None for words and documents.
        note: Why the target was not found, in plain words.
    """

    decision: str
    target: int
    document: str
    standing: Standing
    claim: str | None = None
    note: str | None = None


class ClaimState(StrEnum):
    """What decisions have made of a claim."""

    FOUND = "found"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"
