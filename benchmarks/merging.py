"""Merging of claims into records beside two others, on the same claims: pairwise F1, in one run.

    python benchmarks/merging.py [FOLDER]

FOLDER holds documents and happenings as `eval/merging` does, which is the default. The claims are
found once; only how they are joined differs:

communique      the matchers of the package.
plain rules     what one would write in an hour: claims of a kind are joined if they share a party
                and their days overlap; sums and figures, which are seldom dated, if the number and
                the unit are equal and a party is shared; offices and persons if the surname, and
                of offices the party, are equal. Whatever is linked is one.
splink          a library for linking records (Fellegi and Sunter's model): the same fields,
                its own comparisons for them, estimated without annotated pairs, and joined at the
                probability, of 0.5, 0.9, 0.99 and 0.999, at which it does best on `eval/merging`.
                Of the extra `bench`.

The matchers were written with these documents at hand, the two others were not.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.claim import Claim, Party, When
from communique.model.linking import Linked
from communique.model.record import ClaimRef, Node
from communique.pipeline.evaluate.happenings import KINDS, claims_for, read_merging_gold
from communique.pipeline.evaluate.joining import joined
from communique.pipeline.evaluate.measure import ALL
from communique.pipeline.evaluate.merging import Grouping, MergingScore, scored_merging
from communique.pipeline.evaluate.run_merging import told_in
from communique.pipeline.extract import cores, extract
from communique.pipeline.knowledge import Knowledge
from communique.pipeline.stages import StagesLoader
from communique.records.clusters import components

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Row:
    """What of a claim the two others look at.

    Attributes:
        ref: The claim.
        first: First day, None where none is told.
        last: Last day.
        parties: Names of parties.
        surnames: Last words of the names of persons.
        number: Sum, quantity or figure.
        unit: Its currency or unit.
        words: Name, title, label, post or what is undertaken.
        place: Where.
        published: Day of publication.
    """

    ref: ClaimRef
    first: date | None
    last: date | None
    parties: frozenset[str]
    surnames: frozenset[str]
    number: float | None
    unit: str | None
    words: str
    place: str | None
    published: date | None


def main() -> None:
    """Find the claims, join them in every way that is there, print one line each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "eval/merging")
    gold = read_merging_gold(parser.parse_args().folder)
    knowledge = Knowledge.load()
    told = told_in(gold, list(extract(gold.documents, StagesLoader(), cores())), knowledge)
    claims = len(told.nodes)
    print("merging")
    print(f"{len(gold.documents)} documents, {len(gold.happenings)} happenings, {claims} claims")

    def show(name: str, grouping: Grouping) -> None:
        print(_line(name, scored_merging(gold, told.claims, grouping)))

    print(f"{'':<16}{'prec.':>8}{'recall':>8}{'F1':>7}   {'95 %':<13}{'B-cubed':>9}   F1 by kind")
    show("communique", joined(told.nodes.values(), knowledge.matchers).grouping())
    rows = {kind: list(_rows(kind, told.nodes.values())) for kind in KINDS}
    show("plain rules", {kind: _by_rules(kind, rows[kind]) for kind in KINDS})
    try:
        show("splink", {kind: _by_splink(kind, rows[kind]) for kind in KINDS})
    except ImportError as error:
        print(f"{'splink':<16}not installed ({error}); make bench-peers installs it")


def _line(name: str, score: MergingScore) -> str:
    whole = score.kinds[ALL]
    counts, (low, high) = whole.pairs.counts, whole.pairs.interval
    by_kind = (f"{k} {s.pairs.counts.f1:.2f}" for k, s in score.kinds.items() if k != ALL)
    return (
        f"{name:<16}{counts.precision:>8.3f}{counts.recall:>8.3f}{counts.f1:>7.3f}"
        f"   {f'{low:.3f}–{high:.3f}':<13}{whole.cubed.f1:>9.3f}   {', '.join(by_kind)}"
    )


def _rows(kind: str, nodes: Iterable[Node]) -> Iterator[Row]:
    for node in nodes:
        if node.claim.kind == claims_for(kind):
            yield _row(node.ref, node.claim, node.document.published)


def _row(ref: ClaimRef, claim: Claim, published: date | None) -> Row:
    when, parties, persons, words = _told(claim)
    number, unit = _number(claim)
    return Row(
        ref,
        when.first if when is not None else None,
        when.last if when is not None else None,
        frozenset(party.name for party in parties),
        frozenset(_plain(name).split()[-1] for name in persons if name.split()),
        number,
        unit,
        _plain(words or ""),
        getattr(claim, "place", None),
        published,
    )


def _told(claim: Claim) -> tuple[When | None, list[Party], list[str], str | None]:
    """Days, parties, persons and words of a claim."""
    match claim:
        case Event():
            parties = [a.party for a in claim.actors if a.party is not None]
            persons = [a.person.name for a in claim.actors if a.person is not None]
            return claim.when, parties, persons, claim.title
        case Instrument():
            return claim.when, list(claim.parties), [], claim.name
        case Commitment():
            return claim.when, [*claim.by, *claim.to], [], claim.action
        case Figure():
            return claim.period, list(claim.about), [], claim.label
        case Office():
            parties = [claim.party] if claim.party is not None else []
            return None, parties, [claim.person.name], claim.post
    raise TypeError(f"no kind of claim: {claim.kind}")


