"""Which documents a phrase of the text means: named there, listed, described or taken up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.threads import Thread
from communique.claims.reading import Reading
from communique.model.terms import BINDING

#: Tags of finite verbs.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRONOUNS = frozenset({"it", "which", "this", "that", "latter"})
# "A partnership called the Reef Compact".
_CALLING = frozenset({"call", "name", "dub", "title", "entitle"})
# Words between two members of a list of documents.
_BETWEEN = frozenset({",", "and", "as", "well", "also", "the", "a", "an", "or", "plus", ";"})
# Words between two verbs that share an object.
_JOINING = frozenset({"and", "or", "then", ",", "eventually", "subsequently", "later", "to"})
# Words after a verb within which its document must follow, where the parse has none.
_REACH = 9
# Sentences that "it" and "the signing" look back.
_NEAR = 2
# Items of a list look back further: "- Islandia: in force since May".
_LISTED = 9


def _lasting(thread: Thread) -> bool:
    """Whether a document is one that is signed, ratified and enters into force."""
    return thread.type in BINDING and not thread.fullest.plural


@dataclass(frozen=True)
class Documents:
    """Answers which documents phrases of one text mean.

    Attributes:
        reading: The text.
        threads: The documents that it names.
        carriers: Nouns that stand for the document that hangs on them.
    """

    reading: Reading
    threads: Sequence[Thread]
    carriers: frozenset[str]

    @cached_property
    def of_head(self) -> Mapping[int, tuple[Thread, Naming]]:
        """The document that each noun names."""
        return {n.head: (t, n) for t in self.threads for n in t.namings}

    @cached_property
    def _covering(self) -> Mapping[int, int]:
        """For each word of a name, its noun; the longest name where several share the word."""
        found: dict[int, int] = {}
        by_length = sorted(self.of_head.items(), key=lambda item: len(item[1][1].tokens))
        for head, (_, naming) in by_length:
            found.update(dict.fromkeys(naming.tokens, head))
        return found

    def undergoer(self, verb: int) -> int | None:
        """What a verb is done to, also where the parse hung it elsewhere."""
        tree = self.reading.tree
        above = self._passive_above(verb)
        if above is not None:
            return self.undergoer(above)
        found = self._parsed(verb)
        found = None if found is None else self.antecedent(verb, found)
        if self._may_follow(verb):
            near = [i for i in (verb - 1, verb - 2) if i >= tree.sentence(verb).first]
            ending = (self._ending_at(i) for i in near)
            before = next((i for i in ending if i is not None), None)
            bare = not tree.children(verb, "nsubjpass", "aux", "auxpass")
            if before is not None and (bare or self._better(found, before)):
                return before
        if found is None or (found < verb and found not in self._covering):
            nearby = self._nearby(verb)
            if nearby is not None and (found is None or nearby not in tree.extent(found)):
                return nearby
        return found

    def _may_follow(self, verb: int) -> bool:
        """Whether a participle may belong to the noun before it, whatever the parse says.

        "The council, in its resolution 12, adopted in May, had asked": its subject is not its own.
        """
        tree = self.reading.tree
        if tree[verb].tag not in {"VBN", "VBD"} or tree.child(verb, "dobj") is not None:
            return False
        aside = tree[verb].dep in {"advcl", "acl"} and tree.lower(verb - 1) == ","
        return aside or tree.child(verb, "nsubj") is None

    def _passive_above(self, verb: int) -> int | None:
        """The verb that a bare participle shares its document with.

        "Was amended in May and renewed in June": both are passive. "Initialled in May, signed in
        June": the parse may hang the second on the date before it.
        """
        tree = self.reading.tree
        token = tree[verb]
        if token.tag not in {"VBN", "VBD"}:
            return None
        above = token.head
        bare = not tree.children(verb, "nsubjpass", "nsubj", "aux", "dobj")
        if token.dep == "conj" and token.tag == "VBN" and bare and tree.is_verb(above):
            return above if tree.passive(above) else None
        if token.dep == "acl" and above in self.reading.times:
            earlier = range(verb - 1, tree.sentence(verb).first, -1)
            return next((i for i in earlier if tree.is_verb(i)), None)
        return None

    def _parsed(self, verb: int) -> int | None:
        """What the parse gives as done to, seen through two of its habits."""
        tree = self.reading.tree
        found = tree.undergoer(verb)
        if found is None and not tree.passive(verb):
            return self._shared_object(verb)
        if found is not None and found not in self.of_head:
            # "Signed the fisheries pact": the parse may have two objects instead of a compound.
            objects = (i for i in tree.children(verb, "dobj") if i in self.of_head)
            return next(objects, found)
        return found

    def _shared_object(self, verb: int) -> int | None:
        """The object that stands with the last verb only: "to negotiate and then sign a treaty"."""
        tree = self.reading.tree
        index = verb + 1
        while tree.lower(index) in _JOINING:
            index += 1
        between = {tree.lower(i) for i in range(verb + 1, index)}
        joined = between - {"to"} and index < len(tree) and tree.is_verb(index)
        return tree.child(index, "dobj") if joined else None

    def _better(self, found: int | None, before: int) -> bool:
        """Whether the document before a verb fits it better than what the parse gives."""
        if found is None:
            return True
        return found not in self.of_head and before not in self.reading.tree.extent(found)

    def _nearby(self, verb: int) -> int | None:
        """The document next to a verb that the parser gave no fitting object.

        Before it: "a roadmap comprising 79 points, was adopted", "the treaty, which the ministers
        signed"; after it: "signed in Paris the treaty on rivers".
        """
        tree = self.reading.tree
        first, last = tree.sentence(verb)
        if tree.passive(verb) or self._relative_with_subject(verb):
            own = tree.child(verb, "nsubjpass")
            for index in range(verb - 1, first if own is None else own, -1):
                if index in self.of_head and index in self._closing:
                    return index
                if tree[index].tag in FINITE and tree[index].dep not in {"aux", "auxpass"}:
                    return None
            return None
        if tree.child(verb, "dobj", "ccomp", "xcomp") is not None:
            return None
        for index in range(verb + 1, min(verb + _REACH, last)):
            if index in self._starting:
                before = index - 1 - (tree.lower(index - 1) in {"the", "a", "an"})
                return None if tree[before].tag in {"IN", "TO"} else self._starting[index]
            if tree.is_verb(index) or tree.lower(index) in {",", "and", "with", "under", "of"}:
                return None
        return None

    def _relative_with_subject(self, verb: int) -> bool:
        """Whether a relative clause has a doer of its own: "which the ministers signed"."""
        tree = self.reading.tree
        subject = tree.child(verb, "nsubj")
        own = subject is not None and tree[subject].tag not in {"WDT", "WP"}
        return tree[verb].dep == "relcl" and own

    @cached_property
    def _closing(self) -> frozenset[int]:
        """Nouns of documents that no verb has as object or subject already."""
        tree = self.reading.tree
        return frozenset(h for h in self.of_head if tree[h].dep not in {"dobj", "nsubj"})

    def antecedent(self, verb: int, found: int) -> int:
        """The noun that "which" stands for as an object: "a code which they hope to adopt"."""
        tree = self.reading.tree
        if tree.lower(found) not in {"which", "that"}:
            return found
        for above in (verb, *tree.ancestors(verb)):
            if tree[above].dep == "relcl":
                return tree[above].head
        return self._ending_at(found - 1) or found

    def _ending_at(self, last: int) -> int | None:
        """The head of the naming whose last word is at `last`."""
        tree = self.reading.tree
        if tree.lower(last) == ",":
            last -= 1
        for head, (_, naming) in self.of_head.items():
            if naming.tokens[-1] == last and tree.sentence_number(head) == (
                tree.sentence_number(last)
            ):
                return head
        return None

    def meant(self, head: int, verb: int) -> Iterator[tuple[Thread, Naming | None]]:
        """The documents that a phrase means, all members of a list."""
        tree = self.reading.tree
        if tree.lower(head) in _PRONOUNS:
            last = self.last_before(verb)
            if last is not None:
                yield last, None
            return
        if head not in self.of_head and head < verb and tree[verb].dep in {"relcl", "acl"}:
            head = self._covering.get(head, head)
        own = tree[verb].dep in {"relcl", "acl"} and tree[verb].head == head
        members = [head] if own else self._members(head)
        heads = [i for member in members for i in self._standing_for(member)]
        yield from (self.of_head[i] for i in dict.fromkeys(heads) if i in self.of_head)

    def _standing_for(self, member: int) -> Iterator[int]:
        """The member itself, what hangs on it ("the text of") and what explains it after it."""
        tree = self.reading.tree
        yield member
        for below in tree.after(member, "including"):
            yield from tree.conjuncts(below)
        carries = tree[member].lemma in self.carriers and member not in self.of_head
        for below in tree.after(member, "of", "on", "for") if carries else ():
            yield from tree.conjuncts(below)
        if member not in self.of_head or self.of_head[member][1].plain:
            for apposed in tree.children(member, "appos"):
                yield from tree.conjuncts(apposed)
            for clause in tree.children(member, "acl"):
                if tree[clause].lemma in _CALLING:
                    yield from tree.children(clause, "oprd", "dobj", "attr")

    def _members(self, head: int) -> list[int]:
        """The members of a list, also those that the parser took for something else."""
        members = self.reading.tree.conjuncts(head)
        for member in members:
            follower = self._follower(member)
            if follower is not None and follower not in members:
                members.append(follower)
        return members

    def _follower(self, head: int) -> int | None:
        """The document that is named next with nothing but "and the" between."""
        if head not in self.of_head:
            return None
        tree, last = self.reading.tree, self.of_head[head][1].tokens[-1]
        for index in range(last + 1, tree.sentence(head).last):
            if index in self._starting:
                return self._starting[index] if index > last + 1 else None
            if tree.lower(index) not in _BETWEEN:
                return None
        return None

    @cached_property
    def _starting(self) -> Mapping[int, int]:
        return {naming.tokens[0]: head for head, (_, naming) in self.of_head.items()}

    def last_before(self, index: int) -> Thread | None:
        """The document named last before a token, not too far."""
        tree = self.reading.tree
        number = tree.sentence_number(index)
        sentence = range(*tree.sentence(index))
        reach = _NEAR if any(tree[i].tag in FINITE for i in sentence) else _LISTED
        heads = [h for h, (t, _) in self.of_head.items() if h < index and _lasting(t)]
        if not heads:
            return None
        last = max(heads)
        near = number - tree.sentence_number(last) <= reach
        return self.of_head[last][0] if near else None
