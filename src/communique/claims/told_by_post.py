"""Persons told by their post alone: "the Chilean Foreign Minister", "the two presidents".

A text names a person once with the post, in one of its wordings, and goes on with another: whoever
was named as Chile's "Minister of Foreign Affairs" is "the Chilean foreign minister" later.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.authors import publisher
from communique.claims.context import ClaimContext
from communique.claims.holders import Holder
from communique.mentions.context import PostName
from communique.model.claim import Party
from communique.vocab.words import words_of

#: Kinds of posts that a word for those at the top means.
LEADING = frozenset({"head_of_state", "head_of_government", "royal"})
_MINISTERS = frozenset({"minister", "head_of_government"})
# Nouns that tell a rank and no post.
_RANKS = {
    "leader": LEADING, "head": LEADING, "statesman": LEADING, "monarch": frozenset({"royal"}),
    "president": LEADING, "premier": LEADING, "minister": _MINISTERS,
}  # fmt: skip
# What kings and heads of state are called, and how far before the post that may stand.
_COURTESIES = frozenset({"majesty", "highness", "holiness", "excellency"})
_BEFORE = 24
# Words of a post that is told in the plural: "the trade ministers"; "the ministers" are any.
_COMPOUND = 2
# Posts that are a rank only: "the Qatari minister" is whoever was named as a minister of Qatar.
_BARE = frozenset({"Minister", "Leader", "Secretary", "Commissioner", "Envoy"})


@dataclass(frozen=True)
class ToldByPost:
    """Answers whom a post means.

    Attributes:
        context: The document.
        holders: Persons with their posts, in text order.
    """

    context: ClaimContext
    holders: Sequence[Holder]

    @cached_property
    def _worded(self) -> list[tuple[Holder, tuple[str, ...]]]:
        """The same with the words of the post, in lower case."""
        return [(holder, words_of(holder.post.lower())) for holder in self.holders]

    @cached_property
    def _posts(self) -> list[tuple[int, int, PostName]]:
        """The wordings of posts with their offsets."""
        words = self.context.named.context
        return [(*words.span(found.run), found) for found in words.posts]

    @cached_property
    def _kinds(self) -> dict[str, str]:
        """The kind of each canonical post that is told somewhere."""
        return {found.post.name: found.post.kind for _, _, found in self._posts}

    def _post(self, index: int) -> PostName | None:
        """The post whose words a token is one of."""
        start = self.context.tree[index].start
        return next((found for first, end, found in self._posts if first <= start < end), None)

    def persons(self, index: int, parties: Collection[Party]) -> list[str]:
        """Names of those whom a post means; empty where it does not tell.

        Args:
            index: The head of the phrase.
            parties: Whose post the phrase tells it to be.
        """
        found = self._post(index)
        if found is None or not parties or not self._definite(index, plural=found.plural):
            return []
        where = self.context.tree[index].start
        known = [h for h in self.holders if h.start < where or found.plural]
        named = [self._holder(known, found, party) for party in parties]
        return [holder.person for holder in named if holder is not None]

    def _holder(self, known: Sequence[Holder], found: PostName, party: Party) -> Holder | None:
        """Who was named last with the post, or with one of its rank where it tells no more."""
        fitting = [
            h
            for h in known
            if h.party == party
            and (h.canonical == found.post.name or _is_bare(found, h, self._kinds))
        ]
        return fitting[-1] if fitting else None

    def _definite(self, index: int, *, plural: bool) -> bool:
        """Whether a phrase means somebody known: "a German minister" does not."""
        tree = self.context.tree
        words = {tree.lower(i) for i in tree.children(index, "det", "poss", "amod", "nummod")}
        return plural or not words & {"a", "an", "another", "former", "new", "every", "any", "no"}

    def one_phrase(self, post: int, name: int) -> bool:
        """Whether a noun's post and a name are told as one: "Head of Customs Ana Rojas".

        Args:
            post: The head of the post.
            name: A token of the person's name.
        """
        tree, person = self.context.tree, self.context.people.get(name)
        if person is None:
            return False
        return any(
            h.start <= tree[post].start and tree[name].end <= h.end and h.person == person.name
            for h in self.holders
        )

    def bare(self, index: int) -> Holder | None:
        """The person meant by a bare "the President": who was last named with that post.

        In a state's own text that is its own, though a guest may have been named since.
        """
        tree = self.context.tree
        if not self.holders or tree[index].tag in {"NNS", "NNPS"}:
            return None
        phrase = tree.phrase(index)
        # In "the Chancellor's guests" the article hangs on the guests.
        spoken = [i for i in phrase if tree[i].dep != "case"]
        words = tuple(w for i in spoken for w in words_of(tree.lower(i)))
        said = words[1:] if words[:1] == ("the",) else words
        if len(said) == len(words) and tree.lower(phrase[0] - 1) != "the":
            return None
        before = [(h, post) for h, post in self._worded if h.start < tree[index].start]
        exact = [h for h, post in before if post == said]
        last = [h for h, post in before if post[-1:] == said[-1:]]
        own = publisher(self.context)
        ours = [h for h in exact if h.party in own]
        return next(reversed(ours or exact or last), None)

    def several(self, index: int) -> tuple[str, ...]:
        """Those meant by "the national security advisors": all named before with that post."""
        tree = self.context.tree
        phrase = [i for i in tree.phrase(index) if tree[i].dep != "case"]
        the, *said = (w for i in phrase for w in words_of(tree.lower(i))) if phrase else ("",)
        if the != "the" or len(said) < _COMPOUND or not said[-1].endswith("s"):
            return ()
        post = (*said[:-1], said[-1].removesuffix("s"))
        start = tree[index].start
        named = (h.person for h, told in self._worded if h.start < start and told == post)
        names = tuple(dict.fromkeys(named))
        return names if len(names) > 1 else ()

    def courtesy(self, index: int) -> str | None:
        """Who is meant by a bare "His Majesty": whoever was first named so; None if nobody."""
        tree, text = self.context.tree, self.context.document.text
        word, owner = tree.lower(index), tree.child(index, "poss")
        if word not in _COURTESIES or owner is None or tree.child(index, "appos") is not None:
            return None
        for holder in self.holders:
            called = text[max(0, holder.start - _BEFORE) : holder.end].lower()
            if holder.start < tree[index].start and word in called:
                return holder.person
        return None

    def rank(self, word: str) -> frozenset[str]:
        """The kinds of posts that a plural noun means: "the leaders"; empty where any will do."""
        return _RANKS.get(word, frozenset())

    def ranked(self, person: str) -> bool:
        """Whether the kind of a post that a person holds is told."""
        return any(h.person == person and h.canonical in self._kinds for h in self.holders)

    def of_rank(self, person: str, kinds: Collection[str]) -> bool:
        """Whether a person holds a post of one of some kinds."""
        return any(
            h.person == person and self._kinds.get(h.canonical) in kinds for h in self.holders
        )


def _is_bare(found: PostName, holder: Holder, kinds: dict[str, str]) -> bool:
    """Whether a mere rank fits a holder: "the minister" the Minister of Finance."""
    same = kinds.get(holder.canonical) == found.post.kind
    return found.post.name in _BARE and same and found.post.kind == "minister"
