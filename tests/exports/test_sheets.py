"""Sheets open in a spreadsheet and hold no formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.exports.sheets import write_sheet


def written(*cells):
    out = io.StringIO(newline="")
    write_sheet(out, ["a"] * len(cells), [cells])
    return out.getvalue()


def read(text):
    return next(row for n, row in enumerate(csv.reader(io.StringIO(text, newline=""))) if n == 1)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM", "'@SUM", id="at"),
        pytest.param(" =1", "' =1", id="blank-before"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("＝1", "'＝1", id="full-width"),
        pytest.param("a=1", "a=1", id="inside"),
        pytest.param(-5, "-5", id="number"),
        pytest.param(2.5, "2.5", id="fraction"),
        pytest.param(date(2024, 5, 1), "2024-05-01", id="day"),
        pytest.param(None, "", id="nothing"),
        pytest.param('say "no", twice', 'say "no", twice', id="quotes-and-commas"),
        pytest.param("two\nlines", "two\nlines", id="lines"),
        pytest.param("\ud800\0", "?\ufffd", id="what-files-refuse"),
    ],
)
def test_a_cell(cell, told):
    assert read(written(cell)) == [told]


def test_lines_end_as_the_format_wants():
    assert written("x", 1) == "a,a\r\nx,1\r\n"


@given(st.text())
def test_any_text_comes_back_but_for_the_apostrophe(text):
    (cell,) = (
        read(
            written(
                f"x{text}",
            )
        )
        if text
        else ("x",)
    )
    told = f"x{text}".replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    assert cell == told
