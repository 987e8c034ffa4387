"""Cuts a text into words, figures and signs, and gives each its class.

Figures are told apart by shape alone: "1,500" and "1 500" are figures, "2024" may be a year,
"24/7", "10:30", "1.2.3" and "555-20-11" are nothing. Only the ten ASCII digits are read. What has
separators or decimals is exact: no year, no day and no label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.mentions.amounts.lexicon import Sign
from communique.mentions.grammar.lexicon import Lexicon, Value
from communique.mentions.grammar.tokens import TagAt, Token, is_verb

_DASHES = "-‐‑‒–—―"
# Blanks that part thousands; a plain blank does so only between groups of three.
_BLANK = "[ \u00a0\u2009\u202f]"
# After a figure no further digit may follow, nor a letter but that of a glued unit ("37bn").
_END = r"(?!,?[0-9]|\.[0-9])(?:(?!\w)|(?=(?:{glued})(?!\w)))"

# One alternative a shape, longest first. Runs of digits are possessive: what has been read as
# digits is not tried again, so that a text of a million digits takes one pass.
_SHAPES: tuple[tuple[Sign | None, str], ...] = (
    (Sign.BREAK, r"\n[^\S\n]*+\n\s*+"),
    (Sign.OTHER, r"(?:https?://|www\.)\S++"),
    (None, r"(?:{codes})(?=[0-9])"),
    # "R1 billion", "RM2bn", "Rs2,300": glued abbreviations, before what only money looks like; "G7"
    # and "N1" are names.
    (None, r"(?:{letters})(?=[0-9]++(?:[.,][0-9]++)*+[ -]?(?:{scales})(?!\w)"
           r"|[0-9]{{1,3}}(?:,[0-9]{{2,3}})++)"),
    # "F-16", "COVID-19", "C5+1"
    (Sign.NAME, r"[^\W\d_]\w*+(?:[-‐‑+][0-9]\w*+)+"),
    (None, r"[^\W\d_]\w*+"),
    (Sign.OTHER, r"\+[0-9]++(?:[ -][0-9]++)++\w*+"),
    (Sign.OTHER, r"[0-9]++(?:[-‐‑–/.][0-9]++){{2,}}+\w*+"),
    (Sign.MIXED, r"[0-9]{{1,6}}(?:[ -][1-9]/[1-9][0-9]?(?![\w/])|[ -]?[¼½¾⅓⅔])"),
    (Sign.FRACTION, r"[1-9]/[1-9](?![\w/])|[¼½¾⅓⅔]"),
    (Sign.OTHER, r"[0-9]++(?:[:/][0-9]++)++\w*+"),
    (Sign.EXACT, r"[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,6}}+(?:\.[0-9]{{1,9}}+)?{end}"),
    (Sign.EXACT, r"[0-9]{{1,3}}(?:,[0-9]{{2}}(?=,)){{1,5}}+,[0-9]{{3}}(?:\.[0-9]{{1,9}}+)?{end}"),
    (Sign.EXACT, r"(?<![0-9]{blank})[0-9]{{1,3}}(?:{blank}[0-9]{{3}}){{1,6}}+"
                  r"(?:\.[0-9]{{1,9}}+)?(?!{blank}[0-9]){end}"),
    (Sign.EXACT, r"[0-9]{{1,3}}(?:['’][0-9]{{3}}){{1,6}}+{end}"),
    (Sign.EXACT, r"[0-9]{{1,15}}+\.[0-9]{{1,9}}+{end}"),
    (Sign.YEAR, r"(?:19|20)[0-9]{{2}}(?!\w|,?[0-9]|\.[0-9])"),
    (Sign.FIGURE, r"[0-9]{{1,15}}+{end}"),
    (Sign.EXACT, r"(?<![\w.])\.[0-9]{{1,6}}+{end}"),
    (Sign.OTHER, r"[0-9]++(?:[.,'][0-9]++)*+\w*+"),
    (None, r"[{signs}]"),
    (Sign.STOP, r"[.;:!?…]++"),
    (Sign.COMMA, r","),
    (Sign.MINUS_SIGN, r"(?<![\w)\]%])[-−](?=[0-9$€£])"),
    # Two hyphens and a long dash part clauses, unless they stand tight between figures or words.
    (Sign.PAUSE, r"--+|[—―–](?!\S)|(?<=\s)[—―]|_+"),
    (Sign.DASH, f"[{_DASHES}−]"),
    (Sign.SLASH, r"/"),
    (Sign.APOSTROPHE, r"['’‘`ʼ]"),
    (Sign.OPEN, r"[(\[]"),
    (Sign.CLOSE, r"[)\]]"),
    (Sign.PLUS, r"\+"),
    (Sign.PERCENT_SIGN, r"%"),
    (Sign.OTHER, r"[^\s]"),
)  # fmt: skip

# Classes that may be glued to the figure before them.
_GLUED = (
    "SCALE_SHORT", "SCALE_LETTER", "UNIT_SYMBOL", "UNIT_BILLION", "UNIT_MILLION", "CURRENCY_CODE",
    "CURRENCY_SIGN", "PERCENTAGE_POINTS", "PERCENT_SHORT", "SCALE", "TIMES",
)  # fmt: skip
# Multipliers, behind which a glued letter is money.
_SCALES = ("SCALE", "SCALE_SHORT", "SCALE_LETTER")

# How far from a number something may stand that matters for it, in code points.
_BEFORE = 80
_BEHIND = 120
# Within so many a blank is looked for at which to cut.
_SLACK = 60


@dataclass(frozen=True, slots=True)
class Tokeniser:
    """Cuts texts; its signs and glued units are those of a lexicon.

    Attributes:
        pattern: One alternative a shape.
        signs: Class by number of the group, None where the word is looked up.
        words: Class and value of each spelling; those of several words have single blanks.
        phrases: By their first piece what spells more than one word, or has signs in it.
        verbs: Classes that a verb is taken out of.
        number: Finds what may be a number.
    """

    pattern: re.Pattern[str]
    signs: tuple[Sign | None, ...]
    words: Mapping[str, tuple[str, Value]]
    phrases: Mapping[str, re.Pattern[str]]
    verbs: frozenset[str]
    number: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Tokeniser:
        """The tokeniser of a lexicon."""
        by_class: dict[str, list[str]] = {}
        for word, (char, _) in lexicon.words.items():
            by_class.setdefault(char, []).append(word)
        glued = [w for name in _GLUED for w in by_class[lexicon.classes[name]]]
        fitted = {
            "codes": _choice(by_class[lexicon.classes["CURRENCY_CODE"]]),
            "letters": _choice(_lettered(by_class, lexicon)),
            "scales": _choice(w for name in _SCALES for w in by_class[lexicon.classes[name]]),
            "signs": re.escape("".join(sorted(w for w in lexicon.words if _is_sign(w)))),
            "blank": _BLANK,
            "end": _END.format(glued=_choice(glued)),
        }
        pattern = re.compile("|".join(f"({shape.format(**fitted)})" for _, shape in _SHAPES))
        numbers = [w for char in lexicon.triggers for w in by_class.get(char, ())]
        return cls(
            pattern,
            (None, *(sign for sign, _ in _SHAPES)),
            lexicon.words,
            _phrases(lexicon.words, pattern),
            lexicon.verbs,
            re.compile(rf"[0-9¼½¾⅓⅔]++|(?<!\w)(?:{_choice(numbers)})(?!\w)"),
        )

    def cut(self, text: str, tag_at: TagAt | None = None) -> tuple[str, list[Token]]:
        """The classes of the tokens near numbers, one character each, and the tokens.

        Stretches that are left out between them count as a break.
        """
        classes: list[str] = []
        tokens: list[Token] = []
        for start, end in self._stretches(text):
            if tokens:
                classes.append(Sign.BREAK.value)
                tokens.append(Token(start, start, None))
            self._cut(text, start, end, classes, tokens)
        if tag_at is not None:
            for at, char in enumerate(classes):
                if char in self.verbs and is_verb(tag_at(tokens[at].start)):
                    classes[at] = Sign.OTHER.value
        return "".join(classes), tokens

    def _cut(
        self, text: str, start: int, end: int, classes: list[str], tokens: list[Token]
    ) -> None:
        words, signs, phrases = self.words, self.signs, self.phrases
        done = start
        for match in self.pattern.finditer(text, start, end):
            first, last = match.span()
            if first < done:
                continue
            sign = signs[match.lastindex or 0]
            piece = match[0]
            phrase = phrases.get(piece)
            longer = phrase.match(text, first) if phrase is not None else None
            if longer is not None:
                char, value = words[" ".join(longer[0].split())]
                done = last = longer.end()
            elif sign is None:
                char, value = words.get(piece) or (_unknown(piece), None)
            else:
                char, value = sign.value, piece
            classes.append(char)
            tokens.append(Token(first, last, value))

    def _stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches around numbers, cut at blanks."""
        start = end = -1
        for match in self.number.finditer(text):
            if end >= 0 and match.start() - _BEFORE > end:
                yield start, _blank_after(text, end)
                start = -1
            if start < 0:
                start = _blank_before(text, match.start(), end)
            end = match.end() + _BEHIND
        if end >= 0:
            yield start, _blank_after(text, end)


