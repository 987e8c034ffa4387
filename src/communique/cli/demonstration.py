"""The demonstration: the example documents, one by one, then all together."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.cli.examples import examples
from communique.cli.extraction import FINE, SOME_FAILED
from communique.cli.printing.names import KINDS, counted, listed
from communique.cli.printing.summary import claims_told, kept_apart, summarised
from communique.cli.printing.terminal import Progress, clean, console_on
from communique.cli.printing.wording import Wording
from communique.model.extraction import Extraction
from communique.pipeline.extract import cores, extract
from communique.pipeline.stages import StagesLoader
from communique.sources.registry import read_all

_MOST = 25
# Claims told of all documents together.
_TELLING = 12


def demonstrate(jobs: int) -> int:
    """Extract the example documents, print each and an overview; returns the exit status."""
    folder = examples()
    console = console_on(sys.stdout)
    wording = Wording.load()
    done: list[Extraction] = []
    failed = False
    found = read_all([str(folder)], io.BytesIO())
    with Progress() as progress:
        for result in extract(found, StagesLoader(), jobs or cores()):
            progress.step(result)
            if isinstance(result, Extraction):
                done.append(result)
                console.print(summarised(result, wording))
            else:
                failed = True
                progress.say(f"communique: {clean(result.message)}")
    console.print(_overview(done, wording))
    console.print(Text(f"Try: communique extract --explain {folder}", style="bold"))
    return SOME_FAILED if failed else FINE


def _overview(done: Sequence[Extraction], wording: Wording) -> RenderableType:
    """What all documents claim and name together, and what the record rests on."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    claims = [claim for result in done for claim in result.claims]
    for heading, line in claims_told(claims, wording, _TELLING):
        table.add_row(heading, line)
    mentions = [mention for result in done for mention in result.mentions]
    for kind, (heading, colour) in KINDS.items():
        names = counted(mentions, kind)
        if names:
            table.add_row(heading, Text(clean(listed(names, _MOST)), style=colour))
    for heading, facts in _sources(done):
        table.add_row(heading, Text(clean(facts)))
    return Group(Rule(f"{len(done)} documents together"), table, Text())


def _sources(done: Sequence[Extraction]) -> list[tuple[str, str]]:
    """Period, publishers, how dates are known, what was kept apart."""
    documents = [result.document for result in done]
    days = sorted(d.published for d in documents if d.published is not None)
    dates = Counter(d.published_from.value for d in documents if d.published_from is not None)
    publishers = Counter(d.publisher or "unknown" for d in documents)
    apart = sum(bool(kept_apart(document)) for document in documents)
    return [
        ("Period", f"{days[0]} to {days[-1]}" if days else "unknown"),
        ("Publishers", listed(publishers.most_common(), _MOST)),
        ("Dates from", ", ".join(f"{how}: {count}" for how, count in sorted(dates.items()))),
        ("Furniture", f"marked and kept apart in {apart} of {len(documents)} documents"),
    ]
