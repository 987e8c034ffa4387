"""The states of the vocabulary by their code, and the bodies of their executives."""

from __future__ import annotations

from importlib.resources import files

from communique.vocab.loader import read_folder
from communique.vocab.schema import Institution, InstitutionType, State

# Bodies that a government directs; parliaments, courts and companies are others.
_EXECUTIVE = frozenset({
    InstitutionType.GOVERNMENT, InstitutionType.HEAD_OF_STATE_OFFICE, InstitutionType.MINISTRY,
    InstitutionType.AGENCY,
})  # fmt: skip


def names_of_states() -> dict[str, str]:
    """The canonical name of each state, by its ISO 3166-1 alpha-2 code.

    Raises:
        BadVocabulary: A file of states breaks its schema.
    """
    folder = files("communique.vocab") / "data/states"
    return {state.code: state.name for state in read_folder(folder, State)}


def states_of_executives() -> dict[str, str]:
    """The code of the state that each ministry, agency or office of a government belongs to.

    Raises:
        BadVocabulary: A file of institutions breaks its schema.
    """
    folder = files("communique.vocab") / "data/institutions"
    return {
        body.name: body.country
        for body in read_folder(folder, Institution)
        if body.country is not None and body.type in _EXECUTIVE
    }
