"""Where a document tells an act: a verb or noun of the vocabulary, with what carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.claims.kinds.event.objects import ROUNDS, founded, object_in
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.model.terms import EventMode, EventType
from communique.vocab.claims.event import Act, EventGrammar

# Verbs that nobody can be asked to carry out: "Chad must be safe".
_NO_DEEDS = frozenset(
    {"be", "have", "remain", "understand", "know", "see", "enjoy", "face", "need"}
)
# What ends the words after a verb that say what it calls its object.
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEYOND = frozenset({"on", "upon", "for", "against", "because", "while", "to", ";"})
# Words beside "one" that tell another of the same.
_NEXT = frozenset(
    {"next", "previous", "last", "latest", "following", "coming", "former", "earlier"}
)
# Particles with which "go" and "come" tell of no motion.
_STAYING = frozenset(
    {"on", "up", "ahead", "along", "through", "around", "about", "forward", "under", "together"}
)
# Prepositions before what guests are received for: "will host them for a summit".
_FOR = frozenset({"for", "to"})
# Adverbs and auxiliaries between a noun and its verb.
_NEAR = 5
# How a noun hangs on the verb that carries it; an object behind an adverbial is taken for another.
_CARRIED = frozenset({"dobj", "nsubjpass", "attr", "npadvmod", "oprd"})
_PARTICLES = ("prt", "prep", "advmod", "dobj", "acomp", "pcomp", "oprd")


@dataclass(frozen=True, slots=True)
class Site:
    """One word that tells an act.

    Attributes:
        act: What it tells.
        head: The token that tells it: what dates and moods hang on.
        verb: The verb that carries it, if any: itself, or the one whose object it is.
        noun: The noun that carries it, if any: itself, or the object that the act asks for.
    """

    act: Act
    head: int
    verb: int | None
    noun: int | None


def sites(reading: Reading, grammar: EventGrammar) -> Iterator[Site]:
    """Every word of the document that may tell an act, in text order."""
    tree, people, parties = reading.tree, reading.people, reading.parties
    last: Act | None = None
    for index, token in enumerate(tree.analysis.tokens):
        if index in people or index in parties or reading.in_heading(index):
            continue
        if token.tag.startswith("VB") and token.dep not in {"aux", "auxpass"}:
            yield from _of_verb(reading, grammar, index)
        elif token.tag == "MD" and token.lemma in grammar.verbs:
            yield from _of_modal(tree, grammar, index)
        elif _again(tree, grammar, index) and last is not None:
            yield Site(last, index, carrier(tree, grammar, index), index)
        elif token.tag.startswith("NN"):
            for site in _of_noun(reading, grammar, index):
                last = site.act if site.act.type is EventType.CONSULT else last
                yield site


def _again(tree: Tree, grammar: EventGrammar, index: int) -> bool:
    """Whether a word takes up the kind of gathering told last: "the second one", "the next one"."""
    told = {tree.lower(i) for i in tree.children(index, "amod")} if index else set()
    return tree.lower(index) == "one" and bool(told & (grammar.words.ordinals.keys() | _NEXT))


def _of_verb(reading: Reading, grammar: EventGrammar, index: int) -> Iterator[Site]:
    tree = reading.tree
    for particle, act in grammar.verbs.get(tree[index].lemma, ()):
        if not _has_particle(tree, index, particle, act) or _bars(reading, act, index):
            continue
        if not _fits(tree, grammar, act, index):
            continue
        if act.objects is None:
            yield Site(act, index, index, None)
            continue
        noun = object_in(tree, index, act, grammar.words.classes[act.objects])
        if noun is not None:
            yield Site(act, index, index, noun)


def _fits(tree: Tree, grammar: EventGrammar, act: Act, verb: int) -> bool:
    """Whether what hangs on a verb is as the act asks."""
    return _built(tree, act, verb) and _worded(tree, grammar, act, verb)


def _built(tree: Tree, act: Act, verb: int) -> bool:
    """Whether a verb has the objects, clauses and infinitives that the act asks for."""
    if act.bare and _has_object(tree, verb):
        return False
    if act.mode is EventMode.VISIT and not _goes_somewhere(tree, verb):
        return False
    if act.plain and _goes_on(tree, verb):
        return False
    if act.clause and not _complemented(tree, act, verb):
        return False
    if _means_else(tree, act, verb):
        return False
    return not act.aim or _aimed(tree, verb)


def _has_object(tree: Tree, verb: int) -> bool:
    """Whether a verb has an object, also the noun above its clause: "the valour they show"."""
    if tree.child(verb, "dobj") is not None:
        return True
    own = tree.child(verb, "nsubj")
    return tree[verb].dep == "relcl" and own is not None and tree[own].tag not in {"WDT", "WP"}


def _means_else(tree: Tree, act: Act, verb: int) -> bool:
    """Whether a verb asks or blames nobody: "is encouraged that", "charged X to write a report"."""
    if tree[verb].lemma == "expect" and act.type is EventType.REQUEST:
        # "The assault we expect X to launch" is foretold.
        return tree[verb].dep == "relcl"
    told_of = act.back and _taken_up(tree, verb)
    if act.type is EventType.REQUEST and (told_of or _inquires(tree, verb)):
        return True
    if tree[verb].lemma == "charge" and act.type is EventType.ACCUSE:
        return _aimed(tree, verb)
    if tree[verb].lemma == "direct" and act.type is EventType.AID:
        # "Directed the team to help" gives nobody a team.
        return _aimed(tree, verb)
    felt = tree[verb].lemma == "encourage" and tree.passive(verb)
    return felt and not _aimed(tree, verb)


def _inquires(tree: Tree, verb: int) -> bool:
    """Whether a question is asked: "asked whether Chad would come", "asked who owns it"."""
    for clause in tree.children(verb, "ccomp"):
        if any(tree.lower(i) in {"whether", "if"} for i in tree.children(clause, "mark")):
            return True
        if any(tree[i].tag in {"WP", "WRB", "WDT"} for i in tree.children(clause)):
            return True
    return False


def _taken_up(tree: Tree, verb: int) -> bool:
    """Whether what is asked for is only told of by it: "the resources that I requested"."""
    asked = tree.child(verb, "dobj")
    return asked is not None and tree[asked].tag in {"WDT", "WP"}


def _worded(tree: Tree, grammar: EventGrammar, act: Act, verb: int) -> bool:
    """Whether the words around a verb are of the classes that the act asks for."""
    stays = grammar.words.classes[act.unless] if act.unless is not None else frozenset()
    below = [
        tree[i].lemma for i in (*tree.children(verb, "xcomp", "ccomp"), *_aims(tree, act, verb))
    ]
    aims = [tree[i].lemma for i in tree.children(verb, "advcl") if "to" in tree.auxiliaries(i)]
    if any(lemma in stays for lemma in (*below, *aims)):
        return False
    if act.deeds is not None and not set(below) & grammar.words.classes[act.deeds]:
        return False
    if act.cues is not None and not _cued(tree, grammar.words.classes[act.cues], verb):
        return False
    if act.complement is not None:
        wanted = grammar.words.classes[act.complement]
        if not any(tree[i].lemma in wanted for i in _called(tree, verb)):
            return False
    barred = frozenset().union(*(grammar.words.classes[name] for name in act.without))
    upon = ("on", "for") if act.type is EventType.REQUEST else ("on",)
    heads = [i for i in (tree.undergoer(verb), *tree.after(verb, *upon)) if i is not None]
    # "Ended its sanctions programme" ends the sanctions.
    told = (j for i in heads for j in (i, *tree.children(i, "compound")))
    return not any(tree[i].lemma in barred for i in told)


def _cued(tree: Tree, cues: frozenset[str], verb: int) -> bool:
    """Whether a cue of one word or two stands in the sentence of a verb."""
    words = [tree[i].lemma for i in range(*tree.sentence(verb))]
    pairs = (f"{word} {following}" for word, following in pairwise(words))
    return not cues.isdisjoint(words) or not cues.isdisjoint(pairs)


def _aims(tree: Tree, act: Act, verb: int) -> Iterator[int]:
    """The infinitives that tell what a verb is done for, where the act asks for one."""
    if act.aim:
        clauses = [
            i for h in (verb, *tree.children(verb, "dobj")) for i in tree.children(h, "advcl")
        ]
        yield from (i for i in clauses if "to" in tree.auxiliaries(i))


def _goes_somewhere(tree: Tree, verb: int) -> bool:
    """Whether a verb of motion moves anybody, unlike "is going to pay" and "came up with"."""
    ahead = tree[verb].lemma == "go" and tree[verb].tag == "VBG"
    if ahead and any("to" in tree.auxiliaries(i) for i in tree.children(verb, "xcomp")):
        return False
    beside = {tree.lower(i) for i in tree.children(verb, "prt", "advmod")}
    if tree[verb].lemma == "come" and tree.after(verb, "from") and "back" not in beside:
        # "Comes to the bank from the ministry": a career.
        return False
    moved = tree[verb].lemma in {"go", "come"}
    return not (moved and beside & _STAYING)


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether something is asked or said of the object: "called on X to act", "called X a liar"."""
    asked = tree.child(verb, "ccomp", "xcomp", "oprd", "acomp", "dative") is not None
    purposes = ("as",) if tree[verb].lemma == "see" else ("for", "as")
    return asked or _infinitive(tree, verb) or bool(tree.after(verb, *purposes))


