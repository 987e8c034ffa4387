"""Writes the page of each check, and their index, from the checks' own words.

Run it after a rule has changed: `python scripts/build_check_pages.py`. A test compares the pages
with what it would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.checks.pages import FAMILIES, page, summary
from communique.checks.registry import RULES

FOLDER = Path(__file__).parents[1] / "docs/checks"

_HEAD = """# The checks

What `communique check` looks for. A finding of severity *error* says that two things which are told
can't both be so; a *warning* that a person should look; a *note* is what a reader should know. What
was computed and fits is no finding; `communique check --computed` shows it. How well each rule does
is [measured](measured.md).
"""


def pages() -> dict[str, str]:
    """The pages by their names."""
    return {"index.md": "\n".join(_index()), **{f"{r.code}.md": page(r) for r in RULES}}


def _index() -> Iterator[str]:
    yield _HEAD
    for letters, family in FAMILIES.items():
        rules = [rule for rule in RULES if rule.code.startswith(letters)]
        if not rules:
            continue
        yield f"## {family}\n"
        yield "| code | name | severity | what it looks for |\n|---|---|---|---|"
        for rule in rules:
            link = f"[{rule.code}]({rule.code}.md)"
            yield f"| {link} | {rule.name} | {rule.severity} | {summary(rule)} |"
        yield ""
    yield "```{toctree}\n:hidden:\nmeasured"
    yield from (rule.code for rule in RULES)
    yield "```\n"


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
