"""Finds instruments: one claim for each step of each document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.kinds.instrument.circumstances import (
    place_of_step,
    points_behind,
    points_of,
    speaker,
    when_of_step,
    year_of_name,
)
from communique.claims.kinds.instrument.documents import FINITE
from communique.claims.kinds.instrument.firmness import firmness
from communique.claims.kinds.instrument.names import Namer
from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.parties import PartyFinder
from communique.claims.kinds.instrument.steps import Step, StepFinder
from communique.claims.kinds.instrument.threads import Thread, threads
from communique.claims.reading import Reading
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Evidence, Party, When
from communique.model.mention import PartyMention
from communique.model.terms import InstrumentAction, InstrumentType, Modality
from communique.vocab.claims.instruments import Instruments as Words
from communique.vocab.claims.instruments import load_instruments

_LONGEST = 800
# "Their Comprehensive Strategic Partnership" is how two states stand, not what they wrote.
_RELATION = frozenset(
    {"comprehensive", "strategic", "enhanced", "global", "special", "privileged", "major", "joint"}
    | {
        "bilateral",
        "trilateral",
        "equal",
        "cooperative",
        "public",
        "private",
        "-",
        "defense",
        "defence",
        "economic",
    }
)
# A sum beside a programme is paid out of it.
_MONEY = frozenset({"$", "€", "£", "¥", "million", "billion", "eur", "usd"})


@dataclass(frozen=True, slots=True)
class Instruments:
    """Finds instruments.

    Attributes:
        words: The vocabulary.
    """

    words: Words

    @classmethod
    def load(cls) -> Instruments:
        """Read the vocabulary.

        Raises:
            BadVocabulary: It breaks its schema.
        """
        return cls(load_instruments())

    def find(self, reading: Reading) -> Iterator[Instrument]:
        """The steps of all documents named, and the documents that are only named."""
        documents = threads(reading.tree, Namer(reading, self.words).namings(), self.words.versions)
        steps = list(StepFinder(reading, self.words, documents).steps())
        parties = PartyFinder(reading)
        for thread in documents:
            own = _lasting(reading, [step for step in steps if step.thread is thread])
            if own:
                yield from self._told(reading, own, parties)
            elif _worth_mentioning(reading, thread):
                yield _mention(reading, thread, parties.of(thread, (), None))

    def _told(
        self, reading: Reading, steps: list[Step], parties: PartyFinder
    ) -> Iterator[Instrument]:
        """One claim for each step; a step told twice is one."""
        claims: list[Instrument] = []
        for step in steps:
            claim = self._claim(reading, step, parties.of(step.thread, steps, step))
            twin = next((n for n, c in enumerate(claims) if _same_step(c, claim)), None)
            if twin is None:
                claims.append(claim)
            else:
                claims[twin] = _joined(claims[twin], claim)
        yield from claims

    def _claim(self, reading: Reading, step: Step, parties: tuple[Party, ...]) -> Instrument:
        naming = step.naming if step.naming is not None and not step.naming.bare else None
        fullest = naming if naming is not None and _tells(naming) else step.thread.fullest
        kind = step.thread.type or InstrumentType.AGREEMENT
        if step.action in {InstrumentAction.SIGNED, InstrumentAction.INITIALLED}:
            kind = self.words.signed_as.get(step.thread.fullest.noun, kind)
        when, modality = when_of_step(reading, step), firmness(reading, step)
        if modality is Modality.ASSERTED and _lies_ahead(reading, when):
            modality = Modality.PLANNED
        return Instrument(
            evidence=(_with_points(reading, _evidence(reading, step), fullest),),
            type=kind,
            name=_name(reading, fullest),
            action=step.action,
            parties=parties,
            count=fullest.count,
            points=points_of(reading, fullest),
            place=place_of_step(reading, step),
            when=when,
            attributed_to=speaker(reading, step, parties),
            modality=modality,
        )


def _with_points(reading: Reading, evidence: Evidence, naming: Naming) -> Evidence:
    """A quote with the points that a verb behind it tells."""
    index = points_behind(reading, naming)
    if index is None:
        return evidence
    end = reading.quote(range(index, index + 1)).end
    if not evidence.start < end <= evidence.start + _LONGEST or end <= evidence.end:
        return evidence
    return Evidence.of(reading.document.text, evidence.start, end)


def _tells(naming: Naming) -> bool:
    return naming.named or len(naming.distinct) > 1 or naming.count is not None


def _lasting(reading: Reading, steps: list[Step]) -> list[Step]:
    """Without carrying out, where more is told of the document."""
    more = [s for s in steps if s.action is not InstrumentAction.IMPLEMENTED or _apart(reading, s)]
    signed = {s.anchor for s in steps if s.action is InstrumentAction.SIGNED}
    if signed:
        more = [s for s in more if s.action is not InstrumentAction.ADOPTED]
    return more or steps


def _lies_ahead(reading: Reading, when: When | None) -> bool:
    """Whether a day is still to come: "the treaty expires in 2030"."""
    published = reading.document.published
    if when is None or when.first is None or published is None:
        return False
    return when.first > published


def _apart(reading: Reading, step: Step) -> bool:
    """Whether carrying out is told by a verb of its own: not "to negotiate and implement"."""
    tree = reading.tree
    return tree.is_verb(step.anchor) and tree[step.anchor].dep != "conj"


def _name(reading: Reading, naming: Naming) -> str | None:
    """The name as written; None for a bare plural or counted noun."""
    if naming.type is None or (naming.plural and not naming.distinct and len(naming.tokens) == 1):
        return None
    return reading.words(naming.tokens)


def _same_step(one: Instrument, other: Instrument) -> bool:
    if (one.action, one.modality) != (other.action, other.modality):
        return False
    return one.when is None or other.when is None or one.when == other.when


def _joined(one: Instrument, other: Instrument) -> Instrument:
    return replace(
        one,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        when=one.when or other.when,
        place=one.place or other.place,
    )


def _evidence(reading: Reading, step: Step) -> Evidence:
    """The clause that tells the step, with the naming it is told of."""
    tree = reading.tree
    head = tree.clause_head(step.anchor)
    inside = tree.clause(head) if tree.is_verb(head) else tree.extent(head)
    first, last = inside[0], inside[-1]
    if step.naming is not None:
        first, last = min(first, step.naming.tokens[0]), max(last, step.naming.tokens[-1])
    quote = reading.quote(range(first, last + 1))
    if len(quote.exact) > _LONGEST:
        quote = reading.quote(range(max(first, step.anchor - 30), min(last, step.anchor + 60) + 1))
    return quote


def _worth_mentioning(reading: Reading, thread: Thread) -> bool:
    """Whether a document that no step is told of has a name of its own in the body."""
    naming = thread.fullest
    capital = reading.tree[naming.head].text[:1].isupper() or naming.acronym is not None
    if not naming.named or not naming.distinct or not (capital or not naming.noun):
        return False
    if _shouted(reading, naming) or _is_relation(reading, naming):
        return False
    if all(_is_label(reading, n) for n in thread.namings):
        return False
    if thread.type is not InstrumentType.PROGRAMME:
        return True
    money = any(_tells_of_money(reading, n.head) for n in thread.namings)
    return not money and any(_reaches_abroad(reading, n) for n in thread.namings)


def _shouted(reading: Reading, naming: Naming) -> bool:
    """Whether several words are all in capitals, as in a heading: "A HISTORIC AGREEMENT"."""
    words = [reading.tree[i].text for i in naming.tokens]
    return sum(w.isalpha() and len(w) > 1 for w in words) > 1 and "".join(words).isupper()


def _is_relation(reading: Reading, naming: Naming) -> bool:
    """Whether a partnership is how two sides stand: "the Fiji-Tonga Strategic Partnership"."""
    tree = reading.tree
    sides = {tree.lower(i) for i in naming.tokens if i in reading.parties} | {"-", "–", "/"}
    return naming.noun == "partnership" and naming.distinct - sides <= _RELATION


def _is_label(reading: Reading, naming: Naming) -> bool:
    """Whether a name only heads its paragraph: "Clear Rivers Initiative: The ministers …"."""
    tree = reading.tree
    told = any(
        tree[i].tag in FINITE for i in range(tree.sentence(naming.head).first, naming.tokens[0])
    )
    return not told and tree.lower(naming.tokens[-1] + 1) == ":"


def _reaches_abroad(reading: Reading, naming: Naming) -> bool:
    """Whether a programme is told of between states, not as one state's own affair."""
    home = reading.named.context.home
    if home is None or len(reading.referents.authors) > 1:
        return True
    title = reading.document.title or ""
    sentence = reading.tree.sentence(naming.head)
    abroad = {m.name for m in reading.mentions(PartyMention) if m.code != home}
    near = {reading.parties[i].name for i in range(*sentence) if i in reading.parties}
    titled = any(m.text in title for m in reading.mentions(PartyMention) if m.code != home)
    return titled or not near.isdisjoint(abroad)


def _tells_of_money(reading: Reading, index: int) -> bool:
    """Whether a sentence pays something out of a programme: that is a commitment."""
    tree = reading.tree
    return any(tree.lower(i) in _MONEY for i in range(*tree.sentence(index)))


def _mention(reading: Reading, thread: Thread, parties: tuple[Party, ...]) -> Instrument:
    naming = thread.fullest
    places = [n.tokens for n in thread.namings if not n.bare]
    return Instrument(
        evidence=tuple(dict.fromkeys(reading.quote(tokens) for tokens in places)),
        type=thread.type or InstrumentType.AGREEMENT,
        name=_name(reading, naming),
        action=InstrumentAction.MENTIONED,
        parties=parties,
        when=year_of_name(reading, naming),
    )
