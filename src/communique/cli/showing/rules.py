"""`rule`: the page of a rule, or the list of all."""

from __future__ import annotations

import sys

from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from communique.checks.pages import page, summary
from communique.checks.registry import all_rules, rule_called
from communique.cli.printing.findings import STYLES
from communique.cli.printing.terminal import console_on


def show_rule(code: str) -> None:
    """Print the page of a rule: laid out on a terminal, as Markdown elsewhere.

    Raises:
        UnknownRule: There is none of that code or name.
        BadPlugin: An installed package offers what is no rule.
    """
    told = page(rule_called(code))
    console = console_on(sys.stdout)
    if console.is_terminal:
        console.print(Markdown(told))
    else:
        sys.stdout.write(told)


def show_rules() -> None:
    """Print all rules with what they look for.

    Raises:
        BadPlugin: An installed package offers what is no rule.
    """
    table = Table(box=None, pad_edge=False, show_edge=False)
    for heading in ("code", "severity", "name", "what it looks for"):
        table.add_column(heading, no_wrap=heading in {"code", "severity"})
    for rule in all_rules():
        severity = Text(rule.severity.value, style=STYLES[rule.severity])
        table.add_row(rule.code, severity, rule.name, summary(rule))
    console_on(sys.stdout).print(table)
