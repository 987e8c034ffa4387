"""Compare the time grammar with other libraries: accuracy and characters a second, in one run.

    python benchmarks/times.py [TEXTS.jsonl] [--every N]

Without a file every fourth of the annotated news documents is read, since one library takes minutes
for all. Each line of a file is {"text", "published", "gold": [{"start", "end", "value"}, …]};
without "gold" only the speed is told. The libraries are used as their documentation says.

An answer belongs to a gold expression if they overlap, equal spans first, each used once.
"value" counts the pairs with equal TIMEX3 values. "day" looks at the gold expressions that are one
day, and leaves out answers to the others: the one thing that all three libraries give.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from communique.mentions.times.reader import TimeReader
from peers import folder, measured, scorer


@dataclass(frozen=True, slots=True)
class Item:
    """A time expression, of the gold or of a tool."""

    start: int
    end: int
    value: str

    @property
    def is_day(self) -> bool:
        """Whether the value is one day."""
        with suppress(ValueError):
            return bool(date.fromisoformat(self.value)) and len(self.value) == 10
        return False


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its gold."""

    text: str
    published: date
    gold: tuple[Item, ...]


Tool = Callable[[str, date], list[Item]]


def main() -> None:
    """Read the texts, run every tool that is there, print one line each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--every", type=int, default=4, help="read one document in so many")
    options = parser.parse_args()
    print("times")
    texts = list(_texts(options.texts) if options.texts else _annotated(options.every))
    if not texts:
        return
    size = sum(len(text.text) for text in texts)
    print(f"{len(texts)} texts, {size} characters, {sum(len(t.gold) for t in texts)} expressions")
    print(f"{'':<24}{'span F1':>9}{'value F1':>10}{'day F1':>9}{'chars/s':>12}")
    days = {text.text: text.published for text in texts}

    def show(name: str, answers: Sequence[list[Item]], speed: float) -> None:
        span, value, day = _scores(texts, answers)
        print(f"{name:<24}{span:>9.2f}{value:>10.2f}{day:>9.2f}{speed:>12,.0f}")

    def dated(make: Callable[[], Tool]) -> Callable[[], Callable[[str], list[Item]]]:
        def load() -> Callable[[str], list[Item]]:
            tool = make()
            return lambda text: tool(text, days.get(text, date(2024, 5, 6)))

        return load

    measured(
        [
            ("communique", dated(_communique)),
            ("dateparser", dated(_dateparser)),
            ("recognizers-text-suite", dated(_recognizers)),
        ],
        [text.text for text in texts],
        show,
    )


def _texts(path: Path) -> Iterator[Text]:
    for line in path.read_text("utf-8").splitlines():
        yield _text(json.loads(line), "published")


def _annotated(every: int) -> Iterator[Text]:
    """One in so many of the annotated news documents, none where they are missing."""
    scores = scorer("score_times", "times")
    if scores is None:
        return
    folders = [str(folder("times") / name) for name in ("TimeBank", "AQUAINT")]
    for path in sorted(scores.timeml_files(folders))[::every]:
        yield _text(scores.read_timeml(path), "date")


def _text(record: dict[str, Any], day: str) -> Text:
    gold = (Item(g["start"], g["end"], g["value"]) for g in record.get("gold", ()))
    return Text(record["text"], date.fromisoformat(record[day]), tuple(gold))


def _communique() -> Tool:
    reader = TimeReader.load()

    def run(text: str, on: date) -> list[Item]:
        mentions = (reading.mention for reading in reader.read(text, on))
        return [Item(m.start, m.end, m.value) for m in mentions]

    return run


def _dateparser() -> Tool:
    from dateparser.search import search_dates

    def run(text: str, on: date) -> list[Item]:
        base = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - it wants a naive one
        found = search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        items: list[Item] = []
        at = 0
        for piece, moment in found:
            # It returns the words, in order, but not where they stand.
            start = text.find(piece, at)
            if start >= 0:
                at = start + len(piece)
                items.append(Item(start, at, moment.date().isoformat()))
        return items

    return run


def _recognizers() -> Tool:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def run(text: str, on: date) -> list[Item]:
        base = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - it wants a naive one
        return [
            Item(result.start, result.end + 1, _resolved(result.resolution["values"]))
            for result in model.parse(text, base)
            if result.resolution
        ]

    return run


def _resolved(values: Sequence[dict[str, Any]]) -> str:
    """A TIMEX3 value from its answer: where that leaves the year or week open, the first, past one.

    Ranges that are a year, quarter or month of the calendar are written as such.
    """
    first = values[0]
    timex = str(first.get("timex", ""))
    if "start" in first and "end" in first and timex.startswith("("):
        return _calendar_unit(first["start"], first["end"]) or timex
    if "XXXX" not in timex:
        return timex
    if "value" in first:
        return str(first["value"])
    return str(first.get("start", timex))[: 7 if timex.count("-") == 1 else 10]


def _calendar_unit(start: str, end: str) -> str | None:
    with suppress(ValueError):
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        months = 12 * (last.year - first.year) + last.month - first.month
        if first.day == last.day == 1:
            if months == 12 and first.month == 1:
                return f"{first.year}"
            if months == 3 and first.month % 3 == 1:
                return f"{first.year}-Q{first.month // 3 + 1}"
            if months == 1:
                return start[:7]
    return None


def _scores(texts: Sequence[Text], answers: Sequence[list[Item]]) -> tuple[float, float, float]:
    gold = found = spans = values = 0
    day_gold = day_found = days = 0
    for text, items in zip(texts, answers, strict=True):
        pairs = _pairs(text.gold, items)
        gold, found, spans = gold + len(text.gold), found + len(items), spans + len(pairs)
        values += sum(g.value == f.value for g, f in pairs)
        day_gold += sum(item.is_day for item in text.gold)
        elsewhere = sum(not g.is_day for g, _ in pairs)
        day_found += len(items) - elsewhere
        days += sum(g.is_day and g.value == f.value for g, f in pairs)
    return _f1(spans, found, gold), _f1(values, found, gold), _f1(days, day_found, day_gold)


def _pairs(gold: Sequence[Item], found: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Overlapping pairs, equal spans first, then the largest overlap; each item once."""
    ranked = sorted(
        (((g.start, g.end) != (f.start, f.end), -overlap, i, j)
         for i, g in enumerate(gold)
         for j, f in enumerate(found)
         if (overlap := min(g.end, f.end) - max(g.start, f.start)) > 0)
    )  # fmt: skip
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs: list[tuple[Item, Item]] = []
    for _, _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _f1(hit: int, found: int, gold: int) -> float:
    return 200 * hit / (found + gold) if found + gold else 0.0


if __name__ == "__main__":
    main()
