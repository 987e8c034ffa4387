"""Makes the application of the JSON interface."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from communique import __version__
from communique.errors import CommuniqueError
from communique.web.api.answers import Json, Problem, Unchanged, fresh
from communique.web.api.known import only_known
from communique.web.api.registry import READING, WRITING
from communique.web.faults import WebFault, status_of
from communique.web.site import Site
from communique.web.visitors import Role, needs
from communique.web.workshop import Workshop

_ABOUT = """\
All that the pages tell, as JSON. Lists come in pages: `next` of one is `cursor` of the next.
Answers bear an ETag; send it back as `If-None-Match`. Sides, period and person are asked for as on
the pages; a parameter that a resource does not know is refused. Where people sign in, send a token
as `Authorization: Bearer …`. What changes something needs that token, or the header `X-CSRF-Token`
of a page."""
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": told, "content": {"application/problem+json": {}}}
    for status, told in (
        (400, "A parameter means nothing."),
        (401, "Somebody has to sign in."),
        (403, "The account may not do this."),
        (404, "There is none."),
        (422, "A parameter is of another form."),
    )
}


def create_api(site: Site, workshop: Workshop) -> FastAPI:
    """The JSON interface of a site."""
    api = FastAPI(
        title="communique",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        default_response_class=Json,
        responses=_PROBLEMS,
    )
    api.state.site = site
    api.state.workshop = workshop
    api.middleware("http")(_tagged)
    reading = [Depends(needs(Role.READER)), Depends(only_known), Depends(fresh)]
    for router in READING:
        api.include_router(router, dependencies=reading)
    for router in WRITING:
        api.include_router(router)
    api.add_exception_handler(WebFault, _fault)
    api.add_exception_handler(CommuniqueError, _refusal)
    api.add_exception_handler(HTTPException, _http_fault)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(Unchanged, _unchanged)
    return api


async def _tagged(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await answer(request)
    tag = getattr(request.state, "tag", None)
    if tag is not None and response.status_code == 200:
        response.headers["ETag"] = tag
    return response


def problem(status: int, title: str, detail: str, kind: str = "about:blank") -> Response:
    """The answer that tells a problem."""
    told = {"type": kind, "title": title, "status": status, "detail": detail}
    return Json(told, status, media_type="application/problem+json")


def _fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, WebFault)
    return problem(fault.status, fault.told, fault.remedy)


def _refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, CommuniqueError)
    status = status_of(error)
    return problem(status, f"{error.subject}: {error.reason}", error.remedy, error.code)


def _http_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = problem(error.status_code, str(error.detail), "see openapi.json")
    response.headers.update(error.headers or {})
    return response


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{entry['loc'][-1]}: {entry['msg']}" for entry in error.errors())
    return problem(422, told or "the request is not complete", "see openapi.json")


def _unchanged(request: Request, unchanged: Exception) -> Response:
    assert isinstance(unchanged, Unchanged)
    return Response(status_code=304, headers={"ETag": unchanged.tag})
