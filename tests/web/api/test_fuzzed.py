"""Requests that the description allows, and others, drawn by Schemathesis: no server error."""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from communique.store.dossier import Mode, open_dossier
from communique.web.app import create_app
from communique.web.visitors import Role, Visitor, token_for
from communique.web.workshop import Workshop
from filling import SentenceLoader, add, documents
from serving import site_on

# Requests for each operation; more are drawn where the variable asks for it.
_DRAWN = int(os.environ.get("COMMUNIQUE_FUZZ", "12"))


_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    """The description of the interface to a dossier, and a token that lets change it."""
    path = tmp_path_factory.mktemp("fuzzed") / "dossier.db"
    with open_dossier(str(path), Mode.WRITE) as dossier:
        add(dossier, documents(5))
        site = site_on(dossier)
        app = create_app(site, Workshop(site, SentenceLoader()))
        token = token_for(site, Visitor("Ada", Role.ADMINISTRATOR))
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app), token


def test_no_request_breaks_the_server(described):
    schema, token = described
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 15
    for operation in operations:

        @settings(max_examples=_DRAWN, suppress_health_check=list(HealthCheck), deadline=None)
        @given(operation.as_strategy())
        def never_breaks(case):
            case.headers = {**(case.headers or {}), "x-csrf-token": token}
            case.call_and_validate(checks=_CHECKS)

        never_breaks()
