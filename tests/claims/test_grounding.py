from datetime import date

import pytest

from communique.claims.grounding import grounded
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.figure import Figure
from communique.model.claim import Amount, Change, Evidence, When
from communique.model.document import Document, Region, RegionKind
from communique.model.mention import MoneyMention, PercentMention, TimeMention
from communique.model.span import Span
from communique.model.terms import Direction, Grade, Indicator

TEXT = "Oman will give 5 million euros by 2030. Sign up for our newsletter."
DOCUMENT = Document(
    id="a",
    text=TEXT,
    text_given=True,
    regions=(Region(RegionKind.FURNITURE, Span(40, len(TEXT))),),
)
MENTIONS = (
    MoneyMention(start=15, end=30, text="5 million euros", value=5_000_000, currency="EUR"),
    TimeMention(
        start=34,
        end=38,
        text="2030",
        type="DATE",
        value="2030",
        first=date(2030, 1, 1),
        last=date(2030, 12, 31),
    ),
)


def promise(start=0, end=39, exact=None, amount=5_000_000, deadline="2030", last=2030):
    exact = TEXT[start:end] if exact is None else exact
    return Commitment(
        evidence=(Evidence(start, end, exact),),
        action="give 5 million euros",
        amount=Amount(amount, "EUR"),
        grade=Grade.PLEDGED,
        deadline=When(None, date(last, 12, 31), deadline),
    )


def test_what_the_text_bears_out_passes():
    gate = grounded(DOCUMENT, MENTIONS, [promise()])
    assert len(gate.passed) == 1
    assert not gate.refused


@pytest.mark.parametrize(
    "claim",
    [
        promise(exact="Oman gives 5 million euros by 2030."),
        promise(start=40, end=len(TEXT)),
        promise(amount=6_000_000),
        promise(end=9),
        promise(deadline="2031"),
        promise(last=2035),
    ],
    ids=["words", "furniture", "sum", "sum-elsewhere", "date-words", "date-days"],
)
def test_what_it_does_not_is_refused_and_counted(claim):
    gate = grounded(DOCUMENT, MENTIONS, [claim])
    assert gate.passed == ()
    assert sum(gate.refused.values()) == 1


def figure(value, unit, quoted):
    start = SHARES.index(quoted)
    return Figure(
        evidence=(Evidence.of(SHARES, start, start + len(quoted)),),
        indicator=Indicator.EXPORTS,
        label="exports",
        value=value,
        unit=unit,
    )


GREW = "Exports grew by 3% to 4 million euros."
SHARES = f"{GREW} A third went abroad."
SHARES_READ = (
    PercentMention(start=16, end=18, text="3%", value=3),
    MoneyMention(start=22, end=37, text="4 million euros", value=4_000_000, currency="EUR"),
)


@pytest.mark.parametrize(
    ("claim", "passes"),
    [
        pytest.param(figure(4_000_000, "EUR", GREW), 1, id="sum"),
        pytest.param(figure(4_000_000, "USD", GREW), 0, id="usd"),
        pytest.param(figure(3, "percent", "Exports grew by 3%"), 1, id="percent"),
        pytest.param(figure(4, "percent", "Exports grew by 3%"), 0, id="another-percent"),
        pytest.param(figure(33.3, "percent", "A third went abroad."), 1, id="fraction"),
        pytest.param(figure(33.3, "percent", SHARES), 1, id="fraction-beside-figures"),
        pytest.param(
            figure(25, "percent", SHARES),
            0,
            id="another-fraction",
        ),
    ],
)
def test_figures_are_read_again(claim, passes):
    document = Document(id="a", text=SHARES, text_given=True)
    assert len(grounded(document, SHARES_READ, [claim]).passed) == passes


def period(first, last, words="2023"):
    return When(date.fromisoformat(first), date.fromisoformat(last), words)


@pytest.mark.parametrize(
    ("base", "passes"),
    [
        pytest.param(period("2022-01-01", "2022-12-31", "year on year"), 1, id="a-year-before"),
        pytest.param(period("2020-01-01", "2020-12-31", "year on year"), 0, id="three-years"),
        pytest.param(period("2022-01-01", "2022-06-30", "year on year"), 0, id="half-of-it"),
        pytest.param(period("2019-01-01", "2019-12-31", "2019"), 0, id="not-in-the-text"),
    ],
)
def test_what_a_change_is_compared_with_is_read_again(base, passes):
    text = "Exports grew by 3% year on year in 2023."
    mentions = (
        PercentMention(start=16, end=18, text="3%", value=3),
        TimeMention(
            start=35,
            end=39,
            text="2023",
            type="DATE",
            value="2023",
            first=date(2023, 1, 1),
            last=date(2023, 12, 31),
        ),
    )
    claim = Figure(
        evidence=(Evidence.of(text, 0, len(text)),),
        indicator=Indicator.EXPORTS,
        label="exports",
        value=3,
        unit="percent",
        period=period("2023-01-01", "2023-12-31"),
        change=Change(3, "percent", Direction.UP, base),
    )
    document = Document(id="a", text=text, text_given=True)
    assert len(grounded(document, mentions, [claim]).passed) == passes
