"""Compare the grammar of amounts with other libraries: accuracy and speed, in one run.

    python benchmarks/amounts.py

Figures are F1 of overlapping spans with the right value and, for money, the right currency: on news
sentences, and on the cases of Recognizers-Text, a good part of which is spoken English. A library
without currency codes gets the usual one of its sign or noun. price-parser finds one price a text
and no percentages. "all" is the F1 over all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.amounts.reader import AmountReader
from communique.vocab.amounts import load_amounts
from peers import folder, measured, scorer

Found = dict[str, Any]
Tool = Callable[[str], list[Found]]


def main() -> None:
    """Read the texts, run every tool that is there, print one line each."""
    print("amounts")
    scores = scorer("score_amounts", "amounts")
    if scores is None:
        return
    sets = _sets(scores)
    texts = [document["text"] for _, _, documents in sets for document in documents]
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters")
    print(
        f"{'':<24}"
        + "".join(f"{name:>15}" for name in (*(s[0] for s in sets), "all"))
        + f"{'chars/s':>12}"
    )

    def show(name: str, answers: Sequence[list[Found]], speed: float) -> None:
        rest = iter(answers)
        figures = []
        for _, kind, documents in sets:
            here = [next(rest) for _ in documents]
            figures.append(scores.score_amounts(documents, here, kind)["headline_f1"])
        hits, found, gold = (sum(f[key] for f in figures) for key in ("hit", "found", "gold"))
        shares = [f["f1"] for f in figures] + [200 * hits / (found + gold)]
        print(f"{name:<24}" + "".join(f"{f:>15.2f}" for f in shares) + f"{speed:>12,.0f}")

    measured(
        [
            ("communique", _communique),
            ("recognizers-text-suite", lambda: _recognizers(scores.UNITS)),
            ("quantulum3", _quantulum),
            ("price-parser", _price_parser),
        ],
        texts,
        show,
    )


def _sets(scores: ModuleType) -> list[tuple[str, str, list[dict[str, Any]]]]:
    news = scores.news(str(folder("amounts") / "news_dev.jsonl"))
    cases = [
        (f"cases {kind}", kind, scores.spec_amounts(str(folder("amounts") / name), kind))
        for name, kind in (("CurrencyModel.json", "money"), ("PercentModel.json", "percent"))
    ]
    return [("news money", "money", news), ("news percent", "percent", news), *cases]


def _communique() -> Tool:
    reader = AmountReader.load()
    return lambda text: [_found(amount) for amount in reader.read(text)]


def _found(amount: Amount) -> Found:
    money = amount.kind is AmountKind.MONEY
    return {
        "kind": amount.kind.value,
        "start": amount.start,
        "end": amount.end,
        "value": float(amount.low.value),
        "currency": amount.unit if money else None,
    }


def _recognizers(units: Mapping[str, tuple[float, list[str]]]) -> Tool:
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    money = NumberWithUnitRecognizer(Culture.English).get_currency_model()
    percent = NumberRecognizer(Culture.English).get_percentage_model()

    def run(text: str) -> list[Found]:
        found: list[Found] = []
        for result in money.parse(text):
            told = result.resolution or {}
            if told.get("value") is None:
                continue
            factor, codes = units.get(told["unit"], (1, [told["unit"]]))
            code = told.get("isoCurrency") or codes[0]
            value = float(told["value"]) * (1 if told.get("isoCurrency") else factor)
            found.append(_item("money", result.start, result.end + 1, value, code))
        for result in percent.parse(text):
            value = float(result.resolution["value"].rstrip("%"))
            found.append(_item("percent", result.start, result.end + 1, value))
        return found

    return run


def _quantulum() -> Tool:
    from quantulum3 import parser

    def run(text: str) -> list[Found]:
        found: list[Found] = []
        for quantity in parser.parse(text):
            start, end = quantity.span
            if quantity.unit.entity.name == "currency":
                code = quantity.unit.currency_code or ""
                found.append(_item("money", start, end, quantity.value, code))
            elif quantity.unit.name == "cent":
                found.append(_item("money", start, end, quantity.value / 100, "USD"))
            elif quantity.unit.name == "percentage":
                found.append(_item("percent", start, end, quantity.value))
        return found

    return run


def _price_parser() -> Tool:
    from price_parser import Price

    codes = {
        sign: currency.code
        for currency in reversed(load_amounts().currencies)
        for sign in (*currency.signs, *currency.nouns, currency.code)
    }
    codes |= {"$": "USD", "dollar": "USD", "pound": "GBP"}

    def run(text: str) -> list[Found]:
        price = Price.fromstring(text)
        if price.amount is None or price.amount_text is None:
            return []
        start = text.find(price.amount_text)
        code = codes.get(price.currency or "")
        return [_item("money", start, start + len(price.amount_text), float(price.amount), code)]

    return run


def _item(kind: str, start: int, end: int, value: float, currency: str | None = None) -> Found:
    return {"kind": kind, "start": start, "end": end, "value": value, "currency": currency}


if __name__ == "__main__":
    main()
