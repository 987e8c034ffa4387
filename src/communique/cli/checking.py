"""Runs the checks of a dossier for the command line: brings findings up to date, prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.checks.pages import FAMILIES
from communique.checks.registry import all_rules, rule_called
from communique.checks.rule import Rule
from communique.cli.output import opened, opened_exactly
from communique.cli.printing.findings import statistics, told_all
from communique.cli.printing.terminal import Progress, console_on
from communique.cli.settings import settings_in, settings_near
from communique.cli.showing.asked import Asked
from communique.cli.showing.question import relationship_of
from communique.cli.today import today
from communique.exports.findings.registry import WRITERS
from communique.model.finding import ALARMS, Severity
from communique.pipeline.checking import Checker, due_count
from communique.pipeline.knowledge import lazily
from communique.store.dossier import Mode, open_dossier
from communique.store.findings import WantedFindings
from communique.views.findings import list_findings
from communique.views.report import Report, report_of

#: Exit status: nothing of severity error stands, or something does.
CLEAN, ERRORS = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One look at what does not add up.

    Attributes:
        asked: The dossier, and the sides that findings must concern.
        select: Codes, beginnings of codes or names of rules, with commas; none for all.
        ignore: The same of rules that are left out.
        severity: The least grave that is told.
        style: "text", or a format of findings for programs.
        computed: Tell also what was computed and agrees.
        silenced: Tell also what people silenced.
        statistics: Tell numbers in the place of findings.
        config: File of settings; None for the nearest `communique.toml`.
        output: File to write to; None for standard output.
    """

    asked: Asked
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: str
    style: str
    computed: bool
    silenced: bool
    statistics: bool
    config: Path | None
    output: Path | None

    def go(self) -> int:
        """Check what is due, and print; returns the exit status.

        Raises:
            InputError: A code, a side or the settings can't be used.
            DossierError: The dossier can't be read.
        """
        rules = {rule.code: rule for rule in all_rules()}
        wanted = self._wanted(rules)
        self._refresh(tuple(rules.values()))
        with (
            open_dossier(self.asked.dossier, Mode.READ) as dossier,
            dossier.reading() as connection,
        ):
            found = list_findings(connection, wanted)
            report = report_of(connection, found, rules)
        self._print(report)
        standing = (kept for kept in found if kept.silenced is None)
        return ERRORS if any(k.finding.severity is Severity.ERROR for k in standing) else CLEAN

    def _wanted(self, rules: Mapping[str, type[Rule]]) -> WantedFindings:
        """Which findings the command line asks for, else the settings.

        Raises:
            InputError: A code, a side or the settings can't be used.
        """
        told = settings_in(self.config) if self.config else settings_near(Path.cwd())
        asked = self.asked if self.asked.between else replace(self.asked, between=told.between)
        relationship = relationship_of(asked)
        least = ALARMS.index(Severity(self.severity))
        told_too = (Severity.COMPUTED,) if self.computed else ()
        return WantedFindings(
            select=_codes(self.select or told.select, rules),
            ignore=_codes(self.ignore or told.ignore, rules),
            severities=frozenset((*ALARMS[: least + 1], *told_too)),
            sides=() if relationship is None else relationship.names(""),
            today=today(),
            silenced=None if self.silenced else False,
        )

    def _refresh(self, rules: Sequence[type[Rule]]) -> None:
        """Bring the findings up to date, where they are not.

        Raises:
            DossierError: The dossier can't be read, or can't be written though it has to be.
        """
        address = self.asked.dossier
        with open_dossier(address, Mode.READ) as dossier, dossier.reading() as connection:
            if not due_count(connection, rules):
                return
        with (
            open_dossier(address, Mode.WRITE, create=False) as dossier,
            Progress() as progress,
        ):
            for step in Checker(dossier, lazily(), tuple(rules)).check():
                progress.tell(step)

    def _print(self, report: Report) -> None:
        """Print the report as the user wants it.

        Raises:
            BadOption: The output can't be written.
        """
        if self.style != "text":
            with opened_exactly(self.output) as out:
                WRITERS[self.style](report, out)
            return
        with opened(self.output) as out:
            console = console_on(out)
            if self.statistics:
                console.print(statistics(report.findings, report.rules))
            else:
                console.print(told_all(report, console.width))


def _codes(typed: Iterable[str], rules: Mapping[str, type[Rule]]) -> tuple[str, ...]:
    """Codes and beginnings of codes from what was typed.

    Raises:
        UnknownRule: No rule has such a code or name.
    """
    return tuple(_code(word.strip(), rules) for words in typed for word in words.split(","))


def _code(word: str, rules: Mapping[str, type[Rule]]) -> str:
    beginning = word.upper()
    if beginning and any(code.startswith(beginning) for code in (*rules, *FAMILIES)):
        return beginning
    return rule_called(word, rules.values()).code
