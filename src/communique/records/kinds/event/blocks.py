"""Keys of the blocks in which events are compared: who, and about when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from communique.model.terms import EventMode, EventType
from communique.records.comparing.days import QUARTER, Days, buckets
from communique.records.comparing.lore import Lore
from communique.records.comparing.names import surname
from communique.records.kinds.event import weights
from communique.records.kinds.event.profile import EventProfile

# Two weeks, and a week around: whatever a publication can be away from its event and still link.
_WIDTH, _SLACK = 14, 7
# For what is shared by many: a few days, and a day around.
_NARROW, _NARROW_SLACK = 4, 1
# A grouping of more members is found by its own name only: it has too many pairs.
_FEW_MEMBERS = 8
# Of more sides or persons the first are enough, since any shared pair makes a block.
_MOST = 6


def blocks_of(profile: EventProfile, lore: Lore) -> Iterator[str]:
    """The keys of a profile."""
    family = weights.FAMILY.get(profile.type, profile.type.value)
    form = _form(profile)
    for pair in _pairs(profile, lore):
        for bucket in _about(profile, _WIDTH, _SLACK):
            yield f"{family} {form} {pair} {bucket}"
        if profile.place is not None and profile.place.own:
            yield f"town {form} {pair} {profile.place.name}"
    if profile.type is EventType.CONSULT:
        yield from _by_name(profile)
        yield from _by_day(profile, form)


def _form(profile: EventProfile) -> str:
    """Forms that are never compared have different keys."""
    return "visit" if profile.mode is EventMode.VISIT else "talks"


def _pairs(profile: EventProfile, lore: Lore) -> Iterator[str]:
    """Pairs of sides and of persons that two tellings of one event share."""
    ours = _expanded(profile.sources, lore)
    others = _expanded((*profile.sides, *profile.supposed), lore)
    sides = product(ours, others) if ours else combinations(sorted(others)[:_MOST], 2)
    yield from {"~".join(sorted(pair)) for pair in sides}
    travellers = _surnames(person.name for person in profile.travellers)
    people = _surnames(person.name for person in profile.people)
    if profile.sources:
        yield from (f"{one}>{side}" for one in travellers for side in others)
        yield from (f"{side}>{one}" for one in people for side in ours)
        yield from (f"{one}>{other}" for one in travellers for other in people)
    else:
        yield from ("+".join(sorted(pair)) for pair in combinations(people, 2))
        # "Ms Berg came to Astana": of whose side she is, another text tells.
        yield from (f"{one}>{side}" for one in travellers for side in others)


def _expanded(sides: Iterable[str], lore: Lore) -> set[str]:
    """The sides, with the members of small groupings and what is known above them."""
    found = set(sides)
    for side in sides:
        members = lore.sides.members(side)
        if len(members) <= _FEW_MEMBERS:
            found |= members
    return found


def _surnames(names: Iterable[str]) -> list[str]:
    return sorted({surname(name) for name in names})[:_MOST]


def _about(profile: EventProfile, width: int, slack: int) -> Iterator[int]:
    """Stretches of time in which it may be told; none for a vague date."""
    days = profile.when
    if days is None and profile.told is not None:
        days = Days(profile.told, profile.told)
    if days is not None and (days.length or 1) <= QUARTER:
        yield from buckets(days, width, slack)


def _by_name(profile: EventProfile) -> Iterator[str]:
    """Names and numbers are found whatever the date."""
    if profile.name is not None and profile.name.words:
        yield f"name {' '.join(sorted(profile.name.words))}"
        for word in profile.name.words:
            yield from (f"word {word} {b}" for b in _about(profile, _WIDTH, _SLACK))
    if profile.ordinal is not None and profile.ordinal > 1:
        yield from (f"number {profile.ordinal} {side}" for side in profile.sides)


def _by_day(profile: EventProfile, form: str) -> Iterator[str]:
    """What is dated to a few days is found by its place, and a gathering by any of its sides."""
    if profile.when is None or not profile.when.short:
        return
    for bucket in buckets(profile.when, _NARROW, _NARROW_SLACK):
        if profile.place is not None:
            yield f"place {form} {profile.place.name} {bucket}"
        if profile.wide or len(profile.sides) == 1:
            yield from (f"day {form} {side} {bucket}" for side in profile.sides)
