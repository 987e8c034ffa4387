"""Acts that documents date, and how texts refer back to them, from `records/dated_acts.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.model.terms import EventMode, InstrumentAction
from communique.vocab.loader import read_yaml


class DatedAct(BaseModel):
    """One sort of act; the file tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    told: str
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    steps: frozenset[InstrumentAction] = frozenset()
    modes: frozenset[EventMode] = frozenset()


class DatedActs(BaseModel):
    """What the file says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    acts: tuple[DatedAct, ...]
    apart: tuple[str, ...]
    events: tuple[str, ...]
    common: tuple[str, ...]
    held: tuple[str, ...]
    openable: tuple[str, ...]
    opened: tuple[str, ...]
    instruments: tuple[str, ...]
    versions: tuple[str, ...]
    plain: frozenset[str]


@cache
def dated_acts() -> DatedActs:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/dated_acts.yaml", DatedActs)
