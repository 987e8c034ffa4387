"""Every rule has a page of its own words, and the documentation holds it as it is."""

import importlib.util
import re
from pathlib import Path

import pytest

from communique.checks.pages import FAMILIES, page, summary
from communique.checks.registry import RULES

ROOT = Path(__file__).parents[2]
SECTIONS = ("What it looks for", "Why it matters", "What to do", "Known limits", "Example")


def script():
    path = ROOT / "scripts/build_check_pages.py"
    spec = importlib.util.spec_from_file_location("build_check_pages", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_fresh():
    for name, text in script().pages().items():
        path = ROOT / "docs/checks" / name
        assert path.read_text("utf-8") == text, f"{path}: run scripts/build_check_pages.py"


def test_there_is_no_page_without_a_rule():
    known = {*script().pages(), "measured.md"}
    assert {path.name for path in (ROOT / "docs/checks").glob("*.md")} <= known


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_has_all_its_sections(rule):
    told = page(rule)
    for section in (*SECTIONS, "Near miss"):
        assert f"\n## {section}\n\n" in told
    assert summary(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_codes_and_names_have_their_form(rule):
    assert rule.code[:3] in FAMILIES
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    module = rule.__module__.rpartition(".")[2]
    assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


def test_rules_are_sorted_and_no_code_or_name_stands_twice():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
