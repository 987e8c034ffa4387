"""Replays decisions on the documents of a dossier, and what they say of records as links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.model.decision import Decision, Placement, Ruling
from communique.records.replay import replay
from communique.records.rulings import in_force, meant, ordered, pairs
from communique.store.decisions import all_decisions, decisions_on, decisions_that
from communique.store.dossier import Connection
from communique.store.merging import StoredProfile
from communique.store.placements import all_placements, concerned, load_page, put_replay
from communique.store.ruled_links import (
    RuledLink,
    Stood,
    profiles_of_claims,
    put_ruled_links,
    targets_of,
)

# Rulings on records, whose targets are claims that stand for them.
_ON_RECORDS = (Ruling.MERGE, Ruling.NEVER_MERGE, Ruling.SPLIT)


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed when decisions were replayed.

    Attributes:
        documents: Numbers of documents whose claims need their profiles anew.
        gone: Numbers of claims that nobody adds any more.
        on_records: Whether decisions on records are about any of the documents, or were.
    """

    documents: tuple[int, ...]
    gone: tuple[int, ...]
    on_records: bool


def apply_rulings(connection: Connection, numbers: Collection[int] | None) -> Touched:
    """Replay decisions on documents: their claims, and in whose name they speak.

    It changes nothing where nothing is new. Claims whose profiles may change are told, not
    profiled; when they are, `link_rulings` must follow.

    Args:
        connection: A writing connection.
        numbers: Numbers of the documents; None for all.
    """
    found = concerned(connection, numbers)
    changed: list[int] = []
    gone: list[int] = []
    on_records = False
    for number in found:
        page = load_page(connection, number)
        decisions = decisions_on(connection, {page.lineage})
        on_records = on_records or any(d.ruling in _ON_RECORDS for d in decisions)
        applied = put_replay(connection, number, replay(page, in_force(decisions)))
        if applied.changed:
            changed.append(number)
        gone += applied.gone
    return Touched(tuple(changed), tuple(gone), on_records)


def link_rulings(connection: Connection) -> None:
    """Turn what decisions say of pairs of records into links between profiles.

    The last decision on a pair wins. Profiles whose links change wait to be settled.
    """
    decisions = in_force(decisions_that(connection, _ON_RECORDS))
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for stood, profiles, index in _meant(connection, decisions):
        if index is not None:
            found[stood.decision, stood.target].add(profiles[index].number)
    put_ruled_links(connection, _links(decisions, found))


def _meant(
    connection: Connection, decisions: Collection[Decision]
) -> Iterator[tuple[Stood, tuple[StoredProfile, ...], int | None]]:
    """Each target that was found, the profiles of its claim, and the index of the one meant."""
    by_id = {decision.id: decision for decision in decisions}
    stood = targets_of(connection, by_id)
    held = profiles_of_claims(connection, {one.claim for one in stood})
    for one in stood:
        payload = by_id[one.decision].payload
        profiles = tuple(p for p in held.get(one.claim, ()) if p.profile.kind == payload["kind"])
        bodies = [stored.profile.body for stored in profiles]
        yield one, profiles, meant(bodies, payload["profiles"][one.target])


def _links(
    decisions: Iterable[Decision], found: Mapping[tuple[str, int], Collection[int]]
) -> list[RuledLink]:
    links: dict[tuple[int, int], RuledLink] = {}
    for decision in decisions:
        for i, j, together in pairs(decision):
            for one in found.get((decision.id, i), ()):
                for other in found.get((decision.id, j), ()):
                    if one != other:
                        pair = (min(one, other), max(one, other))
                        links[pair] = RuledLink(decision.id, *pair, together)
    return list(links.values())


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A decision that did not find a target, or found two.

    Attributes:
        decision: The decision.
        target: Index of the target; None of an undoing, whose decision is not there.
        document: Key of the document in which it was looked for; None where there is none.
        note: What is wrong, in plain words.
        elsewhere: Whether the target was found in another version of the document.
    """

    decision: Decision
    target: int | None
    document: str | None
    note: str
    elsewhere: bool = False


def unplaced(connection: Connection) -> tuple[Unplaced, ...]:
    """Decisions in force that did not find their target, or found two, in their order."""
    decisions = all_decisions(connection)
    known = {decision.id for decision in decisions}
    placed = all_placements(connection)
    records = [d for d in in_force(decisions) if d.ruling in _ON_RECORDS]
    missed = {
        (stood.decision, stood.target, stood.key): _why(records, stood, profiles)
        for stood, profiles, index in _meant(connection, records)
        if index is None
    }
    by_target: dict[tuple[str, int], list[Placement]] = defaultdict(list)
    for placement in placed:
        by_target[placement.decision, placement.target].append(placement)
    found: list[Unplaced] = []
    for decision in in_force(decisions):
        for index in range(len(decision.targets)):
            found += _missing(decision, index, by_target.get((decision.id, index), ()), missed)
    strays = (d for d in ordered(decisions) if d.ruling is Ruling.UNDO)
    note = "what it undoes is not in this dossier"
    found += [Unplaced(d, None, None, note) for d in strays if d.payload["decision"] not in known]
    return tuple(found)


def _missing(
    decision: Decision,
    index: int,
    placements: Sequence[Placement],
    missed: Mapping[tuple[str, int, str], str],
) -> Iterator[Unplaced]:
    """What of one target was not found."""
    if not placements:
        note = "no version of its document is in this dossier"
        yield Unplaced(decision, index, None, note)
    notes = {p.document: missed.get((decision.id, index, p.document), p.note) for p in placements}
    for placement in placements:
        reason = notes[placement.document]
        if reason is not None:
            elsewhere = None in notes.values()
            yield Unplaced(decision, index, placement.document, reason, elsewhere)


def _why(decisions: Iterable[Decision], stood: Stood, profiles: Sequence[StoredProfile]) -> str:
    """Why a claim that was found does not tell which record is meant."""
    kind = next(d.payload["kind"] for d in decisions if d.id == stood.decision)
    if profiles:
        return f"its claim now tells of {len(profiles)} records of kind {kind}"
    return f"its claim tells of no record of kind {kind}"
