"""Settles a dossier: compares what is new, forms records, and computes those that changed.

Every step is one short transaction and leaves what is still to be done marked in the dossier, so an
interrupt at any point loses nothing: the next run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.model.linking import Profiled
from communique.model.record import Node
from communique.pipeline.knowledge import Known
from communique.records.build import build
from communique.records.grouping import grouped, linked
from communique.records.joints import joints
from communique.records.parties import Holders, holders_of, parties_of
from communique.store.assigning import assign
from communique.store.claims import claims_by_number, offices_of
from communique.store.dossier import Connection, Dossier
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
from communique.store.records import StaleRecord, empty_record, put_record, stale_records

# What one transaction takes: short enough that other writers need not wait long.
_PROFILES = 300
_RECORDS = 100


@dataclass(frozen=True, slots=True)
class Settler:
    """Brings the records of a dossier up to date.

    Attributes:
        dossier: The dossier.
        known: What is known of the world.
    """

    dossier: Dossier
    known: Known

    def settle(self) -> Iterator[str]:
        """Do what is to be done, step by step; after each, what it was about.

        Raises:
            DossierError: The dossier can't be written.
        """
        steps: tuple[tuple[str, Callable[[Connection], bool]], ...] = (
            ("merging", self._merge),
            ("records", self._compute),
        )
        for name, step in steps:
            while self._stepped(step):
                yield name

    def _stepped(self, step: Callable[[Connection], bool]) -> bool:
        with self.dossier.writing() as connection:
            return step(connection)

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
        stale = stale_records(connection, _RECORDS)
        profiles = {number: p for record in stale for number, p in record.profiles.items()}
        of_profiles = claims_of_profiles(connection, profiles)
        claims = claims_by_number(connection, [c for found in of_profiles.values() for c in found])
        offices = offices_of(connection, {stored.document for stored in claims.values()})
        holders = {document: holders_of(told) for document, told in offices.items()}
        for record in stale:
            told = {
                stored.profile.digest: [
                    claims[c].node for c in of_profiles.get(number, ()) if c in claims
                ]
                for number, stored in record.profiles.items()
            }
            self._computed(connection, record, told, holders)
        return bool(stale)

    def _computed(
        self,
        connection: Connection,
        stale: StaleRecord,
        told: Mapping[str, Sequence[Node]],
        holders: Holders,
    ) -> None:
        """Compute a record from its claims, given by the digests of their profiles."""
        nodes = tuple(dict.fromkeys(node for found in told.values() for node in found))
        if not nodes:
            empty_record(connection, stale.id)
            return
        links, rulings = links_among(connection, stale.profiles)
        refs = {digest: sorted(node.ref for node in found) for digest, found in told.items()}
        why = joints(links, rulings, refs)
        marked = deliveries_of(connection, stale.kind, {node.ref for node in nodes})
        record = build(
            stale.id,
            stale.kind,
            stale.founder,
            nodes,
            why,
            marked,
            kin=self.known().kin,
            holders=holders,
        )
        put_record(connection, record, parties_of(stale.kind, nodes, self.known().kin, holders))


def _by_digest(profiles: Mapping[int, StoredProfile]) -> dict[str, Profiled]:
    return {stored.profile.digest: stored.profile for stored in profiles.values()}
