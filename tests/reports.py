"""A small report of findings, made by hand, for tests of what prints and writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from communique.checks.rule import DocumentRule, Example
from communique.model.decision import Decision, Ruling
from communique.model.document import Document
from communique.model.finding import Finding, Quoted, Severity
from communique.views.findings import Kept
from communique.views.report import Cited, Report

TEXT = "Nairobi, 50 % done.\nThe pact entered into force on Thursday, 1 July 2024,\nand not before."


class WeekdayContradictsDate(DocumentRule):
    """A weekday is named beside a date that fell on another weekday.

    Why it matters: one of the two is wrong.
    """

    code = "CAL201"
    name = "weekday-contradicts-date"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = quiet = Example((), "")

    def check(self, sheet):
        return ()


def cited(key: str = "d1", text: str = TEXT, url: str | None = None) -> Cited:
    document = Document(
        id=f"{key}, news: wire",
        text=text,
        text_given=True,
        title="Pact in force",
        published=date(2024, 7, 3),
        publisher="Example Wire",
        url=url,
    )
    return Cited(key, document)


def quoted(words: str, text: str = TEXT, key: str = "d1", **facts: object) -> Quoted:
    start = text.index(words)
    return Quoted(key, start, start + len(words), words, **facts)


def finding(*quotes: Quoted, severity: Severity = Severity.ERROR, **facts: object) -> Finding:
    message = facts.pop("message", "1 July 2024 was a Monday, not a Thursday")
    return Finding(code="CAL201", severity=severity, message=message, quotes=quotes, **facts)


def decision() -> Decision:
    return Decision(
        id="f" * 40,
        ruling=Ruling.SILENCE,
        targets=(),
        author="Ada",
        at=datetime(2024, 8, 1, 12, tzinfo=UTC),
        reason="the wire said: a slip",
    )


def report() -> Report:
    """An error with two quotes, a silenced warning, and what was computed."""
    lines = "1 July 2024,\nand not before"
    url = "https://example.org/pact"
    error = finding(
        quoted("Thursday, 1 July 2024"),
        quoted("50 %", key="d2", label="the share", subject=False),
        message="50 % of it\nis wrong",
        records=("event.abc",),
    )
    silenced = finding(quoted(lines), severity=Severity.WARNING)
    computed = finding(quoted("50 %"), severity=Severity.COMPUTED, message="it fits")
    return Report(
        (
            Kept("CAL201:aaaa", "b1", error),
            Kept("CAL201:bbbb", "b2", silenced, silenced=decision()),
            Kept("CAL201:cccc", "b3", computed),
        ),
        {"d1": cited(), "d2": cited("d2", url=url)},
        {"CAL201": WeekdayContradictsDate},
    )
