"""What a rule is: its code, its words for people, an example, and what it looks at.

A rule belongs to one of three scopes, by its base class. Its docstring is its page: the first
paragraph states exactly what it reports; then come "Why it matters", "What to do" and "Known
limits", each a paragraph that begins with these words and a colon.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from communique.checks.background import Background
from communique.checks.seen import Case, Sheet
from communique.model.finding import Finding, Quoted, Scope, Severity


@dataclass(frozen=True, slots=True)
class Told:
    """A document of an example.

    Attributes:
        text: Its text.
        published: Day of publication.
        publisher: Who published it.
        title: Its headline.
        url: Its address.
    """

    text: str
    published: date
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Documents on which a rule fires, or nearly.

    Attributes:
        documents: The documents.
        why: What is wrong with them, or why the rule keeps quiet.
    """

    documents: tuple[Told, ...]
    why: str


class Rule(ABC):
    """One rule; its subclasses for the three scopes say what it looks at.

    Attributes:
        code: Family and number, never used again.
        name: What is wrong, in words with hyphens.
        severity: How much its findings matter.
        since: Version of the program that had it first.
        fires: An example on which it fires.
        quiet: A near miss on which it does not.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    scope: ClassVar[Scope]
    since: ClassVar[str]
    fires: ClassVar[Example]
    quiet: ClassVar[Example]

    def __init__(self, background: Background) -> None:
        self.background = background

    def found(
        self,
        message: str,
        quotes: Iterable[Quoted],
        *,
        records: Iterable[str] = (),
        basis: Iterable[str] = (),
        since: date | None = None,
    ) -> Finding:
        """A finding of this rule."""
        return Finding(
            code=self.code,
            severity=self.severity,
            message=message,
            quotes=tuple(quotes),
            records=tuple(records),
            basis=tuple(basis),
            since=since,
        )

    def fits(self, message: str, quotes: Iterable[Quoted], records: Iterable[str] = ()) -> Finding:
        """What this rule computed and found to fit: shown on demand, no alarm."""
        return Finding(
            code=self.code,
            severity=Severity.COMPUTED,
            message=message,
            quotes=tuple(quotes),
            records=tuple(records),
        )


class DocumentRule(Rule):
    """A rule that needs one document only."""

    scope = Scope.DOCUMENT

    @abstractmethod
    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""


class RecordRule(Rule):
    """A rule that needs one record with its claims, and the records it is related to."""

    scope = Scope.RECORD

    @abstractmethod
    def check(self, case: Case) -> Iterable[Finding]:
        """What is to be said of a record."""


class DossierRule(Rule):
    """A rule that compares what stands under one key: a post, a series, a story.

    When a document or record changes, only the keys that it has, or had, are checked again.

    Attributes:
        alone: Beginning of those keys under which a single document or record may have something
            to be said of it; None if it always takes two. Other keys wait for a second one.
        shares: Name under which rules with the same keys are compared together, so that the keys
            are kept, and what stands under them is loaded, once for all; empty for a rule with
            keys of its own. A rule may have some more, under which the others find nothing.
    """

    scope = Scope.DOSSIER
    alone: ClassVar[str | None] = ""
    shares: ClassVar[str] = ""

    @classmethod
    def circle(cls) -> str:
        """What its keys are kept under: the name that it shares with others, or its code."""
        return cls.shares or cls.code

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Keys under which a document is compared with others."""
        return ()

    def keys_of_case(self, case: Case) -> Iterable[str]:
        """Keys under which a record is compared with others."""
        return ()

    @abstractmethod
    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of all documents and records of a key, each list in a fixed order."""
