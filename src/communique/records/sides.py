"""For whom a document speaks: the party whose own word it is, several if it is joint, or nobody.

What decides is in `vocab/data/publishers.yaml`, which also tells in what order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from types import MappingProxyType
from urllib.parse import urlsplit

from communique.model.claim import Party
from communique.model.document import Document
from communique.vocab.kinship import Kinship
from communique.vocab.lexicon import Form, PartySense
from communique.vocab.words import without_accents, words_of

_NOBODY: Mapping[str, Party] = MappingProxyType({})
#: Letters of the domain of a state.
_COUNTRY = 2
#: Words that a person's name has at most.
_NAMES = 4


def speaks_for(
    document: Document, kin: Kinship, holders: Mapping[str, Party] = _NOBODY
) -> tuple[Party, ...]:
    """The parties in whose name a document speaks; none for an outsider.

    Bodies speak for their side: a ministry for its state, the European Commission for the European
    Union. Formats and regions that issue a joint document bring their members of the day with them.

    Args:
        document: The document.
        kin: Who belongs to whom, and what is known of publishers.
        holders: In whose office the document tells each person, by full name; for titles such as
            "Joint statement by President Diaz and Chancellor Moser".
    """
    own = _publisher(document, kin)
    title = _Title(words_of(document.title or ""), kin, holders, document.published)
    joint = title.authors(own) if title.is_joint() else ()
    if not joint:
        return own
    named = tuple(dict.fromkeys((*joint, *(party.name for party in own))))
    members = sorted({m for name in named for m in _members(name, kin, document.published)})
    return tuple(kin.party(name) for name in dict.fromkeys((*named, *members)))


def _members(name: str, kin: Kinship, on: date | None) -> frozenset[str]:
    """The members of a grouping; an institution with members speaks for itself."""
    return kin.members(name, on) if name in kin.groupings_alone else frozenset()


def _publisher(document: Document, kin: Kinship) -> tuple[Party, ...]:
    """The side of the publisher, by its name, else by the host of its address."""
    name = document.publisher or ""
    outsiders = kin.publishers.outsiders
    words = frozenset(word.lower() for word in words_of(name))
    if name.lower() in outsiders.names or words & outsiders.words:
        return ()
    side = _by_name(name, kin) or _by_host(urlsplit(document.url or "").hostname or "", kin)
    return () if side is None else (kin.party(side),)


def _by_name(name: str, kin: Kinship) -> str | None:
    """The side of a publisher that is a party or one of its bodies."""
    sense = kin.sense(words_of(name))
    if sense is not None and sense.form in {Form.NAME, Form.METONYM}:
        return kin.side(sense.name)
    return kin.state_in(name)


def _by_host(host: str, kin: Kinship) -> str | None:
    """The side for which a host speaks."""
    labels = host.lower().removesuffix(".").split(".")
    names = [".".join(labels[start:]) for start in range(len(labels))]
    known = kin.publishers
    if any(name in known.outsiders.hosts for name in names):
        return None
    word = next((known.hosts[name] for name in names if name in known.hosts), None)
    if word is None:
        word = _by_domain(labels, kin)
    party = kin.named(word) if word else None
    return None if party is None else kin.side(party.name)


def _by_domain(labels: Sequence[str], kin: Kinship) -> str | None:
    """The code of the state whose government has a host: mfa.gov.kz, president.az, defense.gov."""
    known = kin.publishers
    top, below = labels[-1], labels[-2] if len(labels) > 1 else ""
    if top in {"gov", "mil"}:
        return "US"
    if len(top) != _COUNTRY or below not in known.government_domains | known.government_hosts:
        return None
    return known.country_domains.get(top, top.upper())


@dataclass(frozen=True)
class _Title:
    """The title of a document, read for who issued it.

    Attributes:
        words: Its words and signs.
        kin: Who belongs to whom.
        holders: Parties of persons, by full name.
        on: Day of publication.
    """

    words: tuple[str, ...]
    kin: Kinship
    holders: Mapping[str, Party]
    on: date | None

    def is_joint(self) -> bool:
        """Whether it names a document of several parties, rather than telling of one."""
        joint = self.kin.publishers.joint
        lower = self._lower
        for index, word in enumerate(lower):
            if word in joint.documents and set(lower[:index]) & joint.marks:
                return self._is_bare(index)
            if word in joint.instruments and set(lower[index:]) & joint.between:
                return self._is_bare(index) and self._goes_on(index)
        return False

    def authors(self, own: Sequence[Party]) -> tuple[str, ...]:
        """The sides that issued it together; empty where it does not name them.

        They stand before the subject. In "Joint statement on Peru–Oman trade" by Oman's ministry
        both are authors, since the publisher is one of those it is about; in its "Joint statement
        on Fiji" Fiji is none.
        """
        begun = self._noun + 1
        end = self._subject(begun)
        before = self._sides(0, end)
        if before:
            return before
        joint = self.kin.publishers.joint
        by = next((n for n in range(end, len(self.words)) if self._lower[n] in joint.authors), end)
        if by > end and self._are_among(own, late := self._sides(by, self._subject(by + 1))):
            return late
        everybody = self._sides(0, len(self.words))
        return everybody if self._are_among(own, everybody) else ()

    def _are_among(self, own: Sequence[Party], sides: Iterable[str]) -> bool:
        """Whether the publisher is one of several sides, or member of one."""
        members = {m for side in sides for m in _members(side, self.kin, self.on)}
        return any(party.name in {*sides, *members} for party in own)

    @cached_property
    def _lower(self) -> list[str]:
        return [word.lower() for word in self.words]

    def _is_bare(self, end: int) -> bool:
        """Whether nothing but parties, persons and what titles begin with stands before a word."""
        # "The spirit of the bay: joint statement of Peru and Oman" has a motto.
        colons = [n for n, word in enumerate(self.words[:end]) if word == ":"]
        return self._are_passed(range(colons[-1] if colons else 0, end))

    def _are_passed(self, indices: Iterable[int]) -> bool:
        joint = self.kin.publishers.joint
        passed = joint.fillers | joint.marks | joint.between
        known = {
            n for first, last, _ in (*self._parties, *self._persons) for n in range(first, last)
        }
        words = self._lower
        return all(n in known or words[n] in passed or words[n].isdigit() for n in indices)

    def _goes_on(self, index: int) -> bool:
        """Whether the title is that of an instrument: parties alone, or with its subject.

        "Agreement between Peru and Oman signed" is a headline of news.
        """
        return self._are_passed(range(index + 1, self._subject(index + 1)))

    @property
    def _noun(self) -> int:
        """Index of the first noun that names a document."""
        joint = self.kin.publishers.joint
        nouns = joint.documents | joint.instruments
        return next((n for n, word in enumerate(self._lower) if word in nouns), 0)

    def _subject(self, start: int) -> int:
        """Index of the word with which the subject begins, from a word on."""
        subjects = self.kin.publishers.joint.subjects
        found = (n for n in range(start, len(self.words)) if self._lower[n] in subjects)
        return next(found, len(self.words))

    def _sides(self, start: int, end: int) -> tuple[str, ...]:
        """The sides that are named between two words, directly or by their office-holders.

        A city is where it was issued, and a region is nobody.
        """
        told = [
            (first, self.kin.side(sense.name))
            for first, _, sense in self._parties
            if sense.form in {Form.NAME, Form.ADJECTIVE} and self._can_speak(sense.name)
        ]
        told += [(first, self.kin.side(party.name)) for first, _, party in self._persons]
        return tuple(dict.fromkeys(side for first, side in sorted(told) if start <= first < end))

    def _can_speak(self, name: str) -> bool:
        return name not in self.kin.groupings_alone or bool(self.kin.members(name, self.on))

    @cached_property
    def _parties(self) -> tuple[tuple[int, int, PartySense], ...]:
        return tuple(self.kin.senses(self.words))

    @cached_property
    def _persons(self) -> tuple[tuple[int, int, Party], ...]:
        return (*self._holders(), *self._leaders())

    def _leaders(self) -> Iterator[tuple[int, int, Party]]:
        """Persons whom the world knows, behind their post: "President Macron"."""
        offices = self.kin.leaders.offices
        for index in range(1, len(self.words)):
            posts = (" ".join(self._lower[max(0, index - n) : index]) for n in (3, 2, 1))
            post = next((post for post in posts if post in offices), None)
            name = " ".join(takewhile(self._is_name, self.words[index : index + _NAMES]))
            code = None if post is None else self.kin.leaders.party(name, post)
            party = None if code is None else self.kin.named(code)
            if party is not None:
                yield index - 1, index + name.count(" ") + 1, party

    def _is_name(self, word: str) -> bool:
        """Whether a word may go on a person's name, as in "von der Leyen"."""
        joint = self.kin.publishers.joint
        return word.lower() not in joint.fillers | joint.subjects | joint.authors

    def _holders(self) -> Iterator[tuple[int, int, Party]]:
        """Persons whose last name stands in the title, with the party of their office."""
        plain = [without_accents(word) for word in self.words]
        for person, party in self.holders.items():
            names = _names(person)
            for index, word in enumerate(plain):
                if names and word == names[-1]:
                    first = index
                    while first and plain[first - 1] in names:
                        first -= 1
                    yield first, index + 1, party


def _names(person: str) -> list[str]:
    """The names of a person, in plain letters, without "Jr."."""
    words: Iterable[str] = words_of(without_accents(person))
    return [word for word in words if word.lower() not in {"jr", "sr", ".", ","}]
