"""Steps that a name tells by itself: its date, its line in a list, whose words it is."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.instrument.documents import FINITE
from communique.claims.kinds.instrument.lists import is_listed
from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.step import Step
from communique.claims.kinds.instrument.threads import LISTED, Thread
from communique.claims.reading import Reading
from communique.model.mention import TimeMention
from communique.model.terms import BINDING, InstrumentAction, InstrumentType
from communique.vocab.claims.instruments import Instruments

# What a body tells by itself.
_SPOKEN = frozenset({InstrumentType.STATEMENT, InstrumentType.REPORT})
# "According to a report by", "said in a statement by": these tell who says something else.
_SOURCES = frozenset({"to", "in", "per", "via"})


def steps_of_name(
    reading: Reading, thread: Thread, naming: Naming, words: Instruments
) -> Iterator[Step]:
    """The steps that one place tells which names a document."""
    yield from _dated(reading, thread, naming)
    yield from _listed(reading, thread, naming, words)
    yield from _of_body(reading, thread, naming)


def _is_day(time: TimeMention) -> bool:
    return time.type == "DATE" and time.first is not None and time.first == time.last


def _is_year(time: TimeMention | None) -> bool:
    return time is not None and time.type == "DATE" and time.first is not None


def _dated(reading: Reading, thread: Thread, naming: Naming) -> Iterator[Step]:
    """A date in the name is that of the signing or adoption: "the treaty of 5 November"."""
    tree = reading.tree
    last, binding = naming.tokens[-1], thread.type in BINDING
    time = reading.times.get(last + 2)
    # "A protocol to the agreement of 2004": the year is that of the agreement.
    other = any(tree.lower(i) == "to" for i in range(naming.head + 1, last))
    if tree.lower(last + 1) in {"of", "dated"} and time is not None and not other:
        if thread.type is InstrumentType.RESOLUTION:
            # "Under resolution 2036 of 22 February 2012": its day is part of how it is named.
            return
        action = InstrumentAction.SIGNED if binding else InstrumentAction.ADOPTED
        if _is_day(time) or (binding and not naming.named):
            yield Step(thread, naming, action, naming.head)
    elif binding and _is_year(reading.times.get(naming.tokens[0])) and not naming.named:
        # "The 1998 agreement" is told by its year; "the 1998 Reef Agreement" is only named.
        yield Step(thread, naming, InstrumentAction.SIGNED, naming.head)


def _of_body(reading: Reading, thread: Thread, naming: Naming) -> Iterator[Step]:
    """A statement or report told by whose it is: "the statement by the council"."""
    tree, head = reading.tree, naming.head
    if thread.type not in _SPOKEN or naming.plural:
        return
    if tree.lower(tree[head].head) in _SOURCES:
        return
    makers = tree.after(head, "by", "from")
    bodies = (reading.parties, reading.organizations)
    if any(i in mentions for i in makers for mentions in bodies):
        yield Step(thread, naming, InstrumentAction.PUBLISHED, head, makers[0])


def _listed(reading: Reading, thread: Thread, naming: Naming, words: Instruments) -> Iterator[Step]:
    """A line of "Documents signed": a document with neither verb nor sentence around it."""
    tree, head = reading.tree, naming.head
    sentence = range(naming.tokens[0], tree.sentence(head).last)
    if thread.type not in LISTED or any(_finite(reading, i, head) for i in sentence):
        return
    if is_listed(reading, tree[naming.tokens[0]].start, words.listing):
        yield Step(thread, naming, InstrumentAction.SIGNED, naming.head)


def _finite(reading: Reading, index: int, head: int) -> bool:
    """Whether a word is a finite verb, and not that of a clause that hangs on a name.

    "A Protocol on the port, whereby the rent shall be …" is no sentence.
    """
    tree = reading.tree
    return tree[index].tag in FINITE and head not in tree.ancestors(index)
