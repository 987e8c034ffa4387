"""Fixtures that several folders share."""

import pytest

from factory import commitment, event, figure, instrument, office


@pytest.fixture
def claim_of_each_kind():
    return (event(), instrument(), commitment(), figure(), office())
