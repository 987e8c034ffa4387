"""Direct speech: who is quoted, and whose turn it is in a conversation told line by line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.claims.reading import Reading
from communique.model.document import RegionKind
from communique.model.mention import PersonMention
from communique.model.span import Span

# Words of a speaker's phrase that are told.
_LONGEST = 12
# A quotation of fewer words is a word taken up, not a speech.
_FEWEST = 4
_PRONOUNS = frozenset({"he", "she"})
_NOBODY = frozenset({"we", "i", "us", "it", "they", "which", "that", "who", "you"})
# "PMOS: No. What has been agreed is …": who speaks stands before a colon at the head of a line.
_LABEL = re.compile(r"^[ \t>*•–-]*([A-Z][\w.’' -]{0,40}?)(?: \([^)\n]{1,40}\))?:[ \t]+\S", re.M)
# Labels of who asks.
_ASKING = frozenset({"q", "question", "reporter", "journalist", "moderator", "interviewer", "host"})
_ANSWERING = frozenset({"a", "answer"})
# What an interview is announced by.
_ASKED = re.compile(
    r"\binterview|\bquestions? (?:to|for|with)\b"
    r"|\b[Ww]e (?:have )?(?:asked|spoke|talked|sat down|met)\b"
    r"|\b(?:speaks?|spoke|talks?|talked) to us\b"
)
# Lines that are nothing but a question, of which a conversation has several.
_QUESTION = re.compile(r"^[^\n]{8,160}\?[ \t]*$", re.M)
_FEWEST_TURNS = 2


class Turn(NamedTuple):
    """What one speaker of a conversation says: offsets, and who; None for who asks."""

    start: int
    end: int
    speaker: str | None


def speaker_name(reading: Reading, head: int) -> str:
    """A speaker's phrase as written, without article; a person by the full name."""
    person = reading.people.get(head)
    if person is not None:
        return person.name
    meant = reading.referents.of(head)
    if len(meant) == 1 and meant[0].person is not None:
        return meant[0].person.name
    phrase = reading.tree.phrase(head)
    inside = [i for i in phrase if i in reading.people and _apposed(reading, i, head)]
    if inside:
        return reading.people[inside[0]].name
    words = reading.words(phrase[:_LONGEST])
    first, _, rest = words.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else words


def _apposed(reading: Reading, person: int, head: int) -> bool:
    """Whether a person hangs on a post as its holder: "director and CEO Joseph Ek"."""
    tree = reading.tree
    path = [person]
    for above in tree.ancestors(person):
        if above == head:
            return all(tree[i].dep in {"appos", "conj", "compound", "nmod"} for i in path)
        path.append(above)
    return False


def quoted_by(reading: Reading, index: int) -> str | None:
    """Who is quoted, where a token stands in direct speech; None elsewhere.

    The speaker is told in the sentence that the quotation ends or begins in, else in the paragraph.
    """
    quotation = _quotation(reading, index)
    if quotation is None:
        return None
    tree = reading.tree
    first, last = _paragraph(reading, quotation)
    ends, begins = tree.at(quotation.end - 1), tree.at(quotation.start)
    near = [tree.sentence(i) for i in (ends, begins) if i is not None]
    after = range(near[0].last, last) if near else range(0)
    spans = [*(range(*s) for s in near), after, range(first, near[-1].first if near else first)]
    for span in spans:
        speaker = next(_speakers(reading, span), None)
        if speaker is not None:
            return speaker
    return None


def _quotation(reading: Reading, index: int) -> Span | None:
    """The quotation of several words that a token stands in."""
    spans = reading.once("quotations", lambda: _quotations(reading))
    start = reading.tree[index].start
    place = bisect_right([s.start for s in spans], start) - 1
    return spans[place] if place >= 0 and start < spans[place].end else None


