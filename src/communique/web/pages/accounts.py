"""The accounts of a team, for those who look after them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from communique.model.account import ROLES, Account, Role
from communique.store.accounts import list_accounts
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.team.accounts import Keeper, readable_name, role_of
from communique.web.team.secrets import first_password
from communique.web.visitors import Administrator, TheSite, genuine

router = APIRouter()
_PATH = "/accounts"
_UNKEPT = {"Cache-Control": "no-store"}


@router.get(_PATH)
def accounts(request: Request, site: TheSite, visitor: Administrator, number: int = 1) -> Response:
    """All accounts, by name."""
    return _accounts(request, site, page_number=number)


@router.post(_PATH, dependencies=[Depends(genuine)])
def add(
    request: Request,
    site: TheSite,
    visitor: Administrator,
    name: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = Role.READER.value,
) -> Response:
    """Make an account; this answer alone tells its first password.

    Raises:
        BadOption: Name or role is none, or the name is taken.
    """
    _writable(site)
    told, chosen = readable_name(name), role_of(role)
    password = first_password()
    hashed = site.passwords.hash(password)
    with site.dossier.writing(changes=False) as connection:
        made = Keeper(connection, visitor.by, site.now()).add(told, hashed, chosen)
    return _accounts(request, site, made, password)


@router.post(f"{_PATH}/{{number}}/role", dependencies=[Depends(genuine)])
def change_role(
    site: TheSite, visitor: Administrator, number: int, role: Annotated[str, Form()] = ""
) -> Response:
    """Give an account another role.

    Raises:
        BadOption: The role is none, or nobody would be left who looks after accounts.
    """
    _writable(site)
    chosen = role_of(role)
    with site.dossier.writing(changes=False) as connection:
        keeper = Keeper(connection, visitor.by, site.now())
        keeper.change_role(keeper.numbered(number), chosen)
    return RedirectResponse(f"{_PATH}?done=role", 303)


@router.post(f"{_PATH}/{{number}}/password", dependencies=[Depends(genuine)])
def reset(request: Request, site: TheSite, visitor: Administrator, number: int) -> Response:
    """Give an account another password; this answer alone tells it.

    Raises:
        BadOption: There is no such account.
    """
    _writable(site)
    password = first_password()
    hashed = site.passwords.hash(password)
    with site.dossier.writing(changes=False) as connection:
        keeper = Keeper(connection, visitor.by, site.now())
        told = keeper.numbered(number)
        keeper.reset_password(told, hashed)
    return _accounts(request, site, told, password)


@router.post(f"{_PATH}/{{number}}/close", dependencies=[Depends(genuine)])
def close(site: TheSite, visitor: Administrator, number: int) -> Response:
    """Close an account.

    Raises:
        BadOption: There is no such account, or nobody would be left who looks after accounts.
    """
    _writable(site)
    with site.dossier.writing(changes=False) as connection:
        keeper = Keeper(connection, visitor.by, site.now())
        keeper.close(keeper.numbered(number))
    return RedirectResponse(f"{_PATH}?done=close", 303)


@router.post(f"{_PATH}/{{number}}/reopen", dependencies=[Depends(genuine)])
def reopen(site: TheSite, visitor: Administrator, number: int) -> Response:
    """Open a closed account again.

    Raises:
        BadOption: There is no such account.
    """
    _writable(site)
    with site.dossier.writing(changes=False) as connection:
        keeper = Keeper(connection, visitor.by, site.now())
        keeper.reopen(keeper.numbered(number))
    return RedirectResponse(f"{_PATH}?done=reopen", 303)


def _writable(site: Site) -> None:
    # Those of a team can be changed also where contents can't.
    if not site.team:
        site.must_be_writable()


def _accounts(
    request: Request,
    site: TheSite,
    told: Account | None = None,
    password: str = "",
    page_number: int = 1,
) -> Response:
    with site.reading() as connection:
        found = list_accounts(connection)
    pager = Pager.of_list(page_number, len(found), _PATH)
    context = {
        "accounts": pager.cut(found),
        "pager": pager,
        "roles": ROLES,
        "told": told,
        "password": password,
        "done": request.query_params.get("done", ""),
    }
    answer = page(request, "accounts.html", context)
    answer.headers.update(_UNKEPT)
    return answer
