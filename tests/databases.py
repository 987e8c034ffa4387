"""Throw-away PostgreSQL servers, from the binaries of the distribution."""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

#: Set where the absence of a server is a failure: in continuous integration.
REQUIRED = "COMMUNIQUE_REQUIRE_POSTGRES"
_NAMES = count(1)
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


def binaries() -> Path | None:
    """The folder of the server's programs, None where they are not installed."""
    on_path = shutil.which("postgres")
    if on_path and Path(on_path).with_name("initdb").exists():
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=_version)
    return found[-1].parent if found else None


def _version(path: Path) -> float:
    return float(path.parts[-3])


@dataclass(frozen=True)
class PostgresServer:
    """A running server.

    Attributes:
        folder: Of its socket and data.
        process: The server.
    """

    folder: Path
    process: subprocess.Popen[bytes]

    def address(self, database: str) -> str:
        return f"postgresql://owner@/{database}?host={quote(str(self.folder))}"

    def run(self, statement: str, database: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement)

    def new_database(self, template: str = "template1", options: str = "") -> str:
        name = f"test_{next(_NAMES)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} {options}")
        return name

    @contextmanager
    def database(self, template: str = "template1", options: str = "") -> Iterator[str]:
        """The address of a new database, which is dropped in the end."""
        name = self.new_database(template, options)
        try:
            yield self.address(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


# Rows go without a look at what refers to them, and numbers begin anew.
_EMPTY = """
SET lock_timeout = '10s';
SET session_replication_role = replica;
DO $$
DECLARE one name;
BEGIN
  FOR one IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('dossier_version', 'state')
  LOOP EXECUTE format('DELETE FROM %I', one); END LOOP;
  FOR one IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
  LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', one); END LOOP;
END $$
"""


def emptied(server: PostgresServer, database: str) -> None:
    """Take all rows out of a dossier: quicker than a new database for each test."""
    server.run(_EMPTY, database)


@contextmanager
def running_server(programs: Path) -> Iterator[PostgresServer]:
    """A server in a temporary folder, as a user without rights where the tests run as root."""
    folder = Path(tempfile.mkdtemp(prefix="communique-postgres-"))
    try:
        user = _user()
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = folder / "data"
        made = ["--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C", "--username=owner"]
        _run([str(programs / "initdb"), *made, f"--pgdata={data}"], folder, user).wait(120)
        settings = [part for setting in _FAST for part in ("-c", setting)]
        server = [str(programs / "postgres"), "-D", str(data), "-k", str(folder), *settings]
        process = _run(server, folder, user)
        try:
            running = PostgresServer(folder, process)
            _wait(running)
            yield running
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> pwd.struct_passwd | None:
    """Whom the server runs as: it refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(
    command: list[str], folder: Path, user: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    whom = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=_end_with_parent,
            **whom,
        )


def _end_with_parent() -> None:
    """Stop the server when the tests are killed (Linux: PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)


def _wait(server: PostgresServer) -> None:
    import psycopg

    until = time.monotonic() + 60
    while True:
        try:
            server.run("SELECT 1")
        except psycopg.OperationalError:
            if server.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((server.folder / "log").read_text()) from None
            time.sleep(0.05)
        else:
            return
