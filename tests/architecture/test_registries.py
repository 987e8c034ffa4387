"""Every module of an extensible folder is in its registry and has its test."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/communique"
FOLDERS = ("sources/readers", "documents/formats", "mentions/kinds", "exports/formats")
MODULES = [
    pytest.param(folder, path.stem, id=f"{folder}/{path.stem}")
    for folder in FOLDERS
    for path in sorted((PACKAGE / folder).glob("*.py"))
    if path.stem != "__init__"
]


@pytest.mark.parametrize(("folder", "name"), MODULES)
def test_a_module_is_registered(folder, name):
    registry = (PACKAGE / folder).parent / "registry.py"
    assert f"{name}" in registry.read_text()


@pytest.mark.parametrize(("folder", "name"), MODULES)
def test_a_module_has_its_test(folder, name):
    assert (ROOT / "tests" / folder / f"test_{name}.py").exists()


def test_the_folders_are_not_empty():
    assert {param.values[0] for param in MODULES} == set(FOLDERS)
