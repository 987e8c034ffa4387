"""Which numbers are figures, and which belong to promises, documents or mere reference."""

from __future__ import annotations

from communique.claims.kinds.figure.measured import is_statistic, subject_of, verb_above, worth_of
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.model.terms import Indicator
from communique.vocab.claims.figures import FigureWords

# Counts up to here are often told of what is known anyhow: "the two sides".
_FEW = 12
# Below this a count tells too little to be a statistic.
_FEWEST = 4
# A line of so few words without a full stop is a link or a heading.
_SHORT_LINE = 14
_DEFINITE = frozenset({
    "the", "our", "their", "both", "these", "those", "its", "his", "her", "all", "whose", "my",
})  # fmt: skip
_FURTHER = frozenset({"other", "more", "additional", "further", "another"})
_ROUGHLY = frozenset(
    {"about", "approximately", "around", "roughly", "or", "some", "nearly", "over"}
)
_MODALS = frozenset({"will", "shall", "'ll", "would", "could", "can", "may", "might", "should"})
_SPANS = frozenset({"year", "annum", "month", "day", "week", "time", "quarter", "decade"})
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
    bulleted = tree.lower(sentence.first) in {"-", "•", "*", "–", ">", "o", "("}
    return closed or bulleted or sentence.last - sentence.first > _SHORT_LINE


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
    if number.sort is Sort.COUNT:
        return _told_count(tree, words, number)
    of_effect = _of_effect(tree, words, number) or _traded(tree, words, number)
    if number.sort is Sort.MONEY and of_effect:
        return not _targeted(tree, words, number)
    if promised(tree, words, number) or _compounded(tree, number):
        return False
    if number.sort is Sort.MONEY:
        return _statistical_sum(reading, words, number, head, known)
    return True


def _compounded(tree: Tree, number: Number) -> bool:
    """Whether a measure is part of a compound that only says what sort: "8-ounce bottles"."""
    return number.sort is Sort.MEASURE and any(tree[i].tag == "HYPH" for i in number.tokens)


def _told_count(tree: Tree, words: FigureWords, number: Number) -> bool:
    counts = words.counts
    lemma = tree[number.noun].lemma
    if number.noun == number.head and tree[number.head].tag == "CD":
        return True
    if lemma in counts.documents:
        return False
    small = number.value <= _FEW and number.bound is None
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
    return plain and number.value > 1 and token.dep == "nsubj" and tree[token.head].tag == "VBD"


def _definite(tree: Tree, number: Number) -> bool:
    index = number.tokens[0] - 1
    determined = any(
        tree.lower(i) in _DEFINITE for i in tree.children(number.noun, "det", "poss", "predet")
    )
    return determined or tree.lower(index) in _DEFINITE or tree[index].tag == "POS"


