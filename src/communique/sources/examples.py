"""Where the example documents are: in the installed package, or in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from communique.errors import SourceNotFound

_NAME = "kazakhstan-eu"


def examples() -> Path:
    """The folder of the example documents.

    Raises:
        SourceNotFound: The installation lacks them.
    """
    package = Path(str(files("communique")))
    for folder in (package / "examples" / _NAME, package.parents[1] / "examples" / _NAME):
        if folder.is_dir():
            return folder
    raise SourceNotFound(
        "the example documents", "this installation lacks them", "install communique again"
    )
