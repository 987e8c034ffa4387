"""Names claims: an id that unrelated changes of the text leave alone.

It is a digest of the text's lineage, the kind, the normalised quote, the identity slots and, where
two claims share all of these, the number of the occurrence.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from communique.claims.slots.declare import Role, slots_of
from communique.model.claim import Claim
from communique.model.document import Document
from communique.model.plain import plain

_DIGITS = 16


def lineage(document: Document) -> str:
    """What stays when a text is fetched again with small changes: its address, else its id."""
    if document.url:
        return document.url
    if document.text_given:
        return document.id
    return "\n".join((document.publisher or "", document.title or document.id))


def identified(document: Document, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with their ids, in the order given.

    A finder whose claims refer to each other gives them provisional ids, which must differ within
    the document; references to them are turned into the lasting ones. A reference to a claim that
    did not stand is dropped.
    """
    source = lineage(document)
    seen: Counter[str] = Counter()
    found: list[Claim] = []
    lasting: dict[str, str] = {}
    for claim in claims:
        key = json.dumps([source, claim.kind, *_key(claim)], ensure_ascii=False, sort_keys=True)
        seen[key] += 1
        digest = sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()
        found.append(replace(claim, id=f"{claim.kind}-{digest[:_DIGITS]}"))
        lasting[claim.id] = found[-1].id
    return tuple(_referring(claim, lasting) for claim in found)


def _referring(claim: Claim, lasting: Mapping[str, str]) -> Claim:
    """The claim with lasting ids in its references."""
    names = [slot.name for slot in slots_of(type(claim)) if slot.role is Role.REFERENCE]
    told = {name: getattr(claim, name) for name in names if getattr(claim, name) is not None}
    changed: dict[str, Any] = {name: lasting.get(ident) for name, ident in told.items()}
    return replace(claim, **changed)


def _key(claim: Claim) -> list[Any]:
    quote = " ".join(claim.evidence[0].exact.casefold().split())
    names = (slot.name for slot in slots_of(type(claim)) if slot.role is Role.IDENTITY)
    return [quote, *(plain(getattr(claim, name)) for name in names)]
