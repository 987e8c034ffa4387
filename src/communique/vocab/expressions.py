"""Patterns of regular expressions that files of the vocabulary list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.errors import BadVocabulary


def either(name: str, expressions: Iterable[str], field: str = "") -> re.Pattern[str]:
    """One pattern that fits, in any case, what any of the expressions fits.

    Args:
        name: The file, for messages.
        expressions: The expressions.
        field: Where in the file they stand, for messages.

    Raises:
        BadVocabulary: One of them is no regular expression.
    """
    listed = tuple(expressions)
    where = f"{field}: " if field else ""
    for expression in listed:
        try:
            re.compile(expression)
        except re.error as error:
            reason = f"{where}{expression!r} is no regular expression ({error})"
            raise BadVocabulary(name, reason, "mend it") from error
    return re.compile("|".join(f"(?:{e})" for e in listed), re.IGNORECASE)
