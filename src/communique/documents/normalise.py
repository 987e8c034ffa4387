"""Plain text for the analysis, with a map back to the document's own offsets.

Typographic variants hinder tokenising and look-up: smart quotes, soft hyphens, non-breaking spaces,
ligatures, right-to-left marks, decomposed accents. They are replaced here, for the analysis only;
what is printed and quoted is always the document's own text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from communique.model.span import Span

# One character for one: offsets stay as they are.
_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4", "'"),
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t\r\n\v\f\x1c\x1d\x1e\x1f\x85", " "),
        **{chr(c): " " for c in range(0x2000, 0x200B)},
        **dict.fromkeys("\u2028\u2029", " "),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        # Lone surrogates come through JSON escapes and can't be encoded.
        **{chr(c): "\ufffd" for c in range(0xD800, 0xE000)},
    }
)
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Invisible: soft hyphen, zero-width signs, marks and embeddings of writing direction, BOM.
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# An en dash that joins two names is to the parser a break in the sentence, a hyphen is not:
# "the Fiji–Tonga treaty". Between figures it means a range and stays.
_JOINING = re.compile(r"(?<=[^\W\d_])\u2013(?=[^\W\d_])")
# The bound on combining marks keeps a hostile pile of them from becoming one character's business.
_CHANGES = re.compile(
    rf"(?P<gone>[{_INVISIBLE}]+)"
    rf"|(?P<ligature>[{''.join(_LIGATURES)}])"
    r"|(?P<accent>[A-Za-z\u00c0-\u024f\u0400-\u04ff][\u0300-\u036f]{1,4})"
    r"|(?P<blank>\s{2,})"
)


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch of normalised text and the stretch of the original that it stands for."""

    start: int
    length: int
    original_start: int
    original_length: int


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text that knows where each of its characters came from.

    Attributes:
        text: The normalised text.
        part_starts: Offsets in `text` at which the given parts begin, empty parts left out.
    """

    text: str
    part_starts: tuple[int, ...]
    _segments: tuple[_Segment, ...]
    _starts: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The stretch (start, end) of the document's text that `text[start:end]` stands for.

        Args:
            start: First character, an offset into `text`.
            end: One past the last character; greater than `start`.
        """
        first = self._segments[bisect_right(self._starts, start) - 1]
        last = first
        if end - first.start > first.length:
            last = self._segments[bisect_right(self._starts, end - 1) - 1]
        begins = first.original_start
        if first.length == first.original_length:
            begins += start - first.start
        ends = last.original_start + last.original_length
        if last.length == last.original_length:
            ends = last.original_start + (end - last.start)
        return begins, ends


def normalise(text: str, parts: Iterable[Span] | None = None) -> Normalised:
    """Normalise the given parts of a text and join them with single spaces.

    Args:
        text: The document's text.
        parts: What to keep, in order and without overlaps; the whole text if None.
    """
    builder = _Builder(text)
    for part in [Span(0, len(text))] if parts is None else parts:
        builder.add(part)
    return builder.finish()


class _Builder:
    """Collects the pieces of one normalised text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._length = 0
        self._segments: list[_Segment] = []
        self._part_starts: list[int] = []

    def add(self, part: Span) -> None:
        """Append one part, after a space that stands for nothing."""
        before = self._length
        if self._length:
            self._put(" ", part.start, 0)
        starts_at = self._length
        position = part.start
        for match in _CHANGES.finditer(self._text, part.start, part.end):
            self._keep(position, match.start())
            self._put(_replacement(match), match.start(), match.end() - match.start())
            position = match.end()
        self._keep(position, part.end)
        if self._length > starts_at:
            self._part_starts.append(starts_at)
        elif self._length > before:
            self._pieces.pop()
            self._segments.pop()
            self._length = before

    def finish(self) -> Normalised:
        """The whole, with its map."""
        return Normalised(
            text=_JOINING.sub("-", "".join(self._pieces).translate(_ONE_FOR_ONE)),
            part_starts=tuple(self._part_starts),
            _segments=tuple(self._segments),
            _starts=tuple(segment.start for segment in self._segments),
        )

    def _keep(self, start: int, end: int) -> None:
        if end > start:
            self._put(self._text[start:end], start, end - start)

    def _put(self, piece: str, original_start: int, original_length: int) -> None:
        if not piece:
            return
        self._segments.append(_Segment(self._length, len(piece), original_start, original_length))
        self._pieces.append(piece)
        self._length += len(piece)


def _replacement(match: re.Match[str]) -> str:
    """What stands in the normalised text for one irregular stretch."""
    found = match.group()
    match match.lastgroup:
        case "gone":
            return ""
        case "ligature":
            return _LIGATURES[found]
        case "accent":
            return unicodedata.normalize("NFC", found)
        case _:
            return " "
