"""Shares and changes in words: "half of the exports", "by a third", "doubled", "2.5 times"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.figure.bare import covered_tokens
from communique.claims.kinds.figure.movements import direction_of
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.reading import Reading
from communique.mentions.grammar.numbers import figure
from communique.mentions.grammar.ratios import is_ratio
from communique.model.mention import Bound
from communique.model.terms import Direction
from communique.vocab.claims.figures import FigureWords

_WHOLE = 100
# Words behind "three times more" in which it is told than what.
_REACH = 12
_BOUNDS = {"than": Bound.MORE_THAN, "over": Bound.MORE_THAN, "about": Bound.ABOUT,
           "around": Bound.ABOUT, "almost": Bound.ABOUT, "nearly": Bound.ABOUT}  # fmt: skip


def worded_shares(reading: Reading, words: FigureWords) -> Iterator[Number]:
    """Shares and changes that the text tells without a percentage, in text order."""
    tree, moves = reading.tree, words.movements
    covered = covered_tokens(reading)
    for index in range(len(tree)):
        lemma = tree[index].lemma
        parts = lemma == "quarter" and tree.lower(index - 1) == "three"  # No nine months.
        if (index in covered and not parts) or reading.in_heading(index):
            continue
        if lemma in moves.multiples and tree[index].tag[:2] in {"VB", "NN"}:
            yield _share(reading, moves.multiples[lemma].percent, range(index, index + 1))
        elif lemma in moves.fractions and tree[index].tag in {"NN", "NNS", "PDT"}:
            yield from _fraction(reading, words, index)
        elif tree.lower(index) == "times":
            yield from _times(reading, words, index)
            yield from _so_many_times(reading, words, index)
        elif tree.lower(index) in {"in", "of"}:
            yield from _so_many_in(reading, words, index)


def _share(reading: Reading, percent: float, tokens: range) -> Number:
    rounded = round(percent, 1)
    value = int(rounded) if rounded == int(rounded) else rounded
    bound = _BOUNDS.get(reading.tree.lower(tokens[0] - 1)) if tokens[0] else None
    return Number(value, "percent", bound, Sort.SHARE, tokens, tokens[-1], tokens[-1])


def _fraction(reading: Reading, words: FigureWords, index: int) -> Iterator[Number]:
    """As in "Half of the exports", "two thirds of them", "fell by a quarter"."""
    tree = reading.tree
    first = index
    while first and tree.lower(first - 1) in {"a", "an", "one", "-"} | set(_counting(words)):
        first -= 1
    several = next((_counting(words)[tree.lower(i)] for i in range(first, index)
                    if tree.lower(i) in _counting(words)), 1)  # fmt: skip
    if tree[index].tag == "NNS" and several == 1:
        return
    share = words.movements.fractions[tree[index].lemma] * several
    of_whole = tree.lower(index + 1) == "of" and tree[index - 1].tag not in {"JJ", "JJS"}
    if index in reading.times and not _of_things(reading, words, index):
        return
    of_whole = of_whole or _halved(reading, index)
    of_whole = of_whole and not _idle(reading, words, index)
    verb = next((i for i in tree.ancestors(index) if tree.is_verb(i)), None)
    moved = verb is not None and direction_of(tree, words.movements, verb) is not None
    if of_whole or (tree.lower(first - 1) == "by" and moved):
        yield _share(reading, share, range(first, index + 1))


def _of_things(reading: Reading, words: FigureWords, index: int) -> bool:
    """Whether three quarters are those of something, not of a year."""
    whole = next(iter(reading.tree.after(index, "of")), None)
    if whole is None or reading.tree[whole].lemma in words.counts.spans:
        return False
    return whole not in reading.times


def _idle(reading: Reading, words: FigureWords, index: int) -> bool:
    """Whether the whole is a span of time or a turn of phrase: "half the night"."""
    tree = reading.tree
    wholes = [*tree.after(index, "of"), tree[index].head]
    return any(tree[whole].lemma in words.counts.unshared for whole in wholes)


def _halved(reading: Reading, index: int) -> bool:
    """As in "Half the population"."""
    tree = reading.tree
    determined = tree.lower(index + 1) in {"the", "its", "their", "our", "all"}
    whole = tree[tree[index].head]
    return tree[index].tag == "PDT" and determined and whole.tag[:2] == "NN"


def _so_many_in(reading: Reading, words: FigureWords, index: int) -> Iterator[Number]:
    """As in "One in five seniors", "nine out of every ten farmers"."""
    tree = reading.tree
    out = tree.lower(index) == "of"
    first = index - 1 - out
    last = index + 1 + (tree.lower(index + 1) == "every")
    if first < 0 or last + 1 >= len(tree) or (out and tree.lower(index - 1) != "out"):
        return
    part, whole = (_small(words, tree.lower(i)) for i in (first, last))
    if is_ratio(part, whole) and tree[last + 1].tag in {"NNS", "NNPS", "JJ"}:
        yield _share(reading, _WHOLE * part / whole, range(first, last + 1))


def _small(words: FigureWords, text: str) -> int:
    """A whole number, in letters or figures; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() else _counting(words).get(text, 0)


def _counting(words: FigureWords) -> dict[str, int]:
    return words.movements.numerals


def _times(reading: Reading, words: FigureWords, index: int) -> Iterator[Number]:
    """As in "Grew 2.5 times": by 150 percent."""
    tree = reading.tree
    verb = next((i for i in tree.ancestors(index) if tree.is_verb(i)), None)
    if verb is None or direction_of(tree, words.movements, verb) is not Direction.UP:
        return
    times = _multiplier(reading, words, index)
    if times > 1:
        yield _share(reading, (times - 1) * _WHOLE, range(index - 1, index + 1))


def _multiplier(reading: Reading, words: FigureWords, index: int) -> float:
    """The number before "times"; 0 where none stands there."""
    text = reading.tree[index - 1].text if index else ""
    plainly = text[:1].isdigit() and text.replace(".", "", 1).isdigit()
    return float(figure(text).value) if plainly else _counting(words).get(text.lower(), 0)


def _so_many_times(reading: Reading, words: FigureWords, index: int) -> Iterator[Number]:
    """As in "Five times higher than", "three times as many as": so many times."""
    tree, after = reading.tree, index + 1
    while tree.lower(after) in {"as", "the"}:
        after += 1
    if after >= tree.sentence(index).last:
        return
    larger = tree[after].tag in {"JJR", "RBR"} or tree[after].lemma in words.counts.extents
    alike = after > index + 1 and tree[after].tag in {"JJ", "RB"}
    times = _multiplier(reading, words, index)
    following = {
        tree.lower(i) for i in range(after, min(after + _REACH, tree.sentence(index).last))
    }
    if times > 1 and (larger or alike) and following & {"than", "as", "of", "in"}:
        low, dash = tree[max(index - 3, 0)].text, tree.lower(index - 2) in {"-", "–", "to"}
        ranged = dash and low.isascii() and low.isdigit()
        value = int(times) if times == int(times) else times
        first = index - 3 if ranged else index - 1
        bound = Bound.AT_LEAST if ranged else _BOUNDS.get(tree.lower(first - 1))
        tokens = range(first, index + 1)
        yield Number(
            int(low) if ranged else value, "times", bound, Sort.SHARE, tokens, index, index
        )
