"""Annotated documents: reading and checking them, their digest, and their two parts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha1, sha256
from pathlib import Path

from communique.claims.from_json import claim_of
from communique.errors import BadGold, SourceNotFound
from communique.model.claim import Claim
from communique.model.raw import GivenDocument

_GIVEN = ("title", "published", "publisher", "url", "language")
# Texts that share much wording stay in one part.
_SAME_SIDE = {"wh-50": "wh-26"}


class Part(StrEnum):
    """The parts of a collection: two thirds for developing, a third for measuring only."""

    SEEN = "seen"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with the claims that people found in it."""

    given: GivenDocument
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """Its id, which every annotated document has."""
        return self.given.id or self.given.address


def part_of(ident: str) -> Part:
    """The part that a document is in; it hangs on the id alone, so that it never changes."""
    digest = sha1(_SAME_SIDE.get(ident, ident).encode(), usedforsecurity=False).hexdigest()
    return Part.ASIDE if int(digest, 16) % 3 == 0 else Part.SEEN


def read_gold(path: Path, part: Part | None = None) -> tuple[GoldDocument, ...]:
    """The annotated documents of a folder of JSON files, or of a file of JSON lines.

    Args:
        path: The folder or file.
        part: Only the documents of this part.

    Raises:
        SourceNotFound: There is no such folder or file, or it holds no document.
        BadGold: A document breaks the claim model, or a quote is not in its text.
    """
    found: dict[str, GoldDocument] = {}
    for where, text in _entries(path):
        document = _document(where, text)
        if document.id in found:
            raise BadGold(where, f"the id {document.id!r} stands twice", "give each its own")
        found[document.id] = document
    if not found:
        raise SourceNotFound(str(path), "no annotated documents there", "name a folder of JSON")
    return tuple(d for d in found.values() if part is None or part_of(d.id) is part)


def digest_of(path: Path) -> str:
    """SHA-256 over the annotated documents, as they stand in their files."""
    digest = sha256()
    for _, text in _entries(path):
        digest.update(text.encode() + b"\n")
    return digest.hexdigest()


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """Where each document stands, and its JSON."""
    if path.is_dir():
        for file in sorted(path.glob("*.json")):
            yield str(file), _text(file)
    elif path.is_file():
        for number, line in enumerate(_text(path).splitlines(), 1):
            if line.strip():
                yield f"{path}, line {number}", line
    else:
        raise SourceNotFound(str(path), "no such file or folder", "check the name")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise BadGold(str(path), "not UTF-8", "save the file as UTF-8") from error


def _document(where: str, text: str) -> GoldDocument:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadGold(where, f"no JSON ({error})", "mend the file") from error
    fields = record if isinstance(record, Mapping) else {}
    if not all(isinstance(fields.get(key), str) for key in ("id", "text")):
        raise BadGold(where, "no object with `id` and `text`", "give it both")
    if not isinstance(fields.get("claims"), list):
        raise BadGold(where, "it has no list `claims`", "give one, be it empty")
    told = {key: fields.get(key) for key in _GIVEN}
    given = GivenDocument(address=where, id=fields["id"], text=fields["text"], **told)
    claims = enumerate(fields["claims"])
    return GoldDocument(given, tuple(_claim(where, given.text, n, entry) for n, entry in claims))


def _claim(where: str, text: str, number: int, entry: object) -> Claim:
    try:
        claim = claim_of(entry)
    except ValueError as error:
        raise BadGold(f"{where}, claim {number}", str(error), "mend the claim") from error
    for quote in claim.evidence:
        if text[quote.start : quote.end] != quote.exact:
            reason = f"the quote {quote.exact[:60]!r} is not at {quote.start}:{quote.end}"
            raise BadGold(f"{where}, claim {number}", reason, "mend its offsets")
    if not claim.evidence:
        raise BadGold(f"{where}, claim {number}", "it has no evidence", "give its quote")
    return claim
