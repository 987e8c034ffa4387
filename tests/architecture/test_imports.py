"""What a start of the program may load."""

import json
import subprocess
import sys

import pytest

HEAVY = {"spacy", "thinc", "numpy", "trafilatura", "lxml", "pydantic", "yaml", "py3langid"}
WEB = {"fastapi", "starlette", "flask", "django", "uvicorn", "jinja2"}


def loaded(code):
    """Top-level modules that are loaded once the code has run."""
    tail = (
        "\nimport json, sys"
        "\nsys.stderr.write(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + tail], capture_output=True, check=True, timeout=60
    )
    return set(json.loads(done.stderr.decode().splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import communique", id="package"),
        pytest.param("import communique.cli.main", id="command-line"),
        pytest.param("import communique.claims.shapes, communique.exports.registry", id="exports"),
        pytest.param(
            "import sys, contextlib; sys.argv = ['communique', '--help']\n"
            "from communique.cli.main import run\n"
            "with contextlib.suppress(SystemExit): run()\npass",
            id="help",
        ),
    ],
)
def test_starting_loads_neither_models_nor_extractors_nor_a_web_framework(code):
    modules = loaded(code)
    assert "communique" in modules
    assert modules & (HEAVY | WEB) == set()


@pytest.mark.parametrize(
    "command",
    [
        "extract",
        "evaluate",
        "demo",
        "add",
        "update",
        "check",
        "rule",
        "show",
        "search",
        "decide",
        "serve",
        "dossier",
    ],
)
def test_the_help_of_a_command_loads_none_of_its_stages(command):
    modules = loaded(
        f"import sys, contextlib; sys.argv = ['communique', '{command}', '--help']\n"
        "from communique.cli.main import run\n"
        "with contextlib.suppress(SystemExit): run()\npass"
    )
    # The parser of options itself may use pydantic.
    assert modules & (HEAVY | WEB) <= {"pydantic"}


@pytest.mark.parametrize(
    "command",
    ["show events", "show record 0", "show undertakings", "search x", "dossier info", "check"],
)
def test_reading_a_dossier_loads_no_stage_before_it(command, tmp_path):
    words = ["communique", *command.split(), "--dossier", str(tmp_path / "dossier.db")]
    modules = loaded(
        "from communique.store.dossier import Mode, open_dossier\n"
        f"open_dossier({words[-1]!r}, Mode.WRITE).close()\n"
        f"import sys, contextlib; sys.argv = {words!r}\n"
        "from communique.cli.main import run\n"
        "with contextlib.suppress(SystemExit): run()\npass"
    )
    assert "sqlalchemy" in modules
    assert modules & ({"spacy", "thinc", "trafilatura", "lxml", "py3langid"} | WEB) == set()


def test_extracting_loads_no_web_framework():
    modules = loaded("import communique.cli.extraction")
    assert "spacy" not in modules
    assert modules & WEB == set()


@pytest.mark.skipif(sys.platform == "win32", reason="no resource usage of child processes there")
def test_help_starts_in_under_three_tenths_of_a_second():
    import resource

    def processor_seconds():
        # Processor time, not wall time: the machine may be busy with something else.
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "communique", "--help"], capture_output=True, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(processor_seconds() for _ in range(5)) < 0.3
