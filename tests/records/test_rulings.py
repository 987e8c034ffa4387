import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.claims.identity import identified, lineage
from communique.model.claim import Amount, Party
from communique.model.decision import ClaimState, Decision, Ruling, Standing, signed
from communique.model.document import Document
from communique.model.plain import plain
from communique.model.ruling import Page
from communique.model.span import Span
from communique.records.decisions import addition, noted
from communique.records.lines import fault_of, from_line, to_line
from communique.records.replay import replay
from communique.records.rulings import in_force, ordered, pairs, silenced
from communique.records.selectors import selector_of, selector_of_document, selector_of_words
from factory import OMAN, PERU, commitment, office

TEXT = "President Ali Rahimov said Oman will give 5 million euros. It is a gift, he said."
DOCUMENT = Document(id="a", text=TEXT, text_given=True, url="https://example.org/a")
PRESIDENT, GIFT = identified(
    DOCUMENT,
    [
        office("President Ali Rahimov", 0),
        commitment("Oman will give 5 million euros", TEXT.index("Oman")),
    ],
)
PAGE = Page("page", lineage(DOCUMENT), TEXT, (PRESIDENT, GIFT))
BEGIN = datetime(2024, 5, 1, 12, tzinfo=UTC)


def made(ruling, *targets, minute=0, **payload):
    decision = Decision(
        id="",
        ruling=ruling,
        targets=targets,
        payload=payload,
        author="Ada",
        at=BEGIN + timedelta(minutes=minute),
    )
    decision = signed(decision)
    assert fault_of(decision) is None, fault_of(decision)
    return decision


def on(claim, ruling, minute=0, **payload):
    return made(ruling, selector_of(DOCUMENT, claim), minute=minute, **payload)


def correct(claim, slot, value, minute=0):
    return on(claim, Ruling.CORRECT, minute, slot=slot, value=value)


def undo(decision, minute=60):
    return made(Ruling.UNDO, minute=minute, decision=decision.id)


def add(quote="It is a gift", minute=0):
    start = TEXT.index(quote)
    words = selector_of_words(DOCUMENT, Span(start, start + len(quote)), "commitment")
    return made(Ruling.ADD, words, minute=minute, **addition(commitment(action="a gift")))


def after(*decisions, page=PAGE):
    """Claims by id, after the decisions that are in force."""
    return {ruled.found.id: ruled for ruled in replay(page, in_force(decisions)).claims}


def test_what_nobody_ruled_on_is_left_alone():
    ruled = after()[GIFT.id]
    assert (ruled.claim, ruled.state, ruled.slots) == (GIFT, ClaimState.FOUND, ())


@pytest.mark.parametrize(
    ("ruling", "state", "slots"),
    [
        pytest.param(Ruling.ACCEPT, ClaimState.ACCEPTED, ("*",), id="accepted"),
        pytest.param(Ruling.REJECT, ClaimState.REJECTED, (), id="rejected"),
    ],
)
def test_a_claim_is_accepted_or_rejected(ruling, state, slots):
    ruled = after(on(GIFT, ruling))[GIFT.id]
    assert (ruled.claim, ruled.state, ruled.slots) == (GIFT, state, slots)


def test_a_corrected_claim_keeps_its_id_and_its_quote():
    value = {"value": 7_000_000, "currency": "EUR"}
    ruled = after(correct(GIFT, "amount", value))[GIFT.id]
    assert ruled.claim == replace(GIFT, amount=Amount(7_000_000, "EUR"))
    assert (ruled.state, ruled.slots) == (ClaimState.CORRECTED, ("amount",))


def test_the_last_decision_wins_for_each_question_by_itself():
    decisions = [
        correct(GIFT, "action", "give", 1),
        on(GIFT, Ruling.REJECT, 2),
        correct(GIFT, "action", "lend", 3),
        on(GIFT, Ruling.ACCEPT, 4),
        correct(GIFT, "grade", "agreed", 0),
    ]
    ruled = after(*decisions)[GIFT.id]
    assert (ruled.claim.action, ruled.claim.grade) == ("lend", "agreed")
    assert (ruled.state, ruled.slots) == (ClaimState.CORRECTED, ("*", "action", "grade"))


