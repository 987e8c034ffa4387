"""From what a source hands over to a document: text, metadata, regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.documents.dates import date_in, date_in_address, iso_date
from communique.documents.extracted import Extracted
from communique.documents.furniture import in_order, mark
from communique.documents.language import LanguageDetector
from communique.documents.registry import format_of
from communique.errors import BadRecord, EmptyDocument, UnknownFormat
from communique.model.document import (
    OUTSIDE_THE_ARTICLE,
    Document,
    PublishedFrom,
    Region,
    RegionKind,
    text_sha256,
)
from communique.model.raw import GivenDocument, RawDocument
from communique.model.span import Span
from communique.vocab.page_furniture import PageFurniture, load_page_furniture

# A date further down belongs to the story, not to the dateline.
_LAST_LINES = 400
_HEADLINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """Reads documents.

    Attributes:
        furniture: How pages say what is not the article.
        languages: Tells languages apart.
    """

    furniture: PageFurniture
    languages: LanguageDetector

    @classmethod
    def load(cls) -> DocumentReader:
        """Load the vocabulary and the model of languages.

        Raises:
            BadVocabulary: A vocabulary file breaks its schema.
        """
        return cls(load_page_furniture(), LanguageDetector.load())

    def read(self, raw: RawDocument | GivenDocument) -> Document:
        """Read one document.

        Raises:
            UnknownFormat: No format reads its media type.
            BadEncoding: The bytes are not text.
            BadRecord: What it says about itself can't be used.
            EmptyDocument: It has no text.
        """
        if isinstance(raw, GivenDocument):
            return self._given(raw)
        reader = format_of(raw.media_type)
        if reader is None:
            raise UnknownFormat(
                raw.address, f"no format reads {raw.media_type}", "give HTML, Markdown or text"
            )
        return self._extracted(raw, reader.read(raw))

    def _given(self, given: GivenDocument) -> Document:
        """A document whose text the caller gave."""
        if not given.text.strip():
            raise EmptyDocument(given.address, "its text is empty", "give it a text")
        published = None
        if given.published is not None:
            published = iso_date(given.published)
            if published is None:
                raise BadRecord(
                    given.address,
                    f"published is {given.published!r}, no ISO date",
                    'write it as "2024-02-01"',
                )
        regions = mark(given.text, given.title, self.furniture)
        day, source = _dated(given.text, regions, given.url, published, PublishedFrom.GIVEN)
        return Document(
            id=given.id or _id_of(given.text),
            text=given.text,
            text_given=True,
            title=given.title,
            published=day,
            published_from=source,
            publisher=given.publisher,
            url=given.url,
            language=given.language or self._language(given.text, regions),
            regions=regions,
        )

    def _extracted(self, raw: RawDocument, found: Extracted) -> Document:
        """A document whose text the program took out of a file."""
        if not found.text.strip():
            raise EmptyDocument(raw.address, "it has no text", "leave it out, or mend it")
        published = _metadata_date(raw, found)
        text, title, regions = self._with_disclaimers(found)
        url = found.url or (raw.address if raw.address.startswith("http") else None)
        day, source = _dated(text, regions, url, published, PublishedFrom.METADATA)
        return Document(
            id=_id_of(text),
            text=text,
            text_given=False,
            title=title,
            published=day,
            published_from=source,
            publisher=found.publisher,
            url=url,
            language=found.language or self._language(text, regions),
            regions=regions,
        )

    def _with_disclaimers(self, found: Extracted) -> tuple[str, str | None, tuple[Region, ...]]:
        """The text with the publisher's disclaimers as last paragraphs, its title, all regions."""
        text = found.text
        title = found.title or _title_in(text, mark(text, None, self.furniture))
        regions = [*found.regions, *mark(text, title, self.furniture)]
        for notice in found.disclaimers:
            if self.furniture.disclaimer.search(notice):
                start = len(text) + 2
                text = f"{text}\n\n{notice}"
                regions.append(Region(RegionKind.DISCLAIMER, Span(start, len(text))))
        return text, title, in_order(regions)

    def _language(self, text: str, regions: Sequence[Region]) -> str | None:
        return self.languages.detect(_article(text, regions))


def _id_of(text: str) -> str:
    """An id derived from the text: the same text has the same id everywhere."""
    return f"doc-{text_sha256(text)[:16]}"


def _metadata_date(raw: RawDocument, found: Extracted) -> date | None:
    if found.published is None:
        return None
    day = iso_date(found.published) or date_in(found.published)
    if day is None:
        raise BadRecord(
            raw.address, f"its date {found.published!r} is no full date", 'write it as "2024-02-01"'
        )
    return day


def _dated(
    text: str,
    regions: Sequence[Region],
    url: str | None,
    told: date | None,
    told_by: PublishedFrom,
) -> tuple[date | None, PublishedFrom | None]:
    """The publication date and how it is known: told, else from the address, else the dateline."""
    if told is not None:
        return told, told_by
    if url is not None and (day := date_in_address(url)) is not None:
        return day, PublishedFrom.URL
    for region in regions:
        if region.kind is RegionKind.DATELINE:
            day = date_in(text[region.span.start : region.span.end])
            if day is not None:
                return day, PublishedFrom.DATELINE
    return None, None


def _title_in(text: str, regions: Sequence[Region]) -> str | None:
    """The headline among the headings at the top.

    Mastheads and genres ("PRESS RELEASE") stand above it and are shorter; so the first heading of
    some length is taken, else the longest.
    """
    headings = [
        text[region.span.start : region.span.end]
        for region in regions
        if region.kind is RegionKind.HEADING and region.span.start < _LAST_LINES
    ]
    long = (heading for heading in headings if len(heading.split()) >= _HEADLINE_WORDS)
    return next(long, max(headings, key=len, default=None))


def _article(text: str, regions: Sequence[Region]) -> str:
    """The text without what is outside the article."""
    pieces: list[str] = []
    start = 0
    for region in regions:
        if region.kind in OUTSIDE_THE_ARTICLE and region.span.end > start:
            pieces.append(text[start : region.span.start])
            start = region.span.end
    pieces.append(text[start:])
    return "".join(pieces)
