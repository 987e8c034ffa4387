"""What accounts of a meeting tell of requests and promises, from `checks/readouts.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class ReadoutWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    requests: tuple[str, ...]
    promises: tuple[str, ...]
    agreements: tuple[str, ...]
    criticism: tuple[str, ...]
    empty: frozenset[str]
    counterparts: tuple[str, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """All turns by which an account tells more than what was talked about."""
        return (*self.requests, *self.promises, *self.agreements, *self.criticism)


@cache
def readout_words() -> ReadoutWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/readouts.yaml", ReadoutWords)
