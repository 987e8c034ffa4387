"""Which numbers are figures, and which belong to promises, documents or mere reference."""

from __future__ import annotations

import re

from communique.claims.kinds.figure.measured import subject_of, verb_above, worth_of
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.kinds.figure.promises import DEFINITE, MODALS, SPANS, promised, targeted
from communique.claims.kinds.figure.totals import adds_up
from communique.claims.listing import held_by, is_thing, opening_line
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.model.analysis import TokenSpan
from communique.model.mention import Bound
from communique.model.terms import Indicator
from communique.vocab.claims.figures import FigureWords

# Counts up to here are often told of what is known anyhow: "the two sides".
_FEW = 12
# Below this a count tells too little to be a statistic.
_FEWEST = 4
# A line of so few words without a full stop is a link or a heading.
_SHORT_LINE = 14
# Words so long begin with a capital in most headings, if this part of them does.
_LONGER = 4
_MOSTLY = 0.75
_WHOLE = 100
# Behind a number of degrees that names a goal: "the 1.5 °C limit".
_GOAL = re.compile(
    r"\W{0,2}(?:degrees?\s|°|C\b|Celsius\b|\s)*(?:goal|target|limit|threshold)", re.I
)
_FURTHER = frozenset({"other", "more", "additional", "further", "another"})
_ROUGHLY = frozenset(
    {"about", "approximately", "around", "roughly", "or", "some", "nearly", "over"}
)
# What is told of these is a statistic in itself.
_STATISTICAL = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.FDI, Indicator.GDP, Indicator.GROWTH, Indicator.TRANSIT_VOLUME, Indicator.PEOPLE,
    Indicator.TRADE_SHARE,
})  # fmt: skip


def running_text(reading: Reading, number: Number) -> bool:
    """Whether a number stands in a sentence, not in a short line such as a link to a story."""
    tree = reading.tree
    sentence = tree.sentence(number.head)
    closed = any(tree.lower(i) in {".", "!", "?", ";", ":"} for i in range(*sentence)[-2:])
    if not closed and _capitalised(tree, sentence):
        return False
    bulleted = tree.lower(sentence.first) in {"-", "•", "*", "–", ">", "o", "("}
    return closed or bulleted or sentence.last - sentence.first > _SHORT_LINE


def _capitalised(tree: Tree, sentence: TokenSpan) -> bool:
    """Whether a line is written as a heading, its longer words with capitals."""
    longer = [tree[i].text for i in range(*sentence) if len(tree[i].text) >= _LONGER]
    longer = [word for word in longer if word.isalpha()]
    return sum(word[0].isupper() for word in longer) > _MOSTLY * len(longer)


def equivalent(tree: Tree, number: Number) -> bool:
    """Whether a sum only tells the one before it in another currency: "1 billion ($1.05 bn)"."""
    if number.sort is not Sort.MONEY:
        return False
    index = number.tokens[0] - 1
    while index >= 0 and tree.lower(index) in _ROUGHLY:
        index -= 1
    if tree.lower(index) != "(":
        return False
    return any(tree[i].tag == "CD" for i in range(max(0, index - 4), index))


def is_figure(
    reading: Reading, words: FigureWords, number: Number, head: int | None, known: Indicator
) -> bool:
    """Whether a plain number tells a statistic.

    Args:
        reading: The document.
        words: The vocabulary.
        number: A number that is no part of a change.
        head: What it measures.
        known: The indicator that this names.
    """
    tree = reading.tree
    if _is_named_or_bounded(reading, number):
        return False
    if number.sort is not Sort.SHARE and _listed_as_given(reading, words, number):
        return False
    if number.sort is Sort.COUNT:
        return _told_count(tree, words, number)
    if _whole_sort(tree, number):
        return False
    of_effect = _of_effect(tree, words, number) or _traded(tree, words, number)
    if adds_up(reading, words, number) or _owed(tree, words, number):
        return True
    if number.sort is Sort.MONEY and of_effect:
        return not targeted(tree, words, number)
    if promised(tree, words, number) or _compounded(tree, words, number):
        return False
    if number.sort is Sort.MONEY:
        return _statistical_sum(reading, words, number, head, known)
    return True