def promised(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number is the amount or deliverable of a promise or gift."""
    if _located(tree, words, number) or of_capacity(tree, words, number):
        return False
    if _of_benefit(tree, words, number):
        return False
    if _targeted(tree, words, number):
        return True
    if tree.is_verb(number.head):
        return _ahead(tree, number.head, Sort.SHARE)
    verbs = _clause_verbs(tree, number.head)
    if number.sort is Sort.SHARE:
        verbs = verbs[:1] if _is_object(tree, number) else []
    ahead = any(_ahead(tree, v, number.sort) for v in verbs)
    if ahead and any(tree[v].lemma in words.counts.giving for v in verbs):
        return not _forecast(tree, words, verbs[0])
    counted = number.sort in {Sort.COUNT, Sort.MEASURE}
    return counted and (_delivered(tree, words, number) or _in_delivery(tree, words, number))


def _located(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a count of states or towns only tells where: "projects in 54 countries"."""
    token, counts = tree[number.noun], words.counts
    where = token.dep == "pobj" and tree.lower(token.head) in {"in", "across", "from", "throughout"}
    return where and number.sort is Sort.COUNT and token.lemma in counts.meant | counts.places


def of_capacity(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number tells what works or vessels can do: "the line can carry 5 bcm a year"."""
    if number.sort not in {Sort.MEASURE, Sort.COUNT}:
        return False
    verb = next((i for i in tree.ancestors(number.head) if tree.is_verb(i)), None)
    if verb is None or tree[verb].lemma not in words.counts.capacity:
        return False
    subject = tree.subject(verb)
    if subject is None or tree[subject].lemma not in words.counts.works:
        return False
    able = tree[tree[verb].head].lemma in {"able", "capable", "design", "mean", "build"}
    return able or _each_time(tree, number) or "can" in tree.auxiliaries(verb)


def _each_time(tree: Tree, number: Number) -> bool:
    """Whether a number is one for each span of time: "a year", "per day", "annually"."""
    after = number.tokens[-1] + 1
    near = range(after, min(after + 4, tree.sentence(number.head).last))
    if any(tree.lower(i) in {"daily", "annually", "yearly", "monthly", "hourly"} for i in near):
        return True
    spans = _SPANS | {"hour", "night", "season"}
    return any(
        tree.lower(i) in {"a", "an", "per", "each", "every"} and tree.lower(i + 1) in spans
        for i in near
    )


def _of_benefit(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number is one of those whom a thing, no person or party, does good to."""
    token = tree[number.head]
    verb = token.head
    people = tree[number.noun].lemma in words.counts.people or number.unit == "people"
    if not people or token.dep != "dobj" or tree[verb].lemma not in words.counts.benefitting:
        return False
    subject = tree.subject(verb)
    lemma = tree[subject].lemma if subject is not None else "we"
    acting = words.counts.people | words.counts.meant | words.counts.firms | {"we", "i", "they"}
    named = subject is not None and tree[subject].tag in {"NNP", "NNPS"}
    return lemma not in acting and not named


def _forecast(tree: Tree, words: FigureWords, verb: int) -> bool:
    """Whether a statistic, rather than somebody, is said to reach a size: "exports could reach"."""
    sized = tree[verb].lemma in words.movements.sizes | {"reach", "increase", "exceed"}
    return sized and is_statistic(tree, words, tree.child(verb, "nsubj"))


def _is_object(tree: Tree, number: Number) -> bool:
    """Whether a share, or the noun that it stands before, is the object of a verb."""
    token = tree[number.head]
    if token.dep == "pobj":
        return tree.is_verb(tree[token.head].head)
    return "dobj" in {token.dep, tree[token.head].dep}


def _clause_verbs(tree: Tree, index: int) -> list[int]:
    """The verbs above a token up to the first with a subject of its own."""
    found = []
    for above in tree.ancestors(index):
        if tree.is_verb(above):
            found.append(above)
            if tree.child(above, "nsubj", "nsubjpass") is not None:
                break
    return found


def _targeted(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a word of intention stands above: "aims to raise it to 15 billion"."""
    targets = words.counts.targets
    previous = number.head
    below = {"xcomp", "acl", "dobj", "prep", "ccomp"}
    for index in tree.ancestors(number.head):
        if tree[index].lemma in targets and tree[previous].dep in below:
            return True
        subject = tree.child(index, "nsubj", "nsubjpass") if tree.is_verb(index) else None
        if subject is not None and tree[index].dep != "ccomp":
            return False
        previous = index
    return False


def _ahead(tree: Tree, verb: int, sort: Sort) -> bool:
    """Whether a verb tells of what will be, may be, is to be or is being done."""
    auxiliaries = set(tree.auxiliaries(verb))
    infinitive = tree[verb].tag == "VB" and "to" in auxiliaries
    imperative = tree[verb].tag == "VB" and tree[verb].head == verb and not auxiliaries
    progressive = tree[verb].tag == "VBG" and bool(auxiliaries & {"is", "are", "'s", "be"})
    if sort is Sort.SHARE:
        return bool(auxiliaries & {"will", "shall", "'ll"}) or infinitive
    return bool(auxiliaries & _MODALS) or infinitive or imperative or progressive


def _delivered(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a verb of delivery has the number as its object: "trained 40 nurses"."""
    token = tree[number.head]
    verb = tree[token.head].head if token.dep == "conj" else token.head
    return (
        tree.is_verb(verb)
        and tree[verb].tag != "VBG"
        and tree[verb].lemma in words.counts.delivering
        and token.dep in {"dobj", "nsubjpass", "conj", "dative"}
    )


def _in_delivery(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a noun of delivery or purchase stands above: "the handing-over of 72 vehicles"."""
    for index in tree.ancestors(number.head):
        if tree.is_verb(index) and tree[index].dep != "pcomp":
            return False
        if tree[index].lemma in words.counts.deliveries:
            return True
    return False


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
    if subject_of(tree, words, verb) != head:
        return False
    if tree[verb].lemma == "be":
        told = tree[number.head].dep == "attr" and head not in reading.parties
        return told and lemma not in words.counts.undertakings
    sized = words.movements.sizes | words.movements.estimates
    named = known is not Indicator.OTHER or lemma in words.counts.extents | words.counts.taking_up
    given = words.counts.undertakings | words.counts.documents | words.counts.meant
    plain = lemma not in given and head not in reading.parties and head not in reading.people
    return tree[verb].lemma in sized and (named or plain)


def _rate(tree: Tree, number: Number) -> bool:
    """Whether a sum is a price for one of something: "$25 per item", "$3 a gallon"."""
    after = number.tokens[-1] + 1
    each = tree.lower(after) in {"per", "a", "an"} and after + 1 < len(tree)
    return each and tree[after + 1].tag in {"NN", "NNP"} and tree.lower(after + 1) not in _SPANS


def _of_effect(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a sum is what something costs, saves or earns."""
    verb = tree[number.head].head
    plain = tree[number.head].dep in {"dobj", "npadvmod", "attr", "oprd", "dative"}
    if not plain or not tree.is_verb(verb) or tree[verb].lemma not in words.counts.effects:
        return False
    # Somebody adds money, while a pact could add it.
    given = tree[verb].lemma in words.counts.giving
    return not given or bool(set(tree.auxiliaries(verb)) & {"could", "would", "might", "may"})


def _traded(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a sum is what goods were traded for: "sold goods for 61 million"."""
    verb = verb_above(tree, number.head)
    if verb is None or tree[verb].lemma not in words.counts.trading or tree[verb].tag == "VBG":
        return False
    if set(tree.auxiliaries(verb)) & _MODALS | {"to"} & set(tree.auxiliaries(verb)):
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
    verb = verb_above(tree, number.head)
    if verb is None or tree[verb].lemma not in words.counts.running:
        return False
    return bool({"has", "have", "had", "'ve"} & set(tree.auxiliaries(verb)))
