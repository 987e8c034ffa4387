"""Words for rules on commitments: all in lower case, but for codes of currencies."""

from communique.vocab.commitment_checks import commitment_words


def test_lists_are_filled_and_in_lower_case():
    for name, words in commitment_words().model_dump().items():
        assert words, name
        assert all(word.islower() or word.isupper() for word in words), name


def test_words_that_make_a_sum_new_are_none_that_make_it_known():
    words = commitment_words()
    assert not words.new & words.known
