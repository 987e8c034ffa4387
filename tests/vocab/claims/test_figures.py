from communique.model.terms import Indicator
from communique.vocab.claims.figures import load_figure_words

WORDS = load_figure_words()


def test_each_indicator_but_the_last_resort_has_words():
    told = {entry.indicator for entry in WORDS.indicators} | {Indicator.TRADE_SHARE}
    assert told == set(Indicator) - {Indicator.OTHER}


def test_no_noun_names_two_indicators():
    heads = [head for entry in WORDS.indicators for head in entry.heads]
    assert len(heads) == len(set(heads))


def test_words_are_lower_case_dictionary_forms():
    moves, counts = WORDS.movements, WORDS.counts
    lists = [*moves.model_dump().values(), *counts.model_dump().values()]
    words = [word for listed in lists for word in listed]
    assert all(word == word.lower() for word in words)


def test_a_verb_moves_one_way():
    assert not WORDS.movements.rise & WORDS.movements.fall
    assert not WORDS.movements.rises & WORDS.movements.falls
    assert not WORDS.movements.up & WORDS.movements.down


def test_words_that_are_a_change_by_themselves_move_the_way_they_say():
    moves = WORDS.movements
    for word, multiple in moves.multiples.items():
        ways = moves.rise | moves.rises if multiple.way == "up" else moves.fall | moves.falls
        assert word in ways, word


def test_what_counts_as_delivered_is_given():
    assert {"train", "deliver"} <= WORDS.counts.delivering & WORDS.counts.giving
