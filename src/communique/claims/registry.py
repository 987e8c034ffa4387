"""The kinds of claim, one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from communique.claims.kinds.commitment.finder import Commitments
from communique.claims.kinds.event.finder import Events
from communique.claims.kinds.event.remarks import Remarks
from communique.claims.kinds.figure import Figures
from communique.claims.kinds.instrument import Instruments
from communique.claims.kinds.office import Offices
from communique.claims.reading import Reading
from communique.model.claim import Claim


class ClaimFinder(Protocol):
    """Finds the claims of one kind; it raises nothing on odd text."""

    def find(self, reading: Reading) -> Iterator[Claim]:
        """The claims of a document, in text order."""


#: Loaders of the finders, one a kind.
FINDERS: tuple[Callable[[], ClaimFinder], ...] = (
    Commitments.load,
    Events.load,
    Figures.load,
    Instruments.load,
    Offices.load,
)

#: Loaders of the finders of verbal acts that are no claims, such as praise and thanks; what they
#: find, as events, is told in the PLOVER view alone.
REMARK_FINDERS: tuple[Callable[[], ClaimFinder], ...] = (Remarks.load,)
