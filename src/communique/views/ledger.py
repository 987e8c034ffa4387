"""A ledger of commitments: which of them fit some filters, and what they come to.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.record import Relation
from communique.model.terms import Finance, Grade
from communique.store.ledger import Line, WantedLines
from communique.views.totals import LeftOut, SidesOf, Sums, Totals, added, sides_of_payers
from communique.vocab.kinship import Kinship

#: Stands in filters for what no text tells.
UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which commitments are wanted; what is left empty chooses nothing.

    Attributes:
        grade: How firm they are.
        finance: The kind of money, or `UNTOLD`.
        payer: Name of the side that pays, or `UNTOLD`.
        currency: ISO 4217 code.
        least: The least sum, in the main unit of its currency.
    """

    grade: Grade | None = None
    finance: str = ""
    payer: str = ""
    currency: str = ""
    least: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether all commitments fit."""
        return self == Sieve()

    @property
    def wanted(self) -> WantedLines:
        """Which lines of the ledger may fit: all that fit but for who pays."""
        equal: list[tuple[str, str | None]] = []
        if self.grade is not None:
            equal.append(("grade", self.grade.value))
        if self.finance:
            equal.append(("finance", None if self.finance == UNTOLD else self.finance))
        if self.currency:
            equal.append(("currency", self.currency))
        return WantedLines(tuple(equal), self.least)

    def lets(self, line: Line, sides_of: SidesOf) -> bool:
        """Whether a line of the ledger fits.

        Args:
            line: The line.
            sides_of: Tells the sides that pay by the names of the parties that give.
        """
        amount = line.amount
        if self.grade is not None and line.grade is not self.grade:
            return False
        if self.finance and self.finance != (line.finance or UNTOLD):
            return False
        if self.payer and self.payer not in sides_of(line.payers):
            return False
        if self.currency and (amount is None or amount.currency != self.currency):
            return False
        return self.least is None or (amount is not None and amount.value >= self.least)


def sides_paying(sides_of: SidesOf) -> SidesOf:
    """The same as `views.totals.sides_of_payers`, with `UNTOLD` where nobody is told."""
    return lambda names: sides_of(names) or (UNTOLD,)


@dataclass(frozen=True, slots=True)
class Choices:
    """What filters can choose among, the most frequent first.

    Attributes:
        grades: Grades that some commitment has.
        finances: Kinds of money, `UNTOLD` among them.
        payers: Names of sides, `UNTOLD` among them.
        currencies: ISO 4217 codes.
    """

    grades: tuple[Grade, ...]
    finances: tuple[str, ...]
    payers: tuple[str, ...]
    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Commitments that fit, and what they come to.

    Attributes:
        idents: Ids of those that fit, in order of time.
        totals: Their totals.
        choices: What filters can choose among.
    """

    idents: tuple[str, ...]
    totals: Totals
    choices: Choices

    @property
    def left_out(self) -> Mapping[str, LeftOut]:
        """What is in no total, by id."""
        return self.totals.left_out_by_id


@dataclass(frozen=True, slots=True)
class Added:
    """What the commitments of a whole dossier come to that fit.

    Attributes:
        totals: Their sums.
    """

    totals: Sums

    @property
    def left_out(self) -> Mapping[str, LeftOut]:
        """What is in no sum, by id."""
        return self.totals.left_out_by_id


def ledger(
    idents: Sequence[str],
    lines: Iterable[Line],
    relations: Mapping[str, Sequence[Relation]],
    regional: Collection[str],
    sieve: Sieve,
    kin: Kinship,
    choices: Choices | None = None,
) -> Ledger:
    """The commitments that fit, added up.

    Args:
        idents: Ids of all commitments that answer, in order of time.
        lines: Their lines, in any order; those that can't fit may be left out.
        relations: How each stands to others, by its id.
        regional: Ids of those of regional money.
        sieve: Which of them are wanted.
        kin: Tells on whose side a payer is.
        choices: What filters can choose among, where that is not to be counted.
    """
    sides_of = sides_of_payers(kin)
    paying = sides_paying(sides_of)
    held = list(lines)
    is_open = sieve.is_open
    fit = {line.record: line for line in held if is_open or sieve.lets(line, paying)}
    summed = added(fit.values(), relations, regional, sides_of=sides_of)
    if choices is None:
        tally = Counter((li.grade, li.finance, _currency(li), li.payers) for li in held)
        choices = _choices(tally, paying)
    return Ledger(tuple(i for i in idents if i in fit), summed, choices)


def _currency(line: Line) -> str | None:
    return line.amount.currency if line.amount else None


# Numbers of commitments by grade, kind of money, currency and names of payers.
_Tally = Mapping[tuple[Grade, Finance | None, str | None, tuple[str, ...]], int]


def _choices(counted: _Tally, sides_of: SidesOf) -> Choices:
    """What filters can choose among, by the numbers of commitments of each sort."""
    grades = {grade for grade, *_ in counted}
    finances = {finance for _, finance, *_ in counted}
    payers, currencies = Counter[str](), Counter[str]()
    for (_, _, currency, names), number in counted.items():
        payers.update(dict.fromkeys(sides_of(names), number))
        currencies.update({currency: number} if currency else {})
    return Choices(
        tuple(grade for grade in reversed(Grade) if grade in grades),
        (*(f.value for f in Finance if f in finances), *([UNTOLD] if None in finances else [])),
        tuple(name for name, _ in payers.most_common()),
        tuple(code for code, _ in currencies.most_common()),
    )