def _blank_before(text: str, at: int, least: int) -> int:
    start = max(at - _BEFORE, least + _SLACK if least >= 0 else 0, 0)
    if start >= at:
        return at
    blank = text.find(" ", start, at) if start else 0
    return max(blank, 0) if blank >= 0 else start


def _blank_after(text: str, at: int) -> int:
    blank = text.find(" ", at, at + _SLACK)
    return blank if blank >= 0 else min(at + _SLACK, len(text))


def _lettered(by_class: Mapping[str, list[str]], lexicon: Lexicon) -> Iterator[str]:
    """The signs of currencies that are letters alone."""
    for name in ("CURRENCY_SIGN", "CURRENCY_LOCAL"):
        for word in by_class[lexicon.classes[name]]:
            if word.isalpha():
                yield word


def _is_sign(word: str) -> bool:
    return len(word) == 1 and not word.isalnum()


def _unknown(word: str) -> str:
    return Sign.NAME.value if word[0].isupper() else Sign.OTHER.value


def _phrases(words: Iterable[str], pattern: re.Pattern[str]) -> dict[str, re.Pattern[str]]:
    """Spellings of several pieces, by their first piece as the pattern cuts it."""
    found: dict[str, list[str]] = {}
    for word in words:
        first = pattern.match(word)
        if first is not None and first.end() < len(word):
            found.setdefault(first[0], []).append(word)
    return {first: re.compile(_choice(longer)) for first, longer in found.items()}


def _choice(words: Iterable[str]) -> str:
    """One of some spellings, the longest that fits, in any blanks."""
    ranked = sorted({*words}, key=lambda word: (-len(word), word))
    return "|".join(_spelled(word) for word in ranked)


def _spelled(word: str) -> str:
    body = r"\s+".join(re.escape(part) for part in word.split())
    # A phrase of words ends with a word.
    return body + (r"(?!\w)" if " " in word and word[-1].isalnum() else "")
