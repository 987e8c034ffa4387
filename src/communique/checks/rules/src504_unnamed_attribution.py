"""SRC504: somebody says something, and the text does not say who."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from communique.checks.background import Background
from communique.checks.phrases import Letters
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Severity
from communique.model.mention import Mention, PartyMention, PersonMention, PlaceMention
from communique.model.span import Span
from communique.vocab.unnamed import BEFORE, unnamed

# Code points that four words before a noun may take.
_REACH = 80
_BLANKS = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# "According to the Ministry", "the agency Interfax reported": what is hearsay has a source then.
_NAMED = re.compile(r"\b(?i:according to|citing|quoting|as reported by)(?: the| a| an)? [A-Z]")
# "Sources of energy", but "sources of the agency".
_OF_SOMETHING = re.compile(r"\]? of (?!the\b)[a-z]+\b")


class UnnamedAttribution(DocumentRule):
    """A sentence is ascribed to sources, officials, reports or hearsay without a name.

    Why it matters: nobody answers for such a sentence, and nobody can be asked; what it tells is
    weaker than the same words of a ministry or a named person.

    What to do: look for a source with a name that tells the same, and treat the claim as
    unconfirmed until there is one.

    Known limits: officials whose institution is named ("officials of the Ministry of Trade said")
    count as named, unless the text says that they asked not to be; "the officials said" is taken to
    mean somebody who was named before.
    """

    code = "SRC504"
    name = "unnamed-attribution"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Oman will lend Peru 300 million US dollars, according to two sources close to the"
                " talks.",
                date(2024, 7, 3),
            ),
        ),
        "The sources have no name.",
    )
    quiet = Example(
        (
            Told(
                "Oman will lend Peru 300 million US dollars for new sources of energy, officials of"
                " the Ministry of Finance of Oman said.",
                date(2024, 7, 3),
            ),
        ),
        "The ministry is named, and the sources are sources of energy.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._words = unnamed()
        self._gate, self._turns = Letters(self._words.gate), Letters(self._words.turns)
        self._bodies = frozenset(body.name for body in background.vocabulary.institutions)

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        gate = self._gate.among(sheet.lower, sheet.words)
        turns = self._turns.among(sheet.lower, sheet.words) if gate else []
        for sentence in sheet.sentences if gate and turns else ():
            lower = sheet.lower[sentence.start : sentence.end]
            if any(word in lower for word in gate) and any(word in lower for word in turns):
                told = sheet.text[sentence.start : sentence.end]
                words = self._unnamed(sheet, sentence, told, lower)
                if words is not None:
                    quote = sheet.quote(sentence.start, sentence.end)
                    yield self.found(f"the text does not name who says this: “{words}”", [quote])

    def _unnamed(self, sheet: Sheet, sentence: Span, told: str, lower: str) -> str | None:
        """The words of a sentence that stand for a source without a name."""
        promised = any(part in lower for part in self._words.promised)
        anonymous = self._words.anonymous.search(told) if promised else None
        if anonymous:
            return anonymous[0]
        for pattern in self._words.speaking:
            for found in pattern.finditer(told):
                start = max(0, found.start("noun") - _REACH)
                before = BEFORE.search(told, start, found.start("noun"))
                begin = found.start("noun") if before is None else before.start()
                if self._is_nobody(sheet, sentence.start, begin, found):
                    return self._phrase(begin, found)
        hearsay = self._words.hearsay.search(told)
        if hearsay and not _NAMED.search(told):
            return hearsay[0].strip(" ,;–—")
        return None

    def _is_nobody(self, sheet: Sheet, offset: int, begin: int, found: re.Match[str]) -> bool:
        """Whether a noun for speakers says no more of who they are.

        Args:
            sheet: The document.
            offset: Where the sentence begins in its text.
            begin: Where the words before the noun begin in the sentence.
            found: The noun with what stands behind it.
        """
        start = found.start("noun")
        before = [word.casefold() for word in _WORD.findall(found.string, begin, start)]
        if _has_person(sheet, offset + min(begin, found.start()), offset + found.end()):
            return False
        if found["noun"].casefold() in self._words.informants:
            return not self._is_other(before, found["behind"])
        if self._words.definite.intersection(before):
            return False
        # "A White House official said" is one of hundreds; its officials speak for the house.
        many = found["noun"].casefold().endswith("s")
        if many and self._names_body(sheet, offset + begin, offset + start, _is_party):
            return False
        start, end = found.span("behind")
        return not self._names_body(sheet, offset + start, offset + end, _is_place)

    def _is_other(self, before: list[str], behind: str) -> bool:
        """Whether "sources" are no informants: "sources of energy", "open sources"."""
        other = self._words.other_sources
        return (bool(before) and before[-1] in other) or _OF_SOMETHING.match(behind) is not None

    def _names_body(
        self, sheet: Sheet, start: int, end: int, is_place: Callable[[Mention], bool]
    ) -> bool:
        """Whether words name an institution: by a capital that is no state, region or place."""
        near = [m for m in sheet.mentions if m.start < end and start < m.end]
        places = [m for m in near if is_place(m) and getattr(m, "name", "") not in self._bodies]
        return any(
            word[0][0].isupper()
            and not self._describes(sheet, word)
            and not any(m.start <= word.start() < m.end for m in places)
            for word in _WORD.finditer(sheet.text, start, end)
        )

    def _describes(self, sheet: Sheet, word: re.Match[str]) -> bool:
        """Whether a word has its capital for another reason than that it is a name."""
        plain = word[0].casefold()
        if plain in self._words.regions:
            return True
        sentence = sheet.sentence_at(word.start())
        opens = sentence is not None and sentence.start == word.start()
        known = plain in self._words.describing | self._words.opening
        return known and (opens or word[0].isupper())

    def _phrase(self, begin: int, found: re.Match[str]) -> str:
        """The words of a match, with what describes the speakers before them."""
        start = found.start("noun")
        for word in reversed(list(_BLANKS.finditer(found.string, begin, start))):
            plain = word[0].strip("[]").casefold()
            if plain in self._words.opening:
                break
            if not (word[0][0].isupper() or plain in self._words.describing):
                break
            start = word.start()
        return found.string[min(start, found.start()) : found.end()].strip(" []")


def _is_party(mention: Mention) -> bool:
    """Whether a party is named by its own name: "Kazakh officials", not "Akorda officials"."""
    return isinstance(mention, PartyMention) and not mention.metonym


def _is_place(mention: Mention) -> bool:
    """Whether a place or a party is named: "officials in Astana"."""
    return isinstance(mention, PartyMention | PlaceMention)


def _has_person(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a person is named among words, or right before or behind them."""
    return any(m.start <= end + 1 and start - 3 <= m.end for m in sheet.mentions_of(PersonMention))
