import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.model.document import Region, RegionKind
from communique.model.span import Span

pytestmark = pytest.mark.model

WORDS = tuple(
    [
        "the",
        "The",
        "of",
        "and",
        ",",
        ".",
        "-",
        "'",
        "(",
        ")",
        "President",
        "Minister",
        "Bank",
        "Energy",
        "Commission",
        "Astana",
        "Kazakhstan",
        "U.S.",
        "EU",
        "Tokayev",
        "Charles",
        "Michel",
        "H.E.",
        "Mr.",
        "in",
        "to",
        "between",
        "A.",
        "Group",
        "Sea",
        "said",
        "will,",
        "2023",
        "«»",
        "“Forum”",
        "Jr.",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_odd_rows_of_names_end_and_are_exact(find, text):
    find(text)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_gives_exact_mentions_in_order(find, text):
    found = find(text)
    assert [m.start for m in found] == sorted(m.start for m in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bank " * 5_000, id="heads"),
        pytest.param("Energy " * 5_000, id="company-heads"),
        pytest.param("Moscow, " * 5_000, id="metonyms"),
        pytest.param("Sea " * 5_000, id="place-heads"),
        pytest.param("in Almaty, " * 3_000, id="places"),
        pytest.param("President " * 5_000, id="posts"),
        pytest.param("Aa " * 10_000, id="capitals"),
        pytest.param("A. " * 8_000, id="initials"),
        pytest.param("(AB) " * 5_000, id="acronyms"),
        pytest.param("Mr. " * 5_000, id="honorifics"),
        pytest.param("von " * 8_000, id="particles"),
    ],
)
def test_hostile_repetition_ends(find, text):
    assert all(m.end <= len(text) for m in find(text))


def test_nothing_is_mentioned_outside_the_article(find):
    text = "Share with Kenya\n\nPeru and Chile met in Lima.\n\nOpinions are not those of Malta."
    regions = (
        Region(RegionKind.FURNITURE, Span(0, 16)),
        Region(RegionKind.DISCLAIMER, Span(47, 79)),
    )
    assert {m.name for m in find(text, "party", regions=regions)} == {"Peru", "Chile"}


def test_names_are_found_through_typography(find):
    text = "Presi\u00addent Kassym\u2011Jomart\u00a0Tokayev met the \u200fEuropean\nUnion\u200e."
    assert [(m.kind, m.text, m.name) for m in find(text)] == [
        ("person", "Kassym\u2011Jomart\u00a0Tokayev", "Kassym-Jomart Tokayev"),
        ("party", "European\nUnion", "European Union"),
    ]
