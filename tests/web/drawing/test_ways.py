"""Lines of the map: the shortest way over the globe, not across the edge of the picture."""

import re

import pytest

from communique.web.drawing.ways import Line, arcs_of, great_circle
from communique.web.drawing.world import view_of

LIMA, MUSCAT, TOKYO, BERLIN = (-77.0, -12.0), (58.4, 23.6), (139.7, 35.7), (13.4, 52.5)


def line(start, end, number=1):
    return Line("a line", "flight", start, end, number, "#way-1")


def test_it_begins_and_ends_at_its_places():
    way = list(great_circle(BERLIN, TOKYO))
    assert way[0] == pytest.approx(BERLIN)
    assert way[-1] == pytest.approx(TOKYO)


def test_the_shortest_way_from_berlin_to_tokyo_leads_over_the_north():
    assert max(latitude for _, latitude in great_circle(BERLIN, TOKYO)) > 65


@pytest.mark.parametrize("end", [LIMA, (103.0, 12.0)])
def test_the_same_place_and_the_opposite_one_have_no_shortest_way(end):
    assert list(great_circle(LIMA, end)) == [LIMA, end]


def test_a_line_round_the_edge_is_drawn_in_two_pieces():
    (arc,) = arcs_of([line(TOKYO, (-122.4, 37.8))], view_of([]))
    assert arc.path.count("M") == 2
    (arc,) = arcs_of([line(BERLIN, MUSCAT)], view_of([]))
    assert arc.path.count("M") == 1


def test_what_is_told_more_often_is_wider():
    often, seldom = arcs_of([line(BERLIN, MUSCAT, 9), line(LIMA, MUSCAT)], view_of([]))
    assert often.width > seldom.width


def test_what_lies_outside_the_picture_is_not_drawn():
    assert arcs_of([line(LIMA, (-79.0, -8.0))], view_of([BERLIN])) == ()


def test_all_numbers_are_finite():
    (arc,) = arcs_of([line((0.0, 80.0), (180.0, 80.0))], view_of([]))
    assert all(abs(float(n)) < 10_000 for n in re.findall(r"-?[\d.]+", arc.path))
