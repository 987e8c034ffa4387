"""Cuts a text into words, figures and signs, and gives each its class.

Figures are told apart by shape alone: "10:30" is a clock time, "1,500" an amount, "1980s" a decade,
"1.2.3" and "555-2020-11" nothing. Only the ten ASCII digits are read as figures.
"""

from __future__ import annotations

import re

from communique.mentions.grammar.lexicon import Lexicon, Value
from communique.mentions.grammar.tokens import TagAt, Token, is_verb
from communique.mentions.times.lexicon import Sign

_DASHES = "-‐‑‒–−"
_ZONE = r"(?:Z\b|[+-][0-9]{2}:?[0-9]{2}(?![0-9]))?"

# One alternative a shape, longest first. Runs of digits are possessive: what has been read as
# digits is not tried again, so that a text of a million digits takes one pass.
_SHAPES: tuple[tuple[Sign | None, str], ...] = (
    (Sign.BREAK, r"\n[^\S\n]*+\n\s*+"),
    (Sign.QUARTER_LABEL, r"(?:Q[1-4]|H[12]|[1-4]Q|[12]H)(?![\w%])"),
    (Sign.FISCAL_LABEL, r"FY\s?['’]?(?:[0-9]{4}(?:[/–-][0-9]{2,4})?|[0-9]{2})(?!\w)"),
    (Sign.HALF_DAY, r"(?:[ap]\.\s?m\b\.?|[AP]\.\s?M\b\.?|[ap]m\b|[AP]M\b)"),
    (None, r"[^\W\d_][\w]*+"),
    (
        Sign.ISO_DATE,
        r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}"
        r"(?:\.[0-9]{1,9})?)?" + _ZONE + r")?(?![\w-])",
    ),
    (
        Sign.FIGURE_DATE,
        r"[0-9]{1,2}(?:/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})|\.[0-9]{1,2}\.[0-9]{4}"
        r"|-[0-9]{1,2}-[0-9]{4})(?![\w/]|[.-][0-9])",
    ),
    (Sign.FIGURE_DATE, r"[12][0-9]{3}([./])[0-9]{1,2}\1[0-9]{1,2}(?![\w/]|[.-][0-9])"),
    (Sign.OTHER, r"[0-9]++(?:[-‐‑–/][0-9]++){2,}+[\w]*+"),
    (
        Sign.CLOCK_HALF_DAY,
        r"[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.\s?m\b\.?|[AP]\.\s?M\b\.?"
        r"|[ap]m\b|[AP]M\b)",
    ),
    (Sign.CLOCK, r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![\w:]|[.,][0-9])"),
    (Sign.DECADE_FIGURE, r"[12][0-9]{2}0['’]?s(?!\w)"),
    (Sign.SHORT_DECADE, r"['’‘]?[1-9]0['’]?s(?!\w)"),
    (Sign.SPLIT_YEAR, r"(?:19|20)[0-9]{2}/(?:[0-9]{2}|(?:19|20)[0-9]{2})(?![\w/])"),
    (Sign.WHOLE_AND_FRACTION, r"[0-9]{1,3}[ -](?:[1-9]/[1-9][0-9]?(?![\w/])|[¼½¾⅓⅔])"),
    (Sign.WHOLE_AND_FRACTION, r"[0-9]{1,3}[¼½¾⅓⅔]"),
    (Sign.FRACTION, r"[1-9]/[1-9](?![\w/])|[¼½¾⅓⅔]"),
    (Sign.OTHER, r"[0-9]++(?:[:/][0-9]++)++[\w]*+"),
    (Sign.AMOUNT, r"[0-9]{1,3}(?:,[0-9]{3}){1,4}+(?:\.[0-9]{1,6}+)?(?!\w|,?[0-9])"),
    (Sign.OTHER, r"[0-9]{1,3}+(?:,[0-9]{3}(?![0-9]))++"),
    (Sign.OTHER, r"[0-9]++(?:\.[0-9]++){2,}+[\w]*+"),
    (Sign.DECIMAL, r"[0-9]{1,7}+\.[0-9]{1,6}+(?!\w)"),
    (Sign.OTHER, r"[0-9]++\.[0-9]++\w*+"),
    (Sign.ORDINAL_FIGURE, r"[0-9]{1,2}\s?(?:st|nd|rd|th)\b"),
    (Sign.YEAR, r"(?:1[0-9]|20|21)[0-9]{2}(?!\w)"),
    (Sign.SMALL, r"[0-9]{1,2}(?!\w)"),
    (Sign.NUMBER, r"[0-9]{1,7}(?!\w)"),
    (Sign.OTHER, r"[0-9]++[\w]*+"),
    (Sign.SHORT_YEAR, r"['’‘][0-9]{2}(?!\w)"),
    (Sign.STOP, r"[.;:!?…]++"),
    (Sign.COMMA, r","),
    # Two hyphens and a long dash part clauses, unless they stand tight between figures or words.
    (Sign.PAUSE, r"--+|[—―](?!\S)|(?<=\s)[—―]|_+"),
    (Sign.DASH, f"[{_DASHES}—―]"),
    (Sign.SLASH, r"/"),
    (Sign.APOSTROPHE, r"['’‘`ʼ]"),
    (Sign.OPEN, r"[(\[]"),
    (Sign.CLOSE, r"[)\]]"),
    (Sign.MONEY_SIGN, r"[$€£¥₸₽₹₺₴₩#№]"),
    (Sign.PERCENT_SIGN, r"[%‰°]"),
    (Sign.OTHER, r"[^\s]"),
)


def _compile() -> tuple[re.Pattern[str], list[Sign | None]]:
    """One pattern, and the class by number of its groups (inner groups included)."""
    pieces: list[str] = []
    signs: list[Sign | None] = [None]
    for sign, shape in _SHAPES:
        # A back reference inside a shape must name its own group in the joined pattern.
        pieces.append("(" + shape.replace(r"\1", f"\\{len(signs) + 1}") + ")")
        signs.extend([sign] * (1 + re.compile(shape).groups))
    return re.compile("|".join(pieces)), signs


_PATTERN, _SIGNS = _compile()
_WORD = _SIGNS[1:].index(None) + 1


def tokenise(text: str, lexicon: Lexicon, tag_at: TagAt | None) -> tuple[str, list[Token]]:
    """The classes of the tokens of a text, one character each, and the tokens."""
    classes: list[str] = []
    tokens: list[Token] = []
    words = lexicon.words
    other: tuple[str, Value] = (Sign.OTHER.value, None)
    name: tuple[str, Value] = (Sign.NAME.value, None)
    for match in _PATTERN.finditer(text):
        group = match.lastindex or 0
        start, end = match.span()
        if group == _WORD:
            word = match[0]
            entry = words.get(word)
            if entry is None:
                entry = name if word[0].isupper() else other
            elif tag_at is not None and entry[0] in lexicon.verbs and is_verb(tag_at(start)):
                entry = other
            classes.append(entry[0])
            tokens.append(Token(start, end, entry[1]))
        else:
            sign = _SIGNS[group]
            assert sign is not None  # only the word group has none
            classes.append(sign.value)
            tokens.append(Token(start, end, match[0]))
    return "".join(classes), tokens
