"""Which documents are worth a claim where no step of them is told: those with a name."""

from __future__ import annotations

from communique.claims.authors import publisher
from communique.claims.kinds.instrument.documents import FINITE
from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.threads import Thread
from communique.claims.reading import Reading
from communique.model.mention import PartyMention
from communique.model.terms import BINDING, InstrumentType
from communique.vocab.claims.instruments import Instruments as Words

# A sum beside a programme is paid out of it.
_MONEY = frozenset({"$", "€", "£", "¥", "million", "billion", "eur", "usd"})
# In the plural these are efforts of a kind: "Strong Strategic Partnerships".
_EFFORTS = frozenset({InstrumentType.PROGRAMME, InstrumentType.STRATEGY, InstrumentType.FRAMEWORK})
# Documents whose sides make them known, also in lower case: "the EU-Peru trade agreement".
_TREATIES = BINDING - {InstrumentType.CONTRACT}
# Words before a name that may tell of its conference: "Conference of the Parties to the".
_BEFORE = 7
# Documents known by several words in capitals before the noun in lower case.
_NAMED_IN_FRONT = frozenset(
    {"framework", "initiative", "strategy", "statement", "programme", "program", "plan", "roadmap"}
)
# Words before such a noun that are documents themselves: "the Lake Declaration framework".
_DOCUMENTS = frozenset({"declaration", "agreement", "treaty", "charter", "convention", "accord"})
_WORDS = 2
# Words between a post and what its holder is at the head of: "Director of the Reef Initiative".
_POST_LINKS = frozenset({"of", "for"})


def worth_mentioning(reading: Reading, words: Words, thread: Thread) -> bool:
    """Whether a document that no step is told of has a name of its own in the body."""
    naming = thread.fullest
    if not naming.distinct or not _has_own_name(reading, naming):
        return False
    if thread.type is InstrumentType.REPORT or _are_efforts(naming):
        return False
    if _shouted(reading, naming) or _is_relation(reading, words, naming):
        return False
    if all(_by_the_way(reading, n) for n in thread.namings if not n.bare):
        return False
    if thread.type is not InstrumentType.PROGRAMME:
        return True
    money = all(_tells_of_money(reading, n.head) for n in thread.namings if not n.bare)
    return not money and any(_reaches_abroad(reading, n) for n in thread.namings)


def _by_the_way(reading: Reading, naming: Naming) -> bool:
    """Whether a name heads a paragraph or is part of that of a post or a conference."""
    return (
        _is_label(reading, naming) or _in_post(reading, naming) or _of_conference(reading, naming)
    )


def _of_conference(reading: Reading, naming: Naming) -> bool:
    """Whether it is the conference that is named: "the Conference of the Parties to the Pact"."""
    tree = reading.tree
    first = max(tree.sentence(naming.head).first, naming.tokens[0] - _BEFORE)
    before = [tree.lower(i) for i in range(first, naming.tokens[0])]
    return "conference" in before and "parties" in before


def _are_efforts(naming: Naming) -> bool:
    """Whether a plural tells of efforts; "Guidelines" are one document."""
    return naming.plural and naming.type in _EFFORTS and not naming.noun.endswith("s")


def _has_own_name(reading: Reading, naming: Naming) -> bool:
    """Whether a name is one in capitals, or one that a place or its sides make well known."""
    capital = reading.tree[naming.head].text[:1].isupper() or naming.acronym is not None
    if capital or not naming.noun or naming.noun == "resolution":
        return naming.named
    if naming.noun in _NAMED_IN_FRONT and naming.named and naming.definite:
        own = [_is_own(reading, i) for i in range(naming.tokens[0], naming.head)]
        return own[-1:] == [True] and sum(own) >= _WORDS
    if naming.type not in _TREATIES or not naming.definite:
        return False
    return naming.named or (not naming.plural and _names_sides(reading, naming))


def _is_own(reading: Reading, index: int) -> bool:
    """Whether a word in capitals is neither a party nor a place: "the Clear Lake framework"."""
    known = (reading.parties, reading.places, reading.people, reading.times)
    document = reading.tree.lower(index) in _DOCUMENTS
    capital = reading.tree[index].text[:1].isupper()
    return capital and not document and not any(index in m for m in known)


