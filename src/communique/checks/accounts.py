"""Two documents' accounts of one happening, and where they can't both be right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from communique.checks.background import Background
from communique.checks.conflicts import are_two_places, written_sum
from communique.checks.happenings import NUMBERS, Happening, happenings
from communique.checks.seen import Sheet
from communique.checks.stated import stated
from communique.model import spelled
from communique.model.claim import Amount
from communique.model.mention import MoneyMention, QuantityMention, TimeMention
from communique.records.comparing.sums import same_number
from communique.vocab.happenings import Act, happening_words

#: Days of a stretch of time in which two accounts of one happening come out.
_STRETCH = 21
#: Accounts with days further apart are of two happenings.
_FARTHEST = 45
#: Share of the names, and of the other words for a thing, that must be the same.
_SHARED = 0.6
#: Acts that are told with the sum they are about.
_WITH_SUM = frozenset({"finance", "price"})
#: Of one happening, how many keys are made of its names.
_MOST_NAMES = 3
_MOST_HEADS = 2
#: What is counted of time or of people in office tells no size of a thing.
_NO_COUNTS = frozenset(
    {"day", "year", "month", "week", "hour", "minute", "minister", "president", "leader", "side"}
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What two accounts of one happening give different values for.

    Attributes:
        label: What it is, for people; empty where it shows that they are of two happenings.
        one: The value of the first, for people.
        other: That of the second.
    """

    label: str
    one: str
    other: str


@dataclass(frozen=True)
class Accounts:
    """Compares what two documents tell.

    Attributes:
        background: Knows sides and places.
    """

    background: Background

    @cached_property
    def _acts(self) -> dict[str, Act]:
        return {act.told: act for act in happening_words().acts}

    def told(self, sheet: Sheet) -> list[Happening]:
        """What a document tells that may be compared: done, and with a value."""
        return [h for h in sheet.once(happenings) if not h.apart and h.acts and _has_value(h)]

    def keys(self, sheet: Sheet) -> set[str]:
        """Keys under which a document meets others that may tell the same."""
        return {key for told in self.told(sheet) for key in self._keys(sheet, told)}

    def differing(
        self, one: Sheet, other: Sheet, key: str
    ) -> Iterator[tuple[Happening, Happening, Difference]]:
        """Sentences of two documents that tell one happening with one value that differs.

        Each pair of sentences is told under one of its keys only.
        """
        for mine, theirs in product(self.told(one), self.told(other)):
            shared = self._keys(one, mine) & self._keys(other, theirs)
            if not shared or min(shared) != key or not self._are_one(mine, theirs):
                continue
            found = list(self._differences(mine, theirs))
            if (
                len(found) == 1
                and found[0].label
                and not any(
                    _tells(sheet, told, found[0].label)
                    for sheet, told in ((one, theirs), (other, mine))
                )
            ):
                yield mine, theirs, found[0]

    def _sides(self, told: Happening) -> frozenset[str]:
        return frozenset(self.background.kin.side(name) for name in told.parties)

    def _keys(self, sheet: Sheet, told: Happening) -> set[str]:
        if sheet.published is None:
            return set()
        number = sheet.published.toordinal() // _STRETCH
        sides = sorted(self._sides(told))
        words = sorted(told.names, key=lambda name: (-len(name), name))[:_MOST_NAMES]
        if told.things and told.town:
            words.append(told.town)
        words += [f"{a} {b}" for a, b in pairwise(sides)]
        heads = sorted(told.documents | told.things or told.posts)[:_MOST_HEADS]
        return {
            f"told {head} {word} | {n}"
            for head, word, n in product(heads, words, (number, number + 1))
        }

    def _are_one(self, one: Happening, other: Happening) -> bool:
        """Whether two sentences are surely of one act on one thing, but for their values."""
        if not one.acts & other.acts or one.documents != other.documents:
            return False
        if one.names & NUMBERS != other.names & NUMBERS:
            return False
        if not (_fit(one.things, other.things) and _meet(one.posts, other.posts)):
            return False
        if not _meet(one.persons, other.persons):
            return False
        mine, theirs = self._sides(one), self._sides(other)
        if mine and theirs and not (mine <= theirs or theirs <= mine):
            return False
        return _same_name(one, other, mine & theirs)

    def _differences(self, one: Happening, other: Happening) -> Iterator[Difference]:
        acts = [self._acts[told] for told in one.acts & other.acts]
        yield from _days(one, other, acts)
        yield from self._places(one, other, acts)
        if one.acts & other.acts & _WITH_SUM:
            yield from _sums(one, other)
        yield from _counts(one, other)

    def _places(self, one: Happening, other: Happening, acts: list[Act]) -> Iterator[Difference]:
        """The places, if two; without a label where the thing in another town is another."""
        if one.town is None or other.town is None or one.town == other.town:
            return
        if are_two_places(one.town, other.town, self.background):
            label = "the place" if any(act.place for act in acts) else ""
            yield Difference(label, one.town, other.town)


