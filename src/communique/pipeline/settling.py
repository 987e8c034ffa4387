"""Settles a dossier: compares what is new, forms records, and computes those that changed.

Every step is one short transaction and leaves what is still to be done marked in the dossier, so an
interrupt at any point loses nothing: the next run goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.claims.slots.office import holders_of
from communique.errors import RecordsOutdated
from communique.model.decision import Ruling
from communique.model.linking import Linked, Profiled
from communique.model.record import Joint, Node, PartyRow, Record
from communique.pipeline.knowledge import Known
from communique.pipeline.relating import relate_records
from communique.pipeline.stories import find_stories
from communique.records.build import build
from communique.records.grouping import grouped, linked
from communique.records.joints import joints
from communique.records.parties import Holders, parties_of
from communique.records.parts import leaves_party_open
from communique.records.profiling import OutdatedProfile
from communique.store.assigning import assign
from communique.store.claims import claims_by_number, offices_of
from communique.store.decisions import decisions_that
from communique.store.dossier import Connection, Dossier
from communique.store.due import mark_records
from communique.store.merging import (
    StoredProfile,
    candidates,
    claims_of_profiles,
    links_among,
    profiles_by_number,
    put_links,
    reachable,
    unsettled,
)
from communique.store.placements import deliveries_of
from communique.store.records import StaleRecord, empty_records, put_records, stale_records
from communique.store.relations import drop_outlines, told_relations
from communique.store.stories import mark_told, without_story

# What one transaction takes: short enough that other writers need not wait long.
_DOCUMENTS = 50
_PROFILES = 300
_RECORDS = 100


@dataclass(frozen=True, slots=True)
class Settler:
    """Brings the records of a dossier up to date.

    Attributes:
        dossier: The dossier.
        known: What is known of the world.
        persons: Persons whom more claims name wait for a settler that takes any number (None):
            all that is told of a head of state is read to compute the person anew.
    """

    dossier: Dossier
    known: Known
    persons: int | None = None

    def settle(self) -> Iterator[str]:
        """Do what is to be done, step by step; after each, what it was about.

        Raises:
            RecordsOutdated: Another version of the program compared claims otherwise.
            DossierError: The dossier can't be written.
        """
        steps: tuple[tuple[str, Callable[[Connection], bool]], ...] = (
            ("looking for copies", self._find_stories),
            ("merging", self._merge),
            ("computing records", self._compute),
        )
        for name, step in steps:
            while self._stepped(step):
                yield name

    def _stepped(self, step: Callable[[Connection], bool]) -> bool:
        try:
            with self.dossier.writing() as connection:
                return step(connection)
        except OutdatedProfile as error:
            raise RecordsOutdated(
                self.dossier.address,
                f"another version of the program formed its records ({error})",
                "form them anew with `communique update --all`",
            ) from error

    def _find_stories(self, connection: Connection) -> bool:
        """Look for copies of some new documents; whether there were any."""
        new = without_story(connection, _DOCUMENTS)
        if new:
            mark_told(connection, find_stories(connection, new, self.known().facts))
        return bool(new)

    def _merge(self, connection: Connection) -> bool:
        """Compare some unsettled profiles and form their records; whether there were any."""
        waiting = unsettled(connection, _PROFILES)
        if not waiting:
            return False
        self._compare(connection, [profile for profile in waiting if not profile.compared])
        members = reachable(connection, {profile.number for profile in waiting})
        profiles = profiles_by_number(connection, members)
        links, rulings = links_among(connection, profiles)
        numbers = {stored.profile.digest: number for number, stored in profiles.items()}
        groups = grouped(_by_digest(profiles), links, rulings, self.known().matchers)
        assign(connection, profiles, [tuple(numbers[d] for d in group) for group in groups])
        return True

    def _compare(self, connection: Connection, new: Sequence[StoredProfile]) -> None:
        """Link profiles with those that share a block."""
        found = candidates(connection, [profile.number for profile in new])
        met = {number for one, others in found.items() for number in (one, *others)}
        profiles = profiles_by_number(connection, met)
        pairs = sorted(
            {
                (profiles[min(one, other)].profile.digest, profiles[max(one, other)].profile.digest)
                for one, others in found.items()
                for other in others
            }
        )
        put_links(connection, new, linked(pairs, _by_digest(profiles), self.known().matchers))

    def _compute(self, connection: Connection) -> bool:
        """Compute some stale records anew; whether there were any."""
        stale = stale_records(connection, _RECORDS, self.persons)
        related = told_relations(connection, [record.id for record in stale])
        batch = _Batch.load(connection, stale)
        told = {record.id: batch.nodes_of(record) for record in stale}
        full = [record for record in stale if told[record.id]]
        records = [self._computed(connection, r, told[r.id], batch) for r in full]
        put_records(connection, [(r, self._parties(r.kind, told[r.id], batch)) for r in records])
        empty = [record.id for record in stale if not told[record.id]]
        empty_records(connection, empty)
        drop_outlines(connection, empty)
        relate_records(connection, [(r, told[r.id]) for r in records], self.known().sides)
        differing = related ^ told_relations(connection, [record.id for record in stale])
        mark_records(connection, {record for record, *_ in differing})
        return bool(stale)

    def _parties(self, kind: str, nodes: Sequence[Node], batch: _Batch) -> tuple[PartyRow, ...]:
        return parties_of(kind, nodes, self.known().kin, batch.holders)

    def _computed(
        self, connection: Connection, stale: StaleRecord, nodes: Sequence[Node], batch: _Batch
    ) -> Record:
        """Compute a record from its claims."""
        refs = {node.ref for node in nodes}
        return build(
            stale.id,
            stale.kind,
            stale.founder,
            nodes,
            batch.joints_of(stale),
            deliveries_of(connection, stale.kind, refs) if batch.delivered else (),
            kin=self.known().kin,
            holders=batch.holders,
        )


@dataclass(frozen=True)
class _Batch:
    """What some stale records are computed from, read at once.

    Attributes:
        links: Links between profiles of one record, by the digest of the first.
        rulings: What people ruled on pairs of profiles.
        nodes: Claims of each profile, by its digest.
        holders: Parties of persons, by document.
        delivered: Whether people have marked anything as delivered.
    """

    links: Mapping[str, Sequence[Linked]]
    rulings: Mapping[str, Sequence[Linked]]
    nodes: Mapping[str, tuple[Node, ...]]
    holders: Holders
    delivered: bool

    @classmethod
    def load(cls, connection: Connection, stale: Iterable[StaleRecord]) -> _Batch:
        """Read it all."""
        profiles = {number: p for record in stale for number, p in record.profiles.items()}
        of_profiles = claims_of_profiles(connection, profiles)
        claims = claims_by_number(connection, [c for found in of_profiles.values() for c in found])
        # A person of thousands of claims would have all offices of as many documents read.
        offices = offices_of(
            connection, {c.document for c in claims.values() if leaves_party_open(c.node.claim)}
        )
        links, rulings = links_among(connection, profiles)
        return cls(
            _by_first(links),
            _by_first(rulings.together),
            {
                profile.profile.digest: tuple(
                    claims[c].node for c in of_profiles.get(number, ()) if c in claims
                )
                for number, profile in profiles.items()
            },
            {document: holders_of(told) for document, told in offices.items()},
            bool(decisions_that(connection, [Ruling.DELIVERED])),
        )

    def nodes_of(self, record: StaleRecord) -> tuple[Node, ...]:
        """The claims of a record."""
        found = (self.nodes[stored.profile.digest] for stored in record.profiles.values())
        return tuple(dict.fromkeys(node for nodes in found for node in nodes))

    def joints_of(self, record: StaleRecord) -> tuple[Joint, ...]:
        """Why its claims are one."""
        digests = [stored.profile.digest for stored in record.profiles.values()]
        refs = {d: sorted(node.ref for node in self.nodes[d]) for d in digests}
        held = {digest: told for digest, told in refs.items() if told}
        links = [link for digest in held for link in self.links.get(digest, ())]
        together = [link for digest in held for link in self.rulings.get(digest, ())]
        return joints(links, together, held)


def _by_first(links: Iterable[Linked]) -> dict[str, list[Linked]]:
    found: dict[str, list[Linked]] = defaultdict(list)
    for link in links:
        found[link.first].append(link)
    return found


def _by_digest(profiles: Mapping[int, StoredProfile]) -> dict[str, Profiled]:
    return {stored.profile.digest: stored.profile for stored in profiles.values()}
