"""Extracting, joining and measuring in one go, with stages that know three sentences."""

from dataclasses import replace

import pytest

from communique.errors import CommuniqueError
from communique.model.failure import Failure
from communique.pipeline.evaluate.happenings import Happening, MergingGold, Passage
from communique.pipeline.evaluate.joining import joined
from communique.pipeline.evaluate.measure import ALL
from communique.pipeline.evaluate.run_merging import compared_merging, evaluate_merging, told_in
from communique.store.dossier import Mode, open_dossier
from factory import quote
from filling import SentenceLoader, add, documents, given, knowledge
from recorded import grouped, records_of

MEETING, GIFT = "Oman and Peru met on 3 May 2024", "Oman will give Peru 5 million euros"
DOCUMENTS = (
    given("a", f"{MEETING}.", publisher="Agency"),
    given("b", f"In Lima, {MEETING}. {GIFT}.", publisher="Herald"),
    given("c", "Oman and Peru met on 5 May 2024."),
)


def happening(name, kind, told, **slots):
    texts = {document.id: document.text for document in DOCUMENTS}
    passages = (
        Passage(document, quote(words, texts[document].index(words))[0], slots)
        for document, words in told.items()
    )
    return Happening(name, kind, "It happened.", tuple(passages))


GOLD = MergingGold(
    DOCUMENTS,
    (
        happening("first", "event", {"a": MEETING, "b": MEETING}),
        happening("second", "event", {"c": "Oman and Peru met on 5 May 2024"}),
        happening("gift", "commitment", {"b": GIFT}, amount=(5_000_000,)),
    ),
)


def test_claims_are_found_joined_and_measured():
    evaluation = evaluate_merging(GOLD, SentenceLoader(), knowledge())
    kinds = evaluation.merging.kinds
    assert kinds["event"].pairs.counts.f1 == 1
    assert (kinds[ALL].found, kinds[ALL].tellings) == (4, 4)
    assert evaluation.merging.failed == ()
    assert evaluation.relations.counts == (0, 0, 0)


def test_a_document_that_fails_is_told_and_its_claims_are_not_found():
    results = [*SentenceLoader()().run(DOCUMENTS[:2]), Failure("c", "documents", "IN004", "no")]
    told = told_in(GOLD, results, knowledge())
    merged = joined(told.nodes.values(), knowledge().matchers)
    score = compared_merging(GOLD, told, merged, knowledge()).merging
    assert score.failed == ("c",)
    assert [missed[:3] for missed in score.missed] == [("event", "second", "c")]


def test_results_must_be_as_many_as_documents():
    with pytest.raises((ValueError, CommuniqueError)):
        told_in(GOLD, [], knowledge())


def test_a_dossier_holds_the_same_records(tmp_path):
    """What is measured in memory is what `communique add` makes."""
    found = documents(9)
    found[3] = replace(found[3], publisher="Ministry of Foreign Affairs of Oman")
    gold = MergingGold(tuple(found), ())
    told = told_in(gold, SentenceLoader()().run(found), knowledge())
    with open_dossier(str(tmp_path / "dossier.db"), Mode.WRITE) as dossier:
        add(dossier, found)
        with dossier.reading() as connection:
            stored = records_of(connection)
    merged = joined(told.nodes.values(), knowledge().matchers).grouping()
    assert grouped(merged) == stored
