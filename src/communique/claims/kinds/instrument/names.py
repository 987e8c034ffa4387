"""Where a text names documents, and with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from communique.claims.reading import Reading
from communique.model.terms import InstrumentType
from communique.vocab.claims.instruments import Instruments

# A name goes on with these after its noun: "agreement on …", "memorandum between …".
_GOES_ON = frozenset(
    {"on", "of", "for", "between", "with", "among", "to", "concerning", "regarding", "about"}
    | {"toward", "towards", "against", "beyond", "under", "by"}
)
# The parser often hangs these on the verb although they belong to the document before them.
_OFTEN_ASTRAY = frozenset({"on", "concerning", "regarding", "between", "for"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "my"}
    | {"such", "any", "some", "all", "both", "each", "another", "no", "several", "many", "other"}
    | {"every", "various", "numerous", "further", "multiple"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "its", "their", "our", "his", "her", "both"})
# Marks that may stand inside a name.
_INSIDE = frozenset({"-", "–", "/", "&", "'s", "’s", "’", "'", "+", "."})
# "A $2 billion agreement": the sum is no part of the name.
_SCALES = frozenset({"million", "billion", "trillion", "crore", "bn", "mn"})
_FIELDS = frozenset({"field", "area", "sphere", "domain", "sector", "principle"})
_MODIFYING = frozenset({"compound", "nmod", "amod", "poss"})
# Clauses that tell what the document is for: "an agreement to build", "a resolution calling for".
# Small words inside a name in capitals.
_LINKING = frozenset({"-", "–", "/", "of", "on", "for", "to", "the", "toward", "towards", "against", "beyond"})
_PURPOSE = frozenset({"acl"})
_LOOSE = frozenset({"relcl", "advcl", "parataxis", "appos"})
_LONGEST = 34


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names a document or takes one up.

    Attributes:
        head: Its noun.
        tokens: Its name: the words without article, with what the document is about.
        noun: The word that tells the type, in lower case; empty for a known name.
        type: What sort of document it is; None for "the text".
        named: Whether it has a name of its own, in capitals.
        definite: Whether it is spoken of as known: "the agreement".
        distinct: Words of the name that tell which document it is, in lower case.
        acronym: In brackets after the name, or the name itself.
        count: How many, where the text counts them.
        plural: Whether the noun is in the plural.
        plain: Whether the noun is an everyday word without a name: "a plan".
    """

    head: int
    tokens: range
    noun: str
    type: InstrumentType | None
    named: bool
    definite: bool
    distinct: frozenset[str]
    acronym: str | None = None
    count: int | None = None
    plural: bool = False
    plain: bool = False

    @property
    def bare(self) -> bool:
        """Whether it can only be understood from what went before."""
        return not self.distinct and self.count is None


