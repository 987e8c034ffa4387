"""When an event is: the time its own words give, else that of the event it belongs to."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from communique.claims.reading import Reading
from communique.claims.when import as_when
from communique.model.claim import When
from communique.model.mention import TimeMention

# Rules for spans that begin or end on the day of publication: "over the last three years".
_SPANS = frozenset({"coming-units", "span-back"})
_POINTS = frozenset({"DATE", "TIME"})
# Clause borders that a date may lie above an event: "travelled on Monday to attend the summit".
_HIGHEST = 1
# Nouns between an event and a date below it: "met at the start of the June session".
_DEEPEST = 1
# A day after "on" goes with the verb wherever the parse has put it.
_DEEPEST_DAY = 4
# Verbs before the infinitive of what lies ahead.
_ARRANGING = frozenset({"be", "expect", "schedule", "plan", "set", "slate", "fix", "due", "have"})
# Words before a clause that tells of another time than the one it hangs on.
_EARLIER_OR_LATER = frozenset({"after", "before", "since", "until", "till"})
_OPENING = frozenset({"since", "starting", "beginning", "effective"})
_AHEAD = frozenset({"will", "would", "'ll"})
# Adjectives that tell when something else is: "its current chair".
_NO_DAYS = frozenset({"current", "present", "ongoing"})
_BRACKET = 12
_OPEN = 100_000
_EARLY = timedelta(days=2)
_YEAR = 4
_MONTH = 31
_MONTHS = frozenset(name.lower() for name in calendar.month_abbr[1:])


def event_when(
    reading: Reading,
    index: int,
    verb: int | None,
    *,
    own: bool = False,
    near: bool = False,
    below: bool = False,
    said: bool = False,
    spans: bool = False,
) -> When | None:
    """The period that the text ties to the word for an event, None where it ties none.

    Args:
        reading: The document.
        index: The word.
        verb: The verb that carries it, if the word is a noun.
        own: Whether only a time within the noun's own phrase counts.
        near: Whether a time deep in an object is of that: "discussed the plan for a visit in May".
        below: Whether only a time below the word counts, not one of the clause above.
        said: Whether the clause below a noun is what it says, with days of its own.
        spans: Whether "in the coming days" counts: no day of a meeting, but of a measure.
    """
    bracketed = _in_brackets(reading, index)
    if bracketed is not None:
        return as_when(bracketed)
    found = [
        (*distance, _outside(reading, index, token), _length(time), abs(token - index), time)
        for token, time in _of_sentence(reading, index, spans=spans)
        if (distance := _distance(reading, index, token, verb, said=said)) is not None
        and not (own and _outside(reading, index, token))
        and not (near and distance[1] > _DEEPEST)
        and not (below and token not in reading.tree.extent(index))
    ]
    if not found:
        return None
    days = [e for e in found if e[0] == 0 and e[3] <= _MONTH]
    if days:
        found = [e for e in found if not _in_name(reading, index, e[5])]
    return _since(reading, min(found, key=lambda entry: entry[:5])[5])


def _in_name(reading: Reading, index: int, time: TimeMention) -> bool:
    """Whether a year is part of a name: "travels on 28 June for the 2022 Summit"."""
    tokens = reading.tokens(time)
    year = len(tokens) == 1 and time.text.isdigit()
    return year and tokens[0] < index and reading.tree[tokens[0]].head == index


def _outside(reading: Reading, index: int, time: int) -> bool:
    """Whether a time stands outside the phrase of a noun."""
    tree = reading.tree
    return tree[index].tag.startswith("NN") and time not in tree.extent(index)


def _length(time: TimeMention) -> int:
    """Days covered, so that of "last week, on 18 May" the day counts; open ends are long."""
    if time.first is None or time.last is None:
        return _OPEN
    return (time.last - time.first).days


def _of_sentence(reading: Reading, index: int, *, spans: bool) -> Iterator[tuple[int, TimeMention]]:
    """Times of the sentence that stand for days, each with its head."""
    seen: set[int] = set()
    for token in range(*reading.tree.sentence(index)):
        time = reading.times.get(token)
        if time is None or time.start in seen or not _tells_days(time, spans=spans):
            continue
        seen.add(time.start)
        loose = reading.tree[token].dep == "amod" and reading.tree[token].head != index
        if loose and reading.tree.lower(token) in _NO_DAYS:
            continue
        if reading.tree.lower(token - 1) == "between" and reading.tree.lower(token) == "now":
            continue
        head = reading.head(time)
        if head is not None and (time.first is not None or time.last is not None):
            yield head, time


def _tells_days(time: TimeMention, *, spans: bool) -> bool:
    """Whether a time stands for days: a point, or a span up to now or from now on.

    "In the coming days" does; "a visit of three days" has none of its own.
    """
    return time.type in _POINTS or (spans and time.rule in _SPANS)


def _distance(
    reading: Reading, index: int, time: int, verb: int | None, *, said: bool
) -> tuple[int, int] | None:
    """Clause borders up and nouns down from an event to a time; None where it is another's."""
    tree = reading.tree
    above = [index, *tree.ancestors(index)]
    path = [time, *tree.ancestors(time)]
    common = next((i for i in path if i in above), None)
    if common is None:
        return None
    up = above[: above.index(common)]
    if common != index and tree.is_verb(common) and _since_then(reading, index, common):
        return None
    down = path[1 : path.index(common)] if common != time else []
    if any(_at_another_time(reading, i) or _foretold(reading, i) for i in up):
        return None
    happens = tree[index].tag.startswith("NN") and not said
    told = set(_clauses_of(reading, index)) if happens else set()
    if any(tree.is_verb(i) for i in down if i not in told and not _arranged(reading, i)):
        return None
    if any(_of_another_event(reading, i, time) for i in down):
        return None
    carried = verb if verb != index else None
    borders = sum(1 for i in up if tree.is_verb(i) and tree[i].dep != "xcomp" and i != carried)
    # "Closed on Monday a round of talks that had begun in May" was on Monday.
    borders += carried is not None and bool(told & set(down))
    loose = set() if not told & set(down) else set(down)
    # "In Oslo, Norway from 3 to 5 May": no date is of a place.
    loose.update(i for i in down if _is_place(reading, i))
    nouns = sum(1 for i in down if tree[i].tag.startswith("NN") and i not in loose)
    deepest = _DEEPEST_DAY if _on_a_day(reading, time) else _DEEPEST
    if borders > _HIGHEST or nouns > deepest:
        return None
    return borders, nouns


