"""Whose voices tell a record: copies are one voice, and so is who only repeats an agency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from communique.checks.phrases import offsets
from communique.checks.seen import Sheet, words_in
from communique.model.record import Node
from communique.vocab.publishers import Outsiders

_NAME = r"(?P<name>[A-Z][\w’'/-]*(?: (?:(?:of|the|for|and) )*[A-Z][\w’'/-]*)*)"
# "According to Coast Newswire", "the Gulf Herald reported", "LIMA (Coast Newswire)".
_BY = (
    *("according to", "source:", "citing", "quoting", "quoted by", "cited by", "reported by"),
    *("told ", "via ", "from "),
)
# Each with letters of which some stand, in lower case, in all that it fits.
_CITED = (
    (
        _BY,
        re.compile(
            r"\b(?i:according to|source:|citing|quoting|quoted by|cited by|reported by"
            r"|told|via|from)"
            r" (?:(?i:the|a report (?:by|of|in)) )*(?:(?:news )?agency )?"
            rf"{_NAME}"
        ),
    ),
    (
        ("report", "said", "says", "writes", "wrote", "quote"),
        re.compile(
            rf"{_NAME},? (?:(?:news )?agency )?(?:has |had )?(?:also )?"
            r"(?:reported|reports|said|says|writes|wrote|quoted|quotes)\b"
        ),
    ),
    (("(",), re.compile(rf"\({_NAME}\)")),
)
_WORD = re.compile(r"[\w’'/-]+")


def is_medium(name: str, outsiders: Outsiders) -> bool:
    """Whether a name is that of an agency, newspaper or station."""
    plain = plain_name(name)
    return plain in outsiders.names or any(w in outsiders.words for w in _WORD.findall(plain))


def plain_name(name: str) -> str:
    """A name in lower case without article."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def cited(node: Node, outsiders: Outsiders, sheet: Sheet | None = None) -> frozenset[str]:
    """The media that a claim's words, or the sentence they stand in, give as their source.

    Args:
        node: The claim in its document.
        outsiders: Tells media.
        sheet: Its document, where at hand.
    """
    claim = node.claim
    words = [piece.exact for piece in claim.evidence]
    if sheet is not None:
        around = sheet.sentence_at(claim.evidence[0].start)
        words += [] if around is None else [sheet.text[around.start : around.end]]
        words += sheet.text.strip().splitlines()[-1:]
    found = [name for text in words for name in _names_cited(text)]
    if claim.attributed_to:
        found.append(claim.attributed_to)
    own = plain_name(node.document.publisher or "")
    media = {plain_name(name) for name in found if is_medium(name, outsiders)}
    return frozenset(media - {own})


def cites(sheet: Sheet, outsiders: Outsiders) -> bool:
    """Whether a text gives any medium as its source, or is itself of one."""
    if sheet.facts.publisher and is_medium(sheet.facts.publisher, outsiders):
        return True
    media = sheet.words & _words_of_media(outsiders)
    if not media:
        return False
    # No name goes on in another line, and looking for names costs much.
    lines = {sheet.paragraph_at(start) for start in offsets(sheet.lower, media)}
    return any(
        is_medium(name, outsiders)
        for line in lines
        for name in _names_cited(sheet.text[line.start : line.end])
    )


def _names_cited(text: str) -> Iterator[str]:
    """The names that a text gives as those of its sources."""
    lower = text.lower()
    for letters, pattern in _CITED:
        if any(part in lower for part in letters):
            for found in pattern.finditer(text):
                yield found["name"]


@cache
def _words_of_media(outsiders: Outsiders) -> frozenset[str]:
    """Words of which the name of any medium has one, as `Sheet.words` has them."""
    named = (*outsiders.words, *(plain_name(name) for name in outsiders.names))
    return frozenset(max(sorted(words_in(name)), key=len) for name in named)


def voices(
    nodes: Iterable[Node], outsiders: Outsiders, sheets: Mapping[str, Sheet]
) -> Sequence[Sequence[Node]]:
    """Claims by independent voice: one story is one, and so is an agency with who cites it.

    Args:
        nodes: The claims.
        outsiders: Tells media.
        sheets: Documents by key, those that are at hand.
    """
    groups: list[tuple[set[str], list[Node]]] = []
    for node in nodes:
        marks = _marks(node, outsiders, sheets.get(node.ref.document))
        joined = [group for group in groups if group[0] & marks]
        rest = [group for group in groups if not group[0] & marks]
        merged = [n for group in joined for n in group[1]]
        groups = [*rest, (marks.union(*(g[0] for g in joined)), [*merged, node])]
    return tuple(tuple(group[1]) for group in groups)


def _marks(node: Node, outsiders: Outsiders, sheet: Sheet | None) -> set[str]:
    """What makes a claim one voice with others."""
    document = node.document
    marks = {f"story {document.story}" if document.story else f"document {document.key}"}
    if document.publisher and is_medium(document.publisher, outsiders):
        marks.add(f"medium {plain_name(document.publisher)}")
    return marks | {f"medium {name}" for name in cited(node, outsiders, sheet)}


def publishers(nodes: Iterable[Node]) -> frozenset[str]:
    """Who published what tells something; a document of no known publisher is by one of its own."""
    told = (node.document for node in nodes)
    return frozenset(plain_name(d.publisher) if d.publisher else d.key for d in told)


def by_document(nodes: Iterable[Node]) -> Mapping[str, Node]:
    """The first claim of each document, by its key."""
    found: dict[str, Node] = {}
    for node in nodes:
        found.setdefault(node.ref.document, node)
    return found


def told_on(node: Node) -> tuple[bool, date, str, int]:
    """Sorts claims by the day of publication, those of no known day last, then by their place."""
    published = node.document.published
    evidence = node.claim.evidence[0]
    return published is None, published or date.max, node.ref.document, evidence.start
