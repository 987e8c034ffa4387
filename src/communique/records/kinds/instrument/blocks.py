"""Keys of the blocks in which instruments are compared: their names, or their parties and day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from communique.records.comparing.days import QUARTER, Days, buckets
from communique.records.comparing.lore import Lore
from communique.records.comparing.titles import Name
from communique.records.kinds.instrument import weights
from communique.records.kinds.instrument.profile import InstrumentProfile

# Two weeks, and a week around: whatever a publication can be away from its step and still link.
_WIDTH, _SLACK = 14, 7
# A grouping of more members is found by its own name only.
_FEW_MEMBERS = 8
# Of more parties or words the first are enough.
_MOST = 6
# Words of a quote, the longest first: they are the rarest.
_MOST_TOLD = 16


def blocks_of(profile: InstrumentProfile, lore: Lore) -> Iterator[str]:
    """The keys of a profile."""
    pairs = tuple(_pairs(profile, lore))
    if profile.name is not None:
        yield from _by_name(profile.name, lore)
        if len(profile.name.years) > 1:
            yield f"{profile.type} {'-'.join(map(str, profile.name.years))}"
        if profile.type in weights.NUMBERED:
            yield from (f"{profile.type} {number}" for number in profile.name.numbers)
        telling = [w for w in (*profile.name.versions, *profile.name.words) if w[0] != "@"][:_MOST]
        yield from (f"topic {pair} {word}" for pair in pairs for word in telling)
    if not lore.titles.telling(profile.name):
        told = sorted((w for w in profile.gist if w[0] != "@"), key=lambda w: (-len(w), w))
        yield from (f"topic {pair} {word}" for pair in pairs for word in told[:_MOST_TOLD])
    if profile.points is not None and profile.points >= weights.FEWEST_POINTS:
        yield f"points {profile.points}"
    if profile.count is not None and profile.count > 1:
        yield from (f"count {profile.count} {pair}" for pair in pairs)
    if profile.place is not None and profile.place.own:
        yield from (f"town {pair} {profile.place.name}" for pair in pairs)
    for bucket in _about(profile):
        yield from (f"parties {pair} {bucket}" for pair in pairs)


def _by_name(name: Name, lore: Lore) -> Iterator[str]:
    """Neighbouring words of the name: names of one document share most of them."""
    words = [word for word in name.words if word[0] != "@"]
    plain = lore.titles.wording.plain
    for one, other in pairwise(words):
        if one not in plain or other not in plain:
            yield f"words {' '.join(sorted((one, other)))}"
    if len(words) == 1 and words[0] not in plain:
        yield f"words {words[0]}"
    if words and all(word in plain for word in words) and (name.versions or len(words) > 1):
        yield f"name {' '.join((*name.versions, *sorted(words)))}"
    yield from (f"acronym {acronym}" for acronym in name.acronyms)


def _pairs(profile: InstrumentProfile, lore: Lore) -> Iterator[str]:
    sides = {*profile.sides, *profile.supposed}
    for side in tuple(sides):
        members = lore.sides.members(side)
        if len(members) <= _FEW_MEMBERS:
            sides |= members
    yield from ("~".join(pair) for pair in combinations(sorted(sides)[:_MOST], 2))


def _about(profile: InstrumentProfile) -> Iterator[int]:
    days = profile.when
    if days is None and profile.told is not None:
        days = Days(profile.told, profile.told)
    if days is not None and (days.length or 1) <= QUARTER:
        yield from buckets(days, _WIDTH, _SLACK)
