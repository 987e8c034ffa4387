"""Where a text names documents, and with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from communique.claims.kinds.instrument.naming import Naming, whole_number
from communique.claims.kinds.instrument.numbered import is_numbered, numbered
from communique.claims.kinds.instrument.spans import DETERMINERS, GOES_ON, Spans
from communique.claims.reading import Reading
from communique.model.terms import InstrumentAction, InstrumentType
from communique.vocab.claims.instruments import Instruments, StepWords

_DEFINITE = frozenset(
    {"the", "such", "this", "that", "these", "its", "their", "our", "his", "her", "both"}
)
# "The paper was signed" takes up a document; "ten instruments were signed" are documents.
_PAPERS = frozenset({"paper", "instrument"})
_MODIFYING = frozenset({"compound", "nmod", "amod", "poss"})
_SIGNS = frozenset({"(", ")", ",", "and"})


@dataclass(frozen=True)
class Namer:
    """Finds the namings of one document."""

    reading: Reading
    words: Instruments

    @cached_property
    def _spans(self) -> Spans:
        return Spans(self.reading, frozenset(self._nouns), frozenset(self._titles))

    @cached_property
    def _nouns(self) -> dict[str, InstrumentType]:
        return {noun: entry.type for entry in self.words.types for noun in entry.nouns}

    @cached_property
    def _titles(self) -> dict[str, InstrumentType]:
        return {noun: entry.type for entry in self.words.types for noun in entry.titles}

    @cached_property
    def _acronyms(self) -> dict[str, InstrumentType]:
        return {name: entry.type for entry in self.words.types for name in entry.acronyms}

    @cached_property
    def _short_nouns(self) -> frozenset[str]:
        """Acronyms that are nouns rather than names: "MoU"."""
        return next(t.acronyms for t in self.words.types if t.type is InstrumentType.MEMORANDUM)

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[list[str], InstrumentType]]]:
        found: dict[str, list[tuple[list[str], InstrumentType]]] = {}
        for entry in self.words.types:
            for phrase in entry.phrases:
                parts = phrase.split()
                found.setdefault(parts[0], []).append((parts, entry.type))
        return found

    @cached_property
    def _known(self) -> dict[str, list[tuple[list[str], InstrumentType]]]:
        found: dict[str, list[tuple[list[str], InstrumentType]]] = {}
        for name in self.words.known:
            parts = name.name.split()
            found.setdefault(parts[0], []).append((parts, name.type))
        return found

    def namings(self) -> tuple[Naming, ...]:
        """All of them, in text order."""
        by_head: dict[int, Naming] = {}
        for naming in (*self._by_known_name(), *self._by_phrase(), *self._by_noun()):
            if naming.noun == "resolution" and is_numbered(self.reading.tree, naming.head):
                by_head.update({n.head: n for n in numbered(self.reading.tree, naming)})
            by_head.setdefault(naming.head, naming)
        found = [n for n in by_head.values() if not self._inside(n, tuple(by_head.values()))]
        by_head = {n.head: n for n in found}
        for naming in self._by_acronym(tuple(found)):
            by_head.setdefault(naming.head, naming)
        return tuple(by_head[h] for h in sorted(by_head) if not self.reading.in_heading(h))

    def _inside(self, naming: Naming, others: tuple[Naming, ...]) -> bool:
        """Whether a title is only part of a name: "the Agreement on Strategic Partnership"."""
        if naming.noun and naming.noun not in self._titles and naming.noun != "report":
            return False
        longer = (o for o in others if o.head != naming.head and not o.plain)
        return any(naming.head in other.tokens for other in longer)

    def _by_noun(self) -> Iterator[Naming]:
        tree = self.reading.tree
        for index in range(len(tree)):
            if not tree[index].tag.startswith("NN"):
                continue
            # The lemma of a plural in capitals may be the plural itself: "the Accords".
            lower = tree.lower(index)
            regular = self.words.plurals.get(lower, tree[index].lemma)
            for noun in (regular, lower, lower.removesuffix("s")):
                kind = self._nouns.get(noun) or self._titles.get(noun)
                signed = kind is None and self._signed(index, noun)
                if signed and not (noun in _PAPERS and self._is_definite(index, index)):
                    kind = self.words.signable[noun]
                if kind is None and not signed and noun not in self.words.generic:
                    continue
                naming = self._naming(index, range(index, index + 1), noun, kind)
                if naming is not None:
                    plain = noun in self._titles and not naming.named
                    yield replace(naming, plain=plain)
                break

    def _signed(self, index: int, noun: str) -> bool:
        """Whether money itself is signed: "signed a loan of $46 million with the ministry"."""
        if noun not in self.words.signable:
            return False
        tree = self.reading.tree
        token, governor = tree[index], tree[tree[index].head].lemma
        if token.dep == "pobj":
            above = tree[tree[token.head].head].lemma
            return tree.lower(token.head) == "of" and above in self._signing.nouns
        return token.dep in {"dobj", "nsubjpass"} and governor in self._signing.done

    @cached_property
    def _signing(self) -> StepWords:
        """The words that tell of nothing but signing."""
        return next(r for r in self.words.steps if r.action is InstrumentAction.SIGNED)

    def _by_phrase(self) -> Iterator[Naming]:
        for run, kind in self._runs(self._phrases, lower=True):
            head = self.reading.tree.head_of(run)
            if head is None or not self.reading.tree[head].tag.startswith("NN"):
                head = run[-1]
            naming = self._naming(head, run, self.reading.tree[head].lemma, kind)
            if naming is not None:
                yield naming

    def _by_known_name(self) -> Iterator[Naming]:
        for run, kind in self._runs(self._known, lower=False):
            head = self.reading.tree.head_of(run)
            if head is not None:
                distinct = frozenset(self.reading.tree.lower(i) for i in run)
                yield Naming(head, run, "", kind, True, True, distinct)

    def _runs(
        self, phrases: dict[str, list[tuple[list[str], InstrumentType]]], *, lower: bool
    ) -> Iterator[tuple[range, InstrumentType]]:
        """Where phrases stand; a noun at either end may be in the plural."""
        tree = self.reading.tree

        def same(index: int, word: str) -> bool:
            if not lower:
                return index < len(tree) and tree[index].text == word
            return index < len(tree) and word in forms(index)

        def forms(index: int) -> set[str]:
            written = tree.lower(index)
            return {written, tree[index].lemma, self.words.plurals.get(written, written)}

        for index in range(len(tree)):
            starts = forms(index) if lower else {tree[index].text}
            for start in sorted(starts):
                for parts, kind in phrases.get(start, ()):
                    if all(same(index + n, part) for n, part in enumerate(parts)):
                        yield range(index, index + len(parts)), kind

    def _by_acronym(self, found: tuple[Naming, ...]) -> Iterator[Naming]:
        """Acronyms of the vocabulary, and those that the text itself gives in brackets."""
        tree = self.reading.tree
        own = {n.acronym: n.type for n in found if n.acronym and n.type and n.distinct}
        own = {name: kind for name, kind in own.items() if name not in self._short_nouns}
        covered = {i for n in found for i in n.tokens if n.acronym}
        kinds = {**self._acronyms, **own}
        for index in range(len(tree)):
            text = tree[index].text
            kind = kinds.get(text) or kinds.get(text.removesuffix("s"))
            if kind is None or index in covered or tree.lower(index) in self._nouns:
                continue
            plain = text.removesuffix("s") if text not in kinds else text
            naming = self._naming(index, range(index, index + 1), plain.lower(), kind)
            if naming is not None:
                specific = plain in own
                distinct = naming.distinct | ({plain.lower()} if specific else set())
                plural = plain != text
                yield replace(naming, acronym=plain, distinct=distinct, named=True, plural=plural)

    def _naming(
        self, head: int, core: range, noun: str, kind: InstrumentType | None
    ) -> Naming | None:
        """The naming around a noun; None where the noun only modifies another name."""
        tree = self.reading.tree
        if self._modifies(head, noun) or self._consent(head):
            return None
        first = self._spans.first(head, core)
        inside = [tree.lower(i) for i in range(first, core.start)]
        if any(self._domestic(word, noun) for word in inside):
            return None
        before = range(max(first - 2, tree.sentence(head).first), core.start)
        if kind is not None and any(tree.lower(i) == "following" for i in before):
            return None
        last, acronym = self._spans.last(head, core)
        if kind is InstrumentType.REPORT:
            last = self._spans.title_behind(head, last)
        if tree[last].text in {"Act", "Bill"} or self._is_act(head, noun):
            return None
        if acronym is not None and not self._short_for(acronym, head):
            acronym = None
        tokens = range(first, last + 1)
        return Naming(
            head,
            tokens,
            noun,
            kind,
            named=self._has_name(head, tokens),
            definite=self._is_definite(head, first),
            distinct=self._distinct(core, tokens),
            acronym=acronym,
            count=self._count(head),
            plural=self._is_plural(head),
        )

    def _domestic(self, word: str, noun: str) -> bool:
        """Whether a word makes a document one state's own: "an executive order"."""
        return word in self.words.domestic and noun not in self.words.foreign.get(word, ())

    def _has_name(self, head: int, tokens: range) -> bool:
        """Whether the noun and another word, not merely the first of a sentence, have capitals."""
        tree, capitalised = self.reading.tree, self._spans.capitalised
        others = [i for i in tokens if i not in {head, tree.sentence(i).first} and capitalised(i)]
        if capitalised(head):
            return bool(others)
        return any(i < head and self._own_word(i) for i in others) or self._by_place(head, tokens)

    def _by_place(self, head: int, tokens: range) -> bool:
        """Whether a town names a document: "the Minsk agreements", not "the Syria agreements"."""
        place, reading = head - 1, self.reading
        if tokens[0] != place or not self._spans.capitalised(place):
            return False
        party = reading.parties.get(place)
        town = place in reading.places if party is None else party.metonym
        return town and reading.tree.lower(place - 1) == "the"

    def _own_word(self, index: int) -> bool:
        """Whether a word in capitals names the document itself: "the Horizon programme"."""
        reading = self.reading
        known = (reading.parties, reading.places, reading.people, reading.times)
        return not any(index in mentions for mentions in known)

    def _is_definite(self, head: int, first: int) -> bool:
        tree = self.reading.tree
        start = min(tree.phrase(head).start, first)
        near = range(max(start, first - 3), first)
        return tree.child(head, "poss") is not None or any(tree.lower(i) in _DEFINITE for i in near)

    def _distinct(self, core: range, tokens: range) -> frozenset[str]:
        tree = self.reading.tree
        skipped = {tree.lower(i) for i in core} | GOES_ON | DETERMINERS | self.words.empty | _SIGNS
        return frozenset(tree.lower(i) for i in tokens) - skipped

    def _short_for(self, acronym: str, head: int) -> bool:
        """Whether letters in brackets stand for the document rather than for what it is about."""
        return self.reading.tree[head].text[0].upper() in acronym or acronym in self._acronyms

    def _modifies(self, head: int, noun: str) -> bool:
        """Whether the noun is only part of another name: "the Treaty Organization"."""
        tree = self.reading.tree
        if tree[head].dep not in _MODIFYING:
            return False
        governor = tree[head].head
        numbered = noun == "resolution" and is_numbered(tree, head)
        if governor < head or tree[head].dep == "poss" or numbered:
            return False
        if self._spans.capitalised(head):
            return self._spans.capitalised(governor)
        return not any(tree[governor].lemma in rule.nouns for rule in self.words.steps)

    def _consent(self, head: int) -> bool:
        """Whether "agreement" means consent: "reached agreement with the authorities"."""
        tree = self.reading.tree
        if tree[head].text not in {"agreement", "accord"}:
            return False
        deps = ("det", "poss", "amod", "compound", "nmod", "nummod")
        joined = head > 0 and tree[head - 1].tag[:2] in {"NN", "JJ", "DT", "PR"}
        return not joined and not tree.children(head, *deps) and tree.phrase(head).start == head

    def _is_act(self, head: int, noun: str) -> bool:
        """Whether a state only declares something: "the declaration of a national emergency"."""
        tree = self.reading.tree
        told = noun == "declaration" and not tree.lower(head - 1).startswith("joint")
        acts = {tree[i].lemma.lower() for i in tree.after(head, "of")} & self.words.acts
        return told and bool(acts)

    def _is_plural(self, head: int) -> bool:
        tree = self.reading.tree
        return tree[head].tag in {"NNS", "NNPS"} or tree.lower(head) in self.words.plurals

    def _count(self, head: int) -> int | None:
        tree = self.reading.tree
        number = tree.child(head, "nummod")
        if number is None or not self._is_plural(head):
            return None
        return whole_number(tree.lower(number))
