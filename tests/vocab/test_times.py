"""The time vocabulary is read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import BadVocabulary
from communique.mentions.times.reader import TimeReader
from communique.vocab.times import load_times, read_times

WORDS = "- {name: MONTH, comment: names, trigger: true, words: {May: 5}}\n"
RULE = """- id: month
  comment: a month
  pattern: "month:MONTH"
  reading: calendar
  examples:
    - {text: In May., published: 2024-01-01, quote: May, type: DATE, value: 2024-05}
"""


def _folder(tmp_path: Path, words: str = WORDS, rules: str = RULE, macros: str = "[]\n") -> Path:
    for name, content in (("words", words), ("rules", rules)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.yaml").write_text(content, encoding="utf-8")
    (tmp_path / "macros.yaml").write_text(macros, encoding="utf-8")
    return tmp_path


def test_shipped_files_are_read():
    vocabulary = load_times()

    assert {"MONTH", "WEEKDAY", "YEAR_UNIT"} <= {entry.name for entry in vocabulary.classes}
    assert all(rule.examples or rule.near_misses for rule in vocabulary.rules)


def test_small_vocabulary_is_read(tmp_path: Path):
    vocabulary = read_times(_folder(tmp_path))

    assert [rule.id for rule in vocabulary.rules] == ["month"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"words": "- {name: MONTH"}, "not YAML"),
        ({"words": "- {name: month, comment: x, words: {May: 5}}"}, "one.yaml"),
        ({"words": WORDS + WORDS}, "class MONTH"),
        ({"rules": RULE + RULE}, "rule month"),
        ({"rules": RULE.split("  examples")[0]}, "has no example"),
        ({"rules": RULE.replace("reading:", "meaning:")}, "one.yaml"),
    ],
    ids=["yaml", "name", "class-twice", "rule-twice", "no-example", "unknown-key"],
)
def test_bad_files_are_refused(tmp_path: Path, change: dict[str, str], complaint: str):
    with pytest.raises(BadVocabulary, match=complaint):
        read_times(_folder(tmp_path, **change))


@pytest.mark.parametrize(
    ("rules", "macros", "complaint"),
    [
        (RULE.replace("month:MONTH", "month:MOON"), "[]", "names no class MOON"),
        (RULE.replace("month:MONTH", "month:MONTH !"), "[]", "can't read"),
        (RULE.replace("month:MONTH", "(month:MONTH"), "[]", "bad pattern"),
        (RULE.replace("reading: calendar", "reading: lunar"), "[]", "no reading lunar"),
        (
            RULE.replace("month:MONTH", "month:ONE"),
            "- {name: ONE, comment: x, pattern: TWO}\n- {name: TWO, comment: x, pattern: ONE}",
            "macros name each other",
        ),
    ],
    ids=["class", "sign", "bracket", "reading", "circle"],
)
def test_bad_patterns_are_refused(tmp_path: Path, rules: str, macros: str, complaint: str):
    extra = "".join(
        f"- {{name: {name}, comment: x, words: {{}}}}\n"
        for name in ("FUTURE_CUE", "PAST_CUE", "UNTIL", "BE", "BY", "ENDED", "AND", "TO", "THROUGH")
    )
    vocabulary = read_times(_folder(tmp_path, WORDS + extra, rules, macros))

    with pytest.raises(BadVocabulary, match=complaint):
        TimeReader.of(vocabulary)
