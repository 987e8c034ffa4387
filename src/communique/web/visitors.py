"""Who asks for a page, and what they may do."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, Request

from communique.model.account import By
from communique.model.account import Role as Role
from communique.web.faults import Forbidden, SignInFirst
from communique.web.site import Site

# Types of the forms that pages send.
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page.

    Attributes:
        name: Under which decisions are entered.
        role: What they may do.
        key: Ties forms to a session: its digest; the same for all where nobody signs in.
        account: Number of their account; None where nobody has signed in.
        client: Their network address.
        is_program: Whether a program shows a token, which no form elsewhere could.
    """

    name: str
    role: Role
    key: str = ""
    account: int | None = None
    client: str = ""
    is_program: bool = False

    @property
    def by(self) -> By:
        """Who does what they do, for the audit."""
        return By(self.name, self.account, self.client)

    def may(self, role: Role) -> bool:
        """Whether they may do what a role may."""
        return self.role.rank >= role.rank


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site


def visitor_of(request: Request) -> Visitor:
    """Who asks: the one user of the machine, or who has signed in."""
    known = getattr(request.state, "visitor", None)
    if isinstance(known, Visitor):
        return known
    site = site_of(request)
    if site.team:
        return Visitor("", Role.NOBODY)
    return Visitor(site.author, Role.ADMINISTRATOR)


def needs(role: Role) -> Callable[[Request], Visitor]:
    """A dependency: the visitor, if they may do what a role may.

    Raises:
        SignInFirst: Nobody has signed in.
        Forbidden: Their role does not allow it.
    """

    def check(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if visitor.may(role):
            return visitor
        if visitor.account is None:
            raise SignInFirst
        raise Forbidden("your account may not do this", f"ask for the role of {role.value}")

    return check


def token_for(site: Site, visitor: Visitor) -> str:
    """What a form of a visitor carries, so that no other site can send it in their name."""
    told = f"{visitor.key}\n{visitor.name}".encode()
    return hmac.new(site.secret, told, sha256).hexdigest()


async def genuine(request: Request) -> None:
    """A dependency of what changes anything: the form is one of ours, or the header of a script.

    What a program sends with a token is its own: browsers add none to what pages elsewhere send.

    Raises:
        SignInFirst: Nobody has signed in, and no form was given out.
        Forbidden: It is not.
    """
    site, visitor = site_of(request), visitor_of(request)
    if visitor.is_program:
        return
    if site.team and not visitor.key:
        raise SignInFirst
    given = request.headers.get("x-csrf-token", "")
    if not given and request.headers.get("content-type", "").startswith(_FORMS):
        # It is read once; whoever takes its fields is given the same.
        given = str((await request.form()).get("csrf", ""))
    expected = token_for(site, visitor)
    if not hmac.compare_digest(expected.encode(), given.encode()):
        raise Forbidden("this form is too old, or not from here", "load the page again")


Reader = Annotated[Visitor, Depends(needs(Role.READER))]
Reviewer = Annotated[Visitor, Depends(needs(Role.REVIEWER))]
Administrator = Annotated[Visitor, Depends(needs(Role.ADMINISTRATOR))]
TheSite = Annotated[Site, Depends(site_of)]
