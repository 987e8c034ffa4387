"""Who asks: from the cookie of a session, or from the token of a program."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool

from communique.errors import DossierError
from communique.model.account import Role
from communique.store.sessions import find_token, touch_token
from communique.web.site import Site
from communique.web.team.secrets import digest_of
from communique.web.team.signing import LONGEST, NOTED, seen, session_that_holds
from communique.web.visitors import Visitor, site_of

_log = logging.getLogger(__name__)
_SCHEME = "bearer "
_OPEN = "/static/"


@dataclass(frozen=True, slots=True)
class Met:
    """Who asks.

    Attributes:
        visitor: Them.
        noting: Notes that they were seen, after the answer; None where that was noted lately.
    """

    visitor: Visitor
    noting: Callable[[], None] | None = None


async def met(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Find out who asks, for the pages; a token that does not hold is refused."""
    site = site_of(request)
    if not site.team or request.url.path.startswith(_OPEN):
        return await answer(request)
    try:
        found = await run_in_threadpool(_found, request, site)
    except DossierError:
        _log.exception("who asks can't be told")
        return PlainTextResponse("communique: the dossier can't be read just now\n", 503)
    if found is None:
        told = {"WWW-Authenticate": 'Bearer error="invalid_token"'}
        return PlainTextResponse("communique: this token does not hold\n", 401, headers=told)
    request.state.visitor = found.visitor
    response = await answer(request)
    if found.noting is not None:
        response.background = BackgroundTask(_quietly, found.noting)
    return response


def client_of(request: Request) -> str:
    """Network address of a visitor."""
    return request.client.host if request.client else ""


def session_cookie(request: Request) -> str:
    """Name of the cookie of a session; browsers bind the one of a safe connection to the host."""
    return "__Host-communique" if _is_safe(request) else "communique"


def form_cookie(request: Request) -> str:
    """Name of the cookie that ties the form for signing in to a browser."""
    return "__Host-communique-form" if _is_safe(request) else "communique-form"


def give(request: Request, response: Response, name: str, secret: str) -> None:
    """Have the browser keep a cookie, out of the reach of scripts and of forms elsewhere."""
    age = int(LONGEST.total_seconds()) if name == session_cookie(request) else None
    safe = _is_safe(request)
    response.set_cookie(name, secret, max_age=age, httponly=True, samesite="lax", secure=safe)


def take(request: Request, response: Response, name: str) -> None:
    """Have the browser forget a cookie."""
    response.delete_cookie(name, httponly=True, samesite="lax", secure=_is_safe(request))


def stranger(request: Request, secret: str) -> Visitor:
    """Who has not signed in.

    Args:
        request: Their request.
        secret: What the cookie for the form holds; empty for none.
    """
    role = Role.READER if site_of(request).public_read else Role.NOBODY
    key = f"form {digest_of(secret)}" if secret else ""
    return Visitor("", role, key, client=client_of(request))


def _is_safe(request: Request) -> bool:
    return request.url.scheme == "https"


def _found(request: Request, site: Site) -> Met | None:
    header = request.headers.get("authorization", "")
    if header.lower().startswith(_SCHEME):
        return _program(request, site, header[len(_SCHEME) :].strip())
    secret = request.cookies.get(session_cookie(request), "")
    return (_person(request, site, secret) if secret else None) or Met(
        stranger(request, request.cookies.get(form_cookie(request), ""))
    )


def _person(request: Request, site: Site, secret: str) -> Met | None:
    now = site.now()
    with site.reading() as connection:
        found = session_that_holds(connection, secret, now)
    if found is None:
        return None
    session, account = found
    visitor = Visitor(account.name, account.role, session.digest, account.id, client_of(request))
    is_new = now - session.last_seen < NOTED
    return Met(visitor, None if is_new else lambda: seen(site, session.digest))


def _program(request: Request, site: Site, secret: str) -> Met | None:
    now = site.now()
    with site.reading() as connection:
        found = find_token(connection, digest_of(secret))
    if found is None or not found[0].holds(now) or not found[1].is_active:
        return None
    token, account = found
    granted = max((grant.role for grant in token.grants), key=lambda role: role.rank)
    # A token never does what its account may not.
    role = min(granted, account.role, key=lambda role: role.rank)
    visitor = Visitor(
        account.name, role, token.digest, account.id, client_of(request), is_program=True
    )

    def noting() -> None:
        with site.dossier.writing(changes=False) as connection:
            touch_token(connection, token.id, site.now())

    is_new = token.last_used is not None and now - token.last_used < NOTED
    return Met(visitor, None if is_new else noting)


def _quietly(noting: Callable[[], None]) -> None:
    """Note it, if the dossier lets us: the answer has been sent."""
    try:
        noting()
    except DossierError:
        _log.warning("a visit was not noted: the dossier is busy")
