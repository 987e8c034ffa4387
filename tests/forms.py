"""Reads forms of pages, so that tests send what a browser would."""

from __future__ import annotations

import re
from html import unescape


def hidden(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form of an action."""
    form = re.search(
        rf'<form[^>]*method="post" action="[^"]*/{action}[^"]*".*?</form>', page, re.DOTALL
    )
    assert form is not None, action
    told = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return {name: unescape(value) for name, value in told}
