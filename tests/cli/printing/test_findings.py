"""Findings for people: the quotes underlined, whatever the width."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cli.printing.findings import counted, rows, told, told_all
from communique.model.finding import Severity
from reports import cited, quoted, report


def test_findings_keep_their_shape(snapshot):
    assert told_all(report(), 60).plain == snapshot


def test_the_quote_is_underlined():
    lines = told(report().findings[0], report(), 100).plain.splitlines()
    text, marks = lines[3], lines[4]
    assert text[marks.index("^") : marks.rindex("^") + 1] == "Thursday, 1 July 2024"


def test_wide_characters_are_underlined_to_their_width():
    text = "大統領 said that 50 億円 would be paid."
    row = next(rows(cited(text=text), quoted("50 億円", text), 80))
    assert (row.before, row.length) == (len("大統領 said that ") + 3, len("50 億円") + 2)


def test_control_characters_never_reach_the_terminal():
    text = "It was \x1b[31mThursday, 1 July 2024."
    row = next(rows(cited(text=text), quoted("Thursday", text), 80))
    assert "\x1b" not in row.text


@given(
    st.lists(st.text("ab é", min_size=1, max_size=12), min_size=1, max_size=30),
    st.integers(20, 60),
    st.data(),
)
def test_what_is_underlined_is_the_quote(words, width, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quoted(text[start:end], text)
    marked = [
        row.text[row.before : row.before + row.length]
        for row in rows(cited(text=text), quote, width)
    ]
    assert "".join("".join(marked).split()) == "".join(quote.exact.split())


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        ([], "no findings"),
        ([Severity.COMPUTED], "no findings"),
        ([Severity.ERROR], "1 error"),
        ([Severity.NOTE, Severity.ERROR, Severity.NOTE], "1 error, 2 notes"),
    ],
)
def test_counts_are_told_in_words(severities, line):
    assert counted(severities) == line


def test_a_long_line_is_cut_around_the_quote():
    text = "before " * 40 + "Thursday, 1 July 2024" + " after" * 40
    row = next(rows(cited(text=text), quoted("Thursday, 1 July 2024", text), 80))
    assert re.fullmatch(r"… .*Thursday, 1 July 2024.* …", row.text)
