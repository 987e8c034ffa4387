"""Lists of records: as tables, as JSON, as sheets."""

import csv
import io
import json

import pytest

from communique.claims.shapes import SHAPES
from communique.errors import BadOption

KINDS = [f"{shape.kind}s" for shape in SHAPES]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", ["table", "csv"])
def test_a_list_of_records(shown, snapshot, kind, style):
    assert shown("show", kind, "--format", style) == snapshot


def test_a_list_as_json_holds_whole_records(shown, snapshot):
    told = json.loads(shown("show", "events", "--format", "json"))
    assert [record["id"] for record in told] == ["event.aa12000000", "event.aa11bb22cc"]
    assert told == snapshot


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_has_the_same_columns_whatever_it_holds(shown, kind):
    full = shown("show", kind, "--format", "csv").splitlines()
    empty = shown("show", kind, "--format", "csv", "--until", "1990").splitlines()
    assert len(full) > 1
    assert empty == full[:1]


def test_no_cell_of_a_sheet_is_a_formula(shown):
    rows = list(csv.DictReader(io.StringIO(shown("show", "events", "--format", "csv"))))
    assert "'=HYPERLINK()" in {row["publisher"] for row in rows}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param(["--since", "2024-05"], ["aa12", "aa11"], id="since-as-told"),
        pytest.param(["--until", "2024-04-30"], ["aa12"], id="until"),
        pytest.param(["--since", "2025"], [], id="nothing"),
        pytest.param(["--person", "rahimov"], [], id="person-of-no-event"),
        pytest.param(["--between", "om", "Peru"], ["aa12", "aa11"], id="between"),
        pytest.param(["--between", "OM", "PE", "EU"], [], id="between-three"),
        pytest.param(["--between", "Sultanate of Oman", "PE"], ["aa12", "aa11"], id="other-name"),
        pytest.param(["--limit", "1"], ["aa11"], id="limit"),
    ],
)
def test_events_that_answer(shown, asked, found):
    told = json.loads(shown("show", "events", "--format", "json", *asked))
    assert [record["id"][6:10] for record in told] == found


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        pytest.param(["--since", "soon"], "--since soon: it is no date", id="date"),
        pytest.param(["--until", "2024-13"], "--until 2024-13: it is no date", id="month"),
        pytest.param(["--between", "OM", "Pera"], "did you mean .*Peru", id="side"),
        pytest.param(["--between", "OM", "qqqqq"], "see `communique show parties`", id="unknown"),
        pytest.param(["--between", "OM", "Oman"], "it is named twice", id="twice"),
        pytest.param(["--between", "OM", "--codes"], "two sides or more", id="one-side"),
        pytest.param(["OM"], "no option takes this word", id="stray-word"),
        pytest.param(["--person", "Rahimow"], "did you mean Ali Rahimov", id="person"),
        pytest.param(["--person", "Qqqqq"], "see `communique show persons`", id="nobody"),
    ],
)
def test_what_means_nothing_is_refused(shown, asked, message):
    with pytest.raises(BadOption, match=message):
        shown("show", "events", *asked)


def test_offices_of_a_person(shown):
    told = json.loads(shown("show", "offices", "--person", "ALI", "--format", "json"))
    assert [record["id"] for record in told] == ["office.ea00000000"]


def test_regional_money_stands_apart(shown, snapshot):
    assert shown("show", "commitments", "--between", "Oman", "Peru") == snapshot


def test_an_empty_list_says_so(shown):
    assert shown("show", "events", "--until", "1990") == "no events in this dossier answer"


def test_codes_are_told_on_demand(shown):
    told = shown("show", "events", "--codes")
    assert "event.aa11bb22cc" in told
    assert "[OM]" in told


def test_a_list_goes_to_a_file(shown, tmp_path):
    path = tmp_path / "events.csv"
    assert shown("show", "events", "--format", "csv", "--output", str(path)) == ""
    raw = path.read_bytes()
    # The mark by which spreadsheets know UTF-8.
    assert raw.startswith(b"\xef\xbb\xbfid,kind,")
    assert b"\r\n" in raw


def test_a_file_that_can_not_be_written_is_refused(shown, tmp_path):
    with pytest.raises(BadOption, match="can't be written"):
        shown("show", "events", "--output", str(tmp_path / "nowhere" / "events.txt"))
