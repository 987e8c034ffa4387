"""What the files below `data/times` may say, and their loader.

Words are sorted into classes; rules are patterns over classes. The grammar that runs them is in
`communique.mentions.times`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import Field, model_validator

from communique.errors import BadVocabulary
from communique.vocab.loader import read_folder, read_yaml
from communique.vocab.schema import Entry


class WordClass(Entry):
    """Words that the rules treat alike.

    Attributes:
        name: Upper-case name, as used in patterns.
        comment: What the class is for.
        case: "any": lower case, capitalised and in capitals; "capital": not in lower case;
            "exact": only as written.
        trigger: Whether a word of the class can make a time expression; a run of words without
            a trigger is not looked at.
        inert: Whether no rule reads the class; it only says something of its surroundings.
        verb: Whether part-of-speech evidence for a verb takes the word out of the class.
        words: Word to value; the value is what the readings compute with.
    """

    name: str = Field(pattern=r"^[A-Z][A-Z_]*$")
    comment: str
    case: Literal["any", "capital", "exact"] = "any"
    trigger: bool = False
    inert: bool = False
    verb: bool = False
    words: dict[str, int | str | None]


class Macro(Entry):
    """A name for a piece of a pattern.

    Attributes:
        name: Upper-case name, as used in patterns.
        comment: What it stands for.
        pattern: The piece.
    """

    name: str = Field(pattern=r"^[A-Z][A-Z_]*$")
    comment: str
    pattern: str


class Example(Entry):
    """A text that a rule must read.

    Attributes:
        text: The text.
        published: Publication date.
        quote: The words of the expression, which occur once in the text.
        type: TIMEX3 type.
        value: TIMEX3 value.
        first: First day covered, where it is known.
        last: Last day covered, where it is known.
    """

    text: str
    published: date
    quote: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    first: date | None = None
    last: date | None = None


class Rule(Entry):
    """One sort of time expression.

    Attributes:
        id: Name of the rule, unique.
        comment: What it reads, and why it is as it is.
        pattern: Classes and macros with `name:` before what the reading needs, `?` after what may
            be missing, `( | )` for a choice and `{m,n}` for a bounded repetition.
        after: Classes one of which must stand directly before.
        not_after: Classes none of which may stand directly before.
        before: Classes one of which must follow directly.
        not_before: Classes none of which may follow directly.
        reading: The function that computes type and value.
        options: Constants for that function.
        examples: Texts that it reads.
        near_misses: Texts in which it finds nothing, and no other rule either.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    comment: str
    pattern: str
    after: tuple[str, ...] = Field(default=(), strict=False)
    not_after: tuple[str, ...] = Field(default=(), strict=False)
    before: tuple[str, ...] = Field(default=(), strict=False)
    not_before: tuple[str, ...] = Field(default=(), strict=False)
    reading: str = Field(pattern=r"^[a-z_]+$")
    options: dict[str, str] = Field(default={})
    examples: tuple[Example, ...] = Field(default=(), strict=False)
    near_misses: tuple[str, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _is_shown(self) -> Rule:
        if not self.examples and not self.near_misses:
            raise ValueError(f"rule {self.id} has no example")
        return self


@dataclass(frozen=True, slots=True)
class TimeVocabulary:
    """All that the time grammar knows, as read.

    Attributes:
        classes: From `words/*.yaml`.
        macros: From `macros.yaml`.
        rules: From `rules/*.yaml`, in the order of the files; where two rules read equally many
            words the earlier one counts.
    """

    classes: tuple[WordClass, ...]
    macros: tuple[Macro, ...]
    rules: tuple[Rule, ...]


def load_times() -> TimeVocabulary:
    """Read the time vocabulary.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema, or a rule's name is used twice.
    """
    return read_times(files("communique.vocab") / "data" / "times")


def read_times(folder: Traversable) -> TimeVocabulary:
    """The time vocabulary in one folder.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema, or a rule's name is used twice.
    """
    vocabulary = TimeVocabulary(
        classes=read_folder(folder / "words", WordClass),
        macros=read_yaml(folder / "macros.yaml", tuple[Macro, ...]),
        rules=read_folder(folder / "rules", Rule),
    )
    _refuse_twice([rule.id for rule in vocabulary.rules], "rule")
    names = [entry.name for entry in vocabulary.classes]
    _refuse_twice(names + [macro.name for macro in vocabulary.macros], "class")
    return vocabulary


def _refuse_twice(names: list[str], what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BadVocabulary(f"{what} {name}", "is defined twice", "rename one of the two")
        seen.add(name)
