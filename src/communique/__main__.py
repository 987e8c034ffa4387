"""`python -m communique` is the command `communique`."""

from __future__ import annotations

from communique.cli.main import run

run()
