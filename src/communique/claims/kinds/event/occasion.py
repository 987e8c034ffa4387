"""When a site happens: by its own words, or by the verb that tells that it takes place."""

from __future__ import annotations

from communique.claims.chronicle import day_of_entry
from communique.claims.kinds.event.company import beside
from communique.claims.kinds.event.dates import event_when
from communique.claims.kinds.event.errands import errand_when
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.sites import Site, predicate
from communique.claims.reading import Reading
from communique.model.claim import When
from communique.model.terms import EventMode, EventType

_MEETING = frozenset({EventMode.MEETING, EventMode.CALL})

# Nouns whose clause is what is said: "the demand that Chad free the sailors held since May".
_OF_WORDS = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN})
# What is done on some day rather than over a time.
_ON_A_DAY = frozenset({EventType.CONSULT, EventType.AGREE})


def site_when(reading: Reading, lore: Lore, site: Site) -> When | None:
    """The date of a site: its own words', else that of the entry of a chronicle it stands in."""
    told = _told(reading, lore, site)
    if told is None and site.act.mode is EventMode.VISIT:
        told = errand_when(reading, site)
    return told or day_of_entry(reading, site.head)


def _told(reading: Reading, lore: Lore, site: Site) -> When | None:
    """The date on the word itself, else on the verb that tells that it happens."""
    alone = site.noun == site.head and (
        beside(reading, lore.grammar.words, site.head)
        or _met_at(reading, lore, site.head)
        or _followed(reading, site.head)
    )
    own = event_when(
        reading,
        site.head,
        site.verb,
        own=alone,
        near=site.act.generic and site.noun is None,
        said=site.act.type in _OF_WORDS,
        spans=site.act.type not in _ON_A_DAY,
    )
    if own is not None or site.noun != site.head or _followed(reading, site.head):
        return own
    happening = predicate(reading.tree, lore.grammar, site.head)
    return event_when(reading, happening, None) if happening is not None else None


def _followed(reading: Reading, noun: int) -> bool:
    """Whether the clause of a gathering tells what it came after: "the talks followed a summit"."""
    tree = reading.tree
    verb = tree[noun].head
    subject = tree[noun].dep == "nsubj" and tree[verb].lemma in {"follow", "precede"}
    return subject and tree.child(verb, "dobj") is not None


def _met_at(reading: Reading, lore: Lore, noun: int) -> bool:
    """Whether a gathering is only where others meet: "met yesterday at the summit"."""
    tree = reading.tree
    above = tree[noun].head
    if tree[noun].dep != "pobj" or tree.lower(above) not in {"at", "during"}:
        return False
    verb = tree[above].head
    acts = (act for _, act in lore.grammar.verbs.get(tree[verb].lemma, ()))
    return tree[verb].tag == "VBD" and any(
        act.type is EventType.CONSULT and act.mode in _MEETING and not act.generic for act in acts
    )
