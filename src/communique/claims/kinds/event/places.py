"""Where an event is: where a trip goes, where the verbs that tell of a gathering put it.

A phrase is given as written, without its article: "Jakarta, Indonesia", "Kosovo and Serbia",
"port of Manta". The plain case, a place after "in" or "at", is told in `claims.place`.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.company import tellers
from communique.claims.kinds.event.errands import destinations
from communique.claims.kinds.event.seats import SEATS
from communique.claims.kinds.event.sites import Site
from communique.claims.place import place_of
from communique.claims.reading import Reading
from communique.model.mention import PlaceMention
from communique.model.terms import EventMode

# What follows a finite verb tells of something else.
_NEXT_CLAUSE = frozenset({"VBD", "VBZ", "VBP", "MD", "TO"})
# What is behind them is no place of the event: "spoke about the fighting in Sudan".
_ELSEWHERE = frozenset({";", "(", "that", "about", "regarding", "concerning", "amid"})
# Prepositions before where a trip goes, and where guests are received.
_TO = ("to", "in", "into", "for", "at")
_LONGEST = 8


def event_place(reading: Reading, site: Site) -> str | None:
    """The place of an event, as written; None where the text ties none to it."""
    if site.act.mode is EventMode.VISIT:
        goals = destinations(reading, site)
        found = _destination(reading, site) or next(
            (text for i in goals if (text := written(reading, i)) is not None), None
        )
        if found is not None:
            return found
    return (
        place_of(reading, site.head)
        or _of_tellers(reading, site)
        or _received(reading, site)
        or _where(reading, site)
        or _of_host(reading, site)
        or _place_behind(reading, site.head)
        or _only(reading, site)
    )


def country_of(reading: Reading, place: str) -> str | None:
    """Code of the state that a place as written lies in; None where nobody knows."""
    found = (m for m in reading.mentions(PlaceMention) if m.country and m.text in place)
    return next((mention.country for mention in found), None)


def _destination(reading: Reading, site: Site) -> str | None:
    """Where a trip goes: the place or state that its words tell."""
    tree = reading.tree
    heads: list[int] = []
    if "object" in site.act.host and site.verb is not None:
        undergoer = tree.undergoer(site.verb)
        heads.extend([undergoer] if undergoer is not None else [])
    for governor in (site.noun, site.verb):
        if governor is not None:
            heads.extend(tree.after(governor, *(p for p in _TO if p in site.act.host)))
    return next((text for h in heads if (text := written(reading, h)) is not None), None)


def written(reading: Reading, head: int) -> str | None:
    """The words of a place or state, with all members of its list; None where it is neither."""
    tree = reading.tree
    spans = [span for i in tree.conjuncts(head) if (span := _span(reading, i)) is not None]
    if not spans:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return " ".join(reading.document.text[start:end].split())


def _span(reading: Reading, head: int) -> tuple[int, int] | None:
    """First and last offset of one place, with what stands after a comma: "Jakarta, Indonesia"."""
    tree = reading.tree
    mention = reading.places.get(head) or reading.parties.get(head)
    if mention is None or head in reading.people:
        return _of_noun(reading, head)
    start, end = mention.start, mention.end
    for token in tree.children(head, "appos", "npadvmod", "conj"):
        further = reading.places.get(token) or reading.parties.get(token)
        if further is not None and reading.document.text[end : further.start].strip() == ",":
            end = further.end
    return start, end


def _of_noun(reading: Reading, head: int) -> tuple[int, int] | None:
    """A noun for a place with the name that tells which: "the Turkish capital"."""
    tree = reading.tree
    if tree[head].lemma.lower() not in SEATS:
        return None
    phrase = [i for i in tree.phrase(head) if tree[i].dep not in {"det", "poss", "case"}]
    named = any(i in reading.places or i in reading.parties for i in phrase)
    if not named or len(phrase) > _LONGEST:
        return None
    return tree[phrase[0]].start, tree[phrase[-1]].end


def _of_tellers(reading: Reading, site: Site) -> str | None:
    """The place told with a verb that says that it happens: "the forum, which was held in Bern"."""
    if site.noun != site.head:
        return None
    for verb in tellers(reading, site.head):
        for head in reading.tree.after(verb, "in", "at"):
            found = written(reading, head)
            if found is not None:
                return found
    return None


def _received(reading: Reading, site: Site) -> str | None:
    """Where guests are received: "welcomed the Taoiseach to the White House"."""
    verb = site.verb
    if verb is None or "object" not in site.act.participant or site.noun is not None:
        return None
    undergoer = reading.tree.undergoer(verb)
    if undergoer is None:
        return None
    return _behind(reading, max(verb, undergoer), frozenset({"to"}))


def _of_host(reading: Reading, site: Site) -> str | None:
    """The town that gives a gathering: "Baku hosts the forum"."""
    hosting = site.noun == site.head and site.verb is not None
    if not hosting or reading.tree[site.verb or 0].lemma not in {"host", "hold", "welcome"}:
        return None
    subject = reading.tree.doers(site.verb or 0)
    named = subject is not None and subject in reading.places
    return _name(reading, subject) if named and subject not in reading.people else None  # type: ignore[arg-type]


def _only(reading: Reading, site: Site) -> str | None:
    """The only place that the sentence of a gathering tells after "in" or "at".

    What is behind a semicolon is of something else: "the third, in March; the fourth, in Bergen".
    """
    tree = reading.tree
    if site.noun != site.head or site.act.mode is EventMode.CALL:
        return None
    if any(tree.lower(token) == ";" for token in range(*tree.sentence(site.head))):
        return None
    heads = [
        head
        for token in range(*tree.sentence(site.head))
        if tree.lower(token) in {"in", "at"}
        for head in tree.children(token, "pobj")
        if head in reading.places and head not in reading.parties
    ]
    found = {text for head in heads if (text := _name(reading, head)) is not None}
    return next(iter(found)) if len(found) == 1 else None


def _where(reading: Reading, site: Site) -> str | None:
    """The place that "where" stands for: "flew to Bergen, where she met Mr Lund"."""
    tree = reading.tree
    for verb in (site.head, *tree.ancestors(site.head)):
        if not tree.is_verb(verb):
            continue
        if any(tree.lower(i) == "where" for i in tree.children(verb, "advmod")):
            return next(_before(reading, verb), None)
        if tree[verb].dep not in {"conj", "xcomp"}:
            return None
    return None


def _before(reading: Reading, verb: int) -> Iterator[str]:
    """The names of places before the clause of a verb, the nearest first."""
    tree = reading.tree
    where = next(i for i in tree.children(verb, "advmod") if tree.lower(i) == "where")
    for index in range(where - 1, tree.sentence(verb)[0] - 1, -1):
        found = _name(reading, index)
        if found is not None:
            yield found


def _name(reading: Reading, head: int) -> str | None:
    place = reading.places.get(head)
    return None if place is None else written(reading, head)


def _place_behind(reading: Reading, index: int) -> str | None:
    """The place after "in" or "at" that the parse has hung on a name between."""
    return _behind(reading, index, frozenset({"in", "at"}))


def _behind(reading: Reading, index: int, prepositions: frozenset[str]) -> str | None:
    """The first place after a preposition behind a word, up to the next clause."""
    tree = reading.tree
    for token in range(index + 1, tree.sentence(index)[1]):
        if tree[token].tag in _NEXT_CLAUSE - {"TO"} or tree.lower(token) in _ELSEWHERE:
            return None
        if tree[token].tag == "TO" and tree.is_verb(tree[token].head):
            return None
        if tree.lower(token) not in prepositions:
            continue
        for head in tree.children(token, "pobj"):
            # A capital that guests are welcomed to is no government.
            found = written(reading, head) if "to" in prepositions else _name(reading, head)
            if found is not None:
                return found
    return None
