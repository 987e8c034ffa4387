"""A browser, and dossiers that are served to it."""

import os
import shutil
from functools import cache

import pytest

from browsing import REQUIRED, browser_running, program, serving
from communique.pipeline.adding import Adder
from communique.pipeline.checking import Checker
from communique.pipeline.deciding import Decider
from communique.pipeline.entering import entered
from communique.pipeline.keeping import Keeper
from communique.pipeline.settling import Settler
from communique.pipeline.stages import StagesLoader
from communique.pipeline.values import Reader
from communique.sources.examples import examples
from communique.sources.registry import read_all
from communique.store.dossier import Mode, open_dossier
from communique.store.findings import WantedFindings, list_findings
from communique.store.listing import load_record
from communique.web.app import create_app
from communique.web.workshop import Workshop
from everypage import places
from filling import knowledge
from serving import NOON, site_on

# Of both sides, an agency's and their own, with what does not add up.
_DOCUMENTS = (
    "2023-05-19-joint-statement-transport-round-table.md",
    "2023-06-05-government-bulletin-cholpon-ata.html",
    "2024-01-30-caspian-wire-transport-forum.html",
    "2024-01-31-orient-business-daily-memorandums.html",
    "2024-03-12-fact-sheet-kazakhstan-eu.md",
    "wire-schinas-in-astana.txt",
)


@pytest.fixture(scope="session")
def browser():
    path = program()
    if path is None:
        reason = "no browser: install chromium, or name one in COMMUNIQUE_BROWSER"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with browser_running(path) as started:
        yield started


@pytest.fixture(scope="session")
def stages():
    """Loads the language pipeline, once for all."""
    return cache(StagesLoader())


@pytest.fixture(scope="session")
def adder_to(stages):
    """Makes what adds documents to a dossier."""

    def made(dossier):
        keeper = Keeper(knowledge, "communique tests grammar")
        return Adder(dossier, keeper, stages, 1, lambda: NOON)

    return made


@pytest.fixture(scope="session")
def settle():
    """Brings records and findings of a dossier up to date."""

    def settled(dossier):
        list(Settler(dossier, knowledge).settle())
        list(Checker(dossier, knowledge).check())

    return settled


@pytest.fixture(scope="session")
def finished_dossier(tmp_path_factory, adder_to, settle):
    """A dossier of real documents, read by the real pipeline; not to be written to."""
    path = tmp_path_factory.mktemp("browser") / "dossier.db"
    with open_dossier(str(path), Mode.WRITE) as dossier:
        found = read_all([str(examples() / name) for name in _DOCUMENTS], None)
        list(adder_to(dossier).add(found))
        settle(dossier)
    return path


@pytest.fixture
def own_dossier(finished_dossier, tmp_path):
    """A copy of it that may be written to."""
    path = tmp_path / "dossier.db"
    shutil.copy(finished_dossier, path)
    with open_dossier(str(path), Mode.WRITE) as dossier:
        yield dossier


@pytest.fixture
def address(own_dossier, stages):
    """Where the copy is served."""
    site = site_on(own_dossier, hosts=frozenset({"127.0.0.1"}))
    with serving(create_app(site, Workshop(site, load=stages))) as found:
        yield found


@pytest.fixture(scope="session")
def lived_in(finished_dossier, tmp_path_factory):
    """A dossier on which people have decided; not to be written to."""
    path = tmp_path_factory.mktemp("lived-in") / "dossier.db"
    shutil.copy(finished_dossier, path)
    with open_dossier(str(path), Mode.WRITE) as dossier:
        with dossier.reading() as connection:
            found = places(connection)
            finding = list_findings(connection, WantedFindings())[0].ident
            event = load_record(connection, found["event"]).record.claims[0]
            post = load_record(connection, found["office"]).record.claims[0]

        def made(connection):
            decider = Decider(connection, Reader(knowledge().kin.named), "Ada", NOON, "as it says")
            return [
                decider.accept(str(event)),
                decider.correct(str(event), "place", "Almaty"),
                decider.reject(str(post)),
                decider.silence(finding),
            ]

        entered(dossier, knowledge, made)
        yield dossier


@pytest.fixture(scope="session")
def served(lived_in, stages):
    """Where it is served, and what there is to look at (`everypage.places`)."""
    site = site_on(lived_in, hosts=frozenset({"127.0.0.1"}))
    with lived_in.reading() as connection:
        found = places(connection)
    workshop = Workshop(site, load=stages)
    # Nothing is added: it is there already, and the page tells what was found in it.
    known = str(examples() / "2024-03-12-fact-sheet-kazakhstan-eu.md")
    found["job"] = workshop.begin("Ada", "a file", lambda: read_all([known], None)).ident
    with serving(create_app(site, workshop)) as address:
        yield address, found


@pytest.fixture
def page(browser):
    """A page that records what goes wrong in it."""
    context = browser.new_context(accept_downloads=True)
    opened = context.new_page()
    faults = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    opened.faults = faults
    yield opened
    context.close()
