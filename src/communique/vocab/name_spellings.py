"""How names of persons vary in spelling, from `name_spellings.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.given_names import load_given_names
from communique.vocab.loader import read_yaml
from communique.vocab.schema import NameWords


class Spellings(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    foldings: tuple[tuple[str, str], ...]
    generations: tuple[tuple[str, ...], ...]
    fathers: frozenset[str]
    short_forms: tuple[frozenset[str], ...]
    first_surnames: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameSpellings:
    """What comparing names of persons needs to know.

    Attributes:
        foldings: Regular expressions with what each is turned into, in order.
        generations: Word after a name to the number of its generation.
        suffixes: All words after a name, without dots.
        fathers: Words that introduce the father's name.
        particles: Lower-case parts inside a name.
        short_forms: Given name to the numbers of the names that it is a form of.
        first_surnames: Surnames that stand first.
        given: Given names of many countries.
    """

    foldings: tuple[tuple[re.Pattern[str], str], ...]
    generations: Mapping[str, int]
    suffixes: frozenset[str]
    fathers: frozenset[str]
    particles: frozenset[str]
    short_forms: Mapping[str, frozenset[int]]
    first_surnames: frozenset[str]
    given: frozenset[str]


@cache
def name_spellings() -> NameSpellings:
    """The packaged data, read once.

    Raises:
        BadVocabulary: A file breaks its schema.
    """
    data = files("communique.vocab") / "data"
    told = read_yaml(data / "records/name_spellings.yaml", Spellings)
    words = read_yaml(data / "name_words.yaml", NameWords)
    suffixes = {suffix.replace(".", "").lower() for suffix in words.suffixes}
    generations = {w: n for n, forms in enumerate(told.generations) for w in forms}
    return NameSpellings(
        foldings=tuple((re.compile(pattern), turned) for pattern, turned in told.foldings),
        generations=generations,
        suffixes=frozenset(suffixes | set(generations)),
        fathers=told.fathers,
        particles=frozenset(words.particles) - told.fathers,
        short_forms=_short_forms(told.short_forms),
        first_surnames=told.first_surnames,
        given=frozenset(name.lower() for name in load_given_names(words)),
    )


def _short_forms(groups: tuple[frozenset[str], ...]) -> Mapping[str, frozenset[int]]:
    names = {name for group in groups for name in group}
    return {n: frozenset(i for i, group in enumerate(groups) if n in group) for n in names}
