"""What the files of a grammar may say: words by class, names for pieces of patterns, rules.

Words are sorted into classes; rules are patterns over classes. The engine that runs them is in
`communique.mentions.grammar`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from communique.errors import BadVocabulary
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


class Rule(Entry):
    """One sort of expression; what its examples say is declared by each grammar.

    Attributes:
        id: Name of the rule, unique.
        comment: What it reads, and why it is as it is.
        pattern: Classes and macros with `name:` before what the reading needs, `?` after what may
            be missing, `( | )` for a choice and `{m,n}` for a bounded repetition.
        after: Classes one of which must stand directly before.
        not_after: Classes none of which may stand directly before.
        before: Classes one of which must follow directly.
        not_before: Classes none of which may follow directly.
        reading: The function that computes what the expression means.
        options: Constants for that function.
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
    near_misses: tuple[str, ...] = Field(default=(), strict=False)


def refuse_twice(names: Iterable[str], what: str) -> None:
    """Refuse a name that is defined twice.

    Raises:
        BadVocabulary: It is.
    """
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BadVocabulary(f"{what} {name}", "is defined twice", "rename one of the two")
        seen.add(name)
