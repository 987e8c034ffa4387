"""Markdown (CommonMark) with YAML front matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import frontmatter
from markdown_it import MarkdownIt
from markdown_it.token import Token
from yaml import YAMLError

from communique.documents.decoding import decode
from communique.documents.extracted import Extracted, Format
from communique.errors import BadRecord
from communique.model.document import Region, RegionKind
from communique.model.raw import RawDocument
from communique.model.span import Span

_TEXTS = frozenset({"inline", "fence", "code_block"})


def read(raw: RawDocument) -> Extracted:
    """The text without its markup; headings are marked, list items begin with "- ".

    Raises:
        BadEncoding: The bytes are not text.
        BadRecord: The front matter is no YAML mapping.
    """
    try:
        metadata, body = frontmatter.parse(decode(raw))
    except (YAMLError, TypeError, ValueError) as error:
        reason = f"its front matter is no YAML ({str(error).splitlines()[0]})"
        raise BadRecord(raw.address, reason, "mend the lines between the first two ---") from error
    text, regions = _plain(MarkdownIt("commonmark").enable("table").parse(body))
    return Extracted(
        text=text,
        title=_text(metadata.get("title")) or _first_heading(text, regions),
        published=_text(metadata.get("date", metadata.get("published"))),
        publisher=_text(metadata.get("publisher", metadata.get("source"))),
        url=_text(metadata.get("url", metadata.get("link"))),
        language=_text(metadata.get("language", metadata.get("lang"))),
        regions=regions,
    )


def _plain(tokens: Sequence[Token]) -> tuple[str, tuple[Region, ...]]:
    """Plain text and heading regions of a parsed document."""
    blocks: list[str] = []
    regions: list[Region] = []
    length, depth = 0, 0
    before: list[str] = []
    row: list[str] | None = None
    for token in tokens:
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type == "tr_open":
            row = []
        elif row is not None and token.type == "inline":
            row.append(_inline(token))
        if token.type == "tr_close" or (row is None and token.type in _TEXTS):
            content = " | ".join(row) if row is not None else _content(token)
            row = None
            content = content.strip()
            if not content:
                continue
            separator = "\n" if depth and before and before[-1] == "item" else "\n\n"
            if blocks:
                blocks.append(separator)
                length += len(separator)
            if depth:
                content = f"- {content}"
            if before and before[-1] == "heading":
                regions.append(Region(RegionKind.HEADING, Span(length, length + len(content))))
            blocks.append(content)
            length += len(content)
            before = ["item"] if depth else []
        elif token.type == "heading_open":
            before = ["heading"]
    return "".join(blocks), tuple(regions)


def _content(token: Token) -> str:
    return _inline(token) if token.type == "inline" else token.content


def _inline(token: Token) -> str:
    """The words of a paragraph, links and emphasis by their text, images left out."""
    pieces: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            pieces.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            pieces.append("\n")
    return "".join(pieces)


def _first_heading(text: str, regions: Sequence[Region]) -> str | None:
    if not regions or regions[0].span.start != 0:
        return None
    return text[: regions[0].span.end]


def _text(value: Any) -> str | None:  # noqa: ANN401 - YAML gives any type
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value).strip() or None if value is not None else None


MARKDOWN = Format("Markdown", ("text/markdown",), read)
