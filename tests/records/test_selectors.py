from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.claims.identity import identified
from communique.model.claim import Amount, Evidence
from communique.model.decision import Standing
from communique.model.document import Document
from communique.model.span import Span
from communique.model.terms import Grade, InstrumentAction, Modality
from communique.records.selectors import (
    attach,
    selector_of,
    selector_of_document,
    selector_of_words,
)
from factory import OMAN, PERU, commitment, day, event, figure, instrument, office

ADDRESS = "https://example.org/a"
PLEDGE = "Oman will give Peru 5 million euros for two new harbours by 2030"
TEXT = (
    "The ministers spoke for an hour on Monday. "
    f"{PLEDGE}, the spokeswoman said. "
    "Both sides also looked at fisheries."
)


def document(text=TEXT):
    return Document(id="a", text=text, text_given=False, url=ADDRESS)


def claimed(text, quote, make=commitment, **slots):
    """A claim from the first place of a quote, with its id."""
    start = text.index(quote)
    (claim,) = identified(document(text), [make(quote, start, **slots)])
    return claim


def selected(text=TEXT, quote=PLEDGE, make=commitment, **slots):
    return selector_of(document(text), claimed(text, quote, make, **slots))


def test_a_selector_holds_the_quote_its_surroundings_and_the_key_slots():
    selector = selected()
    start = TEXT.index(PLEDGE)
    assert selector.exact == PLEDGE
    assert selector.prefix == TEXT[start - 32 : start]
    assert selector.suffix == TEXT[start + len(PLEDGE) :][:32]
    assert selector.kind == "commitment"
    assert selector.slots["amount"] == {"value": 5_000_000, "currency": "EUR", "bound": None}
    assert "by" not in selector.slots


def test_surroundings_end_with_the_text():
    selector = selector_of_words(document("Oman paid."), Span(0, 10))
    assert (selector.prefix, selector.suffix) == ("", "")


def test_the_claim_of_the_same_id_is_the_claim():
    claim = claimed(TEXT, PLEDGE)
    other = replace(claim, id="commitment-other")
    found = attach(selected(), "Quite another text.", [other, claim])
    assert (found.standing, found.claim) == (Standing.ATTACHED, claim)


# The text of a page that was fetched again, with the words in which its claim now stands.
CHANGED = [
    pytest.param(PLEDGE.replace("two new", "two  new"), id="spacing"),
    pytest.param(PLEDGE.replace("Oman will", "Oman, will"), id="punctuation"),
    pytest.param(PLEDGE.replace("harbours", "ports"), id="another-word"),
    pytest.param(PLEDGE.replace("new harbours", "new deep-sea harbours"), id="a-word-more"),
]


@pytest.mark.parametrize("quote", CHANGED)
def test_a_claim_is_found_again_where_its_words_are_changed_a_little(quote):
    text = "A new opening line. " + TEXT.replace(PLEDGE, quote)
    claim = replace(claimed(text, quote), id="commitment-other")
    found = attach(selected(), text, [claim])
    assert (found.standing, found.claim) == (Standing.ATTACHED, claim), found.note


def test_a_claim_that_is_quoted_more_widely_is_found():
    wide = claimed(TEXT, f"{PLEDGE}, the spokeswoman said")
    assert attach(selected(), TEXT, [wide]).claim == wide


LOST = [
    pytest.param(TEXT, {"amount": Amount(7_000_000, "EUR")}, "amount", id="another-sum"),
    pytest.param(TEXT, {"amount": Amount(5_000_000, "USD")}, "amount", id="another-currency"),
    pytest.param(TEXT, {"grade": Grade.CONSIDERED}, "grade", id="another-term"),
    pytest.param(TEXT, {"deadline": day("2031-01-01")}, "deadline", id="another-day"),
    pytest.param(TEXT, {"modality": Modality.DENIED}, "modality", id="denied"),
]


@pytest.mark.parametrize(("text", "slots", "told"), LOST)
def test_another_claim_from_the_same_words_is_another_claim(text, slots, told):
    selector = selected(deadline=day("2030-12-31"))
    other = claimed(text, PLEDGE, **{"deadline": day("2030-12-31"), **slots})
    other = replace(other, id="commitment-other")
    found = attach(selector, text, [other])
    assert (found.standing, found.claim) == (Standing.LOST, None)
    assert told in found.note


def test_a_slot_that_is_left_open_contradicts_nothing():
    selector = selected(deadline=day("2030-12-31"))
    bare = claimed(TEXT, PLEDGE)
    assert attach(selector, TEXT, [bare]).claim == bare


def test_a_silent_edit_of_a_number_is_another_claim():
    text = TEXT.replace("2030", "2035")
    # The extractor reads no deadline, so that no slot tells the edit.
    changed = claimed(text, PLEDGE.replace("2030", "2035"), amount=None)
    found = attach(selected(), text, [changed])
    assert (found.standing, found.note) == (
        Standing.LOST,
        "its words are changed, numbers among them",
    )


def test_a_number_written_otherwise_is_the_same_if_all_key_slots_agree():
    text = TEXT.replace("5 million", "five million")
    changed = claimed(text, PLEDGE.replace("5 million", "five million"))
    assert attach(selected(), text, [changed]).claim == changed


def test_what_a_person_told_of_the_claim_agrees_too():
    better = claimed(TEXT, PLEDGE, amount=Amount(7_000_000, "EUR"))
    told = {"amount": [{"value": 7_000_000, "currency": "EUR", "bound": None}]}
    assert attach(selected(), TEXT, [better], told).claim == better


def test_of_two_claims_the_one_counts_that_agrees_in_more():
    selector = selected(deadline=day("2030-12-31"))
    bare = replace(claimed(TEXT, PLEDGE), id="commitment-bare")
    dated = claimed(TEXT, PLEDGE, deadline=day("2030-12-31"), grade=Grade.PLEDGED)
    dated = replace(dated, id="commitment-dated")
    assert attach(selector, TEXT, [bare, dated]).claim == dated


