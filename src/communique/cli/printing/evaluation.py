"""The report of an evaluation, as plain lines that can be searched and compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from communique.model.claim import Party
from communique.pipeline.evaluate.measure import ALL, Counts, Evaluation, Measure
from communique.pipeline.evaluate.mistakes import Fault, Mistake

_LONGEST_QUOTE = 200


def reported(evaluation: Evaluation) -> str:
    """Precision, recall and F1 with its 95 % interval, for each kind."""
    lines = [
        f"{evaluation.documents} documents",
        f"{'':<12}{'claims found':<40}filled slots",
        f"{'kind':<12}{_HEADINGS}   {_HEADINGS}".rstrip(),
    ]
    for kind, found in evaluation.found.items():
        name = "all kinds" if kind == ALL else kind
        lines.append(f"{name:<12}{_row(found)}   {_row(evaluation.slots[kind])}".rstrip())
    return "\n".join(lines)


_HEADINGS = f"{'prec.':>6}{'recall':>8}{'F1':>7}   {'95 %':<13}"


def _row(measure: Measure) -> str:
    counts, (low, high) = measure.counts, measure.interval
    numbers = f"{counts.precision:>6.3f}{counts.recall:>8.3f}{counts.f1:>7.3f}"
    return f"{numbers}   {f'{low:.3f}–{high:.3f}':<13}"


def reported_slots(by_slot: Mapping[str, Counts]) -> str:
    """The same for each slot by itself, with how often the gold fills it."""
    width = max((len(slot) for slot in by_slot), default=0) + 2
    lines = [f"{'slot':<{width}}{'prec.':>6}{'recall':>8}{'F1':>7}{'gold':>7}"]
    lines += [
        f"{slot:<{width}}{c.precision:>6.3f}{c.recall:>8.3f}{c.f1:>7.3f}{c.right + c.missed:>7}"
        for slot, c in by_slot.items()
    ]
    return "\n".join(lines)


def listed_mistakes(mistakes: Iterable[Mistake]) -> str:
    """Each mistake: where, what, its quote, and below it what was expected and what came."""
    return "\n".join(line for mistake in mistakes for line in _lines(mistake)) + "\n"


def _lines(mistake: Mistake) -> Iterator[str]:
    quote = " ".join(mistake.quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE]}…"
    head = f"{mistake.document}:{mistake.start}: {mistake.fault.value} {mistake.kind}"
    yield f"{head}: “{quote}”"
    for slot, expected, got in mistake.differences:
        if mistake.fault is Fault.MISSED:
            yield f"    {slot}: {value_of(expected)}"
        elif mistake.fault is Fault.MADE_UP:
            yield f"    {slot}: {value_of(got)}"
        else:
            wanted, came = value_of(expected) or "nothing", value_of(got) or "nothing"
            yield f"    {slot}: expected {wanted}, got {came}"


def value_of(value: object) -> str | None:
    """A value of a slot in few words; None where there is none."""
    if value is None:
        return None
    if isinstance(value, Party):
        return f"{value.name} ({value.code})" if value.code else value.name
    if isinstance(value, tuple):
        one, other = value
        if isinstance(other, Party):
            return f"{one} {value_of(other)}"
        return str(one) if one == other else f"{one or '…'}/{other or '…'}"
    return str(value)
