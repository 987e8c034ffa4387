"""The wheel holds what the program needs at run time, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(target)]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True, timeout=300
    )
    (wheel,) = target.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_it_holds_the_vocabulary(names):
    data = ROOT / "src/communique/vocab/data"
    expected = {f"communique/vocab/data/{p.relative_to(data)}" for p in data.rglob("*.*")}
    assert expected <= names
    assert "communique/py.typed" in names


def test_it_holds_the_migrations(names):
    folder = ROOT / "src/communique/store/migrations"
    steps = {str(path.relative_to(ROOT / "src")) for path in folder.rglob("*.py")}
    assert any("rev_0001" in name for name in steps)
    assert steps <= names


def test_it_holds_the_twelve_examples(names):
    examples = {name for name in names if name.startswith("communique/examples/kazakhstan-eu/")}
    assert len(examples) == 12


def test_it_holds_the_licence_and_no_tests(names):
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert not any("tests/" in name or "conftest" in name for name in names)
