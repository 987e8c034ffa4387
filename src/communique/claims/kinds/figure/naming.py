"""The words for what a number measures, and the indicator that they name."""

from __future__ import annotations

from communique.claims.kinds.figure.bare import sized_subject
from communique.claims.kinds.figure.measured import verb_above
from communique.claims.kinds.figure.numbers import Number, Sort, is_people_name
from communique.claims.reading import Reading
from communique.model.terms import Indicator
from communique.vocab.claims.figures import FigureWords
from communique.vocab.words import words_of

# A longer label is cut: it is there for reading, the quote has the rest.
_LONGEST = 14
_LEADING = frozenset({
    "DT", "IN", "CD", "JJR", "RB", "RBS", "$", "TO", "-LRB-", ",", ":", "PDT", "HYPH", "CC",
})  # fmt: skip
_TRADE = frozenset({Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS})
# Indicators that only a count has.
_COUNTED = frozenset({Indicator.COMPANIES, Indicator.PROJECTS})
# Verbs with which a part makes up some of a whole.
_MAKING_UP = frozenset({"account", "make", "represent", "constitute", "comprise", "form"})
# Between a counted noun and its verb.
_AUXILIARIES = 4
_MOVING = frozenset({Indicator.TRADE_TURNOVER, Indicator.GDP})


def label(reading: Reading, words: FigureWords, head: int | None, number: Number) -> str:
    """The words for what is measured, without the number and its hedges.

    Where no noun tells it, they are those of the predicate: "saves producers a year".
    """
    tree = reading.tree
    if head is None:
        return _predicate(reading, number)
    part = _part_of_whole(reading, words, number)
    if part is not None:
        return _plainly(reading, list(tree.phrase(part)))
    if head == number.head and number.sort is Sort.COUNT and tree[head].tag == "CD":
        return _bare(reading, words, number)
    tokens = list(tree.phrase(head))
    numeral = [i for i in number.tokens if tree[i].tag == "CD" and i != head]
    last = number.tokens[-1] if head not in number.tokens else max(numeral, default=-1)
    if last < head and last >= tokens[0]:
        tokens = [i for i in tokens if i > last]
    elif head < number.tokens[0]:
        tokens = [i for i in tokens if i < number.tokens[0]] or [head]
        while len(tokens) > 1 and tokens[-1] > head and not tree[tokens[-1]].tag.startswith("NN"):
            tokens.pop()
    if number.sort is Sort.COUNT:
        tokens = _with_clause(reading, number.noun, tokens)
    return _plainly(reading, tokens)


def _plainly(reading: Reading, tokens: list[int]) -> str:
    """The words of a phrase without article, number and preposition before it."""
    while len(tokens) > 1 and reading.tree[tokens[0]].tag in _LEADING:
        tokens = tokens[1:]
    return reading.words(range(tokens[0], min(tokens[-1] + 1, tokens[0] + _LONGEST)))


def _part_of_whole(reading: Reading, words: FigureWords, number: Number) -> int | None:
    """The product whose share of a whole is told: "gold makes up 80 percent of the imports"."""
    tree = reading.tree
    if number.sort is not Sort.SHARE or not tree.after(number.head, "of"):
        return None
    verb = verb_above(tree, number.head)
    if verb is None or tree[verb].lemma not in _MAKING_UP or tree.passive(verb):
        return None
    subject = tree.subject(verb)
    if subject is None or subject > verb or tree[subject].tag not in {"NN", "NNS"}:
        return None
    named = {*reading.parties, *reading.people, *reading.organizations}
    return None if named & set(tree.phrase(subject)) else subject


def _bare(reading: Reading, words: FigureWords, number: Number) -> str:
    """The noun whose size a bare number is, else what it counts."""
    subject = sized_subject(reading, words, number.head)
    tree = reading.tree
    if subject is None or tree[subject].tag[:2] != "NN":
        return number.unit
    tokens = [i for i in tree.phrase(subject) if i < number.tokens[0] or i <= subject]
    while len(tokens) > 1 and tree[tokens[0]].tag in _LEADING:
        tokens = tokens[1:]
    while tokens[-1] > subject and tree[tokens[-1]].tag[:2] != "NN":
        tokens.pop()
    return reading.words(range(tokens[0], tokens[-1] + 1))


def _predicate(reading: Reading, number: Number) -> str:
    """The verb above a number with what follows it, without the number."""
    tree = reading.tree
    verb = verb_above(tree, number.head)
    if verb is None:
        return ""
    clause = [i for i in tree.clause(verb) if i >= verb and i not in number.tokens]
    kept = [tree[i].text for i in clause if tree[i].tag not in {"$", ",", "."}][:_LONGEST]
    return " ".join(kept)


def _with_clause(reading: Reading, noun: int, tokens: list[int]) -> list[int]:
    """A counted noun with a short participle after it: "people sheltering there"."""
    tree = reading.tree
    last = tokens[-1]
    for child in tree.children(noun, "acl", "conj", "relcl"):
        extent = tree.extent(child)
        if len(extent) <= 6 and extent[0] <= last + 3:
            last = max(last, extent[-1])
    last = _before_amount(reading, noun, last)
    verb = tree[noun].head
    if tree[noun].dep in {"nsubj", "nsubjpass"} and last < verb <= last + _AUXILIARIES:
        last = _with_predicate(reading, range(tokens[0], last + 1))
    return list(range(tokens[0], last + 1))


def _before_amount(reading: Reading, noun: int, last: int) -> int:
    """The last word before another amount: "units" in "units with a capacity of 14,000 MW"."""
    tree = reading.tree
    for index in range(noun + 1, last + 1):
        if tree[index].tag == "CD" and index not in reading.times:
            heads = [i for i in tree.children(noun, "prep") if i <= index]
            worth = next((i for i in range(noun + 1, index) if tree.lower(i) == "worth"), index)
            return max(noun, min([*heads, worth]) - 1)
    return last


