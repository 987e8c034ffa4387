"""The full names of a document's persons, found again by their parts."""

from __future__ import annotations

from collections.abc import Iterator

from communique.mentions.context import Context
from communique.mentions.words import Run, is_name


class FullNames:
    """The full names of a document, found again by their parts."""

    def __init__(self, context: Context, runs: list[Run]) -> None:
        self._context = context
        self._by_word: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
        for run in sorted(runs):
            self._add(run.first, context.name(run), _parts(context, run))
        for name, parts in _title_names(context, set(self._by_word)):
            self._add(-1, name, parts)

    def _add(self, first: int, name: str, parts: frozenset[str]) -> None:
        for part in parts:
            self._by_word.setdefault(part, []).append((first, name, parts))

    def surname(self, word: str, index: int) -> bool:
        """Whether a word is the last part of a full name that was told before an index."""
        return any(
            first < index and name.endswith(word) and len(parts) > 1
            for first, name, parts in self._by_word.get(word, ())
        )

    def fullest(self, run: Run) -> str:
        """The fullest name of the document that has all parts of the given one, else its own."""
        parts = _parts(self._context, run)
        own = self._context.name(run)
        if not parts:
            return own
        rarest = min((self._by_word.get(part, []) for part in parts), key=len)
        longer = [entry for entry in rarest if parts < entry[2]]
        earlier = [entry for entry in longer if entry[0] < run.first] or longer
        # The nearest told before; of one place, the one with the most parts.
        return max(earlier, key=lambda e: (len(e[2]), e[0]))[1] if earlier else own


def _parts(context: Context, run: Run) -> frozenset[str]:
    words = context.words
    return frozenset(words.text[i] for i in range(*run) if words.text[i].isalpha())


def _title_names(context: Context, known: set[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Full names in the document's title that end in a name known from the text."""
    title = (context.document.title or "").replace("’", "'")
    pieces = title.replace("'s ", " ").replace(",", " ").split()
    for index in range(1, len(pieces)):
        if pieces[index] in known and is_name(pieces[index - 1]) and pieces[index - 1].isalpha():
            lower = pieces[index - 1].lower()
            if lower not in context.knowledge.never_names and not _is_post(context, lower):
                yield (
                    " ".join(pieces[index - 1 : index + 1]),
                    frozenset(pieces[index - 1 : index + 1]),
                )


def _is_post(context: Context, word: str) -> bool:
    return context.knowledge.posts.longest((word,), 0) is not None
