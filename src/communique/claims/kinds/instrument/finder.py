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
from communique.claims.kinds.instrument.firmness import firmness
from communique.claims.kinds.instrument.mentions import worth_mentioning
from communique.claims.kinds.instrument.names import Namer
from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.parties import PartyFinder
from communique.claims.kinds.instrument.step import Step
from communique.claims.kinds.instrument.steps import StepFinder
from communique.claims.kinds.instrument.threads import Thread, threads
from communique.claims.reading import Reading
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Evidence, Party, When
from communique.model.terms import InstrumentAction, InstrumentType, Modality
from communique.vocab.claims.instruments import Instruments as Words
from communique.vocab.claims.instruments import load_instruments

_LONGEST = 800


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
        parties = PartyFinder(reading, self.words)
        for thread in documents:
            own = _lasting(reading, [step for step in steps if step.thread is thread])
            if own:
                yield from self._told(reading, own, parties)
            elif worth_mentioning(reading, self.words, thread):
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
        if step.action is InstrumentAction.ADOPTED and not _is_standing(self.words, fullest):
            kind = self.words.launched_as.get(step.thread.fullest.noun, kind)
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


def _is_standing(words: Words, naming: Naming) -> bool:
    """Whether a name tells how sides stand to each other: "a Defence Partnership"."""
    return not naming.distinct.isdisjoint(words.relations)


def _tells(naming: Naming) -> bool:
    return naming.named or len(naming.distinct) > 1 or naming.count is not None


def _lasting(reading: Reading, steps: list[Step]) -> list[Step]:
    """Without carrying out, where more is told of the document.

    What was signed is not told as adopted, too; of what is yet to be signed a deal was reached.
    """
    more = [s for s in steps if s.action is not InstrumentAction.IMPLEMENTED or _apart(reading, s)]
    signed = any(
        s.action is InstrumentAction.SIGNED and firmness(reading, s) is Modality.ASSERTED
        for s in steps
    )
    more = [s for s in more if not _goes_further(reading, s, more)]
    told = {step.action for step in more} - {InstrumentAction.PUBLISHED}
    if told:
        more = [s for s in more if reading.tree.is_verb(s.anchor) or s.action in told]
    if signed:
        more = [s for s in more if s.action is not InstrumentAction.ADOPTED]
    return more or steps


def _goes_further(reading: Reading, step: Step, steps: list[Step]) -> bool:
    """Whether another verb with the same object tells more: "to develop and launch a deal"."""
    tree = reading.tree
    proposed = step.action is InstrumentAction.PROPOSED
    return proposed and any(
        tree[s.anchor].dep == "conj" and tree[s.anchor].head == step.anchor for s in steps
    )


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
    name = reading.words(naming.tokens)
    return name if naming.lead is None else f"{reading.words(naming.lead).removesuffix('s')} {name}"


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
    by_name = step.naming is not None and step.anchor == step.naming.head
    head = step.anchor if by_name else tree.clause_head(step.anchor)
    above = tree[head].head
    infinitives = tree[head].tag == tree[above].tag == "VB" and tree[head].dep == "conj"
    if infinitives and tree.child(above, "dobj") is None:
        # "Agreed to develop and launch": the first verb has what goes before both.
        head = above
    inside = tree.clause(head) if tree.is_verb(head) else tree.extent(head)
    first, last = inside[0], inside[-1]
    if step.naming is not None:
        first, last = min(first, step.naming.tokens[0]), max(last, step.naming.tokens[-1])
    quote = reading.quote(range(first, last + 1))
    if len(quote.exact) > _LONGEST:
        quote = reading.quote(range(max(first, step.anchor - 30), min(last, step.anchor + 60) + 1))
    return quote


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
