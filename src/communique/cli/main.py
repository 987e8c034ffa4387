"""The command `communique`: its subcommands, and how every run ends.

Exit status: 0 all went well, 1 some document failed, 2 the call or the set-up was refused,
130 interrupted. What a command needs is imported when it runs.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from communique.cli.commands import (
    account,
    add,
    check,
    decide,
    demo,
    dossier,
    evaluate,
    extract,
    rule,
    search,
    serve,
    show,
    update,
)
from communique.errors import CommuniqueError

REFUSED = 2
INTERRUPTED = 130

app = typer.Typer(
    name="communique",
    help="Reads communiqués and news, and keeps a sourced record of what they assert.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("extract")(extract.extract)
app.command("add")(add.add)
app.command("update")(update.update)
app.command("evaluate")(evaluate.evaluate)
app.add_typer(show.app)
app.command("check")(check.check)
app.command("rule")(rule.rule)
app.command("search")(search.search)
app.command("serve")(serve.serve)
app.command("demo")(demo.demo)
app.add_typer(decide.app, name="decide")
app.add_typer(dossier.app, name="dossier")
app.add_typer(account.app, name="account")


def _version(asked: bool) -> None:
    if asked:
        from communique import __version__

        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options of the program as a whole."""


def run() -> None:
    """Run the command line and end the process with its status."""
    try:
        status = app(standalone_mode=False)
    except typer.Exit as finished:
        status = finished.exit_code
    except (typer.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        status = 0
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        status = REFUSED
    except Exception as error:  # noqa: BLE001 - the parser's base class has moved between versions
        status = _refusal(error)
    sys.exit(status)


def _refusal(error: Exception) -> int:
    """The status of a call that the parser of options refused; other faults go on up."""
    show = getattr(error, "show", None)
    if show is None:
        raise error
    show()
    return REFUSED


def _forget_output() -> None:
    """The reader of our output has gone, as in `communique … | head`: write no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