def test_a_correction_does_not_revive_a_rejected_claim():
    ruled = after(on(GIFT, Ruling.REJECT, 1), correct(GIFT, "action", "lend", 2))[GIFT.id]
    assert ruled.state is ClaimState.REJECTED


def test_decisions_count_by_time_wherever_they_came_from():
    first, last = correct(GIFT, "action", "give", 1), correct(GIFT, "action", "lend", 2)
    assert after(last, first) == after(first, last)
    assert after(last, first)[GIFT.id].claim.action == "lend"
    assert ordered([last, first]) == (first, last)


def test_an_added_claim_is_quoted_and_can_be_ruled_on():
    decision = add()
    (ident,) = set(after(decision)) - {GIFT.id, PRESIDENT.id}
    ruled = after(decision)[ident]
    assert ruled.claim.evidence[0].exact == "It is a gift"
    assert (ruled.state, ruled.slots) == (ClaimState.ADDED, ("*",))
    later = correct(ruled.found, "action", "donate", 1)
    assert after(decision, later)[ident].claim.action == "donate"
    assert after(decision, on(ruled.found, Ruling.REJECT, 1))[ident].state is ClaimState.REJECTED
    # It keeps its id where the text has changed elsewhere.
    page = replace(PAGE, text=f"Once more. {TEXT}", claims=())
    assert after(decision, page=page)[ident].claim.evidence[0].exact == "It is a gift"


def test_a_note_is_a_document_of_its_author():
    document, selector = noted("Oman told us that it paid.", "Ada", date(2024, 5, 1), "commitment")
    assert (document.publisher, document.published) == ("Ada", date(2024, 5, 1))
    assert lineage(document) == selector.lineage == document.id
    decision = made(Ruling.ADD, selector, **addition(commitment()))
    page = Page("note", lineage(document), document.text, ())
    (ruled,) = after(decision, page=page).values()
    assert ruled.claim.evidence[0].exact == document.text


def test_a_decision_on_another_document_does_nothing():
    other = replace(DOCUMENT, url="https://example.org/b")
    decision = made(Ruling.REJECT, selector_of(other, GIFT))
    result = replay(PAGE, [decision])
    assert result.placements == ()
    assert after(decision) == after()


def test_a_target_that_is_lost_is_placed_as_lost():
    page = replace(PAGE, text="Quite another text.", claims=())
    (placement,) = replay(page, [on(GIFT, Ruling.REJECT)]).placements
    assert (placement.standing, placement.claim) == (Standing.LOST, None)
    assert placement.note == "its words are not in the text"


def test_a_correction_that_refers_to_a_claim_needs_that_claim():
    decision = correct(GIFT, "part_of", "commitment-0")
    (placement,) = replay(PAGE, [decision]).placements
    assert placement.standing is Standing.LOST
    assert "commitment-0" in placement.note
    assert after(decision) == after()


def test_whom_a_document_speaks_for_is_ruled_last_one_wins():
    target = selector_of_document(DOCUMENT)
    one = made(Ruling.SPEAKS_FOR, target, minute=1, parties=plain((OMAN, PERU)))
    none = made(Ruling.SPEAKS_FOR, target, minute=2, parties=[])
    assert replay(PAGE, in_force([])).speaks_for is None
    assert replay(PAGE, in_force([one])).speaks_for == (Party("Oman", "OM"), Party("Peru", "PE"))
    assert replay(PAGE, in_force([none, one])).speaks_for == ()
    assert replay(PAGE, in_force([none, one, undo(none)])).speaks_for == (OMAN, PERU)


def records(ruling, *claims, **payload):
    targets = [selector_of(DOCUMENT, claim) for claim in claims]
    return made(ruling, *targets, kind="event", profiles=[None for _ in claims], **payload)


