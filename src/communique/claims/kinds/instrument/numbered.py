"""Resolutions, which are known by their numbers: "Security Council resolutions 242 and 338"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.claims.kinds.instrument.naming import Naming
from communique.claims.tree import Tree

# "2254", "ES-11/1", "61/295", "1966/12 B" without its letter; of three digits or more where it has
# no stroke, as "resolution 2" is hardly a name.
_NUMBER = re.compile(r"(?:[A-Z]{1,3}-)?\d+/[\dA-Z.]+|\d{3,4}")
_YEAR = re.compile(r"(?:19|20)\d\d|[IVXLC]+")


def is_numbered(tree: Tree, noun: int) -> bool:
    """Whether a number follows a noun."""
    return noun + 1 < len(tree) and bool(_NUMBER.fullmatch(tree[noun + 1].text))


def numbered(tree: Tree, naming: Naming) -> Iterator[Naming]:
    """A naming for each number after a noun, the first with the noun itself."""
    first = naming.head + 1
    end = _end(tree, first)
    lead = range(naming.tokens[0], first)
    following = _next(tree, end)
    # "Resolution 242 of the Security Council" goes on; of several numbers each is a name.
    tokens = range(lead[0], max(end, naming.tokens[-1] + 1) if following is None else end)
    named = replace(naming, named=True, definite=True, count=None, plural=False)
    yield replace(named, tokens=tokens, distinct=named.distinct | {tree.lower(first)})
    while following is not None:
        end = _end(tree, following)
        yield replace(
            named,
            head=following,
            tokens=range(following, end),
            distinct=frozenset({tree.lower(following)}),
            lead=lead,
        )
        following = _next(tree, end)


def _end(tree: Tree, number: int) -> int:
    """One past a number and its year in brackets: "2254 (2015)"."""
    bracketed = tree.lower(number + 1) == "(" and tree.lower(number + 3) == ")"
    if bracketed and _YEAR.fullmatch(tree[number + 2].text):
        return number + 4
    return number + 1


def _next(tree: Tree, end: int) -> int | None:
    """The next number of a list: ", 2209", "and 2254"."""
    index = end
    while tree.lower(index) in {",", "and"} and index < end + 2:
        index += 1
    if index == end or index >= len(tree) or not _NUMBER.fullmatch(tree[index].text):
        return None
    return index
