"""What databases raise, in words of ours."""

import errno
import sqlite3

import pytest

from communique import errors
from communique.store.faults import told, told_by_system, translated


def of_sqlite(name, message="it went wrong"):
    error = sqlite3.OperationalError(message)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_BUSY", errors.DossierLocked),
        ("SQLITE_BUSY_SNAPSHOT", errors.DossierLocked),
        ("SQLITE_FULL", errors.DossierFull),
        ("SQLITE_IOERR_WRITE", errors.DossierFull),
        ("SQLITE_IOERR_READ", errors.DossierFailed),
        ("SQLITE_READONLY_DBMOVED", errors.DossierForbidden),
        ("SQLITE_CANTOPEN", errors.DossierForbidden),
        ("SQLITE_CORRUPT_VTAB", errors.DossierDamaged),
        ("SQLITE_NOTADB", errors.NotADossier),
        ("SQLITE_ERROR", errors.DossierFailed),
    ],
)
def test_codes_of_sqlite(name, kind):
    error = told("desk.db", of_sqlite(name))
    assert type(error) is kind
    assert str(error).startswith("desk.db: ")
    assert "it went wrong" in str(error)


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("08006", errors.NoServer),
        ("28P01", errors.NoServer),
        ("3D000", errors.NoServer),
        ("42501", errors.DossierForbidden),
        ("25006", errors.DossierForbidden),
        ("53100", errors.DossierFull),
        ("53300", errors.NoServer),
        ("55P03", errors.DossierLocked),
        ("57P01", errors.NoServer),
        ("XX001", errors.DossierDamaged),
        ("22P02", errors.DossierFailed),
        ("40P01", errors.DossierFailed),
    ],
)
def test_states_of_postgresql(state, kind):
    error = Exception("it went wrong\nDETAIL: no more of it")
    error.sqlstate = state
    assert type(told("desk", error)) is kind
    assert "DETAIL" not in str(told("desk", error))


def test_sqlite_without_full_text_search_is_told():
    error = told("desk.db", of_sqlite("SQLITE_ERROR", "no such module: fts5"))
    assert type(error) is errors.NoDatabase


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, errors.DossierFull),
        (errno.EFBIG, errors.DossierFull),
        (errno.EACCES, errors.DossierForbidden),
        (errno.EROFS, errors.DossierForbidden),
    ],
)
def test_refusals_of_the_system(number, kind):
    assert type(told_by_system("copy.db", OSError(number, "refused"))) is kind


def test_other_faults_go_on_up():
    with pytest.raises(OSError, match="page"), translated("desk.db"):
        raise OSError("page")
