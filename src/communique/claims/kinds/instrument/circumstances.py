"""When and where a step was taken, who says so, and how many points the document has."""

from __future__ import annotations

from datetime import timedelta

from communique.claims.attribution import attributed_to
from communique.claims.chronicle import day_of_entry
from communique.claims.kinds.instrument.naming import Naming, whole_number
from communique.claims.kinds.instrument.occasion import occasion_day
from communique.claims.kinds.instrument.step import Step
from communique.claims.place import place_of
from communique.claims.reading import Reading
from communique.claims.when import as_when, when_of
from communique.model.claim import Party, When

# "Extended until 2030", "a programme for 2030": these tell no day of the step.
_UNTIL = frozenset({"until", "till", "through", "to", "for"})
_NO_DAY = frozenset({"now", "current", "currently", "recently", "recent", "present"})
_POINTS = frozenset({"point", "article", "item", "measure", "paragraph"})
_YEAR = timedelta(days=366)
# No step takes longer: "in the twenty-first century" is part of a name.
_YEARS = timedelta(days=4000)
# Verbs by which a document is said to have its points, and what follows when these are only some.
_COMPRISING = frozenset({"comprise", "contain", "have", "include", "consist", "list", "run", "set"})
_SOME = frozenset({"on", "for", "about", "concerning", "of"})
# Words after a name within which its points are counted.
_NEAR = 12


def when_of_step(reading: Reading, step: Step) -> When | None:
    """When the step was: as its clause tells, else its gathering, else the entry of a chronicle.

    Of a step told by the way ("since the signing in May") only what hangs on its noun counts.
    """
    tree, anchor = reading.tree, step.anchor
    if step.naming is None and not tree.is_verb(anchor):
        below = (reading.times[i] for i in tree.below(anchor) if i in reading.times)
        time = next(below, None)
        if time is not None:
            return as_when(time) if time.first is not None else None
        if tree[anchor].dep not in {"nsubj", "nsubjpass"}:
            return None
        anchor = tree[anchor].head
    told = _told(reading, anchor, step) or occasion_day(reading, step)
    return told or day_of_entry(reading, anchor)


def _of_the_name(reading: Reading, time: int, step: Step) -> bool:
    """Whether a time tells what the document is for: "the Reef Programme 2024-2030"."""
    span = reading.times[time]
    if span.first is not None and span.last is not None and span.last - span.first > _YEARS:
        return True
    naming = step.naming
    if naming is None or naming.plain or step.anchor == naming.head:
        return False
    return time in naming.tokens or (naming.named and time == naming.tokens[-1] + 1)


def _told(reading: Reading, anchor: int, step: Step) -> When | None:
    """The time that the clause itself gives."""
    tree = reading.tree
    found = when_of(reading, anchor)
    heads = [i for i in range(*tree.sentence(anchor)) if i in reading.times]
    heads = [i for i in heads if found is not None and reading.times[i].text == found.text]
    heads = [i for i in heads if not _of_the_name(reading, i, step)]
    if found is None or not heads or found.text.lower() in _NO_DAY:
        return None
    before = tree.lower(heads[0] - 1 - (tree.lower(heads[0] - 1) == "the"))
    if before in _UNTIL or all(_of_another_clause(reading, anchor, i) for i in heads):
        return None
    return When(None, found.last, found.text) if before == "by" else found


def _of_another_clause(reading: Reading, anchor: int, time: int) -> bool:
    """Whether a time belongs to a clause below the step: "a code, which may be ready in May"."""
    tree = reading.tree
    above = {anchor, *tree.ancestors(anchor)}
    path = [time]
    for index in tree.ancestors(time):
        if index in above:
            break
        path.append(index)
    # "Signed a statement to deepen trade on 5 May": an infinitive takes the day of the signing.
    verbs = [i for i in path if tree.is_verb(i) and tree[i].dep not in {"amod", "compound"}]
    return any("to" not in tree.auxiliaries(i) or tree[anchor].tag == "VB" for i in verbs)


def place_of_step(reading: Reading, step: Step) -> str | None:
    """Where the step was taken: as its clause tells, or right after the name."""
    found = place_of(reading, step.anchor)
    if found is not None and step.naming is not None and step.naming.named:
        # "Left the Treaty on Armed Forces in Europe": the place is part of the name.
        found = None if found in reading.words(step.naming.tokens) else found
    if found is not None or step.naming is None:
        return found
    after = step.naming.tokens[-1] + 1
    place = reading.places.get(after + 1)
    if place is None or reading.tree.lower(after) not in {"in", "at"}:
        return None
    return reading.document.text[place.start : place.end]


def speaker(reading: Reading, step: Step, parties: tuple[Party, ...]) -> str | None:
    """Who says so; not the parties themselves: "Peru announced that it had signed"."""
    said = attributed_to(reading, step.anchor)
    return None if said is not None and said in {p.name for p in parties} else said


def points_of(reading: Reading, naming: Naming) -> int | None:
    """How many points it has: "a 10-point plan", "a roadmap comprising 79 points"."""
    tree = reading.tree
    near = range(naming.tokens[0], min(naming.tokens[-1] + _NEAR, tree.sentence(naming.head).last))
    for index in near:
        if tree[index].lemma in _POINTS:
            before = index - 1 - (tree.lower(index - 1) == "-")
            number = whole_number(tree.lower(before))
            if number is not None:
                return number
        joined, _, unit = tree.lower(index).partition("-")
        if unit in _POINTS and whole_number(joined) is not None:
            return whole_number(joined)
    behind = points_behind(reading, naming)
    return None if behind is None else whole_number(tree.lower(behind - 1))


def points_behind(reading: Reading, naming: Naming) -> int | None:
    """Where a verb further behind tells the points: "the plan, signed in May, comprises 79 points".

    "Has 8 points on trade" tells only some of them.
    """
    tree = reading.tree
    first, last = naming.tokens[-1] + 1, tree.sentence(naming.head).last
    for index in range(min(naming.tokens[0] + _NEAR, last), last):
        if tree[index].lemma not in _POINTS or whole_number(tree.lower(index - 1)) is None:
            continue
        verbs = {tree[i].lemma for i in range(max(first, index - 4), index - 1)}
        part = index + 1 < last and tree.lower(index + 1) in _SOME
        return None if part or not verbs & _COMPRISING else index
    return None


def year_of_name(reading: Reading, naming: Naming) -> When | None:
    """The year before a name, where it has passed: "the 1982 Convention", not "the 2030 Agenda".

    Of a resolution it stands behind: "resolution 2254 (2015)", "resolution 2036 of 5 May 2012".
    """
    time = reading.times.get(naming.tokens[0])
    if time is None and reading.tree.lower(naming.tokens[-1]) == ")":
        time = reading.times.get(naming.tokens[-1] - 1)
    last = naming.tokens[-1]
    if time is None and reading.tree.lower(last + 1) in {"of", "dated"}:
        time = reading.times.get(last + 2)
    published = reading.document.published
    if time is None or time.first is None or time.last is None or published is None:
        return None
    if time.first > published or time.last - time.first > _YEAR:
        return None
    return as_when(time)
