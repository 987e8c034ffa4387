"""Looks at a dossier anew: every quote against its text, every invariant against the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection

from communique.store.verifying.database import database_problems
from communique.store.verifying.decisions import decision_problems, placement_problems
from communique.store.verifying.documents import (
    document_problems,
    index_problems,
    text_problems,
)
from communique.store.verifying.findings import finding_problems, gone_problems
from communique.store.verifying.merging import (
    claim_problems,
    link_problems,
    profile_problems,
    waiting_notes,
)
from communique.store.verifying.problem import Problem
from communique.store.verifying.records import (
    beside_problems,
    body_problems,
    founder_problems,
    redirect_problems,
)
from communique.store.verifying.relations import relation_problems
from communique.store.verifying.stories import story_problems, version_problems

__all__ = ["CHECKS", "Problem", "verify"]

#: All that is looked at, in this order; the database itself goes first.
CHECKS: tuple[Callable[[Connection], Iterable[Problem]], ...] = (
    text_problems,
    document_problems,
    index_problems,
    profile_problems,
    claim_problems,
    link_problems,
    story_problems,
    version_problems,
    redirect_problems,
    founder_problems,
    body_problems,
    beside_problems,
    relation_problems,
    decision_problems,
    placement_problems,
    finding_problems,
    gone_problems,
    waiting_notes,
)


def verify(connection: Connection) -> Iterator[Problem]:
    """What does not hold in a dossier, and what waits to be done in it.

    Args:
        connection: A reading connection: all is looked at in one state.
    """
    broken = False
    for problem in database_problems(connection):
        broken = True
        yield problem
    # In a database that is broken, more would be said of the break, not of the dossier.
    if not broken:
        for check in CHECKS:
            yield from check(connection)
