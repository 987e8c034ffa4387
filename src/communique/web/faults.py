"""What can go wrong with a request, and the page that says so."""

from __future__ import annotations

from communique.errors import CommuniqueError, DecisionError, DossierError, DossierLocked


class WebFault(Exception):
    """A request that can't be answered.

    Attributes:
        status: HTTP status.
        reason: What is wrong, for people.
        remedy: What to do about it.
        subject: What it is about, often as the visitor typed it; empty where the reason says it.
    """

    status = 400

    def __init__(self, reason: str, remedy: str, subject: str = "") -> None:
        self.subject = subject
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{self.told}; {remedy}")

    @property
    def told(self) -> str:
        """What is wrong, with what it is about."""
        return f"{self.subject}: {self.reason}" if self.subject else self.reason


class NotThere(WebFault):
    """There is no such page, record or document."""

    status = 404


class Forbidden(WebFault):
    """The visitor may not do this."""

    status = 403


class Stale(WebFault):
    """Somebody else has changed it meanwhile."""

    status = 409


class Refused(WebFault):
    """What the visitor sent is well-formed, and can't be done."""

    status = 422


class SignInFirst(WebFault):
    """Nobody has signed in, and somebody has to."""

    status = 401

    def __init__(self) -> None:
        super().__init__("this dossier is a team's", "sign in")


def status_of(error: CommuniqueError) -> int:
    """The HTTP status of what the dossier, or the reader of parameters, refuses."""
    if isinstance(error, DossierError):
        return 503 if isinstance(error, DossierLocked) else 500
    return 422 if isinstance(error, DecisionError) else 400
