"""The first page: which relationship? An empty dossier leads to a first result."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from communique.store.basis import Basis, basis_of
from communique.store.counting import frequent_pairs, party_names
from communique.store.dossier import Connection
from communique.vocab.kinship import Kinship
from communique.web.asked import TheAsked
from communique.web.rendering import page
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PAIRS = 8
# Names that a field offers.
_NAMES = 200


@dataclass(frozen=True, slots=True)
class Held:
    """What the dossier holds.

    Attributes:
        basis: Its documents.
        pairs: Sides that take part in many records together, as names.
        names: Names of sides, those of most records first.
    """

    basis: Basis
    pairs: tuple[tuple[str, str], ...]
    names: tuple[str, ...]


@router.get("/")
def start(request: Request, site: TheSite, asked: TheAsked, visitor: Reader) -> Response:
    """Asks for the sides; an empty dossier leads to a first result."""
    with site.reading() as connection:
        held = site.cache.get(site.state(connection), "start", lambda: _held(connection, site.kin))
    return page(request, "start.html", {"held": held}, asked=asked)


def _held(connection: Connection, kin: Kinship) -> Held:
    basis = basis_of(connection)
    pairs: dict[tuple[str, str], int] = {}
    found = frequent_pairs(connection)
    # A name stands in many pairs.
    side_of = {name: kin.side(name) for name in {name for pair in found for name in pair}}
    for (one, other), number in found.items():
        sides = sorted((side_of[one], side_of[other]))
        if sides[0] != sides[1] and all(side in kin.codes for side in sides):
            pairs[sides[0], sides[1]] = pairs.get((sides[0], sides[1]), 0) + number
    most = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_PAIRS]
    names = party_names(connection, most=3 * _NAMES)
    return Held(basis, tuple(most), tuple(name for name in names if name in kin.codes)[:_NAMES])
