"""Who is at a gathering beyond those in its phrase: attendants, chairs, those who act there."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.reach import behind
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.vocab.claims.event import EventWords

# Nouns between a gathering and the clause it is the occasion of: "on the margins of".
_STEPS = 5
# What talks are counted in: "after two days of talks", "three rounds of talks".
_MEASURES = frozenset({"day", "hour", "week", "month", "year", "round", "series", "night"})
_SITTINGS = frozenset({"day", "hour", "night", "round"})
# Prepositions that put what is done at a gathering.
_AT = frozenset({"at", "to", "during"})
# Words between a gathering and who is told to have given it.
_FAR = 14


def company(reading: Reading, words: EventWords, site: Site) -> Iterator[Referent]:
    """Who the text says is there, without its hosts."""
    noun = site.head
    for verb in tellers(reading, noun):
        yield from _with(reading, words, verb)
        if reading.tree[verb].lemma in words.companions - words.giving:
            yield from _of_companion(reading, noun, verb)
    if site.verb is None:
        yield from reading.referents.of(_actor_there(reading, words, noun))


def hosts(reading: Reading, words: EventWords, site: Site) -> Iterator[Referent]:
    """Who gives it: "hosted by Turkey", "which Germany convened"."""
    for verb in tellers(reading, site.head):
        if reading.tree[verb].lemma in words.giving:
            yield from _of_companion(reading, site.head, verb)
    tree = reading.tree
    for index in range(site.head + 1, min(site.head + _FAR, tree.sentence(site.head)[1])):
        if tree[index].tag == "VBN" and tree[index].lemma in words.giving:
            yield from reading.referents.of(behind(reading, index, "by"))
            return


def bystanders(reading: Reading, site: Site) -> Iterator[Referent]:
    """Persons for parties, else parties, that the sentence names outside the gathering's name.

    Where only one side of a dated gathering is known, whoever acts in its sentence is at it.
    """
    tree = reading.tree
    sentence = _between_semicolons(reading, site.head)
    people = [i for i in sentence if i in reading.people and tree[i].dep != "compound"]
    found = [r for i in people for r in reading.referents.of(i) if r.party is not None]
    if found:
        yield from found
        return
    for index in sentence:
        if index in reading.parties and tree[index].dep in {"nsubj", "nsubjpass"}:
            yield from reading.referents.of(index)
    if reading.organizations.keys() & set(tree.phrase(site.head)):
        yield from reading.referents.before(site.head)


def _between_semicolons(reading: Reading, index: int) -> range:
    """The part of a sentence that a word is in: "X meets in Kars; the forum opens in Aktau"."""
    tree = reading.tree
    first, last = tree.sentence(index)
    marks = [i for i in range(first, last) if tree.lower(i) == ";"]
    start = max((i for i in marks if i < index), default=first)
    return range(start, min((i for i in marks if i > index), default=last))


def attended(reading: Reading, site: Site) -> bool:
    """Whether a gathering without parties is where the clause happens: "spoke at a workshop"."""
    tree = reading.tree
    return tree[site.head].dep == "pobj" and tree.lower(tree[site.head].head) in _AT


def tellers(reading: Reading, noun: int) -> Iterator[int]:
    """Verbs that tell of a gathering: its predicate, clauses that hang on it."""
    tree = reading.tree
    if tree[noun].dep in {"nsubj", "nsubjpass"} and tree.is_verb(tree[noun].head):
        verb = tree[noun].head
        yield verb
        yield from (i for i in tree.children(verb, "xcomp", "conj") if tree.is_verb(i))
    for clause in tree.children(noun, "acl", "relcl"):
        if tree.is_verb(clause):
            yield clause
            yield from (i for i in tree.children(clause, "conj", "xcomp") if tree.is_verb(i))


def measured(reading: Reading, noun: int) -> bool:
    """Whether talks are counted in days or rounds: "after a year of negotiations".

    Args:
        reading: The document.
        noun: The talks.
    """
    tree = reading.tree
    above = tree[noun].head
    return tree.lower(above) == "of" and tree[tree[above].head].lemma in _MEASURES


def sat_for(reading: Reading, noun: int) -> bool:
    """Whether talks are counted in hours or days, so that they took place: "a day of talks".

    Args:
        reading: The document.
        noun: The talks.
    """
    tree = reading.tree
    return measured(reading, noun) and tree[tree[tree[noun].head].head].lemma in _SITTINGS


def _with(reading: Reading, words: EventWords, verb: int) -> Iterator[Referent]:
    """Who is told in "with the participation of X", "in the presence of X"."""
    tree = reading.tree
    for preposition in tree.children(verb, "prep"):
        for head in tree.children(preposition, "pobj"):
            if tree[head].lemma in words.company:
                for below in tree.after(head, "of"):
                    yield from reading.referents.of(below)
            elif tree.lower(preposition) in {"between", "among"}:
                yield from reading.referents.of(head)


def _of_companion(reading: Reading, noun: int, verb: int) -> Iterator[Referent]:
    tree = reading.tree
    if tree.passive(verb):
        for agent in tree.children(verb, "agent", "prep"):
            if tree.lower(agent) == "by":
                for head in tree.children(agent, "pobj"):
                    yield from reading.referents.of(head)
        return
    subject = tree.subject(verb)
    if subject is not None and subject != noun:
        yield from reading.referents.of(subject)
    elif subject == noun:
        yield from reading.referents.of(tree.child(verb, "dobj"))


def _actor_there(reading: Reading, words: EventWords, noun: int) -> int | None:
    """Subject of the clause that a gathering is the occasion of: "at the summit, X pledged"."""
    tree = reading.tree
    current, through = noun, False
    for _ in range(_STEPS):
        current = tree[current].head
        if tree.is_verb(current):
            return tree.subject(current) if through else None
        word = tree.lower(current)
        if tree[current].lemma in _MEASURES:
            continue
        known = word in words.occasions or tree[current].lemma in words.occasions
        if not known and word != "of" and not through:
            return None
        through = through or known
    return None


def beside(reading: Reading, words: EventWords, noun: int) -> bool:
    """Whether a gathering is told only as what something happens beside: "ahead of the summit"."""
    tree = reading.tree
    current = noun
    for _ in range(_STEPS):
        current = tree[current].head
        if tree.is_verb(current):
            return False
        if tree.lower(current) in words.beside or tree[current].lemma in words.beside:
            return True
    return False
