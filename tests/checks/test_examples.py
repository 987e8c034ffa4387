"""Every rule fires on its example, and keeps quiet on its near miss."""

import pytest

from communique.checks.registry import RULES
from communique.model.finding import Severity
from communique.pipeline.evaluate.small_dossier import given_by

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def findings_of(workbench):
    def found(rule, example):
        extracted = workbench.extracted(given_by(example, rule.name))
        told = workbench.findings(extracted)
        return [f for f in told if f.code == rule.code and f.severity is not Severity.COMPUTED]

    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_of_a_rule_fires(rule, findings_of):
    assert findings_of(rule, rule.fires), rule.fires.why


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_near_miss_of_a_rule_keeps_it_quiet(rule, findings_of):
    assert not findings_of(rule, rule.quiet), rule.quiet.why
