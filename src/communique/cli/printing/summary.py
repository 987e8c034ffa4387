"""A document's extraction at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from communique.cli.printing.colours import COLOURS
from communique.cli.printing.names import KINDS, counted, listed
from communique.cli.printing.terminal import clean
from communique.model.claim import Claim
from communique.model.document import OUTSIDE_THE_ARTICLE, Document, PublishedFrom
from communique.model.extraction import Extraction
from communique.views.headlines import counted_kinds, headline, most_telling
from communique.views.wording import Wording

_MOST = 12
# Claims told for each document.
_TELLING = 4
_HOW = {
    PublishedFrom.GIVEN: "as given",
    PublishedFrom.METADATA: "from the metadata",
    PublishedFrom.URL: "from the address",
    PublishedFrom.DATELINE: "from the dateline",
}


def summarised(result: Extraction, wording: Wording) -> RenderableType:
    """Title, source and date of a document, what it claims and names, what was kept apart."""
    document = result.document
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for heading, line in claims_told(result.claims, wording, _TELLING):
        table.add_row(heading, line)
    for kind, (heading, colour) in KINDS.items():
        names = counted(result.mentions, kind)
        if names:
            table.add_row(heading, Text(clean(listed(names, _MOST)), style=colour))
    apart = kept_apart(document)
    if apart:
        table.add_row("Kept apart", Text(apart, style="dim"))
    return Group(heading_of(document), table, Text())


def claims_told(claims: Sequence[Claim], wording: Wording, most: int) -> Iterator[tuple[str, Text]]:
    """How many claims there are, and the most telling, each with the kind it is of."""
    if not claims:
        return
    yield "Claims", Text(counted_kinds(claims, wording), style="bold")
    for claim in most_telling(claims, most):
        line = Text("· ", style=COLOURS[claim.kind])
        yield "", line.append(clean(headline(claim, wording)), style="default")


def heading_of(document: Document) -> Text:
    """Title, source, date, language and length of a document."""
    title = Text(clean(document.title or document.id), style="bold underline")
    facts = [
        document.publisher or "publisher unknown",
        dated(document),
        document.language or "language unknown",
        f"{len(document.text):,} characters",
    ]
    return Text("\n").join([title, Text(clean(" · ".join(facts)), style="dim")])


def dated(document: Document) -> str:
    """The publication date and how it is known."""
    if document.published is None or document.published_from is None:
        return "date unknown"
    return f"{document.published.isoformat()} {_HOW[document.published_from]}"


def kept_apart(document: Document) -> str:
    """How many stretches are no article, by kind."""
    kinds = Counter(r.kind.value for r in document.regions if r.kind in OUTSIDE_THE_ARTICLE)
    return ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items()))
