"""Who gives and who gets by the rest of the document: titles, lists, winners, owners."""

from datetime import date

import pytest

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def sides(extract):
    def find(text, **told):
        found = extract(text, "commitment", published=date(2024, 10, 15), **told)
        return [
            (
                (claim.amount or claim.quantity).value,
                [p.code or p.name for p in claim.by],
                [p.code or p.name for p in claim.to],
            )
            for claim in found
        ]

    return find


def test_the_lender_of_the_title_gives_what_nobody_is_named_for(sides):
    text = (
        "Staff have reached agreement on the review. "
        "The arrangement, worth 3 million euros, was approved in May 2023."
    )
    assert sides(text, title="Togo clears IMF review") == [(3_000_000, ["IMF"], ["TG"])]
    assert sides(text, title="Togo clears its review") == [(3_000_000, [], ["TG"])]
    # Where two are named, neither is meant.
    both = "Togo thanks the IMF and the World Bank"
    assert sides(text, title=both) == [(3_000_000, [], ["TG"])]


def test_the_city_of_a_meeting_gets_nothing(sides):
    text = "Peru pledged 3 million euros. Norway has its say as well."
    ((_, _, to),) = sides(text, title="Who promised what at Oslo III")
    assert to == []
    ((_, _, to),) = sides(text, title="Peru lends Oslo money")
    assert to == ["NO"]


def test_lines_of_a_list_have_a_giver_each(sides):
    text = """Donors pledged 71 million euros for Chad. Chad thanks all. Chad needs more.

The big tickets
> Norway: almost EUR 25 million for 2025 and 2026, announced by Prime Minister Ivo Berg on Monday
> Germany: EUR 30 million more, over half of it for people who live in the dry north of the country
> Japan: up to EUR 16 million for this year, if the parliament in Tokyo agrees with the ministers

Whether all of this will be paid nobody knows yet, since some donors count the same euro twice."""
    told = sides(text)[1:]
    assert [(value, by) for value, by, _ in told] == [
        (25_000_000, ["NO"]),
        (30_000_000, ["DE"]),
        (16_000_000, ["JP"]),
    ]
    assert not any({"DE", "JP", "NO"} & set(to) for _, _, to in told)


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "Orbit Marine secured a 3 million euro agreement for Peru's acquisition of boats.",
            ["PE"],
            ["Orbit Marine"],
        ),
        (
            "The European Investment Bank signed memorandums on loans totalling 3 million euros "
            "with Chad and Mali.",
            ["EIB"],
            ["TD", "ML"],
        ),
        (
            "A further 3 million euros in aid for Chad brings Peru's contribution to "
            "10 million euros.",
            ["PE"],
            ["TD"],
        ),
        (
            "The European side will provide 3 million euros to Chad. The European Union is far.",
            ["EU"],
            ["TD"],
        ),
        (
            "Malawi will contribute 3 million euros, while the OPEC Fund prepares the next phase.",
            ["MW"],
            [],
        ),
    ],
)
def test_by_the_words_around_the_sum(sides, text, by, to):
    assert sides(text)[0] == (3_000_000, by, to)


def test_they_takes_up_the_company_before(sides):
    text = (
        "QuickMart, along with its partners, gave 2 million euros to Chad. "
        "They also have committed 3 million euros to schools."
    )
    assert [(value, by) for value, by, _ in sides(text)] == [
        (2_000_000, ["QuickMart"]),
        (3_000_000, ["QuickMart"]),
    ]
    text = "Peru builds boats in Chad. It committed 3 million euros to Chad."
    assert sides(text)[0] == (3_000_000, ["PE"], ["TD"])


def test_a_deal_by_its_acronym_gives_nothing(sides):
    text = "They signed the Better Ports Deal (BPD). BPD provided 3 million euros to Chad."
    assert sides(text)[0][1] == []
