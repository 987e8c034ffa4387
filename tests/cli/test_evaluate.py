import json
import sys
from functools import cache

import pytest

from communique.cli import main
from communique.model.plain import plain
from communique.pipeline.stages import Stages
from factory import office
from merging_data import write
from runs import run

TEXT = "President Ali Rahimov of Oman spoke in Lima on Monday."
CLAIM = json.loads(json.dumps({"kind": "office", **plain(office())}))
SEEN, ASIDE = "doc-2", "doc-3"


def record(ident, **changes):
    return {"id": ident, "text": TEXT, "published": "2024-02-01", "claims": [CLAIM], **changes}


@pytest.fixture(scope="module")
def loaded():
    """Loads the stages, those of a name once only."""
    return cache(Stages.load)


@pytest.fixture
def run_here(loaded, monkeypatch, capsys):
    """Runs the command in this process, for journeys of many runs; status, output and errors."""
    monkeypatch.setattr(Stages, "load", loaded)

    def ran(*arguments):
        monkeypatch.setattr(sys, "argv", ["communique", *arguments])
        with pytest.raises(SystemExit) as ended:
            main.run()
        return (ended.value.code, *capsys.readouterr())

    return ran


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    for ident in (SEEN, ASIDE):
        (folder / f"{ident}.json").write_text(json.dumps(record(ident)))
    return folder


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--errors", "--part", "aside"], "not for reading", id="errors-aside"),
        pytest.param(["--update"], "name their file with --floors", id="update-alone"),
        pytest.param(["--lower", "why"], "add --update", id="lower-alone"),
        pytest.param(["--floors", "f", "--part", "seen"], "leave out --part", id="floors-of-part"),
        pytest.param(["--extractor", "oracle"], "known: grammar", id="extractor"),
    ],
)
def test_a_bad_call_is_told_in_one_line(gold, arguments, told):
    done = run("evaluate", str(gold), *arguments)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert told in line


def test_bad_gold_is_told_in_one_line(gold):
    broken = record(SEEN, text="Another text.")
    (gold / f"{SEEN}.json").write_text(json.dumps(broken))
    done = run("evaluate", str(gold))
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert f"{SEEN}.json, claim 0" in line


@pytest.fixture
def happenings(tmp_path):
    """Two documents that tell one meeting, and one that tells the next."""
    folder = tmp_path / "merging"
    folder.mkdir()
    quotes = {
        "a": "The foreign ministers of Oman and Peru met in Lima on 5 March 2024.",
        "b": "On 5 March 2024 Oman and Peru held talks in Lima at the level of foreign ministers.",
        "c": "The foreign ministers of Oman and Peru met in Muscat on 9 May 2024.",
    }
    documents = [
        {"id": ident, "text": quote, "published": "2024-06-01"} for ident, quote in quotes.items()
    ]
    records = [
        {"id": name, "kind": "event", "about": "A meeting.", "tellings": told}
        for name, told in (
            ("lima", [{"in": "a", "quote": quotes["a"]}, {"in": "b", "quote": quotes["b"]}]),
            ("muscat", [{"in": "c", "quote": quotes["c"]}]),
        )
    ]
    return write(folder, documents, records)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--part", "seen"], "means nothing with --merging", id="part"),
        pytest.param(["--slots"], "means nothing with --merging", id="slots"),
        pytest.param(["--update"], "name their file with --floors", id="update-alone"),
        pytest.param(["--lower", "why"], "add --update", id="lower-alone"),
    ],
)
def test_a_bad_call_for_merging_is_told_in_one_line(happenings, arguments, told):
    done = run("evaluate", "--merging", str(happenings), *arguments)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert told in line


def test_happenings_that_break_the_form_are_told_in_one_line(happenings):
    (happenings / "records.yaml").write_text("- id: lima")
    done = run("evaluate", "--merging", str(happenings))
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "records.yaml, lima: its `kind` is no text" in line


@pytest.mark.model
class TestMerging:
    def test_the_report_tells_pairs_by_kind(self, happenings):
        done = run("evaluate", "--merging", str(happenings), "--errors")
        assert done.returncode == 0
        lines = done.stdout.decode().splitlines()
        assert "3 documents" in lines
        (events,) = [line for line in lines if line.startswith("event")]
        assert events.split()[:6] == ["event", "3", "3", "1.00", "1.000", "1.000"]

    def test_floors_of_merging_stand_beside_those_of_claims(
        self, happenings, gold, tmp_path, run_here
    ):
        floors = tmp_path / "floors.toml"
        options = ["evaluate", "--merging", str(happenings), "--floors", str(floors)]
        assert run_here("evaluate", str(gold), "--floors", str(floors), "--update")[0] == 0
        before = floors.read_text()
        status, _, told = run_here(*options)
        assert status == 2
        assert "it has no floors of merging" in told
        assert run_here(*options, "--update")[0] == 0
        assert floors.read_text().startswith(before.rstrip())
        records = (happenings / "records.yaml").read_text()
        (happenings / "records.yaml").write_text(records.replace("A meeting", "Another"))
        status, printed, told = run_here(*options, "--format", "json")
        assert status == 1
        assert "have changed" in told
        report = json.loads(printed)
        assert report["kinds"]["event"]["pairs"]["f1"] == 1
        assert report["kinds"]["event"]["found"] == 3


@pytest.mark.model
class TestRuns:
    def test_the_report_tells_every_kind(self, gold):
        done = run("evaluate", str(gold), "--slots")
        assert done.returncode == 0
        lines = done.stdout.decode().splitlines()
        assert lines[0] == "2 documents"
        (offices,) = [line for line in lines if line.startswith("office")]
        assert offices.split()[1:4] == ["1.000", "1.000", "1.000"]
        assert any(line.startswith("all kinds") for line in lines)
        assert any(line.startswith("person ") for line in lines)

    def test_mistakes_are_listed_but_never_of_what_is_set_aside(self, gold):
        missed = {**CLAIM, "post": "Sultan"}
        for ident in (SEEN, ASIDE):
            (gold / f"{ident}.json").write_text(json.dumps(record(ident, claims=[missed])))
        done = run("evaluate", str(gold), "--errors")
        told = done.stdout.decode()
        assert f"{SEEN}:0: wrong key office: “President Ali Rahimov”" in told
        assert "    post: expected Sultan, got President" in told
        assert f"{ASIDE}:" not in told
        assert "in documents set aside are not listed" in told
        report = json.loads(
            run("evaluate", str(gold), "--errors", "--format", "json", "--slots").stdout
        )
        assert {error["document"] for error in report["errors"]} == {SEEN}
        assert report["found"]["office"]["missed"] == 2
        assert "post" in report["by_slot"]

    def test_floors_are_set_kept_and_lowered_for_a_reason(self, gold, tmp_path, run_here):
        floors = tmp_path / "floors.toml"
        options = ["evaluate", str(gold), "--floors", str(floors)]
        assert run_here(*options)[0] == 2
        assert run_here(*options, "--update")[0] == 0
        assert run_here(*options)[0] == 0
        missed = {**CLAIM, "post": "Sultan"}
        (gold / f"{SEEN}.json").write_text(json.dumps(record(SEEN, claims=[missed])))
        status, _, told = run_here(*options)
        assert status == 1
        assert "have changed" in told
        assert "found office: 0.500 is below its floor 1.000" in told
        assert run_here(*options, "--update")[0] == 2
        assert run_here(*options, "--update", "--lower", "posts are told otherwise")[0] == 0
        assert 'lowered = "posts are told otherwise"' in floors.read_text()
        assert run_here(*options)[0] == 0
