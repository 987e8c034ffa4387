"""Words for rules on commitments, from `checks/commitments.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class CommitmentCheckWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uncheckable: frozenset[str]
    hedging: frozenset[str]
    done: frozenset[str]
    acts: frozenset[str]
    tranches: frozenset[str]
    more: frozenset[str]
    running: frozenset[str]
    of_a_time: frozenset[str]
    new: frozenset[str]
    money_nouns: frozenset[str]
    announcing: frozenset[str]
    known: frozenset[str]
    hedges: frozenset[str]
    totals_before: frozenset[str]
    totals_behind: frozenset[str]
    opening_part: frozenset[str]
    closing_part: frozenset[str]
    of_known: frozenset[str]
    once_more: frozenset[str]
    some_of: frozenset[str]
    giving: frozenset[str]
    vowing: frozenset[str]
    dated: frozenset[str]
    currency_words: frozenset[str]
    promising: frozenset[str]
    deeds: frozenset[str]
    helping: frozenset[str]
    help_kinds: frozenset[str]
    help_nouns: frozenset[str]
    sure_nouns: frozenset[str]
    deeds_done: frozenset[str]
    promised_to: frozenset[str]
    receiving: frozenset[str]
    no_gift: frozenset[str]
    no_promise: frozenset[str]
    setting_a_day: frozenset[str]


@cache
def commitment_words() -> CommitmentCheckWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(
        files("communique.vocab") / "data/checks/commitments.yaml", CommitmentCheckWords
    )