def _names_sides(reading: Reading, naming: Naming) -> bool:
    """Whether two parties stand before the noun: "the EU-Peru trade agreement"."""
    before = range(naming.tokens[0], naming.head)
    return len({reading.parties[i].name for i in before if i in reading.parties}) > 1


def _shouted(reading: Reading, naming: Naming) -> bool:
    """Whether several words are all in capitals, as in a heading: "A HISTORIC AGREEMENT"."""
    words = [reading.tree[i].text for i in naming.tokens]
    return sum(w.isalpha() and len(w) > 1 for w in words) > 1 and "".join(words).isupper()


def _is_relation(reading: Reading, words: Words, naming: Naming) -> bool:
    """Whether a partnership is how two sides stand: "the Fiji-Tonga Strategic Partnership"."""
    tree = reading.tree
    sides = {tree.lower(i) for i in naming.tokens if i in reading.parties} | {"-", "–", "/"}
    return naming.noun == "partnership" and naming.distinct - sides <= words.relations


def _is_label(reading: Reading, naming: Naming) -> bool:
    """Whether a name only heads its paragraph: "Clear Rivers Initiative: The ministers …"."""
    tree = reading.tree
    first, last = tree.sentence(naming.head)
    after = naming.tokens[-1] + 1
    if any(tree[i].tag in FINITE for i in range(first, naming.tokens[0])):
        return False
    alone = naming.type not in BINDING and (after >= last or tree.lower(after) == ".")
    return tree.lower(after) == ":" or (alone and not _told_by(reading, first, naming.tokens[0]))


def _told_by(reading: Reading, first: int, stop: int) -> bool:
    """Whether more than an article or a label stands before a name in its sentence."""
    tree = reading.tree
    words = [i for i in range(first, stop) if tree[i].text[:1].isalnum()]
    labelled = any(tree.lower(i) == ":" for i in range(first, stop))
    return not labelled and any(tree[i].tag not in {"DT", "CD", "LS"} for i in words)


def _in_post(reading: Reading, naming: Naming) -> bool:
    """Whether a name is part of somebody's post: "Director of the Reef Initiative, Ann Poe"."""
    tree = reading.tree
    before = naming.tokens[0] - 1
    if tree.lower(before) == "the" and tree.lower(before - 1) in _POST_LINKS:
        before -= 1
    if tree.lower(before) not in _POST_LINKS | {","}:
        return False
    before -= 1
    return (
        before >= 0
        and tree[before].text[:1].isupper()
        and reading.named.context.first_word(before) in reading.named.context.post_at
    )


def _reaches_abroad(reading: Reading, naming: Naming) -> bool:
    """Whether a programme is told of between states, not as one state's own affair."""
    home = reading.named.context.home
    if home is None or len(reading.referents.authors) > 1:
        return True
    abroad = _foreign(reading, home)
    within = {reading.parties[i] for i in naming.tokens if i in reading.parties}
    foreign = any(m.name in abroad for m in within)
    if publisher(reading) and any(m.code == home for m in within) and not foreign:
        return False
    title = reading.document.title or ""
    near = {
        reading.parties[i].name
        for i in range(*reading.tree.sentence(naming.head))
        if i in reading.parties
    }
    titled = any(m.text in title for m in reading.mentions(PartyMention) if m.name in abroad)
    return titled or not near.isdisjoint(abroad)


def _foreign(reading: Reading, home: str) -> set[str]:
    """Names of the parties of a text that are neither its own state nor a body of it."""
    senses = (name.senses[0] for name in reading.named.context.party_names)
    own = {sense.name for sense in senses if sense.country == home}
    return {m.name for m in reading.mentions(PartyMention) if m.code != home} - own


def _tells_of_money(reading: Reading, index: int) -> bool:
    """Whether a sentence pays something out of a programme: that is a commitment."""
    tree = reading.tree
    return any(tree.lower(i) in _MONEY for i in range(*tree.sentence(index)))
