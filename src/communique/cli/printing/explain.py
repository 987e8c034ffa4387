"""A document's text with its claims marked and told below each paragraph, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.cli.printing.colours import COLOURS
from communique.cli.printing.names import KINDS, counted, listed
from communique.cli.printing.summary import heading_of, kept_apart
from communique.cli.printing.terminal import clean
from communique.model.claim import Claim
from communique.model.document import OUTSIDE_THE_ARTICLE
from communique.model.extraction import Extraction
from communique.model.mention import Mention
from communique.views.headlines import counted_kinds
from communique.views.wording import Wording

_MOST = 40
_INDENT = (0, 0, 0, 4)
Numbered = Mapping[int, Claim]


def explained(result: Extraction, wording: Wording) -> RenderableType:
    """The text, with every quote between the numbers of its claim, and claims below paragraphs.

    Names have the colour of their kind, those inside another are in italics, page furniture is
    dimmed; a legend follows. The numbers tell the quotes without colours too:
    "[2 Oman and Peru signed a treaty 2]".

    Below stands, for each mention that a named rule read, its value, the rule, and from what it was
    counted.
    """
    text = Text(clean(result.document.text))
    for region in result.document.regions:
        if region.kind in OUTSIDE_THE_ARTICLE:
            text.stylize("dim strike", region.span.start, region.span.end)
    for mention, inner in _nested(result.mentions):
        style = KINDS[mention.kind][1]
        text.stylize(f"{style} italic" if inner else style, mention.start, mention.end)
    claims = dict(enumerate(sorted(result.claims, key=_place), 1))
    body = _paragraphs(text, claims, wording)
    return Group(
        heading_of(result.document), Text(), *body, Text(), *_legend(result, wording), Text()
    )


def _place(claim: Claim) -> tuple[int, int]:
    first = claim.evidence[0]
    return first.start, -first.end


def _nested(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, bool]]:
    """Mentions in text order, with whether they lie inside one before."""
    reached = 0
    for mention in mentions:
        yield mention, mention.end <= reached
        reached = max(reached, mention.end)


def _paragraphs(text: Text, claims: Numbered, wording: Wording) -> Iterator[RenderableType]:
    """The lines of the text, each followed by the claims whose first quote begins in it."""
    marks = _marks(claims)
    start = 0
    for line in text.plain.split("\n"):
        end = start + len(line)
        yield _marked(text, start, end, [mark for mark in marks if _within(mark, start, end)])
        for number, claim in claims.items():
            if start <= claim.evidence[0].start < end:
                yield Padding(_told(number, claim, wording), _INDENT, expand=False)
        start = end + 1


class Mark(NamedTuple):
    """The number of a claim where one of its quotes begins or ends."""

    place: int
    opens: bool
    sign: Text


def _marks(claims: Numbered) -> list[Mark]:
    marks = []
    for number, claim in claims.items():
        style = f"bold {COLOURS.get(claim.kind, 'default')}"
        for quote in claim.evidence:
            marks.append(Mark(quote.start, True, Text(f"[{number} ", style=style)))
            marks.append(Mark(quote.end, False, Text(f" {number}]", style=style)))
    # A quote that ends where another begins is closed first.
    return sorted(marks, key=lambda mark: (mark.place, mark.opens))


def _within(mark: Mark, start: int, end: int) -> bool:
    """Whether a mark stands in a line: no quote begins at its end or ends at its start."""
    return start <= mark.place < end if mark.opens else start < mark.place <= end


def _marked(text: Text, start: int, end: int, marks: Sequence[Mark]) -> Text:
    """A line of the text with its marks put in."""
    line = Text()
    for mark in marks:
        line.append_text(text[start : mark.place]).append_text(mark.sign)
        start = mark.place
    return line.append_text(text[start:end])


def _told(number: int, claim: Claim, wording: Wording) -> Text:
    """A claim by its filled slots: "2 instrument  type: agreement · step: signed"."""
    style = f"bold {COLOURS.get(claim.kind, 'default')}"
    kinds = wording.words.kinds
    kind = kinds[claim.kind].one if claim.kind in kinds else claim.kind
    line = Text.assemble((f"{number} {kind}", style), "  ")
    for index, (label, value) in enumerate(wording.told(claim)):
        line.append(" · " if index else "", style="dim")
        line.append(f"{label}: ", style="dim").append(clean(value))
    return line


def _legend(result: Extraction, wording: Wording) -> Iterator[Text]:
    if result.claims:
        yield Text(f"Claims: {counted_kinds(result.claims, wording)}", style="bold")
    for kind, (heading, colour) in KINDS.items():
        names = counted(result.mentions, kind)
        if names:
            line = Text(f"{heading}: ", style=colour)
            yield line.append(clean(listed(names, _MOST)), style="default")
    yield from _how_read(result.mentions)
    apart = kept_apart(result.document)
    if apart:
        yield Text(f"Kept apart: {apart}", style="dim strike")


def _how_read(mentions: Sequence[Mention]) -> Iterator[Text]:
    """A line for each wording that a named rule read, in text order, each once."""
    lines = dict.fromkeys(
        (mention.text, str(getattr(mention, "value", "")), mention.rule, mention.anchored_on)
        for mention in mentions
        if mention.rule is not None
    )
    for wording, value, rule, anchored_on in list(lines)[:_MOST]:
        counted_from = f", counted from {anchored_on}" if anchored_on else ""
        line = f"  {clean(wording)}: {value} (rule {rule}{counted_from})"
        yield Text(" ".join(line.split("\n")), style="dim")
