import pytest

from communique.documents.datelines import is_date_line, opening_dateline
from communique.documents.lines import lines_of


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("ASTANA, 15 January 2024 — The minister met.", "ASTANA, 15 January 2024 —"),
        ("OSLO (NNA) - The minister met.", "OSLO (NNA) -"),
        ("LIMA/QUITO, July 17, 2023 (HNA) - The two met.", "LIMA/QUITO, July 17, 2023 (HNA) -"),
        ("WASHINGTON, D.C. – Today the two met.", "WASHINGTON, D.C. –"),
        ("ALMATY. RIVER WIRE – The forum began.", "ALMATY. RIVER WIRE –"),
        ("BAKU, March 6, 2025. The two met.", "BAKU, March 6, 2025."),
        ("THE HAGUE. The judges met.", "THE HAGUE."),
        ("TOKYO, May 27 (HNA) -- They met.", "TOKYO, May 27 (HNA) --"),
    ],
)  # fmt: skip
def test_opening_datelines(text, dateline):
    (line,) = lines_of(text)
    span = opening_dateline(line)
    assert span is not None
    assert text[span.start : span.end] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "The minister – a lawyer – met the press.",
        "Kazakhstan–EU relations grew – and trade did, too.",
        "NATO agreed to help. It will send ships.",
        "The EU, a bloc of 27 states, agreed - as expected - to help.",
        "It was late. The minister left.",
        "- First item of a list",
    ],
)
def test_near_misses_are_no_datelines(text):
    (line,) = lines_of(text)
    assert opening_dateline(line) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22 May 2023, 09:40", True),
        ("Brussels, 22 July 2024", True),
        ("LIMA | Updated October 2, 2025 08:14 PET", True),
        ("Published on 2 February 2024", True),
        ("The leaders met in Brussels on 22 July 2024 to sign it", False),
        ("Home | World | Economy", False),
        ("79 points", False),
    ],
)
def test_date_lines(text, expected):
    (line,) = lines_of(text)
    assert is_date_line(line) is expected
