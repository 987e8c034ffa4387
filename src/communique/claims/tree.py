"""The dependency parse as a tree one can walk: children, clauses, subjects, objects.

Labels are those of spaCy's English pipelines (ClearNLP). Walks are bounded by the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from communique.model.analysis import Analysis, Token, TokenSpan

#: Relations under which a clause of its own hangs.
CLAUSAL = frozenset({"ROOT", "advcl", "relcl", "ccomp", "parataxis", "csubj", "csubjpass", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
# Clauses whose subject is told with the verb above; "is committed to" hangs below "is".
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "acomp"})
# From an infinitive or gerund to the verb whose subject it has: "is committed to giving", "is due
# to open", "in time to open".
_THROUGH = frozenset({"prep", "pobj", "conj", "attr", "acomp", "oprd"})
# Whose deeds follow the object: "congratulated Oman on signing", "accused Oman of selling".
_ADDRESSING = frozenset(
    {"congratulate", "thank", "praise", "commend", "applaud", "salute", "honour", "honor", "blame"}
    | {"accuse", "condemn", "criticise", "criticize", "denounce", "rebuke", "suspect"}
)
_FOR_DOING = frozenset({"on", "for", "of"})
# What a noun phrase does not need to be understood: clauses and further members.
_LOOSE = frozenset({"relcl", "acl", "advcl", "conj", "cc", "punct", "appos", "parataxis"})


@dataclass(frozen=True)
class Tree:
    """The parse of one document. Every `index` is one of `analysis.tokens`."""

    analysis: Analysis

    def __len__(self) -> int:
        return len(self.analysis.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.analysis.tokens[index]

    def lower(self, index: int) -> str:
        """The word in lower case; empty beyond the text."""
        lowers = self._lowers
        return lowers[index] if 0 <= index < len(lowers) else ""

    @cached_property
    def _lowers(self) -> list[str]:
        return [token.text.lower() for token in self.analysis.tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.analysis.tokens]

    @cached_property
    def _children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.analysis.tokens]
        for index, token in enumerate(self.analysis.tokens):
            if token.head != index:
                found[token.head].append(index)
        return found

    @cached_property
    def _extents(self) -> list[tuple[int, int]]:
        """First and last token below each token."""
        extents = [(i, i) for i in range(len(self))]
        for sentence in self.analysis.sentences:
            for index in self._deepest_first(sentence):
                head = self[index].head
                if head != index:
                    low, high = extents[head]
                    extents[head] = min(low, extents[index][0]), max(high, extents[index][1])
        return extents

    def _deepest_first(self, sentence: TokenSpan) -> list[int]:
        roots = [i for i in range(*sentence) if self[i].head == i]
        order, waiting = [], roots
        while waiting:
            index = waiting.pop()
            order.append(index)
            waiting.extend(self._children[index])
        return order[::-1]

    @cached_property
    def _sentence_of(self) -> list[int]:
        found = [0] * len(self)
        for number, sentence in enumerate(self.analysis.sentences):
            for index in range(*sentence):
                found[index] = number
        return found

    def at(self, offset: int) -> int | None:
        """Index of the token that covers an offset of the text, else of the first after it."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self[index].end > offset:
            return index
        return index + 1 if index + 1 < len(self) else None

    def run(self, start: int, end: int) -> range:
        """Tokens that begin between two offsets of the text."""
        first = bisect_right(self._starts, start - 1)
        return range(first, bisect_right(self._starts, end - 1))

    def head_of(self, tokens: range) -> int | None:
        """The token of a run that all others hang on: the one whose head lies outside."""
        for index in tokens:
            head = self[index].head
            if head == index or head not in tokens:
                return index
        return None

    def sentence_number(self, index: int) -> int:
        """Number of the sentence that a token stands in."""
        return self._sentence_of[index]

    def sentence(self, index: int) -> TokenSpan:
        """The sentence that a token stands in."""
        return self.analysis.sentences[self._sentence_of[index]]

    def children(self, index: int, *deps: str) -> list[int]:
        """Children of a token, in text order; only those under the given relations, if any."""
        below = self._children[index]
        if not (deps and below):
            return below
        tokens = self.analysis.tokens
        return [i for i in below if tokens[i].dep in deps]

    def child(self, index: int, *deps: str) -> int | None:
        """The first child under one of the relations."""
        tokens = self.analysis.tokens
        for child in self._children[index]:
            if tokens[child].dep in deps:
                return child
        return None

    def extent(self, index: int) -> range:
        """All tokens from the first to the last below a token, itself included."""
        low, high = self._extents[index]
        return range(low, high + 1)

    def below(self, index: int, *, without: frozenset[str] = frozenset()) -> Iterator[int]:
        """The tokens of the subtree, leaving out branches under the relations in `without`."""
        tokens, children = self.analysis.tokens, self._children
        waiting = [index]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(i for i in children[current] if tokens[i].dep not in without)

    def phrase(self, index: int) -> range:
        """A noun phrase from its first to its last word, without clauses, lists and appositions."""
        inside = list(self.below(index, without=_LOOSE))
        return range(min(inside), max(inside) + 1)

    def start_of_glued(self, index: int) -> int:
        """The first part of a compound with hyphens that ends here: "*anti*-ship"; no numbers."""
        while index > 1 and self[index - 1].text == "-" and self[index - 2].tag != "CD":
            parts = self[index - 2], self[index - 1], self[index]
            if any(one.end != two.start for one, two in pairwise(parts)):
                break
            index -= 2
        return index

    def ancestors(self, index: int) -> Iterator[int]:
        """The tokens above a token, nearest first."""
        while self[index].head != index:
            index = self[index].head
            yield index

    def conjuncts(self, index: int) -> list[int]:
        """The members of a list, from its first one on: itself and what is joined to it."""
        members = [index]
        for member in members:
            members.extend(self.children(member, "conj"))
        return sorted(members)

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb form."""
        return self[index].tag.startswith("VB")

    def clause_head(self, index: int) -> int:
        """The verb, or other head, of the clause that a token belongs to."""
        for current in (index, *self.ancestors(index)):
            token = self[current]
            if token.head == current or token.dep in CLAUSAL:
                return current
            if self.is_verb(current) and token.dep in {"conj", "xcomp", "pcomp"}:
                return current
        return index

    def clause(self, index: int) -> range:
        """The tokens of a verb's clause, without clauses that are coordinated with it."""
        inside = [index]
        for child in self.children(index):
            coordinated = self[child].dep == "conj" and self.is_verb(child)
            if not coordinated and self[child].dep not in {"parataxis"}:
                inside.extend(self.extent(child))
        return range(min(inside), max(inside) + 1)

    def passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, or a bare participle after its noun."""
        if self.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        if self[verb].tag == "VBN" and self.child(verb, "agent") is not None:
            return True
        return self[verb].dep == "acl" and self[verb].tag == "VBN"

    def negated(self, verb: int) -> bool:
        """Whether a verb is denied: "did not sign", "never met"."""
        return self.child(verb, "neg") is not None

    def auxiliaries(self, verb: int) -> list[str]:
        """The auxiliaries of a verb, in lower case; those of the verb it is joined to, if none."""
        own = [self.lower(i) for i in self.children(verb, "aux", "auxpass")]
        if not own and self[verb].dep == "conj" and self.is_verb(self[verb].head):
            same = self[verb].tag == self[self[verb].head].tag
            return self.auxiliaries(self[verb].head) if same else []
        return own

    def subject(self, verb: int) -> int | None:
        """Head of the grammatical subject, also where it is told with another verb.

        A joined verb shares the subject of the first ("met and signed"), an infinitive that of
        its governor ("agreed to sign"), a relative clause has its noun, a participle the noun or
        clause that it hangs on.
        """
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            own = self._own_subject(verb)
            if own is not None:
                return self._antecedent(own, verb)
            token = self[verb]
            if token.dep in {"relcl", "acl"}:
                return token.head
            if token.dep not in _SHARING or token.head == verb:
                return None
            if token.dep == "xcomp":
                control = self.child(token.head, "dobj")
                if control is not None and control < verb and self.is_verb(token.head):
                    return control
            addressed = self._addressed(verb)
            if addressed is not None:
                return addressed
            verb = token.head
            while not self.is_verb(verb) and self[verb].dep in _THROUGH:
                verb = self[verb].head
        return None

    def _addressed(self, verb: int) -> int | None:
        """Who is praised or blamed for doing it: "thanked Oman for hosting the talks"."""
        above = self[verb].head
        governor = self[above].head
        if self[verb].dep != "pcomp" or self.lower(above) not in _FOR_DOING:
            return None
        return self.child(governor, "dobj") if self[governor].lemma in _ADDRESSING else None

    def _own_subject(self, verb: int) -> int | None:
        """The subject that hangs on a verb; not the label before it: "Ports: Oman opened two"."""
        subjects = self.children(verb, *_SUBJECTS)
        for label, subject in pairwise(subjects):
            if any(self.lower(i) == ":" for i in range(label, subject)):
                return subject
        return subjects[0] if subjects else None

    def _antecedent(self, subject: int, verb: int) -> int:
        """The noun that a relative pronoun stands for; the subject itself otherwise."""
        if self[subject].tag in {"WDT", "WP"} and self[verb].dep == "relcl":
            return self[verb].head
        return subject

    def doers(self, verb: int) -> int | None:
        """Head of the phrase for who does it: the subject, or "by …" in the passive."""
        if self.passive(verb):
            agent = self.child(verb, "agent")
            return self.child(agent, "pobj") if agent is not None else None
        return self.subject(verb)

    def undergoer(self, verb: int) -> int | None:
        """Head of the phrase for what it is done to: the object, or the passive's subject."""
        if self.passive(verb):
            if self[verb].dep == "acl":
                return self[verb].head
            return self.subject(verb)
        own = self.child(verb, "dobj")
        if own is not None:
            return self._antecedent(own, verb)
        if self[verb].dep == "relcl" and self.child(verb, *_SUBJECTS) is not None:
            pronoun = self.child(verb, "nsubj")
            relative = pronoun is not None and self[pronoun].tag in {"WDT", "WP"}
            return None if relative else self[verb].head
        return own

    def after(self, index: int, *prepositions: str) -> list[int]:
        """Heads of the phrases that prepositions bind to a token: "with Y", "of Z"."""
        found = []
        for child in self.children(index, "prep", "agent", "dative"):
            if not prepositions or self.lower(child) in prepositions:
                found.extend(self.children(child, "pobj", "pcomp"))
        return found
