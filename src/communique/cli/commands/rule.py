"""`communique rule`: explains a check, or lists them all."""

from __future__ import annotations

from typing import Annotated

import typer


def rule(
    code: Annotated[
        str | None, typer.Argument(help="Code or name of a rule; without it, all are listed.")
    ] = None,
) -> None:
    """Explain a rule: what it looks for, an example, and what to do about its findings."""
    from communique.cli.showing.rules import show_rule, show_rules

    if code is None:
        show_rules()
    else:
        show_rule(code)
