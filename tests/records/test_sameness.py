"""Which values of a slot tell the same, and which tells more."""

from datetime import date

import pytest

from communique.model.claim import Amount, Party, Person, Quantity, When
from communique.model.mention import Bound
from communique.model.terms import EventMode, Finance
from communique.records.sameness import Fit, sense_of


def when(first, last=None):
    ends = (None if d is None else date.fromisoformat(d) for d in (first, last or first))
    return When(*ends, "said so")


def by(last):
    return When(None, date.fromisoformat(last), f"by {last}")


def eur(value, bound=None):
    return Amount(value, "EUR", bound)


def fit(kin, one, other):
    sense = sense_of(one)
    keys = sense.key(one, kin), sense.key(other, kin)
    if keys[0] == keys[1]:
        return Fit.SAME
    return Fit.APART if sense.fit is None else sense.fit(*keys)


FINER = [
    pytest.param(when("2023-06-02"), when("2023-06-01", "2023-06-30"), id="day-of-month"),
    pytest.param(when("2028-06-01"), by("2028-12-31"), id="day-before-a-deadline"),
    pytest.param(eur(18_470_000_000), eur(18_500_000_000), id="rounded"),
    pytest.param(eur(18_500_000_000), eur(18_000_000_000, Bound.MORE_THAN), id="more-than"),
    pytest.param(eur(9_700_000), eur(10_000_000, Bound.LESS_THAN), id="less-than"),
    pytest.param(eur(9_700_000), eur(10_000_000, Bound.ABOUT), id="about"),
    pytest.param(18.47, 18.5, id="number"),
    pytest.param("Framework Agreement on Ports", "Framework Agreement", id="fuller-name"),
    pytest.param("Lima, Peru", "Lima", id="place-with-state"),
    pytest.param(Person("Ana Quispe"), Person("Quispe"), id="fuller-name-of-a-person"),
    pytest.param(EventMode.SUMMIT, EventMode.MEETING, id="form-of-a-meeting"),
]
SAME = [
    pytest.param(when("2023-06-02"), When(date(2023, 6, 2), date(2023, 6, 2), "today"), id="words"),
    pytest.param(eur(10), eur(10, Bound.AT_LEAST), id="hedge-left-out"),
    pytest.param("roadmap of 79 points", "Peru–Oman roadmap", id="names-in-other-words"),
    pytest.param("the Coal Treaty", "Coal treaty", id="case-and-article"),
    pytest.param(Person("Murat Nurtleu"), Person("Murat Nurtileu"), id="spellings"),
    pytest.param(Quantity(4, "trains"), Quantity(4.0, "Trains"), id="unit-in-capitals"),
    pytest.param((Party("European Union"),), (Party("European Commission"),), id="sides"),
    pytest.param(Party("Mazhilis"), Party("Kazakhstan"), id="side"),
]
APART = [
    pytest.param(when("2023-06-02"), when("2023-06-03"), id="days"),
    pytest.param(when("2023-06-01", "2023-06-03"), when("2023-06-02", "2023-06-04"), id="overlap"),
    pytest.param(by("2028-12-31"), by("2030-12-31"), id="deadlines"),
    pytest.param(eur(820_000_000), eur(802_000_000), id="turned-digits"),
    pytest.param(eur(10_000_000), eur(9_700_000), id="round-number-without-hedge"),
    pytest.param(eur(10), Amount(10, "USD"), id="currencies"),
    pytest.param(Quantity(4, "trains"), Quantity(4, "ships"), id="units"),
    pytest.param("Coal Treaty", "Fisheries Protocol", id="names"),
    pytest.param(Person("Ana Quispe"), Person("Luis Moser"), id="persons"),
    pytest.param((Party("Oman"),), (Party("Oman"), Party("Peru")), id="who-pays"),
    pytest.param(Finance.LOAN, Finance.GRANT, id="terms"),
    pytest.param(EventMode.CALL, EventMode.MEETING, id="a-call-is-no-meeting"),
]


@pytest.mark.parametrize(("one", "other"), FINER)
def test_one_value_tells_the_other_more_precisely(kin, one, other):
    assert fit(kin, one, other) is Fit.FINER
    assert fit(kin, other, one) is Fit.COARSER


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_values_tell_the_same(kin, one, other):
    assert fit(kin, one, other) is Fit.SAME
    assert fit(kin, other, one) is Fit.SAME


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_values_disagree(kin, one, other):
    assert fit(kin, one, other) is Fit.APART
    assert fit(kin, other, one) is Fit.APART
