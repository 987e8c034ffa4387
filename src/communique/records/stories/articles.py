"""The article of a document as a row of words: what copies are looked for in, and compared by.

Letters are folded (case, accents in two signs, widths), punctuation and blanks don't count, so that
typography makes no difference. Signs of currencies and per cent are words: they can be changed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.model.document import OUTSIDE_THE_ARTICLE, Region, RegionKind
from communique.model.span import Span

# A word may have inside it: invisible signs, accents of their own, a decimal point ("1,200.5",
# "10:30") or an apostrophe ("Astana's").
_WORD = re.compile(
    r"[^\W_]+(?:(?:[\u00ad\u200b-\u200d\u2060\u0300-\u036f]+"
    r"|(?<=\d)[.,:](?=\d)|['\u2019\u02bc](?=[^\W_]))[^\W_]*)*"
    r"|[$%\u2030\u00a2-\u00a5\u20a0-\u20cf]"
)
_APOSTROPHES = str.maketrans(
    {"\u2019": "'", "\u02bc": "'", **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060")}
)
_STOPS = '.!?:;\n\u2022\u201c\u00ab"'
# What stands around an article: another outlet has another headline and place and date of writing.
_HEADS = frozenset({RegionKind.HEADING, RegionKind.DATELINE})


@dataclass(frozen=True, slots=True)
class Article:
    """The words of an article in text order; `keys`, `starts` and `ends` are parallel.

    Attributes:
        text: The document's text.
        keys: The words, folded: equal keys are equal words.
        starts: First code point of each, in `text`.
        ends: One past its last code point.
        known: The keys as a set.
        heads: Indices of words in headings and datelines.
        breaks: Indices of words before which something stands that is not the article.
        lower: Keys of words that are written small somewhere: such words are no names.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    known: frozenset[str]
    heads: frozenset[int]
    breaks: frozenset[int]
    lower: frozenset[str]

    def __len__(self) -> int:
        return len(self.keys)

    def opens_sentence(self, index: int) -> bool:
        """Whether more than blanks, commas and brackets part a word from the one before."""
        return any(sign in self._before(index) for sign in _STOPS)

    def opens_paragraph(self, index: int) -> bool:
        """Whether a line begins with a word; true of one past the last word."""
        return "\n" in self._before(index)

    def _before(self, index: int) -> str:
        """What parts a word from the one before; a new line at either end and after a break."""
        if index in (0, len(self)) or index in self.breaks:
            return "\n"
        return self.text[self.ends[index - 1] : self.starts[index]]

    def is_capital(self, index: int) -> bool:
        """Whether a word is written with a capital; false beyond the end."""
        return index < len(self) and self.text[self.starts[index]].isupper()


def article_of(text: str, regions: Iterable[Region] = ()) -> Article:
    """The words of a document's article; page furniture and disclaimers are left out.

    Args:
        text: The document's text.
        regions: Its regions.
    """
    regions = tuple(regions)
    breaks: set[int] = set()
    found: list[re.Match[str]] = []
    for part in _parts(text, regions):
        breaks.add(len(found))
        found.extend(_WORD.finditer(text, part.start, part.end))
    keys = [_key(match[0]) for match in found]
    starts = [match.start() for match in found]
    return Article(
        text,
        tuple(keys),
        tuple(starts),
        tuple(match.end() for match in found),
        frozenset(keys),
        frozenset(_words_in(starts, (r.span for r in regions if r.kind in _HEADS))),
        frozenset(breaks),
        frozenset({key for key, match in zip(keys, found, strict=True) if match[0][0].islower()}),
    )


def _parts(text: str, regions: Iterable[Region]) -> Iterator[Span]:
    """The stretches of a text that are its article."""
    position = 0
    for region in regions:
        if region.kind in OUTSIDE_THE_ARTICLE and region.span.end > position:
            if region.span.start > position:
                yield Span(position, region.span.start)
            position = region.span.end
    if position < len(text):
        yield Span(position, len(text))


def _words_in(starts: Sequence[int], spans: Iterable[Span]) -> Iterator[int]:
    """Indices of the words that begin in one of the spans."""
    for span in spans:
        yield from range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _key(word: str) -> str:
    """A word in the form in which it is compared."""
    if word.isascii():
        return word.lower()
    plain = word.translate(_APOSTROPHES)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