def _has_value(told: Happening) -> bool:
    return bool(told.days or told.town or told.money or told.counts)


def _fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most of the fewer words are among the others."""
    return len(one & other) >= _SHARED * min(len(one), len(other))


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _same_name(one: Happening, other: Happening, sides: frozenset[str]) -> bool:
    """Whether two sentences name one thing: by its name, or by both sides, day and subject."""
    if not one.heads & other.heads:
        return False
    shared = one.names & other.names
    if one.things & other.things and one.town and one.town == other.town:
        shared |= {one.town}
    if shared:
        return (len(shared) > 1 or bool(sides)) and _fit(one.names, other.names)
    if one.names and other.names and (one.documents or one.things):
        return False
    if len(sides) < 2 or not _same_day(one, other):
        return False
    return one.topic == other.topic or bool(one.topic & other.topic)


def _same_day(one: Happening, other: Happening) -> bool:
    return one.known is not None and one.known == other.known


def _days(one: Happening, other: Happening, acts: list[Act]) -> Iterator[Difference]:
    """The days, if they are two, and no act shared is told of several days."""
    if one.days is None or other.days is None:
        return
    gap = max((one.days[0] - other.days[1]).days, (other.days[0] - one.days[1]).days)
    slack = [act.days for act in acts if act.days is not None]
    if gap > (min(slack) if slack else 0):
        label = "the date" if slack and gap <= _FARTHEST else ""
        yield Difference(label, spelled.day(one.days[0]), spelled.day(other.days[0]))


def _sums(one: Happening, other: Happening) -> Iterator[Difference]:
    mine, theirs = one.money, other.money
    if mine and theirs and mine.currency == theirs.currency and _clash(mine, theirs):
        yield Difference("the sum", _sum(mine), _sum(theirs))


def _counts(one: Happening, other: Happening) -> Iterator[Difference]:
    for unit in sorted({*one.counts} & {*other.counts} - _NO_COUNTS):
        mine, theirs = one.counts[unit], other.counts[unit]
        if _clash(mine, theirs):
            yield Difference("the number", mine.text, theirs.text)


def _clash(one: MoneyMention | QuantityMention, other: MoneyMention | QuantityMention) -> bool:
    if same_number(one.value, other.value, one.bound, other.bound):
        return False
    first, second = (stated(m.value, m.text, m.bound) for m in (one, other))
    return not first.meets(second)


def _sum(mention: MoneyMention) -> str:
    return written_sum(Amount(mention.value, mention.currency, mention.bound))


def _tells(sheet: Sheet, told: Happening, label: str) -> bool:
    """Whether a document has, somewhere, the value that another gives."""
    if label == "the date" and told.days is not None:
        return any(m.first == told.days[0] for m in sheet.mentions_of(TimeMention))
    if label == "the place" and told.town is not None:
        return told.town in sheet.text
    if label == "the sum" and told.money is not None:
        return any(m.value == told.money.value for m in sheet.mentions_of(MoneyMention))
    values = {m.value for m in told.counts.values()}
    return any(m.value in values for m in sheet.mentions_of(QuantityMention))
