"""Whose number a sentence tells."""

from __future__ import annotations

import re
from typing import NamedTuple

from communique.checks.telling.masked import Masked
from communique.checks.wording import any_of
from communique.model.span import Span
from communique.vocab.tellings import Tellings

_NAME = r"(?P<name>[^,;:()\ue000-\ue003]{3,80}?)"


class Source(NamedTuple):
    """Who counted, as the sentence names it.

    Attributes:
        name: Its name.
        span: The words that tell it, with the verb of saying.
    """

    name: str
    span: Span


class SourceReader:
    """Reads sources.

    Args:
        words: Words of saying.
    """

    def __init__(self, words: Tellings) -> None:
        data = any_of(words.data)
        saying = any_of(words.saying)
        by = "(?:of|from|by|released by|published by|compiled by|provided by)"
        tells = any_of((*words.saying, *words.putting))
        ends = r"(?=[,;.)]|$)"
        self._patterns = tuple(
            re.compile(pattern)
            for pattern in (
                rf"(?:^|[,-] ?|\b(?:said|told|noted|recalled) ){any_of(words.quoting)} (?:the )?"
                rf"(?:latest |official )?(?:{data} {by} )?(?:the )?"
                rf"{_NAME}(?:(?:'s?)? {data})?{ends}",
                rf"\baccording to (?:the )?(?:latest |official )?"
                rf"(?:{data} {by} )?(?:the )?{_NAME}(?:(?:'s?)? {data})?{ends}",
                rf"\b{data} {by} (?:the )?{_NAME} {tells}\b",
                rf"(?:^|, )(?:the )?{_NAME}(?:'s?)? {data} {tells}\b",
                rf"[,-] ?(?:as )?{saying} (?:the )?{_NAME}{ends}",
                rf", (?:as )?(?:the )?{_NAME} (?:has |have )?{saying}(?: on [a-z]+)?{ends}",
                rf"^(?:the )?{_NAME} (?:has |have )?{any_of(words.putting)} ",
                rf"\((?:source: )?(?:the )?{_NAME}\)",
                rf"\bby (?:the )?{_NAME}'s? (?:count|reckoning|{data}){ends}",
            )
        )

    def read(self, sentence: Masked) -> Source | None:
        """Whom the sentence names; None where nobody."""
        for pattern in self._patterns:
            match = pattern.search(sentence.mask)
            if match is not None:
                start, end = match.span("name")
                return Source(sentence.text[start:end], Span(*match.span()))
        return None
