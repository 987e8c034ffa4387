"""The page of a rule, from its own words: printed by `communique rule`, generated into the docs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from inspect import getdoc
from types import MappingProxyType

from communique.checks.rule import Example, Rule, Told
from communique.model.finding import Scope

_SEEN: Mapping[Scope, str] = MappingProxyType(
    {
        Scope.DOCUMENT: "one document",
        Scope.RECORD: "one record with all its claims",
        Scope.DOSSIER: "several documents or records of the dossier",
    }
)
#: Families of rules by the letters of their codes.
FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "ARI": "Arithmetic",
        "CAL": "Calendar",
        "COM": "Commitments",
        "OFF": "Offices",
        "SRC": "Sources",
    }
)


def summary(rule: type[Rule]) -> str:
    """The rule stated exactly, in a sentence or two, on one line."""
    return " ".join((getdoc(rule) or "").partition("\n\n")[0].split())


def page(rule: type[Rule]) -> str:
    """The page of a rule in Markdown."""
    return "\n\n".join(_parts(rule)) + "\n"


def _parts(rule: type[Rule]) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield f"Severity: {rule.severity}. Looks at {_SEEN[rule.scope]}. Since {rule.since}."
    for heading, told in sections(rule):
        yield f"## {heading}\n\n{told}" if heading else told
    yield f"## Example\n\n{_example(rule.fires)}"
    yield f"## Near miss\n\n{_example(rule.quiet)}"


def sections(rule: type[Rule]) -> Iterator[tuple[str, str]]:
    """The paragraphs of a rule's own words with their headings; empty where one has none."""
    first, *others = (getdoc(rule) or "").split("\n\n")
    yield "What it looks for", first
    for paragraph in others:
        heading, colon, told = paragraph.partition(":")
        yield (heading, _sentence(told)) if colon else ("", paragraph)


def _sentence(words: str) -> str:
    told = words.strip()
    return told[:1].upper() + told[1:]


def _example(example: Example) -> str:
    documents = "\n\n".join(_document(told) for told in example.documents)
    return f"{documents}\n\n{example.why}"


def _document(told: Told) -> str:
    facts = [told.publisher or "A document", told.published.isoformat()]
    lines = [", ".join(facts) + ":", *_quoted(told)]
    return "\n".join(lines)


def _quoted(told: Told) -> Iterable[str]:
    yield ""
    if told.title:
        yield f"> **{told.title}**"
        yield ">"
    for line in told.text.split("\n"):
        yield f"> {line}".rstrip()
