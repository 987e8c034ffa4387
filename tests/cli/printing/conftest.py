import io

import pytest
from rich.console import Console


@pytest.fixture
def printed():
    """What a view prints into a file, its lines without blanks at their ends."""

    def show(view):
        out = io.StringIO()
        Console(file=out, width=140, highlight=False, markup=False).print(view)
        return "\n".join(line.rstrip() for line in out.getvalue().splitlines())

    return show
