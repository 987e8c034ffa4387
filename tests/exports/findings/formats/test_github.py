"""Findings as workflow commands: one line each, escaped, silenced ones left out."""

import io

from communique.exports.findings.formats.github import write
from reports import report


def test_findings_keep_their_shape(snapshot):
    out = io.StringIO()
    write(report(), out)
    assert out.getvalue() == snapshot


def test_a_command_is_one_line_and_silence_is_kept():
    out = io.StringIO()
    write(report(), out)
    error, computed = out.getvalue().splitlines()
    assert error.startswith("::error file=d1%2C news%3A wire,line=2,")
    assert error.endswith("::50 %25 of it%0Ais wrong (CAL201:aaaa)")
    assert computed.startswith("::debug::")