def _called(tree: Tree, verb: int) -> Iterator[int]:
    """The words after a verb that may say what it calls its object: "called the ban unjust"."""
    for index in range(verb + 1, tree.sentence(verb)[1]):
        if tree[index].tag in _TENSED or tree.lower(index) in _BEYOND:
            return
        yield index


def _complemented(tree: Tree, act: Act, verb: int) -> bool:
    """Whether a clause or infinitive hangs on a verb; "agreed that" agrees on no deed."""
    if tree.child(verb, "xcomp") is not None or _infinitive(tree, verb):
        return True
    clause = tree.child(verb, "ccomp")
    if clause is None:
        return False
    return act.type is not EventType.AGREE or "to" in tree.auxiliaries(clause)


def _aimed(tree: Tree, verb: int) -> bool:
    """Whether an infinitive is what a verb asks for, whichever way the parse has hung it."""
    below = tree.children(verb, "xcomp", "ccomp")
    return any("to" in tree.auxiliaries(i) for i in below) or _infinitive(tree, verb)


def _infinitive(tree: Tree, verb: int) -> bool:
    """Whether an infinitive hangs on a verb or its object: "urged the sides to stop"."""
    holders = [verb, *tree.children(verb, "dobj", "prep")]
    clauses = [i for h in holders for i in tree.children(h, "advcl", "acl", "relcl")]
    return any("to" in tree.auxiliaries(i) for i in clauses if tree.is_verb(i))


