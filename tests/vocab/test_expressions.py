"""Regular expressions that the vocabulary lists."""

import pytest

from communique.errors import BadVocabulary
from communique.vocab.expressions import either


def test_any_of_the_expressions_fits_in_any_case():
    pattern = either("x", [r"not? verified", r"^views\b"])
    assert pattern.search("It was NOT verified.")
    assert pattern.search("Views are his own.")
    assert not pattern.search("His views were verified.")


def test_a_broken_expression_is_named_with_its_file_and_field():
    with pytest.raises(BadVocabulary, match=r"^x: edge: '\(' is no regular expression"):
        either("x", ["fine", "("], "edge")
