"""One match of a rule in a text, as a reading sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.mentions.grammar.lexicon import Lexicon, Value
from communique.mentions.grammar.patterns import Hit
from communique.mentions.grammar.tokens import Token


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a rule in a text.

    Attributes:
        hit: The match; its token numbers count from `base`.
        base: Number of the token at which the run of classes begins.
        classes: Classes of all tokens of the text.
        tokens: All tokens of the text.
        text: The text.
        lexicon: The characters of the classes.
    """

    hit: Hit
    base: int
    classes: str
    tokens: Sequence[Token]
    text: str
    lexicon: Lexicon

    def __contains__(self, name: str) -> bool:
        return any(part == name for part, _, _ in self.hit.parts)

    def range_of(self, name: str) -> tuple[int, int]:
        """Token numbers of a named part; an empty range where it did not match."""
        for part, first, last in self.hit.parts:
            if part == name:
                return self.base + first, self.base + last
        return 0, 0

    def value(self, name: str) -> Value:
        """Value of the first word of a part that has one."""
        first, last = self.range_of(name)
        values = (self.tokens[at].value for at in range(first, last))
        return next((value for value in values if value is not None), None)

    def string(self, name: str) -> str:
        """The same as a string, empty where there is none."""
        value = self.value(name)
        return "" if value is None else str(value)

    def holds(self, name: str, class_name: str) -> bool:
        """Whether a part has a word of a class."""
        first, last = self.range_of(name)
        return self.lexicon.classes[class_name] in self.classes[first:last]

    def holds_class(self, class_name: str) -> bool:
        """Whether the match has a word of a class."""
        first, last = self.base + self.hit.start, self.base + self.hit.end
        return self.lexicon.classes[class_name] in self.classes[first:last]

    def option(self, name: str) -> str | None:
        """A constant of the rule."""
        return self.hit.rule.options.get(name)

    def next_is(self, *class_names: str) -> bool:
        """Whether the token after the match is of one of the classes."""
        at = self.base + self.hit.end
        return at < len(self.classes) and self.classes[at] in {
            self.lexicon.classes[name] for name in class_names
        }

    def before_is(self, *class_names: str) -> bool:
        """Whether the token before the match is of one of the classes."""
        at = self.base + self.hit.start - 1
        return at >= 0 and self.classes[at] in {self.lexicon.classes[name] for name in class_names}