def _is_place(reading: Reading, token: int) -> bool:
    """Whether a token names a place or the state that one lies in."""
    tree = reading.tree
    there = tree[token].dep == "appos" or tree.lower(tree[token].head) == "in"
    return token in reading.places or (token in reading.parties and there)


def _since_then(reading: Reading, verb: int, dated: int) -> bool:
    """Whether a verb tells what has come of what was on a day: "left in May and has asked to"."""
    tree = reading.tree
    perfect = {"has", "have"}
    joined = tree[verb].dep == "conj" and tree[verb].head == dated
    own = {tree.lower(i) for i in tree.children(verb, "aux")}
    return joined and bool(perfect & own) and not perfect & set(tree.auxiliaries(dated))


def _at_another_time(reading: Reading, clause: int) -> bool:
    """Whether a clause tells what was earlier or later: "on Monday, after Chad had left"."""
    tree = reading.tree
    if tree[clause].dep == "acl" and "to" in tree.auxiliaries(clause):
        # "Announced on Monday a plan to visit Peru" tells no day of the visit.
        return tree[tree[clause].head].lemma in reading.knowledge.voices.planning_nouns
    if tree[clause].dep not in {"advcl", "pcomp"}:
        return False
    marks = [
        *tree.children(clause, "mark"),
        *([tree[clause].head] if tree[clause].dep == "pcomp" else []),
    ]
    return any(tree.lower(i) in _EARLIER_OR_LATER for i in marks)


def _foretold(reading: Reading, clause: int) -> bool:
    """Whether a clause tells what was said to lie ahead: "today we announce that X will host"."""
    tree = reading.tree
    return tree[clause].dep == "ccomp" and not _AHEAD.isdisjoint(tree.auxiliaries(clause))


def _of_another_event(reading: Reading, preposition: int, time: int) -> bool:
    """Whether a time is that of what something came after: "imposed after the coup of 26 July"."""
    tree = reading.tree
    before = tree[preposition].dep == "prep" and tree.lower(preposition) in _EARLIER_OR_LATER
    return before and tree[time].head != preposition


