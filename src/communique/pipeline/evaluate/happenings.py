"""The gold of merging: documents, and the happenings that they tell; reading and checking them.

A folder holds `documents.jsonl` and `records.yaml`; `eval/merging/README.md` describes both.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import Any

import yaml

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.declare import slots_of
from communique.errors import BadGold, SourceNotFound
from communique.model.claim import Evidence
from communique.model.failure import Failure
from communique.model.raw import GivenDocument
from communique.sources.json_documents import read_stream
from communique.sources.reader import Found

DOCUMENTS, RECORDS = "documents.jsonl", "records.yaml"

#: Kinds of record that are made of the claims of another kind.
PERSON = "person"
_MADE_OF = {PERSON: "office"}
#: Kinds of record, in the order of reports.
KINDS = (*SHAPE_OF, PERSON)

_KEYS = {"id", "kind", "about", "slots", "tellings", "part_of", "supersedes"}
_TEXTS = ("id", "kind", "about")
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")

Values = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a document tells a happening.

    Attributes:
        document: Id of the document.
        quote: The words that tell it.
        slots: What a claim must hold in these slots to be meant, one of the values each.
    """

    document: str
    quote: Evidence
    slots: Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Happening:
    """What claims of many documents speak about, as people see it.

    Attributes:
        id: Its name in the set.
        kind: Kind of record.
        about: What it is, for whoever reads the set.
        passages: Where it is told.
        part_of: Id of the happening whose sum contains this one.
        supersedes: Id of the happening whose sum this one restates.
    """

    id: str
    kind: str
    about: str
    passages: tuple[Passage, ...]
    part_of: str | None = None
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class MergingGold:
    """Documents, and what happened."""

    documents: tuple[GivenDocument, ...]
    happenings: tuple[Happening, ...]


def claims_for(kind: str) -> str:
    """The kind of claim that a kind of record is made of."""
    return _MADE_OF.get(kind, kind)


def read_merging_gold(folder: Path) -> MergingGold:
    """The set in a folder.

    Raises:
        SourceNotFound: It lacks a file.
        BadGold: A document or happening breaks the form, or a quote is not in its text.
    """
    documents = _documents(_file(folder, DOCUMENTS))
    texts = {document.id or "": document.text for document in documents}
    where = _file(folder, RECORDS)
    happenings = tuple(_happening(entry, texts, str(where)) for entry in _entries(where))
    _check_ids(happenings, str(where))
    _check_told_apart(happenings, texts, str(where))
    return MergingGold(documents, happenings)


def digest_of_merging(folder: Path) -> str:
    """SHA-256 over both files."""
    digest = sha256()
    for name in (DOCUMENTS, RECORDS):
        digest.update(_file(folder, name).read_bytes() + b"\n")
    return digest.hexdigest()


