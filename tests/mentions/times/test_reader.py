"""The reader as its users see it: ranges, partial dates, anchors, what is no time, odd text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.mentions.times.reader import TimeReader
from communique.model.span import Span

PUBLISHED = date(2024, 2, 2)


@pytest.fixture(scope="module")
def reader() -> TimeReader:
    return TimeReader.load()


def _read(reader: TimeReader, text: str, on: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(r.mention.text, r.mention.value) for r in reader.read(text, on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on January 29-30, 2024 in Brussels", [("January 29-30, 2024", "2024-01-29/2024-01-30")]),
        ("from 18 to 19 May", [("18 to 19 May", "2024-05-18/2024-05-19")]),
        ("in January–November 2023", [("January–November 2023", "2023-01/2023-11")]),
        ("for 2014-2020.", [("2014-2020", "2014/2020")]),
        ("between March and May 2023", [("March", "2023-03"), ("May 2023", "2023-05")]),
        (
            "from July 19 to July 23, 2023",
            [("July 19", "2023-07-19"), ("July 23, 2023", "2023-07-23")],
        ),
        ("on June 9 and 10, 2025", [("June 9 and 10, 2025", "2025-06-09/2025-06-10")]),
    ],
    ids=["days", "days-in-words", "months", "years", "months-in-words", "dates-in-words", "and"],
)
def test_range(reader: TimeReader, text: str, expected: list[tuple[str, str]]):
    assert _read(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("on Tuesday", "2024-01-30", date(2024, 1, 30), date(2024, 1, 30)),
        ("last week", "2024-W04", date(2024, 1, 22), date(2024, 1, 28)),
        ("this year", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("the first half of 2023", "2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("Q3 2022", "2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
        ("the 1990s", "199", date(1990, 1, 1), date(1999, 12, 31)),
        ("mid-2025", "2025", date(2025, 5, 1), date(2025, 8, 31)),
        ("the end of 2030", "2030", date(2030, 10, 1), date(2030, 12, 31)),
        ("fiscal year 2023/24", "2023/2024", None, None),
        ("over the past five years", "P5Y", date(2019, 2, 2), date(2024, 2, 2)),
        ("a three-year programme", "P3Y", None, None),
        ("they report annually", "P1Y", None, None),
        ("every two years", "P2Y", None, None),
        ("by 2030", "2030", date(2030, 1, 1), date(2030, 12, 31)),
        ("within three years", "P3Y", date(2024, 2, 2), date(2027, 2, 2)),
    ],
    ids=lambda value: value.replace(" ", "-") if isinstance(value, str) else "",
)
def test_days_covered(
    reader: TimeReader, text: str, value: str, first: date | None, last: date | None
):
    readings = reader.read(text, PUBLISHED)

    assert [(r.mention.value, r.mention.first, r.mention.last) for r in readings] == [
        (value, first, last)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on it.",
        "This is the second round, the second in all.",
        "A second meeting followed.",
        "The Sunday Times said so.",
        "The G20 and the C5+1 met after COP28.",
        "Resolution 1244 was recalled.",
        "A Boeing 737 landed.",
        "It is open 24/7.",
        "Call +7 717 274 5000 or 555-2019.",
        "It has 1,500 people and 2,023 companies.",
        "Version 2.1.0 replaced 1.9.",
        "They won 3-2, in 2 of 3 games.",
        "It costs $2020 or €1999.",
        "Black Friday sales rose.",
        "Three-quarters of it is sold.",
        "An 18-year-old student spoke.",
        "Hydrogen (H2) and 5G came up at the Tasman Current.",
    ],
)
def test_no_time(reader: TimeReader, text: str):
    assert _read(reader, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 5\u00a0December\u00a02023", [("5\u00a0December\u00a02023", "2023-12-05")]),
        ("in January\n2023", [("January\n2023", "2023-01")]),
        ("last Friday’s vote", [("last Friday", "2024-01-26")]),
        ("in May.\n\n2023 began", [("May", "2024-05"), ("2023", "2023")]),
        ("IN JANUARY 2023", [("JANUARY 2023", "2023-01")]),
        ("In May first deliveries come", [("May", "2024-05")]),
    ],
    ids=["no-break-space", "newline", "apostrophe", "paragraphs", "capitals", "ordinal"],
)
def test_raw_text(reader: TimeReader, text: str, expected: list[tuple[str, str]]):
    assert _read(reader, text) == expected


def test_each_reading_tells_its_rule_and_anchor(reader: TimeReader):
    text = "It was signed on 2 June 2023. The following year it lapsed, as was said yesterday."

    assert [(r.rule, r.anchored_on) for r in reader.read(text, PUBLISHED)] == [
        ("day-month", None),
        ("shifted-unit", "previous date 2023-06-02"),
        ("today", "publication date 2024-02-02"),
    ]


def test_without_publication_date_values_stay_open(reader: TimeReader):
    text = "On Tuesday they met in June, as they did last year and on 3 May 2020."

    readings = reader.read(text, None)

    assert [(r.mention.value, r.mention.first) for r in readings] == [
        ("XXXX-WXX-2", None),
        ("XXXX-06", None),
        ("XXXX", None),
        ("2020-05-03", date(2020, 5, 3)),
    ]


def test_skipped_stretches_are_not_read(reader: TimeReader):
    text = "Posted today. Signed on 3 May 2020."

    assert [r.mention.text for r in reader.read(text, PUBLISHED, skip=[Span(0, 13)])] == [
        "3 May 2020"
    ]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("NNP", ["May"]), ("MD", []), (None, ["May"])],
    ids=["name", "modal", "unknown"],
)
def test_part_of_speech_takes_verbs_out(reader: TimeReader, tag: str | None, expected: list[str]):
    readings = reader.read("Talks in May go on.", PUBLISHED, tag_at=lambda offset: tag)

    assert [r.mention.text for r in readings] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks will be held on Monday.", "2024-02-05"),
        ("Talks were held on Monday.", "2024-01-29"),
        ("They will meet in October.", "2024-10"),
        ("They met in October.", "2023-10"),
        ("In May a visit, accompanied by a fair, is planned.", "2024-05"),
    ],
)
def test_tense_places_bare_dates(reader: TimeReader, text: str, value: str):
    assert [r.mention.value for r in reader.read(text, PUBLISHED)] == [value]


ODD_DIGITS = "".join(chr(c) for c in range(0x110000) if chr(c).isdigit())


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1," * 100_000,
        "from 1 to " * 1_000 + "2 May",
        "between May and " * 1_000 + "June",
        "one " * 50_000 + "years",
        ODD_DIGITS + " May " + " May ".join(ODD_DIGITS),
        "9" * 400 + ".5 years and " + "9" * 400 + " years ago",
        "1" + ",000" * 400 + " years ago",
        "\ud800 in May \udfff 2023",
        "2014-2020-" * 10_000,
    ],
    ids=[
        "digits", "commas", "ranges", "months", "words", "unicode", "long", "amount", "surrogates",
        "dashes",
    ],
)  # fmt: skip
def test_hostile_text(reader: TimeReader, text: str):
    for reading in reader.read(text, PUBLISHED):
        assert text[reading.mention.start : reading.mention.end] == reading.mention.text


WORDS = st.sampled_from(
    """
    the last first second three a of in May March 31 29 2023 0 9999 year years century decades ago
    earlier week Monday next this every fiscal quarter half - – , . ' and to from between hundred
    thousand end early late spring winter 10:30 p.m. GMT 1/2 5½ Q3 H1 FY24 '98 1990s 2023-02-30
    30.02.2023 New Year 's Eve Thanksgiving weekend day today same that following over more than
    February October several couple
    """.split()  # noqa: SIM905 - a list of so many words is harder to read
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=600, deadline=None)
@given(text=TEXTS, on=DAYS)
def test_any_text_gives_exact_ordered_spans(text: str, on: date | None):
    end = 0
    for reading in READER.read(text, on):
        mention = reading.mention
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        if mention.first is not None and mention.last is not None:
            assert mention.first <= mention.last
        end = mention.end


READER = TimeReader.load()
