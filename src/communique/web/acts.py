"""What a reviewer can do with a record: the fields of a form, as decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from communique.model.decision import Decision
from communique.model.record import ClaimRef
from communique.pipeline.deciding import Decider
from communique.records.decisions import slot_names
from communique.store.listing import Listed
from communique.web.faults import Refused
from communique.web.reviewing import Sent

#: Makes the decisions of a form on a record.
Act = Callable[[Decider, Listed, Sent], Sequence[Decision]]
#: Slots stand in a form under these names: the value to set, and the value when it was made.
SLOT, WAS = "slot.", "was."


def _claim(listed: Listed, sent: Sent) -> ClaimRef:
    """The claim that is meant: one of the record."""
    named = sent.one("claim")
    found = next((ref for ref in listed.record.claims if str(ref) == named), None)
    if found is None:
        raise Refused(f"claim {named!r} is not in this record", "load the page again")
    return found


def _accept(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    return [decider.accept(str(_claim(listed, sent)))]


def _reject(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    return [decider.reject(str(_claim(listed, sent)))]


def _correct(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    claim = _claim(listed, sent)
    changed = [
        slot
        for slot in slot_names(listed.record.head.kind)
        if SLOT + slot in sent.fields and sent.one(SLOT + slot) != sent.one(WAS + slot)
    ]
    if not changed:
        raise Refused("no value was changed", "change a value, then save")
    return [decider.correct(str(claim), slot, sent.one(SLOT + slot)) for slot in changed]


def _others(listed: Listed, sent: Sent) -> list[str]:
    others = list(dict.fromkeys((*sent.all("other"), *sent.all("other_id"))))
    if not others:
        raise Refused("no other record was chosen", "choose one, or give its id")
    return [listed.record.id, *others]


def _merge(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    return [decider.merge(_others(listed, sent))]


def _apart(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    return [decider.never_merge(_others(listed, sent))]


def _split(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    return [decider.split(listed.record.id, sent.all("leaving"))]


def _deliver(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    evidence = sent.one("evidence")
    if not evidence:
        reason = "a delivery needs its evidence"
        raise Refused(reason, "give a quote, an address or a note that shows it")
    return [decider.deliver(listed.record.id, _day(sent.one("on")), evidence)]


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise Refused(f"{words!r} is no day", "write it as 2024-06-02") from error


def _silence(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    return [decider.silence(sent.one("finding"))]


def _speaks(decider: Decider, listed: Listed, sent: Sent) -> Sequence[Decision]:
    document = sent.one("document")
    if document not in {ref.document for ref in listed.record.claims}:
        raise Refused("this document does not tell the record", "load the page again")
    told = sent.one("parties")
    between = ";" if ";" in told else ","
    parties = [name for part in told.split(between) if (name := part.strip())]
    return [decider.speaks_for(document, parties)]


#: By the last part of the address that a form is sent to.
ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "accept": _accept,
        "reject": _reject,
        "correct": _correct,
        "merge": _merge,
        "apart": _apart,
        "split": _split,
        "deliver": _deliver,
        "silence": _silence,
        "speaks-for": _speaks,
    }
)
#: After these a reviewer goes on to the next record; after others they stay.
DONE = frozenset({"accept", "reject"})
#: What a page that refuses calls them.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "accept": "accept the claim",
        "reject": "reject the claim",
        "correct": "correct the claim",
        "merge": "merge records",
        "apart": "keep records apart",
        "split": "split the record",
        "deliver": "mark it as delivered",
        "silence": "silence a finding",
        "speaks-for": "say for whom a document speaks",
    }
)
