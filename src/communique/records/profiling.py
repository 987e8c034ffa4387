"""Turns a claim into the profiles that are compared, with their digests and the keys of blocks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from communique.model.linking import Profiled
from communique.model.plain import plain
from communique.model.record import Node
from communique.model.shaped import shaped
from communique.records.matching import Matcher

_DIGITS = 32


def profiled(node: Node, matchers: Sequence[Matcher]) -> Iterator[Profiled]:
    """The profiles of a claim, of all kinds that take it, each once."""
    seen: set[str] = set()
    for matcher in matchers:
        for profile in matcher.profiles(node):
            body = plain(profile)
            digest = digest_of(matcher.kind, body)
            if digest not in seen:
                seen.add(digest)
                blocks = sorted({f"{matcher.kind} {key}" for key in matcher.blocks(profile)})
                yield Profiled(matcher.kind, digest, body, tuple(blocks))


def digest_of(kind: str, body: Mapping[str, Any]) -> str:
    """What names a profile."""
    told = json.dumps([kind, body], sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()[:_DIGITS]


def profile_of(body: Mapping[str, Any], matcher: Matcher) -> Any:  # noqa: ANN401 - of its shape
    """A profile from its plain JSON.

    Raises:
        ValueError: It is not of the matcher's shape.
    """
    return shaped(body, matcher.shape)
