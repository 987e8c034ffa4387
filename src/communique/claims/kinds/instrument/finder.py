"""Finds instruments: one claim for each step of each document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.attribution import attributed_to
from communique.claims.kinds.instrument.names import Namer, Naming
from communique.claims.kinds.instrument.parties import PartyFinder
from communique.claims.kinds.instrument.steps import Step, StepFinder
from communique.claims.kinds.instrument.threads import Thread, threads
from communique.claims.modality import modality
from communique.claims.place import place_of
from communique.claims.reading import Reading
from communique.claims.slots.instrument import Instrument
from communique.claims.when import as_when, when_of
from communique.model.claim import Evidence, When
from communique.model.terms import InstrumentAction, InstrumentType, Modality
from communique.vocab.claims.instruments import Instruments as Words
from communique.vocab.claims.instruments import load_instruments

_LONGEST = 800
# What must be done is yet to come.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_DUTY = frozenset({"must", "should", "shall", "ought"})


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
            own = _lasting([step for step in steps if step.thread is thread])
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
        return Instrument(
            evidence=(_evidence(reading, step),),
            type=kind,
            name=_name(reading, fullest),
            action=step.action,
            parties=parties,
            count=fullest.count,
            place=place_of(reading, step.anchor),
            when=_when(reading, step),
            attributed_to=attributed_to(reading, step.anchor),
            modality=_modality(reading, step),
        )


def _tells(naming: Naming) -> bool:
    return naming.named or len(naming.distinct) > 1 or naming.count is not None


def _when(reading: Reading, step: Step) -> When | None:
    """When the step was; of a step told by the way, only what hangs on its noun."""
    tree = reading.tree
    if step.naming is None and not tree.is_verb(step.anchor):
        below = list(tree.below(step.anchor))
        time = next((reading.times[i] for i in below if i in reading.times), None)
        return as_when(time) if time is not None and time.first is not None else None
    return when_of(reading, step.anchor)


def _prospective(reading: Reading, step: Step) -> bool:
    """Whether an item of a list tells what is going to be: "- Developing a roadmap for …"."""
    tree, verb = reading.tree, step.anchor
    if step.action is InstrumentAction.PROPOSED and tree[verb].tag in {"VB", "VBG"}:
        return True
    top = [verb, *tree.ancestors(verb)][-1]
    return tree[top].tag == "VBG" and not tree.children(top, "nsubj", "aux")


def _modality(reading: Reading, step: Step) -> Modality:
    """How sure a step is: what must still be done is planned; a state is as it is."""
    tree = reading.tree
    if not tree.is_verb(step.anchor) and tree.lower(step.anchor) in {"force", "effect"}:
        return Modality.ASSERTED
    if step.action is not InstrumentAction.MENTIONED and step.anchor == (
        step.naming.head if step.naming is not None else None
    ):
        return Modality.ASSERTED
    if not tree.is_verb(step.anchor) and tree[step.anchor].dep not in _ARGUMENTS:
        return Modality.ASSERTED
    found = modality(reading, step.anchor)
    verb = tree.clause_head(step.anchor)
    if found is Modality.ASSERTED and _prospective(reading, step):
        return Modality.PLANNED
    if found is Modality.POSSIBLE and _DUTY & set(tree.auxiliaries(verb)):
        return Modality.PLANNED
    return found


def _lasting(steps: list[Step]) -> list[Step]:
    """Without carrying out, where more is told of the document."""
    more = [s for s in steps if s.action is not InstrumentAction.IMPLEMENTED]
    signed = {s.anchor for s in steps if s.action is InstrumentAction.SIGNED}
    if signed:
        more = [s for s in more if s.action is not InstrumentAction.ADOPTED]
    return more or steps


def _name(reading: Reading, naming: Naming) -> str | None:
    """The name as written; None for a bare plural or counted noun."""
    if naming.plural and not naming.distinct and len(naming.tokens) == 1:
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
    return naming.named and bool(naming.distinct) and not reading.in_heading(naming.head)


def _mention(reading: Reading, thread: Thread, parties: tuple[Party, ...]) -> Instrument:
    naming = thread.fullest
    places = [n.tokens for n in thread.namings if not n.bare]
    return Instrument(
        evidence=tuple(dict.fromkeys(reading.quote(tokens) for tokens in places)),
        type=thread.type or InstrumentType.AGREEMENT,
        name=_name(reading, naming),
        action=InstrumentAction.MENTIONED,
        parties=parties,
        attributed_to=attributed_to(reading, naming.head),
    )
