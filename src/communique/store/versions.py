"""Versions of the dossier's schema: which there are, which one a database has."""

from __future__ import annotations

from typing import NoReturn

from sqlalchemy import Connection, inspect, text

from communique.errors import DossierNewer, DossierOlder, NotADossier

#: All versions, oldest first; a test compares them with the migrations.
VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
#: The version that this program reads and writes.
CURRENT = VERSIONS[-1]
#: Table that holds a dossier's version, and shows that it is one.
TABLE = "dossier_version"


def version_of(connection: Connection, address: str) -> str | None:
    """The version of a dossier, None of an empty database.

    Args:
        connection: To the database.
        address: How the dossier is named in messages.

    Raises:
        NotADossier: The database holds something else.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    found = connection.scalar(text(f"SELECT version_num FROM {TABLE}")) if TABLE in tables else None
    if found is None:
        reason = "it is a database, but no dossier"
        raise NotADossier(address, reason, "name another file or database")
    return str(found)


def refuse_newer(version: str, address: str) -> None:
    """Refuse a dossier that a newer program made.

    Raises:
        DossierNewer: It is one.
    """
    if version not in VERSIONS:
        reason = f"a newer communique made it (version {version}, this one knows {CURRENT})"
        raise DossierNewer(address, reason, "install the newer communique")


def refuse_older(version: str, address: str) -> NoReturn:
    """Refuse a dossier of an older version.

    Raises:
        DossierOlder: Always.
    """
    reason = f"an older communique made it (version {version}, now {CURRENT})"
    raise DossierOlder(address, reason, f"run `communique dossier upgrade --dossier {address}`")
