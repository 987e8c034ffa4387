"""Words of statistics: indicators, verbs of level and change, sorts of counted nouns."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.model.terms import Indicator
from communique.vocab.loader import read_yaml


class Entry(BaseModel):
    """Base of the entries: unknown keys are errors, nothing changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class IndicatorWords(Entry):
    """What names an indicator.

    Attributes:
        indicator: The term of the claim model.
        phrases: Several words that name it wherever they stand.
        heads: Nouns in the singular that name it as the head of a phrase.
        verbs: Verbs that tell it where no noun does.
    """

    indicator: Indicator
    phrases: tuple[str, ...]
    heads: frozenset[str]
    verbs: frozenset[str] = frozenset()


class Multiple(Entry):
    """A word that is a change by itself: "doubled".

    Attributes:
        percent: By how much.
        way: Which way.
    """

    percent: float = Field(gt=0)
    way: Literal["up", "down"]


class Movements(Entry):
    """Words that tie a number to what it measures or tell how it moved; the file explains each."""

    levels: frozenset[str]
    sizes: frozenset[str]
    estimates: frozenset[str]
    shares: frozenset[str]
    rise: frozenset[str]
    fall: frozenset[str]
    ways: frozenset[str]
    rises: frozenset[str]
    falls: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    multiples: dict[str, Multiple]
    fractions: dict[str, float]
    numerals: dict[str, int]
    against: frozenset[str]
    on_year: frozenset[str]
    year_before: frozenset[str]
    same_period: frozenset[str]


class Counts(Entry):
    """Sorts of nouns and verbs that decide whether a number is a figure; the file explains each."""

    people: frozenset[str]
    nationals: frozenset[str]
    populations: frozenset[str]
    tallies: frozenset[str]
    firms: frozenset[str]
    meant: frozenset[str]
    documents: frozenset[str]
    places: frozenset[str]
    parts: frozenset[str]
    spans: frozenset[str]
    unshared: frozenset[str]
    statistics: frozenset[str]
    undertakings: frozenset[str]
    giving: frozenset[str]
    delivering: frozenset[str]
    deliveries: frozenset[str]
    effects: frozenset[str]
    harm: frozenset[str]
    trading: frozenset[str]
    capacity: frozenset[str]
    works: frozenset[str]
    lines: frozenset[str]
    benefitting: frozenset[str]
    reckoning: frozenset[str]
    sufficing: frozenset[str]
    pricing: frozenset[str]
    running: frozenset[str]
    adding_up: frozenset[str]
    people_harmed: frozenset[str]
    marks: frozenset[str]
    targets: frozenset[str]
    results: frozenset[str]
    measures: frozenset[str]
    extents: frozenset[str]
    taking_up: frozenset[str]
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The whole vocabulary of figures.

    Attributes:
        indicators: In the order in which they are tried.
        movements: From `verbs.yaml`.
        counts: From `counts.yaml`.
    """

    indicators: tuple[IndicatorWords, ...]
    movements: Movements
    counts: Counts


def load_figure_words() -> FigureWords:
    """Read the files.

    Raises:
        BadVocabulary: One breaks its schema.
    """
    data = files("communique.vocab") / "data/claims/figures"
    return FigureWords(
        indicators=read_yaml(data / "indicators.yaml", tuple[IndicatorWords, ...]),
        movements=read_yaml(data / "verbs.yaml", Movements),
        counts=read_yaml(data / "counts.yaml", Counts),
    )
