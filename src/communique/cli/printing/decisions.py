"""Decisions for people: one line each, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from communique.cli.printing.terminal import clean
from communique.model.decision import Decision, Ruling, Selector
from communique.pipeline.ruling import Unplaced
from communique.records.rulings import ordered, standing_ids

# Digits of an id that are shown; the command line takes as few as are unambiguous.
_DIGITS = 8
# Characters of a quote or note that fit on a line beside the rest.
_QUOTED = 60


def told(decision: Decision) -> str:
    """What was decided, such as: rejected commitment-2174ba7179d026ae "Oman will give …"."""
    line = _WORDINGS[decision.ruling](decision)
    reason = f" ({decision.reason})" if decision.reason else ""
    return _one_line(line + reason)


def announced(decision: Decision) -> str:
    """The line that tells a person what they have just decided."""
    return f"{told(decision)}: decision {short(decision.id)}"


def listed(decisions: Collection[Decision]) -> Iterator[str]:
    """A line for each decision, in the order in which they count."""
    standing = standing_ids(decisions)
    for decision in ordered(decisions):
        undone = "" if decision.id in standing else "undone: "
        at = decision.at.isoformat(" ", "minutes")
        yield _one_line(f"{short(decision.id)} {at} {decision.author}: {undone}{told(decision)}")


def reviewed(missing: Unplaced) -> str:
    """A decision that did not find its target, and why."""
    where = "" if missing.document is None else f" (document {missing.document})"
    holds = ", but it holds in another version" if missing.elsewhere else ""
    line = f"{short(missing.decision.id)} {told(missing.decision)}: {missing.note}{where}{holds}"
    return _one_line(line)


def short(ident: str) -> str:
    """The beginning of an id."""
    return ident[:_DIGITS]


def _one_line(text: str) -> str:
    return clean(" ".join(text.split()))


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return f'"{words}"' if len(words) <= _QUOTED else f'"{words[: _QUOTED - 1]}…"'


def _claim(target: Selector) -> str:
    return f"{target.claim} {_quoted(target.exact)}"


def _first(decision: Decision) -> str:
    return _claim(decision.targets[0])


def _correction(decision: Decision) -> str:
    payload = decision.payload
    return f"corrected {_first(decision)}: {payload['slot']} is {_value(payload['value'])}"


def _value(value: Any) -> str:  # noqa: ANN401 - what JSON holds
    """A value in as few words as tell it."""
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(_value(entry) for entry in value)
    if isinstance(value, Mapping):
        if value.get("text"):
            return str(value["text"])
        return " ".join(_value(part) for part in value.values() if part not in (None, []))
    return str(value)


def _addition(decision: Decision) -> str:
    return f"added {decision.payload['claim']['kind']} from {_quoted(decision.targets[0].exact)}"


def _records(decision: Decision, verb: str) -> str:
    quotes = " and ".join(_quoted(target.exact) for target in decision.targets)
    return f"{verb} {len(decision.targets)} records of kind {decision.payload['kind']}: {quotes}"


def _split(decision: Decision) -> str:
    leaving = decision.targets[1 : decision.payload["leaving"] + 1]
    quotes = " and ".join(_quoted(target.exact) for target in leaving)
    stays = _quoted(decision.targets[0].exact)
    return f"split {quotes} from the {decision.payload['kind']} {stays}"


def _delivery(decision: Decision) -> str:
    payload = decision.payload
    on = f" on {payload['on']}" if payload["on"] else ""
    quote = _quoted(decision.targets[0].exact)
    return f"marked {payload['kind']} {quote} as delivered{on}: {payload['evidence']}"


def _speakers(decision: Decision) -> str:
    names = _value([party["name"] for party in decision.payload["parties"]])
    return f"{decision.targets[0].lineage} speaks for {names}"


def _silence(decision: Decision) -> str:
    payload = decision.payload
    if not decision.targets:
        return f"silenced {payload['code']}:{payload['basis']}"
    return f"silenced {payload['finding']} {_quoted(decision.targets[0].exact)}"


_WORDINGS: Mapping[Ruling, Callable[[Decision], str]] = MappingProxyType(
    {
        Ruling.ACCEPT: lambda d: f"accepted {_first(d)}",
        Ruling.REJECT: lambda d: f"rejected {_first(d)}",
        Ruling.CORRECT: _correction,
        Ruling.ADD: _addition,
        Ruling.MERGE: lambda d: _records(d, "merged"),
        Ruling.NEVER_MERGE: lambda d: _records(d, "kept apart"),
        Ruling.SPLIT: _split,
        Ruling.DELIVERED: _delivery,
        Ruling.SPEAKS_FOR: _speakers,
        Ruling.SILENCE: _silence,
        Ruling.UNDO: lambda d: f"undid decision {short(d.payload['decision'])}",
    }
)
