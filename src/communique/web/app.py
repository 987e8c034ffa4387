"""Makes the web application of a site."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from communique import __version__
from communique.errors import CommuniqueError
from communique.web.api.app import create_api, problem
from communique.web.faults import SignInFirst, WebFault, status_of
from communique.web.links import with_query
from communique.web.pages.registry import NAVIGATION, PAGES
from communique.web.rendering import environment, page
from communique.web.security import guarded, tell_browsers
from communique.web.site import Site
from communique.web.team.visiting import met
from communique.web.workshop import Workshop

# What to do, where the remedy of an error speaks of the command line.
_ELSEWHERE = "go back, or look it up in the lists of this dossier"


def create_app(site: Site, workshop: Workshop | None = None) -> FastAPI:
    """The application that serves a site.

    Args:
        site: The site.
        workshop: Adds documents; one of its own where none is given.
    """
    working = workshop or Workshop(site)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if site.team:
            # Made ahead, so that the first unknown name takes no longer than others.
            await run_in_threadpool(lambda: site.passwords.nobodys)
        yield
        working.close()
        # Nothing may write when the dossier is closed.
        await run_in_threadpool(site.checking.close)

    app = FastAPI(
        title="communique",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
    )
    app.state.workshop = working
    app.state.site = site
    app.state.templates = environment(site.wording)
    app.state.navigation = NAVIGATION
    # The last comes first: nothing is looked up for what is refused at the door.
    app.middleware("http")(met)
    app.middleware("http")(guarded)
    for router in PAGES:
        app.include_router(router, include_in_schema=False)
    static = str(files("communique.web") / "static")
    app.mount("/static", StaticFiles(directory=static), name="static")
    app.state.api = create_api(site, working)
    app.mount("/api/v1", app.state.api, name="api")
    app.add_exception_handler(WebFault, _fault)
    app.add_exception_handler(CommuniqueError, _refusal)
    app.add_exception_handler(HTTPException, _http_fault)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _failed)
    return app


def _fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, WebFault)
    if isinstance(fault, SignInFirst):
        back = request.url.path if request.method == "GET" else "/"
        if request.method == "GET" and request.url.query:
            back = f"{back}?{request.url.query}"
        return RedirectResponse(with_query("/sign-in", [("back", back)]), 303)
    return error_page(request, fault.status, fault.reason, fault.remedy, fault.subject)


def _refusal(request: Request, error: Exception) -> Response:
    """What the dossier or the reader of parameters refuses."""
    assert isinstance(error, CommuniqueError)
    status = status_of(error)
    # What to type in a terminal is no help here.
    remedy = _ELSEWHERE if "communique " in error.remedy else error.remedy
    return error_page(request, status, error.reason, remedy, error.subject)


def _http_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/"):
        # A path with a line break leads to no part of the interface.
        return problem(error.status_code, str(error.detail), "see openapi.json")
    if error.status_code == 404:
        return error_page(request, 404, "there is no such page", "look for it, or begin anew")
    return error_page(request, error.status_code, str(error.detail), "go back and try again")


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{entry['loc'][-1]}: {entry['msg']}" for entry in error.errors())
    return error_page(request, 422, told or "the address is not complete", "mend the address")


def _failed(request: Request, error: Exception) -> Response:
    """What visitors see when the program has failed; the server's log tells the rest."""
    reason = f"the program failed on this page ({type(error).__name__})"
    remedy = "try again; if it fails again, please report it with the address of the page"
    answer = error_page(request, 500, reason, remedy)
    # It is made outside of what tells browsers about other answers.
    tell_browsers(request, answer)
    return answer


def error_page(
    request: Request, status: int, reason: str, remedy: str, subject: str = ""
) -> Response:
    """A page that says what went wrong and what to do."""
    context = {"status": status, "reason": reason, "remedy": remedy, "subject": subject}
    return page(request, "error.html", context, status=status)