def _is_named_or_bounded(reading: Reading, number: Number) -> bool:
    """Whether a number only names a goal or tells how far something reaches.

    "The 1.5 degree goal", "within 50 to 200 miles of the coast", "the first 1,000 cars".
    """
    tree, text = reading.tree, reading.document.text
    before = tree.lower(number.tokens[0] - 1) if number.tokens[0] else ""
    if number.sort is Sort.MEASURE and before == "within":
        return True
    if number.sort is Sort.COUNT and before == "first":
        return True
    warmth = "degree" in number.unit or "°" in number.unit
    return warmth and bool(_GOAL.match(text, tree[number.tokens[-1]].end))


def _listed_as_given(reading: Reading, words: FigureWords, number: Number) -> bool:
    """Whether a list tells what is given: "The aid package includes: - 40 boats"."""
    line = opening_line(reading, number.head)
    if line is None or not is_thing(reading, number.head):
        return False
    return held_by(reading, line, words.counts.undertakings | words.counts.deliveries) is not None


def _whole_sort(tree: Tree, number: Number) -> bool:
    """Whether "100 percent" only says what sort something is: "100% renewable energy"."""
    above = tree[number.head].head
    modifies = tree[number.head].dep in {"nummod", "compound", "amod", "nmod", "npadvmod", "advmod"}
    return number.sort is Sort.SHARE and number.value == _WHOLE and modifies and above > number.head


