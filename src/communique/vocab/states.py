"""The states of the vocabulary by their code."""

from __future__ import annotations

from importlib.resources import files

from communique.vocab.loader import read_folder
from communique.vocab.schema import State


def names_of_states() -> dict[str, str]:
    """The canonical name of each state, by its ISO 3166-1 alpha-2 code.

    Raises:
        BadVocabulary: A file of states breaks its schema.
    """
    folder = files("communique.vocab") / "data/states"
    return {state.code: state.name for state in read_folder(folder, State)}
