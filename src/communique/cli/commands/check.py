"""`communique check`: what does not add up in a dossier, as a linter tells it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import (
    DEFAULT_DOSSIER,
    BanksOption,
    BetweenOption,
    DossierOption,
    FurtherSides,
    GroupingsOption,
    MemberStatesOption,
    OutputOption,
)


class CheckFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class Gravity(StrEnum):
    """Severities that can be asked for; as in `model.finding`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


CodesOption = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Codes, beginnings of codes or names, with commas."),
]


def check(
    further: FurtherSides = None,
    select: CodesOption = None,
    ignore: CodesOption = None,
    between: BetweenOption = None,
    member_states: MemberStatesOption = False,
    groupings: GroupingsOption = False,
    banks: BanksOption = False,
    severity: Annotated[
        Gravity, typer.Option("--severity", help="Tell what is at least so grave.")
    ] = Gravity.NOTE,
    style: Annotated[
        CheckFormat, typer.Option("--format", help="How to print the findings.")
    ] = CheckFormat.TEXT,
    computed: Annotated[
        bool, typer.Option("--computed", help="Tell also what was computed and agrees.")
    ] = False,
    silenced: Annotated[
        bool, typer.Option("--silenced", help="Tell also what people silenced.")
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Tell how many findings each rule has.")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Status 0 also if errors stand.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option("--config", help="Settings in the place of communique.toml.")
    ] = None,
    output: OutputOption = None,
    dossier: DossierOption = DEFAULT_DOSSIER,
) -> None:
    """Print what does not add up; status 1 if a finding of severity error stands."""
    from communique.cli.checking import Inspection
    from communique.cli.showing.asked import Asked, sides_of

    asked = Asked(
        dossier=dossier,
        between=sides_of(between, further),
        member_states=member_states,
        groupings=groupings,
        banks=banks,
    )
    inspection = Inspection(
        asked=asked,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        severity=severity.value,
        style=style.value,
        computed=computed,
        silenced=silenced,
        statistics=statistics,
        config=config,
        output=output,
    )
    status = inspection.go()
    raise typer.Exit(0 if exit_zero else status)
