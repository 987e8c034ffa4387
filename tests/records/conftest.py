"""What comparisons need to know, read once for all tests here."""

import pytest

from communique.records.comparing.lore import Lore


@pytest.fixture(scope="session")
def lore():
    return Lore.load()
