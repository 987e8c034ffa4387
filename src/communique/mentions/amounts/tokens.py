"""Cuts a text into words, figures and signs, and gives each its class.

Figures are told apart by shape alone: "1,500" and "1 500" are figures, "2024" may be a year,
"24/7", "10:30", "1.2.3" and "555-20-11" are nothing. Only the ten ASCII digits are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from communique.mentions.amounts.lexicon import Sign
from communique.mentions.grammar.lexicon import Lexicon, Value
from communique.mentions.grammar.tokens import Token

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
    (None, r"{phrases}"),
    (None, r"(?:{codes})(?=[0-9])"),
    # "F-16", "COVID-19", "Su-35s"
    (Sign.NAME, r"[^\W\d_]\w*+(?:[-‐‑][0-9]\w*+)+"),
    (None, r"[^\W\d_]\w*+"),
    (Sign.OTHER, r"\+[0-9]++(?:[ -][0-9]++)++\w*+"),
    (Sign.OTHER, r"[0-9]++(?:[-‐‑–/.][0-9]++){{2,}}+\w*+"),
    (Sign.MIXED, r"[0-9]{{1,6}}(?:[ -][1-9]/[1-9][0-9]?(?![\w/])|[ -]?[¼½¾⅓⅔])"),
    (Sign.FRACTION, r"[1-9]/[1-9](?![\w/])|[¼½¾⅓⅔]"),
    (Sign.OTHER, r"[0-9]++(?:[:/][0-9]++)++\w*+"),
    (Sign.FIGURE, r"[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,6}}+(?:\.[0-9]{{1,9}}+)?{end}"),
    (Sign.FIGURE, r"[0-9]{{1,3}}(?:,[0-9]{{2}}(?=,)){{1,5}}+,[0-9]{{3}}(?:\.[0-9]{{1,9}}+)?{end}"),
    (Sign.FIGURE, r"(?<![0-9]{blank})[0-9]{{1,3}}(?:{blank}[0-9]{{3}}){{1,6}}+"
                  r"(?:\.[0-9]{{1,9}}+)?(?!{blank}[0-9]){end}"),
    (Sign.FIGURE, r"[0-9]{{1,3}}(?:['’][0-9]{{3}}){{1,6}}+{end}"),
    (Sign.FIGURE, r"[0-9]{{1,15}}+\.[0-9]{{1,9}}+{end}"),
    (Sign.YEAR, r"(?:19|20)[0-9]{{2}}(?!\w|,?[0-9]|\.[0-9])"),
    (Sign.FIGURE, r"[0-9]{{1,15}}+{end}"),
    (Sign.FIGURE, r"(?<![\w.])\.[0-9]{{1,6}}+{end}"),
    (Sign.OTHER, r"[0-9]++(?:[.,'][0-9]++)*+\w*+"),
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
    "CURRENCY_SIGN",
    "PERCENTAGE_POINTS", "SCALE", "TIMES",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class Tokeniser:
    """Cuts texts; its signs and glued units are those of a lexicon.

    Attributes:
        pattern: One alternative a shape.
        signs: Class by number of the group, None where the word is looked up.
        words: Class and value of each spelling; those of several words have single blanks.
    """

    pattern: re.Pattern[str]
    signs: tuple[Sign | None, ...]
    words: dict[str, tuple[str, Value]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Tokeniser:
        """The tokeniser of a lexicon."""
        glued = {lexicon.classes[name] for name in _GLUED}
        codes = [w for w, (c, _) in lexicon.words.items() if c == lexicon.classes["CURRENCY_CODE"]]
        fitted = {
            "phrases": _phrases(word for word in lexicon.words if not _WORD.fullmatch(word)),
            "codes": "|".join(sorted(codes)),
            "blank": _BLANK,
            "end": _END.format(
                glued=_choice(w for w, (c, _) in lexicon.words.items() if c in glued)
            ),
        }
        shapes = [shape.format(**fitted) for _, shape in _SHAPES]
        return cls(
            re.compile("|".join(f"({shape})" for shape in shapes)),
            (None, *(sign for sign, _ in _SHAPES)),
            lexicon.words,
        )

    def cut(self, text: str) -> tuple[str, list[Token]]:
        """The classes of the tokens of a text, one character each, and the tokens."""
        classes: list[str] = []
        tokens: list[Token] = []
        words, signs = self.words, self.signs
        for match in self.pattern.finditer(text):
            sign = signs[match.lastindex or 0]
            start, end = match.span()
            if sign is None:
                word = match[0]
                char, value = words.get(word) or _looked_up(word, words)
                classes.append(char)
                tokens.append(Token(start, end, value))
            else:
                classes.append(sign.value)
                tokens.append(Token(start, end, match[0]))
        return "".join(classes), tokens


def _looked_up(word: str, words: dict[str, tuple[str, Value]]) -> tuple[str, Value]:
    """What a word is that the lexicon has not as written: a phrase in odd blanks, or no word."""
    plain = " ".join(word.split())
    if plain != word and plain in words:
        return words[plain]
    return (Sign.NAME.value if word[0].isupper() else Sign.OTHER.value), None


def _phrases(phrases: Iterable[str]) -> str:
    """Spellings of more than one word, or with signs in them, longest first, in any blanks."""
    found = sorted({*phrases}, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(_phrase(phrase) for phrase in found)
    # Most words begin no phrase; that is told by their first letter.
    first = "".join(
        sorted({re.escape(c) for p in found for c in (p[0], p[0].upper(), p[0].lower())})
    )
    return f"(?=[{first}])(?:{alternatives})"


def _phrase(phrase: str) -> str:
    """One spelling, in any blanks, as words of their own."""
    body = r"\s+".join(re.escape(part) for part in phrase.split())
    before = r"(?<!\w)" if phrase[0].isalpha() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() and phrase[0].isalnum() else ""
    return f"{before}{body}{after}"


def _choice(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
