"""The shared evaluation data, which stand beside the repository; without them these tests skip."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


def shared(path):
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"the shared evaluation data are not here ({path})")
    return found


@pytest.fixture(scope="session")
def gold():
    return shared("eval/claims/dev")


@pytest.fixture(scope="session")
def corpus():
    return shared("corpus/press-releases.jsonl.gz")
