"""SRC506: a later version of a text has another number or date, and says nothing of it."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

TEXT = (
    "Oman and Peru signed a fisheries agreement in Lima on 1 July 2024. Oman will lend Peru 300"
    " million US dollars for the port of Ilo. The delegation of Oman included 40 companies and left"
    " on Wednesday. Exports of Peru to Oman rose by 12 percent last year, the Minister of Finance"
    " told the press after the ceremony in the palace."
)


def versions(old, new, *, more="", late="2024-07-04", url="https://lima-courier.example/port"):
    changed = TEXT.replace(old, new)
    assert changed != TEXT
    facts = {"publisher": "Lima Courier", "url": url}
    return [told(TEXT, "2024-07-02", **facts), told(f"{changed}{more}", late, **facts)]


FIRES = {
    "sum": versions("300 million", "250 million"),
    "count": versions("40 companies", "45 companies"),
    "percent": versions("12 percent", "21 percent"),
    "date": versions("1 July 2024", "2 July 2024"),
    "scale": versions("300 million", "300 billion"),
    "same day": versions("300 million", "250 million", late="2024-07-02"),
    "copy elsewhere": [
        told(TEXT, "2024-07-02", publisher="Lima Courier"),
        told(TEXT.replace("40 companies", "54 companies"), "2024-07-03", publisher="Gulf Herald"),
    ],
}
SHORT = (
    "Kenya exported tea worth 1.2 billion US dollars in 2023, the ministry said. Norway will hold"
    " talks on a new agreement in Oslo on 4 June."
)


def short(*changes):
    text = SHORT
    for old, new in changes:
        text = text.replace(old, new)
    return [
        told(SHORT, "2024-05-02", publisher="Lima Courier"),
        told(text, "2024-05-04", publisher="Lima Courier"),
    ]


FIRES |= {
    "short text": short(("1.2 billion", "1.4 billion")),
    "date in a short text": short(("4 June", "6 June")),
}
QUIET = {
    "own sentence of another": [
        told(
            "Oman lends Peru 85 million dollars for the port of Ilo.",
            "2024-07-02",
            publisher="Lima Courier",
        ),
        told(
            "Dockers rejoice: Oman lends Peru 58 million dollars for the port of Ilo.",
            "2024-07-03",
            publisher="Gulf Herald",
        ),
    ],
    "other year": short(("2023", "2022"), ("1.2 billion", "1.1 billion")),
    "correction": versions(
        "300 million", "250 million", more="\n\nThis article has been corrected."
    ),
    "earlier version": versions(
        "300 million", "250 million", more=" An earlier version gave the sum as 300 million."
    ),
    "updates": versions("40 companies", "45 companies", more="\n\n(Updates with new number)"),
    "finer": versions("12 percent", "11.8 percent"),
    "in words": versions("40 companies", "forty companies"),
    "rounded": versions("12 percent", "12.3 percent"),
    "hedged": versions("40 companies", "about 40 companies"),
    "other words": versions("left", "flew home"),
    "other passage": versions(
        "The delegation of Oman included 40 companies and left on Wednesday.",
        "Peru bought 12 ships of Oman in spring, which the port needs.",
    ),
    "same text": [
        told(TEXT, "2024-07-02", publisher="Lima Courier"),
        told(TEXT, "2024-07-03", publisher="Gulf Herald"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "SRC506", documents)
    assert len(found.quotes) == 2


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "SRC506", documents)


def test_message_has_both_numbers(workbench):
    (found,) = findings(workbench, "SRC506", FIRES["sum"])
    assert found.message == (
        "a later version has “250” where there was “300”, without a word of correction"
    )
    assert found.quotes[0].label == "later version"
    assert found.quotes[0].exact.startswith("Oman will lend Peru 250")
