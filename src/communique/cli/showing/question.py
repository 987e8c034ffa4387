"""What the user asks of a dossier on the command line, understood."""

from __future__ import annotations

from communique.cli.showing.asked import Asked
from communique.cli.showing.days import first_day, last_day
from communique.store.dossier import Connection
from communique.views.between import Switches
from communique.views.choosing import Question
from communique.views.relationship import Relationship


def relationship_of(asked: Asked) -> Relationship | None:
    """The relationship that the user asks for; None where there are no sides.

    Raises:
        BadOption: A side is unknown, or named twice.
    """
    switches = Switches(asked.member_states, asked.groupings, asked.banks)
    return Relationship.of(asked.between, switches)


def question_of(connection: Connection, asked: Asked) -> Question:
    """What the user asks for.

    Raises:
        BadOption: A date, side or person means nothing.
    """
    return Question.of(
        connection,
        relationship_of(asked),
        since=first_day(asked.since, "--since"),
        until=last_day(asked.until, "--until"),
        person=asked.person,
    )
