"""Decisions in a dossier: kept once, replayed on documents, undone without a trace."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from communique.claims.identity import identified
from communique.model.decision import Decision, Ruling, Standing, signed
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.plain import plain
from communique.model.record import ClaimRef
from communique.model.span import Span
from communique.pipeline.keeping import Keeper
from communique.pipeline.ruling import apply_rulings, unplaced
from communique.records.decisions import addition
from communique.records.selectors import selector_of, selector_of_document, selector_of_words
from communique.store import tables
from communique.store.claims import claims_of
from communique.store.decisions import (
    all_decisions,
    append,
    decisions_by_id,
    decisions_on,
    documents_of,
    ids_like,
)
from communique.store.documents import document_key, facts_of
from communique.store.placements import all_placements, deliveries_of
from factory import PERU, commitment, office
from matching import known

TEXT = "President Ali Rahimov said Oman will give 5 million euros. It is a gift, he said."
BEGIN = datetime(2024, 5, 1, 12, tzinfo=UTC)
KEEPER = Keeper(known, "test")


def document(address, text=TEXT):
    url = f"https://example.org/{address}"
    return Document(id=address, text=text, text_given=True, url=url, publisher=address)


def claims_in(told):
    found = [office("President Ali Rahimov", told.text.index("President"))]
    quote = "Oman will give 5 million euros"
    if quote in told.text:
        found.append(commitment(quote, told.text.index(quote)))
    return identified(told, found)


@pytest.fixture
def connection(dossier):
    with dossier.writing() as connection:
        yield connection


def keep(connection, told):
    """Number of a document that is put in."""
    return KEEPER.keep(connection, Extraction(told, (), claims_in(told)), BEGIN)[0]


def decide(connection, ruling, *targets, minute=0, **payload):
    at = BEGIN + timedelta(minutes=minute)
    decision = signed(
        Decision(id="", ruling=ruling, targets=targets, payload=payload, author="Ada", at=at)
    )
    append(connection, decision)
    KEEPER.rule(connection, documents_of(connection, [decision]))
    return decision


def gift(told):
    return next(claim for claim in claims_in(told) if claim.kind == "commitment")


def on_gift(told):
    return selector_of(told, gift(told))


def undo(connection, decision, minute=60):
    return decide(connection, Ruling.UNDO, minute=minute, decision=decision.id)


DERIVED = (tables.claim, tables.placement, tables.ruled_link, tables.claim_profile, tables.profile)


def state(connection):
    """All that decisions can change, without numbers that only count."""
    return {
        table.name: sorted(
            repr({k: v for k, v in row.items() if k not in {"settled", "compared"}})
            for row in connection.execute(select(table)).mappings()
        )
        for table in DERIVED
    } | {
        "speaks_for": connection.execute(
            select(tables.document.c.key, tables.document.c.ruled_speaks_for)
        ).all()
    }


def settled(connection):
    """Have nothing wait."""
    connection.execute(tables.profile.update().values(settled=True))


def waiting(connection):
    asked = select(tables.profile.c.body).where(tables.profile.c.settled.is_(False))
    return sorted(body["quote"] for body in connection.scalars(asked))


def test_a_decision_is_kept_once(connection):
    decision = signed(
        Decision(
            id="", ruling=Ruling.REJECT, targets=(on_gift(document("a")),), author="Ada", at=BEGIN
        )
    )
    assert append(connection, decision)
    assert not append(connection, decision)
    assert all_decisions(connection) == (decision,)
    assert ids_like(connection, decision.id[:8]) == (decision.id,)
    assert decisions_by_id(connection, ["none", decision.id]) == (decision,)


def test_decisions_are_found_by_lineage_with_all_that_undoes_them(connection):
    told = document("a")
    keep(connection, told)
    first = decide(connection, Ruling.REJECT, on_gift(told))
    second = undo(connection, first)
    third = undo(connection, second, 61)
    decide(connection, Ruling.REJECT, on_gift(document("b")))
    found = decisions_on(connection, {"https://example.org/a"})
    assert [d.id for d in found] == [first.id, second.id, third.id]
    assert documents_of(connection, [third]) == (1,)


def test_a_rejected_claim_counts_no_more_until_that_is_undone(connection):
    told = document("a")
    number = keep(connection, told)
    before = state(connection)
    decision = decide(connection, Ruling.REJECT, on_gift(told))
    assert [c.node.claim.kind for c in claims_of(connection, number)] == ["office"]
    undo(connection, decision)
    after = state(connection)
    # The profile was dropped and put in anew, under another number.
    del before["profile"], before["claim_profile"], after["profile"], after["claim_profile"]
    assert after == before
    assert len(claims_of(connection, number)) == 2


def test_a_corrected_claim_keeps_its_id_and_gets_another_profile(connection):
    told = document("a")
    number = keep(connection, told)
    settled(connection)
    decide(connection, Ruling.CORRECT, on_gift(told), slot="action", value="lend")
    (stored,) = (c for c in claims_of(connection, number) if c.node.claim.kind == "commitment")
    assert stored.node.claim == replace(gift(told), action="lend")
    assert stored.node.ruled == ("action",)


def test_replaying_again_changes_nothing(connection):
    told = document("a")
    keep(connection, told)
    decide(connection, Ruling.CORRECT, on_gift(told), slot="action", value="lend")
    decide(connection, Ruling.SPEAKS_FOR, selector_of_document(told), parties=plain((PERU,)))
    settled(connection)
    before = state(connection)
    touched = apply_rulings(connection, None)
    assert (touched.documents, touched.gone, touched.on_records) == ((), (), False)
    KEEPER.rule(connection, None)
    assert state(connection) == before
    assert waiting(connection) == []


def test_decisions_wait_for_their_document(connection):
    told = document("a")
    decision = decide(connection, Ruling.REJECT, on_gift(told))
    (missing,) = unplaced(connection)
    assert (missing.decision, missing.document) == (decision, None)
    number = keep(connection, told)
    assert len(claims_of(connection, number)) == 1
    assert unplaced(connection) == ()


def test_a_decision_survives_a_text_that_was_fetched_again(connection):
    told = document("a")
    keep(connection, told)
    decide(connection, Ruling.CORRECT, on_gift(told), slot="action", value="lend")
    again = document("a", f"Updated. {TEXT}")
    number = keep(connection, again)
    actions = [c.node.claim.action for c in claims_of(connection, number) if c.node.ruled]
    assert actions == ["lend"]


def test_what_finds_its_target_in_one_version_only_is_told(connection):
    told = document("a")
    keep(connection, told)
    decision = decide(connection, Ruling.ACCEPT, on_gift(told))
    again = document("a", "President Ali Rahimov said nothing.")
    keep(connection, again)
    (missing,) = unplaced(connection)
    assert (missing.decision, missing.document) == (decision, document_key(again))
    assert missing.elsewhere
    assert missing.note == "its words are not in the text"
    assert [p.standing for p in all_placements(connection)] == [Standing.ATTACHED, Standing.LOST]


def test_an_added_claim_comes_and_goes(connection):
    told = document("a")
    number = keep(connection, told)
    before = state(connection)
    start = TEXT.index("It is")
    words = selector_of_words(told, Span(start, start + 12), "commitment")
    decision = decide(connection, Ruling.ADD, words, **addition(commitment(action="a gift")))
    (added,) = (c for c in claims_of(connection, number) if c.node.ruled == ("*",))
    assert added.node.claim.evidence[0].exact == "It is a gift"
    # Extracting the document anew leaves it alone.
    KEEPER.renew(connection, number, Extraction(told, (), claims_in(told)), BEGIN)
    assert added in claims_of(connection, number)
    gone = undo(connection, decision)
    assert state(connection) == before
    undo(connection, gone, 61)
    assert len(claims_of(connection, number)) == 3


def test_whom_a_document_speaks_for(connection):
    told = document("a")
    number = keep(connection, told)
    assert facts_of(connection, [number])[number].speaks_for == ()
    parties = plain((PERU,))
    decision = decide(connection, Ruling.SPEAKS_FOR, selector_of_document(told), parties=parties)
    assert facts_of(connection, [number])[number].speaks_for == (PERU,)
    undo(connection, decision)
    assert facts_of(connection, [number])[number].speaks_for == ()


def records(ruling, *tolds, **payload):
    targets = [on_gift(told) for told in tolds]
    profiles = [None for _ in tolds]
    return (ruling, *targets), {"kind": "commitment", "profiles": profiles, **payload}


def links(connection):
    table, first, second = tables.ruled_link, tables.profile.alias(), tables.profile.alias()
    asked = (
        select(first.c.body, second.c.body, table.c.together)
        .join(first, first.c.id == table.c.first)
        .join(second, second.c.id == table.c.second)
    )
    return [
        (one["publisher"], other["publisher"], together)
        for one, other, together in connection.execute(asked)
    ]


def test_merging_and_keeping_apart_are_links_the_last_one_wins(connection):
    one, other = document("a"), document("b")
    for told in (one, other):
        keep(connection, told)
    settled(connection)
    arguments, payload = records(Ruling.MERGE, one, other)
    decide(connection, *arguments, **payload)
    assert links(connection) == [("a", "b", True)]
    assert len(waiting(connection)) == 2
    arguments, payload = records(Ruling.NEVER_MERGE, one, other)
    apart = decide(connection, *arguments, minute=1, **payload)
    assert links(connection) == [("a", "b", False)]
    settled(connection)
    undo(connection, apart)
    assert links(connection) == [("a", "b", True)]
    assert len(waiting(connection)) == 2


def test_a_claim_that_leaves_a_record_has_a_profile_of_its_own(connection):
    # The two say the same, so that they have one profile.
    one, other = document("a"), replace(document("b"), publisher="a")
    for told in (one, other):
        keep(connection, told)
    counts = len(connection.execute(select(tables.profile)).all())
    arguments, payload = records(Ruling.SPLIT, one, other, leaving=1)
    decision = decide(connection, *arguments, **payload)
    assert len(connection.execute(select(tables.profile)).all()) == counts + 1
    assert links(connection) == [("a", "a", False)]
    undo(connection, decision)
    assert len(connection.execute(select(tables.profile)).all()) == counts
    assert links(connection) == []


def test_deliveries_of_the_records_of_a_kind(connection):
    told = document("a")
    keep(connection, told)
    arguments, payload = records(Ruling.DELIVERED, told, on="2024-04-01", evidence="receipt 5")
    decision = decide(connection, *arguments, **payload)
    ref = ClaimRef(document_key(told), gift(told).id)
    (delivery,) = deliveries_of(connection, "commitment", [ref])
    assert (delivery.decision, delivery.on) == (decision.id, date(2024, 4, 1))
    assert deliveries_of(connection, "event", [ref]) == ()
    undo(connection, decision)
    assert deliveries_of(connection, "commitment", [ref]) == ()


def test_an_undoing_of_what_is_not_there_is_told(connection):
    decision = decide(connection, Ruling.UNDO, decision="0" * 40)
    (stray,) = unplaced(connection)
    assert (stray.decision, stray.target) == (decision, None)