def _compounded(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a measure is part of a compound that only says what sort: "8-ounce bottles"."""
    if number.sort is not Sort.MEASURE:
        return False
    glued = any(tree[i].tag == "HYPH" and tree[i - 1].tag == "CD" for i in number.tokens)
    noun = tree[number.head].head
    return glued and tree[noun].lemma not in words.counts.lines  # "The 652-kilometre border."


def _told_count(tree: Tree, words: FigureWords, number: Number) -> bool:
    counts = words.counts
    lemma = tree[number.noun].lemma
    if number.noun == number.head and tree[number.head].tag == "CD":
        return True
    if lemma in counts.documents or lemma in counts.spans:
        return False
    # "Centred around three pillars" hedges nothing.
    small = number.value <= _FEW and number.bound in {None, Bound.ABOUT}
    further = any(tree.lower(i) in _FURTHER for i in number.tokens)
    if _harmed(tree, words, number):
        return True
    if number.value <= 1:
        return False
    if small and not further and not _acting(tree, words, number):
        listed = lemma in counts.meant or (lemma in counts.parts and number.value <= _FEWEST)
        if listed or number.value < _FEWEST:
            return False
    return lemma in counts.results or not promised(tree, words, number)


def _harmed(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a count is one of casualties: "two soldiers were wounded"."""
    verb = tree[number.noun].head
    harm = words.counts.harm
    direct = tree.is_verb(verb) and tree[verb].lemma in harm and tree[number.noun].dep != "npadvmod"
    return direct or (tree[number.noun].tag == "NNS" and tree[number.noun].lemma in harm)


def _acting(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a few things are told to have done something: "three jets flew into its airspace"."""
    token, counts = tree[number.noun], words.counts
    plain = token.lemma not in counts.parts | counts.meant and not _definite(tree, number)
    done = tree[token.head].tag == "VBD" or bool(
        tree[token.head].tag == "VBN" and {"have", "had"} & set(tree.auxiliaries(token.head))
    )
    return plain and number.value > 1 and token.dep == "nsubj" and done


def _definite(tree: Tree, number: Number) -> bool:
    index = number.tokens[0] - 1
    determined = any(
        tree.lower(i) in DEFINITE for i in tree.children(number.noun, "det", "poss", "predet")
    )
    return determined or tree.lower(index) in DEFINITE or tree[index].tag == "POS"


def _statistical_sum(
    reading: Reading, words: FigureWords, number: Number, head: int | None, known: Indicator
) -> bool:
    tree = reading.tree
    if _rate(tree, number) or _running(reading, words, number):
        return True
    if tree.lower(number.tokens[0] - 1) in {"under", "below"}:
        return False  # A threshold: "goods valued at or under 800 dollars".
    worth = worth_of(tree, number)
    if worth is not None:
        return not {tree[worth].lemma} & (words.counts.undertakings | words.counts.documents)
    if head is None:
        return False
    lemma = tree[head].lemma
    parts = {tree[i].lemma for i in tree.children(head, "compound")}
    if known in _STATISTICAL or ({lemma} | parts) & words.counts.statistics:
        return True
    verb = verb_above(tree, number.head)
    if verb is None:
        return False
    if tree.child(verb, "dobj") == head and tree[verb].lemma in words.movements.ways:
        # "Bringing the total to 4 billion"
        return known is not Indicator.OTHER or lemma in words.counts.extents
    return _sized_subject(reading, words, number, head, verb, named=known is not Indicator.OTHER)


def _sized_subject(
    reading: Reading, words: FigureWords, number: Number, head: int, verb: int, *, named: bool
) -> bool:
    """Whether a sum is told of its subject as that subject's size."""
    tree, lemma = reading.tree, reading.tree[head].lemma
    if subject_of(tree, words, verb) != head:
        return False
    if tree[verb].lemma in words.counts.pricing and lemma in words.counts.undertakings:
        return False  # A package that is valued at 225 million.
    if tree[verb].lemma == "be":
        told = tree[number.head].dep == "attr" and head not in reading.parties
        return told and lemma not in words.counts.undertakings
    sized = words.movements.sizes | words.movements.estimates
    named = named or lemma in words.counts.extents | words.counts.taking_up
    given = words.counts.undertakings | words.counts.documents | words.counts.meant
    plain = lemma not in given and head not in reading.parties and head not in reading.people
    return tree[verb].lemma in sized and (named or plain)


def _owed(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a sum is what somebody owes: "owes Peru 3 million", "3 million owed to growers"."""
    token = tree[number.head]
    if number.sort is not Sort.MONEY:
        return False
    if any(tree[i].lemma == "owe" for i in tree.children(number.head, "acl", "relcl")):
        # "Will pay the 3 million owed to Chad" is what somebody undertakes.
        return not promised(tree, words, number)
    above = number.head
    while token.dep in {"pobj", "prep"}:
        # "Owes the bank upward of 3 million."
        above, token = token.head, tree[token.head]
    verb = tree[above].head
    direct = token.dep in {"dobj", "npadvmod", "advmod", "prep", "oprd", "nsubjpass", "dative"}
    return direct and tree.is_verb(verb) and tree[verb].lemma == "owe" and not tree.negated(verb)


def _rate(tree: Tree, number: Number) -> bool:
    """Whether a sum is a price for one of something: "$25 per item", "$3 a gallon"."""
    after = number.tokens[-1] + 1
    each = tree.lower(after) in {"per", "a", "an"} and after + 1 < len(tree)
    return each and tree[after + 1].tag in {"NN", "NNP"} and tree.lower(after + 1) not in SPANS


def _of_effect(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a sum is what something costs, saves or earns."""
    token = tree[_past_mark(tree, words, number)]
    verb = token.head
    plain = token.dep in {"dobj", "npadvmod", "attr", "oprd", "dative"}
    if not plain or not tree.is_verb(verb) or tree[verb].lemma not in words.counts.effects:
        return False
    # Somebody adds money, while a pact could add it.
    given = tree[verb].lemma in words.counts.giving
    return not given or bool(set(tree.auxiliaries(verb)) & {"could", "would", "might", "may"})


def _past_mark(tree: Tree, words: FigureWords, number: Number) -> int:
    """The head of a number, or the noun that only marks its size: "an average of 800"."""
    token = tree[number.head]
    if token.dep == "pobj" and tree.lower(token.head) == "of":
        mark = tree[token.head].head
        return mark if tree[mark].lemma in words.counts.marks else number.head
    return number.head


def _traded(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a sum is what goods were traded for: "sold goods for 61 million"."""
    verb = verb_above(tree, number.head)
    if verb is None or tree[verb].lemma not in words.counts.trading or tree[verb].tag == "VBG":
        return False
    if set(tree.auxiliaries(verb)) & MODALS | {"to"} & set(tree.auxiliaries(verb)):
        return False
    before_it = tree.lower(number.tokens[0] - 1)
    traded = tree.child(verb, "dobj")
    goods = traded is not None and tree[traded].lemma in {
        "good", "goods", "product", "merchandise", "commodity", "item",
    }  # fmt: skip
    return goods and before_it in {"for", "worth", "of"}


def _running(reading: Reading, words: FigureWords, number: Number) -> bool:
    """Whether a sum is a running total: "has invested 160 billion since 1993"."""
    tree = reading.tree
    verbs = {verb_above(tree, number.head), tree.child(number.head, "relcl")}
    if any(verb is not None and tree.lower(verb) == "including" for verb in verbs):
        verbs = {verb_above(tree, verb) for verb in verbs if verb is not None}
    return any(
        tree[verb].lemma in words.counts.running
        and {"has", "have", "had", "'ve"} & set(tree.auxiliaries(verb))
        for verb in verbs
        if verb is not None
    )
