"""Wordings of undertakings, from their data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.model.terms import Finance, Grade
from communique.vocab.loader import read_yaml

_SHAPE = ConfigDict(frozen=True, extra="forbid")


class Sense(BaseModel):
    """What a group of verbs says of an undertaking; the file tells what each field means."""

    model_config = _SHAPE

    verbs: tuple[str, ...]
    example: tuple[str, Grade]
    done: Grade | None = None
    doing: Grade | None = None
    money: Grade | None = None
    governs: Grade | None = None
    receiver: bool = False
    flows: bool = False
    steps: bool = False
    totals: bool = False
    builds: bool = False
    later: bool = False
    bears: bool = False
    change: bool = False


class GradedNouns(BaseModel):
    """Nouns that tell a grade."""

    model_config = _SHAPE

    grade: Grade
    nouns: frozenset[str]


class MoneyNouns(BaseModel):
    """Nouns for money that is given, and of what kind it is."""

    model_config = _SHAPE

    kind: Finance | None
    nouns: frozenset[str]


class Nouns(BaseModel):
    """Nouns of undertakings, and adjectives and verbs that tell the kind of money."""

    model_config = _SHAPE

    grades: tuple[GradedNouns, ...]
    binding: frozenset[str]
    buying: frozenset[str]
    loose: frozenset[str]
    light: frozenset[str]
    plans: frozenset[str]
    firms: frozenset[str]
    offices: frozenset[str]
    borrowing: frozenset[str]
    talks: frozenset[str]
    levies: frozenset[str]
    levying: frozenset[str]
    asking: frozenset[str]
    borne: frozenset[str]
    running: frozenset[str]
    penalties: frozenset[str]
    freeing: frozenset[str]
    owed: frozenset[str]
    easing: frozenset[str]
    standing: frozenset[str]
    finance: tuple[MoneyNouns, ...]
    adjectives: dict[Finance, frozenset[str]]
    verbs: dict[Finance, frozenset[str]]
    statistics: frozenset[str]


class Texts(BaseModel):
    """Sorts of text, and words around an undertaking."""

    model_config = _SHAPE

    joint: tuple[str, ...]
    joint_kinds: frozenset[str]
    deals: frozenset[str]
    reached: frozenset[str]
    ahead: tuple[str, ...]
    under: frozenset[str]
    laid_down: frozenset[str]
    signing: frozenset[str]
    provides: frozenset[str]
    therein: frozenset[str]
    bodies: frozenset[str]
    running: tuple[str, ...]
    parts: tuple[str, ...]
    measures: frozenset[str]
    sizing: frozenset[str]
    resting: frozenset[str]
    costing: frozenset[str]
    proposals: frozenset[str]
    noting: frozenset[str]
    carrying: frozenset[str]
    pending: tuple[str, ...]
    laws: frozenset[str]
    providing_laws: frozenset[str]
    promising: frozenset[str]
    arranging: frozenset[str]
    awaiting: frozenset[str]


class DeadlineWords(BaseModel):
    """Words that tie a time to an undertaking."""

    model_config = _SHAPE

    until: tuple[str, ...]
    before: tuple[str, ...]
    within: tuple[str, ...]
    during: tuple[str, ...]
    budgeted: tuple[str, ...]
    since: tuple[str, ...]
    settled: tuple[str, ...]
    due: tuple[str, ...]
    taken_up: tuple[str, ...]
    starting: frozenset[str]
    opening: frozenset[str]
    keeping: frozenset[str]


class Deliverables(BaseModel):
    """What can be counted, and what cannot."""

    model_config = _SHAPE

    never: frozenset[str]
    single: frozenset[str]
    openings: frozenset[str]
    gatherings: frozenset[str]
    measured: frozenset[str]
    people: frozenset[str]
    trained: frozenset[str]
    vehicles: frozenset[str]
    handing: frozenset[str]
    sendings: frozenset[str]
    stopped: frozenset[str]
    projects: frozenset[str]
    consignments: frozenset[str]
    captives: frozenset[str]
    held: frozenset[str]
    arms: frozenset[str]
    firing: frozenset[str]
    forces: frozenset[str]
    moving: frozenset[str]
    shot: frozenset[str]


@dataclass(frozen=True)
class CommitmentWords:
    """All wordings of undertakings.

    Attributes:
        senses: Groups of verbs.
        nouns: Nouns, adjectives and verbs of money.
        texts: Sorts of text and words around an undertaking.
        deadlines: Words that tie a time to an undertaking.
        deliverables: What can be counted.
    """

    senses: tuple[Sense, ...]
    nouns: Nouns
    texts: Texts
    deadlines: DeadlineWords
    deliverables: Deliverables

    @cached_property
    def verbs(self) -> dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]:
        """By the verb's first word: what must follow it, and what it then says, longest first."""
        found: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        for sense in self.senses:
            for verb in sense.verbs:
                first, *rest = verb.split()
                found.setdefault(first, []).append((tuple(rest), sense))
        longest_first = {v: sorted(e, key=lambda entry: -len(entry[0])) for v, e in found.items()}
        return {verb: tuple(entries) for verb, entries in longest_first.items()}

    @cached_property
    def graded(self) -> dict[str, Grade]:
        """The grade that a noun tells."""
        return {noun: group.grade for group in self.nouns.grades for noun in group.nouns}

    @property
    def other(self) -> Sense:
        """What a verb says that no group has: nothing by itself, a pledge in the future."""
        return Sense(verbs=(), example=("", Grade.PLEDGED), change=True)

    @property
    def standing(self) -> frozenset[str]:
        """Nouns of schemes that stand by law."""
        return self.nouns.standing

    @cached_property
    def given(self) -> frozenset[str]:
        """Nouns for money that is given, of whatever kind, and for promises of it."""
        return frozenset(self.money) - self.flows

    @cached_property
    def flows(self) -> frozenset[str]:
        """Nouns for money that statistics are about as well."""
        return frozenset(n for n, kind in self.money.items() if kind is Finance.INVESTMENT)

    @cached_property
    def money(self) -> dict[str, Finance | None]:
        """The kind of money that a noun tells; open kinds give way to definite ones."""
        groups = sorted(self.nouns.finance, key=lambda group: group.kind is not None)
        return {noun: group.kind for group in groups for noun in group.nouns}


def load_commitment_words() -> CommitmentWords:
    """Read the files.

    Raises:
        BadVocabulary: One breaks its schema.
    """
    folder = files("communique.vocab") / "data/claims/commitments"
    return CommitmentWords(
        senses=read_yaml(folder / "verbs.yaml", tuple[Sense, ...]),
        nouns=read_yaml(folder / "nouns.yaml", Nouns),
        texts=read_yaml(folder / "texts.yaml", Texts),
        deadlines=read_yaml(folder / "deadlines.yaml", DeadlineWords),
        deliverables=read_yaml(folder / "deliverables.yaml", Deliverables),
    )
