"""What the repository must and must not hold."""

import re
import tomllib
from pathlib import Path

import pytest

from communique import errors

ROOT = Path(__file__).parents[2]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_are_pinned_with_hashes_and_name_no_address(path):
    text = path.read_text()
    packages = re.findall(r"^[a-z0-9].*", text, re.IGNORECASE | re.MULTILINE)
    assert packages
    assert all(re.match(r"[\w.-]+==\S+ \\$", line) for line in packages)
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(packages)
    assert not re.search(r"https?:|://|index-url|find-links|file:", text)


def test_there_are_requirements_for_each_interpreter_and_set():
    names = {path.stem for path in REQUIREMENTS}
    assert names == {f"{s}-cp{v}" for s in ("base", "dev") for v in ("311", "312", "313")}


def test_the_changelog_names_the_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"\n## {version}" in (ROOT / "CHANGELOG.md").read_text()


def test_no_file_names_a_path_of_somebodys_machine():
    suffixes = {".py", ".md", ".toml", ".yaml", ".txt", ".html"}
    folders = ("src", "tests", "docs", "eval", "scripts", "benchmarks", "examples", "requirements")
    own = Path(__file__)
    for folder in folders:
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in suffixes and path != own and "_build" not in path.parts:
                found = re.search(
                    r"/(?:home|root|Users|work)/\w+", path.read_text("utf-8", "replace")
                )
                assert found is None, f"{path}: {found and found.group()}"


def all_errors(kind=errors.CommuniqueError):
    yield kind
    for child in kind.__subclasses__():
        yield from all_errors(child)


def test_every_error_code_is_unique_and_documented():
    page = (ROOT / "docs/reference/errors.md").read_text()
    coded = [kind for kind in all_errors() if "code" in vars(kind)]
    assert len({kind.code for kind in coded}) == len(coded)
    for kind in coded:
        assert f"| {kind.code} |" in page
        assert kind.code == "CQ000" or kind.code in (errors.__doc__ or "")
