"""What people come for, in a real browser, from a text to an export."""

import json
import re

import pytest

pytestmark = [pytest.mark.model, pytest.mark.browser]

TEXT = (
    "ASTANA, 6 June 2024. The Foreign Minister of Oman, Ali Rahimi, met the Foreign Minister of"
    " Peru, Rosa Quispe, in Muscat on 5 June 2024. Oman pledged 7 million euros to Peru for schools"
    " in Cusco."
)
# Takes some seconds on a busy machine.
PATIENT = 120_000
PLEDGE = "Oman pledged 7 million euros to Peru"


@pytest.fixture
def quiet_page(page):
    """A page in which nothing may go wrong."""
    yield page
    assert page.faults == []


def found_records(page, address, words):
    """The records that a search finds, as links."""
    page.goto(f"{address}/search?q={words}")
    return page.locator("section[aria-labelledby=records] a.record")


def forum(page, address):
    """The page of a forum in Almaty, found by its name; gives its id."""
    found_records(page, address, "Economic+Forum").first.click()
    page.wait_for_url("**/records/*")
    return page.url.rsplit("/", 1)[-1]


def corrected(page, address, ident, place):
    """Correct the place of an event as a reviewer does, by keys."""
    page.goto(f"{address}/review/{ident}")
    page.keyboard.press("e")
    page.fill("#edit-place", place)
    page.fill("#why-edit", "the minutes say so")
    page.get_by_role("button", name="Save what changed").click()
    page.get_by_role("status").wait_for()
    # What was done is told before the page listens to keys.
    page.wait_for_load_state()


def test_a_text_is_added_and_a_fact_traced_to_its_words(quiet_page, address):
    page = quiet_page
    page.goto(f"{address}/add")
    page.fill("#text", TEXT)
    page.fill("input[name=title]", "Oman and Peru in Muscat")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="Added Oman and Peru in Muscat").wait_for(timeout=PATIENT)
    page.get_by_role("link", name=PLEDGE).first.click()
    page.wait_for_selector("#words")
    assert "7 million euros" in page.inner_text("#words")
    assert page.locator("#words").is_visible()


def test_files_are_chosen_or_dropped_and_read(quiet_page, address, tmp_path):
    page = quiet_page
    told = tmp_path / "oman.txt"
    told.write_text(TEXT)
    page.goto(f"{address}/add")
    page.set_input_files("#files", [str(told)])
    page.get_by_role("button", name="Read them").click()
    page.get_by_role("heading", name=re.compile("^Added")).wait_for(timeout=PATIENT)
    assert page.get_by_role("link", name=PLEDGE).count()
    page.goto(f"{address}/add")
    page.evaluate(
        """told => {
          const carried = new DataTransfer();
          carried.items.add(new File([told], "kenya.txt", { type: "text/plain" }));
          const init = { dataTransfer: carried, bubbles: true, cancelable: true };
          document.querySelector("main").dispatchEvent(new DragEvent("drop", init));
        }""",
        TEXT.replace("Peru", "Kenya"),
    )
    page.get_by_role("heading", name=re.compile("^Added")).wait_for(timeout=PATIENT)
    assert page.get_by_role("link", name=PLEDGE.replace("Peru", "Kenya")).count()


def test_a_correction_outlasts_a_rebuild_and_is_found(
    quiet_page, address, own_dossier, adder_to, settle
):
    page = quiet_page
    ident = forum(page, address)
    corrected(page, address, ident, "Karaganda")
    adder = adder_to(own_dossier)
    renewed = list(adder.renew(adder.outdated(True)))
    settle(own_dossier)
    assert len(renewed) == 6
    found_records(page, address, "Karaganda").first.click()
    page.wait_for_url("**/records/*")
    told = page.inner_text("main")
    assert "Karaganda" in page.inner_text("h1")
    assert "set by Ada" in told
    assert "the minutes say so" in told


def test_what_was_corrected_is_taken_back(quiet_page, address):
    page = quiet_page
    ident = forum(page, address)
    corrected(page, address, ident, "Karaganda")
    assert "Karaganda" in page.inner_text("h1")
    page.keyboard.press("u")
    page.get_by_role("button", name="Restore it").first.wait_for()
    page.goto(f"{address}/records/{ident}")
    assert "Karaganda" not in page.inner_text("h1")
    page.goto(f"{address}/decisions")
    assert page.get_by_text("taken back").count() == 1


def test_a_finding_is_silenced_and_comes_back(quiet_page, address):
    page = quiet_page
    page.goto(f"{address}/findings")
    before = page.locator(".found > li").count()
    told = page.locator(".found > li h2").first.inner_text()
    page.get_by_text("Silence it").first.click()
    page.locator(".found > li input[name=reason]").first.fill("the printer's fault")
    page.get_by_role("button", name="Silence", exact=True).first.click()
    page.get_by_text("Silenced by Ada").wait_for()
    page.goto(f"{address}/findings")
    assert page.locator(".found > li").count() == before - 1
    page.goto(f"{address}/findings?silenced=1")
    assert page.locator(".found > li h2").all_inner_texts() == [told]
    assert "the printer's fault" in page.inner_text("main")
    page.goto(f"{address}/decisions")
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_text("taken back").wait_for()
    page.goto(f"{address}/findings")
    assert page.locator(".found > li").count() == before


def test_what_was_decided_and_how_to_cite_is_exported(quiet_page, address):
    page = quiet_page
    ident = forum(page, address)
    page.get_by_text("Cite this page").click()
    leading = page.get_by_role("link", name="BibTeX").get_attribute("href")
    bibtex = page.request.get(f"{address}{leading}")
    assert bibtex.text().startswith("@")
    corrected(page, address, ident, "Karaganda")
    page.goto(f"{address}/decisions")
    with page.expect_download() as begun:
        page.get_by_role("link", name="Download all as JSON lines").click()
    (line,) = begun.value.path().read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["ruling"] == "correct"
    answer = page.request.get(f"{address}/api/v1/records/{ident}")
    assert "Karaganda" in answer.text()
    assert answer.headers["etag"]


def test_reviewers_need_no_mouse(quiet_page, address):
    page = quiet_page
    page.goto(f"{address}/review")
    page.locator(".queue a.record").first.click()
    page.wait_for_load_state()
    first = page.url
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != first)
    page.keyboard.press("p")
    page.wait_for_url(lambda url: url.split("?")[0] == first.split("?")[0])
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()
    page.keyboard.press("a")
    page.get_by_role("status").wait_for()
    page.wait_for_load_state()
    assert "Accepted" in page.inner_text("[role=status]")
    page.keyboard.press("u")
    page.get_by_role("status").get_by_role("button", name="Restore it").wait_for()
    page.wait_for_load_state()
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name").startswith("slot.")


def test_readers_step_from_claim_to_claim_by_keys(quiet_page, served):
    page, (address, found) = quiet_page, served
    page.goto(f"{address}/documents/{found['document']}")
    page.focus(".reading .text")
    page.keyboard.press("j")
    first = page.inner_text("#claim-popover h4 >> nth=0")
    page.keyboard.press("j")
    assert page.inner_text("#claim-popover h4 >> nth=0") != first
    page.keyboard.press("k")
    assert page.inner_text("#claim-popover h4 >> nth=0") == first
    page.keyboard.press("Escape")
    assert page.locator("#claim-popover").count() == 0
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search-words"