def _file(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise SourceNotFound(
            str(path), "no such file", f"name a folder with {DOCUMENTS}, {RECORDS}"
        )
    return path


def _documents(path: Path) -> tuple[GivenDocument, ...]:
    with path.open("rb") as stream:
        documents = tuple(_given(entry) for entry in read_stream(stream, str(path)))
    _check_once((document.id or "" for document in documents), str(path))
    return documents


def _given(entry: Found) -> GivenDocument:
    if isinstance(entry, Failure):
        raise BadGold(str(entry.id), entry.message, "mend the line")
    if not isinstance(entry, GivenDocument) or entry.id is None:
        raise BadGold(entry.address, "it has no id", "give it one")
    return entry


def _entries(path: Path) -> Sequence[Any]:
    try:
        told = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadGold(str(path), f"no YAML ({error})", "mend the file") from error
    if not isinstance(told, list) or not told:
        raise BadGold(str(path), "it holds no list of happenings", "give one")
    return told


def _happening(entry: Any, texts: Mapping[str, str], where: str) -> Happening:  # noqa: ANN401 - YAML
    told = entry if isinstance(entry, Mapping) else {}
    place = f"{where}, {told.get('id', 'an entry without id')}"
    for key in _TEXTS:
        if not isinstance(told.get(key), str) or not told[key]:
            raise BadGold(place, f"its `{key}` is no text", "give it one")
    if told["kind"] not in KINDS:
        known = ", ".join(KINDS)
        raise BadGold(place, f"its kind {told['kind']!r} is none of {known}", "give one of these")
    if unknown := sorted(set(told) - _KEYS):
        raise BadGold(place, f"{unknown[0]!r} is no key of a happening", "leave it out")
    if not isinstance(told.get("tellings"), list) or not told["tellings"]:
        raise BadGold(place, "it has no tellings", "tell where it is told")
    slots = _slots(told.get("slots", {}), told["kind"], place)
    passages = (_passage(p, told["kind"], slots, texts, place) for p in told["tellings"])
    links = {key: told.get(key) for key in ("part_of", "supersedes")}
    return Happening(told["id"], told["kind"], told["about"], tuple(passages), **links)


def _passage(
    entry: Any,  # noqa: ANN401 - YAML
    kind: str,
    common: Mapping[str, Values],
    texts: Mapping[str, str],
    place: str,
) -> Passage:
    told = entry if isinstance(entry, Mapping) else {}
    document, quote = str(told.get("in")), told.get("quote")
    if document not in texts:
        raise BadGold(place, f"there is no document {document!r}", "give the id of one in `in`")
    if not isinstance(quote, str) or not quote:
        raise BadGold(place, f"a telling in {document} has no quote", "give its words in `quote`")
    times = texts[document].count(quote)
    if times != 1:
        found = f"stands {times} times in" if times else "is not in"
        raise BadGold(place, f"{quote[:60]!r} {found} {document}", "quote words that stand once")
    start = texts[document].index(quote)
    slots = {**common, **_slots(told.get("slots", {}), kind, f"{place}, {document}")}
    return Passage(document, Evidence(start, start + len(quote), quote), slots)


def _slots(entry: Any, kind: str, place: str) -> Mapping[str, Values]:  # noqa: ANN401 - YAML
    told = entry if isinstance(entry, Mapping) else {"": entry}
    known = {slot.name for slot in slots_of(SHAPE_OF[claims_for(kind)])}
    slots: dict[str, Values] = {}
    for name, value in told.items():
        if name not in known:
            raise BadGold(place, f"{name!r} is no slot of {claims_for(kind)}", "name a slot")
        values = value if isinstance(value, list) else [value]
        if not values or not all(isinstance(v, str | int | float) for v in values):
            raise BadGold(place, f"slot {name!r} holds no text or number", "give one, or a list")
        slots[name] = tuple(values)
    return slots


def _check_ids(happenings: Sequence[Happening], where: str) -> None:
    _check_once((happening.id for happening in happenings), where)
    kinds = {happening.id: happening.kind for happening in happenings}
    for happening in happenings:
        for other in (happening.part_of, happening.supersedes):
            if other is not None and kinds.get(other) != happening.kind:
                reason = f"there is no {happening.kind} {other!r}"
                raise BadGold(f"{where}, {happening.id}", reason, "name another happening")


def _check_once(ids: Iterator[str], where: str) -> None:
    twice = [ident for ident, times in Counter(ids).items() if times > 1]
    if twice:
        raise BadGold(where, f"the id {twice[0]!r} stands twice", "give each its own")


def _check_told_apart(
    happenings: Sequence[Happening], texts: Mapping[str, str], where: str
) -> None:
    """What one sentence tells of two happenings of a kind must be told apart by slots.

    Claims quote whole sentences, so that the words alone would not tell which is meant.
    """
    told: dict[tuple[str, str], list[tuple[str, Passage]]] = defaultdict(list)
    for happening in happenings:
        for passage in happening.passages:
            told[happening.kind, passage.document].append((happening.id, passage))
    for (_, document), passages in told.items():
        for (one, passage), (other, beside) in permutations(passages, 2):
            told_apart = one == other or passage.slots != beside.slots
            if not told_apart and _one_sentence(texts[document], passage.quote, beside.quote):
                reason = f"one sentence of {document} tells {one} and {other}"
                raise BadGold(f"{where}, {one}", reason, "give `slots` that tell them apart")


def _one_sentence(text: str, one: Evidence, other: Evidence) -> bool:
    first, second = sorted((one, other))
    if second.start < first.end:
        return True
    return _SENTENCE_ENDS.search(text[first.end - 1 : second.start]) is None
