"""Words by which a text tells what somebody says without saying who, from `checks/unnamed.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.expressions import either
from communique.vocab.loader import read_yaml

#: Up to four words before a noun, without a stop between them; group "before".
BEFORE = re.compile(r"(?P<before>(?:\[?[\w’'/.-]+ ){0,4})$")
# What may stand between a noun and its verb: "in Astana", ", who attended the talks,".
_BEHIND = (
    r"(?P<behind>\]?(?:(?: (?:of|from|at|in|for|with|within|on|near)\b[^,.;:]{0,60}?)?"
    r"(?:, [^.;:]{0,80}?,)?))"
)
_FROM = r"(?P<behind>(?: (?:of|from|at|in|for|with|within)\b[^,.;:]{0,60})?)"
_SAID_BY = r"\b(?:said|says|according to|citing|cites|quoting|quoted|quotes|told by)"
# "Said a senior official": no "in" and "by", as in "quoted in an official report".
_BETWEEN = r"(?:(?!in |by |of |to |on |for |that |from )\[?[\w’'/.-]+ ){0,4}?"
# No noun of which the one before tells the sort: "an official report".
_ENDS = (
    r"(?=$|[\],.;:”\"’)]"
    r"| (?:of|from|at|in|who|that|familiar|close|with|on|and|as|for|to|but|while)\b)"
)
_SAYS = r" (?:(?:have|has|had|also|later|then) ){0,2}"


class _File(BaseModel):
    """The file; it says what its lists are for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gate: tuple[str, ...]
    turns: tuple[str, ...]
    promised: tuple[str, ...]
    informants: tuple[str, ...]
    other_sources: frozenset[str]
    speakers: tuple[str, ...]
    definite: frozenset[str]
    regions: frozenset[str]
    describing: frozenset[str]
    opening: frozenset[str]
    saying: tuple[str, ...]
    saying_that: tuple[str, ...]
    press: tuple[str, ...]
    anonymous: tuple[str, ...]
    familiar: tuple[str, ...]
    hearsay: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnnamedWords:
    """Words and patterns, ready to use.

    Attributes:
        gate: One of these stands in every sentence that leaves a source without a name.
        turns: And one of these.
        promised: One of these stands in all that `anonymous` fits.
        anonymous: A promise not to name somebody, or one who knows and is nobody.
        hearsay: What is said by nobody.
        speaking: A noun for speakers with a verb of saying; groups "noun" and "behind" have the
            noun and the words behind it.
        informants: Nouns that are no name even beside that of an institution.
        other_sources: Words before "sources" that make it something else.
        definite: Words before a noun by which it is known who is meant.
        regions: Words with a capital that name no institution.
        describing: Words that describe speakers and name no institution.
        opening: Words that may open a sentence before them.
    """

    gate: tuple[str, ...]
    turns: tuple[str, ...]
    promised: tuple[str, ...]
    anonymous: re.Pattern[str]
    hearsay: re.Pattern[str]
    speaking: tuple[re.Pattern[str], ...]
    informants: frozenset[str]
    other_sources: frozenset[str]
    definite: frozenset[str]
    regions: frozenset[str]
    describing: frozenset[str]
    opening: frozenset[str]


@cache
def unnamed() -> UnnamedWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: It breaks its schema, or an entry is no regular expression.
    """
    read = read_yaml(files("communique.vocab") / "data/checks/unnamed.yaml", _File)
    nouns = "|".join((*read.informants, *read.speakers))
    noun = rf"\b(?P<noun>{nouns})\b"
    said = rf"(?:{'|'.join(read.saying)})\b"
    said_that = rf"(?:{'|'.join(read.saying_that)}) that\b"
    told = rf"(?:told|tells?) (?:{'|'.join(read.press)}|(?:the )?(?-i:[A-Z]))"
    return UnnamedWords(
        gate=read.gate,
        turns=read.turns,
        promised=read.promised,
        anonymous=either("unnamed", (*read.anonymous, *read.familiar)),
        hearsay=either("unnamed", read.hearsay),
        speaking=(
            either("unnamed", [rf"{noun}{_BEHIND}{_SAYS}(?:{said}|{said_that}|{told})"]),
            either("unnamed", [rf"{_SAID_BY} {_BETWEEN}{noun}{_ENDS}{_FROM}"]),
        ),
        informants=frozenset(read.informants),
        other_sources=read.other_sources,
        definite=read.definite,
        regions=read.regions,
        describing=read.describing,
        opening=read.opening,
    )
