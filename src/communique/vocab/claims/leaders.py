"""Persons whom the world knows as holders of high office, from their data file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml
from communique.vocab.words import without_accents, words_of


class Leaders(BaseModel):
    """Surnames of heads of state and government, and of some ministers, by state or institution.

    Attributes:
        offices: Canonical posts, in lower case, for which the names count.
        leaders: Names by code of the state or name of the institution.
        alone: Those of the names that reports use without post or first name.
        historical: Names of those who held office in another age.
        forenames: Their given names, in lower case.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    offices: frozenset[str]
    leaders: Mapping[str, tuple[str, ...]]
    alone: tuple[str, ...]
    historical: frozenset[str]
    forenames: frozenset[str]

    @cached_property
    def _states(self) -> Mapping[tuple[str, ...], str]:
        return {_key(name): code for code, names in self.leaders.items() for name in names}

    def of_history(self, person: str) -> bool:
        """Whether a person held office in another age, and holds none at the document's time."""
        name = _key(person)
        for old in self._historical:
            if name[-len(old) :] == old:
                given = name[: -len(old)]
                # "Eva Brandt" is not Willy Brandt.
                return not given or len(old) > 1 or bool(self.forenames & set(given))
        return False

    @cached_property
    def _historical(self) -> tuple[tuple[str, ...], ...]:
        return tuple(_key(name) for name in self.historical)

    def party(self, person: str, canonical: str) -> str | None:
        """Code of the state, or name of the institution, in whose office a person is known.

        None if the person is not known, or not for such an office.

        Args:
            person: The name, full or short.
            canonical: Canonical name of the post.
        """
        if canonical.lower() not in self.offices:
            return None
        words = [w for w in _key(person) if w not in {",", ".", "jr", "sr"}]
        for length in (4, 3, 2, 1):
            for first in range(len(words) - length, -1, -1):
                code = self._states.get(tuple(words[first : first + length]))
                if code is not None:
                    return code
        return None


def _key(name: str) -> tuple[str, ...]:
    return tuple(words_of(without_accents(name.lower())))


def load_leaders() -> Leaders:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/claims/leaders.yaml", Leaders)
