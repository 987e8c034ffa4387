"""Offices: a person holds a post, as of the document's date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from communique.claims.slots.declare import Role, slot
from communique.model.claim import Claim, Party, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Claim):
    """A person holds a post, as of the document's date."""

    kind: ClassVar[str] = "office"

    person: Person = slot("person", "Who holds it.", Role.IDENTITY)
    post: str = slot("post", "The post as written, without the party.", Role.IDENTITY)
    party: Party | None = slot("party", "State or institution.", Role.COMPARABLE, None)


def holders_of(claims: Iterable[Claim]) -> dict[str, Party]:
    """In whose office the claims of one document tell each person, by full name.

    Of a person with posts of several parties it is the first.
    """
    found: dict[str, Party] = {}
    for claim in claims:
        if isinstance(claim, Office) and claim.party is not None:
            found.setdefault(claim.person.name, claim.party)
    return found
