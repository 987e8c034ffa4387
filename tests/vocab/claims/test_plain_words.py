from enum import StrEnum
from importlib.resources import files

import pytest
import yaml
from pydantic import ValidationError

from communique.claims.shapes import SHAPES
from communique.model import terms
from communique.model.mention import Bound
from communique.vocab.claims.plain_words import PlainWords, list_name, load_plain_words

LISTS = [
    kind
    for kind in vars(terms).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
] + [Bound]


@pytest.fixture(scope="module")
def words():
    return load_plain_words()


@pytest.mark.parametrize("terms_of", LISTS, ids=lambda kind: kind.__name__)
def test_every_term_has_words_of_its_own(words, terms_of):
    told = [words.of(term) for term in terms_of]
    assert all(told)
    assert len(set(told)) == len(told)
    assert not any("_" in text or text.isupper() for text in told)


def test_every_kind_is_counted(words):
    assert set(words.kinds) == {shape.kind for shape in SHAPES}
    assert [words.kinds["office"].told(n) for n in (1, 2)] == ["1 office", "2 offices"]


def test_the_schema_has_every_list_of_terms_and_no_other():
    assert set(PlainWords.model_fields) == {list_name(kind) for kind in LISTS} | {"kinds"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda told: told["grade"].pop("agreed"), id="missing"),
        pytest.param(lambda told: told["grade"].update(vowed="vowed"), id="unknown"),
        pytest.param(lambda told: told.update(mood={}), id="other-list"),
    ],
)
def test_a_file_that_lacks_a_term_or_has_another_is_refused(change):
    path = files("communique.vocab") / "data/claims/plain_words.yaml"
    told = yaml.safe_load(path.read_text("utf-8"))
    PlainWords.model_validate(told)
    change(told)
    with pytest.raises(ValidationError):
        PlainWords.model_validate(told)
