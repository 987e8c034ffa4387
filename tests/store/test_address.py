"""Where a dossier is, and how it is named in messages."""

import pytest

from communique.errors import BadAddress
from communique.store.address import File, Server, place_of


@pytest.mark.parametrize("address", ["dossier.db", "/tmp/a b?mode=x#1%.db", "C:odd", "postgresql"])
def test_a_path_is_a_file(address):
    place = place_of(address)
    assert isinstance(place, File)
    assert place.shown == address


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg", "PostgreSQL"])
def test_an_address_of_postgresql_is_a_server(scheme):
    place = place_of(f"{scheme}://ann:secret@db.example:5433/desk?sslmode=require")
    assert isinstance(place, Server)
    assert place.url.drivername == "postgresql+psycopg"
    assert place.shown == "postgresql://ann:***@db.example:5433/desk?sslmode=require"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="empty"),
        pytest.param("  ", id="blank"),
        pytest.param("a\0b", id="nul"),
        pytest.param("mysql://ann:secret@host/desk", id="another-database"),
        pytest.param("https://host/dossier.db", id="web"),
        pytest.param("postgresql://ann:secret@host:many/desk", id="no-port"),
        pytest.param("postgresql://ann:sec/ret@host:many/desk", id="slash-in-password"),
    ],
)
def test_what_can_be_no_dossier_is_refused_without_telling_secrets(address):
    with pytest.raises(BadAddress) as caught:
        place_of(address)
    assert "secret" not in str(caught.value)
    assert "ret@" not in str(caught.value)
