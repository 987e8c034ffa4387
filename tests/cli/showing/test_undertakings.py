"""Undertakings on the command line."""

import json

import pytest


@pytest.mark.parametrize("style", ["table", "json", "csv"])
def test_undertakings(shown, snapshot, style):
    assert shown("show", "undertakings", "--format", style) == snapshot


def test_undertakings_that_are_open(shown):
    told = json.loads(shown("show", "undertakings", "--open", "--format", "json"))
    assert "commitment.bb00000000" not in {one["record"] for one in told}
    assert {one["outcome"]["what"] for one in told} == {"nothing in this dossier"}
