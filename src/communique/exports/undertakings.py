"""Undertakings as JSON objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from communique.claims.from_json import entry_of
from communique.model.plain import plain
from communique.views.undertakings import Undertaking

#: Columns of a sheet of undertakings; `quote` stands for what is undertaken in the text's words.
COLUMNS = (
    "record",
    "kind",
    "who",
    "to",
    "firm",
    "due_first",
    "due_last",
    "told_first",
    "told_last",
    "outcome",
    "outcome_first",
    "outcome_last",
    "outcome_step",
    "outcome_record",
    "via",
    "quote",
)


def entry(one: Undertaking, via: Sequence[str]) -> dict[str, Any]:
    """The JSON object of an undertaking."""
    return {**plain(one), "what": entry_of(one.what), "via": list(via)}


def row(one: Undertaking, via: Sequence[str]) -> dict[str, Any]:
    """The same as a flat object, by the columns of a sheet."""
    due = one.due
    return {
        **{name: value for name, value in plain(one).items() if name in COLUMNS},
        "kind": one.what.kind,
        "due_first": plain(due.first) if due else None,
        "due_last": plain(due.last) if due else None,
        "outcome": one.outcome.what.value,
        "outcome_first": plain(one.outcome.first),
        "outcome_last": plain(one.outcome.last),
        "outcome_step": one.outcome.step,
        "outcome_record": one.outcome.record,
        "via": list(via),
        "quote": one.what.evidence[0].exact,
    }
