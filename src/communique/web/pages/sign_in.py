"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from communique.web.faults import NotThere
from communique.web.links import local
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.team.secrets import session_secret
from communique.web.team.signing import Attempt, TurnedAway, sign_in, sign_out
from communique.web.team.visiting import (
    client_of,
    form_cookie,
    give,
    session_cookie,
    stranger,
    take,
)
from communique.web.visitors import Reader, TheSite, genuine, visitor_of

router = APIRouter()
_PATH = "/sign-in"
_UNKEPT = {"Cache-Control": "no-store"}


@router.get(_PATH)
def form(request: Request, site: TheSite, back: str = "/") -> Response:
    """The form; who has signed in is led on.

    Raises:
        NotThere: Nobody signs in here.
    """
    _for_teams(site)
    if visitor_of(request).account is not None:
        return RedirectResponse(local(back), 303)
    kept = request.cookies.get(form_cookie(request), "")
    secret = kept or session_secret()
    # The form is tied to the cookie, also to one that the browser is given with it.
    request.state.visitor = stranger(request, secret)
    answer = _form(request, back)
    if not kept:
        give(request, answer, form_cookie(request), secret)
    return answer


@router.post(_PATH, dependencies=[Depends(genuine)])
def signing_in(
    request: Request,
    site: TheSite,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session, and lead to the page that was asked for.

    Raises:
        NotThere: Nobody signs in here.
    """
    _for_teams(site)
    cookie = session_cookie(request)
    told = Attempt(name, password, client_of(request), request.cookies.get(cookie, ""))
    done = sign_in(site, told)
    if isinstance(done, TurnedAway):
        return _turned_away(request, done, back, name)
    answer = RedirectResponse(local(back), 303, headers=_UNKEPT)
    give(request, answer, cookie, done.secret)
    take(request, answer, form_cookie(request))
    return answer


@router.post("/sign-out", dependencies=[Depends(genuine)])
def signing_out(request: Request, site: TheSite, visitor: Reader) -> Response:
    """End the session."""
    _for_teams(site)
    sign_out(site, visitor.by, visitor.key)
    answer = RedirectResponse(_PATH, 303, headers=_UNKEPT)
    take(request, answer, session_cookie(request))
    return answer


def _for_teams(site: Site) -> None:
    if not site.team:
        raise NotThere("nobody signs in here", "go on: this dossier is served to you alone")


def _form(
    request: Request, back: str, status: int = 200, fault: str = "", name: str = ""
) -> Response:
    context = {"back": local(back), "fault": fault, "name": name}
    answer = page(request, "sign_in.html", context, status=status)
    answer.headers.update(_UNKEPT)
    return answer


def _turned_away(request: Request, done: TurnedAway, back: str, name: str) -> Response:
    if not done.wait:
        return _form(request, back, 403, "Name or password is wrong.", name)
    seconds = int(done.wait.total_seconds()) + 1
    told = f"{seconds} seconds" if seconds < 120 else f"{-(-seconds // 60)} minutes"
    fault = f"Signing in has failed too often. Try again in {told}."
    answer = _form(request, back, 429, fault, name)
    answer.headers["Retry-After"] = str(seconds)
    return answer
