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
    apart = dict(node.apart)
    for matcher in matchers:
        for profile in matcher.profiles(node):
            body = plain(profile)
            digest = digest_of(matcher.kind, body, apart.get(matcher.kind))
            if digest not in seen:
                seen.add(digest)
                blocks = sorted({f"{matcher.kind} {key}" for key in matcher.blocks(profile)})
                yield Profiled(matcher.kind, digest, body, tuple(blocks))


def digest_of(kind: str, body: Mapping[str, Any], apart: str | None = None) -> str:
    """What names a profile.

    Args:
        kind: Kind of record.
        body: The profile as plain JSON.
        apart: Id of the decision that took the claim out of a record, so that its profile is
            another one than that of claims which say the same.
    """
    named = [kind, body] if apart is None else [kind, body, apart]
    told = json.dumps(named, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()[:_DIGITS]


class OutdatedProfile(ValueError):
    """A profile that another version of the program made, which compared claims otherwise."""


def profile_of(body: Mapping[str, Any], matcher: Matcher) -> Any:  # noqa: ANN401 - of its shape
    """A profile from its plain JSON.

    Raises:
        OutdatedProfile: It is not of the matcher's shape.
    """
    try:
        return shaped(body, matcher.shape)
    except ValueError as error:
        raise OutdatedProfile(f"{matcher.kind}: {error}") from error
