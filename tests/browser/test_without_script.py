"""Everything works in a browser that runs no script."""

import re

import pytest

from everypage import filled, tried

pytestmark = [pytest.mark.model, pytest.mark.browser]

TEXT = "Oman pledged 7 million euros to Peru for schools in Cusco on 5 June 2024."


@pytest.fixture(scope="module")
def plain(browser):
    """A page that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_add_trace_correct_and_search(plain, address):
    plain.goto(f"{address}/add")
    plain.fill("#text", TEXT)
    plain.fill("input[name=title]", "Oman and Peru")
    plain.get_by_role("button", name="Read it").click()
    # The page loads itself again until the text is read.
    plain.get_by_role("heading", name="Added Oman and Peru").wait_for(timeout=120_000)
    plain.get_by_role("link", name="Oman pledged 7 million euros").first.click()
    assert "7 million euros" in plain.inner_text("#words")
    plain.locator(".chosen").get_by_role("link", name="record", exact=True).click()
    ident = plain.url.split("/")[-1]
    plain.goto(f"{address}/review/{ident}")
    plain.locator("#edit summary").click()
    plain.fill("#edit-action", "build schools in Arequipa")
    plain.get_by_role("button", name="Save what changed").click()
    assert "Corrected" in plain.inner_text("[role=status]")
    plain.fill("#search-words", "Arequipa")
    plain.get_by_role("button", name="Search").first.click()
    plain.locator("section[aria-labelledby=records] a.record").first.click()
    assert "build schools in Arequipa" in plain.inner_text("main .slots")


@pytest.mark.parametrize("tried_address", tried())
def test_a_page_shows_what_it_has(plain, served, tried_address):
    root, found = served
    (address,) = filled([tried_address], found)
    assert plain.goto(root + address).status == 200
    assert plain.locator("main h1").is_visible()
    assert len(re.findall(r"\w+", plain.inner_text("main"))) > 10
