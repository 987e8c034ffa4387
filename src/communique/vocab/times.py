"""What the files below `data/times` may say, and their loader.

The grammar that runs them is in `communique.mentions.times`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import Field, model_validator

from communique.vocab.grammar import Macro, Rule, WordClass, refuse_twice
from communique.vocab.loader import read_folder, read_yaml
from communique.vocab.schema import Entry


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


class TimeRule(Rule):
    """One sort of time expression.

    Attributes:
        examples: Texts that it reads.
    """

    examples: tuple[Example, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _is_shown(self) -> TimeRule:
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
    rules: tuple[TimeRule, ...]


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
        rules=read_folder(folder / "rules", TimeRule),
    )
    refuse_twice([rule.id for rule in vocabulary.rules], "rule")
    names = [entry.name for entry in vocabulary.classes]
    refuse_twice(names + [macro.name for macro in vocabulary.macros], "class")
    return vocabulary