def _number(claim: Claim) -> tuple[float | None, str | None]:
    match claim:
        case Figure():
            return claim.value, claim.unit
        case Commitment() if claim.amount is not None:
            return claim.amount.value, claim.amount.currency
        case Commitment() if claim.quantity is not None:
            return claim.quantity.value, claim.quantity.unit
    return None, None


def _plain(text: str) -> str:
    """Without capitals and accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


Same = Callable[[Row, Row], bool]


def _by_rules(kind: str, rows: Sequence[Row]) -> Mapping[ClaimRef, str]:
    same: Same = {
        "event": _same_days,
        "instrument": _same_days,
        "commitment": _same_number,
        "figure": _same_number,
        "office": _same_office,
        "person": _same_surname,
    }[kind]
    return _connected(rows, ((a, b) for a, b in combinations(rows, 2) if same(a, b)))


def _same_days(one: Row, other: Row) -> bool:
    if None in (one.first, one.last, other.first, other.last):
        return False
    assert one.first and one.last and other.first and other.last  # noqa: PT018 - as just asked
    overlap = one.first <= other.last and other.first <= one.last
    return overlap and bool(one.parties & other.parties)


def _same_number(one: Row, other: Row) -> bool:
    equal = one.number == other.number and one.unit == other.unit and one.number is not None
    return equal and bool(one.parties & other.parties)


def _same_office(one: Row, other: Row) -> bool:
    return _same_surname(one, other) and bool(one.parties & other.parties)


def _same_surname(one: Row, other: Row) -> bool:
    return bool(one.surnames & other.surnames)


def _connected(rows: Iterable[Row], pairs: Iterable[tuple[Row, Row]]) -> Mapping[ClaimRef, str]:
    by_name = {str(row.ref): row.ref for row in rows}
    links = [Linked(str(a.ref), str(b.ref), 1.0) for a, b in pairs]
    groups = components(by_name, links)
    return {by_name[name]: group[0] for group in groups for name in group}


_LIKELY = 0.9
# How splink compares the fields of rows; what is empty in all of them is left out.
_DATED = {"first": [1, 7, 31], "published": [3, 31, 366]}
_LISTS = {"parties": [2, 1], "surnames": [1]}
_EXACT = ("number", "unit", "place")


def _by_splink(kind: str, rows: Sequence[Row]) -> Mapping[ClaimRef, str]:
    import logging

    from splink import Linker, SettingsCreator
    from splink.internals.duckdb.database_api import DuckDBAPI

    entries = [_entry(row) for row in rows]
    told = {name for name in entries[0] if any(entry[name] for entry in entries)}
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=list(_comparisons(told)),
        blocking_rules_to_generate_predictions=["1 = 1"],
    )
    linker = Linker(DuckDBAPI().register(entries), settings, log_level=logging.ERROR)
    sure = _sure_rules(kind)
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in sure:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predictions = linker.inference.predict(threshold_match_probability=_LIKELY)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, _LIKELY)
    by_name = {str(row.ref): row.ref for row in rows}
    return {by_name[e["unique_id"]]: str(e["cluster_id"]) for e in clusters.as_record_list()}


def _entry(row: Row) -> dict[str, Any]:
    return {
        "unique_id": str(row.ref),
        "first": row.first,
        "published": row.published,
        "parties": sorted(row.parties),
        "surnames": sorted(row.surnames),
        "number": row.number,
        "unit": row.unit,
        "place": row.place,
        "words": row.words or None,
    }


def _comparisons(told: Iterable[str]) -> Iterator[Any]:
    from splink import comparison_library as of

    for name in sorted(told - {"unique_id"}):
        if name in _DATED:
            days = _DATED[name]
            yield of.AbsoluteDateDifferenceAtThresholds(
                name, input_is_string=False, metrics=["day"] * len(days), thresholds=days
            )
        elif name in _LISTS:
            yield of.ArrayIntersectAtSizes(name, _LISTS[name])
        elif name in _EXACT:
            yield of.ExactMatch(name)
        else:
            yield of.JaroWinklerAtThresholds(name, [0.92, 0.8])


def _sure_rules(kind: str) -> list[str]:
    """Rules that mostly find one thing; the library learns from what they find."""
    shared = "len(list_intersect(l.parties, r.parties)) > 0"
    return {
        "event": [f"l.first = r.first and {shared}", "l.words = r.words"],
        "instrument": [f"l.first = r.first and {shared}", "l.words = r.words"],
        "commitment": ["l.number = r.number and l.unit = r.unit", "l.words = r.words"],
        "figure": ["l.number = r.number and l.unit = r.unit", f"l.words = r.words and {shared}"],
        "office": [f"l.surnames = r.surnames and {shared}", "l.words = r.words"],
        "person": ["l.surnames = r.surnames", "l.words = r.words"],
    }[kind]


if __name__ == "__main__":
    main()
