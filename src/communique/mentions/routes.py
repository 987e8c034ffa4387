"""Routes of a text: what runs between places that one clause names.

A pure function of the text and of what it names. Ends are places and states; the words round them
(`vocab/data/routes.yaml`) decide whether anything runs between them. Each end is taken for one sign
of a masked text, so that a pattern reads the clause and not the spelling of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.model.mention import Mention, PartyMention, PlaceMention
from communique.model.route import Route
from communique.vocab.routes import RouteWords, route_words

# Signs for private use stand for the ends; a text with more of them is read up to there.
_FIRST, _MOST = 0xE000, 0xF8FF - 0xE000
_END = "[\ue000-\uf8ff]"
# Codes of states are of two letters, those of institutions are not.
_STATE = 2


@dataclass(frozen=True, slots=True)
class _Masked:
    """A text in which each end is one sign.

    Attributes:
        words: The text.
        offsets: Where each sign stands in the true text, and one past the last.
        ends: The mentions that the signs stand for.
    """

    words: str
    offsets: Sequence[int]
    ends: Sequence[Mention]

    def stops(self, found: str) -> list[Mention]:
        """The ends in some words."""
        return [self.ends[ord(c) - _FIRST] for c in found if _FIRST <= ord(c) < _FIRST + _MOST]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is looked for, and the sort of route that a noun or verb tells.

    Attributes:
        trigger: A noun or verb; a text without one has no route.
        chain: "the A–B–C railway"; "the A–B line" between towns.
        tied: A noun or verb, then "from A through B to C", "between A and B", "linking A with B".
        sorts: The sort of each noun and verb.
        lines: Nouns that tell a route between towns alone.
    """

    trigger: re.Pattern[str]
    chain: re.Pattern[str]
    tied: re.Pattern[str]
    sorts: dict[str, str]
    lines: frozenset[str]


def routes(text: str, mentions: Iterable[Mention]) -> tuple[Route, ...]:
    """The routes of a text, in its order; of several readings of the same words the longest.

    Args:
        text: The text.
        mentions: What it names; places and states count.
    """
    patterns = _patterns()
    if not patterns.trigger.search(text):
        return ()
    masked = _masked(text, mentions, patterns)
    if len(masked.ends) < 2:
        return ()
    found = [*_chained(masked, patterns), *_tied(masked, patterns)]
    kept: list[Route] = []
    for route in sorted(found, key=lambda r: (r.start - r.end, r.start)):
        if not any(route.start < other.end and other.start < route.end for other in kept):
            kept.append(route)
    return tuple(sorted(kept, key=lambda route: route.start))


def _chained(masked: _Masked, patterns: _Patterns) -> Iterator[Route]:
    for found in patterns.chain.finditer(masked.words):
        noun = _lemma(found["noun"])
        stops = masked.stops(found["chain"])
        towns = all(isinstance(stop, PlaceMention) or _is_metonym(stop) for stop in stops)
        if noun in patterns.lines and not towns:
            continue
        yield from _route(masked, patterns.sorts[noun], stops, found)


def _tied(masked: _Masked, patterns: _Patterns) -> Iterator[Route]:
    for found in patterns.tied.finditer(masked.words):
        # In the order of the way: what is passed "to C via B" lies before the end.
        parts = ("start", "by", "past", "end", "one", "other", "these", "those")
        stops = [stop for part in parts for stop in masked.stops(found[part] or "")]
        yield from _route(masked, patterns.sorts[_lemma(found["noun"])], stops, found)


def _route(
    masked: _Masked, sort: str, stops: Sequence[Mention], found: re.Match[str]
) -> Iterator[Route]:
    names = list(dict.fromkeys(_name(stop) for stop in stops))
    if len(names) > 1:
        start, end = masked.offsets[found.start()], masked.offsets[found.end()]
        yield Route(sort, tuple(names), start, end)


def _name(stop: Mention) -> str:
    """A town as the text writes it, a state by its canonical name."""
    if isinstance(stop, PartyMention) and not stop.metonym:
        return stop.name
    return " ".join(stop.text.split())


