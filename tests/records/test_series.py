from datetime import date

from communique.model.claim import Change, When
from communique.model.mention import Bound
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.terms import Direction, Modality
from communique.records.series import movements, points
from factory import commitment, figure

YEAR = When(date(2023, 1, 1), date(2023, 12, 31), "2023")
NEXT = When(date(2024, 1, 1), date(2024, 12, 31), "2024")


def node(name, story=0, **slots):
    claim = figure(**{"period": YEAR, **slots})
    return Node(ClaimRef(name, "f"), claim, DocumentFacts(name, story=story))


def test_periods_are_points_in_order():
    found = points([node("b", period=NEXT, value=4), node("a", value=3)])
    assert [(point.first, point.readings[0].value) for point in found] == [
        (date(2023, 1, 1), 3),
        (date(2024, 1, 1), 4),
    ]


def test_two_values_of_one_period_stand_beside_each_other():
    (point,) = points([node("a", value=3), node("b", value=3), node("c", value=4)])
    assert [(r.value, r.stories) for r in point.readings] == [(3, 2), (4, 1)]
    assert point.readings[0].claims == (ClaimRef("a", "f"), ClaimRef("b", "f"))


def test_copies_count_as_one_voice():
    (point,) = points([node("a", story=7), node("b", story=7)])
    assert point.readings[0].stories == 1


def test_compilers_have_points_of_their_own():
    found = points([node("a"), node("b", attributed_to="the Customs Service"),
                    node("c", attributed_to="customs service")])  # fmt: skip
    assert [point.compiler for point in found] == [None, "customs service"]


def test_forecasts_are_no_values():
    found = points([node("a"), node("b", modality=Modality.PLANNED)])
    assert [point.forecast for point in found] == [False, True]


def test_what_is_denied_is_no_value():
    assert points([node("a", modality=Modality.DENIED)]) == ()


def test_bounds_make_another_reading():
    (point,) = points([node("a"), node("b", bound=Bound.ABOUT)])
    assert len(point.readings) == 2


def test_points_without_a_period_come_last():
    found = points([node("a", period=None), node("b")])
    assert [point.first for point in found] == [date(2023, 1, 1), None]


def test_movements_have_signs_and_bases():
    down = Change(5, "percent", Direction.DOWN, base=YEAR)
    (moved,) = movements([node("a", period=NEXT, change=down), node("b")])
    assert (moved.value, moved.unit, moved.base_first) == (-5, "percent", date(2023, 1, 1))


def test_the_order_of_claims_does_not_matter():
    nodes = [node("a", value=3), node("b", value=4), node("c", value=4, period=NEXT)]
    assert points(nodes) == points(reversed(nodes))
    assert movements(nodes) == movements(reversed(nodes))


def test_other_claims_have_no_points():
    assert points([Node(ClaimRef("a", "c"), commitment(), DocumentFacts("a"))]) == ()
