"""The example documents are complete, readable and as their README describes them."""

import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import frontmatter
import pytest
from lxml import html

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = sorted((EXAMPLES / "kazakhstan-eu").iterdir())
AGENCY = "2024-01-30-caspian-wire-transport-forum.html"
EDIT = "2024-01-31-orient-business-daily-memorandums.html"


def of_format(suffix: str) -> list[Path]:
    return [path for path in DOCUMENTS if path.suffix == suffix]


def page(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes())


def article_text(name: str) -> str:
    paragraphs = page(EXAMPLES / "kazakhstan-eu" / name).xpath("//article//p")
    return "\n".join(paragraph.text_content() for paragraph in paragraphs)


def test_twelve_documents_in_three_formats():
    formats = Counter(path.suffix for path in DOCUMENTS)
    assert formats == {".html": 6, ".txt": 3, ".md": 3}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_is_utf8_of_article_length(path: Path):
    words = path.read_bytes().decode("utf-8").split()
    assert 150 <= len(words) <= 1_000


@pytest.mark.parametrize("path", of_format(".html"), ids=lambda path: path.name)
def test_html_is_a_page_with_title_and_paragraphs(path: Path):
    tree = page(path)
    assert tree.findtext("head/title")
    assert len(tree.xpath("//body//p[string-length(.) > 80]")) >= 5


@pytest.mark.parametrize("path", of_format(".md"), ids=lambda path: path.name)
def test_front_matter_is_complete(path: Path):
    post = frontmatter.loads(path.read_text(encoding="utf-8"))
    assert set(post.metadata) == {"title", "date", "publisher", "url", "language"}
    assert post.content.startswith(f"# {post['title']}\n")


def test_one_page_is_dated_by_its_address_alone():
    source = (EXAMPLES / "kazakhstan-eu" / "silk-road-monitor-luxembourg.html").read_text("utf-8")
    assert "/2023/10/24/" in source
    assert not re.search(r"<time|published|datePublished|name=\"(?:DC\.)?date|24 October", source)


def test_one_text_is_dated_by_its_dateline_alone():
    text = (EXAMPLES / "kazakhstan-eu" / "wire-schinas-in-astana.txt").read_text("utf-8")
    assert re.search(r"^ASTANA, 15 January 2024 — ", text, re.MULTILINE)
    assert text.count("2024") == 1


def test_the_edit_is_a_near_copy_with_another_figure_and_headline():
    agency, edit = article_text(AGENCY), article_text(EDIT)
    assert 0.8 < SequenceMatcher(None, agency, edit, autojunk=False).ratio() < 1
    figures = re.compile(r"(\d+)\smillion euros")
    assert (figures.findall(agency), figures.findall(edit)) == (["820"], ["802"])
    headlines = {
        page(EXAMPLES / "kazakhstan-eu" / name).findtext(".//h1") for name in (AGENCY, EDIT)
    }
    assert len(headlines) == 2


def test_readme_table_names_exactly_the_files():
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)` \|", readme, re.MULTILINE)
    assert named == [path.name for path in DOCUMENTS]


@pytest.mark.parametrize("character", ["“", "’", "–", "\u00a0", "\u00ad", "ü"], ids=ascii)
def test_text_beyond_ascii_is_there(character: str):
    # Parsed pages and plain files alike, so that an entity in HTML counts as its character.
    texts = [path.read_text("utf-8") for path in of_format(".txt") + of_format(".md")]
    texts += [page(path).text_content() for path in of_format(".html")]
    assert any(character in text for text in texts)
