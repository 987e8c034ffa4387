"""How pages say what is not the article, from `page_furniture.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.expressions import either
from communique.vocab.loader import read_yaml


class _File(BaseModel):
    """The file: lists of regular expressions; it says beside each what they are for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    edge: tuple[str, ...]
    strong: tuple[str, ...]
    opens_tail: tuple[str, ...]
    disclaimer: tuple[str, ...]
    caption: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """Patterns of page furniture, ready to search.

    Attributes:
        edge: Lines that are furniture above or below the article.
        strong: Lines that are furniture anywhere.
        opens_tail: Lines below the article that open a list of links.
        disclaimer: Sentences in which a publisher disowns the content.
        caption: Lines about a picture.
    """

    edge: re.Pattern[str]
    strong: re.Pattern[str]
    opens_tail: re.Pattern[str]
    disclaimer: re.Pattern[str]
    caption: re.Pattern[str]


def load_page_furniture() -> PageFurniture:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema, or an entry is no regular expression.
    """
    name = "page_furniture.yaml"
    read = read_yaml(files("communique.vocab") / "data" / name, _File)
    return PageFurniture(
        **{field: either(name, getattr(read, field), field) for field in _File.model_fields}
    )
