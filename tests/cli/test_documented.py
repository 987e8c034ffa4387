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
    # A command may be a family of commands, which share a section.
    members = getattr(COMMANDS[name], "commands", {})
    assert all(f"| `{member}` |" in section for member in members)
    for command in (COMMANDS[name], *members.values()):
        for parameter in command.params:
            for option in (o for o in parameter.opts if o.startswith("--") and o != "--help"):
                assert option in section
