"""Posts and parties in the title of a document, which is no part of the analysed text."""

from __future__ import annotations

import re

from communique.claims.posts.bearers import Bond, bonds
from communique.claims.posts.study import Study
from communique.mentions.context import Context
from communique.mentions.finder import Named
from communique.mentions.registry import NAMES
from communique.mentions.resolve import in_order, resolve
from communique.model.analysis import Analysis, Token, TokenSpan
from communique.model.document import Document

_WORD = re.compile(r"\w+(?:['-]\w+)*\.?|\S")
_GENITIVE = re.compile(r"(?<=\w)['’](?=s\b)")
_SMALL = {"and": "CC", "or": "CC", "the": "DT", "a": "DT", "of": "IN", "with": "IN", "for": "IN"}


def title_bonds(study: Study) -> tuple[Bond, ...]:
    """Every person whom the title names with a post."""
    title = study.context.document.title
    return bonds(Study(title_named(study.context, title), study.knowledge)) if title else ()


def title_named(context: Context, title: str) -> Named:
    """What a title names; read without a parse."""
    title = title.replace("’", "'")
    document = Document(id=context.document.id, text=title, text_given=True)
    study = Context.of(document, _analysis(title), context.knowledge)
    return Named(study, tuple(in_order(resolve(p for find in NAMES for p in find(study)))))


def _analysis(title: str) -> Analysis:
    """A title as tokens of one sentence, tagged by their capitals."""
    spaced = _GENITIVE.sub(" ", title)
    tokens = [
        Token(m.start(), m.end(), m.group(), _tag(m.group()), 0, "ROOT" if not i else "dep")
        for i, m in enumerate(_WORD.finditer(spaced))
    ]
    return Analysis(tokens, [TokenSpan(0, len(tokens))] if tokens else [], [])


def _tag(word: str) -> str:
    if word.lower() in _SMALL:
        return _SMALL[word.lower()]
    return "NNP" if word[:1].isupper() else "NN"