def _quotations(reading: Reading) -> Sequence[Span]:
    found = (r.span for r in reading.document.regions if r.kind is RegionKind.QUOTATION)
    long = [s for s in found if len(reading.tree.run(s.start, s.end)) >= _FEWEST]
    return sorted(long, key=lambda s: s.start)


def _paragraph(reading: Reading, span: Span) -> tuple[int, int]:
    """The tokens of the line that a quotation stands in: the first, and the one after the last."""
    text, tree = reading.document.text, reading.tree
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    tokens = tree.run(start, end if end >= 0 else len(text))
    return (tokens[0], tokens[-1] + 1) if tokens else (0, 0)


def _speakers(reading: Reading, span: range) -> Iterator[str]:
    """Those who say something in a stretch, outside quotations."""
    tree, saying = reading.tree, reading.knowledge.voices.saying
    for index in span:
        if not tree.is_verb(index) or tree[index].lemma not in saying:
            continue
        subject = tree.child(index, "nsubj")
        if subject is None or _quotation(reading, index) is not None:
            continue
        if tree.lower(subject) in _NOBODY or not tree[subject].tag.startswith(("NN", "PRP")):
            continue
        name = speaker_name(reading, subject)
        if name.lower() not in _PRONOUNS:
            yield name


def turn_of(reading: Reading, index: int) -> str | None:
    """Who speaks in the line of a token, in a conversation told line by line."""
    turns = reading.once("turns", lambda: tuple(_turns(reading)))
    start = reading.tree[index].start
    return next((t.speaker for t in turns if t.start <= start < t.end), None)


def _turns(reading: Reading) -> Iterator[Turn]:
    """The turns of a conversation; none in any other text."""
    text = reading.document.text
    labels = [m for m in _LABEL.finditer(text)]
    names = [m[1].strip() for m in labels]
    repeated = {n for n in names if names.count(n) >= _FEWEST_TURNS}
    asked = {n for n in repeated if n.split()[0].lower().rstrip(".") in _ASKING}
    if len(repeated) >= _FEWEST_TURNS and asked:
        kept = [(m, n) for m, n in zip(labels, names, strict=True) if n in repeated]
        for place, (match, name) in enumerate(kept):
            end = kept[place + 1][0].start() if place + 1 < len(kept) else _last(text, match.end())
            yield Turn(match.start(), end, None if name in asked else _labelled(reading, name))
        return
    yield from _interview(reading, text)


def _last(text: str, start: int) -> int:
    """The end of the paragraph of a last turn."""
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _labelled(reading: Reading, label: str) -> str | None:
    """Whom a label means: what an acronym is short for, the person of that last name.

    "Spokesperson" is the voice of whoever publishes the text.
    """
    meaning = reading.named.context.definitions.get(label)
    if meaning is not None:
        return reading.named.context.name(meaning.phrase)
    if label.lower() in _ANSWERING:
        return _interviewee(reading, reading.document.text)
    names = dict.fromkeys(m.name for m in reading.mentions(PersonMention))
    last = label.split()[-1].lower()
    return next((n for n in names if n.split()[-1].lower() == last), None)


def _interview(reading: Reading, text: str) -> Iterator[Turn]:
    """The answers below lines that are questions, if the text says who is asked."""
    questions = list(_QUESTION.finditer(text))
    if len(questions) < _FEWEST_TURNS:
        return
    speaker = _interviewee(reading, text[: questions[0].start()])
    if speaker is None:
        return
    for place, match in enumerate(questions):
        last = place + 1 == len(questions)
        end = _last(text, match.end() + 1) if last else questions[place + 1].start()
        yield Turn(match.end(), end, speaker)


def _interviewee(reading: Reading, before: str) -> str | None:
    """The person named last in the lines before the questions, which tell of an interview."""
    told = _ASKED.search(before)
    if told is None:
        return None
    named = [m for m in reading.mentions(PersonMention) if told.start() <= m.start < len(before)]
    return named[0].name if named else None
