import pytest

from communique.claims.attribution import attributed_to

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that exports rose.", "ministry"),
        ("According to the ministry, exports rose.", "ministry"),
        ("Minister Elena Kovacs said that exports rose.", "Elena Kovacs"),
        ("As the ministry noted, exports rose.", "ministry"),
        ("Exports rose by 5 million tonnes per year.", None),
        ("Exports rose in March.", None),
        ("We said that exports rose.", None),
    ],
)
def test_who_says_so(read, text, expected):
    reading = read(text)
    index = next(i for i in range(len(reading.tree)) if reading.tree[i].text == "rose")
    assert attributed_to(reading, index) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A post is told by the name of its holder, a pronoun by whom it means.
        ("The director of the bank, Elena Kovacs, said that exports rose.", "Elena Kovacs"),
        ("Elena Kovacs spoke first. She said that exports rose.", "Elena Kovacs"),
        ("Exports rose in May, as stated by Elena Kovacs.", "Elena Kovacs"),
        # Direct speech: told beside it, before it, or in the sentence after.
        ('"Last year exports rose in all regions," Elena Kovacs said.', "Elena Kovacs"),
        (
            'Elena Kovacs said the year was good. "In May alone exports rose by a tenth."',
            "Elena Kovacs",
        ),
        ('The so-called "growth plan" came late, but exports rose.', None),
        ("You may remember that exports rose.", None),
    ],
)
def test_by_whom_it_is_told(read, text, expected):
    reading = read(text)
    index = next(i for i in range(len(reading.tree)) if reading.tree[i].text == "rose")
    assert attributed_to(reading, index) == expected


def _rose(read, text):
    reading = read(text)
    index = next(i for i in range(len(reading.tree)) if reading.tree[i].text == "rose")
    return attributed_to(reading, index)


def test_who_answers_in_a_briefing(read):
    text = (
        "The Prime Minister's Official Spokesman (PMOS) opened with a word on trade.\n\n"
        "Q: How was the year?\nPMOS: It was good. In May exports rose by a tenth.\n\n"
        "Q: And imports?\nPMOS: They fell."
    )
    assert _rose(read, text) == "Prime Minister's Official Spokesman"


def test_who_answers_in_an_interview(read):
    text = (
        "We put two questions to Elena Kovacs, director of the bank.\n\n"
        "How was the year?\nIt was good. In May exports rose by a tenth.\n\n"
        "And what about imports?\nThey fell."
    )
    assert _rose(read, text) == "Elena Kovacs"


def test_questions_that_nobody_is_asked_begin_no_interview(read):
    text = (
        "Elena Kovacs asked the bank to lift its limits.\n\n"
        "So how was the year?\nIt was good. In May exports rose by a tenth.\n\n"
        "And what about imports?\nThey fell."
    )
    assert _rose(read, text) is None


def test_a_spokesperson_of_the_publisher_is_its_own_voice(read):
    text = (
        "Q: How was the year?\nSPOKESPERSON: It was good. In May exports rose by a tenth.\n\n"
        "Q: And imports?\nSPOKESPERSON: They fell."
    )
    assert _rose(read, text) is None
