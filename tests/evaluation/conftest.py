"""The shared evaluation data, which stand beside the repository; without them these tests skip."""

import pytest

from evaluation_data import shared


@pytest.fixture(scope="session")
def gold():
    return shared("eval/claims/dev")


@pytest.fixture(scope="session")
def corpus():
    return shared("corpus/press-releases.jsonl.gz")
