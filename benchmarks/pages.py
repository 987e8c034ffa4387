"""How fast and how heavy the pages of a large dossier are.

    python benchmarks/pages.py DOSSIER [--each 40] [--only PAGE] [--slow MS] [--write FILE]

Every page is asked for in this process, for many records, documents and pairs of sides that are
drawn at random with a fixed seed, once with nothing kept from earlier requests and once again.
Times are processor time of the server, in milliseconds, so that a busy machine does not count: the
median and the 95th percentile; weights are of the answer in kB, the heaviest. Before the first
request it is waited for what a server reads when it starts: the world, the map, the templates and
the chart library. Demanded: 150 ms at the 95th percentile, 250 kB.
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from pathlib import Path
from time import process_time
from types import MappingProxyType
from urllib.parse import quote_plus, urlencode

from fastapi.testclient import TestClient

from communique.pipeline.knowledge import lazily
from communique.store.catalogue import Period, list_documents, list_parties
from communique.store.dossier import Connection, Mode, open_dossier
from communique.store.listing import all_ids
from communique.store.persons import list_person_ids, names_of
from communique.web.app import create_app
from communique.web.links import document_address, record_address
from communique.web.site import Site
from communique.web.warming import warm

# Most named parties, of which pairs are drawn.
_PARTIES = 14
_LISTS = (
    *("/relationship", "/timeline", "/undertakings", "/commitments", "/instruments", "/figures"),
    *("/people", "/map", "/map/routes", "/documents", "/findings", "/review"),
)
_PLAIN = ("/", "/about", "/parties", "/decisions", "/add")
# Filters of pages, of the whole dossier and between two sides: what they are asked for besides.
_FILTERED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "/timeline": (
            *("place=Brussels", "status=planned", "status=cancelled", "kind=commitment"),
            *("kind=instrument&kind=event", "since=2022&until=2023-06", "person={person}"),
        ),
        "/undertakings": ("every=1", "since=2023&until=2023", "person={person}"),
        "/commitments": (
            *("grade=pledged", "grade=agreed", "grade=delivered", "finance=grant"),
            *("finance=untold", "payer=European+Union", "currency=EUR", "least=100000000"),
            *("grade=pledged&currency=USD&least=1000000", "add_up=1", "since=2023&until=2023"),
            *("add_up=1&grade=pledged", "add_up=1&finance=untold", "add_up=1&least=1"),
            *("add_up=1&currency=USD", "add_up=1&payer=United+States"),
        ),
        "/instruments": ("type=memorandum", "step=signed", "step=ratified", "since=2023"),
        "/figures": ("indicator=exports", "indicator=gdp", "since=2022&until=2022"),
        "/people": ("person={person}", "since=2023&until=2023", "until=2021"),
        "/map": ("show=named", "person={person}", "show=named&person={person}", "since=2023"),
        "/documents": ("title=summit", "publisher=kremlin", "copied=1", "person={person}"),
        "/findings": (
            *("severity=error", "severity=warning", "code=ARI", "code=COM4"),
            *("since=2023&until=2023", "person={person}", "severity=computed"),
        ),
        "/review": ("why=errors", "why=conflicts", "why=sums", "why=single&kind=event"),
    }
)
_WORDS = ("agreement", "minister trade", "energy", "Ukraine", "climate finance", "visit", "zebra")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a page took.

    Attributes:
        cold: Milliseconds of each request with nothing kept.
        warm: Milliseconds of the same requests again.
        weight: kB of the heaviest answer.
        failed: Addresses that were not answered with 200.
    """

    cold: tuple[float, ...]
    warm: tuple[float, ...]
    weight: float
    failed: tuple[str, ...]


