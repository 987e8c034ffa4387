"""Findings as SARIF 2.1.0."""

import io
import json

import pytest

from communique.exports.findings.formats.sarif import write
from reports import TEXT, report


@pytest.fixture
def run():
    out = io.StringIO()
    write(report(), out)
    log = json.loads(out.getvalue())
    assert log["version"] == "2.1.0"
    (told,) = log["runs"]
    return told


def test_findings_keep_their_shape(run, snapshot):
    run["tool"]["driver"]["semanticVersion"] = "-"
    assert json.dumps(run, indent=1, ensure_ascii=False) == snapshot


def test_results_refer_to_their_rules(run):
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_regions_are_slices_of_the_text(run):
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            region = location["physicalLocation"]["region"]
            start, length = region["charOffset"], region["charLength"]
            assert TEXT[start : start + length] == region["snippet"]["text"]
            line = TEXT.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1] == region["snippet"]["text"][0]


def test_silenced_findings_are_suppressed_and_computed_ones_passed(run):
    error, silenced, computed = run["results"]
    assert "suppressions" not in error
    assert silenced["suppressions"][0]["justification"] == "the wire said: a slip"
    assert (computed["kind"], computed["level"]) == ("pass", "none")


def test_a_document_without_address_is_a_relative_reference(run):
    uris = [
        location["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
        for location in (*result["locations"], *result.get("relatedLocations", ()))
    ]
    assert uris[:2] == ["d1%2C%20news%3A%20wire", "https://example.org/pact"]
