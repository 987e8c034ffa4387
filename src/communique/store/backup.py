"""Copies of a dossier's file, whole even while others write to it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path

from communique.store.faults import told_by_system


def backup_name(path: Path, version: str, at: datetime) -> Path:
    """Where the copy of a dossier goes that is made before an upgrade.

    Args:
        path: The dossier.
        version: Version of the dossier.
        at: When the copy is made, in UTC.
    """
    return path.with_name(f"{path.stem}.v{version}.{at:%Y%m%dT%H%M%SZ}{path.suffix}")


def back_up(path: Path, target: Path) -> None:
    """Copy a dossier with SQLite's backup: what is committed when it begins.

    The target appears when it is whole; a file of that name is replaced.

    Raises:
        DossierError: The target can't be written.
        sqlite3.Error: The dossier can't be read.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        # Made here first, since SQLite would not tell why it can't.
        part.touch(exist_ok=False)
        _copy(path, part)
        _keep(part)
        part.replace(target)
    except OSError as error:
        raise told_by_system(str(target), error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _copy(path: Path, part: Path) -> None:
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(source), contextlib.closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        # One file that needs no other beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _keep(part: Path) -> None:
    """Have the system put it on disk, so that the upgrade doesn't overtake it."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