def test_pairs_of_merge_never_merge_and_split():
    four = [replace(GIFT, id=f"commitment-{n}") for n in range(4)]
    together = [(0, 1, True), (0, 2, True), (1, 2, True)]
    assert list(pairs(records(Ruling.MERGE, *four[:3]))) == together
    apart = [(0, 1, False), (0, 2, False), (1, 2, False)]
    assert list(pairs(records(Ruling.NEVER_MERGE, *four[:3]))) == apart
    split = records(Ruling.SPLIT, *four, leaving=1)
    assert list(pairs(split)) == [(0, 1, False), (2, 1, False), (3, 1, False)]
    assert list(pairs(on(GIFT, Ruling.ACCEPT))) == []


def test_a_claim_that_leaves_a_record_is_marked():
    decision = records(Ruling.SPLIT, PRESIDENT, GIFT, leaving=1)
    ruled = after(decision)
    assert ruled[GIFT.id].apart == (("event", decision.id),)
    assert ruled[PRESIDENT.id].apart == ()


def silence(basis, minute=0):
    words = selector_of_words(DOCUMENT, Span(0, 9))
    payload = {"code": "COM404", "basis": basis, "finding": "COM404:5f0c"}
    return made(Ruling.SILENCE, words, minute=minute, **payload)


def test_a_finding_is_silenced_with_what_it_was_computed_from():
    decision = silence("abc")
    found = silenced(in_force([decision]))
    assert found.of("COM404:5f0c", "abc") == decision
    assert found.of("COM404:5f0c", "def") is None
    assert found.lapsed("COM404:5f0c") == decision
    assert found.of("COM404:0000", "abc") is found.lapsed("COM404:0000") is None


def test_a_silence_that_is_undone_is_none():
    decision = silence("abc")
    assert silenced(in_force([decision, undo(decision)])) == silenced([])


def test_of_several_silences_each_holds_and_the_last_is_told():
    first, second = silence("abc", 1), silence("def", 2)
    found = silenced(in_force([second, first]))
    assert [found.of("COM404:5f0c", basis) for basis in ("abc", "def")] == [first, second]
    assert found.lapsed("COM404:5f0c") == second


def test_a_silence_of_the_first_form_silences_nothing():
    old = made(Ruling.SILENCE, code="COM104", basis="abc")
    assert silenced(in_force([old])) == silenced([])


def test_a_silence_changes_nothing_in_its_document():
    result = replay(PAGE, [silence("abc")])
    (placement,) = result.placements
    assert (placement.standing, placement.claim) == (Standing.ATTACHED, None)
    assert after(silence("abc")) == after()


def test_undoing_an_undo_restores():
    decision = on(GIFT, Ruling.REJECT)
    first = undo(decision)
    second = undo(first, 61)
    third = undo(second, 62)
    assert in_force([decision, first]) == ()
    assert in_force([decision, first, second]) == (decision,)
    assert in_force([first, third, second, decision]) == ()


def test_a_decision_is_undone_while_one_undoing_stands():
    decision = on(GIFT, Ruling.REJECT)
    one, other = undo(decision, 60), undo(decision, 61)
    assert in_force([decision, one, other, undo(one, 62)]) == ()
    assert in_force([decision, one, other, undo(one, 62), undo(other, 63)]) == (decision,)


simple = st.one_of(
    st.builds(
        on, st.sampled_from([PRESIDENT, GIFT]), st.sampled_from([Ruling.ACCEPT, Ruling.REJECT])
    ),
    st.builds(
        correct,
        st.just(GIFT),
        st.just("action"),
        st.sampled_from(["give", "lend"]),
    ),
    st.builds(correct, st.just(GIFT), st.just("grade"), st.sampled_from(["agreed", "intended"])),
    st.builds(correct, st.just(PRESIDENT), st.just("post"), st.sampled_from(["King", "Emir"])),
    st.just(add()),
)


@st.composite
def histories(draw):
    """Decisions one minute apart, undoings and undoings of undoings among them."""
    history = []
    for minute in range(draw(st.integers(0, 8))):
        if history and draw(st.booleans()):
            decision = undo(draw(st.sampled_from(history)))
        else:
            decision = draw(simple)
        history.append(signed(replace(decision, at=BEGIN + timedelta(minutes=minute))))
    return history


