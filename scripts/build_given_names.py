"""Builds src/communique/vocab/data/given_names.txt from the package Faker.

Faker (MIT licence, see NOTICE) ships lists of given names for many countries. Kept are names in
Latin letters of at least three letters, each of one word. One name a line, sorted.

    pip install faker
    python scripts/build_given_names.py
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from faker.providers import person

TARGET = Path(__file__).parents[1] / "src/communique/vocab/data/given_names.txt"
HEADER = (
    "# Given names in Latin letters, of many countries. From Faker (MIT licence, see NOTICE)\n"
    "# by scripts/build_given_names.py; add others to name_words.yaml instead.\n"
)

_NAME = re.compile(r"[A-Z\u00c0-\u024f][a-z\u00df-\u024f]{2,}")


def main() -> None:
    """Write the file, sorted, so that a rebuild from the same package changes nothing."""
    names = sorted({name for provider in _providers() for name in _given(provider)})
    TARGET.write_text(HEADER + "".join(f"{name}\n" for name in names), "utf-8")
    print(f"{TARGET.name}: {len(names)} names, {TARGET.stat().st_size:,} bytes")


def _providers() -> Iterator[type]:
    for module in pkgutil.iter_modules(person.__path__):
        yield import_module(f"{person.__name__}.{module.name}").Provider


def _given(provider: type) -> Iterator[str]:
    """All names under the attributes that Faker keeps given names in."""
    for attribute in dir(provider):
        if attribute.startswith("first_names") or attribute == "first_romanized_names":
            listed = getattr(provider, attribute)
            if isinstance(listed, Iterable):
                yield from (name for name in listed if _NAME.fullmatch(name))


if __name__ == "__main__":
    main()
