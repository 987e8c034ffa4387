"""A document's text with what it names marked, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from communique.cli.printing.names import KINDS, counted, listed
from communique.cli.printing.summary import _heading, kept_apart
from communique.cli.printing.terminal import clean
from communique.model.document import OUTSIDE_THE_ARTICLE
from communique.model.extraction import Extraction
from communique.model.mention import Mention

_MOST = 40


def explained(result: Extraction) -> RenderableType:
    """The text in colour: each mention by its kind, page furniture dimmed, a legend below.

    A mention inside a longer one is underlined. Without colours the legend still lists the names.
    Below stands, for each mention that a named rule read, its value, the rule, and from what it was
    counted.
    """
    text = Text(clean(result.document.text))
    for region in result.document.regions:
        if region.kind in OUTSIDE_THE_ARTICLE:
            text.stylize("dim strike", region.span.start, region.span.end)
    for mention, inner in _nested(result.mentions):
        style = KINDS[mention.kind][1]
        text.stylize(f"{style} underline" if inner else style, mention.start, mention.end)
    return Group(_heading(result.document), Text(), text, Text(), *_legend(result), Text())


def _nested(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, bool]]:
    """Mentions in text order, with whether they lie inside one before."""
    reached = 0
    for mention in mentions:
        yield mention, mention.end <= reached
        reached = max(reached, mention.end)


def _legend(result: Extraction) -> Iterator[Text]:
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
