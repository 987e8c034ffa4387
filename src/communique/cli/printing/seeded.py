"""How the checks did on seeded cases, as plain lines, or as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.checks.rule import Rule
from communique.model.finding import Severity
from communique.pipeline.evaluate.seeded import RuleScore, SeededCase


def reported_checks(scores: Sequence[RuleScore], rules: Mapping[str, type[Rule]]) -> str:
    """For each rule cases, inconsistencies found, false alarms, precision and recall."""
    lines = [
        f"{'code':<8}{'cases':>6}{'found':>7}{'of':>4}{'false':>7}{'prec.':>8}{'recall':>8}  name"
    ]
    lines += [_row(score, rules[score.code].name) for score in scores if score.code in rules]
    found = sum(score.found for score in scores)
    missed = sum(len(score.missed) for score in scores)
    total = RuleScore(
        "all",
        sum(score.cases for score in scores),
        found,
        ("",) * missed,
        tuple(alarm for score in scores for alarm in score.false),
    )
    return "\n".join([*lines, _row(total, "")])


def _row(score: RuleScore, name: str) -> str:
    of = score.found + len(score.missed)
    return (
        f"{score.code:<8}{score.cases:>6}{score.found:>7}{of:>4}{len(score.false):>7}"
        f"{share(score.precision):>8}{share(score.recall):>8}  {name}"
    ).rstrip()


def share(value: float | None) -> str:
    """A share with two decimals, a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


def listed_errors(scores: Sequence[RuleScore], cases: Sequence[SeededCase]) -> str:
    """What was missed, and what was reported without reason."""
    about = {case.id: case.about for case in cases}
    return "".join(f"{line}\n" for line in _errors(scores, about))


def _errors(scores: Sequence[RuleScore], about: Mapping[str, str]) -> Iterator[str]:
    for score in scores:
        for case in score.missed:
            yield f"missed: {score.code} in {case}: {about[case]}"
        for alarm in score.false:
            finding = alarm.finding
            severity = "" if finding.severity is Severity.ERROR else f" ({finding.severity})"
            yield f"false: {score.code}{severity} in {alarm.case} ({about[alarm.case]}):"
            yield f"  {finding.message}"
            yield f"  “{' '.join(finding.quotes[0].exact.split())[:160]}”"
