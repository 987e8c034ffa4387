"""Persons whom a title names with their post, for a text that says only "the President" or "I"."""

from __future__ import annotations

import re
from functools import lru_cache

# Posts that stand before a name in a title and after "the" in the text, the longer ones first.
_POSTS = (
    "vice president", "deputy prime minister", "prime minister", "foreign minister", "first lady",
    "second gentleman", "secretary-general", "secretary general", "high representative",
    "national security advisor", "national security adviser", "president", "chancellor",
    "premier", "secretary", "minister", "commissioner", "governor", "king", "queen", "emir",
    "crown prince", "sultan", "pope", "taoiseach",
)  # fmt: skip
# Words of a title that come after a name: "Joseph R. Biden, Jr. Call with".
_AFTER_NAMES = (
    r"call|meeting|meets?|travel|trip|visit|remarks?|statement|speech|letter|participation|"
    r"announce\w*|host\w*|welcome\w*|speaks|videoconference|message|bilateral|trilateral|"
    r"virtual|roundtable|signs?"
)
_NAME = (
    r"(?P<name>(?:(?-i:[A-Z])[\w.\-]*,? ){0,3}?(?-i:[A-Z])[\w\-]+(?:, Jr\.?)?)"
    rf"(?=[’']s?\b|[’'](?:\s|$)|,|\s(?:(?-i:[a-z])|(?:{_AFTER_NAMES})\b)|\s(?:On|To|In|At|With|And|For)\b|$)"
)
_HOLDER = re.compile(rf"(?<!vice )\b(?P<post>{'|'.join(_POSTS)})\s+{_NAME}", re.I)
_SPEAKER = re.compile(
    rf"\b(?:statement|remarks|letter|message|speech|address|op-ed)\s+(?:by|from|of)\s+"
    rf"(?:the\s+)?(?P<post>{'|'.join(_POSTS)})\s+{_NAME}",
    re.I,
)


@lru_cache(maxsize=64)
def titled_holders(title: str) -> tuple[tuple[str, str], ...]:
    """Posts, in lower case, with the names that a title gives them, in its order."""
    return tuple((found["post"].lower(), _name(found["name"])) for found in _HOLDER.finditer(title))


def _name(words: str) -> str:
    """The name at the head of capitalised words, which a headline's verb may follow."""
    name = words.split()
    verbs = (i for i, word in enumerate(name[:-1]) if i and word.endswith("s"))
    return " ".join(name[: next(verbs, len(name))])


@lru_cache(maxsize=64)
def speaker(title: str) -> str | None:
    """The one person who speaks as "I": "Statement by President Biden on Haiti"."""
    found = _SPEAKER.search(title)
    return None if found is None else _name(found["name"])


def named_post(words: tuple[str, ...]) -> str | None:
    """The post that a phrase of lower-case words names bare: "the president"."""
    post = " ".join(words)
    return post if post in _POSTS else None