def _is_metonym(stop: Mention) -> bool:
    return isinstance(stop, PartyMention) and stop.metonym


def _lemma(noun: str) -> str:
    words = " ".join(noun.casefold().split())
    sorts = _patterns().sorts
    return words if words in sorts else words.removesuffix("s")


def _masked(text: str, mentions: Iterable[Mention], patterns: _Patterns) -> _Masked:
    ends: list[Mention] = []
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.start < at or not _is_end(mention, patterns) or len(ends) == _MOST:
            continue
        pieces += [text[at : mention.start], chr(_FIRST + len(ends))]
        offsets += [*range(at, mention.start), mention.start]
        ends.append(mention)
        at = mention.end
    pieces.append(text[at:])
    offsets += range(at, len(text) + 1)
    # A sign after an end stands where the end ends, so that words end with it.
    return _Masked("".join(pieces), offsets, ends)


def _is_end(mention: Mention, patterns: _Patterns) -> bool:
    """Whether it may be an end: a place or a state, and no route by its own name."""
    if isinstance(mention, PlaceMention):
        return not patterns.trigger.search(mention.text)
    return isinstance(mention, PartyMention) and len(mention.code or "") == _STATE


def _any(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


@cache
def _patterns() -> _Patterns:
    words = route_words()
    nouns = {noun: sort for sort, told in words.nouns.items() for noun in told}
    verbs = {verb: sort for sort, told in words.journeys.items() for verb in told}
    noun = rf"{_any(nouns)}s?"
    line = rf"{_any(words.lines)}s?"
    either = rf"(?:{noun}|{_any(verbs)})"
    between = r"(?:\s?[-–—]\s?|\s+to\s+)(?:the\s+)?"
    chain = (
        rf"(?P<chain>{_END}(?:{between}{_END})+)"
        rf"(?:\s+\([^()]{{2,12}}\))?\s+(?:{_any(words.before_noun)}\s+){{0,3}}"
        rf"(?P<noun>{noun}|{line})\b"
    )
    return _Patterns(
        re.compile(rf"\b(?:{either}|{line})\b", re.I),
        re.compile(chain, re.I),
        re.compile(rf"\b(?P<noun>{either})\b{_ties(words)}", re.I),
        {**nouns, **verbs, **dict.fromkeys(words.lines, "railway")},
        frozenset(words.lines),
    )


def _ties(words: RouteWords) -> str:
    """What ties a noun or a verb to its ends, within the clause."""
    # "from the port of Aktau", "to the Chinese city of Xi'an, China,".
    before = (
        rf"(?:(?:the|its|their)\s+)?(?:{_END}\s+)?(?:(?:[a-z-]+\s+){{0,2}}?{_any(words.places)}"
        rf"\s+(?:of|in|at|near|on|with)\s+)?(?:the\s+)?"
    )
    # "from Baku, Azerbaijan, to Aktau": the country is no stop.
    country = rf"(?:,\s*{_END}(?=,|\s+(?:to|and)\b))?,?"
    several = rf"{_END}(?:(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?{_END})*"
    through = rf"{_any(words.through)}\s+{before}"
    # Another name or a full stop begins another clause; some words tell of something else.
    other = rf"(?:from|between|{_any(words.apart)})\b"
    gap = rf"(?:,?\s+(?!{other})[a-z0-9’'-]+){{0,7}}?,?\s+"
    way = (
        rf"from\s+{before}(?P<start>{_END}){country}(?:\s+{through}(?P<by>{several}),?)?(?:\s+and)?(?:\s+on)?"
        rf"\s+to\s+{before}(?P<end>{_END})(?:,?\s+{through}(?P<past>{several}))?"
    )
    pair = rf"between\s+{before}(?P<one>{_END}){country}\s+and\s+{before}(?P<other>{_END})"
    linked = (
        rf"{_any(words.linking)}\s+{before}(?P<these>{several})"
        rf"(?:,?\s+(?:with|to|and)\s+{before}(?P<those>{several}))?"
    )
    return rf"{gap}(?:{way}|{pair}|{linked})"
