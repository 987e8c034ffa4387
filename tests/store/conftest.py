"""Fixtures of the dossier's tests; those for an empty dossier are above."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty_address(request, tmp_path):
    """Where there is no dossier yet, on each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "dossier.db")
    else:
        with request.getfixturevalue("postgres_server").database() as address:
            yield address


@pytest.fixture
def open_folder():
    """A folder that others may look into, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="communique-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def as_somebody():
    """Does something with the rights of a user who is not root."""

    @contextmanager
    def without_rights():
        if os.geteuid() != 0:
            yield
            return
        nobody = pwd.getpwnam("nobody")
        os.setegid(nobody.pw_gid)
        os.seteuid(nobody.pw_uid)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(0)

    return without_rights


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of its own of one megabyte; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a disk is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def write_protect():
    """Makes a disk read-only."""

    def protect(folder):
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)

    return protect
