"""One record with all that stands behind it."""

import json

import pytest

from communique.errors import BadOption

IDS = ["event.aa11bb22cc", "commitment.bb00000000", "instrument.ca00000000", "person.fa00000000"]


@pytest.mark.parametrize("ident", IDS)
def test_a_record_for_people(shown, snapshot, ident):
    assert shown("show", "record", ident) == snapshot


def test_a_record_as_json_has_its_evidence(shown):
    told = json.loads(shown("show", "record", "aa11", "--format", "json"))
    assert [one["publisher"] for one in told["evidence"]] == [
        "Ministry of Foreign Affairs of Oman",
        "The Ports Courier",
    ]
    assert told["evidence"][1]["claim"]["evidence"][0]["exact"] == "Oman met Peru"
    assert [value for value, _ in told["variants"][0]["values"]] == ["Lima", "Cusco"]
    assert told["decisions"] == []


def test_a_record_as_a_sheet_has_a_row_a_quote(shown, snapshot):
    assert shown("show", "record", "aa11", "--format", "csv") == snapshot


@pytest.mark.parametrize(
    ("ident", "message"),
    [
        pytest.param("a", "several records begin so", id="ambiguous"),
        pytest.param("event.0", "no record has this id", id="none"),
        pytest.param("%", "no record has this id", id="wildcard"),
    ],
)
def test_an_id_that_names_no_one_record_is_refused(shown, ident, message):
    with pytest.raises(BadOption, match=message):
        shown("show", "record", ident)
