"""Everything about one record: its claims numbered, and where versions of a story differ."""

from datetime import UTC, date, datetime

from communique.model.decision import Decision, Ruling
from communique.model.record import (
    ClaimRef,
    Directness,
    Dispute,
    DocumentFacts,
    Node,
    Record,
    Telling,
)
from communique.store.claims import StoredClaim
from communique.store.evidence import Told
from communique.store.listing import Listed
from communique.views.page import page_of
from factory import event

EVENT = event()


def told(*places):
    """Claims by place: document, claim, story and day."""
    found = {}
    for number, (document, claim, story, day) in enumerate(places):
        ref = ClaimRef(document, claim)
        facts = DocumentFacts(document, day and date.fromisoformat(day), story=story)
        node = Node(ref, EVENT, facts)
        found[ref] = Told(StoredClaim(number, number, node), document, None, None, None)
    return found


def page(claims, *tellings, decisions=()):
    values = (Telling(v, refs, 1, Directness.OUTSIDER) for v, refs in tellings)
    refs = tuple(claims)
    disputes = (Dispute("place", tuple(values)),) if tellings else ()
    record = Record(
        id="event.1", kind="event", head=EVENT, founder=refs[0], claims=refs, disputes=disputes
    )
    return page_of(Listed(record, (), (), 1), claims, {}, decisions)


def test_claims_are_numbered_in_the_order_of_the_record():
    claims = told(("b", "1", 1, None), ("a", "2", 2, None))
    assert page(claims).numbers == {ClaimRef("b", "1"): 1, ClaimRef("a", "2"): 2}


def test_versions_of_a_story_that_tell_other_values():
    claims = told(("late", "1", 1, "2024-05-02"), ("early", "2", 1, "2024-05-01"))
    late, early = claims
    (variant,) = page(claims, ("Lima", (late,)), ("Cusco", (early,))).variants
    assert (variant.slot, variant.story) == ("place", 1)
    assert variant.values == (("Cusco", (early,)), ("Lima", (late,)))


def test_other_stories_may_differ():
    claims = told(("a", "1", 1, None), ("b", "2", 2, None))
    one, other = claims
    assert page(claims, ("Lima", (one,)), ("Cusco", (other,))).variants == ()


def test_a_document_and_its_copy_that_tell_two_values_each_are_no_edit():
    claims = told(
        ("a", "1", 1, None), ("a", "2", 1, None), ("b", "3", 1, None), ("b", "4", 1, None)
    )
    one, other, copied, again = claims
    assert page(claims, ("Lima", (one, copied)), ("Cusco", (other, again))).variants == ()
    alone = told(("a", "1", 1, None), ("a", "2", 1, None))
    one, other = alone
    assert page(alone, ("Lima", (one,)), ("Cusco", (other,))).variants == ()


def test_decisions_that_were_undone_are_told_as_such():
    at = datetime(2024, 5, 1, tzinfo=UTC)
    accept = Decision(id="1", ruling=Ruling.ACCEPT, targets=(), author="Ann", at=at)
    reject = Decision(id="2", ruling=Ruling.REJECT, targets=(), author="Ann", at=at)
    undo = Decision(
        id="3", ruling=Ruling.UNDO, targets=(), payload={"decision": "2"}, author="Bo", at=at
    )
    shown = page(told(("a", "1", 1, None)), decisions=(accept, reject, undo))
    assert shown.decisions == (accept, reject)
    assert shown.undone == {"2"}
