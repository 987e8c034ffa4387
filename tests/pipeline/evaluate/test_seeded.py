"""Seeded cases: their form, and how rules are scored on them."""

from datetime import date

import pytest

from communique.checks.background import Background
from communique.checks.rule import DocumentRule, Example
from communique.errors import BadGold
from communique.model.finding import Severity
from communique.pipeline.evaluate.seeded import evaluate_checks, read_seeded
from communique.pipeline.evaluate.small_dossier import SmallDossiers
from filling import SentenceLoader, knowledge

CASES = """
code: TST101
cases:
  - id: one
    about: the word stands there
    documents:
      - {published: 2024-05-03, publisher: Wire, text: "All is wrong here, wrong indeed."}
    finds:
      - words: "is wrong here"
  - id: two
    about: it does not
    documents:
      - {published: 2024-05-03, text: "All is well."}
    finds: []
  - id: three
    about: it stands there, but the rule looks for it in lower case
    documents:
      - {published: 2024-05-03, text: "It is well. WRONG was it."}
    finds:
      - words: "WRONG"
  - id: four
    about: due only later
    documents:
      - {published: 2024-05-03, text: "It was wrong on a later day."}
    finds: []
"""
OTHER = """
code: TST102
cases:
  - id: five
    about: written for another rule
    documents:
      - {published: 2024-05-03, text: "The sum is wrong."}
    finds: []
  - id: six
    about: written for another rule, and known to concern this one too
    also: [TST101]
    documents:
      - {published: 2024-05-03, text: "The sum is wrong."}
    finds: []
"""


class WordIsWrong(DocumentRule):
    """The word "wrong"."""

    code = "TST101"
    name = "word-is-wrong"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = quiet = Example((), "")

    def check(self, sheet):
        start = sheet.text.find("wrong")
        if start >= 0:
            later = date(2024, 6, 1) if "later" in sheet.text else None
            yield self.found("it is", [sheet.quote(start, start + 5)], since=later)
            yield self.fits("it fits", [sheet.quote(0, 2)])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "TST101.yaml").write_text(CASES)
    (tmp_path / "TST102.yaml").write_text(OTHER)
    return tmp_path


def test_cases_are_read_by_file_and_in_order(folder):
    cases = read_seeded(folder)
    assert [case.id for case in cases] == ["one", "two", "three", "four", "five", "six"]
    assert cases[0].words == ("is wrong here",)
    assert cases[0].today == date(2024, 5, 3)
    assert cases[5].also == {"TST101"}


def test_a_rule_is_scored_on_its_cases_and_its_false_alarms_on_all(folder, tmp_path):
    known = knowledge()
    rules = (WordIsWrong(Background.of(known.vocabulary, known.lore, known.kin)),)
    dossiers = SmallDossiers(knowledge=known, rules=rules, folder=tmp_path)
    first, other = evaluate_checks(read_seeded(folder), SentenceLoader(), dossiers)
    assert (first.code, first.cases, first.found, first.missed) == ("TST101", 4, 1, ("three",))
    assert [alarm.case for alarm in first.false] == ["five"]
    assert (first.precision, first.recall) == (0.5, 0.5)
    assert (other.code, other.precision, other.recall) == ("TST102", None, None)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param('words: "is wrong', 'words: "is not', "is in none of its texts", id="words"),
        pytest.param("id: two", "id: one", "two cases are called one", id="twice"),
        pytest.param("    about: it does not\n", "", "about", id="missing"),
        pytest.param("finds: []", "finds: []\n    more: 1", "no such key more", id="key"),
        pytest.param("code: TST101", "code: [", "holds no seeded cases", id="no-yaml"),
        pytest.param("2024-05-03", "May 2024", "May 2024", id="date"),
    ],
)
def test_a_broken_case_is_refused_in_one_line(tmp_path, old, new, reason):
    (tmp_path / "TST101.yaml").write_text(CASES.replace(old, new, 1))
    with pytest.raises(BadGold, match=reason) as refused:
        read_seeded(tmp_path)
    assert "\n" not in str(refused.value)


def test_a_folder_without_cases_is_refused(tmp_path):
    with pytest.raises(BadGold, match="no seeded cases"):
        read_seeded(tmp_path)
