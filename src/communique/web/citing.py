"""How a page is cited: in plain words, for BibTeX, and as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from communique.model.spelled import days

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_ESCAPES: Mapping[str, str] = MappingProxyType(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
#: Endings of the addresses of citations, with their media types.
MEDIA: Mapping[str, str] = MappingProxyType(
    {
        "txt": "text/plain; charset=utf-8",
        "bib": "application/x-bibtex; charset=utf-8",
        "json": "application/vnd.citationstyles.csl+json",
    }
)


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited.

    Attributes:
        key: Names it in a list of references.
        title: Its title.
        address: Its permanent address in the dossier.
        accessed: The day on which it was read.
        issued: Day of publication; None where it is not known.
        publisher: Who published it; None where it is not known.
        original: Address of the original; None where there is none.
        note: What else a reader should know.
        medium: Type of the Citation Style Language.
    """

    key: str
    title: str
    address: str
    accessed: date
    issued: date | None = None
    publisher: str | None = None
    original: str | None = None
    note: str = ""
    medium: str = "webpage"


def written(citation: Citation, ending: str) -> str:
    """The citation in the form that an ending names."""
    if ending == "bib":
        return bibtex(citation)
    if ending == "json":
        return csl(citation)
    return plain(citation) + "\n"


def plain(citation: Citation) -> str:
    """The citation in plain words, on one line."""
    issued = "" if citation.issued is None else f" ({days(citation.issued, citation.issued)})"
    who = f"{citation.publisher or ''}{issued}".strip()
    parts = [
        f"{who}: “{citation.title}”." if who else f"“{citation.title}”.",
        f"{citation.original}." if citation.original else "",
        f"{citation.note}." if citation.note else "",
        f"communique dossier, {citation.address},",
        f"read on {days(citation.accessed, citation.accessed)}.",
    ]
    return " ".join(" ".join(part for part in parts if part).split())


def bibtex(citation: Citation) -> str:
    """The citation as an entry of a BibTeX file."""
    issued = citation.issued
    fields = {
        "title": f"{{{_tex(citation.title)}}}",
        "author": f"{{{_tex(citation.publisher)}}}" if citation.publisher else "",
        "year": f"{issued.year:04}" if issued else "",
        "date": issued.isoformat() if issued else "",
        "howpublished": _tex(citation.original) if citation.original else "",
        "note": _tex(citation.note),
        "url": _address(citation.address),
        "urldate": citation.accessed.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(citation.key)},", *lines, "}", ""])


def csl(citation: Citation) -> str:
    """The citation as CSL-JSON: a list of one item."""
    item: dict[str, Any] = {
        "id": citation.key,
        "type": citation.medium,
        "title": citation.title,
        "URL": citation.address,
        "accessed": _parts(citation.accessed),
        "archive": "communique dossier",
    }
    if citation.issued is not None:
        item["issued"] = _parts(citation.issued)
    if citation.publisher:
        item["author"] = [{"literal": citation.publisher}]
        item["publisher"] = citation.publisher
    note = ". ".join(part for part in (citation.original, citation.note) if part)
    if note:
        item["note"] = note
    return json.dumps([item], indent=2) + "\n"


def _parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _tex(words: str) -> str:
    """Words in which nothing is a command, on one line."""
    line = " ".join(words.split())
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), line)


def _address(url: str) -> str:
    """An address, in which nothing may end the field."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _key(key: str) -> str:
    return re.sub(r"[^\w.:-]", "-", key)