def test_of_two_that_agree_alike_the_one_counts_that_is_quoted_from_the_same_words():
    wide = replace(claimed(TEXT, f"{PLEDGE}, the spokeswoman"), id="commitment-wide")
    same = replace(claimed(TEXT, PLEDGE), id="commitment-same")
    assert attach(selected(), TEXT, [wide, same]).claim == same


def test_two_equally_good_claims_are_ambiguous():
    twins = [replace(claimed(TEXT, PLEDGE), id=f"commitment-{n}") for n in "ab"]
    found = attach(selected(), TEXT, twins)
    assert (found.standing, found.claim) == (Standing.AMBIGUOUS, None)
    assert "2 claims" in found.note


NAMES = [
    pytest.param(
        office, {"post": "President"}, {"post": "Vice President"}, False, id="another-post"
    ),
    pytest.param(event, {}, {"actors": (event().actors[0],)}, True, id="fewer-actors"),
    pytest.param(
        instrument,
        {},
        {"action": InstrumentAction.RATIFIED},
        False,
        id="another-step",
    ),
    pytest.param(figure, {"value": 3}, {"value": 4}, False, id="another-value"),
    pytest.param(figure, {}, {"about": (OMAN, PERU)}, True, id="no-key-slot"),
]


@pytest.mark.parametrize(("make", "was", "now", "found"), NAMES)
def test_kinds_agree_by_their_own_key_slots(make, was, now, found):
    quote = "Oman and Peru: President Ali Rahimov"
    selector = selected(f"{quote}.", quote, make, **was)
    other = replace(claimed(f"{quote}.", quote, make, **{**was, **now}), id=f"{make().kind}-other")
    assert (attach(selector, f"{quote}.", [other]).claim == other) is found


def test_another_kind_from_the_same_words_is_no_target():
    found = attach(selected(), TEXT, [claimed(TEXT, PLEDGE, figure)])
    assert found.standing is Standing.LOST
    assert "no commitment is claimed" in found.note


TWICE = "On Friday {0}. Later, at the harbour, {0}. That was all."


def test_words_that_stand_twice_are_told_apart_by_what_surrounds_them():
    text = TWICE.format("they signed a treaty")
    second = text.index("they", text.index("they") + 1)
    selector = selector_of_words(document(text), Span(second, second + 20))
    changed = "Good evening. " + text
    assert attach(selector, changed, []).span.start == second + len("Good evening. ")


def test_words_that_stand_twice_in_like_surroundings_are_ambiguous():
    line = "they signed a treaty in the great hall of the palace. "
    text = "First page. " + line
    selector = selector_of_words(document(text), Span(12, 32))
    again = "First page. " + line + "First page. " + line
    found = attach(selector, again, [])
    assert (found.standing, found.span) == (Standing.AMBIGUOUS, None)


def test_words_without_a_claim_must_be_the_same_words():
    text = "Oman will give Peru five ships before the end of the year."
    selector = selector_of_words(document(text), Span(0, len(text) - 1))
    assert attach(selector, text.replace("ships before", "ships, before"), []).span is not None
    denied = attach(selector, text.replace("will give", "will not give"), [])
    assert (denied.standing, denied.note) == (Standing.LOST, "its words are not in the text")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        pytest.param("$5", "€5", id="currency"),
        pytest.param("1.5", "15", id="point"),
        pytest.param("+3", "-3", id="sign"),
    ],
)
def test_signs_that_tell_something_are_words(was, now):
    text = f"It cost {was} a piece that day."
    selector = selector_of_words(document(text), Span(0, len(text)))
    assert attach(selector, f"{text.replace(was, now)} So.", []).standing is Standing.LOST


def test_a_document_as_a_whole_is_always_found():
    found = attach(selector_of_document(document()), "Anything.", [])
    assert (found.standing, found.claim, found.span) == (Standing.ATTACHED, None, None)


edits = st.text(st.characters(exclude_categories=()), max_size=60)


@given(before=edits, after=edits)
def test_a_quote_survives_edits_elsewhere(before, after):
    text = f"{before}\n{TEXT}\n{after}"
    # Another extractor's id, so that the quote has to be found.
    claim = replace(claimed(text, PLEDGE), id="commitment-other")
    words = selector_of_words(
        document(), Span(TEXT.index(PLEDGE), TEXT.index(PLEDGE) + len(PLEDGE))
    )
    assert attach(selected(), text, [claim]).claim == claim
    span = attach(words, text, []).span
    assert text[span.start : span.end] == PLEDGE


@given(before=edits, times=st.integers(2, 4))
def test_what_is_ambiguous_is_never_attached(before, times):
    one = "\n\nThe same words before it, all of them. " + PLEDGE + ". And the same words after it."
    text = before + one * times
    starts = [i for i in range(len(text)) if text.startswith(PLEDGE, i)]
    claims = [
        replace(
            commitment(PLEDGE),
            id=f"commitment-{i}",
            evidence=(Evidence.of(text, i, i + len(PLEDGE)),),
        )
        for i in starts
    ]
    found = attach(selected(one, PLEDGE), text, claims)
    assert (found.standing, found.claim) == (Standing.AMBIGUOUS, None)


@given(st.text(max_size=200), st.text(min_size=1, max_size=40))
def test_no_text_is_too_odd(text, quote):
    selector = selector_of_words(document(f"x{quote}y"), Span(1, 1 + len(quote)))
    found = attach(
        replace(selector, claim="event-0", kind="event", slots={"when": 5}),
        text,
        [event(text or "x")],
    )
    assert found.standing in Standing