def _has_particle(tree: Tree, verb: int, particle: str, act: Act) -> bool:
    """Whether a verb has the particle of an act; without one, "struck down a law" is no assault."""
    if not particle:
        return act.type is not EventType.ASSAULT or tree.child(verb, "prt") is None
    return any(tree.lower(i) == particle for i in tree.children(verb, *_PARTICLES))


def _of_modal(tree: Tree, grammar: EventGrammar, index: int) -> Iterator[Site]:
    verb = tree[index].head
    told = (
        tree[verb].dep in {"ROOT", "conj", "ccomp", "parataxis"}
        and tree[verb].lemma not in _NO_DEEDS
    )
    if tree[index].dep == "aux" and tree.is_verb(verb) and told:
        for _, act in grammar.verbs[tree[index].lemma]:
            yield Site(act, verb, verb, None)


def _of_noun(reading: Reading, grammar: EventGrammar, index: int) -> Iterator[Site]:
    tree = reading.tree
    singular = tree.lower(index).removesuffix("s")
    acts = grammar.nouns.get(tree[index].lemma) or grammar.nouns.get(singular, ())
    if not acts or tree[index].dep in {"compound", "nmod", "amod"}:
        return
    beside = {tree.lower(i) for i in tree.children(index, "compound", "amod")}
    if tree[index].dep == "pobj" and tree.lower(tree[index].head) == "as":
        # "The G20 as the premier forum".
        return
    # Of tables only a round one is a gathering.
    flat = tree[index].lemma == "table" and "round" not in beside
    if flat or beside & grammar.words.no_gatherings:
        return
    for act in acts:
        if act.objects is not None and not founded(tree, index, grammar.words.classes[act.objects]):
            continue
        if _bars(reading, act, index):
            continue
        verb = carrier(tree, grammar, index)
        if act.type is not EventType.CONSULT and _is_purpose(tree, index):
            verb = None
        if verb is not None or not act.light:
            yield Site(act, index, verb, index)