@dataclass(frozen=True)
class Namer:
    """Finds the namings of one document."""

    reading: Reading
    words: Instruments

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
            by_head.setdefault(naming.head, naming)
        for naming in self._by_acronym(tuple(by_head.values())):
            by_head.setdefault(naming.head, naming)
        found = [by_head[h] for h in sorted(by_head) if not self.reading.in_heading(h)]
        return tuple(n for n in found if not self._inside(n, found))

    def _inside(self, naming: Naming, others: list[Naming]) -> bool:
        """Whether a title is only part of a longer name: "the Agreement on Strategic Partnership"."""
        if naming.noun not in self._titles:
            return False
        return any(o.head != naming.head and naming.head in o.tokens for o in others)

    def _by_noun(self) -> Iterator[Naming]:
        tree = self.reading.tree
        for index in range(len(tree)):
            if not tree[index].tag.startswith("NN"):
                continue
            for noun in (tree[index].lemma, tree.lower(index)):
                kind = self._nouns.get(noun) or self._titles.get(noun)
                if kind is None and noun not in self.words.generic:
                    continue
                naming = self._naming(index, range(index, index + 1), noun, kind)
                if naming is not None:
                    plain = noun in self._titles and not naming.named
                    yield replace(naming, plain=plain)
                break

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
            return index < len(tree) and word in {tree.lower(index), tree[index].lemma}

        for index in range(len(tree)):
            starts = {tree.lower(index), tree[index].lemma} if lower else {tree[index].text}
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
        if self._modifies(head, noun) or self._names_a_body(head, noun) or self._consent(head):
            return None
        first = self._first(head, core)
        inside = [tree.lower(i) for i in range(first, core.start)]
        if any(word in self.words.domestic for word in inside) or inside[:1] == ["following"]:
            return None
        last, acronym = self._last(head, core)
        if acronym is not None and not self._short_for(acronym, head):
            acronym = None
        tokens = range(first, last + 1)
        named = self._capitalised(head) and any(
            self._capitalised(i) for i in tokens if i not in {head} and i != tree.sentence(i).first
        )
        skipped = {tree.lower(i) for i in core} | _GOES_ON | _DETERMINERS | self.words.empty
        distinct = frozenset(
            tree.lower(i) for i in tokens if tree.lower(i) not in skipped | {"(", ")", ",", "and"}
        )
        start = min(tree.phrase(head).start, first)
        definite = any(tree.lower(i) in _DEFINITE for i in range(max(start, first - 3), first))
        definite = definite or tree.child(head, "poss") is not None
        return Naming(
            head,
            tokens,
            noun,
            kind,
            named,
            definite,
            distinct,
            acronym,
            self._count(head),
            tree[head].tag in {"NNS", "NNPS"},
        )

    def _short_for(self, acronym: str, head: int) -> bool:
        """Whether letters in brackets stand for the document rather than for what it is about."""
        return self.reading.tree[head].text[0].upper() in acronym or acronym in self._acronyms

    def _capitalised(self, index: int) -> bool:
        return self.reading.tree[index].text[:1].isupper()

    def _modifies(self, head: int, noun: str) -> bool:
        """Whether the noun is only part of another name: "the Treaty Organization"."""
        tree = self.reading.tree
        if tree[head].dep not in _MODIFYING:
            return False
        governor = tree[head].head
        if governor < head or tree[head].dep == "poss":
            return False
        if self._capitalised(head):
            return self._capitalised(governor)
        return not any(tree[governor].lemma in rule.nouns for rule in self.words.steps)

    def _consent(self, head: int) -> bool:
        """Whether "agreement" means consent: "reached agreement with the authorities"."""
        tree = self.reading.tree
        if tree[head].text not in {"agreement", "accord"}:
            return False
        deps = ("det", "poss", "amod", "compound", "nmod", "nummod")
        return not tree.children(head, *deps) and tree.phrase(head).start == head

    def _names_a_body(self, head: int, noun: str) -> bool:
        """Whether a title belongs to the name of a party: "the European Union"."""
        if noun not in self._titles:
            return False
        return head in self.reading.organizations

    def _first(self, head: int, core: range) -> int:
        """The first word of the name."""
        tree = self.reading.tree
        first = min(tree.phrase(head).start, core.start)
        owner = tree.child(head, "poss")
        if owner is not None and owner < core.start and tree.lower(owner) not in _DETERMINERS:
            first = max(first, tree.extent(owner).stop)
        number = tree.child(head, "nummod")
        if number is not None and number < core.start and tree[head].tag in {"NNS", "NNPS"}:
            first = max(first, number + 1)
        sentence = tree.sentence(head).first
        if self._capitalised(head):
            first = self._back_over_capitals(first, sentence)
            first = next((i for i in range(first, core.start) if self._begins(i)), core.start)
        return self._after_breaks(first, core.start)

    def _after_breaks(self, first: int, end: int) -> int:
        """The first word after any article or punctuation mark before the noun."""
        tree = self.reading.tree
        for index in range(first, end):
            word = tree.lower(index)
            if word in _DETERMINERS or not (word[:1].isalnum() or word in _INSIDE):
                first = index + 1
            elif word in _SCALES and not tree[end].text[:1].isupper():
                first = index + 1
        while first < end and tree.lower(first) in _INSIDE | {"and", "or", "of"}:
            first += 1
        return first

    def _begins(self, index: int) -> bool:
        text = self.reading.tree[index].text
        return (text[:1].isupper() or text[:1].isdigit()) and text.lower() not in _DETERMINERS

    def _back_over_capitals(self, first: int, sentence: int) -> int:
        """Words in capitals before the noun that the parser hung elsewhere."""
        tree, reading = self.reading.tree, self.reading
        while first > sentence:
            before = first - 1
            if not self._capitalised(before) or tree.lower(before) in _DETERMINERS:
                break
            if before in reading.people or before in reading.times or before == sentence:
                break
            if tree.is_verb(before) and tree[before].dep != "amod":
                break
            first = before
        return first

    def _last(self, head: int, core: range) -> tuple[int, str | None]:
        """The last word of the name, and the acronym in brackets after it."""
        last = core[-1]
        last, acronym = self._brackets(last)
        for child in self._continuations(head, last):
            if child > last + 1 and not acronym:
                break
            last = max(last, self._end(child))
            if acronym is None:
                last, acronym = self._brackets(last)
        astray = self._astray(last)
        if astray is not None:
            last = self._end(astray)
        if self._capitalised(head):
            last = self._on_over_capitals(last)
        if acronym is None:
            last, acronym = self._brackets(last)
        return min(last, core[0] + _LONGEST), acronym

    def _on_over_capitals(self, last: int) -> int:
        """Words in capitals that go on with a name: "Strategy to Address the Root Causes"."""
        tree, times = self.reading.tree, self.reading.times
        stop = tree.sentence(last).last
        while last + 1 < stop:
            ahead = last + 1
            while ahead < stop and ahead < last + 3 and tree.lower(ahead) in _LINKING:
                ahead += 1
            joined = ahead > last + 1
            number = tree[ahead].tag == "CD" and tree[ahead].text.isdigit() and not joined
            capital = self._capitalised(ahead) and (ahead not in times or not joined)
            if ahead >= stop or not (number or capital) or tree.is_verb(ahead) is not joined and (
                tree.is_verb(ahead)
            ):
                break
            last = ahead
        return last

    def _continuations(self, head: int, last: int) -> Iterator[int]:
        tree = self.reading.tree
        for child in tree.children(head):
            if child <= last:
                continue
            if tree[child].dep == "prep" and self._belongs(child):
                yield child
            elif tree[child].dep in _PURPOSE and tree[child].tag in {"VB", "VBG"}:
                if child <= last + 2 and not self._capitalised(head):
                    yield child

    def _belongs(self, preposition: int) -> bool:
        """Whether a phrase tells what the document is about, not when or where the step was."""
        tree = self.reading.tree
        below = tree.child(preposition, "pobj", "pcomp")
        if below is None or below in self.reading.times:
            return False
        if tree.lower(preposition) == "in":
            return tree[below].lemma in _FIELDS
        return tree.lower(preposition) in _GOES_ON

    def _astray(self, last: int) -> int | None:
        tree = self.reading.tree
        follows = last + 1
        if follows < len(tree) and tree.lower(follows) in _OFTEN_ASTRAY and self._belongs(follows):
            return follows
        return None

    def _end(self, child: int) -> int:
        """Last token of a continuation: up to a comma, a bracket or a clause of another sort."""
        tree = self.reading.tree
        inside = set(tree.below(child, without=_LOOSE))
        last = child
        for index in range(child, max(inside) + 1):
            text = tree.lower(index)
            listed = text == "," and self._capitalised(index + 1) and self._capitalised(index - 1)
            if text in {";", ":", "–", "—", "(", '"', "”"} or (text == "," and not listed):
                break
            if text in {"and", "or"} and self._next_document(index + 1, max(inside)):
                break
            if index not in inside and not listed and tree[index].dep != "punct":
                break
            before = tree.lower(index - 1)
            if index > child + 1 and index in self.reading.times and before in {"on", "of", "in"}:
                return index - 2
            last = index
        return last

    def _next_document(self, index: int, last: int) -> bool:
        """Whether another document begins here: "… and the Declaration on …"."""
        tree = self.reading.tree
        if tree.lower(index) not in _DETERMINERS:
            return False
        near = range(index + 1, min(index + 8, last + 1))
        return any(
            tree[i].lemma in self._nouns or (self._capitalised(i) and tree[i].lemma in self._titles)
            for i in near
        )

    def _brackets(self, last: int) -> tuple[int, str | None]:
        """The end after "(EPCA)" and the acronym, where it follows."""
        tree = self.reading.tree
        if tree.lower(last + 1) != "(":
            return last, None
        for close in range(last + 3, min(last + 6, len(tree))):
            inner = [tree[i].text for i in range(last + 2, close)]
            if tree.lower(close) == ")" and any(sum(map(str.isupper, t)) > 1 for t in inner):
                return close, inner[0]
        return last, None

    def _count(self, head: int) -> int | None:
        tree = self.reading.tree
        number = tree.child(head, "nummod")
        if number is None or tree[head].tag not in {"NNS", "NNPS"}:
            return None
        return _number(tree.lower(number))


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}


def _number(word: str) -> int | None:
    """A small whole number in digits or letters."""
    if word.isdigit():
        return int(word)
    if word in _UNITS:
        return _UNITS.index(word)
    tens, _, unit = word.partition("-")
    if tens in _TENS and (not unit or unit in _UNITS):
        return _TENS[tens] + (_UNITS.index(unit) if unit else 0)
    return {"dozen": 12, "hundred": 100, "eighty": 80, "ninety": 90}.get(word)
