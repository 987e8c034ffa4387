import json
import os
import signal
import subprocess
import sys
from functools import partial

import pytest

from runs import COMMAND, run

TWO = '{"id": "a", "text": "President Tokayev arrived in Brussels."}\n{"id": "b", "text": "No."}\n'

# An extractor that claims the same of every document: in most, its quotes are not there.
ORACLE = """
from communique.claims.extractor import Proposed
from communique.claims.slots.office import Office
from communique.model.claim import Evidence, Person


def office(quote, post):
    evidence = (Evidence(0, len(quote), quote),)
    return Office(evidence=evidence, person=Person("Tokayev"), post=post)


class Oracle:
    def propose(self, named):
        return Proposed((office("President Tokayev", "President"), office("Tsar Tokayev", "Tsar")))
"""


def lines(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_help_names_the_commands():
    done = run("--help")
    assert done.returncode == 0
    assert b"extract" in done.stdout
    assert b"demo" in done.stdout


def test_version_is_the_packages():
    from communique import __version__

    assert run("--version").stdout.decode().strip() == f"communique {__version__}"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["extract"], "sources", id="no-source"),
        pytest.param(["extract", "-", "--jobs", "many"], "--jobs", id="bad-number"),
        pytest.param(["extract", "-", "--format", "xml"], "--format", id="bad-format"),
        pytest.param(["nothing"], "nothing", id="no-command"),
        pytest.param(["extract", "-", "--model", "no_such"], "pip install no_such", id="no-model"),
        pytest.param(["extract", "-", "-o", "/no/such/folder/x"], "name another file", id="output"),
        pytest.param(["extract", "-", "--extractor", "no_such"], "known: grammar", id="extractor"),
    ],
)
def test_a_bad_call_is_told_in_words_and_ends_with_two(arguments, told):
    done = run(*arguments, stdin=TWO)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.model
