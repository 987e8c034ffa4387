"""What one side does or says to another: what speaks for and against two tellings being one."""

from __future__ import annotations

from communique.records.comparing.lore import Lore
from communique.records.comparing.people import Attendant, company
from communique.records.comparing.tally import Tally
from communique.records.comparing.titles import shown
from communique.records.kinds.event import weights
from communique.records.kinds.event.profile import EventProfile
from communique.records.kinds.event.timing import days_agree
from communique.records.matching import Match


def compare_acts(one: EventProfile, other: EventProfile, lore: Lore) -> Match | None:
    """What speaks for two acts being one; None where nothing ties them in time."""
    days, reason = days_agree(one, other)
    if not days:
        return None
    tally = Tally()
    said = one.type in weights.VERBAL or other.type in weights.VERBAL
    tally.add(round(days * weights.SAID, 3) if said else days, reason)
    if not one.sources or not other.sources:
        _count_partners(tally, one, other, lore)
    else:
        _count_roles(tally, one, other, lore)
    share, words = _gist_shared(one.gist, other.gist)
    if share >= weights.LEAST_GIST:
        tally.add(round(share * weights.GIST, 3), f"told in like words ({shown(words)})")
    return tally.match()


def acts_contradict(one: EventProfile, other: EventProfile, lore: Lore) -> str | None:
    """Why two acts can't be one: somebody else acts, or it is done to somebody else."""
    if one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal:
        return f"number {one.ordinal} is not number {other.ordinal}"
    if not one.sources or not other.sources:
        everybody = (*one.sources, *one.sides), (*other.sources, *other.sides)
        return _others(*everybody, one.people, other.people, lore)
    return _others(one.sources, other.sources, one.travellers, other.travellers, lore) or _others(
        one.sides, other.sides, one.people, other.people, lore
    )


def _count_roles(tally: Tally, one: EventProfile, other: EventProfile, lore: Lore) -> None:
    doer = _agreed(one.sources, other.sources, one.travellers, other.travellers, lore)
    if doer:
        tally.add(weights.DOER, f"same side acts ({doer})")
    target = _agreed(one.sides, other.sides, one.people, other.people, lore)
    if target:
        tally.add(weights.DONE_TO, f"towards the same side ({target})")


def _count_partners(tally: Tally, one: EventProfile, other: EventProfile, lore: Lore) -> None:
    """Where one of them tells no roles, whoever takes part counts."""
    ours, theirs = (*one.sources, *one.sides), (*other.sources, *other.sides)
    meeting = lore.sides.meeting(ours, theirs)
    names = shown(sorted({*ours} & {*theirs}))
    if meeting.shared > 1:
        tally.add(weights.DOER + weights.DONE_TO, f"same sides ({names})")
    elif meeting.shared:
        tally.add(weights.DOER, f"same side ({names})")


def _agreed(
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    here: tuple[Attendant, ...],
    there: tuple[Attendant, ...],
    lore: Lore,
) -> str:
    """The sides or persons that agree; empty if none does."""
    if lore.sides.meeting(ours, theirs).shared:
        return shown(sorted({*ours} & {*theirs})) or shown(sorted({*ours} | {*theirs}))
    return ", ".join(company(here, there).alike)


def _others(
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    here: tuple[Attendant, ...],
    there: tuple[Attendant, ...],
    lore: Lore,
) -> str | None:
    """Whether both name somebody, and nobody in common."""
    if not ours or not theirs or company(here, there).alike:
        return None
    meeting = lore.sides.meeting(ours, theirs)
    if meeting.shared or any(map(lore.sides.vague, (*ours, *theirs))):
        return None
    return f"{shown(ours)} is not {shown(theirs)}"


def _gist_shared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, list[str]]:
    """Share of the shorter quote's words that the other has, parties aside, and these words."""
    ours = {word for word in one if word[0] != "@"}
    theirs = {word for word in other if word[0] != "@"}
    shorter = min(len(ours), len(theirs))
    if shorter < weights.FEWEST_WORDS:
        return 0.0, []
    return len(ours & theirs) / shorter, sorted(ours & theirs)
