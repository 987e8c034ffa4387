"""What tells of a number besides the verb above it: a statistic, a total, or what lies ahead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import takewhile

from communique.claims.kinds.commitment.grading import Form, form_of
from communique.claims.kinds.commitment.numbers import PERCENT, Number, singular
from communique.claims.reading import Reading
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords, Deliverables, Nouns, Sense, Texts

# Days back to which a count of deeds is still news.
_LATELY = 300
# Years over which something was spent.
_BETWEEN = re.compile(r" between (?:19|20)\d\d and (?:19|20)\d\d ")
# Days and weeks back are no years over which something adds up.
_LATELY_TOLD = re.compile(
    r" (?:in|over|during) the (?:past|last) (?:\w+ )?(?:hours?|days?|weeks?)\b"
)
_YEARLY = re.compile(r"\b(?:annually|yearly|(?:each|every|per|a) year)\b", re.I)
_SINCE = re.compile(r"[^.;]{0,80}? since ")
# Where a change starts and where it leads.
_FROM = re.compile(r"\bfrom (?:the |some |about |around |nearly )*$", re.I)
_TO = re.compile(r"(?: [\w'’-]+){0,4}? to (?:[\w-]+ ){0,2}?[$€£¥]?\d")
_FROM_REACH = 24
_TO_REACH = 60
# Before those or the place against which arms are turned.
_AGAINST = frozenset({"at", "against", "across", "toward", "towards", "into", "over", "around"})
# What money is said to be that is not there.
_LACKING = frozenset({"missing", "lacking", "short", "needed", "required", "outstanding"})


def is_event(reading: Reading, deliverables: Deliverables, number: Number, verb: int) -> bool:
    """Whether people were let go or arms turned on somebody: "freed five", "fired 90 missiles"."""
    tree, head = reading.tree, number.head
    if number.quantity is None or form_of(tree, verb) not in {Form.DONE, Form.DOING}:
        return False
    counted = {tree[head].lemma.lower(), singular(tree.lower(head))}
    beside = tree.children(head, "amod", "acl", "compound")
    if counted & deliverables.captives or any(tree[i].lemma in deliverables.held for i in beside):
        return True
    if counted & deliverables.forces and tree[verb].lemma in deliverables.moving:
        return form_of(tree, verb) is Form.DONE
    against = any(tree.lower(i) in _AGAINST for i in tree.children(verb, "prep"))
    fired = tree[verb].lemma in deliverables.firing and tree[verb].lemma != "send"
    return bool(counted & deliverables.arms) and (fired or against)


def is_supposed(reading: Reading, verb: int) -> bool:
    """Whether a deed is only supposed: "if you invest over 3 million", "whether it will give 3"."""
    tree, marks = reading.tree, reading.knowledge.voices.suppositions
    held = (i for i in (verb, tree[verb].head) if tree.is_verb(i))
    return any(tree.lower(m) in marks for i in held for m in tree.children(i, "mark"))


def is_called(reading: Reading, head: int) -> bool:
    """Whether a count only tells what parties are: "joined Chad and Mali, two new members"."""
    tree = reading.tree
    above = tree[head].head
    return tree[head].dep == "appos" and any(i in reading.parties for i in tree.conjuncts(above))


def is_all_since(reading: Reading, number: Number) -> bool:
    """Whether a sum is told as all since a day: "and a total of 3 million since 2019"."""
    tree = reading.tree
    above = tree[tree[number.head].head]
    if tree[number.head].dep != "pobj" or tree[above.head].lemma != "total":
        return False
    return bool(_SINCE.match(reading.document.text, number.end))


def is_start(reading: Reading, number: Number) -> bool:
    """Whether a number is where a change starts: "raise it *from 12* to 20 buses"."""
    text = reading.document.text
    before = text[max(0, number.start - _FROM_REACH) : number.start]
    after = text[number.end : number.end + _TO_REACH]
    return bool(_FROM.search(before)) and bool(_TO.match(after))


def is_needed(reading: Reading, number: Number) -> bool:
    """Whether a sum is what is wanted: "258 million received of 1.4 billion required"."""
    tree = reading.tree
    told = [i for i in tree.children(number.head, "acl") if tree[i].tag in {"VBN", "VBD"}]
    if any(tree[i].lemma in {"require", "need", "owe"} for i in told) or _is_lacking(
        reading, number
    ):
        return True
    received = [i for i in told if tree[i].lemma in {"receive", "fund", "cover", "raise"}]
    return any(tree.lower(p) in {"of", "out"} for i in received for p in tree.children(i, "prep"))


def _is_lacking(reading: Reading, number: Number) -> bool:
    """Whether a sum is said to be missing: "loans of 3 billion are still missing"."""
    tree = reading.tree
    verb = next((i for i in tree.ancestors(number.head) if tree.is_verb(i)), None)
    subject = None if verb is None else tree.subject(verb)
    if verb is None or subject not in {number.head, *tree.ancestors(number.head)}:
        return False
    said = {verb, *tree.children(verb, "acomp", "attr")}
    return any(tree.lower(i) in _LACKING for i in said)


def is_state(reading: Reading, verb: int, sense: Sense) -> bool:
    """Whether a passive tells how things are: "7 million people are fully vaccinated"."""
    tree = reading.tree
    words = set(tree.auxiliaries(verb))
    now = tree.passive(verb) and words <= {"is", "are"} and tree[verb].dep != "acl"
    binds = sense.governs is not None or sense.done is Grade.CONTRACTED
    return now and bool(words) and not binds and tree.child(verb, "agent") is None


def is_levy(reading: Reading, words: CommitmentWords, number: Number, noun: int) -> bool:
    """Whether a percentage is the rate of a duty that somebody undertakes to change or keep.

    "Peru will apply a 15 percent tariff"; to impose one is a measure against others.
    """
    tree = reading.tree
    verb = next((i for i in tree.ancestors(noun) if tree.is_verb(i)), None)
    percent = number.quantity is not None and number.quantity.unit == PERCENT
    if verb is None or not percent or tree[noun].lemma not in words.nouns.levies:
        return False
    return tree[verb].lemma in words.nouns.levying


def is_of_intent(reading: Reading, noun: int) -> bool:
    """Whether a document is a letter of intent, which promises nothing."""
    tree = reading.tree
    return any(tree[i].lemma in {"intent", "interest"} for i in tree.after(noun, "of"))


def is_under(
    reading: Reading, standing: Collection[str], preposition: int, nouns: Iterable[int]
) -> bool:
    """Whether a deed is done under a scheme of money: "under the line of 3 million"."""
    tree = reading.tree
    return tree.lower(preposition) == "under" and any(tree[i].lemma in standing for i in nouns)


def travels(reading: Reading, deliverables: Deliverables, number: Number) -> bool:
    """Whether people are counted who come by themselves, who are nothing that is given."""
    tree = reading.tree
    counted = {tree[number.head].lemma, singular(tree.lower(number.head))}
    return number.head in reading.parties or bool(counted & deliverables.people)


def is_ahead(reading: Reading, verb: int) -> bool:
    """Whether a present tells what is to come: "raises its quota to 250 this autumn"."""
    published, tree = reading.document.published, reading.tree
    if published is None or form_of(tree, verb) is not Form.DOING or tree.passive(verb):
        return False
    clause = tree.clause(tree.clause_head(verb))
    times = (reading.times[i] for i in clause if i in reading.times)
    return any(time.first is not None and time.first > published for time in times)


def is_total(reading: Reading, nouns: Nouns, verb: int, number: Number) -> bool:
    """Whether a verb adds up what was told: "bringing the total to 2 billion"."""
    tree = reading.tree
    thing = tree.child(verb, "dobj")
    if thing is not None and _brings_to(reading, nouns, verb, thing, number):
        return True
    if thing is None or tree[verb].tag != "VBG" or tree[verb].dep not in {"advcl", "acl"}:
        return False
    summed = {tree.lower(thing), *(tree.lower(i) for i in tree.children(thing, "amod"))}
    return bool(summed & nouns.running)


def _brings_to(reading: Reading, nouns: Nouns, verb: int, thing: int, number: Number) -> bool:
    """Whether a number is what a sum has come to: "brings our contribution to 2 billion"."""
    tree = reading.tree
    given = {noun for group in nouns.finance for noun in group.nouns}
    reached = [i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj")]
    above = {number.head, *tree.ancestors(number.head)}
    summed = tree[thing].lemma in given or bool(
        {tree.lower(i) for i in tree.children(thing, "amod")} & nouns.running
    )
    return tree[verb].lemma == "bring" and summed and bool(above.intersection(reached))


def is_running(reading: Reading, texts: Texts, verb: int, grade: Grade) -> bool:
    """Whether a deed is a running total: "has given 3 million since 1993"."""
    perfect = bool({"has", "have"} & set(reading.tree.auxiliaries(verb)))
    if grade is not Grade.DELIVERED and not (perfect and grade in {Grade.PLEDGED, Grade.AGREED}):
        return False
    clause = reading.tree.clause(verb)
    said = f" {reading.words(clause).lower()} "
    found = [words for words in texts.running if f" {words} " in _LATELY_TOLD.sub(" ", said)]
    found += _BETWEEN.findall(said)
    return bool(found) and not (found == ["since"] and _lately(reading, clause))


def is_yearly(reading: Reading, verb: int, sense: Sense) -> bool:
    """Whether somebody gives so every year, a statistic: "Peru spends 3 million annually"."""
    tree = reading.tree
    present = form_of(tree, verb) is Form.DOING and tree[verb].tag in {"VBZ", "VBP"}
    if not (present and sense.totals) or tree.passive(verb):
        return False
    return bool(_YEARLY.search(reading.words(tree.clause(verb))))


def is_done_so_far(reading: Reading, texts: Texts, verb: int) -> bool:
    """Whether a participle tells what has been done up to now: "opening 30 clinics to date"."""
    tree = reading.tree
    if tree[verb].tag != "VBG" or tree.auxiliaries(verb):
        return False
    said = f" {reading.words(tree.extent(verb)).lower()} "
    return any(f" {words} " in said for words in texts.running)


def _lately(reading: Reading, clause: range) -> bool:
    """Whether "since" reaches back no further than some months."""
    published, tree = reading.document.published, reading.tree
    for index in clause[1:]:
        time = reading.times.get(index)
        if time is not None and tree.lower(index - 1) == "since" and published is not None:
            return time.first is not None and (published - time.first).days < _LATELY
    return False


def is_of_papers(reading: Reading, words: CommitmentWords, number: Number) -> bool:
    """Whether a sum is the size of papers that bind nobody to pay, whatever is done with them.

    "Peru will turn the memorandums, worth 3 million, into projects" tells no payer.
    """
    tree = reading.tree
    above = list(takewhile(lambda i: not tree.is_verb(i), tree.ancestors(number.head)))
    if above and tree.lower(above[-1]) == "worth" and tree.is_verb(tree[above[-1]].head):
        above += tree.children(tree[above[-1]].head, "dobj")
    return number.amount is not None and any(tree[i].lemma in words.nouns.loose for i in above)


def grade_of_papers(
    reading: Reading, words: CommitmentWords, number: Number, nouns: Iterable[int]
) -> Grade | None:
    """How firm a sum is by the papers that it stands in: memorandums, letters of intent."""
    if is_of_papers(reading, words, number):
        return Grade.AGREED
    letters = any(is_of_intent(reading, noun) for noun in (number.head, *nouns))
    return Grade.INTENDED if letters else None


def is_binding(reading: Reading, words: CommitmentWords, index: int) -> bool:
    """Whether an agreement is one to pay, lend or buy: "a loan agreement"."""
    tree = reading.tree
    if tree[index].lemma in words.nouns.loose:
        return False
    before = (tree[i].lemma for i in tree.children(index, "compound", "amod", "nmod"))
    if any(lemma in words.nouns.binding for lemma in before):
        return True
    preps = [p for p in tree.children(index, "prep") if tree.lower(p) in {"on", "for", "of"}]
    phrase = (i for p in preps for i in tree.phrase(p))
    if any(tree[i].lemma in words.nouns.binding for i in phrase):
        return True
    content = tree.children(index, "acl")
    content += [i for p in preps for i in tree.children(p, "pobj")]
    buying = words.nouns.buying
    return any(tree[i].lemma in buying and form_of(tree, i) is Form.BARE for i in content)