def _arranged(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what is arranged to happen: "is to be held", "is due to take place"."""
    tree = reading.tree
    return tree[verb].dep == "xcomp" and tree[tree[verb].head].lemma in _ARRANGING


def _on_a_day(reading: Reading, token: int) -> bool:
    """Whether a time is one day, told with "on" or without preposition."""
    time, tree = reading.times[token], reading.tree
    before = reading.tokens(time)[0] - 1 if reading.tokens(time) else token - 1
    prepositional = before >= 0 and tree[before].tag == "IN" and tree.lower(before) != "on"
    return time.first is not None and time.first == time.last and not prepositional


def _opening(reading: Reading, time: TimeMention) -> TimeMention:
    """The day from which a time is the end: 27 August of "from 27 August through 29 August"."""
    tokens = reading.tokens(time)
    if not tokens or reading.tree.lower(tokens[0] - 1) not in {"to", "through", "until", "till"}:
        return time
    begun = reading.times.get(tokens[0] - 2)
    before = reading.tokens(begun)[0] - 1 if begun is not None and reading.tokens(begun) else -1
    return begun if begun is not None and reading.tree.lower(before) == "from" else time


def _range(reading: Reading, time: TimeMention, when: When) -> When:
    """The days from a time to the next one: "from July 19 to July 23"."""
    tree, joint = reading.tree, reading.tokens(time)[-1] + 1
    until = reading.times.get(joint + 1)
    if tree.lower(joint) not in {"to", "until", "till", "through", "and"} or until is None:
        return when
    if until.last is None or when.first is None or until.last < when.first:
        return when
    text = reading.document.text[time.start : until.end]
    return When(when.first, until.last, text)


def _two_days(reading: Reading, time: TimeMention, when: When) -> When:
    """Two days that follow one another, told one by one: "on Monday and Tuesday"."""
    tree, joint = reading.tree, reading.tokens(time)[-1] + 1
    second = reading.times.get(joint + 1)
    days = (time.first, time.last, *((second.first, second.last) if second is not None else ()))
    if tree.lower(joint) != "and" or second is None or None in days or time.first != time.last:
        return when
    if second.first != second.last or second.first - time.first != timedelta(days=1):  # type: ignore[operator]
        return when
    return When(time.first, second.last, reading.document.text[time.start : second.end])


def _clauses_of(reading: Reading, noun: int) -> Iterator[int]:
    """Clauses that hang on a noun or on the end of its name: "the conference on Sudan, held …"."""
    tree = reading.tree
    yield from tree.children(noun, "acl", "relcl")
    for preposition in tree.children(noun, "prep"):
        for below in tree.children(preposition, "pobj"):
            for member in tree.conjuncts(below):
                yield from tree.children(member, "acl", "relcl")


def _since(reading: Reading, time: TimeMention) -> When:
    """The period of a time, without end after "since" or "starting"."""
    time = _opening(reading, time)
    when = as_when(time)
    tokens = reading.tokens(time)
    if tokens and reading.tree.lower(tokens[0] - 1) in {"from", "between"}:
        when = _range(reading, time, when)
    elif tokens:
        when = _two_days(reading, time, when)
    if tokens and reading.tree.lower(tokens[0] - 1) in _OPENING:
        return replace(when, last=None)
    return when


def _in_brackets(reading: Reading, index: int) -> TimeMention | None:
    """The date in brackets behind a noun: "the second forum (18 May, Almaty)"."""
    tree = reading.tree
    if not tree[index].tag.startswith("NN"):
        return None
    last = min(tree.sentence(index)[1], tree.phrase(index)[-1] + 2)
    opened = next((i for i in range(index, last) if tree.lower(i) == "("), None)
    if opened is None:
        return None
    for token in range(opened + 1, min(opened + _BRACKET, tree.sentence(index)[1])):
        if tree.lower(token) == ")":
            return None
        time = reading.times.get(token)
        if time is not None and time.type in _POINTS and time.first is not None:
            return time
    return None


def not_ahead(reading: Reading, when: When | None, *, generic: bool) -> When | None:
    """The days of what is over, none where they lie ahead: "discussed the visit on 3 May 2030".

    A document may be dated a day early, where it is of another part of the world, and "on 3 May"
    may be of the year before.

    Args:
        reading: The document.
        when: The days that the words seem to tell.
        generic: Whether they may well be those of what was talked about.
    """
    published = reading.document.published
    if when is None or when.first is None or published is None:
        return when
    sure = generic or str(when.first.year) in when.text
    return None if sure and when.first > published + _EARLY else when


def next_year(when: When, reading: Reading) -> When:
    """A month or day without year, read as past, for what lies ahead: the one in the next year."""
    published = reading.document.published
    words = when.text.lower().replace(",", " ").split()
    named = any(len(part) == _YEAR and part.isdigit() for part in words)
    dated = any(word.rstrip(".")[:3] in _MONTHS for word in words)
    if published is None or when.first is None or when.last is None or named or not dated:
        return when
    if when.last >= published or (when.last - when.first).days > _MONTH:
        return when
    try:
        return When(
            when.first.replace(year=when.first.year + 1),
            when.last.replace(year=when.last.year + 1),
            when.text,
        )
    except ValueError:
        return when
