"""Which rule of the vocabulary fits a word and the document it is told of."""

from __future__ import annotations

from dataclasses import dataclass

from communique.claims.kinds.instrument.documents import Documents
from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.threads import Thread
from communique.claims.reading import Reading
from communique.model.terms import BINDING, InstrumentAction, InstrumentType
from communique.vocab.claims.instruments import Instruments, StepWords

# Only these steps are told of nothing but documents, so that "it" must be one.
_TELLING = frozenset(
    {
        InstrumentAction.SIGNED,
        InstrumentAction.INITIALLED,
        InstrumentAction.RATIFIED,
        InstrumentAction.IN_FORCE,
        InstrumentAction.NEGOTIATING,
    }
)
# "The modernised treaty" tells which one, not that it was modernised just now.
_QUALIFYING = frozenset({InstrumentAction.AMENDED, InstrumentAction.RENEWED})
# Words that make a plural tell which documents it means: "loan agreements with Fiji".
_TELLING_WORDS = 2
_PAST = frozenset({"VBD", "VBN"})


def _vague(thread: Thread, naming: Naming | None) -> bool:
    """Whether several documents are told of without number or name: "economic deals"."""
    if thread.type is None:
        return True
    if naming is None or not naming.plural or naming.named or naming.count is not None:
        return False
    return thread.type in BINDING and len(naming.distinct) < _TELLING_WORDS


def _is_told(naming: Naming) -> bool:
    """Whether a document without a name is told by what it is about or whose it is."""
    return not naming.named and len(naming.distinct) >= _TELLING_WORDS


@dataclass(frozen=True)
class Rules:
    """The rules for the steps, asked about one text."""

    reading: Reading
    words: Instruments
    documents: Documents

    def doers(self, verb: int) -> int | None:
        """Who does it: the subject, or whom "by" tells of."""
        tree = self.reading.tree
        doers = tree.doers(verb)
        if doers is None and not tree.passive(verb):
            return tree.subject(verb)
        return None if doers in self.documents.of_head else doers

    def find(
        self, keys: set[str], field: str, thread: Thread, naming: Naming | None, anchor: int
    ) -> StepWords | None:
        """The first rule that has one of the keys in a field and fits the document.

        Args:
            keys: The verb or noun, alone and with its complements.
            field: Which list of the rules to look in.
            thread: The document.
            naming: The place that names it here, if any.
            anchor: The verb or noun that tells the step.
        """
        for rule in self.words.steps:
            if keys.isdisjoint(getattr(rule, field)) or not self.fits(rule, thread, anchor):
                continue
            if naming is None and rule.action not in _TELLING:
                continue
            if _vague(thread, naming) and rule.action is not InstrumentAction.SIGNED:
                continue
            if naming is not None and self._trails(naming):
                continue
            if self._told_so(rule, thread, anchor):
                return rule
        return None

    def _told_so(self, rule: StepWords, thread: Thread, anchor: int) -> bool:
        """Whether the form of the word, and how the document is named, are as a rule asks."""
        token = self.reading.tree[anchor]
        if rule.action in _QUALIFYING and token.dep == "amod":
            return False
        if rule.finished and token.tag.startswith("VB") and token.tag not in _PAST:
            return False
        if rule.named and not self._has_name(thread):
            return False
        if rule.unnamed and not _is_told(thread.fullest):
            return False
        return rule.plain or not thread.fullest.plain

    def _trails(self, naming: Naming) -> bool:
        """Whether a bare plural only rounds off a list: "fifty agreements and memoranda"."""
        tree = self.reading.tree
        last = tree[naming.head].dep == "conj" and tree[naming.head].head in self.documents.of_head
        return last and naming.plural and naming.bare

    def _has_name(self, thread: Thread) -> bool:
        """Whether a document can be told from all others: by a name, or by its sides."""
        if thread.fullest.named:
            return True
        after = {self.reading.tree.lower(i) for n in thread.namings for i in n.tokens}
        return thread.type in BINDING and bool(after & {"between", "with"})

    def fits(self, rule: StepWords, thread: Thread, anchor: int) -> bool:
        """Whether a rule is for such documents and such doers."""
        kind = thread.type or InstrumentType.AGREEMENT
        if kind is InstrumentType.FRAMEWORK and thread.fullest.noun in self.words.signed_as:
            kind = InstrumentType.AGREEMENT if not rule.named else kind
        if kind not in rule.types:
            return False
        return not rule.by or self.acted_by(anchor, rule.by)

    def acted_by(self, anchor: int, bodies: frozenset[str]) -> bool:
        """Whether one of some bodies takes the step."""
        tree = self.reading.tree
        doers = self.doers(anchor) if tree.is_verb(anchor) else None
        heads = tree.after(anchor, "by", "of") if doers is None else [doers]
        words = {tree.lower(i) for h in heads for i in tree.below(h)}
        words |= {tree[i].lemma for h in heads for i in tree.below(h)}
        return not words.isdisjoint(bodies)
