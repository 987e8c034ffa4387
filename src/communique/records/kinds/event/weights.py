"""What each part of a score counts for events, and why. Together, 1 is enough (`matching.ENOUGH`).

The measure of all: two sides that did something of one form on one day make an event (sides, day
and form just reach 1); where the day is only known from the publication, a person, a place or a
name has to come to it.
"""

from __future__ import annotations

from types import MappingProxyType

from communique.model.terms import EventMode, EventType
from communique.records.comparing.days import Fit

# Sides -----------------------------------------------------------------------------------------

#: Both sides agree. One of a state's meetings on a day is then found by form and day alone.
SIDES = 0.45
#: Both agree, but one of them only as part or member of the other: "Central Asia", its presidents.
KINDRED_SIDES = 0.4
#: Both agree, but a claim leaves one or both to its document, which is about the two: whoever else
#: it means is not told, so a day and a form are not enough.
SUPPOSED_SIDES = 0.35
#: One side agrees and nothing is known of another. Weak: a state has many meetings.
ONE_SIDE = 0.15
#: One grouping agrees: the G20 meets seldom.
ONE_GROUPING = 0.3
#: A third side at a meeting that only one tells, without a person: perhaps where it took place.
THIRD_SIDE = -0.25
#: A meeting of two and a gathering of many, or a third side with a person: who meets on the margins
#: of a summit, and whoever meets two others together, often meets them singly on the same day.
OTHER_SIZE = -0.6

# Persons ---------------------------------------------------------------------------------------

#: Persons of two sides agree: with the sides, more than any other pair can have in common.
PEOPLE = 0.3
#: Persons of two sides agree, whatever sides the texts tie them to.
PEOPLE_ALONE = 0.6
#: One person agrees.
ONE_PERSON = 0.15

#: The same traveller; with the host, the form and the month enough.
TRAVELLER = 0.45

# Form ------------------------------------------------------------------------------------------

#: The same form, or both gatherings of many.
FORM = 0.15
#: Forms that texts use for one another: a meeting is also talks.
KINDRED_FORM = 0.1

# Names, numbers, places ------------------------------------------------------------------------

#: All telling words of the names agree. With a month that fits and one side it is enough.
NAME = 0.6
#: Most agree: one name says more than the other.
PARTLY_NAME = 0.4
#: The number agrees: with both sides and the form, enough without a date, as the second meeting
#: of two sides is held once.
ORDINAL = 0.4
#: "First" is also said of a first time; it tells less.
FIRST = 0.15
#: The same place. Capitals see many meetings, so it only tips the scales.
PLACE = 0.2
#: The same town that is no capital, of the same two sides: they seldom meet there, so a text that
#: looks back names the meeting by it. With both sides and the form just enough.
OWN_PLACE = 0.4
#: One names the city, the other the state.
LAND = 0.1

# Days ------------------------------------------------------------------------------------------

#: How well dates that both texts give agree. A month or quarter holds many meetings.
FIT = MappingProxyType({
    Fit.SAME: 0.45, Fit.WITHIN: 0.4, Fit.CROSSING: 0.25, Fit.MONTH: 0.15, Fit.QUARTER: 0.05,
    Fit.LOOSE: 0.05, Fit.OPEN: 0.0, Fit.APART: 0.0,
})  # fmt: skip
#: One day apart, as each side tells it in its own time zone.
SHIFTED = 0.25
#: It was planned for a day close by.
MOVED = 0.15
#: Most days by which a plan moves and stays the plan.
MOST_MOVED = 3
#: One gives the date, the other was published so many days after (or, of a plan, before) it.
PUBLISHED = ((1, 0.3), (3, 0.25), (7, 0.15), (14, 0.05))
#: Neither gives a date; they were published so many days apart.
BOTH_PUBLISHED = ((1, 0.25), (3, 0.2), (7, 0.1), (14, 0.05))
#: Most days after which a text may name a gathering without its date: longer ago, it is another's.
MOST_AFTER = 400
#: Most days between tellings that neither date nor name tells apart from other meetings.
MOST_APART = 14
#: Days before the first day on which a text may tell the event as past: clocks differ.
HASTE = 1

# Acts ------------------------------------------------------------------------------------------

#: The side that acts agrees.
DOER = 0.25
#: The side that it is done to agrees.
DONE_TO = 0.3
#: The words of the quotes agree, in full; their share of the shorter quote is multiplied by it.
GIST = 0.6
#: Below this share what quotes have in common is chance.
LEAST_GIST = 0.25
#: Fewer words than these tell nothing.
FEWEST_WORDS = 4
#: What is said is said often: the day counts this much of what it counts for deeds, so that
#: some wording must agree, too.
SAID = 0.7

#: Acts of words.
VERBAL = frozenset({
    EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT,
    EventType.CONCEDE,
})  # fmt: skip

#: Types that texts use for one another, by what stands for them in blocks: who joins an alliance
#: agrees to and cooperates in it; who helps, aids and supports.
FAMILY = MappingProxyType({
    EventType.AGREE: "cooperation", EventType.COOPERATE: "cooperation",
    EventType.AID: "help", EventType.SUPPORT: "help",
})  # fmt: skip

#: Forms that texts use for one another.
TALKS = frozenset({EventMode.MEETING, EventMode.CONSULTATION, EventMode.NEGOTIATION})
GATHERINGS = frozenset({
    EventMode.SUMMIT, EventMode.FORUM, EventMode.CONFERENCE, EventMode.EXHIBITION,
    EventMode.MEETING, EventMode.CONSULTATION,
})  # fmt: skip
RITES = frozenset({EventMode.SIGNING, EventMode.CEREMONY})
#: A video call is told as talks or a meeting, never as a visit or a forum.
SPOKEN = TALKS | {EventMode.CALL}
KINDRED = (TALKS, GATHERINGS, RITES, SPOKEN)
