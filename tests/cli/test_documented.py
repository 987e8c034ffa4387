"""Every command and option is on the page of commands."""

from pathlib import Path

import pytest
import typer

from communique.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs/reference/cli.md").read_text()
COMMANDS = typer.main.get_command(app).commands


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_its_section_with_every_option(name):
    _, heading, rest = PAGE.partition(f"\n## communique {name}\n")
    assert heading
    section = rest.partition("\n## ")[0]
    for parameter in COMMANDS[name].params:
        for option in (o for o in parameter.opts if o.startswith("--") and o != "--help"):
            assert option in section


NESTED = [
    pytest.param(name, inner, id=f"{name} {inner}")
    for name, command in COMMANDS.items()
    for inner in getattr(command, "commands", ())
]


@pytest.mark.parametrize(("name", "inner"), NESTED)
def test_a_command_of_a_group_is_in_its_section_with_every_option(name, inner):
    section = PAGE.partition(f"\n## communique {name}\n")[2].partition("\n## ")[0]
    assert inner in section
    for parameter in COMMANDS[name].commands[inner].params:
        for option in (o for o in parameter.opts if o.startswith("--") and o != "--help"):
            assert option in section
