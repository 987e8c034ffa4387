"""The words of a name: from its first word before the noun to its last one after it.

The parse leads; where it hung words astray, capitals and small linking words tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.reading import Reading

# A name goes on with these after its noun: "agreement on …", "memorandum between …".
GOES_ON = frozenset(
    {"on", "of", "for", "between", "with", "among", "to", "concerning", "regarding", "about"}
    | {"toward", "towards", "against", "beyond", "under", "by"}
)
# Words that begin a noun phrase without being part of a name.
DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "my"}
    | {"such", "any", "some", "all", "both", "each", "another", "no", "several", "many", "other"}
    | {"every", "various", "numerous", "further", "multiple"}
)
# The parser often hangs these on the verb although they belong to the document before them.
_OFTEN_ASTRAY = frozenset({"on", "concerning", "regarding", "between", "for"})
# Marks that may stand inside a name.
_INSIDE = frozenset({"-", "–", "/", "&", "'s", "’s", "’", "'", "+", "."})
# "A $2 billion agreement": the sum is no part of the name.
_SCALES = frozenset({"million", "billion", "trillion", "crore", "bn", "mn"})
# "In the field of …" tells what a document is about, "in Paris" where it was signed.
_FIELDS = frozenset({"field", "area", "sphere", "domain", "sector", "principle"})
# Small words before the noun of a name in capitals: "Law of the Sea Convention".
_WITHIN = frozenset({"of", "for", "and", "on", "to", "in", "'s", "’s"})
_BEFORE_NOUN = frozenset({"in", "for", "of", "to"})
# Small words after the noun: "Strategy to Address the Root Causes of Floods".
_LINKING = frozenset(
    {"-", "–", "/", "of", "on", "for", "to", "the", "toward", "towards", "against", "beyond"}
)
_CONTINENTS = frozenset({"europe", "africa", "asia", "antarctica", "america", "oceania"})
_DASHES = frozenset({"-", "–"})
_STOPS = frozenset(
    {";", ":", "–", "—", "(", '"', "”", "worth", "valued", "totaling", "totalling", "amounting"}
)
_QUOTES = frozenset({'"', "“", "”", "''", "``", "«", "»"})
_CALLED = frozenset({"entitled", "titled", "called", "named", "dubbed"})
_LONGEST_QUOTED = 12
# "Prepare the agreement for signature".
_NEXT_STEP = frozenset({"signature", "signing", "ratification", "approval", "adoption"})
# What a document does that is called by nothing else.
_NAMING = frozenset(
    {"establish", "create", "concern", "regard", "amend", "govern", "ban", "prohibit"}
)
# "Partnership 2.0", "the Reef Programme 2024-2030".
_NUMBER = re.compile(r"\d[\d.]*(?:[-–]\d+)?")
_LOOSE = frozenset({"relcl", "advcl", "parataxis", "appos"})
_LONGEST = 34


@dataclass(frozen=True)
class Spans:
    """Finds where names begin and end.

    Attributes:
        reading: The text.
        nouns: Nouns of documents, in lower case.
        titles: Nouns that mean a document only in capitals, in lower case.
    """

    reading: Reading
    nouns: frozenset[str]
    titles: frozenset[str]

    def capitalised(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        tree = self.reading.tree
        return 0 <= index < len(tree) and tree[index].text[:1].isupper()

    def first(self, head: int, core: range) -> int:
        """The first word of the name."""
        tree = self.reading.tree
        first = min(tree.phrase(head).start, core.start)
        before = first - 1
        if before >= 0 and tree[before].dep == "dobj" and tree[before].head == tree[head].head:
            # "Signed the fisheries pact": the parse may have two objects instead of a compound.
            first = tree.phrase(before).start
        owner = tree.child(head, "poss")
        if owner is not None and owner < core.start and tree.lower(owner) not in DETERMINERS:
            first = max(first, tree.extent(owner).stop)
        number = tree.child(head, "nummod")
        if number is not None and number < core.start and tree[head].tag in {"NNS", "NNPS"}:
            first = max(first, number + 1)
        sentence = tree.sentence(head).first
        if self.capitalised(head):
            first = self._back_over_capitals(first, sentence, core.start)
            first = next((i for i in range(first, core.start) if self._begins(i)), core.start)
        return self._after_breaks(first, core.start)

    def _after_breaks(self, first: int, end: int) -> int:
        """The first word after any article or punctuation mark before the noun."""
        tree = self.reading.tree
        for index in range(first, end):
            word = tree.lower(index)
            mark = not (word[:1].isalnum() or word in _INSIDE)
            sum_of_money = word in _SCALES and not self.capitalised(end)
            if word in DETERMINERS or mark or sum_of_money or self._breaks(index, end):
                first = index + 1
        while first < end and (tree.lower(first) in _INSIDE | {"and", "or"} | _WITHIN):
            first += 1
        if first + 1 < end and tree[first].tag in {"CD", "LS"} and tree.lower(first + 1) == ".":
            first += 2
        return first

    def _breaks(self, index: int, noun: int) -> bool:
        """Whether a word in lower case ends what comes before a name in capitals."""
        text = self.reading.tree[index].text
        return self.capitalised(noun) and text[:1].islower() and text not in _WITHIN

    def _begins(self, index: int) -> bool:
        text = self.reading.tree[index].text
        return (text[:1].isupper() or text[:1].isdigit()) and text.lower() not in DETERMINERS

    def _back_over_capitals(self, first: int, sentence: int, noun: int) -> int:
        """Words in capitals before the noun that the parser hung elsewhere."""
        tree, reading = self.reading.tree, self.reading
        while first > sentence:
            before = first - 1
            if self._joined_before(before) or (first < noun and self._linked_before(first)):
                first = before - 1
                continue
            if not self.capitalised(before) or tree.lower(before) in DETERMINERS:
                break
            if before in reading.people or before in reading.times or before == sentence:
                break
            if tree.is_verb(before) and tree[before].dep != "amod":
                break
            first = before
        return first

    def _joined_before(self, index: int) -> bool:
        """Whether "and" stands inside a name: "the Seeds and Human Health Initiative"."""
        tree, reading = self.reading.tree, self.reading
        before = index - 1
        if tree.lower(index) != "and" or before <= tree.sentence(index).first:
            return False
        known = (reading.parties, reading.places, reading.people, reading.times)
        named = any(i in mentions for mentions in known for i in (before, index + 1))
        documents = tree[before].lemma.lower() in self.nouns | self.titles
        return self.capitalised(before) and self.capitalised(index + 1) and not (named or documents)

    def _linked_before(self, first: int) -> bool:
        """Whether a small word stands inside a name: "the Women in Fishing Initiative".

        Not right before its noun: a "Director for Partnerships" is none.
        """
        tree, reading = self.reading.tree, self.reading
        index, before = first - 1, first - 2
        if tree.lower(index) not in _BEFORE_NOUN or before <= tree.sentence(index).first:
            return False
        known = (reading.parties, reading.places, reading.people, reading.times)
        named = any(i in mentions for mentions in known for i in (before, first))
        documents = tree[before].lemma.lower() in self.nouns | self.titles
        nouns = tree[before].tag.startswith("NN") and tree[first].tag.startswith("NN")
        capitals = self.capitalised(before) and self.capitalised(first)
        return nouns and capitals and not (named or documents)

    def last(self, head: int, core: range) -> tuple[int, str | None]:
        """The last word of the name, and the acronym in brackets after it."""
        last = core[-1]
        if self.reading.tree.lower(last + 1).isdigit() and last + 1 not in self.reading.times:
            last += 1
        last, acronym = self._brackets(self._quoted(last))
        for child in self._continuations(head, last):
            if child > last + 1 and not acronym:
                break
            last = max(last, self._end(child))
            if acronym is None:
                last, acronym = self._brackets(last)
        astray = self._astray(last)
        if astray is not None:
            last = self._end(astray)
        if self.capitalised(head) and not acronym:
            last = self._on_over_capitals(head, last)
        if acronym is None:
            last, acronym = self._brackets(last)
        return min(last, core[0] + _LONGEST), acronym

    def _on_over_capitals(self, head: int, last: int) -> int:
        """Words in capitals that go on with a name: "Strategy to Address the Root Causes"."""
        tree, times = self.reading.tree, self.reading.times
        stop = tree.sentence(last).last
        while last + 1 < stop:
            ahead = last + 1
            while ahead < min(stop, last + 3) and self._links(ahead):
                ahead += 1
            if ahead == last + 1 and last > head:
                ahead = self._over_comma(last)
            linked = ahead > last + 1
            if ahead >= stop or (tree.is_verb(ahead) and not linked):
                break
            number = bool(_NUMBER.fullmatch(tree[ahead].text)) and not linked
            capital = self.capitalised(ahead) and not (linked and ahead in times)
            if not number and not capital:
                break
            last = ahead
        return last

    def _over_comma(self, last: int) -> int:
        """The next word of a list inside a name: "Framework for Health, and Safe Waters"."""
        tree, reading = self.reading.tree, self.reading
        ahead = last + 1
        while tree.lower(ahead) in {",", "and"} and ahead < last + 3:
            ahead += 1
        if ahead >= len(tree):
            return last + 1
        known = (reading.parties, reading.places, reading.people, reading.times)
        foreign = any(ahead in mentions for mentions in known)
        documents = tree[ahead].lemma.lower() in self.nouns | self.titles
        if foreign or documents or tree.lower(ahead) in DETERMINERS:
            return last + 1
        return ahead

    def _links(self, index: int) -> bool:
        """Whether a small word may stand inside a name; a dash with blanks begins another item."""
        tree = self.reading.tree
        apart = tree[index].start > tree[index - 1].end
        if tree.lower(index) == "in":
            # "The Treaty on Conventional Armed Forces in Europe": nothing is signed in a continent.
            return tree.lower(index + 1) in _CONTINENTS
        return tree.lower(index) in _LINKING and not (apart and tree.lower(index) in _DASHES)

    def _continuations(self, head: int, last: int) -> Iterator[int]:
        tree = self.reading.tree
        for child in tree.children(head):
            if child <= last:
                continue
            about = tree[child].dep == "prep" and self._belongs(child)
            if about or (tree[child].dep == "acl" and self._purpose(head, child, last)):
                yield child

    def _purpose(self, head: int, clause: int, last: int) -> bool:
        """Whether a clause tells what for: "an agreement to build", "a resolution calling for"."""
        tree = self.reading.tree
        if clause > last + 2:
            return False
        if self.capitalised(head):
            # "The Treaty establishing a seed bank" has no other name.
            return tree[clause].tag == "VBG" and tree[clause].lemma in _NAMING
        return tree[clause].tag in {"VB", "VBG"}

    def _belongs(self, preposition: int) -> bool:
        """Whether a phrase tells what the document is about, not when or where the step was."""
        tree = self.reading.tree
        below = tree.child(preposition, "pobj", "pcomp")
        if below is None or below in self.reading.times:
            return False
        if tree.lower(preposition) == "in":
            return tree[below].lemma in _FIELDS
        if tree.lower(preposition) == "for" and tree[below].lemma in _NEXT_STEP:
            return False
        return tree.lower(preposition) in GOES_ON

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
        last_inside = max(inside)
        for index in range(child, last_inside + 1):
            listed = self._listed(index)
            if (
                tree.lower(index) in _STOPS
                or self._where(index)
                or (tree.lower(index) == "," and not listed)
            ):
                break
            if tree.lower(index) in {"and", "or"} and self._next_document(index + 1, last_inside):
                break
            if index not in inside and not listed and tree[index].dep != "punct":
                break
            if index > child + 1 and self._dates(index):
                return index - 2
            last = index
        return last

    def _listed(self, index: int) -> bool:
        """Whether a comma parts two words in capitals: "Framework for Security, Health and …"."""
        comma = self.reading.tree.lower(index) == ","
        return comma and self.capitalised(index + 1) and self.capitalised(index - 1)

    def _where(self, index: int) -> bool:
        """Whether the place of the step begins here: "an agreement on fisheries in Lisbon"."""
        tree, places = self.reading.tree, self.reading.places
        if tree.lower(index) not in {"in", "at"} or self.capitalised(tree[index].head):
            return False
        return any(i in places for i in tree.children(index, "pobj"))

    def _dates(self, index: int) -> bool:
        """Whether a date begins here: "… on 5 May"."""
        before = self.reading.tree.lower(index - 1)
        return index in self.reading.times and before in {"on", "of", "in"}

    def _next_document(self, index: int, last: int) -> bool:
        """Whether another document begins here: "… and the Declaration on …"."""
        tree = self.reading.tree
        if tree.lower(index) not in DETERMINERS:
            return False
        near = range(index + 1, min(index + 8, last + 1))
        return any(
            tree[i].lemma in self.nouns or (self.capitalised(i) and tree[i].lemma in self.titles)
            for i in near
        )

    def _quoted(self, last: int) -> int:
        """The end of a name in quotation marks after the noun: the strategy "Reefs 2030"."""
        tree, noun = self.reading.tree, last
        called = last + 1 + (tree.lower(last + 1) == ",")
        if tree.lower(called) in _CALLED and tree.lower(called + 1) in _QUOTES:
            last = called
        if tree.lower(last + 1) not in _QUOTES or not self.capitalised(last + 2):
            return noun
        ahead = range(last + 3, min(last + _LONGEST_QUOTED, len(tree)))
        return next((i for i in ahead if tree.lower(i) in _QUOTES), noun)

    def title_behind(self, head: int, last: int) -> int:
        """The end of a title that follows a comma: "a new report, Rising Waters: A Survey"."""
        tree, reading = self.reading.tree, self.reading
        index = last + 2 + (tree.lower(last + 2) in _CALLED)
        begins = tree.lower(last + 1) == "," and self.capitalised(index)
        if not begins or any(index in m for m in (reading.people, reading.parties, reading.times)):
            return last
        stop = tree.sentence(head).last
        while index < stop and self._in_title(index):
            index += 1
        capitals = sum(self.capitalised(i) for i in range(last + 2, index))
        closed = tree.lower(index) in {",", ".", "”", ";"} or index >= stop
        return index - 1 if capitals > 1 and closed else last

    def _in_title(self, index: int) -> bool:
        tree = self.reading.tree
        small = tree.lower(index) in _LINKING | DETERMINERS | {"and", "in", ":", "from"}
        return self.capitalised(index) or tree[index].tag == "CD" or small

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
