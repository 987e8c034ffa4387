"""Rules are run over what they ask for; a faulty one costs nobody else's findings."""

import logging
from datetime import date

import pytest

from communique.checks.rule import DocumentRule, Example
from communique.checks.runner import check_sheet, guarded
from communique.checks.seen import Sheet
from communique.model.finding import Severity
from communique.model.record import DocumentFacts

SHEET = Sheet(DocumentFacts("d", date(2024, 5, 3)), "line", None, "All is well.", (), (), ())


class Sound(DocumentRule):
    """Always says something."""

    code = "TST101"
    name = "sound"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = quiet = Example((), "")

    def check(self, sheet):
        yield self.found("it is", [sheet.quote(0, 3)])


class Faulty(Sound):
    """Says something, then fails."""

    code = "TST102"

    def check(self, sheet):
        yield self.found("it is", [sheet.quote(0, 3)])
        raise ZeroDivisionError("no luck")


def test_a_fault_of_a_rule_is_logged_and_the_others_go_on(caplog):
    rules = (Faulty(None), Sound(None))
    with caplog.at_level(logging.WARNING):
        found = list(check_sheet(rules, SHEET, guarded))
    assert [finding.code for finding in found] == ["TST101"]
    (line,) = caplog.messages
    assert "TST102" in line
    assert "no luck" in line


def test_a_fault_is_no_secret_where_nobody_guards():
    with pytest.raises(ZeroDivisionError):
        list(check_sheet((Faulty(None), Sound(None)), SHEET))
