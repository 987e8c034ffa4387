"""Which words state facts, told from two articles."""

import pytest

from communique.records.stories.alignment import align
from communique.records.stories.articles import article_of
from communique.records.stories.facts import Facts, Touch


def changed(first, second, words):
    """What all runs that differ take out and put in, by sort."""
    one, other = article_of(first), article_of(second)
    facts = Facts(words, one, other)
    out, new = set(), set()
    for run in align(one.keys, other.keys):
        if not run.same:
            gone, came = facts.changed(run)
            out |= {(fact.touch, fact.key) for fact in gone}
            new |= {(fact.touch, fact.key) for fact in came}
    return out, new


@pytest.mark.parametrize(
    ("out", "new", "touch"),
    [
        pytest.param("5", "6", Touch.NUMBER, id="figures"),
        pytest.param("5.1", "5.2", Touch.NUMBER, id="decimals"),
        pytest.param("five", "six", Touch.NUMBER, id="in words"),
        pytest.param("million", "billion", Touch.NUMBER, id="multipliers"),
        pytest.param("2023", "2024", Touch.DATE, id="years"),
        pytest.param("Monday", "Tuesday", Touch.DATE, id="weekdays"),
        pytest.param("May", "June", Touch.DATE, id="months"),
        pytest.param("3.5.2024", "3.6.2024", Touch.DATE, id="whole dates"),
        pytest.param("Oslo", "Bergen", Touch.NAME, id="names"),
        pytest.param("G7", "G20", Touch.NUMBER, id="names with figures count as numbers"),
    ],
)
def test_facts_are_of_a_sort(out, new, touch, words):
    sentence = "They said that {} was what they had in mind."
    gone, came = changed(sentence.format(out), sentence.format(new), words)
    assert gone == {(touch, out.lower())}
    assert came == {(touch, new.lower())}


def test_a_day_beside_a_month_is_a_date(words):
    gone, came = changed("They met on 5 May there.", "They met on 6 May there.", words)
    assert (gone, came) == ({(Touch.DATE, "5")}, {(Touch.DATE, "6")})


def test_the_sign_of_a_currency_counts(words):
    gone, came = changed("It costs $5 only.", "It costs €5 only.", words)
    assert (gone, came) == ({(Touch.NUMBER, "$")}, {(Touch.NUMBER, "€")})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("It was good then.", "It was fine then.", id="common words"),
        pytest.param("Talks went on there.", "Meetings went on there.", id="first word"),
        pytest.param("They may go on now.", "They can go on now.", id="a verb, no month"),
        pytest.param(
            "The Talks of talks here.", "The Walks of walks here.", id="written small, too"
        ),
        pytest.param("The aim of Oslo is it.", "The Oslo's aim is it.", id="what has only moved"),
    ],
)
def test_other_words_are_no_facts(first, second, words):
    assert changed(first, second, words) == (set(), set())


def test_two_capitals_open_a_sentence_with_a_name(words):
    gone, came = changed("Ana Lund went on there.", "Eva Lund went on there.", words)
    assert (gone, came) == ({(Touch.NAME, "ana")}, {(Touch.NAME, "eva")})