def _is_purpose(tree: Tree, noun: int) -> bool:
    """Whether a noun only tells what something is for: "issued a licence for attacks"."""
    return tree[noun].dep == "pobj" and tree.lower(tree[noun].head) == "for"


def _bars(reading: Reading, act: Act, index: int) -> bool:
    """Whether a preposition that the act must not have binds more than a time to its word."""
    bound = reading.tree.after(index, *act.never) if act.never else ()
    return any(i not in reading.times for i in bound)


def carrier(tree: Tree, grammar: EventGrammar, noun: int) -> int | None:
    """The verb whose subject does what a noun tells: "held talks", "took part in the summit"."""
    words = grammar.words
    first = tree.conjuncts(_first(tree, noun))[0]
    token = tree[first]
    if token.dep in _CARRIED and tree.is_verb(token.head):
        known = words.doing | words.giving | words.attending
        return token.head if tree[token.head].lemma in known else None
    if token.dep == "pobj":
        round_of = tree[tree[first].head].head
        if tree.lower(token.head) == "of" and tree[round_of].lemma in ROUNDS:
            return carrier(tree, grammar, round_of)
        return _through_preposition(tree, grammar, token.head)
    if token.dep == "nsubj" and tree[token.head].lemma in words.happening:
        return None
    return None


def _first(tree: Tree, noun: int) -> int:
    """The first member of the list that a noun is in."""
    while tree[noun].dep == "conj" and tree[noun].head != noun:
        noun = tree[noun].head
    return noun


def _through_preposition(tree: Tree, grammar: EventGrammar, preposition: int) -> int | None:
    """The verb of "take part in X", "participate in X", "speak at X", "welcomed Y for X"."""
    governor = tree[preposition].head
    if tree.lower(governor) == "part" and tree.is_verb(tree[governor].head):
        return tree[governor].head
    if not tree.is_verb(governor):
        return None
    lemma, word = tree[governor].lemma, tree.lower(preposition)
    if lemma in grammar.words.attending and word in {"in", "at", "to", "for"}:
        return governor
    if lemma in {"engage", "preside", "embark"} and word in {"in", "over", "on"}:
        return governor
    if lemma in grammar.words.giving and word in _FOR and tree.undergoer(governor) is not None:
        # With guests; "called for a summit" asks for one.
        return governor
    return governor if lemma in grammar.words.doing and word in {"on", "for"} else None


def predicate(tree: Tree, grammar: EventGrammar, noun: int) -> int | None:
    """The verb that tells that a gathering takes place, also where the parse has missed it."""
    token = tree[noun]
    happening = grammar.words.happening
    if token.dep in {"nsubj", "nsubjpass"} and tree[token.head].lemma in happening:
        return token.head
    for index in range(noun + 1, min(noun + _NEAR, tree.sentence(noun)[1])):
        if tree.is_verb(index) and tree[index].dep not in {"aux", "auxpass", "amod"}:
            bare = tree[index].dep not in {"acl", "relcl"} and tree[index].lemma in happening
            return index if bare else None
        if tree[index].tag[:2] not in {"RB", "VB", "MD"}:
            return None
    return None
