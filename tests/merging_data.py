"""A small set of happenings, and claims to place in it."""

import json

import yaml

from communique.model.record import ClaimRef
from factory import event, office

TEXT = "Oman and Peru met in Lima. They met again in Muscat. President Ali Rahimov spoke."
LIMA, MUSCAT = "Oman and Peru met in Lima.", "They met again in Muscat."
POST = "President Ali Rahimov"

DOCUMENTS = [{"id": ident, "text": TEXT, "published": "2024-02-01"} for ident in ("a", "b", "c")]


def told(quote, documents="abc", **fields):
    return [{"in": document, "quote": quote, **fields} for document in documents]


RECORDS = [
    {"id": "lima", "kind": "event", "about": "The first.", "tellings": told(LIMA)},
    {"id": "muscat", "kind": "event", "about": "The second.", "tellings": told(MUSCAT)},
    {"id": "post", "kind": "office", "about": "The post.", "tellings": told(POST, "ab")},
    {"id": "ali", "kind": "person", "about": "The person.", "tellings": told(POST, "ab")},
]


def write(folder, documents=DOCUMENTS, records=RECORDS):
    lines = (d if isinstance(d, str) else json.dumps(d) for d in documents)
    (folder / "documents.jsonl").write_text("\n".join(lines) + "\n")
    text = records if isinstance(records, str) else yaml.safe_dump(records)
    (folder / "records.yaml").write_text(text)
    return folder


def claims():
    """One claim for each telling: numbers 1 to 3 in each document, but no post in the third."""
    lima = event(LIMA, TEXT.index(LIMA), id="1")
    muscat = event(MUSCAT, TEXT.index(MUSCAT), id="2")
    post = office(POST, TEXT.index(POST), id="3")
    return {"a": (lima, muscat, post), "b": (lima, muscat, post), "c": (lima, muscat)}


def refs(names):
    """Claims of "a1 b2": document and number."""
    return [ClaimRef(name[0], name[1:]) for name in names.split()]


def grouping(kind, **records):
    """A grouping of one kind: record="a1 b2"."""
    return {kind: {ref: record for record, names in records.items() for ref in refs(names)}}
