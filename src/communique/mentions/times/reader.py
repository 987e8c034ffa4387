"""Reads the time expressions of a text: the one entry to this package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.errors import BadVocabulary
from communique.mentions.grammar.blocked import Blocked
from communique.mentions.grammar.lexicon import Lexicon
from communique.mentions.grammar.patterns import Grammar, Hit, build_grammar, find_all
from communique.mentions.grammar.tokens import TagAt, Token
from communique.mentions.times.found import Context, Found, Reading
from communique.mentions.times.lexicon import Sign, build_time_lexicon
from communique.mentions.times.periods import Grain
from communique.mentions.times.readings.registry import READINGS, Read
from communique.mentions.times.tense import Tense, build_tense
from communique.mentions.times.tokens import tokenise
from communique.model.mention import TimeMention
from communique.model.span import Span
from communique.vocab.grammar import Rule
from communique.vocab.times import TimeVocabulary, load_times


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time expression and how it was read.

    Attributes:
        mention: What it says.
        rule: Name of the rule that read it.
        anchored_on: The day it was counted from ("publication date 2024-02-02"), None if it stands
            by itself.
    """

    mention: TimeMention
    rule: str
    anchored_on: str | None


@dataclass(frozen=True, slots=True, repr=False)
class TimeReader:
    """The time grammar, ready to read any number of texts; `load` makes one."""

    lexicon: Lexicon
    grammar: Grammar
    tense: Tense
    readings: Mapping[str, Read]
    joints: frozenset[str]

    @classmethod
    def load(cls) -> TimeReader:
        """The reader with the vocabulary that ships with the package."""
        return cls.of(load_times())

    @classmethod
    def of(cls, vocabulary: TimeVocabulary) -> TimeReader:
        """The reader of a vocabulary.

        Raises:
            BadVocabulary: A pattern can't be read, or a rule names no known class or reading.
        """
        lexicon = build_time_lexicon(vocabulary)
        for rule in vocabulary.rules:
            if rule.reading not in READINGS:
                raise BadVocabulary(
                    f"rule {rule.id}", f"there is no reading {rule.reading}", "mend its name"
                )
        grammar = build_grammar(vocabulary.rules, vocabulary.macros, lexicon)
        joints = frozenset(lexicon.classes[name] for name in ("AND", "TO", "THROUGH", "UNTIL"))
        return cls(lexicon, grammar, build_tense(lexicon), READINGS, joints)

    def read(
        self,
        text: str,
        anchor: date | None,
        *,
        skip: Sequence[Span] = (),
        tag_at: TagAt | None = None,
    ) -> tuple[TimeReading, ...]:
        """All time expressions of a text, in order, without overlaps.

        Args:
            text: The text; offsets count its code points.
            anchor: Day of publication, from which relative expressions are counted.
            skip: Stretches in which nothing is read, such as page furniture.
            tag_at: Tells the Penn Treebank tag of the word at an offset. Words that are verbs by
                it ("may", "march", "fall") are then no times.
        """
        classes, tokens = tokenise(text, self.lexicon, tag_at)
        blocked = Blocked(skip)
        found: list[TimeReading] = []
        context = Context(anchor)
        hits = find_all(self.grammar, classes)
        for number, (hit, base) in enumerate(hits):
            match = Found(hit, base, classes, tokens, text, self.lexicon)
            start, end = tokens[base + hit.start].start, tokens[base + hit.end - 1].end
            if blocked.holds(start, end):
                continue
            ahead = self.tense.ahead(
                classes, tokens, text, base + hit.start, base + hit.end, tag_at
            )
            joined = self._joined_year(hits, number, classes, tokens)
            context = replace(context, ahead=ahead, joined_year=joined)
            reading = self.readings[hit.rule.reading](match, context)
            if reading is None:
                continue
            found.append(_result(reading, hit, text, start, end, context))
            context = _after(reading, hit.rule, context)
        return tuple(found)

    def _joined_year(
        self, hits: Sequence[tuple[Hit, int]], number: int, classes: str, tokens: Sequence[Token]
    ) -> int | None:
        """The year of the expression that follows after "and" or "to", where it states one."""
        if number + 1 == len(hits):
            return None
        (hit, base), (following, next_base) = hits[number : number + 2]
        gap = base + hit.end
        if next_base + following.start != gap + 1 or classes[gap] not in self.joints:
            return None
        year = next((span for name, *span in following.parts if name == "year"), None)
        if year is None:
            return None
        figures = str(tokens[next_base + year[0]].value)
        return int(figures) if classes[next_base + year[0]] == Sign.YEAR.value else None


def _result(
    reading: Reading, hit: Hit, text: str, start: int, end: int, context: Context
) -> TimeReading:
    mention = TimeMention(
        start=start,
        end=end,
        text=text[start:end],
        type=reading.type,
        value=reading.value,
        first=reading.first,
        last=reading.last,
        approximate=reading.approximate,
    )
    anchored: str | None = None
    if reading.anchor == "publication" and context.anchor is not None:
        anchored = f"publication date {context.anchor}"
    elif reading.anchor is not None and reading.anchor != "publication":
        anchored = reading.anchor
    return TimeReading(mention, hit.rule.id, anchored)


def _after(reading: Reading, rule: Rule, context: Context) -> Context:
    """The context of the next expression."""
    period = reading.period
    if rule.options.get("view") == "none":
        # "In the nine months": what is compared next is no longer the quarter.
        return replace(context, previous=period or context.previous, quarter=None)
    if period is None:
        return context
    # A quarter that still runs has no results to compare with.
    quarter = context.quarter
    if period.grain is Grain.QUARTER and period.last is not None and context.anchor is not None:
        quarter = period if period.last <= context.anchor else quarter
    day = context.day
    if period.grain is Grain.DAY and period.first is not None:
        # "The same day" looks back on a day that was told, not on one announced.
        ahead = context.anchor is not None and period.first > context.anchor
        day = day if ahead else period
    return replace(context, previous=period, quarter=quarter, day=day)
