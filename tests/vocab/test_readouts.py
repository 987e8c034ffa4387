"""Turns by which accounts of meetings tell of requests, promises, agreements and criticism."""

from communique.vocab.readouts import readout_words


def test_lists_are_filled_and_in_lower_case():
    for name, words in readout_words().model_dump().items():
        assert words, name
        assert all(word == word.lower() for word in words), name


def test_steps_are_all_turns():
    words = readout_words()
    assert {"asked", "promised", "agreed", "accused"} <= {*words.steps}
    assert "discussed" not in words.steps
