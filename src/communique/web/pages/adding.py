"""Adding documents: an address, a text or files; live progress; what was found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile
from fastapi.responses import JSONResponse, RedirectResponse

from communique.errors import BadOption, InputError
from communique.model.raw import GivenDocument
from communique.sources.examples import examples
from communique.sources.reader import Found, failure
from communique.sources.registry import read_all
from communique.sources.uploads import read_upload
from communique.store.browsing import has_documents
from communique.views.findings import list_findings, standing
from communique.views.gist import gists_of
from communique.web.faults import NotThere
from communique.web.rendering import counted, page, short
from communique.web.visitors import Reviewer, TheSite, Visitor, genuine
from communique.web.workshop import Job, Workshop, workshop_of

router = APIRouter()
#: Bytes of a file.
MOST = 20_000_000
_MOST_FILES = 200
# Characters of the first words of a text that name it.
_NAME = 70
# Documents whose contents the result page tells.
_TOLD = 20


@router.get("/add")
def adding(request: Request, site: TheSite, visitor: Reviewer, sort: str = "address") -> Response:
    """The forms."""
    with site.reading() as connection:
        context = {"sort": sort, "is_empty": not has_documents(connection)}
    return page(request, "adding.html", context)


@router.post("/add/address", dependencies=[Depends(genuine)])
def add_addresses(
    request: Request, site: TheSite, visitor: Reviewer, addresses: Annotated[str, Form()] = ""
) -> Response:
    """Fetch and add the documents of web addresses, one on each line.

    Raises:
        BadOption: There is none.
    """
    told = list(dict.fromkeys(addresses.split()))[:_MOST_FILES]
    if not told:
        raise BadOption("the address", "there is none", "paste one into the field")
    workshop = workshop_of(request)
    what = told[0] if len(told) == 1 else counted(len(told), "address", "addresses")
    return _begun(request, visitor, what, lambda: _fetched(workshop, told))


@router.post("/add/text", dependencies=[Depends(genuine)])
def add_text(
    request: Request,
    site: TheSite,
    visitor: Reviewer,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form(max_length=2000)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    publisher: Annotated[str, Form(max_length=500)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Add a text.

    Raises:
        BadOption: It is empty.
    """
    # Browsers send the ends of lines as two signs.
    plain = text.replace("\r\n", "\n").strip()
    if not plain:
        raise BadOption("the text", "it is empty", "paste what is to be read")
    given = GivenDocument(
        address="the text that was pasted",
        id=None if title.strip() else _called(plain),
        text=plain,
        title=title.strip() or None,
        published=published.strip() or None,
        publisher=publisher.strip() or None,
        url=url.strip() or None,
    )
    return _begun(request, visitor, title.strip() or "a text", lambda: [given])


def _called(text: str) -> str:
    """What a text without a title is called: its first words; a digest tells it from others."""
    return f"“{short(text, _NAME)}” ({sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]})"


@router.post("/add/files", dependencies=[Depends(genuine)])
def add_files(
    request: Request,
    site: TheSite,
    visitor: Reviewer,
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Add the documents of files.

    Raises:
        BadOption: There is none, or there are too many.
    """
    told = [file for file in files or () if file.filename]
    if not told:
        raise BadOption("the file", "there is none", "choose one, or drop it on the page")
    if len(told) > _MOST_FILES:
        remedy = f"hand over {_MOST_FILES} at a time, or use `communique add`"
        raise BadOption(f"{len(told)} files", "that is too many at once", remedy)
    # The files are gone when the answer is sent.
    contents = [(file.filename or "a file", file.file.read(MOST + 1)) for file in told]
    what = contents[0][0] if len(contents) == 1 else counted(len(contents), "file")
    return _begun(request, visitor, what, lambda: _uploaded(contents))


@router.post("/add/example", dependencies=[Depends(genuine)])
def add_example(request: Request, site: TheSite, visitor: Reviewer) -> Response:
    """Add the example documents that ship with the program."""
    folder = str(examples())
    what = "the example: Kazakhstan and the European Union"
    return _begun(request, visitor, what, lambda: read_all((folder,), BytesIO()))


@router.get("/add/{ident}")
def added(request: Request, ident: str, site: TheSite, visitor: Reviewer) -> Response:
    """How far a job is; in the end what was found, and what does not add up."""
    job = _job(request, ident)
    keys = [entry.key for entry in job.entries if entry.key]
    with site.reading() as connection:
        gists = gists_of(connection, keys[:_TOLD], site.wording) if job.state.is_over else ()
        wanted = replace(standing(site.today), documents=frozenset(keys))
        found = list_findings(connection, wanted) if keys and job.state.is_over else ()
    context = {"job": job, "gists": gists, "findings": found, "keys": keys}
    return page(request, "added.html", context)


@router.get("/add/{ident}/progress")
def progress(request: Request, ident: str, site: TheSite, visitor: Reviewer) -> JSONResponse:
    """How far a job is, for the script of its page."""
    job = _job(request, ident)
    told = {
        "over": job.state.is_over,
        "state": job.state.value,
        "step": job.step,
        "read": len(job.entries),
    }
    return JSONResponse(told)


def _job(request: Request, ident: str) -> Job:
    job = workshop_of(request).job(ident)
    if job is None:
        reason = "nothing is known of this addition any more"
        raise NotThere(reason, "what was added is in the dossier")
    return job


def _begun(
    request: Request, visitor: Visitor, what: str, found: Callable[[], Iterable[Found]]
) -> Response:
    job = workshop_of(request).take_on(visitor, what, found)
    return RedirectResponse(f"/add/{job.ident}", 303)


def _fetched(workshop: Workshop, addresses: Iterable[str]) -> Iterator[Found]:
    for address in addresses:
        try:
            yield workshop.fetcher.fetch(address)
        except InputError as error:
            yield failure(address, error)


def _uploaded(contents: Iterable[tuple[str, bytes]]) -> Iterator[Found]:
    for name, content in contents:
        try:
            if len(content) > MOST:
                reason = f"it is larger than {MOST // 1_000_000} MB"
                raise BadOption(name, reason, "use `communique add`, or hand it over in parts")
            yield from read_upload(name, content, MOST)
        except InputError as error:
            yield failure(name, error)