@given(histories(), st.randoms())
def test_replaying_depends_on_the_set_of_decisions_alone(history, random):
    shuffled = random.sample(history, len(history))
    assert in_force(history) == in_force(shuffled + history)
    assert replay(PAGE, in_force(history)) == replay(PAGE, in_force(shuffled))


@given(histories(), simple)
def test_undoing_takes_away_exactly_the_effect(history, decision):
    decision = signed(replace(decision, at=BEGIN + timedelta(hours=1)))
    gone = undo(decision, 90)
    assert after(*history, decision, gone) == after(*history)
    assert after(*history, decision, gone, undo(gone, 91)) == after(*history, decision)


@given(st.permutations([on(PRESIDENT, Ruling.REJECT), correct(GIFT, "action", "lend"), add()]))
def test_the_order_of_independent_decisions_does_not_matter(decisions):
    dated = [signed(replace(d, at=BEGIN + timedelta(minutes=i))) for i, d in enumerate(decisions)]
    told = {(r.claim.kind, r.claim.evidence, r.state, r.slots) for r in after(*dated).values()}
    usual = after(on(PRESIDENT, Ruling.REJECT), correct(GIFT, "action", "lend"), add())
    assert told == {(r.claim.kind, r.claim.evidence, r.state, r.slots) for r in usual.values()}


@given(histories())
def test_lines_lead_there_and_back(history):
    for decision in history:
        assert from_line(to_line(decision)) == decision


def test_a_line_can_hold_any_text():
    decision = signed(replace(on(GIFT, Ruling.REJECT), reason="\ud800 \x00 «да»"))
    line = to_line(decision)
    assert line.encode()
    assert from_line(line) == decision
    assert "«да»" in to_line(signed(replace(decision, reason="«да»")))


BAD = [
    pytest.param({"ruling": "reverse"}, "ruling", id="ruling"),
    pytest.param({"targets": []}, "targets", id="no-target"),
    pytest.param({"payload": {"slot": "amount"}}, "it must hold slot, value", id="payload"),
    pytest.param({"payload": {"slot": "colour", "value": 1}}, "no slot 'colour'", id="slot"),
    pytest.param({"payload": {"slot": "grade", "value": "firm"}}, "'firm' is none of", id="value"),
    pytest.param({"author": " "}, "author", id="author"),
    pytest.param({"at": "2024-05-01T12:00:00"}, "no offset", id="offset"),
    pytest.param({"at": "yesterday"}, "no ISO time", id="time"),
    pytest.param({"reason": "another"}, "changed by hand", id="changed"),
    pytest.param({"colour": "red"}, "no such slot", id="key"),
]


@pytest.mark.parametrize(("changed", "told"), BAD)
def test_a_bad_decision_is_told(changed, told):
    entry = {**plain(correct(GIFT, "action", "lend")), **changed}
    with pytest.raises(ValueError, match=told):
        from_line(json.dumps(entry))


@pytest.mark.parametrize("line", ["", "[]", "{", "5", '{"a": NaN}', "[" * 100_000, "null"])
def test_what_is_no_decision_is_refused(line):
    with pytest.raises(ValueError, match=r"\w"):
        from_line(line)


BAD_SILENCES = [
    pytest.param({"targets": []}, "targets", id="names-a-finding-but-no-words"),
    pytest.param({"payload": {"code": "COM404", "basis": "abc"}}, "targets", id="words-alone"),
    pytest.param(
        {"payload": {"code": "CAL201", "basis": "abc", "finding": "COM404:5f0c"}},
        "not of the code",
        id="another-code",
    ),
    pytest.param(
        {"payload": {"code": "COM404", "basis": None, "finding": "COM404:5f0c"}},
        "basis",
        id="no-basis",
    ),
    pytest.param({"targets": [plain(selector_of(DOCUMENT, GIFT))]}, "targets", id="on-a-claim"),
    pytest.param(
        {"targets": [plain(selector_of_document(DOCUMENT))]}, "targets", id="on-a-document"
    ),
]


@pytest.mark.parametrize(("changed", "told"), BAD_SILENCES)
def test_a_bad_silence_is_told(changed, told):
    with pytest.raises(ValueError, match=told):
        from_line(json.dumps({**plain(silence("abc")), **changed}))
