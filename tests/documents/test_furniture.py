import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.documents.furniture import mark
from communique.documents.lines import lines_of
from communique.model.document import OUTSIDE_THE_ARTICLE, RegionKind
from communique.vocab.page_furniture import load_page_furniture

PATTERNS = load_page_furniture()
ARTICLE = (
    "The presidents of Kenya and Peru met in Lima on Monday to discuss trade and transport.\n\n"
    "They agreed to open a direct flight next year, officials of both countries told the press."
)


def marked(text, kind, title=None):
    regions = mark(text, title, PATTERNS)
    return [text[r.span.start : r.span.end] for r in regions if r.kind is kind]


@pytest.mark.parametrize(
    "line",
    [
        "Home | World | Economy | Sport",
        "MENU   Business   Africa   World",
        "Home > Politics > Africa",
        "Follow us on X",
        "Connect with us",
        "Skip to main content",
        "Subscribe to our newsletter and get five stories every morning.",
        "We use cookies to improve your experience. Accept all",
        "You can unsubscribe at any time.",
        "Share: Facebook Twitter Print",
    ],
)
def test_furniture_above_and_below_the_article_is_marked(line):
    assert marked(f"{line}\n\n{ARTICLE}", RegionKind.FURNITURE) == [line]
    assert marked(f"{ARTICLE}\n\n{line}", RegionKind.FURNITURE) == [line]


@pytest.mark.parametrize(
    "lines",
    [
        ["READ ALSO", "Rain expected in the north", "Oil slips 2%"],
        ["Most read", "1. Ten places to see", "2. What is a tariff?"],
        ["Media contacts:", "Ann Author, press officer", "Tel.: +00 000 00 00"],
        ["© 2024 River Wire. All rights reserved."],
        ["Tags: #Kenya #Peru"],
        ["newsdesk@river.example"],
    ],
)
def test_the_tail_of_a_page_is_marked(lines):
    assert marked(f"{ARTICLE}\n\n" + "\n".join(lines), RegionKind.FURNITURE) == lines


@pytest.mark.parametrize(
    "line",
    [
        "The views expressed in this article are those of the author and do not necessarily "
        "reflect the position of River Wire.",
        "Disclaimer: River Wire accepts no liability for losses.",
        "River Wire publishes articles from many outside sources. The positions taken in them are "
        "not necessarily those of River Wire.",
        "The contents of this page are provided for information only.",
    ],
)
def test_disclaimers_are_kept_apart(line):
    assert marked(f"{ARTICLE}\n\n{line}", RegionKind.DISCLAIMER) == [line]
    assert marked(f"{ARTICLE}\n\n{line}", RegionKind.FURNITURE) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("They will share water of the river equally from next year on.", id="share"),
        pytest.param("The newspaper has 40,000 readers who subscribe to it, he said.", id="reader"),
        pytest.param("Kenya will print new passports for the citizens of both states.", id="print"),
        pytest.param("(c) the joint declaration of Lima, adopted last October;", id="item-c"),
        pytest.param("His home | a farm near Lima | was sold last year, he told us.", id="bars"),
        pytest.param("The company is liable for the damage, the court in Lima held.", id="liable"),
        pytest.param("Both views differ, but the opinions of the people do not.", id="views"),
    ],
)
def test_near_misses_inside_the_article_stay(line):
    first, last = ARTICLE.split("\n\n")
    text = f"{first}\n\n{line}\n\n{last}"
    outside = [r for r in mark(text, None, PATTERNS) if r.kind in OUTSIDE_THE_ARTICLE]
    assert outside == []


def test_lines_above_the_title_are_furniture_and_the_title_is_a_heading():
    text = f"River Wire\n\nKenya and Peru open flight\n\n{ARTICLE}"
    assert marked(text, RegionKind.FURNITURE, "Kenya and Peru Open Flight") == ["River Wire"]
    assert marked(text, RegionKind.HEADING, "Kenya and Peru Open Flight") == [
        "Kenya and Peru open flight"
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Next steps", True),
        ("NEXT STEPS", True),
        ("Kenya will:", True),
        ("It was the first.", False),
        ("- an item", False),
        ("Date | Place | Event", False),
    ],
)
def test_headings_inside(line, expected):
    first, last = ARTICLE.split("\n\n")
    text = f"{first}\n\n{line}\n\n{last}"
    assert (line in marked(text, RegionKind.HEADING)) is expected


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said: “We will open it soon.” Then he left.", ["“We will open it soon.”"]),
        ('She said: "We will not sign this paper."', ['"We will not sign this paper."']),
        ('The "Middle Corridor" is open.', []),
        ("It's the minister's own view and nobody's else.", []),
        ('He said: "We will open', []),
    ],
)  # fmt: skip
def test_speech_is_marked_and_titles_are_not(text, quotations):
    assert marked(text, RegionKind.QUOTATION) == quotations


def test_captions():
    text = f"{ARTICLE}\n\nPhoto: Ann Author / River Wire"
    assert marked(text, RegionKind.CAPTION) == ["Photo: Ann Author / River Wire"]


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from('\n|“”" .:-©ABab,'))),
    st.one_of(st.none(), st.text(max_size=20)),
)
def test_regions_of_any_text_are_valid_and_in_order(text, title):
    regions = mark(text, title, PATTERNS)
    for region in regions:
        piece = text[region.span.start : region.span.end]
        assert piece == piece.strip() != ""
    keys = [(r.span.start, -r.span.end) for r in regions]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a " * 500_000, id="one-long-line"),
        pytest.param("x\n" * 100_000, id="many-lines"),
        pytest.param('"' * 300_000, id="quotes"),
        pytest.param("| " * 200_000, id="bars"),
        pytest.param("facebook " * 100_000, id="share"),
        pytest.param("a." * 300_000, id="stops"),
        pytest.param(" " * 300_000 + "a", id="blanks"),
        pytest.param("not necessarily " * 50_000, id="disclaimer"),
        pytest.param("1 " * 200_000, id="numbers"),
    ],
)
def test_hostile_texts_end(text):
    # A quadratic rule would take hours on these; the suite's own limit would end it.
    assert all(r.span.end <= len(text) for r in mark(text, None, PATTERNS))


def test_lines_know_whether_they_stand_alone():
    lines = lines_of("a\n\nb\nc\r\n\r\nd")
    assert [(line.text, line.alone) for line in lines] == [
        ("a", True),
        ("b", False),
        ("c", False),
        ("d", True),
    ]
