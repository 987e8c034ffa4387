"""Lists have columns where there is room, and lines where there is none."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from communique.cli.printing.rows import Measures, Rows, shared_out

LIST = Rows(
    "Events",
    ("when", "what", "told by", "voices", "id"),
    (("2 May 2024", "a meeting of ministers in Lima", "Oman", "12", "abcd"),),
)


def printed(view, width):
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False).print(view)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


@pytest.mark.parametrize("width", [30, 60, 120])
def test_a_list(snapshot, width):
    assert printed(LIST, width) == snapshot


@pytest.mark.parametrize("width", range(20, 130, 5))
def test_nothing_is_cut(width):
    told = printed(LIST, width)
    assert "abcd" in told
    for word in ("meeting", "ministers", "Lima", "Oman", "12"):
        assert word in told


def test_columns_that_nobody_fills_are_left_out():
    assert Rows("x", ("a", "b"), (("1", ""), ("2", ""))).filled().columns == ["a"]


def test_control_characters_are_made_visible():
    assert "\x1b" not in printed(Rows("x", ("what",), (("\x1b[31mred",),)), 80)


@given(
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 90), st.integers(0, 30)), min_size=1),
    st.integers(0, 300),
)
def test_room_is_shared_out_and_never_overdrawn(told, room):
    columns = [Measures(least, least + more, least + min(more, wish)) for least, more, wish in told]
    widths = shared_out(columns, room)
    if widths is None:
        assert sum(column.least for column in columns) > room
    else:
        assert sum(widths) <= room
        assert all(c.least <= w <= c.most for c, w in zip(columns, widths, strict=True))
