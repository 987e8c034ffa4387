"""What a document tells, in a few lines."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from communique.model.claim import Claim
from communique.model.record import ClaimRef
from communique.store.claims import claims_in
from communique.store.documents import load_read
from communique.store.dossier import Connection
from communique.store.findings import quotable
from communique.views.headlines import counted_kinds, most_telling
from communique.views.wording import Wording

# Claims that are told.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Gist:
    """A document in a few lines.

    Attributes:
        key: Its key.
        title: What it is called.
        counted: How many claims there are of each kind, in words.
        telling: The claims that tell most, each with where it stands.
        rest: Number of the other claims.
    """

    key: str
    title: str
    counted: str
    telling: tuple[tuple[ClaimRef, Claim], ...]
    rest: int


def gists_of(connection: Connection, keys: Collection[str], wording: Wording) -> tuple[Gist, ...]:
    """What documents tell, in the order of their keys as given; those not there are left out."""
    numbers = {key: told.number for key, told in quotable(connection, keys).items()}
    read = load_read(connection, list(numbers.values()))
    claims = claims_in(connection, list(numbers.values()))
    found = []
    for key in dict.fromkeys(keys):
        if key not in numbers:
            continue
        document, _ = read[numbers[key]]
        told = [stored.node.claim for stored in claims[numbers[key]]]
        telling = most_telling(told, _MOST)
        found.append(
            Gist(
                key,
                document.title or document.id,
                counted_kinds(told, wording),
                tuple((ClaimRef(key, claim.id), claim) for claim in telling),
                len(told) - len(telling),
            )
        )
    return tuple(found)