def addresses(connection: Connection, each: int, draw: random.Random) -> dict[str, list[str]]:
    """The addresses to ask for, by what they are called in the table."""
    parties = [row.code or row.name for row in list_parties(connection)[:_PARTIES]]
    pairs = list(combinations(parties, 2))
    draw.shuffle(pairs)
    sides = [urlencode([("between", one), ("between", other)]) for one, other in pairs[:each]]
    found = {path: [path, *(f"{path}?{told}" for told in sides)] for path in _LISTS}
    found |= {path: [path] * 5 for path in _PLAIN}
    known = names_of(connection, list_person_ids(connection)[:1])
    person = quote_plus(next((one.name for one in known.values()), "nobody"))
    few = ["", *(f"&{pair}" for pair in sides[: max(each // 5, 1)])]
    for path, told in _FILTERED.items():
        asked = [one.format(person=person) for one in told]
        found[f"{path}?…"] = [f"{path}?{one}{pair}" for one in asked for pair in few]
    found["/search"] = [f"/search?{urlencode({'q': words})}" for words in _WORDS]
    keys = [row.key for row in list_documents(connection, Period())]
    found["/documents/…"] = [document_address(k) for k in draw.sample(keys, min(each, len(keys)))]
    by_kind: dict[str, list[str]] = {}
    for ident in all_ids(connection):
        by_kind.setdefault(ident.partition(".")[0], []).append(ident)
    for kind, idents in sorted(by_kind.items()):
        chosen = draw.sample(idents, min(each, len(idents)))
        path = "/people/…" if kind == "person" else f"/records/{kind}…"
        found[path] = [
            f"/people/{ident}" if kind == "person" else record_address(ident) for ident in chosen
        ]
    return found


def measured(client: TestClient, site: Site, asked: Sequence[str]) -> Measured:
    """Ask for addresses, first with nothing kept, then again."""
    cold, warm, weights, failed = [], [], [0.0], []
    for address in asked:
        site.cache.clear()
        for times in (cold, warm):
            begun = process_time()
            answer = client.get(address)
            times.append((process_time() - begun) * 1000)
        weights.append(len(answer.content) / 1000)
        if answer.status_code != 200:
            failed.append(address)
    return Measured(tuple(cold), tuple(warm), max(weights), tuple(failed))


def p95(times: Sequence[float]) -> float:
    """The 95th percentile, by linear interpolation."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def rows(found: dict[str, Measured]) -> Iterator[str]:
    """The table, in Markdown."""
    yield "| page | asked | median | p95 | p95, kept | kB |"
    yield "|---|---|---|---|---|---|"
    for path, told in found.items():
        failed = f" ({len(told.failed)} failed)" if told.failed else ""
        cells = (
            f"`{path}`{failed}",
            str(len(told.cold)),
            f"{statistics.median(told.cold):.0f}",
            f"{p95(told.cold):.0f}",
            f"{p95(told.warm):.0f}",
            f"{told.weight:.0f}",
        )
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier")
    parser.add_argument("--each", type=int, default=40, help="addresses of each page")
    parser.add_argument("--only", default="", help="pages whose name in the table begins so")
    parser.add_argument("--slow", type=float, help="tell requests that took more milliseconds")
    parser.add_argument("--write", type=Path, help="Markdown page to write the table into")
    told = parser.parse_args()
    known = lazily()
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()  # noqa: E731
    with open_dossier(told.dossier, Mode.READ) as dossier:
        site = Site(dossier=dossier, known=known, now=now, author="bench")
        with dossier.reading() as connection:
            asked = addresses(connection, told.each, random.Random(7))
        app = create_app(site)
        with TestClient(app) as client:
            warm(site, app.state.templates)
            client.get("/instruments?between=KZ&between=EU")
            chosen = {path: some for path, some in asked.items() if path.startswith(told.only)}
            found = {path: measured(client, site, some) for path, some in chosen.items()}
    table = "\n".join(rows(found))
    print(table)
    for path, one in found.items():
        for address in one.failed:
            print(f"failed: {path}: {address}")
        for address, took in zip(chosen[path], one.cold, strict=True):
            if told.slow is not None and took > told.slow:
                print(f"slow: {took:.0f} ms: {address}")
    if told.write is not None:
        told.write.write_text(f"{__doc__ or ''}\n{table}\n")


if __name__ == "__main__":
    main()
