"""Every module of an extensible folder is in its registry and has its test."""

from pathlib import Path

import pytest

from communique.claims.extractors import EXTRACTORS
from communique.claims.registry import FINDERS
from communique.claims.shapes import SHAPES
from communique.cli.commands.show import KINDS
from communique.exports.registry import LINES

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/communique"
FOLDERS = (
    "sources/readers",
    "documents/formats",
    "mentions/kinds",
    "claims/kinds",
    "exports/formats",
    "exports/findings/formats",
    "records/kinds",
    "checks/rules",
)


def modules(folder):
    """Modules of a folder, and packages of modules, by name."""
    files = {path.stem for path in (PACKAGE / folder).glob("*.py")} - {"__init__"}
    return sorted(files | {path.parent.name for path in (PACKAGE / folder).glob("*/__init__.py")})


MODULES = [
    pytest.param(folder, name, id=f"{folder}/{name}")
    for folder in FOLDERS
    for name in modules(folder)
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


def test_every_kind_of_claim_has_its_slots_and_its_finder():
    kinds = set(modules("claims/kinds"))
    assert kinds == {path.stem for path in (PACKAGE / "claims/slots").glob("*.py")} - {
        "__init__",
        "declare",
    }
    assert kinds == {shape.kind for shape in SHAPES}
    assert len(FINDERS) == len(kinds)


def test_every_kind_of_claim_has_its_list_of_records():
    assert tuple(shape.kind for shape in SHAPES) == KINDS


@pytest.mark.parametrize("kind", modules("claims/kinds"))
def test_a_kind_of_claim_has_its_page(kind):
    page = f"claims/{kind}"
    assert (ROOT / "docs" / f"{page}.md").exists()
    assert f"\n{page}\n" in (ROOT / "docs/index.md").read_text()


@pytest.mark.parametrize("name", LINES)
def test_a_format_of_lines_has_its_page(name):
    pages = (ROOT / "docs/reference").glob("*.md")
    assert any(page.read_text().count(f"extract --format {name}`") for page in pages)


@pytest.mark.parametrize("offer", EXTRACTORS, ids=lambda offer: offer.name)
def test_extractors_have_names_that_can_be_typed(offer):
    assert offer.name.isidentifier()
    assert offer.name in (ROOT / "docs/reference/cli.md").read_text()
