"""The sides that the user names, and which records are between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.office import Office
from communique.cli.showing.asked import Asked
from communique.errors import BadOption
from communique.model.claim import Party
from communique.store.listing import Listed
from communique.views.between import Between, Switches, apart, between, names_standing_for
from communique.views.shown import Shown, Side
from communique.vocab.kinship import Kinship
from communique.vocab.loader import load_vocabulary
from communique.vocab.spellings import other_names

# Names are near from so much likeness on.
_LIKENESS = 0.7
_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Relationship:
    """What lies between several sides.

    Attributes:
        sides: The sides, as they were asked for.
        switches: What besides a side itself may stand for it.
        kin: Who belongs to whom.
    """

    sides: tuple[Side, ...]
    switches: Switches
    kin: Kinship

    @classmethod
    def of(cls, asked: Asked) -> Relationship | None:
        """The relationship that the user asks for; None where there are no sides.

        Raises:
            BadOption: A side is unknown, or named twice.
        """
        switches = Switches(asked.member_states, asked.groupings, asked.banks)
        if not asked.between:
            return None
        kin = Kinship.load()
        parties = [_named(word, kin) for word in asked.between]
        twice = next((p for n, p in enumerate(parties) if p in parties[:n]), None)
        if twice is not None:
            raise BadOption(f"--between {twice.name}", "it is named twice", "name two sides")
        sides = (Side(p, names_standing_for(p.name, Switches(), None, kin)) for p in parties)
        return cls(tuple(sides), switches, kin)

    def names(self, kind: str) -> tuple[frozenset[str], ...]:
        """For each side the names of what may stand for it, or may share its money."""
        switches = self.switches
        if kind == Commitment.kind:
            switches = replace(switches, groupings=True)
        names = tuple(
            names_standing_for(side.party.name, switches, None, self.kin) for side in self.sides
        )
        return (frozenset().union(*names),) if kind == Office.kind else names

    def shown(self, listed: Listed) -> Shown | None:
        """The record as it is shown where all sides take part; None where they don't.

        An office is of one side only: it is shown where it is of any of them.
        """
        names = [side.party.name for side in self.sides]
        of_one = listed.record.kind == Office.kind
        asked = [[name] for name in names] if of_one else [names]
        held = (_shown(listed, self._between(listed, sides)) for sides in asked)
        return next((shown for shown in held if shown is not None), None)

    def regional(self, listed: Listed) -> Shown | None:
        """The record as it is shown where it tells of regional money, without stated shares."""
        if listed.record.kind != Commitment.kind:
            return None
        names = [side.party.name for side in self.sides]
        found = apart(listed.parties, names, self.switches, _day(listed), self.kin)
        return _shown(listed, found)

    def _between(self, listed: Listed, sides: list[str]) -> Between | None:
        return between(listed.parties, sides, self.switches, _day(listed), self.kin)


def _day(listed: Listed) -> date | None:
    """The day for which memberships count."""
    return listed.record.first or listed.record.told_first


def _shown(listed: Listed, found: Between | None) -> Shown | None:
    if found is None:
        return None
    switched = [share for share in found.shares if share.through in found.switched]
    via = tuple(f"{share.through.value} {share.name}" for share in switched)
    return Shown(listed, via, found.regional)


def _named(word: str, kin: Kinship) -> Party:
    """The party that the user means.

    Raises:
        BadOption: Nobody is known by the word.
    """
    found = kin.named(word)
    if found is not None:
        return found
    near = _near(word)
    hint = f"did you mean {', '.join(near)}?" if near else "see `communique show parties`"
    raise BadOption(f"--between {word}", "no state, institution or grouping is called so", hint)


def _near(word: str) -> list[str]:
    """Canonical names of parties that have a name written nearly so."""
    known: dict[str, str] = {}
    for name, others in other_names(load_vocabulary()).items():
        known.update((told.casefold(), name) for told in (name, *others))
    close = get_close_matches(word.casefold(), known, 2 * _SUGGESTED, _LIKENESS)
    return list(dict.fromkeys(known[told] for told in close))[:_SUGGESTED]
