from datetime import date

import pytest

from communique.claims.grounding import grounded
from communique.claims.slots.commitment import Commitment
from communique.model.claim import Amount, Evidence, When
from communique.model.document import Document, Region, RegionKind
from communique.model.mention import MoneyMention, TimeMention
from communique.model.span import Span
from communique.model.terms import Grade

TEXT = "Oman will give 5 million euros by 2030. Sign up for our newsletter."
DOCUMENT = Document(
    id="a",
    text=TEXT,
    text_given=True,
    regions=(Region(RegionKind.FURNITURE, Span(40, len(TEXT))),),
)
MENTIONS = (
    MoneyMention(start=15, end=30, text="5 million euros", value=5_000_000, currency="EUR"),
    TimeMention(start=34, end=38, text="2030", type="DATE", value="2030"),
)


def promise(start=0, end=39, exact=None, amount=5_000_000, deadline="2030"):
    exact = TEXT[start:end] if exact is None else exact
    return Commitment(
        evidence=(Evidence(start, end, exact),),
        action="give 5 million euros",
        amount=Amount(amount, "EUR"),
        grade=Grade.PLEDGED,
        deadline=When(None, date(2030, 12, 31), deadline),
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
        promise(deadline="2031"),
    ],
    ids=["words", "furniture", "sum", "date"],
)
def test_what_it_does_not_is_refused_and_counted(claim):
    gate = grounded(DOCUMENT, MENTIONS, [claim])
    assert gate.passed == ()
    assert sum(gate.refused.values()) == 1
