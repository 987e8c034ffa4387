"""The share of amounts and figures of gold claims that are found as mentions.

    python scripts/amount_recall.py GOLD_DIR [--missed] [--part seen|aside]

Every amount and quantity of a commitment, and every figure, is looked for among the mentions that
overlap the claim's evidence. It is found if a mention has its value, and its unit or one that reads
like it (half of the words in common).

Claims also hold values that no number of the text states ("opens a centre" is one centre, "half" is
50 percent) and lengths of time, which are mentions of times; no amount can stand for them.

`--part aside` is the third of the documents that is for measuring only; with it, nothing but
figures is printed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from communique.model.extraction import Extraction
from communique.model.mention import Mention, MoneyMention, PercentMention, QuantityMention
from communique.pipeline.evaluate.gold import part_of
from communique.pipeline.stages import Stages
from mention_recall import given

_UNSAID = frozenset({"the", "a", "an", "of", "on", "for", "and", "in", "to", "s"})
_BATCH = 32


class Stated(NamedTuple):
    """A value that a gold claim states."""

    slot: str
    value: float
    unit: str


def main() -> int:
    """Measure and print; exit status 1 if a floor that was asked for is missed."""
    options = _options()
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    gold = [json.loads(path.read_text("utf-8")) for path in sorted(options.gold.glob("*.json"))]
    gold = [g for g in gold if options.part in (None, part_of(g["id"]))]
    for record, mentions in _mentions(gold):
        for claim in record["claims"]:
            beside = [m for m in mentions if _overlaps(m, claim["evidence"])]
            for stated in _stated(claim):
                total[stated.slot] += 1
                hit = any(_says(mention, stated) for mention in beside)
                found[stated.slot] += hit
                if options.missed and not hit and options.part != "aside":
                    print(f"{record['id']}: {stated.slot} {stated.value} {stated.unit}")
    for slot in sorted(total):
        share = found[slot] / total[slot]
        print(f"{slot}: {found[slot]} of {total[slot]} found, {share:.4f}")
    floors = {
        "amount": options.amounts,
        "figure": options.figures,
        "quantity": options.quantities,
    }
    return int(any(found[slot] < floors[slot] * total[slot] for slot in total))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path, help="folder of annotated documents")
    parser.add_argument("--missed", action="store_true", help="list what was not found")
    parser.add_argument("--part", choices=["seen", "aside"], help="two thirds, or the third aside")
    for slot in ("amounts", "figures", "quantities"):
        parser.add_argument(f"--{slot}", type=float, default=0.0, help=f"least share of {slot}")
    return parser.parse_args()


def _mentions(
    gold: Sequence[dict[str, Any]],
) -> Iterator[tuple[dict[str, Any], tuple[Mention, ...]]]:
    stages = Stages.load()
    for start in range(0, len(gold), _BATCH):
        batch = gold[start : start + _BATCH]
        for record, result in zip(batch, stages.run([given(g) for g in batch]), strict=True):
            assert isinstance(result, Extraction), result
            yield record, result.mentions


def _stated(claim: Mapping[str, Any]) -> Iterator[Stated]:
    if claim["kind"] == "figure":
        yield Stated("figure", claim["value"], claim["unit"])
    if claim["kind"] == "commitment":
        if claim.get("amount"):
            yield Stated("amount", claim["amount"]["value"], claim["amount"]["currency"])
        if claim.get("quantity"):
            yield Stated("quantity", claim["quantity"]["value"], claim["quantity"]["unit"])


def _overlaps(mention: Mention, evidence: Sequence[Mapping[str, int]]) -> bool:
    return any(mention.start < e["end"] and e["start"] < mention.end for e in evidence)


def _says(mention: Mention, stated: Stated) -> bool:
    if isinstance(mention, MoneyMention):
        unit = mention.currency or ""
    elif isinstance(mention, PercentMention):
        unit = "percent"
    elif isinstance(mention, QuantityMention):
        unit = mention.unit
    else:
        return False
    near = abs(mention.value - stated.value) <= 1e-6 * max(1, abs(stated.value))
    return near and _alike(unit, stated.unit)


def _alike(one: str, other: str) -> bool:
    x, y = (set(re.findall(r"\w+", text.casefold())) - _UNSAID for text in (one, other))
    return one.casefold() == other.casefold() or 4 * len(x & y) >= len(x) + len(y) > 0


if __name__ == "__main__":
    sys.exit(main())