def _with_predicate(reading: Reading, tokens: range) -> int:
    """The last word of what is told of those who are counted: "people reached England".

    It adds twice as many words as the noun phrase has, at most.
    """
    tree, room = reading.tree, 2 * len(tokens)
    last = tokens[-1]
    for index in range(last + 1, tree.sentence(last).last):
        if index in reading.times or tree[index].tag in {"CD", ",", ".", ":", "CC", "-LRB-"}:
            break
        weighty = tree[index].tag not in {"IN", "DT", "TO", "PRP$"}
        room -= weighty
        if room < 0:
            break
        last = index if weighty else last
    return last


def indicator(
    reading: Reading, words: FigureWords, number: Number, head: int | None, *, alone: bool
) -> Indicator:
    """The indicator that the measured phrase, or else the verb, names.

    Args:
        reading: The document.
        words: The vocabulary.
        number: The number.
        head: What it measures.
        alone: Whether it is a change that is told without its level.
    """
    if number.sort is Sort.COUNT:
        return _counted(reading, words, number)
    found = _named(reading, words, head) if head is not None else None
    if found in _COUNTED:
        found = None
    if found is None:
        found = _by_verb(reading, words, number)
    if number.sort is Sort.SHARE:
        found = _share(reading, words, number, head, found, alone=alone)
        if found is None and head is not None and _of_people(reading, words, head):
            found = Indicator.PEOPLE
    return found or Indicator.OTHER


def _of_people(reading: Reading, words: FigureWords, head: int) -> bool:
    """Whether a share is one of people: "52 percent of the nurses", "30 percent of Malawians"."""
    token = reading.tree[head]
    if token.tag == "NNPS":
        return is_people_name(reading, head)
    return token.tag == "NNS" and token.lemma in words.counts.people


def _counted(reading: Reading, words: FigureWords, number: Number) -> Indicator:
    lemma = reading.tree[number.noun].lemma
    if reading.tree[number.noun].tag == "CD":
        lemma = number.unit.split()[-1].lower().removesuffix("s")
    if lemma in words.counts.people or number.unit == "people":
        return Indicator.PEOPLE
    if number.unit == "companies":
        return Indicator.COMPANIES
    found = _by_head(words, lemma)
    return found if found is not None and found in _COUNTED else Indicator.OTHER


def _named(reading: Reading, words: FigureWords, head: int) -> Indicator | None:
    tree = reading.tree
    lemma = tree[head].lemma
    text = " ".join(words_of(reading.words(tree.phrase(head)).lower()))
    found = _by_phrase(words, text, lemma)
    if found is not None:
        return found
    if lemma == "deficit":
        return None  # A budget deficit is no budget.
    found = _by_head(words, lemma)
    if found is None or lemma in words.counts.extents:
        inside = [i for i in tree.phrase(head) if i != head and tree[i].tag[:2] == "NN"]
        nearest = sorted(inside, key=lambda i: (i < head, abs(i - head)))
        close = nearest if lemma in words.counts.extents else _modifiers(reading, head)
        inner = (_by_head(words, tree[i].lemma) for i in close if i not in reading.parties)
        found = next((i for i in inner if i is not None), found)
    return found


def _modifiers(reading: Reading, head: int) -> list[int]:
    return reading.tree.children(head, "compound")


def _by_phrase(words: FigureWords, text: str, lemma: str) -> Indicator | None:
    """A several-word name inside the phrase that the head belongs to or tells the extent of."""
    padded = f" {text} "
    for entry in words.indicators:
        for phrase in entry.phrases:
            parts = words_of(phrase)
            close = lemma in words.counts.extents or parts[-1].startswith(lemma)
            if close and f" {' '.join(parts)} " in padded:
                return entry.indicator
    return None


def _by_head(words: FigureWords, lemma: str) -> Indicator | None:
    return next((e.indicator for e in words.indicators if lemma in e.heads), None)


def _by_verb(reading: Reading, words: FigureWords, number: Number) -> Indicator | None:
    """What a verb alone tells: "exported 3 million tonnes", "has invested 2 billion"."""
    verb = verb_above(reading.tree, number.head)
    lemma = reading.tree[verb].lemma if verb is not None else ""
    found = next((e.indicator for e in words.indicators if lemma in e.verbs), None)
    # A line moves tonnes, not euros or percentages.
    loaded = number.sort is Sort.MEASURE or found is not Indicator.TRANSIT_VOLUME
    return found if loaded else None


def _share(
    reading: Reading,
    words: FigureWords,
    number: Number,
    head: int | None,
    found: Indicator | None,
    *,
    alone: bool,
) -> Indicator | None:
    """A share of trade is `trade_share`, a lone rate of change of trade or output `growth`."""
    tree = reading.tree
    if head is not None and tree[head].lemma == "growth":
        return Indicator.GROWTH
    if alone:
        return Indicator.GROWTH if found in _MOVING else found
    if found not in _TRADE or head is None:
        return found
    verb = verb_above(tree, number.head)
    shared = tree[head].lemma in {"share", "proportion", "percentage"}
    accounted = verb is not None and tree[verb].lemma in words.movements.shares | {
        "go",
        "come",
        "show",
    }
    product = _part_of_whole(reading, words, number) is not None
    of_trade = found is Indicator.TRADE_TURNOVER and head in tree.after(number.head, "of")
    told = shared or (accounted and not product) or of_trade
    return Indicator.TRADE_SHARE if told else found
