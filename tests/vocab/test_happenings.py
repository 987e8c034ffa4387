"""Acts and things that several documents tell of."""

from communique.vocab.happenings import apart_words, happening_words


def test_every_act_is_told_once_and_in_lower_case():
    acts = happening_words().acts
    assert len({act.told for act in acts}) == len(acts)
    assert all(word == word.lower() for act in acts for word in act.words)


def test_a_thing_is_of_one_sort():
    words = happening_words()
    sorts = (words.documents, words.works, words.gatherings, words.money)
    assert len({*sum(sorts, ())}) == sum(len({*sort}) for sort in sorts)


def test_words_of_a_part_are_whole_words():
    assert apart_words().search("a second grant")
    assert not apart_words().search("for seconds")


def test_a_month_tells_no_doubt():
    assert "may" not in happening_words().apart
