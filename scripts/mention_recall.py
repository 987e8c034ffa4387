"""The share of gold parties and persons that are found as mentions.

    python scripts/mention_recall.py GOLD_DIR [--missed] [--part seen|aside]

Every party and person of the claims of an annotated document is looked for once among the mentions
of that document. A party is found if a mention has its code, or a mention of a party, organisation
or place has its name or reads like it. A person is found if a mention of a person has the name or
reads like it.

Claims also hold parties that no words of the text name ("we" of a joint statement, "the five
leaders"); no mention can stand for them. So three shares are printed: of all; of those that the
text names, by the gold's name or by any name of the vocabulary with that code; and of all, where
the document's title counts as text, as it does for claims.

`--part aside` is the third of the documents that is for measuring only; with it, nothing but
figures is printed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.documents.analysis import Analyser
from communique.documents.read import DocumentReader
from communique.mentions.finder import MentionFinder
from communique.model.mention import Mention
from communique.model.raw import GivenDocument
from communique.pipeline.evaluate.gold import part_of
from communique.vocab.words import words_of


@dataclass(frozen=True)
class Named:
    """A party or person that a gold claim names."""

    kind: str
    name: str
    code: str | None


def main() -> int:
    """Measure and print; exit status 1 if a floor that was asked for is missed."""
    options = _options()
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with_title: Counter[str] = Counter()
    unnamed: Counter[str] = Counter()
    missed: list[str] = []
    gold = [json.loads(path.read_text("utf-8")) for path in sorted(options.gold.glob("*.json"))]
    gold = [g for g in gold if options.part in (None, part_of(g["id"]))]
    reader, analyser, finder = DocumentReader.load(), Analyser.load(), MentionFinder.load()
    documents = [reader.read(given(g)) for g in gold]
    titles = [reader.read(GivenDocument(g["id"], g["id"], g["title"] or "-")) for g in gold]
    analysed = zip(analyser.analyse(documents), analyser.analyse(titles), strict=True)
    for record, document, title, (analysis, of_title) in zip(
        gold, documents, titles, analysed, strict=True
    ):
        mentions = finder.find(document, analysis).mentions
        in_title = finder.find(title, of_title).mentions
        for named in sorted(set(_named(record["claims"])), key=lambda n: (n.kind, n.name)):
            total[named.kind] += 1
            if _is_found(named, mentions, finder):
                found[named.kind] += 1
                with_title[named.kind] += 1
            else:
                with_title[named.kind] += _is_found(named, (*mentions, *in_title), finder)
                told = _is_told(named, document.text, finder)
                unnamed[named.kind] += not told
                remark = "" if told else ", not named in the text"
                missed.append(f"{record['id']}: {named.kind} {named.name} ({named.code}){remark}")
    for kind in sorted(total):
        named_in_text = total[kind] - unnamed[kind]
        print(
            f"{kind}: {found[kind]} of {total[kind]} found, {found[kind] / total[kind]:.4f}; "
            f"of the {named_in_text} that the text names {found[kind] / named_in_text:.4f}; "
            f"with the title {with_title[kind] / total[kind]:.4f}"
        )
    if options.missed and options.part != "aside":
        print("\n".join(missed))
    floors = {"party": options.parties, "person": options.persons}
    return int(any(found[k] < floors[k] * (total[k] - unnamed[k]) for k in total))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path, help="folder of annotated documents")
    parser.add_argument("--missed", action="store_true", help="list what was not found")
    parser.add_argument("--part", choices=["seen", "aside"], help="two thirds, or the third aside")
    parser.add_argument(
        "--parties", type=float, default=0.0, help="least share of parties that the text names"
    )
    parser.add_argument(
        "--persons", type=float, default=0.0, help="least share of persons that the text names"
    )
    return parser.parse_args()


def given(record: dict[str, str]) -> GivenDocument:
    """An annotated document without its annotation."""
    fields = ("title", "published", "publisher", "url", "language")
    told = {field: record.get(field) for field in fields}
    return GivenDocument(address=record["id"], id=record["id"], text=record["text"], **told)


def _named(value: object) -> Iterator[Named]:
    """All parties and persons inside a JSON value."""
    if isinstance(value, dict):
        if set(value) == {"name", "code"}:
            yield Named("party", value["name"], value["code"])
        elif set(value) == {"name"}:
            yield Named("person", value["name"], None)
        else:
            for inner in value.values():
                yield from _named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner)


def _is_found(named: Named, mentions: tuple[Mention, ...], finder: MentionFinder) -> bool:
    fitting = [mention for mention in mentions if _fits(named.kind, mention.kind)]
    names = {_folded(getattr(m, "name", "")) for m in fitting} | {_folded(m.text) for m in fitting}
    codes = {getattr(m, "code", None) for m in mentions}
    if named.code is not None and named.code in codes:
        return True
    return any(_folded(name) in names for name in _wordings(named, finder))


def _wordings(named: Named, finder: MentionFinder) -> Iterator[str]:
    """The gold's name, its parts outside and inside brackets, and the vocabulary's name for it."""
    yield named.name
    if named.kind == "party":
        yield from filter(None, (part.strip(" )") for part in named.name.split("(")))
        words = words_of(named.name)
        found = finder.knowledge.parties.longest(words, 0)
        if found is not None and found[0] == len(words):
            yield from (sense.name for sense in found[1])


def _is_told(named: Named, text: str, finder: MentionFinder) -> bool:
    """Whether the text names a party or person at all."""
    if any(_folded(name) in _folded(text) for name in _wordings(named, finder)):
        return True
    words = words_of(text)
    senses = (finder.knowledge.parties.longest(words, index) for index in range(len(words)))
    codes = {sense.code for found in senses if found is not None for sense in found[1]}
    return named.code is not None and named.code in codes


def _fits(wanted: str, kind: str) -> bool:
    return kind == "person" if wanted == "person" else kind in {"party", "organization", "place"}


def _folded(name: str) -> str:
    return " ".join(name.replace("\u2019", "'").casefold().split())


if __name__ == "__main__":
    sys.exit(main())
