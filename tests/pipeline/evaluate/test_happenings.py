from copy import deepcopy
from pathlib import Path

import pytest

from communique.errors import BadGold, SourceNotFound
from communique.pipeline.evaluate.happenings import digest_of_merging, read_merging_gold
from merging_data import DOCUMENTS, LIMA, MUSCAT, RECORDS, TEXT, write

SET = Path(__file__).parents[3] / "eval/merging"


def changed(number=0, **fields):
    records = deepcopy(RECORDS)
    records[number].update(fields)
    return records


def telling(**fields):
    entry = {"in": "a", "quote": LIMA, **fields}
    return changed(tellings=[{key: value for key, value in entry.items() if value is not None}])


def test_a_set_is_read_with_the_places_of_its_quotes(tmp_path):
    records = [*RECORDS, {**RECORDS[0], "id": "part", "part_of": "lima"}]
    records[4]["tellings"] = [{"in": "a", "quote": LIMA, "slots": {"mode": "call", "ordinal": [2]}}]
    records[0] = {**RECORDS[0], "tellings": RECORDS[0]["tellings"][1:]}
    gold = read_merging_gold(write(tmp_path, records=records))
    assert [d.id for d in gold.documents] == ["a", "b", "c"]
    lima, muscat, *_, part = gold.happenings
    assert [p.document for p in lima.passages] == ["b", "c"]
    assert all(TEXT[p.quote.start : p.quote.end] == MUSCAT for p in muscat.passages)
    assert part.part_of == "lima"
    assert part.passages[0].slots == {"mode": ("call",), "ordinal": (2,)}


@pytest.mark.parametrize(
    ("records", "told"),
    [
        pytest.param("[", "no YAML", id="yaml"),
        pytest.param("a: b", "no list of happenings", id="mapping"),
        pytest.param(["lima"], "an entry without id: its `id` is no text", id="entry"),
        pytest.param(changed(about=""), "its `about` is no text", id="about"),
        pytest.param(changed(kind="wish"), "'wish' is none of event, instrument", id="kind"),
        pytest.param(changed(why="so"), "'why' is no key", id="key"),
        pytest.param(changed(tellings=[]), "it has no tellings", id="tellings"),
        pytest.param(telling(**{"in": "z"}), "no document 'z'", id="document"),
        pytest.param(telling(quote=None), "has no quote", id="quote-missing"),
        pytest.param(telling(quote="Nobody met."), "'Nobody met.' is not in a", id="quote"),
        pytest.param(telling(quote="met"), "'met' stands 2 times in a", id="quote-twice"),
        pytest.param(telling(slots={"wish": 1}), "'wish' is no slot of event", id="slot"),
        pytest.param(telling(slots="call"), "'' is no slot", id="slots-text"),
        pytest.param(telling(slots={"mode": []}), "holds no text or number", id="slot-empty"),
        pytest.param(changed(1, id="lima"), "the id 'lima' stands twice", id="id-twice"),
        pytest.param(changed(part_of="rome"), "there is no event 'rome'", id="part-of"),
        pytest.param(changed(supersedes="post"), "there is no event 'post'", id="other-kind"),
        pytest.param(
            changed(1, tellings=[{"in": "a", "quote": "Oman and Peru met"}]),
            "one sentence of a tells lima and muscat",
            id="one-sentence",
        ),
    ],
)
def test_what_breaks_the_form_is_told_in_one_line_with_its_place(tmp_path, records, told):
    with pytest.raises(BadGold) as error:
        read_merging_gold(write(tmp_path, records=records))
    assert told in str(error.value)
    assert "records.yaml" in str(error.value)
    assert "\n" not in str(error.value)


def test_one_sentence_may_tell_two_happenings_whose_slots_differ(tmp_path):
    whole, part = {"in": "a", "quote": LIMA}, {"in": "a", "quote": "Oman and Peru met"}
    records = changed(tellings=[{**whole, "slots": {"mode": "meeting"}}])
    records[1] = {**RECORDS[1], "tellings": [{**part, "slots": {"mode": "call"}}]}
    assert len(read_merging_gold(write(tmp_path, records=records)).happenings) == 4


@pytest.mark.parametrize(
    ("documents", "told"),
    [
        pytest.param(["{"], "no JSON", id="json"),
        pytest.param([{"text": TEXT}], "it has no id", id="no-id"),
        pytest.param([*DOCUMENTS, DOCUMENTS[0]], "the id 'a' stands twice", id="twice"),
    ],
)
def test_bad_documents_are_told_in_one_line(tmp_path, documents, told):
    with pytest.raises(BadGold) as error:
        read_merging_gold(write(tmp_path, documents))
    assert told in str(error.value)
    assert "documents.jsonl" in str(error.value)


@pytest.mark.parametrize("name", ["documents.jsonl", "records.yaml"])
def test_a_set_has_both_files(tmp_path, name):
    (write(tmp_path) / name).unlink()
    with pytest.raises(SourceNotFound, match=name):
        read_merging_gold(tmp_path)


def test_the_digest_tells_a_change_of_either_file(tmp_path):
    digests = {digest_of_merging(write(tmp_path))}
    digests.add(digest_of_merging(write(tmp_path, DOCUMENTS[:2])))
    digests.add(digest_of_merging(write(tmp_path, records=RECORDS[:2])))
    assert len(digests) == 3


def test_the_set_of_the_project_is_as_large_as_its_page_says():
    gold = read_merging_gold(SET)
    tellings = sum(len(h.passages) for h in gold.happenings)
    page = (SET / "README.md").read_text("utf-8")
    assert f"| {len(gold.documents)} documents, one a line" in page
    assert f"| {len(gold.happenings)} happenings with {tellings} tellings" in page
    assert len(gold.documents) >= 60
    assert {h.kind for h in gold.happenings} == {
        "event", "instrument", "commitment", "figure", "office", "person"
    }  # fmt: skip
    shared = [h for h in gold.happenings if len({p.document for p in h.passages}) > 1]
    assert len(shared) >= 80


def test_every_quote_of_the_set_is_where_it_is_said_to_be():
    gold = read_merging_gold(SET)
    texts = {document.id: document.text for document in gold.documents}
    for happening in gold.happenings:
        for passage in happening.passages:
            quote = passage.quote
            assert texts[passage.document][quote.start : quote.end] == quote.exact


def test_every_document_of_the_set_says_who_published_it_when_and_where():
    documents = read_merging_gold(SET).documents
    assert all(d.title and d.published and d.publisher and d.url for d in documents)
    assert len({d.url for d in documents}) == len(documents)
    assert all(".example/" in (d.url or "") for d in documents)
    assert all(50 <= len(d.text.split()) <= 400 for d in documents)


def test_the_posts_of_a_person_are_told_where_the_person_is():
    gold = read_merging_gold(SET)
    told = {
        kind: {(p.document, p.quote.start) for h in gold.happenings if h.kind == kind
               for p in h.passages}
        for kind in ("office", "person")
    }  # fmt: skip
    assert told["office"] == told["person"]


def test_the_set_aside_is_sound_and_apart_from_the_other():
    aside, seen = read_merging_gold(SET.with_name("merging-aside")), read_merging_gold(SET)
    assert (len(aside.documents), len(aside.happenings)) == (18, 37)
    assert not {d.text for d in aside.documents} & {d.text for d in seen.documents}
