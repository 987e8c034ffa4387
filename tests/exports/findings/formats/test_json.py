"""Findings as JSON: every quote with its document, offsets and place."""

import io
import json

from communique.exports.findings.formats.json import write
from reports import TEXT, report


def test_findings_keep_their_shape(snapshot):
    out = io.StringIO()
    write(report(), out)
    assert out.getvalue() == snapshot


def test_quotes_are_slices_of_the_text():
    out = io.StringIO()
    write(report(), out)
    for entry in json.loads(out.getvalue()):
        for quote in entry["quotes"]:
            assert TEXT[quote["start"] : quote["end"]] == quote["exact"]
            line = TEXT.split("\n")[quote["line"] - 1]
            assert line[quote["column"] - 1] == quote["exact"][0]
