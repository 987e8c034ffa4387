"""One's own account: password, sessions, tokens for programs."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from communique.errors import BadOption
from communique.model.account import ApiToken, Grant, What
from communique.store.accounts import account, hash_of
from communique.store.sessions import (
    end_sessions,
    put_token,
    revoke_tokens,
    sessions_of,
    tokens_of,
)
from communique.web.faults import Forbidden, NotThere, Refused, SignInFirst
from communique.web.rendering import page
from communique.web.team.accounts import Keeper
from communique.web.team.passwords import acceptable
from communique.web.team.secrets import api_secret, digest_of
from communique.web.team.throttling import attempt, counted_own, forgiven
from communique.web.visitors import Reader, TheSite, Visitor, genuine

router = APIRouter()
_PATH = "/account"
_UNKEPT = {"Cache-Control": "no-store"}
_LONGEST_NAME = 100
# Days that a token may last; 0 for no end.
DAYS = (30, 90, 365, 0)


def own(site: TheSite, visitor: Reader) -> tuple[Visitor, int]:
    """A dependency: a person who has signed in, and the number of their account.

    A program can't: with a token for reading it could make itself one for writing.

    Raises:
        NotThere: Nobody signs in here.
        SignInFirst: Nobody has signed in, though anybody may read.
        Forbidden: A program asks.
    """
    if visitor.account is None and site.team:
        raise SignInFirst
    if visitor.account is None:
        raise NotThere("nobody signs in here", "an account is a matter of `serve --team`")
    if visitor.is_program:
        raise Forbidden("a token is not enough for this", "sign in with your password")
    return visitor, visitor.account


Own = Annotated[tuple[Visitor, int], Depends(own)]


@router.get(_PATH)
def mine(request: Request, site: TheSite, visitor: Reader) -> Response:
    """The account."""
    return _mine(request, site, own(site, visitor))


@router.get("/tokens")
def tokens(visitor: Reader) -> Response:
    """Leads to the tokens, which are with the account."""
    return RedirectResponse(f"{_PATH}#tokens", 303)


@router.post(f"{_PATH}/password", dependencies=[Depends(genuine)])
def change_password(
    request: Request,
    site: TheSite,
    visitor: Own,
    old: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Change the password; other sessions end.

    Raises:
        Refused: The old password is wrong, has been tried too often, or the new ones differ.
        BadOption: The new password may not be one.
    """
    person, number = visitor
    if new != again:
        raise Refused("the new passwords differ", "go back, and type the same twice")
    acceptable(new, person.name)
    # Who finds a browser open should not be able to guess on.
    count = counted_own(number)
    with site.dossier.writing(changes=False) as connection:
        if attempt(connection, (count,), site.now()):
            raise Refused("the password was wrong too often", "wait a minute, then try again")
        kept = hash_of(connection, number)
    if not site.passwords.verify(kept, old):
        raise Refused("the password is not the one you have", "go back, and type it anew")
    hashed = site.passwords.hash(new)
    with site.dossier.writing(changes=False) as connection:
        forgiven(connection, count)
        keeper = Keeper(connection, person.by, site.now())
        keeper.change_password(keeper.numbered(number), hashed, person.key)
    return RedirectResponse(f"{_PATH}?done=password", 303)


@router.post(f"{_PATH}/sessions/end", dependencies=[Depends(genuine)])
def end_others(site: TheSite, visitor: Own) -> Response:
    """End all other sessions."""
    person, number = visitor
    with site.dossier.writing(changes=False) as connection:
        ended = end_sessions(connection, number, but=person.key)
        Keeper(connection, person.by, site.now()).note(What.SESSIONS_ENDED, str(ended))
    return RedirectResponse(f"{_PATH}?done=sessions", 303)


@router.post(f"{_PATH}/tokens", dependencies=[Depends(genuine)])
def make_token(
    request: Request,
    site: TheSite,
    visitor: Own,
    name: Annotated[str, Form()] = "",
    grants: Annotated[list[Grant] | None, Form()] = None,
    days: Annotated[int, Form()] = DAYS[0],
) -> Response:
    """Make a token; this answer alone tells it.

    Raises:
        BadOption: It has no name, may do nothing, or more than the account.
    """
    person, number = visitor
    told = " ".join(name.split())
    if not told or len(told) > _LONGEST_NAME:
        raise BadOption("the name", f"it has not 1 to {_LONGEST_NAME} characters", "give another")
    if not grants or days not in DAYS:
        raise BadOption("the token", "it may do nothing, or never", "choose what it may do")
    if any(not person.may(grant.role) for grant in grants):
        raise BadOption("the token", "it may not do more than you may", "choose less")
    secret, now = api_secret(), site.now()
    ends = now + timedelta(days=days) if days else None
    chosen = tuple(grant for grant in Grant if grant in grants)
    token = ApiToken(0, digest_of(secret), number, told, chosen, now, expires=ends)
    with site.dossier.writing(changes=False) as connection:
        put_token(connection, token)
        Keeper(connection, person.by, now).note(
            What.TOKEN_MADE, f"{told}: {', '.join(grant.value for grant in chosen)}"
        )
    return _mine(request, site, visitor, made=token, secret=secret)


@router.post(f"{_PATH}/tokens/{{token}}/revoke", dependencies=[Depends(genuine)])
def revoke(site: TheSite, visitor: Own, token: int) -> Response:
    """Revoke a token.

    Raises:
        NotThere: There is no such token of one's own, or it is revoked.
    """
    person, number = visitor
    with site.dossier.writing(changes=False) as connection:
        names = revoke_tokens(connection, number, site.now(), token)
        if not names:
            raise NotThere("you have no such token", "look at your tokens")
        Keeper(connection, person.by, site.now()).note(What.TOKEN_REVOKED, names[0])
    return RedirectResponse(f"{_PATH}?done=token#tokens", 303)


def _mine(
    request: Request,
    site: TheSite,
    visitor: tuple[Visitor, int],
    made: ApiToken | None = None,
    secret: str = "",
) -> Response:
    person, number = visitor
    with site.reading() as connection:
        context = {
            "account": account(connection, number),
            "sessions": sessions_of(connection, number),
            "tokens": tokens_of(connection, number),
            "grants": [grant for grant in Grant if person.may(grant.role)],
            "lasting": DAYS,
            "now": site.now(),
            "made": made,
            "secret": secret,
            "done": request.query_params.get("done", ""),
        }
    answer = page(request, "account.html", context)
    answer.headers.update(_UNKEPT)
    return answer
