"""A record: what many claims say of one thing in the world, merged and explained.

Records are computed from claims and decisions (`records`) and kept in the dossier (`store`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from communique.model.claim import Claim, Party
from communique.model.ruling import WHOLE


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """Names a claim in a dossier.

    Attributes:
        document: Key of its document: two versions of one address hold claims of the same id.
        claim: Id of the claim.
    """

    document: str
    claim: str

    def __str__(self) -> str:
        return f"{self.document}/{self.claim}"


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What merging and electing need to know of a document.

    Attributes:
        key: Names the document in its dossier.
        published: Day of publication.
        publisher: Who published it.
        speaks_for: The parties in whose name it speaks; none for an agency, a newspaper or
            whoever is no party; several for a joint statement.
        story: Number of its story: documents of one story are one voice.
        subjects: The sides that it is about (`records.subjects`), by name.
    """

    key: str
    published: date | None = None
    publisher: str | None = None
    speaks_for: tuple[Party, ...] = ()
    story: int = 0
    subjects: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A claim as merging sees it: with its document, and after what people ruled on it.

    Attributes:
        ref: Where it stands.
        claim: The claim, corrected where a person has corrected it.
        document: Facts of its document.
        ruled: Names of slots that a person has set, "*" for a claim that a person accepted or
            added; their values outrank all others.
        apart: Kinds of record that a person took it out of, each with the id of the decision: its
            profile of that kind is its own, even where others say the same.
    """

    ref: ClaimRef
    claim: Claim
    document: DocumentFacts
    ruled: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


class Directness(StrEnum):
    """How close a document is to what it tells, closest first."""

    DECISION = "decision"
    OWN_ACT = "own act"
    OTHER_SIDE = "other side"
    OUTSIDER = "outsider"


@dataclass(frozen=True, slots=True)
class Telling:
    """One value of a slot, and who tells it.

    Attributes:
        value: The value as plain JSON holds it.
        claims: The claims that tell it, in a fixed order.
        stories: Number of independent stories behind it.
        directness: The closest of its documents.
    """

    value: Any
    claims: tuple[ClaimRef, ...]
    stories: int
    directness: Directness


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot in which the claims of a record disagree.

    Attributes:
        slot: Name of the slot.
        tellings: The values; the elected one stands first.
    """

    slot: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Joint:
    """Why two claims are in one record.

    Attributes:
        first: A claim.
        second: Another claim.
        score: How much speaks for it, see `records.matching`; 1 is just enough.
        reasons: What speaks for it, in plain words.
        decision: Id of the decision that joined them, None where they were compared.
    """

    first: ClaimRef
    second: ClaimRef
    score: float
    reasons: tuple[str, ...]
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Tellers:
    """Who tells what a record holds.

    Attributes:
        parties: Parties to the record that tell it in documents of their own.
        joint: Whether a document that both sides issued together tells it.
        outsiders: Whether anybody else does.
    """

    parties: tuple[Party, ...] = ()
    joint: bool = False
    outsiders: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the life of an instrument, or in the firmness of a commitment.

    Attributes:
        term: The action or grade, as the claim model names it.
        first: First day on which it may have been taken.
        last: Last such day.
        dated: Whether a text gives the date; else it is the day of publication.
        planned: Whether it lies ahead.
        claims: The claims that tell it.
    """

    term: str
    first: date | None
    last: date | None
    dated: bool
    planned: bool
    claims: tuple[ClaimRef, ...]


class PartyRow(NamedTuple):
    """That a party takes part in a record.

    Attributes:
        name: Canonical name.
        code: Its code.
        role: by, to, actor, host, party, about, of; holder for a party of which only an
            office-holder is named; body for a state of which only a body is named that the
            vocabulary lacks.
    """

    name: str
    code: str | None
    role: str


class RelationKind(StrEnum):
    """How one record stands to another."""

    PART_OF = "part_of"
    HAS_PART = "has_part"
    SUPERSEDES = "supersedes"
    SUPERSEDED_BY = "superseded_by"


@dataclass(frozen=True, slots=True)
class Relation:
    """A record's relation to another.

    Attributes:
        kind: What the other is to this one.
        record: Id of the other record.
        reasons: What speaks for it, in plain words.
    """

    kind: RelationKind
    record: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """That a person marked a record as delivered.

    Attributes:
        decision: Id of the decision.
        on: Day of delivery, None where it is not known.
        evidence: Quote, address or note that shows it.
    """

    decision: str
    on: date | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The event, instrument, commitment, figure series or tenure that claims speak about.

    Attributes:
        id: Given once; it outlives merges and splits.
        kind: Kind of its claims.
        head: The elected values as a claim of the kind, with the evidence of its closest claim.
        founder: The claim it was founded on.
        claims: All its claims, in a fixed order.
        stories: Number of independent stories among their documents.
        first: First day of what it is about, None where unknown or open.
        last: Last such day.
        told_first: Day of the earliest publication that tells it.
        told_last: Day of the latest.
        disputes: Slots in which the claims disagree.
        joints: Why the claims are in one record.
        tellers: Who tells it.
        history: Steps of an instrument or commitment, in order.
        delivery: What a person marked as delivery.
        ruled: Names of slots that a person has set.
    """

    id: str
    kind: str
    head: Claim
    founder: ClaimRef
    claims: tuple[ClaimRef, ...]
    stories: int = 1
    first: date | None = None
    last: date | None = None
    told_first: date | None = None
    told_last: date | None = None
    disputes: tuple[Dispute, ...] = ()
    joints: tuple[Joint, ...] = ()
    tellers: Tellers = Tellers()
    history: tuple[Step, ...] = ()
    delivery: tuple[Delivery, ...] = ()
    ruled: tuple[str, ...] = ()

    @property
    def is_disputed(self) -> bool:
        """Whether its claims disagree in a slot on which nobody has ruled."""
        if WHOLE in self.ruled:
            return False
        return any(dispute.slot not in self.ruled for dispute in self.disputes)
