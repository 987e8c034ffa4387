"""The patterns that tell wholes and parts, from the vocabulary; all are for skeletons."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from communique.vocab.arithmetic import arithmetic


def _any_of(words: Iterable[str]) -> str:
    return "|".join(words)


@cache
def made_of() -> re.Pattern[str]:
    """Behind a whole: all its parts follow."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.made_of)})(?![a-z])[^;.<]{{0,60}}$")


@cache
def some_follow() -> re.Pattern[str]:
    """Behind a whole: some of its parts follow."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.some)})\b[^;:.<(]{{0,40}}$")


@cache
def within_another() -> re.Pattern[str]:
    """Before a part that is within another."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.nested)})\b")


@cache
def called_total() -> re.Pattern[str]:
    """Before a number that is called a total."""
    words = "total|totals|totall?ing|totall?ed|in all|altogether|combined|together"
    return re.compile(rf"\b(?:{words})\b[^,;:]{{0,40}}$")


@cache
def summed_before() -> re.Pattern[str]:
    """Before a whole of what was listed."""
    return re.compile(rf"(?:{_any_of(arithmetic().parts.summed)})\b(?: [a-z]+){{0,3}} *$")


@cache
def summed_behind() -> re.Pattern[str]:
    """Right behind such a whole."""
    return re.compile(rf"(?: [a-z]+)?,? (?:{_any_of(arithmetic().parts.summed_behind)})\b")


@cache
def running_total() -> re.Pattern[str]:
    """Before a total of more than what was listed."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.running)})\b[^,]*\btotal\b[^,]* to ")


@cache
def as_large() -> re.Pattern[str]:
    """In place of a part that is as large as the one before."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.as_large)})\b")


@cache
def added() -> re.Pattern[str]:
    """Before a whole that holds a further part, told without its number."""
    return re.compile(rf"^[^,]*\b(?:{_any_of(arithmetic().parts.added)})")


@cache
def adding() -> re.Pattern[str]:
    """In sentences about such a part."""
    return re.compile("|".join(arithmetic().parts.adding))


@cache
def summing_up() -> re.Pattern[str]:
    """At the head of a sentence that sums up."""
    words = arithmetic().parts
    what = rf"(?P<what>(?:with (?:[^<]|<t\d+>)*)?\b(?:{_any_of(words.summed_up)})\b)"
    return re.compile(
        rf" *(?:(?P<plainly>{_any_of(words.summing_plainly)})\b"
        rf"|(?:{_any_of(words.summing)})\b,? *(?:{what}|(?=[a-z ]{{0,20}}<[mqn])))"
    )


@cache
def covers_more() -> re.Pattern[str]:
    """Right behind a whole that covers more than what was listed."""
    return re.compile(r"[^,;|<]{0,80}?\b(?:since|so far|to date)\b| over the\b")


@cache
def the_rest() -> re.Pattern[str]:
    """Before a part that is the rest."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.rest)})(?: [a-z]+)? *$")


@cache
def naming() -> re.Pattern[str]:
    """Before a number that is a name."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.named)})[ .]*$")


@cache
def alien_before() -> re.Pattern[str]:
    """Before a number that is no part."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.alien)}) *$")


@cache
def alien_behind() -> re.Pattern[str]:
    """Behind a number that is no part."""
    return re.compile(rf"[ -]*(?:{_any_of(arithmetic().parts.alien_behind)})(?![a-z])")


@cache
def pledging() -> re.Pattern[str]:
    """In sentences about pledges."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().pledging)})\b")


@cache
def not_all() -> re.Pattern[str]:
    """In a sentence whose list leaves something out."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.not_all)})\b")


@cache
def shared_things() -> re.Pattern[str]:
    """Right behind a whole that groups share."""
    return re.compile(rf" ?(?:{_any_of(arithmetic().parts.shared)})\b")


@cache
def these_cover() -> re.Pattern[str]:
    """At the head of a sentence by which what was told before gives a whole."""
    words = arithmetic().parts
    return re.compile(
        rf" *(?:{_any_of(words.these)})\b(?!.*\b(?:{_any_of(words.partly)})\b)"
        rf".*\b(?:{_any_of(words.cover)})\b"
    )


@cache
def in_instalments() -> re.Pattern[str]:
    """A number of equal parts and what each is; the groups are their numbers."""
    return re.compile(
        r"<[nq](?P<count>\d+)> (?:equal |annual |yearly |further |separate )?"
        rf"(?:{_any_of(arithmetic().parts.instalments)})"
        r"[^<|]{0,15} (?:of|worth) <m(?P<each>\d+)>(?P<per> each| apiece)?"
    )


@cache
def by_instalments() -> re.Pattern[str]:
    """What is counted where a sum is paid in parts: "tranches"."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.instalments)})$")


@cache
def partition() -> re.Pattern[str]:
    """Before shares of one whole."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.partition)})\b")


@cache
def entire() -> re.Pattern[str]:
    """In a sentence about all of a whole."""
    return re.compile(rf"\b(?:{_any_of(arithmetic().parts.entire)})\b")


@cache
def measured() -> frozenset[str | None]:
    """Units of what is measured, not counted, and so may be rounded."""
    return frozenset(arithmetic().parts.measured)
