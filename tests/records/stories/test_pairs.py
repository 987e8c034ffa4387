"""One story or not: what editors do to a text, and what only looks like it."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records.stories.pairs import (
    DAYS,
    Ground,
    compare,
    least_of_reprint,
    worth_comparing,
)
from communique.records.stories.sketch import least_shared, overlap, sketch
from communique.vocab.facts import load_fact_words
from releases import (
    BACKGROUND,
    CLOSE,
    DAY,
    LEAD,
    MONEY,
    PARAGRAPHS,
    QUOTE,
    RELEASE,
    STUDY,
    TRADE,
    form,
    version,
)

WORDS = load_fact_words()
LATER = DAY + timedelta(days=2)
MUCH_LATER = DAY + timedelta(days=365)

KENYA = form("Kenya", "floods", "4 May 2024", "Amina Odhiambo")


def ground(first, second, one_day=DAY, other_day=DAY):
    one, other = version(first, one_day), version(second, other_day)
    found = compare(one, other, WORDS)
    assert found.ground == compare(other, one, WORDS).ground
    sketches = sketch(one.article), sketch(other.article)
    shared = overlap(*sketches)
    if found.ground is not None:
        # Whatever is one story is found to be worth comparing.
        assert worth_comparing(shared, one_day, other_day)
        far = one_day and other_day and abs(one_day - other_day) > timedelta(days=DAYS)
        least = least_of_reprint if far else least_shared
        assert shared.shared >= max(map(least, sketches))
    return found.ground


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param(RELEASE.replace("45 million", "54 million"), id="a figure is changed"),
        pytest.param(RELEASE.replace("13 May", "14 May"), id="a date is changed"),
        pytest.param(RELEASE.replace("Al Harthy", "Al Harthi"), id="a name is mended"),
        pytest.param(f"Ports sign up for a new line\n\n{RELEASE}", id="another headline"),
        pytest.param(f"MUSCAT, 14 May (Gulf Wire). {RELEASE}", id="an agency's dateline"),
        pytest.param(f"{RELEASE}\n\nSource: Gulf Wire, Muscat", id="a source below"),
        pytest.param(RELEASE.replace(MONEY, f"{MONEY}\n\n{BACKGROUND}"), id="a paragraph put in"),
        pytest.param(RELEASE.replace(QUOTE + "\n\n", ""), id="a paragraph taken out"),
        pytest.param("\n\n".join((*PARAGRAPHS[:4], BACKGROUND)), id="cut, and a paragraph put on"),
        pytest.param(RELEASE.upper(), id="in capitals"),
        pytest.param(
            RELEASE.replace("per cent", "percent").replace("bilateral cooperation", "their ties"),
            id="a desk's wording",
        ),
    ],
)
def test_light_edits_are_one_story(edited):
    assert ground(RELEASE, edited) in {Ground.EDIT, Ground.TEXT}
    assert ground(RELEASE, edited, DAY, LATER) is not None


@pytest.mark.parametrize(
    "kept", [pytest.param(number, id=f"{number} paragraphs") for number in (2, 3, 4, 5)]
)
def test_a_text_cut_at_the_end_is_one_story(kept):
    cut = "\n\n".join(PARAGRAPHS[:kept])
    assert ground(RELEASE, cut, DAY, LATER) in {Ground.CUT, Ground.EDIT}


def test_a_brief_with_another_headline_is_one_story():
    brief = f"A line from Salalah to Callao is agreed\n\n{LEAD}\n\n{MONEY}"
    assert ground(RELEASE, brief, DAY, LATER) is Ground.CUT


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            f"{LEAD}\n\n{QUOTE}\n\n{TRADE}",
            "Shipping between the Gulf and the Pacific coast of South America has been left to "
            "others for decades. That is to change, says the man who runs the ports of Oman.\n\n"
            f"{QUOTE}\n\nWhether carriers share his hopes is another matter: several of them "
            "declined to comment, and one called the plan brave. Freight rates have fallen by a "
            "third since the beginning of the year, and ships are laid up in half the harbours.",
            id="two reports quote the same words",
        ),
        pytest.param(
            KENYA, form("Peru", "earthquake", "6 May 2024", "Luis Mamani"), id="a form filled twice"
        ),
        pytest.param(
            KENYA,
            KENYA.replace("Kenya", "Ghana"),
            id="for another state alone",
        ),
        pytest.param(
            RELEASE.replace("Oman", "Qatar").replace("Muscat", "Doha"),
            RELEASE,
            id="another subject",
        ),
        pytest.param(
            KENYA,
            KENYA.replace("4 May", "5 May").replace("by telephone", "by letter now"),
            id="for another day, in a form that was touched up",
        ),
        pytest.param(LEAD, MONEY, id="other words"),
        pytest.param("See the attached letter.", "See the attached report.", id="too short"),
        pytest.param("", RELEASE, id="no words"),
    ],
)
def test_what_only_looks_alike_is_not(first, second):
    assert ground(first, second, DAY, LATER) is None


def test_a_compilation_is_no_version_of_what_it_quotes():
    other, third = KENYA, form("Peru", "earthquake", "6 May 2024", "Luis Mamani")
    review = f"The week in short\n\n{other}\n\n{RELEASE}\n\n{third}"
    assert ground(review, other, DAY, LATER) is None
    assert ground(review, RELEASE, DAY, LATER) is None
    assert ground(review, third, DAY, LATER) is None


@pytest.mark.parametrize("share", [n / 20 for n in range(1, 20)])
def test_two_texts_one_after_the_other_are_never_joined(share):
    first, second = filler("a", int(1000 * share)), filler("b", 1000 - int(1000 * share))
    both = f"{first}\n\n{second}"
    assert None in {ground(both, first), ground(both, second)}


def filler(word, number):
    return " ".join(f"{word}{n}x" for n in range(number))


def test_the_issue_of_the_next_year_is_no_version():
    told = RELEASE.replace("2024", "2025").replace("45 million", "47 million")
    assert ground(RELEASE, told, DAY, MUCH_LATER) is None
    assert ground(RELEASE, RELEASE.replace("2024", "2025"), DAY, MUCH_LATER) is None


def test_a_reprint_after_years_is_one_story():
    reprint = RELEASE.replace("the container yard", "container yard")
    assert ground(RELEASE, reprint, DAY, MUCH_LATER) is Ground.EDIT
    assert ground(KENYA[:250], KENYA[:240], DAY, MUCH_LATER) is None


def test_a_day_that_is_not_known_is_near():
    assert ground(RELEASE, RELEASE.replace("45 million", "54 million"), None, DAY) is Ground.EDIT
    assert ground(RELEASE, RELEASE.replace("2024", "2025"), None, DAY) is None


@pytest.mark.parametrize("second", ["", "Quite another text.", RELEASE])
def test_one_address_is_one_story(second):
    one, other = version(RELEASE, address="https://example.org/1"), version(second, MUCH_LATER)
    assert compare(one, other, WORDS).ground in {None, Ground.TEXT}
    again = version(second, MUCH_LATER, "https://example.org/1")
    assert compare(one, again, WORDS).ground is Ground.ADDRESS


@pytest.mark.parametrize("text", ["…", "See the attached letter.", RELEASE])
def test_one_text_is_one_story(text):
    assert compare(version(text), version(text, MUCH_LATER), WORDS).ground is Ground.TEXT


def test_what_is_shared_is_told():
    found = compare(version(RELEASE), version(f"{LEAD}\n\n{MONEY}"), WORDS)
    assert found.containment == 1
    assert found.cover == pytest.approx(len(f"{LEAD}{MONEY}") / len(RELEASE), abs=0.05)
    assert (found.rewritten, found.gaps) == (0, 0)


EDITS = st.lists(
    st.sampled_from(
        [
            (CLOSE, ""),
            (STUDY, ""),
            ("45 million", "54 million"),
            ("Copper concentrate", "Copper"),
            ("18 per cent", "18%"),
            (TRADE, f"{TRADE}\n\n{BACKGROUND}"),
        ]
    ),
    max_size=3,
    unique=True,
)


@settings(max_examples=60)
@given(EDITS, EDITS)
def test_versions_of_one_text_are_one_story_whatever_was_done_to_each(mine, theirs):
    texts = []
    for edits in (mine, theirs):
        text = RELEASE
        for old, new in edits:
            text = text.replace(old, new, 1)
        texts.append(text)
    assert ground(*texts) is not None
