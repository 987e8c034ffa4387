"""Figures: a record is a series, what one statistic says of some parties, period by period.

Values of other periods, or by other compilers, are points of the series (`records.series`), not
contradictions. A count without a period ("7,000 construction jobs") is no series: there the number
itself tells what is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.slots.figure import Figure
from communique.model.record import DocumentFacts, Node
from communique.model.terms import Indicator
from communique.records.comparing import sums
from communique.records.comparing.labels import likeness, stems
from communique.records.comparing.lore import Lore
from communique.records.comparing.measures import VAGUE
from communique.records.comparing.tally import Tally
from communique.records.matching import ENOUGH, Match

_INDICATOR = 0.4
_ABOUT = 0.3
_UNIT = 0.2
_LABEL = 0.4
_VAGUE_LABEL = 0.7
# Labels that share less than this are of two series.
_LEAST_SHARE = 0.5
_LEAST_VAGUE_SHARE = 0.6
# A number of so many digits is rarely said of two things of one name.
_RARE_DIGITS = 3
_MOST_KEYS = 8
_VALUE = 0.1
_PERCENT = "percent"
_PAIR = 2
# ISO 4217.
_CURRENCY_LETTERS = 3
# The number itself, where both texts tell the same one of so many digits; the time that it is for.
_BY_DIGITS = {3: 0.5, 4: 0.6}
_PERIOD = 0.2
_WORDS = 0.3


@dataclass(frozen=True, slots=True)
class FigureProfile:
    """What of a figure is compared.

    Attributes:
        indicator: What is measured.
        subject: Stems of the label that tell it apart from others of the indicator; of a vague
            indicator whose label tells too little ("people"), those of the sentence.
        about: Sides that it is about.
        unit: A currency's code, "percent", or the stems of the noun.
        moved: Whether the number tells by how much it moved, not where it stands.
        whose: Whose exports or imports, where the label tells.
        open: Whether it is about two parties and tells only one: "trade between the two".
        value: The number, of a count without a period; None of a series.
        number: The number, where the indicator alone does not tell the series; None of the others,
            whose documents are one profile, whatever number they tell.
        period: The time that this number is for.
        around: Sides that the document of this number is about.
    """

    indicator: Indicator
    subject: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unit: str = ""
    moved: bool = False
    whose: str = ""
    open: bool = False
    value: int | float | None = None
    number: int | float | None = None
    period: str = ""
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureMatcher:
    """Compares figures.

    Attributes:
        lore: What comparisons need to know.
        kind: Name of the kind.
        shape: Of its profiles.
    """

    lore: Lore
    kind: str = "figure"
    shape: type[FigureProfile] = FigureProfile

    def profiles(self, node: Node) -> Iterator[FigureProfile]:
        """One of each figure."""
        if isinstance(node.claim, Figure):
            yield profile_of(node.claim, node.document, self.lore)

    def blocks(self, profile: FigureProfile) -> Iterator[str]:
        """Indicator, parties and unit; of vague ones parties, unit, each word, and a number."""
        about = "+".join(profile.about)
        if profile.number is not None and sums.digits(profile.number) >= _RARE_DIGITS:
            yield from (f"{profile.number} {word}" for word in profile.subject)
        if profile.indicator not in VAGUE:
            for party in profile.about or ("",):
                yield f"{profile.indicator.value} {party} {profile.unit}"
            return
        numbers = ("",) if profile.value is None else tuple(sums.keys(profile.value))
        for word in sorted(profile.subject, key=lambda word: (-len(word), word))[:_MOST_KEYS]:
            yield from (f"{about} {profile.unit} {word} {number}" for number in numbers)

    def compare(self, one: FigureProfile, other: FigureProfile) -> Match | None:
        """A score of indicator, label, parties and unit, or of the number and what it counts."""
        if self.contradict(one, other):
            return None
        matches = (_as_series(one, other), _as_number(one, other))
        found = [match for match in matches if match is not None and match.score >= ENOUGH]
        return max(found, key=lambda match: match.score, default=None)

    def contradict(self, one: FigureProfile, other: FigureProfile) -> str | None:
        """Another indicator, unit, party or direction makes another series.

        A text may leave open what it counts, for which time and for which of the parties, if it
        shares words with one that tells it.
        """
        if one == other:
            return None
        common = _common(one, other)
        if one.indicator is not other.indicator and not (common and _open(one, other)):
            return "the indicators differ"
        if one.unit != other.unit and not (_same_number(one, other) and _nouns(one, other)):
            return "the units differ"
        if one.moved != other.moved:
            return "one tells a level, the other a change"
        if not _about_one(one, other):
            return "the parties differ"
        if one.whose and other.whose and one.whose != other.whose:
            return "the directions of trade differ"
        if (one.value is None) != (other.value is None) and not common:
            return "one is a series, the other a number without a period"
        if one.value is not None and other.value is not None and one.value != other.value:
            return "the numbers differ"
        return None


def profile_of(claim: Figure, document: DocumentFacts, lore: Lore) -> FigureProfile:
    """What of a figure is compared."""
    indicator = _indicator(claim, lore)
    change = claim.change
    moved = change is not None and (change.value, change.unit) == (claim.value, claim.unit)
    series = indicator not in VAGUE or claim.period is not None
    value = None if series else sums.plain(claim.value)
    unit = unit_of(claim.unit)
    about = {lore.sides.of_party(party) for party in claim.about}
    subject = lore.measures.subject(indicator, claim.label)
    if indicator in VAGUE and len({*subject} - {*unit.split()}) < _least_words(value):
        subject = lore.measures.subject(indicator, claim.evidence[0].exact)
    found = FigureProfile(
        indicator=indicator,
        subject=subject,
        about=tuple(sorted(about)),
        unit=unit,
        moved=moved,
        open=len(about) < _PAIR and lore.measures.between(indicator, claim.label),
        whose=lore.measures.exporter(indicator, claim.label),
        value=value,
    )
    return found if not subject else _numbered(found, claim, document, lore)


def _numbered(
    profile: FigureProfile, claim: Figure, document: DocumentFacts, lore: Lore
) -> FigureProfile:
    """With the number itself, its time, and whom its document is about."""
    around = {lore.sides.of_party(party) for party in document.subjects}
    period = claim.period
    return replace(
        profile,
        number=sums.plain(claim.value),
        period=f"{period.first} to {period.last}" if period else "",
        around=tuple(sorted(around)),
    )


def _indicator(claim: Figure, lore: Lore) -> Indicator:
    """What is measured; of a sum whose label does not tell, what its sentence is about."""
    if claim.indicator is not Indicator.OTHER or not _is_currency(claim.unit):
        return claim.indicator
    return lore.measures.meant(claim.label, claim.evidence[0].exact) or claim.indicator


def _least_words(value: int | float | None) -> int:
    """How many words must tell what is counted, besides the unit.

    "Unemployment" names a series; "40 per cent of benefits" is said of many things.
    """
    return 1 if value is None or sums.digits(value) >= _RARE_DIGITS else 2


def unit_of(unit: str) -> str:
    """The sort of a unit: currencies and symbols as they are, nouns by their stems."""
    if unit == _PERCENT or _is_currency(unit):
        return unit
    return " ".join(stems(unit)) or unit


def _is_currency(unit: str) -> bool:
    return len(unit) == _CURRENCY_LETTERS and unit.isupper()


def _nouns(one: FigureProfile, other: FigureProfile) -> bool:
    """Whether both count things, which texts name differently: "attempts", "crossings"."""
    return not any(p.unit == _PERCENT or _is_currency(p.unit) for p in (one, other))


def _open(one: FigureProfile, other: FigureProfile) -> bool:
    """Whether one leaves open what it measures."""
    return Indicator.OTHER in {one.indicator, other.indicator}


def _common(one: FigureProfile, other: FigureProfile) -> set[str]:
    """Stems that both tell, besides what both count."""
    return ({*one.subject} & {*other.subject}) - ({*one.unit.split()} & {*other.unit.split()})


def _same_number(one: FigureProfile, other: FigureProfile) -> bool:
    """Whether both tell one number that is no round one, for one time as far as told."""
    if one.number is None or one.number != other.number or sums.digits(one.number) < _RARE_DIGITS:
        return False
    return not one.period or not other.period or one.period == other.period


def _as_series(one: FigureProfile, other: FigureProfile) -> Match | None:
    """What indicator, label, parties and unit say."""
    series = (one.value is None) == (other.value is None)
    same = one.indicator is other.indicator and one.unit == other.unit
    if not series or not same or not _about_alike(one, other):
        return None
    vague = one.indicator in VAGUE
    shared = likeness(one.subject, other.subject)
    share = (shared.cover + shared.share) / 2
    total = not one.subject and not other.subject and not vague
    least = _LEAST_VAGUE_SHARE if vague else _LEAST_SHARE
    if not total and (share < least or not _tells(one, other, shared.common)):
        return None
    tally = Tally()
    tally.add(_INDICATOR * (not vague), f"the same indicator ({one.indicator.value})")
    tally.add(
        (_VAGUE_LABEL if vague else _LABEL) * (1.0 if total else share),
        "of all of it" if total else f"similar labels ({', '.join(shared.common[:4])})",
    )
    told = one.about == other.about or bool(one.about and other.about)
    tally.add(_ABOUT * told, _about(one, other))
    tally.add(_UNIT, f"the same unit ({one.unit})")
    tally.add(_VALUE * (one.value is not None), f"the same number ({one.value})")
    return tally.match()


def _as_number(one: FigureProfile, other: FigureProfile) -> Match | None:
    """What one number that is no round one says, with words, parties, unit and time."""
    common = sorted(_common(one, other))
    if one.number is None or not _same_number(one, other) or not common:
        return None
    # Of the parties that one tells, those whom the other tells or its document is about.
    shared = ({*one.about} & {*other.about, *other.around}) | (
        {*other.about} & {*one.about, *one.around}
    )
    period = bool(one.period) and one.period == other.period
    # One side and one word are told of many numbers.
    if len(common) < _PAIR and len(shared) < _PAIR and not period:
        return None
    words = likeness(one.subject, other.subject)
    tally = Tally()
    most = max(_BY_DIGITS)
    tally.add(_BY_DIGITS[min(sums.digits(one.number), most)], f"the same number ({one.number})")
    tally.add(_WORDS * (words.cover + words.share) / 2, f"similar labels ({', '.join(common[:4])})")
    tally.add(_ABOUT * bool(shared), _about(one, other))
    tally.add(_UNIT * (one.unit == other.unit), f"the same unit ({one.unit})")
    tally.add(_PERIOD * period, f"for the same time ({one.period})")
    return tally.match()


def _tells(one: FigureProfile, other: FigureProfile, common: tuple[str, ...]) -> bool:
    """Whether what the labels share names a statistic: "people" alone names none."""
    if one.indicator not in VAGUE:
        return bool(common)
    least = 2 if one.value is None else _least_words(one.value)
    return len({*common} - {*one.unit.split()}) >= least


def _about_one(one: FigureProfile, other: FigureProfile) -> bool:
    """Whether the parties are the same as far as told, or left out where the document is theirs."""
    if _about_alike(one, other):
        return True
    fewer, more = sorted((one, other), key=lambda profile: len(profile.about))
    numbers = fewer.number is not None and more.number is not None
    return numbers and {*fewer.about} < {*more.about} <= {*fewer.about, *fewer.around}


def _about_alike(one: FigureProfile, other: FigureProfile) -> bool:
    """Whether the parties are the same as far as told; an open figure may leave one out."""
    if not one.about or not other.about or one.about == other.about:
        return True
    fewer, more = sorted((one, other), key=lambda profile: len(profile.about))
    # Of as many parties that are not the same, neither holds the other.
    return fewer.open and {*fewer.about} < {*more.about}


def _about(one: FigureProfile, other: FigureProfile) -> str:
    common = sorted({*one.about} & {*other.about})
    return f"about the same parties ({', '.join(common)})" if common else "about all"
