"""What the documentation says about claims is what their declarations say."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def script():
    path = ROOT / "scripts/build_claims_reference.py"
    spec = importlib.util.spec_from_file_location("build_claims_reference", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_fresh():
    for path, content in script().generated().items():
        assert path.read_text("utf-8") == content, f"{path}: run scripts/build_claims_reference.py"


def test_both_parts_are_there():
    page = (ROOT / "docs/reference/claims.md").read_text("utf-8")
    assert "| `part_of` |" in page
    assert "| grade | `agreed` | in a signed text |" in page
