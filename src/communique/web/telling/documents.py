"""Which documents a request asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from communique.model.languages import is_read
from communique.store.browsing import WantedDocuments, languages_told
from communique.store.catalogue import Period
from communique.store.dossier import Connection
from communique.web.asked import Asked
from communique.web.site import Site

# Longest words that are looked for.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """What documents are asked for besides what every page is.

    Attributes:
        title: Part of the title.
        publisher: Part of the name of the publisher.
        language: ISO 639-1 code; "unknown", or "unread" for any that the program does not read.
        copied: Whether the story must have several versions.
    """

    title: str = ""
    publisher: str = ""
    language: str = ""
    copied: bool = False

    @property
    def is_open(self) -> bool:
        """Whether all documents fit."""
        return self == Filters()

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of an address that asks the same."""
        told = [("title", self.title), ("publisher", self.publisher), ("language", self.language)]
        return [*told, ("copied", "1" if self.copied else "")]


def _filters(
    title: Annotated[str, Query(description="Part of the title.", max_length=_LONGEST)] = "",
    publisher: Annotated[
        str, Query(description="Part of the publisher's name.", max_length=_LONGEST)
    ] = "",
    language: Annotated[
        str,
        Query(description="ISO 639-1 code; `unknown`, or `unread`.", max_length=_LONGEST),
    ] = "",
    copied: Annotated[bool, Query(description="Those with several versions.")] = False,
) -> Filters:
    """The filters of a request."""
    return Filters(title.strip(), publisher.strip(), language.strip(), copied)


TheFilters = Annotated[Filters, Depends(_filters)]


def languages_of(site: Site, connection: Connection) -> Mapping[str, int]:
    """Number of documents by language, kept until the dossier changes."""
    return site.cache.get(site.state(connection), "languages", lambda: languages_told(connection))


def wanted_by(
    asked: Asked, filters: Filters | None = None, languages: Mapping[str, int] | None = None
) -> WantedDocuments:
    """The documents that are asked for.

    Args:
        asked: Sides, period and person.
        filters: What else is asked for.
        languages: The languages that documents are in, where filters may name one.
    """
    filters = filters or Filters()
    relationship = asked.relationship
    unread = tuple(name for name in languages or {} if not is_read(name or None))
    chosen = {"": (), "unknown": ("",), "unread": unread or ("none",)}
    return WantedDocuments(
        period=Period(asked.first, asked.last),
        naming=() if relationship is None else relationship.naming(),
        person=asked.person,
        title=filters.title,
        publisher=filters.publisher,
        languages=chosen.get(filters.language, (filters.language,)),
        copied=filters.copied,
    )
