"""Gaps of a form: other facts between the same words."""

import pytest

from communique.records.stories.alignment import align
from communique.records.stories.facts import Facts
from communique.records.stories.forms import form_of
from releases import PARAGRAPHS, RELEASE, form, version

KENYA = form("Kenya", "floods", "4 May 2024", "Amina Odhiambo")


def found(first, second, words):
    one, other = version(first).article, version(second).article
    return form_of(align(one.keys, other.keys), Facts(words, one, other))


def filled(first, second, words, may_mend_dates=True):
    shared = min(len(version(first).article), len(version(second).article))
    return found(first, second, words).is_filled(shared, may_mend_dates)


def test_the_same_change_at_several_places_is_one_gap(words):
    assert len(found(KENYA, KENYA.replace("Kenya", "Ghana"), words).gaps) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Odhiambo", "Odiambo", id="a letter of a name"),
        pytest.param("Amina Odhiambo", "Ms Amina Odhiambo", id="a courtesy title"),
        pytest.param("approved", "has approved", id="wording"),
        pytest.param("Residents can", "Everybody there can", id="wording of a sentence"),
    ],
)
def test_a_mere_edit_leaves_no_gap(old, new, words):
    assert found(KENYA, KENYA.replace(old, new), words).gaps == frozenset()


def test_iran_is_not_iraq(words):
    iran = form("Iran", "floods", "4 May 2024", "Amina Odhiambo")
    assert filled(iran, iran.replace("Iran", "Iraq"), words)


def test_one_number_may_differ(words):
    assert not filled(RELEASE, RELEASE.replace("45 million", "54 million"), words)


def test_three_numbers_may_not(words):
    told = RELEASE.replace("45 million", "54 million").replace("36 hours", "24 hours")
    assert filled(RELEASE, told.replace("312 million", "402 million"), words)


def test_another_date_counts_in_texts_of_different_days(words):
    told = RELEASE.replace("13 May", "15 May")
    assert not filled(RELEASE, told, words)
    assert filled(RELEASE, told, words, may_mend_dates=False)


def test_a_name_all_over_a_long_text_is_its_subject(words):
    rest = "\n\n".join(
        f"Part {n}. They went on to say that nothing had been left out of plan {n}, in whatever "
        "way one looks at it, and that whoever reads it will find the same again and again."
        for n in range(80)
    )
    told = f"{RELEASE}\n\n{rest}\n\n{RELEASE}"
    assert filled(told, told.replace("Peru", "Chile"), words)
    assert not filled(told, told.replace("Rosa", "Ana"), words)


def test_a_phrase_that_stands_for_another_twice_is_its_subject(words):
    text = "\n\n".join((*PARAGRAPHS, "It concerns makers of solar panels.", *PARAGRAPHS[:2]))
    text += "\n\nAs said, makers of solar panels are meant, and nobody else is."
    other = text.replace("makers of solar panels", "owners of large lorries")
    assert found(text, other, words).gaps == frozenset()
    assert filled(text, other, words)
