"""The page on the interface holds its description as it is."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def script():
    path = ROOT / "scripts/build_api_page.py"
    spec = importlib.util.spec_from_file_location("build_api_page", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def described(script):
    return script.described()


def test_the_tables_are_fresh(script, described):
    before = script.PAGE.read_text("utf-8")
    told = f"{script.PAGE}: run scripts/build_api_page.py"
    assert script.page(before, described) == before, told


def test_every_resource_has_its_row(script, described):
    table = script.tables(described)["resources"]
    for path, methods in described["paths"].items():
        for method in methods:
            assert table.count(f"| `{method.upper()} {path}` |") == 1
    assert "Raises" not in table


def test_shared_parameters_are_told_once(script, described):
    made = script.tables(described)
    rows = made["resources"].splitlines()
    # What knows a part of the question alone tells that itself.
    assert not any("`between`" in row for row in rows if "(#the-question)" in row)
    assert any("(#the-question)" in row for row in rows)
    assert made["question"].count("`between`") == 1
    assert "| `limit` | number from 1 to 200; else 50 | most entries |" in made["page"]
    assert "phrases in quotation marks; [page](#the-page) |" in made["resources"]


def test_needed_parameters_are_marked(script, described):
    made = script.tables(described)
    assert "`kind` (needed): kind of record" in made["resources"]
    assert "| `text` (needed) |" in made["documents"]
    assert "| `title` |" in made["documents"]


def test_a_page_without_a_place_is_refused(script, described):
    with pytest.raises(ValueError, match="no place for the table 'resources'"):
        script.page("# A page\n", described)
