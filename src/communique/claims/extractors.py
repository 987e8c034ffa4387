"""The extractors of claims, one line each; installed packages add theirs by entry points."""

from __future__ import annotations

from communique.claims.extractor import Extractor, GrammarExtractor
from communique.errors import UnknownExtractor
from communique.plugins import Offer, joined

#: Name of the group of entry points.
GROUP = "communique.extractors"
#: The extractor that runs unless another is asked for.
DEFAULT_EXTRACTOR = "grammar"

EXTRACTORS: tuple[Offer[Extractor], ...] = (
    Offer("grammar", GrammarExtractor.load),
)  # fmt: skip


def all_extractors() -> tuple[Offer[Extractor], ...]:
    """The built-in extractors and those of installed packages.

    Raises:
        BadPlugin: Two have one name.
    """
    return joined(GROUP, EXTRACTORS)


def load_extractor(name: str, offers: tuple[Offer[Extractor], ...]) -> Extractor:
    """Make an extractor ready for use.

    Raises:
        UnknownExtractor: None has the name.
        SetupError: It can't be loaded.
    """
    for offer in offers:
        if offer.name == name:
            return offer.load()
    known = ", ".join(offer.name for offer in offers)
    raise UnknownExtractor(f"extractor {name!r}", "there is none of this name", f"known: {known}")
