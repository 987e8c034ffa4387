"""Texts in pages, exactly: what a reader or a program takes out of a page is the text itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# A page can't hold these: each is shown by one sign, so that offsets stay right.
_UNFIT = re.compile("[\0\ud800-\udfff]")
_SIGN = "\ufffd"
# What could end a script element, or be read as markup in it, or as the end of a line.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def exact(text: str) -> Markup:
    """A text as markup from which browsers make the same text, sign by sign.

    They turn a carriage return into a line feed unless it is written as a reference.
    """
    return Markup(str(escape(_UNFIT.sub(_SIGN, text))).replace("\r", "&#13;"))


def json_ld(told: Mapping[str, Any]) -> Markup:
    """Linked data for a script element, which browsers read and never run.

    No text in it can end the element: all signs that markup is made of are escaped.
    """
    return Markup(json.dumps(told, ensure_ascii=False).translate(_ESCAPED))


def outside(url: str | None) -> str | None:
    """The address of an original, if a browser may follow it; None for other schemes."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else None
