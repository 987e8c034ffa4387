"""The kinds of record that merging knows, sorted, one line each."""

from __future__ import annotations

from communique.records.kinds.commitment import CommitmentMatcher
from communique.records.matching import Matcher

MATCHERS: tuple[Matcher, ...] = (CommitmentMatcher(),)
