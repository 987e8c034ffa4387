"""Words by which a later version of a text owns up to a change, from `checks/corrections.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.expressions import either
from communique.vocab.loader import read_yaml


class _File(BaseModel):
    """What the file says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    notices: tuple[str, ...]


@cache
def correction_notice() -> re.Pattern[str]:
    """One pattern that fits any notice of a change.

    Raises:
        BadVocabulary: The file breaks its schema, or an entry is no regular expression.
    """
    read = read_yaml(files("communique.vocab") / "data/checks/corrections.yaml", _File)
    return either("corrections", read.notices)
