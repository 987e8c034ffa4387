"""What the days of two tellings say for or against their being one event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.model.terms import EventMode
from communique.records.comparing.days import MONTH, Days, Fit, distance, fit, gap
from communique.records.kinds.event import weights
from communique.records.kinds.event.profile import EventProfile

# Sides that a gathering has in common with itself on the next day.
_BOTH = 2


def days_agree(one: EventProfile, other: EventProfile) -> tuple[float, str]:
    """What the days count, and why; 0 where they say nothing."""
    if one.when is not None and other.when is not None:
        return _dated(one, other, one.when, other.when)
    if one.when is not None:
        return _published(one, one.when, other)
    if other.when is not None:
        return _published(other, other.when, one)
    return _undated(one, other)


def days_contradict(one: EventProfile, other: EventProfile) -> str | None:
    """Why the days can't be those of one event."""
    if one.when is not None and other.when is not None:
        apart = fit(one.when, other.when) is Fit.APART
        one_event = _shifted(one, other) or _moved(one, other) or _lasted(one, other)
        return f"{one.when} is not {other.when}" if apart and not one_event else None
    early = _too_early(one, other) or _too_early(other, one)
    return early or _too_far(one, other)


def _too_far(one: EventProfile, other: EventProfile) -> str | None:
    """Whether too much time lies between the tellings, one of them undated, to mean one event."""
    if one.recalled or other.recalled:
        return None
    named = one.name is not None and other.name is not None
    numbered = one.ordinal is not None and one.ordinal == other.ordinal
    if one.told is not None and other.told is not None:
        away, most = abs((one.told - other.told).days), weights.MOST_APART
    else:
        dated, bare = (one, other) if one.when is not None else (other, one)
        if dated.when is None or bare.told is None or bare.ahead:
            return None
        away, most = distance(bare.told, dated.when), MONTH
    if away <= (weights.MOST_AFTER if named else most) or numbered:
        return None
    return f"told {away} days away without a date"


def _dated(one: EventProfile, other: EventProfile, ours: Days, theirs: Days) -> tuple[float, str]:
    found = fit(ours, theirs)
    if found is not Fit.APART:
        return weights.FIT[found], _told(found, ours, theirs)
    if _shifted(one, other):
        return weights.SHIFTED, "one day apart, each in its own time zone"
    if _moved(one, other):
        return weights.MOVED, "planned for a day close by"
    return 0.0, ""


def _told(found: Fit, ours: Days, theirs: Days) -> str:
    if ours == theirs:
        return f"same date ({ours})"
    if found is Fit.WITHIN:
        return f"one date within the other ({_in_order(ours, theirs)})"
    return f"dates that can agree ({_in_order(ours, theirs)})"


def _in_order(ours: Days, theirs: Days) -> str:
    return "; ".join(sorted((str(ours), str(theirs))))


def _shifted(one: EventProfile, other: EventProfile) -> bool:
    """Whether two sides tell consecutive days of their own call, each by its own clock."""
    if one.when is None or other.when is None or gap(one.when, other.when) != 1:
        return False
    if one.mode is not other.mode or one.mode not in {EventMode.CALL, EventMode.MEETING}:
        return False
    return bool(one.tellers and other.tellers) and one.tellers != other.tellers


def _moved(one: EventProfile, other: EventProfile) -> bool:
    """Whether a plan took place, or was set again, on a day close by."""
    if one.when is None or other.when is None or one.ahead == other.ahead:
        return False
    if not one.when.short or not other.when.short:
        return False
    return gap(one.when, other.when) <= weights.MOST_MOVED


def _lasted(one: EventProfile, other: EventProfile) -> bool:
    """Whether they are consecutive days of a gathering of many, which opens and ends.

    Nothing is counted for it: a telling of all its days must tie them.
    """
    if one.when is None or other.when is None or gap(one.when, other.when) != 1:
        return False
    return one.wide and other.wide and len({*one.sides} & {*other.sides}) >= _BOTH


def _published(dated: EventProfile, days: Days, other: EventProfile) -> tuple[float, str]:
    if other.told is None or other.recalled or not (days.short or days.length is None):
        return 0.0, ""
    away = distance(other.told, days)
    if other.ahead:
        away = -away
    weight = _near(away, weights.PUBLISHED) if away >= -weights.HASTE else 0.0
    return weight, f"told on {other.told} without a date, close to {days}"


def _undated(one: EventProfile, other: EventProfile) -> tuple[float, str]:
    if one.told is None or other.told is None or one.recalled or other.recalled:
        return 0.0, ""
    first, last = sorted((one.told, other.told))
    weight = _near((last - first).days, weights.BOTH_PUBLISHED)
    return weight, f"told without a date on {_days(first, last)}"


def _days(first: date, last: date) -> str:
    return str(first) if first == last else f"{first} and {last}"


def _near(away: int, steps: Iterable[tuple[int, float]]) -> float:
    return next((weight for most, weight in steps if away <= most), 0.0)


def _too_early(dated: EventProfile, other: EventProfile) -> str | None:
    """Whether one tells as past what the other dates later, or as to come what is over."""
    if dated.when is None or other.told is None:
        return None
    away = distance(other.told, dated.when)
    if not other.ahead and away < -weights.HASTE:
        return f"told as past on {other.told}, before {dated.when}"
    if other.ahead and away > weights.HASTE:
        return f"told as planned on {other.told}, after {dated.when}"
    return None
