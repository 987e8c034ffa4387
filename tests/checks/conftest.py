"""What tests of rules share: one workbench with the language pipeline, loaded once."""

import pytest

from communique.pipeline.evaluate.small_dossier import Workbench


@pytest.fixture(scope="session")
def workbench():
    """Makes small dossiers and checks them."""
    with Workbench.opened() as opened:
        yield opened
