"""How events are told: the files below `data/claims/events`, their schema and loader.

An act is a verb or a noun with the places where its parties stand. What the places mean is told at
the head of `data/claims/events/consult.yaml`; the grammar that reads them is
`communique.claims.kinds.event`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from communique.model.terms import EventMode, EventStatus, EventType
from communique.vocab.loader import read_yaml

#: Where the parties of an act stand. A preposition is written as itself.
Place = Literal[
    "subject", "object", "inside", "within", "clause", "doer", "authors", "poss", "modifier",
    "head", "about", "after", "against", "among", "as", "at", "before", "behind", "between", "by",
    "for", "from", "in", "into", "near", "of", "on", "onto", "over", "to", "toward", "towards",
    "upon", "with", "alongside", "across", "under", "around", "along", "off", "through",
]  # fmt: skip
PREPOSITIONS = frozenset(get_args(Place)[get_args(Place).index("about") :])

#: What must be filled for an act to be an event.
Need = Literal["source", "target", "host", "sides", "pair", "joint", "either", "dated"]


class _Entry(BaseModel):
    """Base of the entries: unknown keys are errors, nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Act(_Entry):
    """One way of telling an event.

    Attributes:
        type: Its type.
        mode: The form it takes, None where the words do not tell.
        verbs: Verbs in their dictionary form, with a particle where it has one ("break off").
        nouns: Nouns in their dictionary form, for the act itself ("visit") or its result.
        objects: Name of a class of nouns one of which the verb must have as its object, or the
            noun after "of".
        through: Prepositions under which a noun of `objects` may stand instead.
        source: Places of who starts it.
        target: Places of whom it is done to.
        participant: Places of those who take part as equals.
        host: Places of who is visited or gives the gathering.
        needs: What must be filled; "sides" are two different actors, or one where the act is dated.
        given: Places of which one must be filled.
        never: Prepositions that make the noun another one: "a call on Moscow".
        people: Roles that only a person fills.
        bodies: Roles that only a party without a person fills.
        unions: Roles that only a party which is no state fills.
        plain: Whether no clause, infinitive or purpose may follow the verb: "called on the king".
        bare: Whether the verb has no object: "negotiated with", not "negotiated a treaty with".
        finite: Whether the verb must have a subject and tense of its own.
        told: Where the event must stand, if not anywhere: only planned, only ongoing.
        light: Whether the noun counts only under a verb such as "hold" or "pay".
        generic: Whether it merely goes on telling a meeting told elsewhere ("discussed").
        clause: Whether a clause or an infinitive must follow the verb.
        aim: Whether an infinitive must follow the verb: "told them to go", not "told them that".
        denied: Whether the verb tells the act only where it is negated: "will not tolerate".
        back: Whether the target, where nothing here tells it, is the other party told last before.
        unless: Class of verbs that the infinitive must not be of ("agreed to continue").
        deeds: Class of verbs that the clause or infinitive must be of ("said X had violated").
        cues: Class of words one of which must stand in the sentence.
        complement: Class of words one of which must say what the verb calls its object.
        without: Classes of nouns that the object must not be of.
        status: What the words themselves say of it.
        example: A sentence that tells it.
    """

    type: EventType
    mode: EventMode | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: str | None = None
    through: tuple[Place, ...] = ()
    source: tuple[Place, ...] = ()
    target: tuple[Place, ...] = ()
    participant: tuple[Place, ...] = ()
    host: tuple[Place, ...] = ()
    needs: tuple[Need, ...]
    given: tuple[Place, ...] = ()
    never: tuple[Place, ...] = ()
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    unions: tuple[str, ...] = ()
    plain: bool = False
    bare: bool = False
    finite: bool = False
    told: tuple[EventStatus, ...] = ()
    light: bool = False
    generic: bool = False
    clause: bool = False
    aim: bool = False
    denied: bool = False
    back: bool = False
    unless: str | None = None
    deeds: str | None = None
    cues: str | None = None
    complement: str | None = None
    without: tuple[str, ...] = ()
    status: EventStatus | None = None
    example: str

    @model_validator(mode="after")
    def _complete(self) -> Act:
        if bool(self.verbs) == bool(self.nouns):
            raise ValueError("an act has either verbs or nouns")
        return self


class EventWords(_Entry):
    """Words that the grammar needs beside the acts; `words.yaml` tells what each list is for."""

    classes: dict[str, frozenset[str]]
    doing: frozenset[str]
    giving: frozenset[str]
    attending: frozenset[str]
    happening: frozenset[str]
    cancelling: frozenset[str]
    looking_ahead: frozenset[str]
    serving: frozenset[str]
    populace: frozenset[str]
    inviting: frozenset[str]
    ahead: frozenset[str]
    past: frozenset[str]
    taking_up: frozenset[str]
    going: frozenset[str]
    implying: frozenset[str]
    company: frozenset[str]
    companions: frozenset[str]
    occasions: frozenset[str]
    beside: frozenset[str]
    agreeing: frozenset[str]
    no_gatherings: frozenset[str]
    ordinals: dict[str, int]


@dataclass(frozen=True, slots=True)
class EventGrammar:
    """All acts, found by their word, and the words of the grammar.

    Attributes:
        verbs: Acts by the first word of their verbs.
        nouns: Acts by their nouns.
        words: The other words.
    """

    verbs: dict[str, tuple[tuple[str, Act], ...]]
    nouns: dict[str, tuple[Act, ...]]
    words: EventWords

    @classmethod
    def of(cls, acts: tuple[Act, ...], words: EventWords) -> EventGrammar:
        """Sort acts by their words."""
        verbs: dict[str, list[tuple[str, Act]]] = {}
        nouns: dict[str, list[Act]] = {}
        for act in acts:
            for verb in act.verbs:
                lemma, _, particle = verb.partition(" ")
                verbs.setdefault(lemma, []).append((particle, act))
            for noun in act.nouns:
                nouns.setdefault(noun, []).append(act)
        return cls(
            {lemma: tuple(found) for lemma, found in verbs.items()},
            {noun: tuple(found) for noun, found in nouns.items()},
            words,
        )


#: Files of acts, by the types of PLOVER.
ACT_FILES = ("consult", "verbal", "cooperative", "measures", "force")


def load_acts() -> tuple[Act, ...]:
    """Read the files of acts.

    Raises:
        BadVocabulary: One breaks its schema.
    """
    folder = files("communique.vocab") / "data/claims/events"
    return tuple(
        act for name in ACT_FILES for act in read_yaml(folder / f"{name}.yaml", tuple[Act, ...])
    )


def load_remarks() -> tuple[Act, ...]:
    """Read the acts that are no claims.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    folder = files("communique.vocab") / "data/claims/events"
    return read_yaml(folder / "remarks.yaml", tuple[Act, ...])


def load_grammar_of(acts: tuple[Act, ...]) -> EventGrammar:
    """Sort acts by their words and read the other words.

    Raises:
        BadVocabulary: The file of words breaks its schema.
    """
    folder = files("communique.vocab") / "data/claims/events"
    return EventGrammar.of(acts, read_yaml(folder / "words.yaml", EventWords))


def load_event_grammar() -> EventGrammar:
    """Read all files on events that are claims.

    Raises:
        BadVocabulary: One breaks its schema.
    """
    return load_grammar_of(load_acts())
