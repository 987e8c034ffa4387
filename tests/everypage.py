"""All pages of the web application, by the routes that it has: a new one can't be forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from urllib.parse import quote

from fastapi.routing import APIRoute

from communique.store.catalogue import Period, list_documents, list_stories
from communique.store.dossier import Connection
from communique.store.findings import WantedFindings, list_findings
from communique.store.listing import all_ids, load_records
from communique.web.pages.registry import NAVIGATION, PAGES

#: Routes that answer with files or data, not with pages.
FILES = frozenset(
    {
        "/add/{ident}/progress",
        "/decisions.jsonl",
        "/documents/{key}/citation.{ending}",
        "/records/{ident}/citation.{ending}",
        "/charts/figures/{ident}.svg",
        "/charts/figures/{ident}/small.svg",
    }
)
#: Routes that lead on to another page.
LEADING_ON = frozenset({"/tokens"})
#: Pages for those who sign in.
TEAM = ("/sign-in", "/account", "/accounts", "/audit")
KINDS = ("event", "instrument", "commitment", "figure", "office")
# Addresses to try for a route; one without parameters that is not told here is tried as it is.
_TRIED: Mapping[str, tuple[str, ...]] = {
    "/add/{ident}": ("/add/{job}",),
    "/documents/{key}": (
        "/documents/{document}",
        "/documents/{claimed}?claim={claim}#words",
        "/documents/{copy}",
    ),
    "/documents/{key}/add-claim": (
        "/documents/{document}/add-claim",
        "/documents/{document}/add-claim?from=0&to=40&kind=event",
    ),
    "/people/{ident}": ("/people/{person}",),
    "/records/{ident}": tuple(f"/records/{{{kind}}}" for kind in KINDS),
    "/review/{ident}": tuple(f"/review/{{{kind}}}" for kind in KINDS),
    "/rules/{code}": ("/rules/{rule}",),
    "/stories/{number}": ("/stories/{story}",),
    "/search": ("/search", "/search?q=Astana", "/search?q=nowhere"),
    "/map": ("/map", "/map?show=named"),
    "/map/routes": ("/map/routes", "/map/routes?view=world"),
    "/findings": ("/findings", "/findings?silenced=1"),
    "/commitments": ("/commitments", "/commitments?since=1990&until=1991"),
    "/embed/ledger": ("/embed/ledger", "/embed/ledger?between=KZ&between=EU"),
    "/timeline": ("/timeline", "/timeline?since=2024&until=2024"),
}
#: Pages that no route leads to.
FAULTS = ("/nowhere", "/records/event.nothing", "/relationship?between=Atlantis&between=EU")


def routes() -> Iterator[str]:
    """Paths of all routes that can be read."""
    for router in PAGES:
        for route in router.routes:
            if isinstance(route, APIRoute) and "GET" in (route.methods or ()):
                yield route.path


def tried() -> list[str]:
    """What to try for each page but those of a team.

    Names in braces stand where something of the dossier belongs. A route that is not known here is
    among them as it is.
    """
    pages = [path for path in routes() if path not in FILES | LEADING_ON | set(TEAM)]
    return [address for path in pages for address in _TRIED.get(path, (path,))]


def sided(query: str) -> list[str]:
    """The pages of the navigation for some sides."""
    return [f"{entry.path}?{query}" for entry in NAVIGATION]


def places(connection: Connection) -> dict[str, str]:
    """What the names in braces stand for in a dossier; those are left out that it has not."""
    found = {}
    for kind in (*KINDS, "person"):
        idents = [ident for ident in all_ids(connection) if ident.startswith(f"{kind}.")]
        listed = list(load_records(connection, idents))
        if listed:
            most = max(listed, key=lambda one: len(one.record.claims)).record
            found[kind] = most.id
            found["claim"], found["claimed"] = most.claims[0].claim, most.claims[0].document
    documents = list_documents(connection, Period())
    if documents:
        found["document"] = max(documents, key=lambda one: one.claims).key
    stories = list_stories(connection)
    if stories:
        longest = max(stories, key=len)
        found |= {"story": str(longest[0].story), "copy": longest[0].key}
    for kept in list_findings(connection, WantedFindings())[:1]:
        found["rule"] = kept.finding.code
    return {name: quote(value, safe="") for name, value in found.items()}


def filled(addresses: Iterable[str], found: Mapping[str, str]) -> list[str]:
    """Addresses with the names in braces filled in, without those that a dossier can't fill."""
    told = []
    for address in dict.fromkeys(addresses):
        names = {name for _, name, _, _ in Formatter().parse(address) if name}
        if names <= set(found):
            told.append(address.format_map(found))
    return told
