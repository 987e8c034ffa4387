"""Which records answer what the user asks for."""

from __future__ import annotations

from dataclasses import dataclass

from communique.cli.showing.asked import Asked
from communique.cli.showing.days import first_day, last_day
from communique.store.dossier import Connection
from communique.store.listing import Wanted, list_records
from communique.views.shown import Shown, Side


@dataclass(frozen=True, slots=True)
class Chosen:
    """What answers.

    Attributes:
        sides: The sides of the relationship that was asked for.
        shown: The records, in order of time.
    """

    sides: tuple[Side, ...]
    shown: tuple[Shown, ...]


def choose(connection: Connection, kind: str, asked: Asked) -> Chosen:
    """The records of a kind that answer.

    Raises:
        BadOption: A date, side or person means nothing.
    """
    wanted = Wanted(
        kind, since=first_day(asked.since, "--since"), until=last_day(asked.until, "--until")
    )
    return Chosen((), tuple(Shown(listed) for listed in list_records(connection, wanted)))
