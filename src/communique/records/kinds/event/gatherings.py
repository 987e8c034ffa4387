"""Meetings, calls, visits and gatherings: what speaks for and against two tellings being one."""

from __future__ import annotations

from communique.model.terms import EventMode
from communique.records.comparing.days import Fit, fit
from communique.records.comparing.lore import Lore
from communique.records.comparing.names import alike
from communique.records.comparing.people import Attendant, company
from communique.records.comparing.places import Nearness, nearness
from communique.records.comparing.tally import Tally
from communique.records.comparing.titles import own_words, shown
from communique.records.kinds.event import weights
from communique.records.kinds.event.profile import WIDE, EventProfile
from communique.records.kinds.event.timing import days_agree
from communique.records.matching import Match

# Two that agree are enough to know a meeting of two by.
_BOTH = 2
# Names that share less than this of their words, and have words of their own, are of two things.
_UNLIKE = 0.5
# From this share of the shorter name on they partly agree.
_PARTLY = 0.6


def compare_gatherings(one: EventProfile, other: EventProfile, lore: Lore) -> Match | None:
    """What speaks for two consultations being one."""
    tally = Tally()
    named = _count_names(tally, one, other, lore)
    days, reason = days_agree(one, other)
    placed = _same_town(one, other, lore)
    if not days and not named and not placed:
        return None
    tally.add(days, reason)
    if EventMode.VISIT in {one.mode, other.mode}:
        _count_journey(tally, one, other, lore)
    else:
        _count_company(tally, one, other, lore)
    _count_form(tally, one, other)
    if placed and one.place is not None:
        tally.add(weights.OWN_PLACE, f"same town ({one.place.name})")
    else:
        _count_place(tally, one, other)
    return tally.match()


def gatherings_contradict(one: EventProfile, other: EventProfile, lore: Lore) -> str | None:
    """Why two consultations can't be one."""
    if not _forms_agree(one.mode, other.mode):
        return f"a {one.mode} is no {other.mode}"
    if one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal:
        return f"number {one.ordinal} is not number {other.ordinal}"
    if one.name is not None and other.name is not None:
        return _names_contradict(one, other, lore) or _elsewhere(one, other)
    if EventMode.VISIT in {one.mode, other.mode}:
        return _journeys_contradict(one, other, lore)
    return _company_contradicts(one, other, lore) or _elsewhere(one, other)


def _count_names(tally: Tally, one: EventProfile, other: EventProfile, lore: Lore) -> bool:
    """Count name and number; whether one of them tells the event without a date."""
    named = False
    if one.name is not None and other.name is not None:
        alike = lore.titles.likeness(one.name, other.name)
        parties = all(word.startswith("@") for word in alike.words)
        if alike.words and alike.share == 1:
            tally.add(weights.NAME, f"same name ({shown(alike.words)})")
            # "The NATO Summit" is another one each year.
            named = not parties
        elif alike.words and (alike.share if parties else alike.cover) >= _PARTLY:
            tally.add(weights.PARTLY_NAME, f"similar names ({shown(alike.words)})")
    if one.ordinal is not None and one.ordinal == other.ordinal:
        first = one.ordinal == 1
        tally.add(weights.FIRST if first else weights.ORDINAL, f"same number ({one.ordinal})")
        named = named or not first
    return named


def _count_company(tally: Tally, one: EventProfile, other: EventProfile, lore: Lore) -> None:
    meeting = lore.sides.meeting(one.sides, other.sides)
    met = company(one.people, other.people)
    sides = 0.0
    if meeting.shared >= _BOTH:
        sides = weights.SIDES if meeting.exact >= _BOTH else weights.KINDRED_SIDES
    elif meeting.shared:
        grouping = any(lore.sides.plural(side) for side in {*one.sides} & {*other.sides})
        sides = weights.ONE_GROUPING if grouping else weights.ONE_SIDE
    people = weights.PEOPLE if len(met.alike) >= _BOTH else len(met.alike) * weights.ONE_PERSON
    if len(met.alike) >= _BOTH and sides + people < weights.PEOPLE_ALONE:
        people = weights.PEOPLE_ALONE - sides
    names = sorted({*one.sides} & {*other.sides}) or ["members of one another"]
    if meeting.shared < _BOTH and _together(one, other, lore):
        pair = shown(sorted({*one.sides, *one.supposed}))
        tally.add(weights.SUPPOSED_SIDES, f"same sides, as the documents are about them ({pair})")
    else:
        tally.add(sides, f"same sides ({shown(names)})")
    tally.add(people, f"same persons ({', '.join(met.alike)})")
    _count_size(tally, one, other, lore)


def _together(one: EventProfile, other: EventProfile, lore: Lore) -> bool:
    """Whether both sides agree, told or left to the document."""
    ours, theirs = (*one.sides, *one.supposed), (*other.sides, *other.supposed)
    return lore.sides.meeting(ours, theirs).shared >= _BOTH


def _same_town(one: EventProfile, other: EventProfile, lore: Lore) -> bool:
    """Whether the place tells the meeting: to a text that looks back, or beside a date."""
    if one.place is None or other.place is None or not (one.place.own or other.place.own):
        return False
    if not (one.recalled or other.recalled or _by_month(one, other)):
        return False
    same = nearness(one.place, other.place) is Nearness.SAME
    return same and EventMode.VISIT not in {one.mode, other.mode} and _together(one, other, lore)


def _by_month(one: EventProfile, other: EventProfile) -> bool:
    """Whether one tells a month that fits: days tell it without the place, a year holds many."""
    if one.when is None or other.when is None:
        return False
    return fit(one.when, other.when) is Fit.MONTH


