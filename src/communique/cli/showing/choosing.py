"""Which records answer what the user asks for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from communique.cli.showing.asked import Asked
from communique.cli.showing.days import first_day, last_day
from communique.errors import BadOption
from communique.store.dossier import Connection
from communique.store.listing import Wanted, list_records
from communique.store.people import list_persons
from communique.views.people import named, near
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
    listed = list_records(connection, wanted)
    if asked.person is not None:
        theirs = records_of(connection, asked.person, kind)
        listed = (one for one in listed if one.record.id in theirs)
    return Chosen((), tuple(Shown(one) for one in listed))


def records_of(connection: Connection, name: str, kind: str) -> Collection[str]:
    """Ids of the records of a kind whose claims name a person.

    Raises:
        BadOption: Nobody of that name is in the dossier.
    """
    persons = list_persons(connection)
    meant = named(persons, name)
    if not meant:
        close = near(persons, name)
        hint = f"did you mean {', '.join(close)}?" if close else "`communique show persons`"
        raise BadOption(f"--person {name}", "nobody of that name is in this dossier", hint)
    return {ident for person in meant for ident in person.records.get(kind, ())}
