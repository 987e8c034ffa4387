"""`communique add` is killed, runs out of room, meets another: nothing is lost or doubled."""

import os
import random
import resource
import shutil
import signal
import subprocess
import threading
import time

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from communique.errors import DossierForbidden, DossierFull
from communique.store import tables
from communique.store.dossier import Mode, open_dossier
from communique.store.verify import verify
from filling import add, documents, knowledge, told
from runs import run

DOCUMENTS = documents(18)
# A child is a copy of this process, so that it need not load all anew.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(scope="module", autouse=True)
def small_steps():
    """Extracting, settling and checking take several steps, as with many documents."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("communique.pipeline.extract._DOCUMENTS", 5)
        patch.setattr("communique.pipeline.settling._DOCUMENTS", 4)
        patch.setattr("communique.pipeline.settling._PROFILES", 4)
        patch.setattr("communique.pipeline.settling._RECORDS", 4)
        for name in ("_DOCUMENTS", "_RECORDS", "_KEYS", "_COMPARED"):
            patch.setattr(f"communique.pipeline.checking.{name}", 5)
        yield


def add_to(address, found=DOCUMENTS):
    with open_dossier(address, Mode.WRITE) as dossier:
        return add(dossier, found)


def outcomes(done):
    return [added.outcome.value for added in done]


def state(address):
    """All that the dossier tells; it must be sound."""
    with open_dossier(address, Mode.READ) as dossier, dossier.reading() as connection:
        assert [str(problem) for problem in verify(connection) if not problem.note] == []
        return told(connection)


def in_a_child(work):
    """Run something in a process of its own; how it ended, below zero for a signal."""
    knowledge()
    child = os.fork()
    if not child:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(steps):
    """Have this process kill itself before the given statement or commit."""
    left = steps

    def step(*_):
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)


def killed_within(seconds):
    """Have this process kill itself after some time, wherever it is."""

    def kill():
        time.sleep(seconds)
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=kill, daemon=True).start()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What a dossier tells into which the documents were put without disturbance."""
    path = tmp_path_factory.mktemp("undisturbed") / "dossier.db"
    # Made beforehand, as it is for the others: making it takes steps too.
    open_dossier(str(path), Mode.WRITE).close()
    steps = 0

    def step(*_):
        nonlocal steps
        steps += 1

    started = time.monotonic()
    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    add_to(str(path))
    event.remove(Engine, "before_cursor_execute", step)
    event.remove(Engine, "commit", step)
    return state(str(path)), steps, time.monotonic() - started


@pytest.mark.parametrize("seed", range(20))
def test_killed_at_any_step_it_goes_on(dossier_address, undisturbed, seed):
    expected, steps, _ = undisturbed
    after = random.Random(seed).randrange(steps)

    def work():
        killed_after(after)
        add_to(dossier_address)

    assert in_a_child(work) == -signal.SIGKILL
    before = state(dossier_address)
    done = add_to(dossier_address)
    assert len(done) == len(DOCUMENTS)
    assert outcomes(done).count("known") == len(before["documents"])
    assert state(dossier_address) == expected


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_any_time_it_goes_on(dossier_address, undisturbed, seed):
    expected, _, seconds = undisturbed

    def work():
        killed_within(random.Random(seed).uniform(0, seconds))
        add_to(dossier_address)

    assert in_a_child(work) in (0, -signal.SIGKILL)
    state(dossier_address)
    add_to(dossier_address)
    assert state(dossier_address) == expected


def test_killed_again_and_again_it_comes_to_the_end(dossier_address, undisturbed):
    expected, steps, _ = undisturbed
    for _ in range(30):

        def work():
            killed_after(steps // 6)
            add_to(dossier_address)

        if in_a_child(work) == 0:
            break
    else:
        pytest.fail("it makes no progress")
    assert state(dossier_address) == expected


def test_added_again_nothing_changes(dossier_address, undisturbed):
    expected, _, _ = undisturbed
    add_to(dossier_address)
    assert set(outcomes(add_to(dossier_address))) == {"known"}
    assert state(dossier_address) == expected


def records(address):
    """Kind, claims and elected values of each record; its id hangs on which claim came first."""
    table = tables.record
    with open_dossier(address, Mode.READ) as dossier, dossier.reading() as connection:
        bodies = connection.scalars(select(table.c.body).where(table.c.body.isnot(None)))
        return sorted(
            (body["kind"], str(sorted(map(str, body["claims"]))), str(body["head"]))
            for body in bodies
        )


def test_two_processes_add_at_once(dossier_address, undisturbed, tmp_path):
    expected, _, _ = undisturbed
    first, second = DOCUMENTS[:12], DOCUMENTS[6:][::-1]
    reference = str(tmp_path / "reference.db")
    add_to(reference)

    def work():
        child = os.fork()
        add_to(dossier_address, second if child else first)
        if child:
            assert os.waitpid(child, 0)[1] == 0

    assert in_a_child(work) == 0
    found = state(dossier_address)
    for name in ("documents", "sources", "claims"):
        assert found[name] == expected[name]
    assert records(dossier_address) == records(reference)


class TestRoom:
    def test_a_full_disk_loses_nothing(self, small_disk, sqlite_template):
        path = small_disk / "dossier.db"
        shutil.copy(sqlite_template, path)
        long = documents(40, words=3000)
        with pytest.raises(DossierFull):
            add_to(str(path), long)
        kept = state(str(path))["documents"]
        assert 0 < len(kept) < len(long)
        subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
        done = outcomes(add_to(str(path), long))
        assert done.count("known") == len(kept)
        assert len(state(str(path))["documents"]) == len(long)

    def test_a_limit_of_files_loses_nothing(self, tmp_path, sqlite_template, undisturbed):
        expected, _, _ = undisturbed
        path = tmp_path / "dossier.db"
        shutil.copy(sqlite_template, path)

        def work():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            limit = path.stat().st_size + 60_000
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            with pytest.raises(DossierFull):
                add_to(str(path))

        assert in_a_child(work) == 0
        assert len(state(str(path))["documents"]) < len(DOCUMENTS)
        add_to(str(path))
        assert state(str(path)) == expected


class TestTheCommand:
    def told(self, *arguments, **options):
        done = run(*arguments, **options)
        assert done.returncode == 2
        assert done.stdout == b""
        (line,) = done.stderr.decode().splitlines()
        return line

    def test_a_write_protected_dossier_is_told_on_one_line(
        self, small_disk, sqlite_template, write_protect
    ):
        path = small_disk / "dossier.db"
        shutil.copy(sqlite_template, path)
        write_protect(small_disk)
        line = self.told("add", "-", "--dossier", str(path), stdin='{"text": "A text."}')
        assert line.startswith(f"communique: {path}: it is write-protected; ")

    def test_a_file_of_another_kind_is_told_on_one_line(self, tmp_path):
        path = tmp_path / "notes.txt"
        path.write_text("Talks in Muscat, 3 June.\n" * 100)
        line = self.told("add", "-", "--dossier", str(path), stdin='{"text": "A text."}')
        assert "it is no dossier" in line


def test_a_write_protected_file_is_told(open_folder, sqlite_template, as_somebody):
    path = open_folder / "dossier.db"
    shutil.copy(sqlite_template, path)
    path.chmod(0o444)
    with as_somebody(), pytest.raises(DossierForbidden):
        add_to(str(path))
    assert state(str(path))["documents"] == []
