"""How texts rank one of several, or members of something: "the fifth of six", "the 31st state"."""

from __future__ import annotations

import re

from communique.model.span import Span

# A rank of one of some, or of a member; and what a number of members does.
_OF_SOME = (
    r"(?= (?i:(?:and (?:last|final) )?(?:[a-z-]+ ){0,2}"
    r"(?:of|out of|among|countr|state|member|nation|part(?:y|ner|icip)|signator|econom|shareholder"
    r"|embass|mission|consulate|instrument|ratif|access|signature|associate|observer|agreement|treaty"
    r"|accord|memorand|round|meeting|visit|summit|session"
    r"|to (?:have )?(?:join|ratif|acced|sign|adopt|approv))))"
)
_RANKED = re.compile(
    r"(?=[\dfstenl])(?:\d(?:st|nd|rd|th)"
    r"|(?:fi|seco|thi|four|fif|six|even|eigh|nin|ten|lf|teen|tie)(?:rst|nd|rd|th))\b"
    rf"{_OF_SOME}"
    # "Of five agreements, the sixth concerns …", "Peru is the 31st."
    r"|\b[Oo]f [^.,;|]{3,80}, (?:only )?the (?:\d+(?:st|nd|rd|th)|[a-z-]+(?:rst|cond|ird|th))\b"
    r"|\b(?=[iabw])(?:is|as|be|become|becomes|became|was) (?:the|its|their) "
    r"(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:rst|cond|ird|th))(?=[.,;)])"
)
# Of these every such rank has one; each begins with signs that let the search skip all others.
_MAY_RANK = (
    re.compile(
        r"[dht](?= )(?:(?<=\d(?:st|nd|rd|th))"
        rf"|(?<=irst|cond|hird|urth|ifth|ixth|enth|ghth|inth|lfth|ieth)){_OF_SOME}"
    ),
    re.compile(r", (?:only )?the (?:\d+(?:st|nd|rd|th)|[a-z-]+(?:rst|cond|ird|th))\b"),
    re.compile(
        r" (?:(?<=is |as |be )|(?<=omes )|(?<=come |came ))"
        r"(?:the|its|their) (?:\d+(?:st|nd|rd|th)|[a-z-]+(?:rst|cond|ird|th))[.,;)]"
    ),
)
_RISING = re.compile(
    r"\b(?:number of|membership|now|thus|thereby|gr[eo]ws?|accession|entry"
    r"|from \S+ to \S+)\b",
    re.I,
)


def tells_rank(text: str, span: Span, numeric: int) -> bool:
    """Whether a paragraph with some numbers ranks a member, or tells how many there are now."""
    return ranks(text, span.start, span.end) or (
        numeric > 0 and _RISING.search(text, span.start, span.end) is not None
    )


def ranks(text: str, start: int, end: int) -> bool:
    """Whether a stretch ranks one of several; it is searched closely where it may."""
    return (
        any(pattern.search(text, start, end) for pattern in _MAY_RANK)
        and _RANKED.search(text, start, end) is not None
    )
