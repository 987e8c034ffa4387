"""What the files below `data/amounts` may say, and their loader.

The grammar that runs them is in `communique.mentions.amounts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import Field, model_validator

from communique.errors import BadVocabulary
from communique.vocab.grammar import Macro, Rule, WordClass, refuse_twice
from communique.vocab.loader import read_folder, read_yaml
from communique.vocab.schema import Entry


class Currency(Entry):
    """A currency.

    Attributes:
        code: ISO 4217 code; withdrawn currencies have their old one.
        name: English name.
        nouns: The noun that is counted, singular first ("dollar", "dollars").
        adjectives: Words before the noun ("Canadian"), and names of the country.
        signs: Signs and abbreviations beside a figure ("C$"); one that several currencies share is
            settled like a noun ("Rs").
        local: Abbreviations before a figure that are read only where the text names the country,
            since they mean much else or other currencies too ("R", "KD").
        default: Whether the bare noun means this one of those that share it.
        strong: Whether it does so also in a text about the country of another one.
        code_is_word: Whether the code is also a word ("ALL", "TRY").
    """

    code: str = Field(pattern=r"^[A-Z]{3}$")
    name: str
    nouns: tuple[str, ...] = Field(strict=False, min_length=1)
    adjectives: tuple[str, ...] = Field(default=(), strict=False)
    signs: tuple[str, ...] = Field(default=(), strict=False)
    local: tuple[str, ...] = Field(default=(), strict=False)
    default: bool = False
    strong: bool = False
    code_is_word: bool = False


class MinorUnit(Entry):
    """The part that a currency is divided into.

    Attributes:
        nouns: The noun, singular first ("cent", "cents").
        signs: Signs behind a figure.
        parts: How many make one of the currency.
        of: Codes of the currencies that have it; the first is meant where nothing else tells.
    """

    nouns: tuple[str, ...] = Field(strict=False, min_length=1)
    signs: tuple[str, ...] = Field(default=(), strict=False)
    parts: int
    of: tuple[str, ...] = Field(strict=False, min_length=1)


class SharedClass(Entry):
    """A class made of the words of other classes.

    Attributes:
        name: Its name.
        comment: What it is for.
        of: Names of the classes of the time vocabulary that it takes its words from.
    """

    name: str = Field(pattern=r"^[A-Z][A-Z_]*$")
    comment: str
    of: tuple[str, ...] = Field(strict=False)


class AmountExample(Entry):
    """A text that a rule must read.

    Attributes:
        text: The text.
        quote: The words of the amount; its first occurrence in the text counts.
        kind: What it is; "number" for a bare number, which counts what the sentence tells.
        value: The number; of a range the lower end.
        high: The upper end of a range.
        unit: Currency code or unit; None for a percentage or a bare number.
        bound: How the number is hedged.
    """

    text: str
    quote: str
    kind: Literal["money", "percent", "quantity", "number"]
    value: int | float
    high: int | float | None = None
    unit: str | None = None
    bound: Literal["about", "at_least", "at_most", "more_than", "less_than"] | None = None


class AmountRule(Rule):
    """One way to write an amount.

    Attributes:
        examples: Texts that it reads.
    """

    examples: tuple[AmountExample, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _is_shown(self) -> AmountRule:
        if not self.examples and not self.near_misses:
            raise ValueError(f"rule {self.id} has no example")
        return self


@dataclass(frozen=True, slots=True)
class AmountVocabulary:
    """All that the grammar of amounts knows, as read.

    Attributes:
        classes: From `words/*.yaml`, and from the time vocabulary what both need.
        macros: From `macros.yaml`.
        rules: From `rules/*.yaml`, in the order of the files; where two rules read equally many
            words the earlier one counts.
        currencies: From `currencies.yaml`.
        minor_units: From `minor_units.yaml`.
    """

    classes: tuple[WordClass, ...]
    macros: tuple[Macro, ...]
    rules: tuple[AmountRule, ...]
    currencies: tuple[Currency, ...]
    minor_units: tuple[MinorUnit, ...]


def load_amounts() -> AmountVocabulary:
    """Read the vocabulary of amounts.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema, or a name is used twice.
    """
    data = files("communique.vocab") / "data"
    return read_amounts(data / "amounts", read_folder(data / "times" / "words", WordClass))


def read_amounts(folder: Traversable, times: Sequence[WordClass]) -> AmountVocabulary:
    """The vocabulary of amounts in one folder.

    Args:
        folder: The folder.
        times: The classes of the time vocabulary, from which `shared.yaml` takes words.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema, or a name is used twice.
    """
    shared = read_yaml(folder / "shared.yaml", tuple[SharedClass, ...])
    own = read_folder(folder / "words", WordClass)
    vocabulary = AmountVocabulary(
        classes=own + tuple(_joined(entry, times) for entry in shared),
        macros=read_yaml(folder / "macros.yaml", tuple[Macro, ...]),
        rules=read_folder(folder / "rules", AmountRule),
        currencies=read_yaml(folder / "currencies.yaml", tuple[Currency, ...]),
        minor_units=read_yaml(folder / "minor_units.yaml", tuple[MinorUnit, ...]),
    )
    refuse_twice([rule.id for rule in vocabulary.rules], "rule")
    names = [entry.name for entry in vocabulary.classes]
    refuse_twice(names + [macro.name for macro in vocabulary.macros], "class")
    refuse_twice([currency.code for currency in vocabulary.currencies], "currency")
    return vocabulary


def _joined(entry: SharedClass, times: Sequence[WordClass]) -> WordClass:
    """A class with the words of the named ones."""
    chosen = {other.name: other for other in times if other.name in entry.of}
    missing = next((name for name in entry.of if name not in chosen), None)
    if missing:
        raise BadVocabulary(
            f"class {entry.name}", f"there is no class {missing} of times", "mend its name"
        )
    words = {word: value for other in chosen.values() for word, value in other.words.items()}
    capital = all(other.case == "capital" for other in chosen.values())
    return WordClass(
        name=entry.name,
        comment=entry.comment,
        case="capital" if capital else "any",
        words=words,
    )