def _count_size(tally: Tally, one: EventProfile, other: EventProfile, lore: Lore) -> None:
    """What speaks against it where only one tells of more than two sides."""
    if one.wide == other.wide and {one.mode, other.mode} & WIDE:
        return
    meeting = lore.sides.meeting(one.sides, other.sides)
    if meeting.shared > _BOTH:
        return
    met = company(one.people, other.people)
    everybody = (*one.people, *other.people)
    # A person whom both name is no third, whichever side the texts tie the name to.
    shared = {p.side for p in everybody if any(alike(p.name, name) for name in met.alike)}
    third = {s for s in meeting.left | meeting.right if lore.sides.known(s)} - shared
    third -= {*one.supposed, *other.supposed}
    manned = any(person.side in third for person in everybody)
    both = lore.sides.several(one.sides) and lore.sides.several(other.sides)
    if manned or (both and _gathering(one, lore) != _gathering(other, lore)):
        tally.add(weights.OTHER_SIZE, "but one tells a meeting of two, one a gathering of many")
    elif third and both:
        tally.add(weights.THIRD_SIDE, f"but only one names {shown(sorted(third))}")


def _gathering(profile: EventProfile, lore: Lore) -> bool:
    """Whether its form, or a grouping, makes it a gathering of many."""
    return profile.mode in WIDE or any(map(lore.sides.plural, profile.sides))


def _count_journey(tally: Tally, one: EventProfile, other: EventProfile, lore: Lore) -> None:
    """Who travels, and to whom."""
    hosts = lore.sides.meeting(one.sides, other.sides)
    if hosts.shared:
        tally.add(weights.DOER, f"same host ({shown(sorted({*one.sides} & {*other.sides}))})")
    travellers = company(one.travellers, other.travellers)
    if travellers.alike:
        tally.add(weights.TRAVELLER, f"same guest ({travellers.alike[0]})")
    elif lore.sides.meeting(one.sources, other.sources).shared:
        tally.add(weights.DOER, "guests of the same side")


def _count_form(tally: Tally, one: EventProfile, other: EventProfile) -> None:
    if one.mode is not None and one.mode is other.mode:
        tally.add(weights.FORM, f"both a {one.mode}")
    elif one.mode is None or other.mode is None:
        return
    elif one.wide and other.wide:
        tally.add(weights.FORM, "both gatherings of many")
    elif {one.mode, other.mode} <= weights.TALKS:
        forms = " and as a ".join(sorted((str(one.mode), str(other.mode))))
        tally.add(weights.KINDRED_FORM, f"it can be told as a {forms}")


def _count_place(tally: Tally, one: EventProfile, other: EventProfile) -> None:
    near = nearness(one.place, other.place)
    if near is Nearness.SAME and one.place is not None:
        tally.add(weights.PLACE, f"same place ({one.place.name})")
    elif near is Nearness.SAME_LAND and one.place is not None and other.place is not None:
        places = " and ".join(sorted((one.place.name, other.place.name)))
        tally.add(weights.LAND, f"places of one state ({places})")


def _forms_agree(one: EventMode | None, other: EventMode | None) -> bool:
    if one is other or one is None or other is None:
        return True
    return any({one, other} <= kindred for kindred in weights.KINDRED)


def _names_contradict(one: EventProfile, other: EventProfile, lore: Lore) -> str | None:
    if one.name is None or other.name is None:
        return None
    for ours, theirs, what in (
        (one.name.numbers, other.name.numbers, "number"),
        (one.name.years, other.name.years, "year"),
        (one.name.levels, other.name.levels, "level"),
    ):
        if ours and theirs and not {*ours} & {*theirs}:
            return f"{what} {_listed(ours)} is not {what} {_listed(theirs)}"
    if lore.titles.likeness(one.name, other.name).share >= _UNLIKE:
        return None
    if own_words(one.name, other.name, other.sides) and own_words(other.name, one.name, one.sides):
        return f"{shown(one.name.words)} is another name than {shown(other.name.words)}"
    return None


def _listed(values: tuple[object, ...]) -> str:
    return ", ".join(map(str, values))


def _company_contradicts(one: EventProfile, other: EventProfile, lore: Lore) -> str | None:
    if one.wide and other.wide:
        return None
    met = company(one.people, other.people)
    if met.clash:
        return f"other persons for {met.clash}"
    if len(met.alike) >= _BOTH or not all(lore.sides.several(p.sides) for p in (one, other)):
        return None
    meeting = lore.sides.meeting(one.sides, other.sides)
    known = not any(map(lore.sides.vague, meeting.left | meeting.right))
    if meeting.shared < _BOTH and known:
        return f"{shown(meeting.left)} is not {shown(meeting.right)}"
    return None


def _journeys_contradict(one: EventProfile, other: EventProfile, lore: Lore) -> str | None:
    if one.sides and other.sides and not lore.sides.meeting(one.sides, other.sides).shared:
        return f"{shown(one.sides)} is not {shown(other.sides)}"
    if _strangers(one.travellers, other.travellers):
        return "other travellers"
    if one.sources and other.sources and not lore.sides.meeting(one.sources, other.sources).shared:
        return f"{shown(one.sources)} is not {shown(other.sources)}"
    return None


def _strangers(one: tuple[Attendant, ...], other: tuple[Attendant, ...]) -> bool:
    return bool(one and other) and not company(one, other).alike


def _elsewhere(one: EventProfile, other: EventProfile) -> str | None:
    """Whether they are in different states; a call is in none."""
    if one.place is None or other.place is None or EventMode.CALL in {one.mode, other.mode}:
        return None
    if nearness(one.place, other.place) is Nearness.ELSEWHERE:
        return f"{one.place.name} is not {other.place.name}"
    return None