class TestExtract:
    def test_json_lines_in_and_out_in_order(self):
        done = run("extract", "-", stdin=TWO)
        assert done.returncode == 0
        assert done.stderr == b""
        first, second = lines(done)
        assert (first["id"], second["id"]) == ("a", "b")
        assert [m["name"] for m in first["mentions"] if m["kind"] == "person"] == ["Tokayev"]

    def test_a_bad_document_is_told_and_loses_no_other(self):
        stdin = TWO.replace("\n", "\nnot json\n", 1)
        done = run("extract", "-", stdin=stdin)
        assert done.returncode == 1
        assert [("error" in line) for line in lines(done)] == [False, True, False]
        told = done.stderr.decode().splitlines()
        assert len(told) == 1
        assert told[0].startswith("communique: standard input, line 2")

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("", id="empty"),
            pytest.param(" \n\t ", id="blank"),
        ],
    )
    def test_an_empty_document_is_an_error(self, text):
        done = run("extract", "-", stdin=json.dumps({"id": "e", "text": text}))
        assert done.returncode == 1
        assert lines(done)[0]["error"]["code"] == "IN006"

    def test_hostile_texts_pass(self):
        texts = ["\ud800\udc00 \ud800", "\x00\x1b[31m", "\u202eabc", "9" * 5000, "((((" * 500]
        stdin = "\n".join(json.dumps({"id": str(i), "text": t}) for i, t in enumerate(texts))
        done = run("extract", "-", stdin=stdin)
        assert done.returncode == 0
        for line, text in zip(lines(done), texts, strict=True):
            assert all(text[m["start"] : m["end"]] == m["text"] for m in line["mentions"])

    def test_many_processes_print_the_same_as_one(self):
        text = "President Kassym-Jomart Tokayev met Charles Michel in Astana on Monday."
        stdin = "".join(json.dumps({"id": i, "text": f"{text} {i}"}) + "\n" for i in range(150))
        one, two = (run("extract", "-", "--jobs", jobs, stdin=stdin) for jobs in ("1", "2"))
        assert one.returncode == two.returncode == 0
        assert one.stdout == two.stdout

    def test_another_language_is_kept_without_mentions_and_told(self):
        stdin = json.dumps({"id": "ru", "text": "Президент Казахстана.", "language": "ru"})
        done = run("extract", "-", stdin=stdin)
        assert done.returncode == 0
        assert lines(done)[0]["mentions"] == []
        assert "'ru', which is not read yet" in done.stderr.decode()

    def test_a_summary_and_an_explanation_drive_no_terminal(self):
        text = "\x1b]0;owned\x07 Tokayev met Charles Michel in Almaty. \u202e"
        for option in ("--format=summary", "--format=table", "--explain"):
            done = run("extract", "-", option, stdin=json.dumps({"id": "x", "text": text}))
            assert done.returncode == 0
            assert b"Charles Michel" in done.stdout
            assert b"\x1b" not in done.stdout
            assert "\u202e".encode() not in done.stdout

    def test_claims_are_shown_in_plain_words(self):
        text = "President Kassym-Jomart Tokayev met Charles Michel in Astana on 2 June 2023."
        stdin = json.dumps({"id": "x", "text": text})
        told = {
            style: run("extract", "-", *style.split(), stdin=stdin).stdout.decode()
            for style in ("--explain", "--format table", "--format summary", "--explain --codes")
        }
        for style, shown in told.items():
            assert "meeting" in shown
            assert "2 June 2023" in shown
            assert ("CONSULT" in shown) is ("--codes" in style)

    def test_the_plover_view_is_lines_of_events(self):
        stdin = json.dumps({"id": "x", "text": "Peru will visit Oman."}) + "\n" + TWO
        done = run("extract", "-", "--format", "plover", stdin=stdin)
        assert [line["id"] for line in lines(done)] == ["x", "a", "b"]
        assert all(claim["kind"] == "event" for line in lines(done) for claim in line["claims"])

    def test_an_extractor_of_an_installed_package_passes_the_gate(self, tmp_path):
        info = tmp_path / "oracle-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: oracle\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(
            "[communique.extractors]\noracle = oracle_claims:Oracle\n"
        )
        (tmp_path / "oracle_claims.py").write_text(ORACLE)
        path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
        done = run(
            *("extract", "-", "--extractor", "oracle"),
            stdin=TWO,
            env={**os.environ, "PYTHONPATH": path},
        )
        assert done.returncode == 0, done.stderr
        first, second = lines(done)
        assert [claim["post"] for claim in first["claims"]] == ["President"]
        assert second["claims"] == []
        assert first["extractor"].endswith(" oracle")
        (told,) = done.stderr.decode().splitlines()
        assert "3 claims were left out" in told
        assert "quote not in the text: 3" in told

    def test_output_goes_to_a_file(self, tmp_path):
        target = tmp_path / "out.jsonl"
        done = run("extract", "-", "-o", str(target), stdin=TWO)
        assert done.stdout == b""
        assert len(target.read_text().splitlines()) == 2

    def test_a_reader_that_goes_away_ends_the_run_quietly(self):
        stdin = "".join(json.dumps({"id": i, "text": "Tokayev. " * 50}) + "\n" for i in range(400))
        shell = f"{sys.executable} -m communique extract - | head -n 1"
        done = subprocess.run(
            ["bash", "-c", shell],
            input=stdin.encode(),
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert len(done.stdout.splitlines()) == 1
        assert b"Traceback" not in done.stderr

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_an_interrupt_leaves_whole_lines_and_no_trace(self, jobs):
        with subprocess.Popen(
            [*COMMAND, "extract", "-", "--jobs", jobs],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            # A test run that was itself started in the background hands down "ignore interrupts".
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        ) as process:
            for index in range(200):
                line = json.dumps({"id": index, "text": "President Tokayev came. " * 40})
                process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            first = process.stdout.readline()
            os.killpg(process.pid, signal.SIGINT)
            process.stdin.close()
            rest, errors = process.stdout.read(), process.stderr.read()
        assert process.returncode == 130
        assert b"Traceback" not in errors
        for line in (first + rest).splitlines():
            json.loads(line)

    def test_the_demonstration_shows_all_examples(self):
        done = run("demo", env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200"})
        assert done.returncode == 0
        told = done.stdout.decode()
        assert "12 documents in 11 stories" in told
        assert "Kazakhstan – European Union" in told
        assert "820 → 802" in told
        for heading in ("Events", "Totals", "Figures", "Offices", "Undertakings", "Disputed"):
            assert f"\n{heading}" in told
        assert done.stderr == b""
