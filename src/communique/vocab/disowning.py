"""How publishers disown what they publish, from `checks/disowning.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.expressions import either
from communique.vocab.loader import read_yaml

_NAME = "disowning"
# "This article", "the above press release", "of the present text".
_WORK = (
    r"\b(?:this|these|such|our|(?:the )?(?:above|present|following|attached))"
    r"(?: [\w’'-]+){{0,3}}? (?:{})s?\b"
)


class _Sort(BaseModel):
    """One way of disowning; the file says what its lists are for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    says: str
    about: tuple[str, ...] = ()
    by: str | None = None
    patterns: tuple[str, ...]


class _File(BaseModel):
    """What the file says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gate: tuple[str, ...]
    turns: str
    works: tuple[str, ...]
    itself: tuple[str, ...]
    apart: tuple[str, ...]
    reported: tuple[str, ...]
    sorts: tuple[_Sort, ...]


@dataclass(frozen=True, slots=True)
class Disowning:
    """One way in which a publisher disowns what it publishes.

    Attributes:
        says: What it says by that, behind "the publisher".
        pattern: What such a sentence has.
        about: What such a sentence is about, if not the text or the publisher itself.
        by: Found where somebody acts who must be the publisher.
    """

    says: str
    pattern: re.Pattern[str]
    about: re.Pattern[str] | None
    by: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class DisowningWords:
    """Patterns, ready to search.

    Attributes:
        gate: One of these stands in every line that disowns anything, in lower case.
        turns: Found in every such sentence.
        work: The text, as it speaks of itself.
        itself: The text or its publisher, as a sentence speaks of them.
        apart: Sentences about links, comments and the like.
        reported: Sentences that tell what somebody said.
        sorts: The ways of disowning.
    """

    gate: tuple[str, ...]
    turns: re.Pattern[str]
    work: re.Pattern[str]
    itself: re.Pattern[str]
    apart: re.Pattern[str]
    reported: re.Pattern[str]
    sorts: tuple[Disowning, ...]


@cache
def disowning() -> DisowningWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: It breaks its schema, or an entry is no regular expression.
    """
    read = read_yaml(files("communique.vocab") / "data/checks/disowning.yaml", _File)
    work = _WORK.format("|".join(map(re.escape, read.works)))
    return DisowningWords(
        gate=read.gate,
        turns=either(_NAME, [read.turns]),
        work=either(_NAME, [work]),
        itself=_about(read.itself, work),
        apart=either(_NAME, read.apart),
        reported=either(_NAME, read.reported),
        sorts=tuple(_sort(sort, work) for sort in read.sorts),
    )


def _sort(sort: _Sort, work: str) -> Disowning:
    return Disowning(
        sort.says,
        _about(sort.patterns, work),
        _about(sort.about, work) if sort.about else None,
        either(_NAME, [sort.by]) if sort.by else None,
    )


def _about(expressions: Iterable[str], work: str) -> re.Pattern[str]:
    """One pattern of expressions in which "{work}" stands for the text itself."""
    return either(_NAME, (e.replace("{work}", work) for e in expressions))
