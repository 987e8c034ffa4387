"""Findings for people, as linters print them: code, message, place, and the quotes underlined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from communique.checks.rule import Rule
from communique.cli.printing.terminal import clean
from communique.model.document import Document
from communique.model.finding import Quoted, Severity
from communique.views.findings import Kept, by_code
from communique.views.report import Cited, Report

#: Style of each severity.
STYLES: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "bold red",
        Severity.WARNING: "bold yellow",
        Severity.NOTE: "bold blue",
        Severity.COMPUTED: "bold green",
    }
)
# Plural forms for counts; what is computed is no finding.
_COUNTED = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "note"))
# Rows of one quote; a quote can be up to 800 characters long.
_MOST_ROWS = 6
# What the number of a line, the bar and blanks take, and the least that is left for the text.
_MARGIN, _LEAST = 12, 40
# Stands for words that are left out.
_CUT = "… "


def told(one: Kept, report: Report, width: int) -> Text:
    """A finding: its code and message, then each quote under its place.

    Args:
        one: The finding.
        report: The report that it is of.
        width: Characters to a line.
    """
    finding = one.finding
    style = STYLES[finding.severity]
    lines = [Text.assemble((finding.code, style), " ", (_on_one_line(finding.message), "bold"))]
    for index, quote in enumerate(finding.quotes):
        lines += _quoted(quote, report, max(width - _MARGIN, _LEAST), style if index == 0 else "")
    lines += [Text(f"   = {line}", style="dim") for line in _remarks(one, report)]
    return Text("\n").join([*lines, Text()])


def told_all(report: Report, width: int) -> Text:
    """All findings of a report, then how many there are."""
    findings = [told(one, report, width) for one in report.findings]
    count = counted(one.finding.severity for one in report.findings if one.silenced is None)
    return Text("\n").join([*findings, Text(count, style="bold")])


def _remarks(one: Kept, report: Report) -> Iterator[str]:
    yield f"{one.ident} {report.name(one.finding)} ({one.finding.severity})"
    for decision, verb in ((one.silenced, "silenced"), (one.lapsed, "was silenced")):
        if decision is not None:
            reason = f": {clean(decision.reason)}" if decision.reason else ""
            since = f"{verb} by {clean(decision.author)} on {decision.at.date()}{reason}"
            lapsed = "; what it was computed from has changed" if verb.startswith("was") else ""
            yield since + lapsed


def _quoted(quote: Quoted, report: Report, width: int, style: str) -> Iterator[Text]:
    """The place of a quote, and its words underlined."""
    cited = report.cited[quote.document]
    line, column = cited.place(quote.start)
    arrow = "  --> " if style else "  ::: "
    place = f"{clean(cited.document.id)}:{line}:{column}"
    yield Text.assemble((arrow, "dim"), place, (_facts(cited.document), "dim"))
    gutter = len(str(cited.place(quote.end).line))
    yield Text(f" {'':>{gutter}} |", style="dim")
    for row in list(rows(cited, quote, width))[:_MOST_ROWS]:
        number = str(row.line) if row.line else ""
        yield Text.assemble((f" {number:>{gutter}} | ", "dim"), row.text)
        label = f" {quote.label}" if quote.label and row.last else ""
        sign = "^" if quote.subject else "-"
        mark = " " * row.before + sign * row.length
        yield Text.assemble((f" {'':>{gutter}} | ", "dim"), (f"{mark}{clean(label)}", style))


def _on_one_line(message: str) -> str:
    return " ".join(clean(message).split())


def _facts(document: Document) -> str:
    """What tells a document apart: " (Example Wire, 2024-07-03)"."""
    facts = [document.publisher, document.published.isoformat() if document.published else None]
    known = ", ".join(clean(fact) for fact in facts if fact)
    return f" ({known})" if known else ""


class Row(NamedTuple):
    """A row of an excerpt.

    Attributes:
        line: Number of the line of the text, None where it goes on.
        text: What is shown of it.
        before: Cells before the underlined words.
        length: Cells of the underlined words.
        last: Whether the quote ends in it.
    """

    line: int | None
    text: str
    before: int
    length: int
    last: bool


def rows(cited: Cited, quote: Quoted, width: int) -> Iterator[Row]:
    """The lines of a text on which a quote stands, cut and broken to a width.

    Args:
        cited: The document.
        quote: The quote.
        width: Characters to a row.
    """
    first, last = cited.place(quote.start), cited.place(quote.end)
    for number in range(first.line, last.line + 1):
        words = clean(cited.line(number)).replace("\t", " ")
        start = first.column - 1 if number == first.line else 0
        end = last.column - 1 if number == last.line else len(words)
        if words[start:end].strip():
            yield from _broken(words, start, end, width, number, number == last.line)


def _broken(words: str, start: int, end: int, width: int, number: int, ends: bool) -> Iterator[Row]:
    """The part of a line around the words from `start` to `end`, in rows."""
    begin = _before(words, start, max(0, width - (end - start)) // 2, width)
    line: int | None = number
    while begin < end:
        stop = _row_end(words, begin, width)
        shown = words[begin:stop].rstrip()
        low, high = max(start, begin), min(end, begin + len(shown))
        if low < high:
            lead = _CUT if line and begin else ""
            tail = f" {_CUT.strip()}" if stop >= end and stop < len(words) else ""
            before = cell_len(lead + words[begin:low])
            is_last = ends and stop >= end
            yield Row(line, lead + shown + tail, before, cell_len(words[low:high]), is_last)
            line = None
        begin = stop
        while begin < end and words[begin] == " ":
            begin += 1


def _before(words: str, start: int, room: int, width: int) -> int:
    """Where to begin, so that some words before the quote are shown."""
    if len(words) <= width:
        return 0
    earliest = max(0, start - room)
    if earliest == 0:
        return 0
    blank = words.find(" ", earliest, start)
    return blank + 1 if blank >= 0 else start


def _row_end(words: str, begin: int, width: int) -> int:
    """Where a row that begins here ends: at a blank, if there is one."""
    if len(words) - begin <= width:
        return len(words)
    blank = words.rfind(" ", begin + 1, begin + width + 1)
    return blank if blank > begin else begin + width


def statistics(found: Sequence[Kept], rules: Mapping[str, type[Rule]]) -> RenderableType:
    """How many findings each rule has, the most frequent first."""
    table = Table(box=None, pad_edge=False, show_edge=False, show_header=False)
    table.add_column(justify="right")
    for code, count in by_code(found).items():
        rule = rules[code]
        table.add_row(str(count), Text(code, style=STYLES[rule.severity]), rule.name)
    return table


def counted(severities: Iterable[Severity]) -> str:
    """How many there are of each severity: "2 errors, 1 warning"."""
    counts = Counter(severities)
    parts = [
        f"{counts[severity]:,} {name}{'' if counts[severity] == 1 else 's'}"
        for severity, name in _COUNTED
        if counts[severity]
    ]
    return ", ".join(parts) or "no findings"
