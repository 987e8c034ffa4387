"""Where the shared evaluation data are; tests that ask for what is not there are skipped."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


def shared(path: str) -> Path:
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"the shared evaluation data are not here ({path})")
    return found
