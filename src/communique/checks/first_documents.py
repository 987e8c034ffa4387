"""Documents that texts call the first of their sort between two sides, and earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from communique.checks.background import Background
from communique.checks.first_wordings import anchors
from communique.checks.naming import Name, Namer
from communique.checks.seen import Case, Sheet
from communique.checks.wording import any_of, whole
from communique.claims.slots.instrument import Instrument
from communique.model.finding import Quoted
from communique.model.record import Node
from communique.model.terms import InstrumentAction, Modality
from communique.vocab.firsts import first_words

_PAIR = 2
_DONE = frozenset({
    InstrumentAction.SIGNED, InstrumentAction.ADOPTED, InstrumentAction.IN_FORCE,
    InstrumentAction.RATIFIED,
})  # fmt: skip
# Where the name of a document ends.
_CUT = re.compile(
    r"\s+(?:in|at|was|were|is|are|has|have|had|since|which|that|to|by|signed|today|yesterday|under"
    r"|during|after|before|ever|concluded|when|as|on\s+(?:\d|[A-Z]\w+day|[A-Z]\w+\s\d))\b.*",
    re.S,
)


@dataclass(frozen=True, slots=True)
class FirstDocument:
    """That a document is said to be the first of its sort between two sides.

    Attributes:
        name: Its name, with the sides.
        day: When the text was published.
        words: The words that say it.
        quote: The same, quoted.
    """

    name: Name
    day: date
    words: str
    quote: Quoted

    @property
    def keys(self) -> frozenset[str]:
        """Keys under which an earlier one is found."""
        return frozenset(f"document {key}" for key in self.name.keys)


class FirstDocuments:
    """Finds first documents, and the names of those that claims tell of."""

    def __init__(self, background: Background) -> None:
        words = first_words()
        kinds = {noun: kind for kind, nouns in words.documents.items() for noun in nouns}
        self._namer = Namer(background.lore.sides, kinds)
        self._limits = whole(words.limits)
        self._first = re.compile(
            r"first(?:[- ]ever)?\s+(?P<name>(?:(?!(?:of|to|and|country|state|time)\b)[\w-]+\s+)"
            rf"{{0,4}}?{any_of(kinds)}\b(?:\s+(?:on|of|for|between|with)\s+[^,.;:()]{{3,90}})?)",
            re.IGNORECASE,
        )

    def firsts(self, sheet: Sheet) -> Iterator[FirstDocument]:
        """What a text calls the first."""
        if sheet.published is None or "first" not in sheet.words:
            return
        for found in self._found(sheet.text):
            sentence = sheet.sentence_at(found.start())
            if sentence is None or self._limits.search(sheet.text, sentence.start, sentence.end):
                continue
            told = _CUT.sub("", found["name"])
            around = sheet.text[sentence.start : sentence.end]
            name = self._of_two(self._namer.name(told), around)
            if name is not None:
                end = found.start("name") + len(told)
                words = " ".join(sheet.text[found.start() : end].split())
                quote = sheet.quote(sentence.start, sentence.end)
                yield FirstDocument(name, sheet.published, words, quote)

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        done = 0
        for start in anchors(text):
            found = self._first.match(text, start) if start >= done else None
            if found is not None:
                done = found.end()
                yield found

    def keys_of_case(self, case: Case) -> set[str]:
        """Keys of a record that tells of a document that was made."""
        if case.kind != Instrument.kind or case.record.last is None:
            return set()
        names = [name for node in case.nodes if (name := self._name_of(node))]
        return {f"document {key}" for name in names for key in name.keys}

    def before(self, first: FirstDocument, case: Case) -> Node | None:
        """What shows that a record is of an earlier document of the same sort."""
        return next(
            (
                node
                for node in case.nodes
                if node.ref.document != first.quote.document
                and (name := self._name_of(node))
                and self._namer.same(name, first.name)
            ),
            None,
        )

    def _name_of(self, node: Node) -> Name | None:
        claim = node.claim
        if not isinstance(claim, Instrument) or not claim.name or claim.when is None:
            return None
        if claim.action not in _DONE or claim.modality is not Modality.ASSERTED:
            return None
        return self._of_two(self._namer.name(_CUT.sub("", claim.name)), claim.evidence[0].exact)

    def _of_two(self, name: Name, around: str) -> Name | None:
        """A name with the two sides that it or its sentence tells; None if it says too little."""
        if not name.words or not name.kinds:
            return None
        if len(name.parties) < _PAIR:
            name = name.with_parties(self._namer.parties(around))
        return name if len(name.parties) == _PAIR else None
