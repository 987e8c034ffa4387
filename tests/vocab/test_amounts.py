"""The vocabulary of amounts is read and checked."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest

from communique.errors import BadVocabulary
from communique.mentions.amounts.reader import AmountReader
from communique.vocab.amounts import load_amounts, read_amounts
from communique.vocab.grammar import WordClass

VOCABULARY = load_amounts()
# Named in news of the last decades, and no currency, or none any more.
WITHDRAWN_OR_OTHER = {
    "DEM", "FRF", "ITL", "ESP", "NLG", "FIM", "BEF", "IEP", "GRD", "ATS", "PTE", "BTC", "BGN",
}  # fmt: skip
RULE = """- id: number
  comment: a number
  pattern: "low:FIGURE"
  reading: number
  examples:
    - {text: "5 cars", quote: "5", kind: number, value: 5}
"""
FILES = {
    "words/one.yaml": "- {name: BOUND, comment: hedges, words: {over: more_than}}\n",
    "rules/one.yaml": RULE,
    "shared.yaml": "[]\n",
    "macros.yaml": "[]\n",
    "currencies.yaml": '- {code: USD, name: US Dollar, nouns: [dollar], signs: ["$"]}\n',
    "minor_units.yaml": "- {nouns: [cent], parts: 100, of: [USD]}\n",
}


def _folder(tmp_path: Path, **changes: str) -> Path:
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(changes.get(path.parent.name, content), encoding="utf-8")
    return tmp_path


def test_codes_are_of_iso_4217():
    known = {currency.alpha_3 for currency in pycountry.currencies} | WITHDRAWN_OR_OTHER
    assert {currency.code for currency in VOCABULARY.currencies} <= known


def test_parts_are_of_known_currencies():
    codes = {currency.code for currency in VOCABULARY.currencies}
    assert all(code in codes for unit in VOCABULARY.minor_units for code in unit.of)


def test_a_noun_has_one_default():
    nouns = [c.nouns[0] for c in VOCABULARY.currencies if c.default]
    assert sorted(nouns) == sorted(set(nouns))


def test_small_vocabulary_is_read(tmp_path: Path):
    vocabulary = read_amounts(_folder(tmp_path), ())

    assert [rule.id for rule in vocabulary.rules] == ["number"]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"rules": RULE + RULE}, "rule number"),
        ({"rules": RULE.split("  examples")[0]}, "has no example"),
        ({"rules": RULE.replace("kind: number", "kind: car")}, "one.yaml"),
        ({"words": "- {name: BOUND"}, "not YAML"),
    ],
    ids=["rule-twice", "no-example", "unknown-kind", "yaml"],
)
def test_bad_files_are_refused(tmp_path: Path, changes: dict[str, str], complaint: str):
    with pytest.raises(BadVocabulary, match=complaint):
        read_amounts(_folder(tmp_path, **changes), ())


def test_a_shared_class_must_exist(tmp_path: Path):
    folder = _folder(tmp_path)
    shared = "- {name: MONTH, comment: months, of: [MOON]}\n"
    (folder / "shared.yaml").write_text(shared, encoding="utf-8")

    with pytest.raises(BadVocabulary, match="no class MOON"):
        read_amounts(folder, (WordClass(name="MONTH", comment="months", words={"May": 5}),))


def test_an_unknown_reading_is_refused(tmp_path: Path):
    vocabulary = read_amounts(
        _folder(tmp_path, rules=RULE.replace("reading: number", "reading: guess")), ()
    )

    with pytest.raises(BadVocabulary, match="no reading guess"):
        AmountReader.of(vocabulary)
