"""What each part of a score counts for instruments, and why. Together, 1 is enough.

The measure of all: a name of its own is enough; so are sort, both parties and the day of one step
(two unnamed memorandums of two sides on one day are taken for one). A topic needs the parties.
"""

from __future__ import annotations

from types import MappingProxyType

from communique.model.terms import InstrumentAction, InstrumentType
from communique.records.comparing.days import Fit

#: The names have the same telling words, with a capital: "the Heron Charter".
NAME = 1.0
#: The same, without capitals: a topic, which others may share.
TOPIC = 0.7
#: The same topic of a document that parties sign: there are fewer of these than of programmes.
SIGNED_TOPIC = 0.8
#: Most words are the same, and only one of the names has telling words of its own.
NEAR_NAME = 0.8
#: The shorter name, of at least two telling words, stands within the longer.
WITHIN_NAME = 0.6
#: What a short name tells of the topic stands within the longer: "the minerals memorandum".
HINT = 0.4
#: It is for the same years: "the plan for 2024-2026".
YEARS = 0.4
#: A document without a name is told in words of the other's name: "an agreement that gives seasonal
#: workers pensions". They must be two telling words, and half of the name.
TOLD_TOPIC, LEAST_TOLD = 0.4, 0.5
#: Half of the words are the same; two memorandums of one day often share as much.
PARTLY_NAME = 0.3
#: An acronym of four letters and more is the name; of three it may be another's.
ACRONYM, SHORT_ACRONYM, LONG = 0.8, 0.4, 4

#: The same number of a sort that is known by it: "resolution 2231".
NUMBER = 0.8
#: Sorts that are known by their number.
NUMBERED = frozenset({InstrumentType.RESOLUTION, InstrumentType.PROTOCOL})

#: The same sort of document; or sorts that texts use for one another.
TYPE, KINDRED_TYPE = 0.2, 0.1

#: Both parties; one of them as member of the other; only one party.
SIDES, KINDRED_SIDES, ONE_SIDE = 0.4, 0.35, 0.15
#: Both, where a claim leaves one or both to its document, which is about the two.
SUPPOSED_SIDES = 0.4

#: The same number of points: two roadmaps of 79 points are one.
POINTS = 0.6
#: Few points are as many in other documents.
FEWEST_POINTS = 10
#: As many documents ("four memorandums").
COUNT = 0.3
#: Where the step was taken; a town that is no capital names the document of two parties ("the
#: roadmap agreed in Gabala").
PLACE, OWN_PLACE = 0.15, 0.4
#: The words of the quotes, where nothing else tells; their share of the shorter is multiplied.
GIST, LEAST_GIST, FEWEST_WORDS = 0.4, 0.4, 4

#: How well the days of one step agree.
FIT = MappingProxyType({
    Fit.SAME: 0.4, Fit.WITHIN: 0.35, Fit.CROSSING: 0.15, Fit.MONTH: 0.15, Fit.QUARTER: 0.05,
    Fit.LOOSE: 0.05, Fit.OPEN: 0.0, Fit.APART: 0.0,
})  # fmt: skip
#: One gives the day of the step, the other was published so many days from it.
PUBLISHED = ((1, 0.4), (3, 0.25), (7, 0.1), (14, 0.05))
#: The same, where it gives only the month.
PUBLISHED_MONTH = 0.15
#: Neither gives it; they were published so many days apart.
BOTH_PUBLISHED = ((1, 0.4), (3, 0.25), (7, 0.1), (14, 0.05))

#: Documents without a name of their own that are told so many days apart are two.
MOST_APART = 21
#: Documents of one name that are made so many days apart are two: the statement of each summit.
SERIES = 300

#: Steps that bring a document about; texts use one for another.
MAKING = frozenset({
    InstrumentAction.SIGNED, InstrumentAction.ADOPTED, InstrumentAction.PUBLISHED,
    InstrumentAction.INITIALLED,
})  # fmt: skip

#: Sorts that parties sign.
SIGNABLE = frozenset({
    InstrumentType.AGREEMENT, InstrumentType.MEMORANDUM, InstrumentType.PROTOCOL,
    InstrumentType.CONVENTION, InstrumentType.DECLARATION, InstrumentType.ROADMAP,
})  # fmt: skip

#: Sorts that the same parties make again and again, mostly without a name of their own.
RECURRENT = frozenset({
    InstrumentType.STATEMENT, InstrumentType.DECLARATION, InstrumentType.REPORT,
})  # fmt: skip

#: Sorts that texts use for one another.
KINDRED = (
    frozenset({
        InstrumentType.AGREEMENT, InstrumentType.MEMORANDUM, InstrumentType.CONTRACT,
        InstrumentType.FRAMEWORK,
    }),
    frozenset({InstrumentType.AGREEMENT, InstrumentType.PROTOCOL, InstrumentType.CONVENTION}),
    frozenset({InstrumentType.DECLARATION, InstrumentType.STATEMENT}),
    frozenset({
        InstrumentType.ROADMAP, InstrumentType.PROGRAMME, InstrumentType.FRAMEWORK,
        InstrumentType.STRATEGY,
    }),
)  # fmt: skip

#: Sorts that a name leaves open ("the Reef Compact"), so that texts of one name may differ in it.
UNSURE = frozenset({
    InstrumentType.AGREEMENT, InstrumentType.DECLARATION, InstrumentType.STRATEGY,
    InstrumentType.CONVENTION, InstrumentType.PROGRAMME, InstrumentType.FRAMEWORK,
})  # fmt: skip

#: Sorts that go on for years under one name, and are published anew.
LASTING = frozenset({
    InstrumentType.PROGRAMME, InstrumentType.FRAMEWORK, InstrumentType.CONVENTION,
})  # fmt: skip
