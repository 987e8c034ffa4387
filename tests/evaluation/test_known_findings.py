"""The inconsistencies that people found in the shared documents are found, and no others."""

import json

import pytest

from communique.model.finding import Severity
from communique.model.raw import GivenDocument
from communique.pipeline.evaluate.small_dossier import Workbench
from evaluation_data import shared

pytestmark = [pytest.mark.corpus, pytest.mark.model]


@pytest.fixture(scope="module")
def errors():
    """For each news item what is wrong with it as people see it, and as the checks do."""
    found = {}
    with Workbench.opened() as bench:
        for path in sorted(shared("eval/claims/dev").glob("news-*.json")):
            told = json.loads(path.read_text("utf-8"))
            facts = {key: told.get(key) for key in ("title", "published", "publisher", "url")}
            document = GivenDocument(path.name, path.stem, told["text"], **facts)
            findings = bench.findings(bench.extracted([document]))
            known = [entry["exact"] for entry in told.get("known_findings", ())]
            alarms = [f for f in findings if f.severity is Severity.ERROR]
            found[path.stem] = (told["text"], known, alarms)
    return found


def touches(text, exact, finding):
    start = text.index(exact)
    return any(q.start < start + len(exact) and start < q.end for q in finding.quotes)


def test_what_people_found_is_found(errors):
    missed = [
        (name, exact)
        for name, (text, known, alarms) in errors.items()
        for exact in known
        if not any(touches(text, exact, finding) for finding in alarms)
    ]
    assert sum(len(known) for _, known, _ in errors.values()) == 10
    assert missed == []


def test_what_only_looks_inconsistent_is_not_reported(errors):
    false = [
        (name, finding.code, finding.message)
        for name, (text, known, alarms) in errors.items()
        for finding in alarms
        if not any(touches(text, exact, finding) for exact in known)
    ]
    assert false == []
