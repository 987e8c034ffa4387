"""What speaks for and against two tellings of documents being of one document."""

from __future__ import annotations

from communique.model.terms import BINDING, InstrumentAction, InstrumentType
from communique.records.comparing.days import MONTH, QUARTER, Fit, distance, fit, gap
from communique.records.comparing.lore import Lore
from communique.records.comparing.places import Nearness, nearness
from communique.records.comparing.tally import Tally
from communique.records.comparing.titles import Likeness, alike_acronym, own_words, shown
from communique.records.kinds.instrument import weights
from communique.records.kinds.instrument.profile import InstrumentProfile
from communique.records.matching import Match

_BOTH = 2
# From this share of all words on names are nearly the same, and from the lower partly.
_NEAR, _PARTLY = 0.6, 0.5
_ONE_WORD, _TWO_WORDS = 1.0, 2.0


def compare_documents(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> Match | None:
    """What speaks for their being one document."""
    tally = Tally()
    named = _count_name(tally, one, other, lore)
    counted = _count_numbers(tally, one, other)
    days, reason = _days_agree(one, other)
    placed = _same_town(one, other, lore)
    if not named and not counted and not days and not placed:
        return None
    tally.add(days, reason)
    tally.add(*_type(one.type, other.type))
    _count_sides(tally, one, other, lore, named)
    if one.place is not None and nearness(one.place, other.place) is Nearness.SAME:
        weight = weights.OWN_PLACE if placed else weights.PLACE
        tally.add(weight, f"same place ({one.place.name})")
    _count_gist(tally, one, other)
    return tally.match()


def documents_contradict(
    one: InstrumentProfile, other: InstrumentProfile, lore: Lore
) -> str | None:
    """Why they can't be one document."""
    return (
        _names_contradict(one, other, lore)
        or _numbers_contradict(one, other)
        or _sides_contradict(one, other, lore)
        or _days_contradict(one, other, lore)
    )


def same_name(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> bool:
    """Whether both have names of their own, of the same telling words."""
    if one.name is None or other.name is None or not (one.known and other.known):
        return False
    return bool(one.name.words) and lore.titles.likeness(one.name, other.name).share == 1


def _count_name(tally: Tally, one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> bool:
    """Count the names; whether they tell the document without a date."""
    told = _told_topic(one, other, lore) or _told_topic(other, one, lore)
    if told:
        tally.add(weights.TOLD_TOPIC, f"told in words of the other's name ({shown(told)})")
        return True
    if one.name is None or other.name is None:
        return False
    alike = lore.titles.likeness(one.name, other.name)
    weight, reason = _of_names(one, other, alike, lore)
    if {one.type, other.type} <= weights.NUMBERED and {*one.name.numbers} & {*other.name.numbers}:
        number = weights.NUMBER, f"same number ({_listed(one.name.numbers)})"
        weight, reason = max(number, (weight, reason))
    acronym = alike_acronym(one.name, other.name)
    if acronym is not None:
        short = weights.ACRONYM if len(acronym) >= weights.LONG else weights.SHORT_ACRONYM
        if short > weight:
            weight, reason = short, f"both called {acronym}"
    tally.add(weight, reason)
    return weight >= weights.HINT


def _told_topic(bare: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> list[str]:
    """Words of a document's name in the quote of one that has no name; none if they are few."""
    if other.name is None or lore.titles.telling(bare.name):
        return []
    words = [word for word in other.name.words if word[0] != "@"]
    shared = sorted({*words} & {*bare.gist})
    weight = sum(lore.titles.weight(word) for word in shared)
    enough = weight >= max(_TWO_WORDS, weights.LEAST_TOLD * lore.titles.telling(other.name))
    return shared if enough else []


def _of_names(
    one: InstrumentProfile, other: InstrumentProfile, alike: Likeness, lore: Lore
) -> tuple[float, str]:
    telling = [word for word in alike.words if word[0] != "@"]
    if not telling or one.name is None or other.name is None:
        return 0.0, ""
    words = shown(alike.words)
    if one.known and other.known and alike.share == 1:
        return _of_same(one, other), f"same name ({words})"
    own = min(alike.left, alike.right)
    told = sum(lore.titles.weight(word) for word in telling)
    if alike.share >= _NEAR and own < _ONE_WORD and told >= _TWO_WORDS:
        return weights.NEAR_NAME, f"nearly the same name ({words})"
    if alike.cover == 1:
        fewer = min(lore.titles.telling(one.name), lore.titles.telling(other.name))
        weight = weights.WITHIN_NAME if fewer >= _TWO_WORDS else weights.HINT
        common = all(lore.titles.weight(word) < _ONE_WORD for word in telling)
        if common and max(alike.left, alike.right) >= _ONE_WORD:
            # "The Security Framework" may be the Maritime Security Framework, or the one before it.
            weight = weights.PARTLY_NAME
        return weight, f"one name within the other ({words})"
    if alike.share >= _PARTLY:
        return weights.PARTLY_NAME, f"names share {words}"
    return 0.0, ""


def _of_same(one: InstrumentProfile, other: InstrumentProfile) -> float:
    if one.name is not None and other.name is not None and one.name.proper and other.name.proper:
        return weights.NAME
    signed = one.type in weights.SIGNABLE and other.type in weights.SIGNABLE
    return weights.SIGNED_TOPIC if signed else weights.TOPIC


def _count_numbers(tally: Tally, one: InstrumentProfile, other: InstrumentProfile) -> bool:
    if one.points == other.points and (one.points or 0) >= weights.FEWEST_POINTS:
        tally.add(weights.POINTS, f"{one.points} points")
        return True
    years = one.name.years if one.name is not None else ()
    if len(years) > 1 and other.name is not None and years == other.name.years:
        tally.add(weights.YEARS, f"for the same years ({_listed(years)})")
        return True
    if one.count is not None and one.count == other.count and one.count > 1:
        tally.add(weights.COUNT, f"{one.count} documents")
        return True
    return False


def _type(one: InstrumentType, other: InstrumentType) -> tuple[float, str]:
    if one is other:
        return weights.TYPE, f"both a {one}"
    if any({one, other} <= kindred for kindred in weights.KINDRED):
        return weights.KINDRED_TYPE, f"a {min(one, other)} is also told as a {max(one, other)}"
    return 0.0, ""


def _count_sides(
    tally: Tally, one: InstrumentProfile, other: InstrumentProfile, lore: Lore, named: bool
) -> None:
    meeting = lore.sides.meeting(one.sides, other.sides)
    names = shown(sorted({*one.sides} & {*other.sides}))
    # What is only mentioned may be anybody's: a text about two lists the programmes of others.
    taken = named or InstrumentAction.MENTIONED not in {one.action, other.action}
    if meeting.shared < _BOTH and taken and _together(one, other, lore):
        pair = shown(sorted({*one.sides, *one.supposed}))
        tally.add(weights.SUPPOSED_SIDES, f"same parties, as the documents are about them ({pair})")
    elif meeting.shared >= _BOTH:
        exact = meeting.exact >= _BOTH
        weight = weights.SIDES if exact else weights.KINDRED_SIDES
        tally.add(weight, f"same parties ({names})" if names else "parties of one another")
    elif meeting.shared:
        tally.add(weights.ONE_SIDE, f"one party in common ({names})" if names else "kindred party")


def _together(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> bool:
    """Whether both parties agree, told or left to the document."""
    ours, theirs = (*one.sides, *one.supposed), (*other.sides, *other.supposed)
    return lore.sides.meeting(ours, theirs).shared >= _BOTH


def _same_town(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> bool:
    """Whether the place of a step tells the document of its parties."""
    if one.place is None or other.place is None or not (one.place.own or other.place.own):
        return False
    same = nearness(one.place, other.place) is Nearness.SAME
    return same and _one_step(one, other) and _together(one, other, lore)


def _count_gist(tally: Tally, one: InstrumentProfile, other: InstrumentProfile) -> None:
    ours = {word for word in one.gist if word[0] != "@"}
    theirs = {word for word in other.gist if word[0] != "@"}
    shorter = min(len(ours), len(theirs))
    if shorter < weights.FEWEST_WORDS:
        return
    share = len(ours & theirs) / shorter
    if share >= weights.LEAST_GIST:
        reason = f"told in like words ({shown(sorted(ours & theirs))})"
        tally.add(round(share * weights.GIST, 3), reason)


def _days_agree(one: InstrumentProfile, other: InstrumentProfile) -> tuple[float, str]:
    if one.when is not None and other.when is not None:
        if not _one_step(one, other) or fit(one.when, other.when) is Fit.APART:
            return 0.0, ""
        dates = "; ".join(sorted({str(one.when), str(other.when)}))
        return weights.FIT[fit(one.when, other.when)], f"dates agree ({dates})"
    dated, bare = (one, other) if one.when is not None else (other, one)
    listed = InstrumentAction.MENTIONED in {one.action, other.action}
    if bare.told is None or not (listed or _one_step(one, other)):
        return 0.0, ""
    if dated.when is not None:
        if (dated.when.length or QUARTER) > MONTH:
            return 0.0, ""
        away = abs(distance(bare.told, dated.when))
        steps, reason = weights.PUBLISHED, f"told on {bare.told}, close to {dated.when}"
    elif dated.told is not None:
        away = abs((dated.told - bare.told).days)
        told = "; ".join(sorted({str(dated.told), str(bare.told)}))
        steps, reason = weights.BOTH_PUBLISHED, f"told without a date on {told}"
    else:
        return 0.0, ""
    weight = next((weight for most, weight in steps if away <= most), 0.0)
    month = dated.when is not None and not dated.when.short
    return min(weight, weights.PUBLISHED_MONTH) if month else weight, reason


def _one_step(one: InstrumentProfile, other: InstrumentProfile) -> bool:
    """Whether both tell the same step, or steps that texts use for one another."""
    return one.action is other.action or {one.action, other.action} <= weights.MAKING


def _names_contradict(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> str | None:
    kindred = _type(one.type, other.type)[0] > 0
    unsure = {one.type, other.type} <= weights.UNSURE and same_name(one, other, lore)
    if not kindred and not unsure:
        return f"a {one.type} is no {other.type}"
    if one.name is None or other.name is None:
        return None
    for ours, theirs, what in (
        (one.name.numbers, other.name.numbers, "number"),
        (one.name.years, other.name.years, "year"),
    ):
        if ours and theirs and not {*ours} & {*theirs}:
            return f"{what} {_listed(ours)} is not {what} {_listed(theirs)}"
    numbered = {one.type, other.type} <= weights.NUMBERED
    if numbered and bool(one.name.numbers) != bool(other.name.numbers):
        return "only one of them has a number"
    if alike_acronym(one.name, other.name):
        return None
    if one.name.versions != other.name.versions and one.name.words and other.name.words:
        return "one of them is another version"
    return _other_name(one, other, lore)


def _other_name(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> str | None:
    """Whether each name has words of its own, and they share less than half."""
    if one.name is None or other.name is None:
        return None
    if not lore.titles.telling(one.name) or not lore.titles.telling(other.name):
        return None
    if lore.titles.likeness(one.name, other.name).share >= _PARTLY:
        return None
    if own_words(one.name, other.name, other.sides) and own_words(other.name, one.name, one.sides):
        return f"{shown(one.name.words)} is another name than {shown(other.name.words)}"
    return None


def _listed(values: tuple[int, ...]) -> str:
    return ", ".join(map(str, values))


def _numbers_contradict(one: InstrumentProfile, other: InstrumentProfile) -> str | None:
    if one.points is not None and other.points is not None and one.points != other.points:
        return f"{one.points} points are not {other.points}"
    ours, theirs = one.count or 1, other.count or 1
    if ours == theirs:
        return None
    # Where a text neither counts nor names them it may mean several.
    if (one.count is None and one.name is None) or (other.count is None and other.name is None):
        return None
    return f"{ours} documents are not {theirs}"


def _sides_contradict(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> str | None:
    """Whether both have two parties, and not two in common.

    A document that is open to all has other parties whenever another state joins it.
    """
    if not lore.sides.several(one.sides) or not lore.sides.several(other.sides):
        return None
    meeting = lore.sides.meeting(one.sides, other.sides)
    vague = any(map(lore.sides.vague, meeting.left | meeting.right))
    if meeting.shared >= _BOTH or vague or _open(one, other, lore):
        return None
    return f"{shown(meeting.left or one.sides)} is not {shown(meeting.right or other.sides)}"


def _open(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> bool:
    if not same_name(one, other, lore):
        return False
    words = {*one.name.words} if one.name is not None else set()
    if {one.type, other.type} <= weights.LASTING and any(
        lore.titles.weight(word) == 1 for word in words
    ):
        return True
    return bool(words & lore.titles.wording.open_to_all)


def _told_by_date(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> bool:
    """Whether nothing but the day tells one document of its parties from the next."""
    if one.known or other.known:
        return False
    if any(p.place is not None and p.place.own for p in (one, other)):
        return False
    if {one.type, other.type} & weights.RECURRENT:
        return True
    return not lore.titles.telling(one.name) or not lore.titles.telling(other.name)


def _days_contradict(one: InstrumentProfile, other: InstrumentProfile, lore: Lore) -> str | None:
    if one.told is not None and other.told is not None:
        away = abs((one.told - other.told).days)
        if away > weights.MOST_APART and _told_by_date(one, other, lore):
            return f"told {away} days apart without a date"
        return None
    if one.when is None or other.when is None or not _one_step(one, other):
        return None
    if one.action not in weights.MAKING:
        return None
    away = gap(one.when, other.when)
    if away <= weights.SERIES and _reached_first(one, other):
        return None
    lasting = one.type in weights.LASTING or other.type in weights.LASTING
    if one.known and other.known:
        return f"{one.when} is not {other.when}" if away > weights.SERIES and not lasting else None
    return f"{one.when} is not {other.when}" if away > 1 else None


def _reached_first(one: InstrumentProfile, other: InstrumentProfile) -> bool:
    """Whether a deal was reached, by one, before it was signed, by the other."""
    reached, signed = sorted((one, other), key=lambda p: p.action is InstrumentAction.SIGNED)
    steps = (reached.action, signed.action) == (InstrumentAction.ADOPTED, InstrumentAction.SIGNED)
    if not steps or not {one.type, other.type} <= BINDING:
        return False
    first = reached.when.last if reached.when is not None else None
    then = signed.when.first if signed.when is not None else None
    return first is not None and then is not None and first < then
