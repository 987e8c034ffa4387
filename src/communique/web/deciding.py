"""Makes and enters decisions of a visitor; what can't be decided is told in words for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from communique.errors import (
    AmbiguousTarget,
    BadValue,
    DecisionError,
    IdleDecision,
    QuoteNotFound,
    UnknownTarget,
)
from communique.model.account import AuditEntry, What
from communique.model.decision import Decision
from communique.pipeline.checking import due_count
from communique.pipeline.deciding import Decider
from communique.pipeline.entering import entered
from communique.pipeline.values import Reader
from communique.store.audit import note
from communique.store.dossier import Connection
from communique.store.due import count_claims_due
from communique.store.records import has_stale
from communique.web.faults import Refused
from communique.web.site import Site
from communique.web.visitors import Visitor

# Documents, records and keys of comparisons that are checked before the answer: a second or two.
_AT_ONCE = 12
# Claims of these records, and of a person who is computed anew before the answer: somebody much
# named has thousands, and each has to be read.
_CLAIMS = 200
# Documents and records that are compared with others before the answer; each has to be read.
_COMPARED = 25
# What to do instead, where the remedy of an error speaks of the command line.
_REMEDIES = MappingProxyType(
    {
        UnknownTarget: "load the page again; it may be gone meanwhile",
        AmbiguousTarget: "give more of the id",
        BadValue: "give a value, or a reason, and send it again",
        QuoteNotFound: "copy the words from the text",
        IdleDecision: "look at the decisions made so far; one of them may have to be undone first",
    }
)


def decide(
    site: Site,
    visitor: Visitor,
    make: Callable[[Decider], Decision],
    reason: str | None = None,
) -> Decision:
    """Make and enter one decision; records are up to date when it returns, findings soon after.

    Persons whom hundreds of claims name are up to date soon after, too.

    Args:
        site: The site; its clock tells when it was decided.
        visitor: Who decides.
        make: Calls the method of the decider. It runs within the writing transaction: what it reads
            by the decider's connection can't change before the decision is entered, and nothing is
            entered if it raises.
        reason: Why, in the visitor's words; blank words are none.

    Returns:
        The decision.

    Raises:
        Refused: It can't be decided so.
        Forbidden: Nothing can be changed here.
        DossierError: The dossier can't be written.
    """
    (decision,) = decide_all(site, visitor, lambda decider: (make(decider),), reason)
    return decision


def decide_all(
    site: Site,
    visitor: Visitor,
    make: Callable[[Decider], Sequence[Decision]],
    reason: str | None = None,
) -> tuple[Decision, ...]:
    """Make and enter several decisions in one transaction: all of them, or none.

    Args:
        site: The site.
        visitor: Who decides.
        make: Makes the decisions, as for `decide`.
        reason: Why, in the visitor's words.

    Returns:
        The decisions.

    Raises:
        Refused: One of them can't be decided so.
        Forbidden: Nothing can be changed here.
        DossierError: The dossier can't be written.
    """
    site.must_be_writable()
    why = (reason or "").strip() or None
    values = Reader(lambda name: site.kin.named(name))
    made: list[Decision] = []

    def making(connection: Connection) -> Sequence[Decision]:
        # The clock is read when other writers have ended: their decisions come before this one.
        made.extend(make(Decider(connection, values, visitor.name, site.now(), why)))
        for decision in made if visitor.account is not None else ():
            detail = f"{decision.ruling.value}, {decision.id}"
            note(connection, AuditEntry(site.now(), visitor.by, What.DECIDED, detail))
        return made

    with readable():
        entered(site.dossier, site.known, making, persons=_CLAIMS, check=lambda: _check(site))
    return tuple(made)


def _check(site: Site) -> None:
    """Check what little is due; what would keep the visitor waiting is checked afterwards."""
    checker = site.checker
    with site.reading() as connection:
        due = due_count(connection, checker.rules)
        much = due > _AT_ONCE or count_claims_due(connection) > _CLAIMS or has_stale(connection)
    if much:
        site.checking.ask()
        return
    for _ in checker.check(_COMPARED):
        pass
    with site.reading() as connection:
        left = due_count(connection, checker.rules)
    if left:
        site.checking.ask()


@contextmanager
def readable() -> Iterator[None]:
    """Tell what can't be decided in words for a page.

    Raises:
        Refused: A decision can't be made.
    """
    try:
        yield
    except DecisionError as error:
        for_people = "communique " not in error.remedy and "--" not in error.remedy
        remedy = error.remedy if for_people else _REMEDIES.get(type(error), "go back, mend it")
        raise Refused(error.reason, remedy, error.subject) from error
