"""The words around shares, their parts and wholes, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.vocab.arithmetic import arithmetic


@dataclass(frozen=True)
class Patterns:
    """The expressions, compiled."""

    grown: re.Pattern[str]
    flat: re.Pattern[str]
    moved: re.Pattern[str]
    further: re.Pattern[str]
    sums_up: re.Pattern[str]
    own: re.Pattern[str]
    directly: re.Pattern[str]
    makes: re.Pattern[str]
    bare: re.Pattern[str]
    parted: re.Pattern[str]
    leads: re.Pattern[str]
    of_whole: re.Pattern[str]
    pronoun: re.Pattern[str]
    concluding: re.Pattern[str]
    remaining: re.Pattern[str]
    of_these: re.Pattern[str]
    opening: re.Pattern[str]
    split: re.Pattern[str]
    told_first: re.Pattern[str]
    until: re.Pattern[str]
    total: re.Pattern[str]
    order: re.Pattern[str]
    anybody: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The expressions of the vocabulary, compiled once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    words = arithmetic().words

    def any_of(*names: str) -> str:
        listed = (word for name in names for word in words[name])
        return "|".join(sorted(listed, key=len, reverse=True))

    hedged = rf"(?:(?:{any_of('hedge')}) )*"
    alias = rf"(?:{any_of('alias', 'share_is')})"
    own = rf"(?:{any_of('makes_up')})"
    meant = r"(?:which|whom|this|that|these|those|them|it)"
    made_up = r"(?<!make )(?<!makes )(?<!making )(?<!made )"
    grown = rf"\b{made_up}(?:{any_of('up', 'down', 'rise', 'drop')})(?: of| by| at)? {hedged}$"
    split = r"(?: of [^<|;()]{0,60})?[:;,-] ?(?:of|out of) [^<|,;:]{0,40}<[mqn]\d+>[^<|;:]{0,60}, ?"
    behind = r"(?: (?:of|in|the|its|their) [^<|,;:()]{0,60}(?:<[mqn]\d+>[^<|,;:()]{0,40})?)?"
    return Patterns(
        grown=re.compile(grown),
        flat=re.compile(rf",? (?:{any_of('flat')})\b"),
        moved=re.compile(
            rf"\b{made_up}(?:(?:{any_of('up', 'down')})(?: by| of)?|by|from|against) {hedged}$"
        ),
        further=re.compile(r" (?:more|less|fewer|higher|lower|larger|smaller|bigger)\b"),
        sums_up=re.compile(rf"(?:^|(?<=[ ,;:(|-])){alias},? {hedged}$"),
        own=re.compile(rf"\b{own} {hedged}$"),
        directly=re.compile(rf"(?: [a-z-]+){{0,4}} {own} {hedged}"),
        makes=re.compile(rf",? (?:[a-z]+ )?totall?ing {hedged}"),
        bare=re.compile(rf"[,;:(-] ?{hedged}$"),
        parted=re.compile(r"\b(?:while|whereas|but|although)\b|\|.*\||[;|] ?of (?:these|them)"),
        leads=re.compile(
            rf"(?:{behind}(?:[,;:(-] ?| )(?P<alias>{alias} ){hedged}|{behind}[,:(-] ?{hedged}"
            rf"|(?P<split>{split}{hedged}))"
        ),
        of_whole=re.compile(
            rf"(?: [a-z-]+){{0,3}}?[),]{{0,2}} (?:of|out of|among)(?! {meant}\b)[^<|,;:()]{{0,50}} "
        ),
        pronoun=re.compile(rf"(?: [a-z'-]+)? of {meant}\b(?! [a-z]+[a-z] (?:of|in)\b)"),
        concluding=re.compile(rf"\b(?:{any_of('concluding')})\b"),
        remaining=re.compile(rf"\b(?:{any_of('remaining')})\b"),
        of_these=re.compile(rf"\b(?:of|from|among) {meant}\b[^<|]{{0,40}}$"),
        opening=re.compile(
            r"(?:.*,)?\W*(?:and |that |in |<t\d+>,? ?)*(?:of|out of|from among|among) "
            r"[^<|,;:]{0,40}"
            r"|.*\b(?:total|overall|altogether)\b[^<|]{0,40}"
            r"|.*\b(?:share|part|portion|proportion) (?:of|in) [^<|,;:]{0,50}"
        ),
        split=re.compile(rf"\b(?:(?:of|among) {meant}|{any_of('splits')})\b"),
        # The whole, then a share without a noun: "1,200 came; 30 %, or 360, were women".
        told_first=re.compile(rf"[;,] {hedged}$"),
        until=re.compile(rf"\b(?:{any_of('until')})\b"),
        total=re.compile(any_of("whole")),
        order=re.compile(any_of("ordered")),
        anybody=re.compile(any_of("anybody")),
    )
