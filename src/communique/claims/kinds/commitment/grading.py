"""How firm an undertaking is, by the form of its verb and by what governs it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords, Sense

_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_POSSIBLE = frozenset({"could", "may", "might", "would", "should", "must", "ought", "can"})
_PAST_PASSIVE = frozenset({"was", "were", "been"})
_PERFECT = frozenset({"has", "have", "had", "having", "'ve"})
# Adjectives that make the infinitive below them a plan or, weaker still, a possibility.
_READY = frozenset(
    {"ready", "willing", "prepared", "keen", "eager", "poised", "determined", "able"}
)
_DUE = frozenset({"due", "set", "bound", "scheduled", "slated", "certain", "sure"})
_BOUND = frozenset({"committed"})
_STEPS = 6


def _forms(lemma: str, word: str) -> tuple[str, ...]:
    """The dictionary form, and what else it may be: "hopes" is of "hope", not of "hop".

    Of a rarer verb it may be misjudged: "unloaded" is of "unload", not of "unloade".
    """
    if word.endswith(("es", "ed")):
        return word[:-1], lemma, word[:-2]
    return (word[:-3] + "e", lemma, word[:-3]) if word.endswith("ing") else (lemma,)


class Form(Enum):
    """What the form of a verb says of its deed."""

    DONE = auto()
    DOING = auto()
    FUTURE = auto()
    POSSIBLE = auto()
    BARE = auto()
    DENIED = auto()


def form_of(tree: Tree, verb: int) -> Form:
    """The form of a verb: done, doing, ahead, possible, denied, or bare of any of these."""
    words = set(tree.auxiliaries(verb))
    if tree.negated(verb):
        return Form.DENIED
    if words & _FUTURE:
        return Form.FUTURE
    if words & _POSSIBLE:
        return Form.FUTURE if "would" in words and _reported(tree, verb) else Form.POSSIBLE
    if "to" in words:
        return _infinitive(tree, verb)
    return _finite(tree, verb, words)


def _reported(tree: Tree, verb: int) -> bool:
    """Whether "would" is the future of what was said in the past: "said it would open"."""
    above = tree[verb].head
    return tree[verb].dep == "ccomp" and tree[above].tag in {"VBD", "VBN"}


def _infinitive(tree: Tree, verb: int) -> Form:
    """An infinitive after "is", "are" or "is going" lies ahead; any other is bare."""
    head = tree[verb].head
    governor = tree[head]
    if governor.lemma == "be" and tree[verb].dep in {"xcomp", "ccomp", "attr", "acomp"}:
        return Form.FUTURE
    if governor.lemma == "go" and governor.tag == "VBG" and tree[verb].dep == "xcomp":
        return Form.FUTURE
    return Form.BARE


def _finite(tree: Tree, verb: int, words: set[str]) -> Form:
    tag = tree[verb].tag
    if tag == "VBD" or words & _PERFECT:
        return Form.DONE
    if tag == "VBN":
        passive = tree.passive(verb)
        present = passive and bool(words & {"is", "are", "being"}) and not words & _PAST_PASSIVE
        return Form.DOING if present else Form.DONE
    if tag == "VBG":
        return Form.DOING if words & {"is", "are", "am", "'s", "'re"} else Form.BARE
    return Form.DOING if tag in {"VBZ", "VBP"} else Form.BARE


@dataclass(frozen=True)
class Grading:
    """Grades the deeds of one document.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
    """

    reading: Reading
    words: CommitmentWords

    def sense(self, verb: int) -> Sense | None:
        """What a verb says of undertakings, by its longest wording in the vocabulary."""
        tree = self.reading.tree
        if not tree.is_verb(verb):
            return None
        for lemma in _forms(tree[verb].lemma, tree.lower(verb)):
            for rest, sense in self.words.verbs.get(lemma, ()):
                if all(self._follows(verb, word) for word in rest):
                    return sense
        return None

    def _follows(self, verb: int, word: str) -> bool:
        """Whether a word of a phrasal verb stands near, or hangs on it behind a long object."""
        tree = self.reading.tree
        near = list(range(verb + 1, min(verb + 6, tree.sentence(verb).last)))
        # "Make another 20 million euros available" has the adjective behind a long object.
        things = tree.children(verb, "dobj")
        near += [i for thing in things for i in tree.children(thing, "amod") if i > thing]
        beside = tree.children(verb, "prt", "prep")
        near += [*beside, *(i for p in beside for i in tree.children(p, "pobj"))]
        near += tree.children(verb, "dobj")
        return any(tree.lower(i) == word for i in near)

    def verb(self, verb: int, sense: Sense, *, money: bool) -> Grade | None:
        """The grade that a verb of undertaking gives to what it is about; None for no undertaking.

        Args:
            verb: The verb.
            sense: What it says.
            money: Whether it is about a sum.
        """
        current = verb
        for _ in range(_STEPS):
            form = form_of(self.reading.tree, current)
            if form is not Form.BARE:
                return self._told(current, sense, form, money=money)
            governed, above = self._governor(current)
            if governed is not None or above is None:
                return governed
            if self._is_what_for(current, above):
                return Grade.INTENDED
            current = above
        return None

    def _is_what_for(self, verb: int, above: int) -> bool:
        """Whether people only come together for it: "the board meets next week to approve"."""
        tree = self.reading.tree
        purpose = tree[verb].dep == "advcl" and "to" in tree.auxiliaries(verb)
        ahead = form_of(tree, above) in {Form.DOING, Form.FUTURE}
        return purpose and ahead and tree[above].lemma in self.words.deliverables.gatherings

    def _told(self, verb: int, sense: Sense, form: Form, *, money: bool) -> Grade | None:
        """The grade by a finite verb."""
        if form is Form.DENIED:
            return None
        if form is Form.POSSIBLE:
            gives = sense.doing is Grade.PLEDGED and not sense.change
            if self.is_proposed(verb):
                return Grade.INTENDED if gives or sense.change else None
            return Grade.CONSIDERED if gives else None
        ahead = sense.governs if sense.governs in {Grade.INTENDED, Grade.CONSIDERED} else None
        if form is Form.FUTURE:
            return ahead or self._aim(verb) or self._that(verb) or Grade.PLEDGED
        if form is Form.DOING:
            return sense.doing
        if sense.totals and _PERFECT.intersection(self.reading.tree.auxiliaries(verb)):
            return None
        return (sense.money or sense.done) if money else sense.done

    def is_proposed(self, verb: int) -> bool:
        """Whether it is what somebody's plan would do: "the bill would provide 3 million"."""
        tree = self.reading.tree
        subject = tree.subject(verb)
        proposed = subject is not None and tree.lower(subject) in self.words.texts.proposals
        return proposed and "would" in tree.auxiliaries(verb)

    def _aim(self, verb: int) -> Grade | None:
        """The grade by what it is that lies ahead: "our aim is to open the bridge"."""
        tree = self.reading.tree
        copula = tree[verb].head
        subject = tree.subject(copula) if tree[copula].lemma == "be" and copula != verb else None
        return None if subject is None else self.words.graded.get(tree[subject].lemma)

    def _that(self, verb: int) -> Grade | None:
        """The grade of a clause by what it tells of: "they agreed", or "hope, that Oman will"."""
        tree = self.reading.tree
        above = tree[verb].head
        if tree[verb].dep != "ccomp" or above == verb:
            return None
        sense = self.sense(above)
        softer = {Grade.AGREED, Grade.INTENDED, Grade.CONSIDERED}
        return sense.governs if sense is not None and sense.governs in softer else None

    def _governor(self, verb: int) -> tuple[Grade | None, int | None]:
        """The grade that the governor of a bare verb gives it, else the verb to ask further."""
        tree = self.reading.tree
        head = tree[verb].head
        if head == verb:
            return self._entry(verb), None
        token = tree[head]
        if tree.is_verb(head):
            return self._governing_verb(head, verb)
        if token.lemma in _READY:
            return Grade.INTENDED, None
        if token.lemma in _DUE or token.text.lower() in _BOUND:
            return Grade.PLEDGED, None
        if token.tag.startswith("NN") and token.lemma in self.words.graded:
            return self.words.graded[token.lemma], None
        return self._clause_above(head)

    def _entry(self, verb: int) -> Grade | None:
        """The grade of an entry of a list: "Handing over 12 boats" is done, "Build 2 ports" not."""
        tag, sense = self.reading.tree[verb].tag, self.sense(verb)
        if tag == "VBG" and sense is not None and sense.done is not None:
            return sense.done
        return Grade.PLEDGED if tag in {"VB", "VBG"} else None

    def _governing_verb(self, verb: int, below: int) -> tuple[Grade | None, int | None]:
        noun = self.reading.tree.child(verb, "dobj")
        graded = None if noun is None else self.words.graded.get(self.reading.tree[noun].lemma)
        if graded is not None and noun is not None and noun < below:
            return graded, None
        sense = self.sense(verb)
        if sense is None or sense.governs is None:
            return None, verb
        form = form_of(self.reading.tree, verb)
        if form is Form.DENIED:
            return None, None
        if form is Form.POSSIBLE:
            return Grade.CONSIDERED, None
        if sense.governs is Grade.PLEDGED and self._by_a_body(verb):
            return Grade.CONTRACTED, None
        if sense.governs is Grade.CONSIDERED and self._asks_a_body(verb):
            return Grade.INTENDED, None
        return sense.governs, None

    def _by_a_body(self, verb: int) -> bool:
        """Whether it is a body that decides: "the Council decided to raise its strength"."""
        tree = self.reading.tree
        subject = tree.subject(verb)
        decides = tree[verb].lemma in {"decide", "resolve"}
        return decides and subject is not None and tree[subject].lemma in self.words.texts.bodies

    def _asks_a_body(self, verb: int) -> bool:
        """Whether money is asked of those who grant it: "calls on Congress to provide"."""
        tree = self.reading.tree
        asked = tree.children(verb, "dobj")
        asked += [i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj")]
        return any(tree[i].lemma in self.words.texts.bodies for i in asked)

    def _clause_above(self, index: int) -> tuple[Grade | None, int | None]:
        """The verb above a preposition or noun that a bare verb hangs on."""
        tree = self.reading.tree
        for above in (index, *tree.ancestors(index)):
            if tree[above].tag.startswith("NN") and tree[above].lemma in self.words.graded:
                return self.words.graded[tree[above].lemma], None
            if tree.is_verb(above):
                return self._governing_verb(above, index)
            if tree.lower(above) in _BOUND:
                return Grade.PLEDGED, None
        return None, None
