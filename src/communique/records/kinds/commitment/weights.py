"""What counts how much for two commitments being one undertaking."""

from __future__ import annotations

#: By how many digits a number states: "1 million" is given every week, "307 million" is not.
BY_DIGITS = (0.0, 0.3, 0.45, 0.6, 0.7)
#: One number is the other rounded.
ROUNDED = 0.1
#: Sums of a billion or more are rarer.
LARGE, BILLION = 0.15, 1_000_000_000
#: The same unit, or quantity beside the sum.
COUNTED = 0.15
#: Nine offices are said of many things.
USUAL = 10
#: A deadline alone, where there is neither sum nor quantity.
DEADLINE_ALONE = 0.35
#: Institutions give less often than states do.
GIVER, STATE_GIVES = 0.3, 0.2
#: The receiver, and one whom the other names in its purpose.
RECEIVER, NAMED_RECEIVER = 0.25, 0.2
#: Giver and receiver, where they are not told: a sum that is told as one between the same two
#: sides within so many days. A later one may be of the next programme.
RELATED = (731, 0.45)
#: A month or a season tells roughly when something was announced, a year does not.
ROUGHLY = 100
#: The law or plan that the money comes from; the kind of money; the deadline of a sum.
SOURCE = 0.1
FINANCE = 0.1
DEADLINE = 0.1
#: Reports that repeat a pledge come close together: within a week, within a month.
CLOSE, NEAR = (7, 0.25), (31, 0.1)
#: A number of three digits in a currency that few count in, by one giver, is told again wherever
#: nothing is said against it.
RARE_DIGITS, RETOLD = 3, 0.25
COMMON = frozenset({"USD", "EUR", None})
#: A purpose of so few words is hardly told at all: "the Turkish loan has been announced again".
POOR = 2
#: A purpose of so many words is told in full; thirty reports of one pledge share one of them.
FULL = 4
#: Without a number the purpose has to carry the likeness: nearly all of its words are shared.
UNNUMBERED = 0.6
