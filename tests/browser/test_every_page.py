"""Every page, wide and narrow, light and dark: nothing goes wrong, and everybody can use it."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from browsing import serving
from everypage import FAULTS, FILES, TEAM, filled, sided, tried
from team import PASSWORD, Team

pytestmark = [pytest.mark.model, pytest.mark.browser]

PAGES = [*tried(), *sided("between=KZ&between=EU")]
# Sides of which nothing is told.
EMPTY = sided("between=OM&between=PE")
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# Bytes of a page with all that it needs.
HEAVIEST = 250_000
# Axe leaves this rule out unless it is asked for.
ASKED = {"rules": {"target-size": {"enabled": True}}}
# What the policy refused is told by an event; it is heard from the first line of a page on.
LISTENING = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  refused.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
WEIGHT = """
[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .reduce((sum, entry) => sum + entry.decodedBodySize, 0)
"""


@pytest.fixture(scope="module")
def looking(browser):
    """A page in which one address after the other is opened, and all that goes wrong in it."""
    context = browser.new_context()
    context.add_init_script(LISTENING)
    opened = context.new_page()
    opened.faults = []
    opened.asked = []
    opened.on("pageerror", lambda error: opened.faults.append(str(error)))
    opened.on("console", lambda told: told.type == "error" and opened.faults.append(told.text))
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    context.close()


@pytest.fixture(scope="module")
def axe():
    """Says what keeps people from using a page: evaluated in it, with the policy left on."""
    script = AXE_FILE_PATH.read_text(encoding="utf-8")

    def looked(page):
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        found = page.evaluate("asked => axe.run(asked)", ASKED)
        return [
            f"{one['id']}: {node['html'][:200]} {node['failureSummary']}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    return looked


def seen(looking, address, status=200):
    """Open an address, wide and light; all that a page must be from the start."""
    looking.faults.clear()
    looking.asked.clear()
    looking.set_viewport_size(WIDE)
    looking.emulate_media(color_scheme="light")
    # Within one page, a step to another place would load nothing.
    looking.goto("about:blank")
    answer = looking.goto(address)
    assert answer.status == status
    assert looking.faults == ([] if status == 200 else [told_by_chromium(status)])
    assert looking.evaluate("refused") == []
    hosts = {urlsplit(url).netloc for url in looking.asked if url.startswith("http")}
    assert hosts == {urlsplit(address).netloc}
    assert looking.evaluate(WEIGHT) <= HEAVIEST


def told_by_chromium(status):
    """Chromium calls any page that is an error page a fault of its address."""
    meant = {404: "Not Found", 400: "Bad Request", 422: "Unprocessable Entity"}[status]
    told = "Failed to load resource: the server responded with a status of"
    return f"{told} {status} ({meant})"


def filled_in(address, found):
    (known,) = filled([address], found) or [None]
    assert known is not None, f"tests/everypage.py does not tell what {address} stands for"
    return known


def overhang(looking):
    """Pixels by which the page is wider than the window."""
    return looking.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def usable(looking, axe):
    """Axe finds nothing in both looks, and nothing sticks out of a narrow window."""
    assert axe(looking) == []
    assert overhang(looking) == 0
    looking.set_viewport_size(NARROW)
    looking.emulate_media(color_scheme="dark")
    assert overhang(looking) == 0
    assert axe(looking) == []


@pytest.mark.parametrize("address", PAGES)
def test_nothing_goes_wrong_on_a_page_and_everybody_can_use_it(looking, served, axe, address):
    root, found = served
    seen(looking, root + filled_in(address, found))
    assert looking.inner_text("main h1")
    usable(looking, axe)


@pytest.mark.parametrize("address", EMPTY)
def test_a_page_without_anything_holds_its_layout(looking, served, address):
    seen(looking, served[0] + address)
    looking.set_viewport_size(NARROW)
    assert overhang(looking) == 0


@pytest.mark.parametrize("address", FAULTS)
def test_pages_that_tell_of_faults_are_pages_like_others(looking, served, axe, address):
    status = 404 if "between" not in address else 400
    seen(looking, served[0] + address, status)
    usable(looking, axe)


def test_pages_of_a_team_are_pages_like_others(looking, own_dossier, axe):
    with serving(Team(own_dossier).app) as root:
        seen(looking, f"{root}/sign-in")
        usable(looking, axe)
        looking.fill("input[name=name]", "Ada")
        looking.fill("input[name=password]", PASSWORD)
        looking.get_by_role("button", name="Sign in").click()
        looking.get_by_role("link", name="Your account: Ada").wait_for()
        for path in TEAM[1:]:
            seen(looking, root + path)
            usable(looking, axe)


def test_files_are_no_pages(served, looking):
    root, found = served
    named = found | {"key": found["document"], "ident": found["figure"], "ending": "bib"}
    for path in sorted(FILES - {"/add/{ident}/progress", "/records/{ident}/citation.{ending}"}):
        answer = looking.request.get(root + path.format_map(named))
        assert answer.status == 200, path
        assert "html" not in answer.headers["content-type"], path
