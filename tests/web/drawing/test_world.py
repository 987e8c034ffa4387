"""The projection and the part of the world that is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.web.drawing.sites import Site, circles_of
from communique.web.drawing.world import WIDTH, Ring, load_outline, projected, view_of

longitudes, latitudes = st.floats(-180, 179.9), st.floats(-55, 75)


@pytest.mark.parametrize(
    ("position", "x", "y"),
    # The ends of the equator and of the middle, as the authors' formula gives them.
    [((0, 0), 0, 0), ((180, 0), 2.7066, 0), ((0, 90), 0, 1.3173), ((-180, 0), -2.7066, 0)],
)
def test_equal_earth(position, x, y):
    assert projected(*position) == pytest.approx((x, y), abs=0.001)


@given(st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=8))
def test_all_places_lie_in_the_picture(places):
    view = view_of(places)
    for place in places:
        x, y = view.at(*place)
        assert -1 <= x <= WIDTH + 1
        assert -1 <= y <= view.height + 1


def test_a_region_across_the_date_line_stays_whole():
    view = view_of([(178.0, -18.0), (-172.0, -14.0)])
    fiji, samoa = view.at(178.0, -18.0), view.at(-172.0, -14.0)
    assert 0 < samoa[0] - fiji[0] < WIDTH


def test_outlines_far_away_are_left_out():
    rings = load_outline()
    assert len(view_of([(71.0, 51.0)]).path(rings)) < len(view_of([]).path(rings)) / 2


def test_an_outline_is_drawn_where_places_lie():
    corners = [(60.0, 40.0), (80.0, 40.0), (80.0, 55.0)]
    view = view_of(corners)
    drawn = [float(told) for told in view.path([Ring.of(corners)])[1:-1].split()]
    assert drawn == pytest.approx([side for corner in corners for side in view.at(*corner)], abs=1)


def test_an_outline_across_the_date_line_is_not_torn():
    corners = [(177.0, -16.0), (-179.0, -16.0), (-179.0, -19.0), (177.0, -19.0)]
    ring, view = Ring.of(corners), view_of([(178.0, -18.0), (-172.0, -14.0)])
    assert (ring.west, ring.east) == (0.0, 4.0)
    across = [float(told) for told in view.path([ring])[1:-1].split()[::2]]
    assert max(across) - min(across) < WIDTH / 4


def test_names_do_not_cover_one_another():
    sites = [Site(f"Town {n}", 71.0 + n / 100, 51.0, 10 - n, "#") for n in range(6)]
    circles = circles_of(sites, view_of([(71.0, 51.0)]))
    labels = [circle for circle in circles if circle.label]
    assert len(circles) == 6
    assert {circle.anchor for circle in labels} <= {"start", "end"}
    assert len(labels) == 2
