"""`check` and `rule` as their users run them."""

import json
import shutil

import pytest

from runs import run

pytestmark = pytest.mark.model

WRONG = "The pact between Kenya and Oman entered into force on Thursday, 1 July 2024."
RIGHT = "The pact between Peru and Oman entered into force on Monday, 1 July 2024."


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A dossier with one error."""
    folder = tmp_path_factory.mktemp("check")
    documents = [
        {"id": name, "text": text, "published": "2024-07-03", "publisher": "Example Wire"}
        for name, text in (("kenya", WRONG), ("peru", RIGHT))
    ]
    lines = "\n".join(json.dumps(document) for document in documents)
    done = run("add", "-", "--dossier", str(folder / "d.db"), stdin=lines)
    assert done.returncode == 0, done.stderr
    return folder / "d.db"


@pytest.fixture
def folder(made, tmp_path):
    """A folder with a dossier of its own under the default name."""
    shutil.copy(made, tmp_path / "dossier.db")
    return tmp_path


def check(folder, *arguments):
    done = run("check", *arguments, cwd=folder)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_an_error_is_told_with_its_words_underlined_and_gives_status_1(folder):
    status, told, _ = check(folder)
    assert status == 1
    head, place, _, text, marks, name, *_ = told.splitlines()
    assert head == "CAL201 1 July 2024 was a Monday, not a Thursday"
    assert place == "  --> kenya:1:55 (Example Wire, 2024-07-03)"
    assert text[marks.index("^") : marks.rindex("^") + 1] == "Thursday, 1 July 2024"
    assert name.endswith("weekday-contradicts-date (error)")
    assert told.splitlines()[-1] == "1 error"


@pytest.mark.parametrize(
    ("arguments", "status", "findings"),
    [
        pytest.param(["--select", "CAL"], 1, 1, id="family"),
        pytest.param(["--select", "weekday-contradicts-date"], 1, 1, id="name"),
        pytest.param(["--select", "ARI,OFF"], 0, 0, id="others"),
        pytest.param(["--ignore", "CAL201"], 0, 0, id="ignored"),
        pytest.param(["--ignore", "CAL", "--select", "CAL201"], 1, 1, id="more-exact"),
        pytest.param(["--severity", "error"], 1, 1, id="severity"),
        pytest.param(["--between", "KE", "OM"], 1, 1, id="between"),
        pytest.param(["--between", "PE", "OM"], 0, 0, id="between-others"),
        pytest.param(["--exit-zero"], 0, 1, id="exit-zero"),
    ],
)
def test_findings_are_chosen(folder, arguments, status, findings):
    got, told, _ = check(folder, *arguments, "--format", "json", "--ignore", "SRC,COM,OFF")
    assert got == status
    assert len(json.loads(told)) == findings


def test_settings_of_the_folder_count_and_the_command_line_goes_first(folder):
    (folder / "communique.toml").write_text('[check]\nignore = ["CAL"]\n')
    assert check(folder, "--severity", "error")[:1] == (0,)
    assert check(folder, "--severity", "error", "--ignore", "SRC")[:1] == (1,)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["--select", "XYZ"], "no such rule", id="code"),
        pytest.param(["--between", "KE", "Atlantis"], "Atlantis", id="side"),
        pytest.param(["--config", "none.toml"], "can't be read", id="config"),
        pytest.param(["--dossier", "none.db"], "none.db", id="dossier"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(folder, arguments, reason):
    status, told, errors = check(folder, *arguments)
    assert (status, told) == (2, "")
    (line,) = errors.splitlines()
    assert reason in line


def test_silence_needs_a_reason_is_kept_and_can_be_undone(folder):
    (finding,) = json.loads(check(folder, "--select", "CAL", "--format", "json")[1])
    command = ("decide", "silence", finding["id"], "--author", "Ada")
    refused = run(*command, cwd=folder)
    assert refused.returncode == 2
    assert b"reason" in refused.stderr
    assert run(*command, "--reason", "a slip", cwd=folder).returncode == 0
    assert check(folder, "--select", "CAL")[0] == 0
    shown = check(folder, "--select", "CAL", "--silenced", "--format", "sarif")[1]
    (result,) = json.loads(shown)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "a slip"


def test_statistics_count_findings_by_rule(folder):
    assert "1  CAL201  weekday-contradicts-date" in check(folder, "--statistics")[1]


def test_annotations_are_lines_of_commands(folder):
    told = check(folder, "--select", "CAL", "--format", "github")[1]
    assert told.startswith("::error file=kenya,line=1,")


def test_a_rule_explains_itself(folder):
    told = run("rule", "CAL201").stdout.decode()
    assert told.startswith("# CAL201 weekday-contradicts-date\n")
    assert run("rule", "weekday-contradicts-date").stdout.decode() == told
    assert "CAL201" in run("rule").stdout.decode()
    unknown = run("rule", "CAL999")
    assert unknown.returncode == 2
    assert b"no such rule" in unknown.stderr


def test_a_document_can_be_checked_without_a_dossier():
    document = json.dumps({"id": "kenya", "text": WRONG, "published": "2024-07-03"})
    done = run("extract", "-", "--check", stdin=document)
    assert done.returncode == 1
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["code"] == "CAL201"
    (quote,) = finding["quotes"]
    assert WRONG[quote["start"] : quote["end"]] == quote["exact"]
    assert run("extract", "-", "--check", "--format", "plover", stdin=document).returncode == 2
