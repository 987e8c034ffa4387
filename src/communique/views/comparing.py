"""Two versions of a text side by side: what stands in both, and what one has in place of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from communique.model.document import Document
from communique.model.span import Span
from communique.records.stories.articles import article_of
from communique.records.stories.differences import Edit, differences, edit_of
from communique.store.browsing import kept_document
from communique.store.catalogue import DocumentRow
from communique.store.documents import load_document
from communique.store.dossier import Connection
from communique.store.stories import pairs_among
from communique.store.story_lists import story_rows
from communique.views.versions import turned
from communique.vocab.facts import FactWords

# Longer texts are shown where they differ, with so much of what is the same around it.
_LONG = 20_000
_AROUND = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one of two versions.

    Attributes:
        text: Its words.
        edit: Number of the edit that it is part of, from 1; 0 for what is the same in both.
        left_out: Number of characters that are not shown: they are the same in both.
    """

    text: str
    edit: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a text.

    Attributes:
        earlier: The one.
        later: The other.
        edits: What leads from the one to the other, in text order.
        before: The text of the one, in pieces.
        after: The text of the other, in pieces.
    """

    earlier: DocumentRow
    later: DocumentRow
    edits: tuple[Edit, ...]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def load_comparison(
    connection: Connection,
    story: int,
    earlier: str,
    later: str,
    words: Callable[[], FactWords],
) -> tuple[tuple[DocumentRow, ...], Comparison | None]:
    """The documents of a story, and two of them compared; None where it has only one.

    Args:
        connection: A connection to the dossier.
        story: Its number.
        earlier: Key of the version that is compared; empty for the earliest.
        later: Key of the other; empty for the one after it.
        words: Gives the words that stand for numbers and dates, for versions not compared before.
    """
    rows = story_rows(connection, story)
    if len(rows) < 2:
        return rows, None
    by_key = {row.key: row for row in rows}
    one = by_key.get(earlier, rows[0])
    other = by_key.get(later, next(row for row in rows if row is not one))
    if other is one:
        other = next(row for row in rows if row is not one)
    if rows.index(one) > rows.index(other):
        one, other = other, one
    numbers = [_number(connection, row.key) for row in (one, other)]
    mine, theirs = (load_document(connection, number) for number in numbers)
    edits = _edits(connection, numbers, mine, theirs, words)
    most = _AROUND if max(len(mine.text), len(theirs.text)) > _LONG else 0
    before = pieces(mine.text, [edit.removed for edit in edits], most)
    after = pieces(theirs.text, [edit.inserted for edit in edits], most)
    return rows, Comparison(one, other, edits, before, after)


def _number(connection: Connection, key: str) -> int:
    kept = kept_document(connection, key)
    assert kept is not None
    return kept.number


def _edits(
    connection: Connection,
    numbers: Sequence[int],
    mine: Document,
    theirs: Document,
    words: Callable[[], FactWords],
) -> tuple[Edit, ...]:
    """What leads from one document to another: as it was found when they came, else found now."""
    first = numbers[0]
    pair = next(iter(pairs_among(connection, numbers)), None)
    if pair is None:
        one, other = (article_of(d.text, d.regions) for d in (mine, theirs))
        return differences(one, other, words())
    if pair.first == first:
        return tuple(edit_of(entry, mine.text, theirs.text) for entry in pair.differences)
    found = (edit_of(entry, theirs.text, mine.text) for entry in pair.differences)
    return tuple(turned(edit) for edit in found)


def pieces(text: str, spans: Sequence[Span], most: int = 0) -> tuple[Piece, ...]:
    """A text in pieces, at edits that do not overlap.

    Args:
        text: The text.
        spans: Where each edit stands in it; empty for words that it lacks.
        most: How much of what is the same is shown on either side of an edit; 0 for all of it.
    """
    found: list[Piece] = []
    place = 0
    for number, span in sorted(enumerate(spans, 1), key=lambda told: (told[1].start, told[0])):
        found.extend(_same(text[place : span.start], most, bool(place), True))
        found.append(Piece(text[span.start : span.end], number))
        place = max(place, span.end)
    found.extend(_same(text[place:], most, bool(place), False))
    return tuple(found)


def _same(words: str, most: int, after: bool, before: bool) -> Iterator[Piece]:
    """What is the same, shortened where it is long: its ends stand beside edits, or not."""
    head, tail = most if after else 0, most if before else 0
    if not most or len(words) <= head + tail + most:
        if words:
            yield Piece(words)
        return
    if head:
        yield Piece(words[:head])
    yield Piece("", left_out=len(words) - head - tail)
    if tail:
        yield Piece(words[len(words) - tail :])
