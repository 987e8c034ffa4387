"""Enters decisions into a dossier, and brings its records and findings up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from communique.model.decision import BY_PEOPLE, Decision
from communique.pipeline.checking import Checker
from communique.pipeline.deciding import enter
from communique.pipeline.keeping import Keeper
from communique.pipeline.knowledge import Known
from communique.pipeline.settling import Settler
from communique.store.dossier import Connection, Dossier


def entered(
    dossier: Dossier,
    known: Known,
    make: Callable[[Connection], Sequence[Decision]],
    *,
    persons: int | None = None,
    check: Callable[[], None] | None = None,
) -> tuple[Decision, ...]:
    """Make and enter decisions in one transaction, then bring records and findings up to date.

    Args:
        dossier: The dossier, open for writing.
        known: What is known of the world.
        make: Makes the decisions, with a writing connection.
        persons: Persons whom more claims name are left to a later run; None for any number.
        check: Brings findings up to date, or sees to it that they will be; all at once if it is not
            given.

    Returns:
        The decisions that were new.

    Raises:
        DecisionError: They can't be made; nothing was entered.
        DossierError: The dossier can't be written.
    """
    keeper = Keeper(known, BY_PEOPLE)
    with dossier.writing() as connection:
        new = enter(connection, keeper, make(connection))
    for _ in Settler(dossier, known, persons).settle():
        pass
    if check is not None:
        check()
        return new
    for _ in Checker(dossier, known).check():
        pass
    return new
