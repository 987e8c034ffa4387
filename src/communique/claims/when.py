"""When a claim is: the time that the text ties to its clause."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.context import ClaimContext
from communique.model.claim import When
from communique.model.mention import TimeMention

_POINTS = frozenset({"DATE", "TIME"})


def when_of(context: ClaimContext, index: int) -> When | None:
    """The period that the text ties to a verb or noun, None where it ties none.

    The nearest in the parse counts: what hangs on the word itself, in brackets after it or in its
    own clause, before what stands elsewhere in the sentence.
    """
    best = min(_candidates(context, index), key=lambda found: found[:2], default=None)
    return None if best is None else as_when(best[2])


def as_when(time: TimeMention) -> When:
    """The days a time covers, with its words."""
    return When(time.first, time.last, time.text)


def _candidates(context: ClaimContext, index: int) -> Iterator[tuple[int, int, TimeMention]]:
    """Times of the sentence, each with its distance from the word: parse first, then words."""
    tree = context.tree
    sentence = tree.sentence(index)
    seen: set[int] = set()
    for token in range(*sentence):
        time = context.times.get(token)
        if time is None or time.start in seen or not is_dated(time):
            continue
        seen.add(time.start)
        head = context.head(time)
        if head is not None:
            yield _distance(context, index, head), abs(head - index), time


def is_dated(time: TimeMention) -> bool:
    """Whether a time stands for days that are known, at one end at least."""
    return time.type in _POINTS and (time.first is not None or time.last is not None)


def _distance(context: ClaimContext, index: int, time: int) -> int:
    """Clause borders between a word and a time; 0 where the time hangs on the word itself.

    Half a border (counted 1 of 2) lies between a verb and a time inside one of its noun phrases:
    "discussed the agreement signed in May" has one border, "in the May declaration" half.
    """
    tree = context.tree
    above = [index, *tree.ancestors(index)]
    path = [time, *tree.ancestors(time)]
    common = next((i for i in path if i in set(above)), None)
    if common is None:
        return 99
    up = above[: above.index(common)]
    down = path[: path.index(common)]
    borders = sum(2 for i in up if tree.is_verb(i) and tree[i].dep != "xcomp")
    borders += sum(2 for i in down if i != time and tree.is_verb(i))
    nouns = [i for i in down if i != time and tree[i].tag.startswith("NN") and i != common]
    return borders + len(nouns)
