"""Showing and searching as users run them: exit status, one line for what is refused, encodings."""

import os

import pytest

from runs import run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["show", "events"], b"Lima", id="events"),
        pytest.param(["show", "events", "--between", "OM", "PE", "EU"], b"no events", id="three"),
        pytest.param(["show", "figures", "--format", "csv"], b"record,indicator,", id="sheet"),
        pytest.param(["show", "record", "aa11"], b"Cusco", id="record"),
        pytest.param(["show", "undertakings", "--open"], b"Treaty on Ports", id="undertakings"),
        pytest.param(["search", "treaty"], b"[treaty]", id="search"),
    ],
)
def test_what_answers_ends_well(dossier, arguments, told):
    done = run(*arguments, "--dossier", str(dossier))
    assert (done.returncode, done.stderr) == (0, b"")
    assert told in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["show", "events", "--between", "OM", "Pera"], "did you mean", id="side"),
        pytest.param(["show", "events", "--since", "soon"], "it is no date", id="date"),
        pytest.param(["show", "record", "zz"], "no record has this id", id="id"),
        pytest.param(["show", "events", "--limit", "-1"], "--limit", id="limit"),
        pytest.param(["show"], "Usage", id="nothing-to-show"),
    ],
)
def test_what_is_refused_is_told(dossier, arguments, told):
    done = run(*arguments, env={**os.environ, "COMMUNIQUE_DOSSIER": str(dossier)})
    assert done.returncode == 2
    assert told in (done.stderr + done.stdout).decode()
    assert b"Traceback" not in done.stderr


def test_a_dossier_that_is_not_there_is_refused(tmp_path):
    done = run("show", "events", "--dossier", str(tmp_path / "none.db"))
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "there is no such dossier" in done.stderr.decode()
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("style", ["json", "csv"])
def test_programs_get_utf_8_whatever_the_terminal_has(dossier, style):
    poor = {**os.environ, "PYTHONIOENCODING": "ascii"}
    arguments = ("show", "parties", "--format", style, "--dossier", str(dossier))
    assert run(*arguments, env=poor).stdout == run(*arguments).stdout


def test_reading_leaves_the_dossier_as_it_is(dossier):
    before = dossier.read_bytes()
    run("show", "commitments", "--dossier", str(dossier))
    assert dossier.read_bytes() == before
