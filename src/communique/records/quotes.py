"""Finds a quote in a text that may have changed: exactly, word by word, or by similarity."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from communique.model.decision import Selector
from communique.model.document import text_sha256
from communique.model.span import Span

# Of 100. A clause that was inserted, or a few words that were replaced, leave four fifths of a
# sentence; two sentences of one report on the same parties seldom share as much.
_ALIKE = 80.0
# Of 100. Surroundings, or stretches, that differ by less are equally good: some three of the 32
# code points on each side.
_MARGIN = 10.0
# Shorter quotes ("President Ali Rahimov") are like too many others.
_SHORTEST = 24
# Numbers with the signs inside them, so that 1.5 and 15 differ; words; any other sign.
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|[^\w\s]")
# Currencies and mathematical signs: "$5" is not "€5", "+3" not "-3".
_TELLING = frozenset({"Sc", "Sm"})


class _Word(NamedTuple):
    form: str
    start: int
    end: int


def quoted_in(selector: Selector, text: str) -> tuple[Span, ...]:
    """Where the words of a quote stand, the same words; those with the likest surroundings."""
    start, end = selector.start, selector.start + len(selector.exact)
    if text[start:end] == selector.exact and text_sha256(text) == selector.text_sha256:
        return (Span(start, end),)
    return _likest(selector, text, places_of(selector.exact, text))


def places_of(quote: str, text: str) -> tuple[Span, ...]:
    """Where words stand in a text: letter by letter, else word by word."""
    return tuple(_verbatim(quote, text)) or tuple(_by_words(quote, text))


def alike_in(selector: Selector, text: str) -> tuple[Span, ...]:
    """The stretches most similar to a quote, if any is similar enough."""
    quote = selector.exact
    if not _SHORTEST <= len(quote) <= len(text):
        return ()
    best = _most_similar(quote, text, 0)
    if best is None:
        return ()
    score, span = best
    others = (
        _most_similar(quote, text[: span.start], 0),
        _most_similar(quote, text[span.end :], span.end),
    )
    near = [o[1] for o in others if o is not None and o[0] >= score - _MARGIN]
    return _likest(selector, text, sorted([span, *near]))


def numbers_in(words: str) -> list[str]:
    """The numbers in digits, in the order in which they stand."""
    return [word.form for word in _words(words) if word.form[0].isdigit()]


def _verbatim(quote: str, text: str) -> Iterator[Span]:
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _by_words(quote: str, text: str) -> Iterator[Span]:
    wanted = [word.form for word in _words(quote)]
    if not wanted:
        return
    words = list(_words(text))
    forms = [word.form for word in words]
    for index in range(len(words) - len(wanted) + 1):
        if forms[index] == wanted[0] and forms[index : index + len(wanted)] == wanted:
            yield Span(words[index].start, words[index + len(wanted) - 1].end)


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        form = match.group()
        sign = not form[0].isalnum()
        if not sign or form == "%" or unicodedata.category(form) in _TELLING:
            yield _Word(form.casefold(), match.start(), match.end())


def _likest(selector: Selector, text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Of several stretches those whose surroundings are like those of the quote."""
    if len(spans) < 2:
        return tuple(spans)
    scores = [_surrounded(selector, text, span) for span in spans]
    least = max(scores) - _MARGIN
    return tuple(s for s, score in zip(spans, scores, strict=True) if score >= least)


def _surrounded(selector: Selector, text: str, span: Span) -> float:
    """How like the surroundings of a stretch are to those of the quote, 0 to 100."""
    before = text[max(0, span.start - len(selector.prefix)) : span.start]
    after = text[span.end : span.end + len(selector.suffix)]
    return (fuzz.ratio(selector.prefix, before) + fuzz.ratio(selector.suffix, after)) / 2


def _most_similar(quote: str, text: str, offset: int) -> tuple[float, Span] | None:
    if len(text) < len(quote):
        return None
    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_ALIKE)
    if found is None:
        return None
    return found.score, Span(offset + found.dest_start, offset + found.dest_end)
