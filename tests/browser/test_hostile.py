"""Documents that mean harm: nothing of them runs, leads astray, or breaks the layout."""

from dataclasses import dataclass

import pytest

from browsing import serving
from communique.claims.identity import identified
from communique.model.claim import Actor, Party, Person
from communique.model.extraction import Extraction
from communique.model.mention import PersonMention
from communique.model.terms import ActorRole
from communique.pipeline.adding import Adder
from communique.pipeline.keeping import Keeper
from communique.store.dossier import Mode, open_dossier
from communique.web.app import create_app
from everypage import filled, places, tried
from factory import commitment, day, event, figure, instrument, office
from filling import SentenceStages, given, knowledge, settle
from serving import NOON, site_on

pytestmark = pytest.mark.browser

SCRIPT = "<script>window.hit = 1; alert(1)</script>"
IMAGE = "\"'><img src=x onerror='window.hit = 1'><svg onload=alert(1)>"
LINK = "javascript:window.hit=1"
TURNED = "\u202egnirts\u2066 \u2067abc"
LONG = "Langwort" * 625
ALL = f"{SCRIPT} {IMAGE} {LINK} {TURNED} {{{{ 7 * 7 }}}}"
TEXT = f"{ALL}\n\nOman and Peru met.\n\n{LONG}\n\n</p></article></main>{SCRIPT}"
BEGIN = TEXT.index("Oman and Peru met")


@dataclass(frozen=True)
class HostileStages(SentenceStages):
    """Finds claims of every kind, full of what means harm, in any text."""

    def _extraction(self, raw):
        document = super()._extraction(raw).document
        at = document.text.index("Oman and Peru met")
        host = Actor(ActorRole.HOST, Party(ALL, None), Person(IMAGE))
        guest = Actor(ActorRole.PARTICIPANT, Party(LONG, None), Person(LONG))
        told = [
            event(start=at, actors=(host, guest), title=ALL, place=LONG, when=day("2024-05-01")),
            instrument("Oman", at, name=LONG, parties=(Party(ALL, None), Party("Peru", "PE"))),
            commitment("Oman", at, action=ALL, by=(Party(LONG, None),), attributed_to=SCRIPT),
            figure("Peru", at + 9, label=LONG, about=(Party(ALL, None),), period=day("2024-05-01")),
            office("met", at + 14, person=Person(IMAGE), post=LONG, party=Party(ALL, None)),
        ]
        mentions = (PersonMention(start=at, end=at + 4, text="Oman", name=IMAGE),)
        return Extraction(document, mentions, identified(document, told), extractor=self.method)


@dataclass(frozen=True)
class HostileLoader:
    def __call__(self):
        return HostileStages()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Such a dossier, served, and what there is to look at."""
    path = tmp_path_factory.mktemp("hostile") / "dossier.db"
    harm = {"title": ALL + LONG, "publisher": IMAGE + LONG, "url": LINK}
    with open_dossier(str(path), Mode.WRITE) as dossier:
        adder = Adder(dossier, Keeper(knowledge, "test"), HostileLoader(), 1, lambda: NOON)
        copy = TEXT.replace("met.", "met again.")
        list(adder.add([given(SCRIPT, TEXT, **harm), given(IMAGE, copy, title=IMAGE)]))
        settle(dossier)
        with dossier.reading() as connection:
            found = places(connection) | {"rule": "CAL209"}
        with serving(create_app(site_on(dossier, hosts=frozenset({"127.0.0.1"})))) as address:
            yield address, found


@pytest.fixture(scope="module")
def wary(browser):
    """A narrow page that notes whatever runs."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.dialogs = []

    def dismissed(dialog):
        opened.dialogs.append(dialog.message)
        dialog.dismiss()

    opened.on("dialog", dismissed)
    yield opened
    context.close()


def harmed(page):
    """What of the harm was done."""
    return page.evaluate(
        """() => [
          ...("hit" in window ? ["a script ran"] : []),
          ...[...document.querySelectorAll("[href], [src], [action], [formaction]")]
            .flatMap(one => ["href", "src", "action", "formaction"].map(a => one.getAttribute(a)))
            .filter(told => /^\\s*(javascript|data|vbscript):/i.test(told ?? "")),
          ...[...document.querySelectorAll(
            "main img[src='x'], main svg[onload], script:not([src^='/static/'])")]
            .filter(one => one.type !== "application/ld+json")
            .map(one => one.outerHTML),
        ]"""
    )


@pytest.mark.parametrize("tried_address", [*tried(), "/search?q=Langwort", "/documents?title=%3C"])
def test_nothing_of_a_hostile_document_runs_and_the_layout_holds(hostile, wary, tried_address):
    root, found = hostile
    for address in filled([tried_address], found):
        wary.dialogs.clear()
        wary.goto("about:blank")
        assert wary.goto(root + address).status == 200
        assert harmed(wary) == []
        assert wary.dialogs == []
        assert wary.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_hostile_document_fills_nearly_all_pages(hostile):
    _, found = hostile
    assert {"document", "event", "commitment", "figure", "office", "instrument"} <= set(found)
