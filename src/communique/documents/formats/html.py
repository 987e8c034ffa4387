"""Web pages: the article by trafilatura, the metadata by the page's own markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from htmldate import find_date
from lxml import html as lxml_html
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Article
from trafilatura.utils import load_html

from communique.documents.extracted import Extracted, Format
from communique.errors import BadEncoding, EmptyDocument
from communique.model.document import Region, RegionKind
from communique.model.raw import RawDocument
from communique.model.span import Span

_BLOCKS = ("p", "li", "div", "td", "small", "aside", "footer", "section", "span")
_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELL_BLOCKS = ("table", "p", "h1", "h2", "h3", "h4", "ul", "ol", "article")
_LONGEST_CELL = 300
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_COPYRIGHT = re.compile(r"\u00a9\s*(?:\d{4}(?:\s?[-\u2013]\s?\d{4})?,?\s*)?([^.|,\u00a9\d]{2,60})")
# A paragraph of the page that is longer holds more than a notice.
_LONGEST_NOTICE = 800


def read(raw: RawDocument) -> Extracted:
    """The article and what the page says about it.

    Raises:
        BadEncoding: The bytes are no page.
        EmptyDocument: The page has no text.
    """
    tree = load_html(raw.content)
    if tree is None:
        raise BadEncoding(raw.address, "no web page can be read from it", "save the page as HTML")
    _flatten_layout_tables(tree)
    # The extractor takes elements out of the tree that it is given.
    article = bare_extraction(
        lxml_html.tostring(tree, encoding="unicode"),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_precision=False,
    )
    if not isinstance(article, Article) or not (article.text or "").strip():
        raise EmptyDocument(raw.address, "no article is found in it", "give its text instead")
    text, regions = _rendered(article)
    return Extracted(
        text=text,
        title=_headline(tree, article),
        published=_published(tree),
        publisher=_publisher(tree, article),
        url=_address(tree),
        language=(tree.get("lang") or "").split("-")[0].lower() or None,
        regions=regions,
        disclaimers=tuple(_notices(tree, text)),
    )


def _flatten_layout_tables(tree: HtmlElement) -> None:
    """Turn tables that lay out the page into plain blocks; tables of data stay.

    A table lays out if another stands inside it, or if a cell holds paragraphs, headings or as much
    text as a paragraph.
    """
    for table in reversed(list(tree.iter("table"))):
        cells = list(table.iter("td", "th"))
        lays_out = any(
            next(cell.iterdescendants(*_CELL_BLOCKS), None) is not None
            or len("".join(cell.itertext())) > _LONGEST_CELL
            for cell in cells
        )
        if lays_out:
            for element in (table, *table.iterdescendants("tbody", "thead", "tfoot", "tr", "td")):
                if next(element.iterancestors("table"), table) is table:
                    element.tag = "div"


def _rendered(article: Article) -> tuple[str, tuple[Region, ...]]:
    """The article's text with an empty line between paragraphs, and its headings."""
    blocks: list[str] = []
    regions: list[Region] = []
    length = 0
    for tag, content in _paragraphs(article.body):
        separator = "" if not blocks else "\n" if tag == "item" else "\n\n"
        blocks.append(separator + content)
        length += len(separator)
        if tag in _HEADINGS:
            regions.append(Region(RegionKind.HEADING, Span(length, length + len(content))))
        length += len(content)
    text = "".join(blocks)
    return (text, tuple(regions)) if text.strip() else (article.text or "", ())


def _paragraphs(body: _Element) -> Iterator[tuple[str, str]]:
    """Tag and text of each paragraph, heading, list item and table row."""
    for element in body.iter("p", "head", "item", "row", "quote", "code", "fw"):
        if any(parent.tag in {"item", "row", "quote", "p"} for parent in element.iterancestors()):
            continue
        if element.tag == "row":
            cells = (" ".join("".join(cell.itertext()).split()) for cell in element.iter("cell"))
            content = " | ".join(cell for cell in cells if cell)
        else:
            content = " ".join("".join(element.itertext()).split(" ")).strip()
            content = "\n".join(line.strip() for line in content.splitlines() if line.strip())
        if content:
            yield str(element.tag), f"- {content}" if element.tag == "item" else content


def _headline(tree: HtmlElement, article: Article) -> str | None:
    """The headline: the highest heading where the page has just one, else the metadata's."""
    for level in ("h1", "h2"):
        headings = (" ".join(" ".join(h.itertext()).split()) for h in tree.iter(level))
        told = [heading for heading in headings if heading]
        if told:
            return told[0] if len(told) == 1 else article.title or None
    return article.title or None


def _published(tree: HtmlElement) -> str | None:
    """The publication date in meta elements, JSON-LD or time elements, as an ISO date.

    The address is left to the caller, who records where a date is from; so are dates in the text.
    """
    copy = lxml_html.fromstring(lxml_html.tostring(tree, encoding="unicode"))
    for element in copy.xpath("//link[@rel='canonical'] | //meta[@property='og:url']"):
        element.getparent().remove(element)
    found = find_date(copy, extensive_search=False, original_date=True, max_date="2100-01-01")
    return found if found and _is_stated(tree, found) else None


def _is_stated(tree: HtmlElement, found: str) -> bool:
    """Whether a date stands in the page's metadata rather than in its text or addresses."""
    stated = " ".join(
        [
            *(str(v) for v in tree.xpath("//meta/@content | //time/@datetime | //*/@data-date")),
            *(script.text or "" for script in tree.xpath("//script[contains(@type, 'json')]")),
            *(" ".join(t.itertext()) for t in tree.iter("time", "abbr")),
        ]
    )
    year, month, day = found.split("-")
    numbers = (f"{year}-{month}-{day}", f"{year}{month}{day}", f"{day}.{month}.{year}")
    if any(number in stated for number in numbers):
        return True
    name = date.fromisoformat(found).strftime("%B")
    return name[:3] in stated and year in stated and day.lstrip("0") in stated


def _publisher(tree: HtmlElement, article: Article) -> str | None:
    """The site's name; where only its host is told, the owner in the copyright line."""
    named = tree.xpath("//meta[@property='og:site_name']/@content")
    named += tree.xpath("//meta[@name='application-name' or @name='publisher']/@content")
    told = next((str(name).strip() for name in named if str(name).strip()), article.sitename)
    if told and not _HOST.fullmatch(told):
        return told
    owner = _COPYRIGHT.search(" ".join(tree.itertext()))
    return owner.group(1).strip() if owner else told or None


def _address(tree: HtmlElement) -> str | None:
    """The page's own address."""
    told = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    addresses = (str(address).strip() for address in told)
    return next((a for a in addresses if urlsplit(a).scheme in {"http", "https"}), None)


def _notices(tree: HtmlElement, text: str) -> Iterator[str]:
    """Short paragraphs of the page that are not in the article: the publisher's notices."""
    kept = "".join(text.split())
    seen: set[str] = set()
    for element in tree.iter(*_BLOCKS):
        if any(child.tag in _BLOCKS for child in element.iterdescendants()):
            continue
        notice = " ".join("".join(element.itertext()).split())
        if not 20 <= len(notice) <= _LONGEST_NOTICE or notice in seen:
            continue
        seen.add(notice)
        if "".join(notice.split()) not in kept:
            yield notice


HTML = Format("HTML", ("text/html", "application/xhtml+xml"), read)
