"""The names of the vocabulary's parties besides the canonical ones."""

from __future__ import annotations

from collections.abc import Mapping

from communique.vocab.loader import Vocabulary


def other_names(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """Other names of each party by its canonical name: usual ones, former ones, then metonyms."""
    found: dict[str, tuple[str, ...]] = {}
    for state in vocabulary.states:
        official = (state.official,) if state.official else ()
        former = tuple(old.name for old in state.former)
        found[state.name] = (*official, *state.names, *former, *state.metonyms)
    for body in vocabulary.institutions:
        former = tuple(old.name for old in body.former)
        found[body.name] = (*body.names, *former, *body.metonyms)
    for grouping in vocabulary.groupings:
        former = tuple(old.name for old in grouping.former)
        found[grouping.name] = (*grouping.names, *former)
    return {name: tuple(dict.fromkeys(names)) for name, names in found.items()}
