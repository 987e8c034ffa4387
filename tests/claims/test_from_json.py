import json
from datetime import date

import pytest

from communique.claims.from_json import claim_of
from communique.model.claim import Change, When
from communique.model.mention import Bound
from communique.model.plain import plain
from communique.model.terms import Direction
from factory import commitment, day, event, figure


def as_json(claim):
    return json.loads(json.dumps({"kind": claim.kind, **plain(claim)}))


def test_claims_come_back_as_they_went(claim_of_each_kind):
    full = (
        event(title="II Forum", ordinal=2, when=day("2024-01-29"), place="Brussels"),
        figure(
            bound=Bound.ABOUT,
            period=When(None, date(2023, 12, 31), "to 2023"),
            change=Change(3.2, "percent", Direction.UP, day("2022-12-31")),
        ),
    )
    for claim in (*claim_of_each_kind, *full):
        assert claim_of(as_json(claim)) == claim


def money(value):
    return {"value": value, "currency": None}


def may(last):
    return {"first": None, "last": last, "text": "by May"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({"kind": "wish"}, "kind: 'wish' is none of event,", id="kind"),
        pytest.param({"grade": "promised"}, "grade: 'promised' is none of considered", id="term"),
        pytest.param({"grade": None}, "grade: it must not be null", id="null"),
        pytest.param({"by": {}}, "by: it must be a list", id="list"),
        pytest.param({"by": ["Oman"]}, "by.0: it must be an object", id="object"),
        pytest.param({"by": [{"code": "OM"}]}, "by.0.name: it is missing", id="missing"),
        pytest.param({"payer": "Oman"}, "payer: no such slot", id="unknown"),
        pytest.param({"amount": money("5")}, "amount.value: '5' is no int or float", id="number"),
        pytest.param({"amount": money(True)}, "amount.value: True", id="bool"),
        pytest.param({"deadline": may("May")}, "deadline.last: 'May' is no ISO date", id="date"),
        pytest.param({"action": 7}, "action: 7 is no str", id="text"),
    ],
)
def test_what_breaks_the_model_is_told_with_its_place(changes, told):
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the message is compared below
        claim_of({**as_json(commitment()), **changes})
    assert str(error.value).startswith(told)


def test_a_claim_is_an_object():
    with pytest.raises(ValueError, match="must be an object"):
        claim_of(["event"])
