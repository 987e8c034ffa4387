"""Reads figures as values of statistics, and tells which values are of one statistic.

Records of figures are series already (`records.kinds.figure`), but err towards one record; an
alarm has to be surer, and has to see what two records tell. So the words are read once more here:
what is measured, between whom, in which scope, counted by whom.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from communique.checks.figure_numbers import (
    amounts_in,
    level_of,
    moves,
    period_of,
    rate_of,
)
from communique.checks.observed import Observed, Period
from communique.checks.seen import Case
from communique.claims.slots.figure import Figure
from communique.model.claim import Party
from communique.model.record import DocumentFacts, Node
from communique.model.terms import Indicator, Modality
from communique.records.comparing import sums
from communique.records.comparing.labels import likeness, stem, stems
from communique.records.comparing.lore import Lore
from communique.records.comparing.measures import VAGUE
from communique.records.comparing.parties import tokens_of
from communique.vocab.claims.figures import FigureWords, load_figure_words
from communique.vocab.kinship import Kinship
from communique.vocab.series import SeriesWords, series_words
from communique.vocab.tellings import tellings
from communique.vocab.words import words_of

_REMEMBERED = 1 << 16
# Measures that, with the sides, tell a series; of the others the words of the sentence must agree.
_STRICT = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.FDI, Indicator.GDP,
})  # fmt: skip
_BY_NAME = MappingProxyType(
    {Indicator.EXPORTS: ("export", "shipment"), Indicator.IMPORTS: ("import",)}
)
_FLOWS = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.FDI, Indicator.GDP,
    Indicator.TRANSIT_VOLUME,
})  # fmt: skip
# Those that lie between two sides.
_BETWEEN = _STRICT - {Indicator.GDP}
_PAIR = 2
# How much of the shorter and of the longer sentence must be shared where the words decide.
_COVER = 0.6
_SHARE = 0.4
_PERCENT = "percent"
_CURRENCY = re.compile(r"[A-Z]{3}")
# Whose data a sentence quotes without a verb of saying.
_DATA = re.compile(
    r"(?P<name>[A-Z][\w'’&-]*(?: (?:of |for |and |the )*[A-Z][\w'’&-]*)*)['’]?s? "
    r"(?:data|figures|statistics|estimates)\b"
)
_SMALL = frozenset({
    "the", "s", "of", "for", "in", "data", "figures", "there", "official", "annual",
    "report", "reports", "yearbook", "bulletin", "latest", "own",
})  # fmt: skip
# "US$ 5 billion" names no side.
_DOLLARS = re.compile(r"\b(?:US|CA|AU|NZ|HK|[A-Z]{1,2})\$|\bUS dollars?\b")
_OFFICE = re.compile(r"[a-z]{3,}stat")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Series:
    """Reads figures, each once.

    Args:
        lore: Parties and measures.
        kin: Who speaks for whom.
    """

    def __init__(self, lore: Lore, kin: Kinship) -> None:
        self._lore = lore
        self._kin = kin
        self._words: SeriesWords = series_words()
        self._figures: FigureWords = load_figure_words()
        self._empty = frozenset(stem(word) for word in self._words.empty)
        self._synonyms = {stem(word): stem(meant) for word, meant in self._words.synonyms.items()}
        self.read: Callable[[Node], Observed | None] = lru_cache(_REMEMBERED)(self._observed)

    def of(self, case: Case) -> Iterator[Observed]:
        """The figures of a record, read."""
        if case.kind == Figure.kind:
            found = (self.read(node) for node in case.nodes)
            yield from (replace(o, record=case.record.id) for o in found if o is not None)

    def same_statistic(self, one: Observed, other: Observed) -> bool:
        """Whether two values are of one statistic, whatever its scope and whoever counts it."""
        if one.measure != other.measure or one.sides != other.sides or one.strict != other.strict:
            return False
        if one.subject != other.subject or (one.whose and other.whose and one.whose != other.whose):
            return False
        if one.places and other.places and not {*one.places} & {*other.places}:
            return False
        if one.strict:
            return True
        shared = likeness(*(self.subject(Indicator.OTHER, quote_of(o)) for o in (one, other)))
        return shared.cover >= _COVER and shared.share >= _SHARE

    def same_scope(self, one: Observed, other: Observed) -> bool:
        """Whether two values are of one statistic and scope, whoever counts it."""
        return one.scopes == other.scopes and self.same_statistic(one, other)

    def wider_or_narrower(self, one: Observed, other: Observed) -> bool:
        """Whether two values differ in scope only, as the Union and "European countries" do."""
        alike = replace(other, sides=one.sides)
        return (
            one.sides != other.sides
            and one.circle == other.circle
            and (self.same_statistic(one, alike))
        )

    def _observed(self, node: Node) -> Observed | None:
        claim = node.claim
        if not isinstance(claim, Figure) or claim.modality is not Modality.ASSERTED:
            return None
        measure = self._measure(claim)
        quote = claim.evidence[0].exact
        period = period_of(claim, adds_up=measure in _FLOWS - {Indicator.FDI})
        subject = self.subject(measure, claim.label)
        sides = self._sides(claim, node, measure)
        # What is no known statistic and has no time is compared between two sides only.
        if measure not in _STRICT and period is None and len(sides) < _PAIR:
            return None
        strict = measure in _STRICT and bool(sides) and _named(measure, quote)
        if measure in VAGUE and not subject and len(sides) < _PAIR:
            return None
        return Observed(
            node=node,
            value=claim.value,
            measure=measure.value,
            subject=subject,
            strict=strict,
            sides=sides,
            parties=self.names(sides),
            circle=self.circle(sides),
            whose=self._lore.measures.exporter(measure, claim.label),
            scopes=self._scopes(claim, measure),
            unit=self.unit_of(claim.unit),
            loose=sums.loose(claim.unit, quote),
            level=None if moves(claim) else level_of(claim),
            rate=rate_of(claim),
            period=period,
            base=Period.of(claim.change.base) if claim.change else None,
            flows=self._flows(claim, measure, quote),
            compiler=self._compiler(claim, node),
            voices=self.voices(node.document),
            settled=self._settled(claim, quote),
        )

    def _measure(self, claim: Figure) -> Indicator:
        """What is measured; of a rate of growth, what grows."""
        if claim.indicator is Indicator.GROWTH:
            return self._growing(claim.label)
        if claim.indicator is Indicator.TRANSIT_VOLUME and _CURRENCY.fullmatch(claim.unit):
            return Indicator.EXPORTS  # "Shipments to Peru were worth 3 million dollars."
        if claim.indicator is Indicator.OTHER and _CURRENCY.fullmatch(claim.unit):
            label = "" if not self.subject(Indicator.OTHER, claim.label) else claim.label
            found = self._lore.measures.meant(label, claim.evidence[0].exact)
            return found or claim.indicator
        return claim.indicator

    def _growing(self, label: str) -> Indicator:
        """What a label of growth names; growth of nothing else is that of the economy."""
        words = [word.lower() for word in words_of(label)]
        text = f" {' '.join(words)} "
        for entry in self._figures.indicators:
            if entry.indicator is Indicator.GROWTH:
                continue
            phrased = any(f" {' '.join(words_of(phrase))} " in text for phrase in entry.phrases)
            if phrased or any(
                w in entry.heads or w.removesuffix("s") in entry.heads for w in words
            ):
                return entry.indicator
        return Indicator.GDP if not self.subject(Indicator.GROWTH, label) else Indicator.OTHER

    def subject(self, measure: Indicator, text: str) -> tuple[str, ...]:
        """Stems of what some words tell a measure of."""
        told = self._lore.measures.subject(measure, text)
        return tuple(sorted({self._synonyms.get(w, w) for w in told if w not in self._empty}))

    def _sides(self, claim: Figure, node: Node, measure: Indicator) -> tuple[str, ...]:
        """Sides that the words tell; those of the document where they are of two sides."""
        of_party = self._lore.sides.of_party
        about = {of_party(party) for party in claim.about}
        quote = claim.evidence[0].exact
        if measure not in _STRICT:
            return tuple(sorted(about | self._counting_side(node, measure, about)))
        near = {*self.sides_in(_DOLLARS.sub(" ", quote))}
        near -= self._sources(claim)
        told = about & near
        if measure not in _BETWEEN:
            return tuple(sorted(told or about))
        if not told or self._lore.measures.between(measure, claim.label):
            told = about or near
            circle = {of_party(party) for party in node.document.subjects}
            for wider in (near, circle):
                if len(told) < _PAIR and len(wider) == _PAIR and told <= wider:
                    told = wider
        return tuple(sorted(told))

    def _counting_side(self, node: Node, measure: Indicator, about: set[str]) -> set[str]:
        """The side whose own body counts what passes through it for the only other one.

        A port authority that tells the cargo "for Ethiopia" need not name its own state.
        """
        publisher = self.published_by(node.document)
        if measure not in _FLOWS or len(about) != 1 or not publisher:
            return set()
        home = {*self.sides_in(node.document.publisher or "")} - about
        return home if len(home) == 1 else set()

    def _sources(self, claim: Figure) -> set[str]:
        """Sides that are named as the source only."""
        source = claim.attributed_to
        if not source:
            return set()
        named = {w[1:] for w in self._lore.sides.folded(tokens_of(source)) if w.startswith("@")}
        return named - {self._lore.sides.of_party(party) for party in claim.about}

    def unit_of(self, unit: str) -> str:
        """A currency or percent as it is, a noun by its stems."""
        if unit == _PERCENT or _CURRENCY.fullmatch(unit):
            return unit
        return " ".join(self._synonyms.get(word, word) for word in stems(unit)) or unit

    def names(self, sides: tuple[str, ...]) -> tuple[str, ...]:
        """Names of sides."""
        found = ((side, self._kin.named(side)) for side in sides)
        return tuple(sorted(side if party is None else party.name for side, party in found))

    def _flows(self, claim: Figure, measure: Indicator, quote: str) -> bool:
        """Whether it adds up over time."""
        if claim.unit == _PERCENT or "stock" in self._scopes(claim, measure):
            return False
        if measure in _FLOWS:
            return True
        nouns = _lower(f"{claim.label} {claim.unit}")
        counted = bool(self._words.flows & {*nouns, *(noun.removesuffix("s") for noun in nouns)})
        return measure not in _STRICT and (counted or bool(self._words.flowing & _lower(quote)))

    def _scopes(self, claim: Figure, measure: Indicator) -> tuple[str, ...]:
        """Scopes that the label tells, or the sentence where the label has none.

        How a change is counted ("in real terms") may stand anywhere.
        """
        told_by = claim.attributed_to or " "  # A "health services agency" tells no scope.
        quoted = claim.evidence[0].exact.replace(told_by, " ")
        label, quote = self.scoped(claim.label), self.scoped(quoted)
        told = (label or quote) | (quote & self._words.manners)
        # Output is said to have grown in real terms where nothing else is said.
        if measure is Indicator.GDP and moves(claim):
            told -= {"real"}
        return tuple(sorted(told))

    def scoped(self, text: str) -> frozenset[str]:
        """Names of the scopes that some words tell."""
        text = text.lower()
        for name in self._words.names:
            text = text.replace(name, " ")
        words = _lower(text)
        return frozenset(
            name for name, them in self._words.scopes.items() if _any(them, words, text)
        )

    def _settled(self, claim: Figure, quote: str) -> bool:
        """Whether a number is told as a fact, for a scope that is plain.

        Where a sentence tells several numbers, "services" may be said of another one.
        """
        if not self.is_settled(quote):
            return False
        elsewhere = (self.scoped(quote) - self._words.manners) - self.scoped(claim.label)
        return not elsewhere or amounts_in(quote) < _PAIR

    def _compiler(self, claim: Figure, node: Node) -> str:
        """Who counted: whom the text names, else a publisher that counts."""
        data = _DATA.search(claim.evidence[0].exact)
        source = claim.attributed_to or (data["name"] if data else "")
        known = source and self._lore.sides.knows(self._lore.sides.of_party(Party(source)))
        if known or self.counts(source):
            return self.plain_name(source)
        return self.published_by(node.document)

    def published_by(self, document: DocumentFacts) -> str:
        """The publisher of a document, where it counts: a newsroom does not."""
        publisher = document.publisher or ""
        newsroom = tellings().newsrooms & _lower(publisher)
        return self.plain_name(publisher) if self.counts(publisher) and not newsroom else ""

    def voices(self, document: DocumentFacts) -> tuple[str, ...]:
        """Sides for which a document speaks."""
        return tuple(sorted(self._lore.sides.of_party(p) for p in document.speaks_for))

    def sides_in(self, text: str) -> tuple[str, ...]:
        """Sides that some words name, in their order, each once."""
        folded = self._lore.sides.folded(tokens_of(text))
        return tuple(dict.fromkeys(word[1:] for word in folded if word.startswith("@")))

    def exporter(self, measure: Indicator, text: str) -> str:
        """Whose exports or imports some words tell; empty where they do not."""
        return self._lore.measures.exporter(measure, text)

    def circle(self, sides: tuple[str, ...]) -> tuple[str, ...]:
        """Sides, regions that texts take for one another as one."""
        return tuple(sorted({self._words.alike.get(side, side) for side in sides}))

    def of_party(self, party: Party) -> str:
        """The side that a party is on."""
        return self._lore.sides.of_party(party)

    def is_settled(self, text: str) -> bool:
        """Whether some words tell a number as a fact, not as an estimate or revision."""
        return not self._words.unsettled & _lower(text)

    def counts(self, name: str) -> bool:
        """Whether a name is that of a body that counts, rather than of a speaker."""
        words = _lower(name)
        singular = {word.removesuffix("s") for word in words}
        # Statistical offices call themselves Geostat, Armstat and the like.
        return bool(self._words.compilers & (words | singular)) or any(
            map(_OFFICE.fullmatch, words)
        )

    def plain_name(self, name: str) -> str:
        """A compiler's name in lower case, "Kenyan" and "Kenya's" as one."""
        words = [word for word in tokens_of(name) if word.lower() not in _SMALL]
        states = (next(self._lore.sides.folded((word,)), word) for word in words)
        pairs = zip(words, states, strict=True)
        return " ".join(w.lower() if self.counts(w) else state.lower() for w, state in pairs)


def _named(measure: Indicator, quote: str) -> bool:
    """Whether the words name a measure that others also go by: not every delivery is an export."""
    names = _BY_NAME.get(measure)
    return names is None or any(name in quote.lower() for name in names)


def _lower(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _any(entries: frozenset[str], words: set[str], text: str) -> bool:
    """Whether one of some words or runs of words stands in a text."""
    return bool(entries & words) or any(" " in entry and entry in text for entry in entries)


def quote_of(one: Observed) -> str:
    """The words that tell a value."""
    return one.node.claim.evidence[0].exact
