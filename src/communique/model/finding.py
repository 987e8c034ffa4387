"""A finding: what a check has to say about claims or records, with the words it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters, gravest first."""

    #: Two things that are told can't both be so.
    ERROR = "error"
    #: What is told is odd: a person should look.
    WARNING = "warning"
    #: What a reader should know, and which need not be wrong.
    NOTE = "note"
    #: What was computed and fits: no alarm, shown on demand.
    COMPUTED = "computed"


#: The severities of findings that ask for attention, gravest first.
ALARMS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Scope(StrEnum):
    """What a rule has to see at once."""

    DOCUMENT = "document"
    RECORD = "record"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document that a finding speaks of.

    Attributes:
        document: Key of the document.
        start: First code point in its text.
        end: One past the last.
        exact: Exactly `text[start:end]`.
        label: What these words are in the finding, such as "the whole"; None where it is plain.
        subject: Whether the finding is about these words, and is known by them; other words only
            show what they were compared with.
    """

    document: str
    start: int
    end: int
    exact: str
    label: str | None = None
    subject: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule has to say.

    Attributes:
        code: Code of the rule, such as "CAL201".
        severity: How much it matters.
        message: One sentence with the values that were computed.
        quotes: The words it speaks of, its place first; at least one.
        records: Ids of the records it is about, if it is about records.
        basis: What it was computed from; when this changes, the finding is no longer the one that
            a person silenced. Empty stands for message and quotes.
        since: The day from which on it holds; None if it holds at once. What is to happen by a day
            can only be missed after it.
    """

    code: str
    severity: Severity
    message: str
    quotes: tuple[Quoted, ...]
    records: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    since: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.since is None or self.since <= day

    def __post_init__(self) -> None:
        if not self.quotes:
            raise ValueError(f"{self.code}: a finding quotes its evidence")
