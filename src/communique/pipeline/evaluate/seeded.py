"""The seeded set of the checks: small dossiers with and without an inconsistency, and the score.

A folder holds one YAML file a rule, named by its code; `eval/checks/README.md` describes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from communique.errors import BadGold
from communique.model.extraction import Extraction
from communique.model.finding import ALARMS, Finding, Severity
from communique.model.raw import GivenDocument
from communique.pipeline.evaluate.small_dossier import SmallDossiers
from communique.pipeline.extract import Loader, extract

_KEYS = {"id", "about", "today", "documents", "finds", "also"}
_FACTS = {"published", "publisher", "title", "url", "text"}
# A false alarm of these on a case that was written for another rule counts, too.
_COUNTING = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class SeededCase:
    """A small dossier.

    Attributes:
        id: Its name.
        code: The rule it was written for.
        about: What is wrong with it, or only looks wrong.
        today: The day on which it is read, that of its latest document unless it says otherwise.
        documents: Its documents.
        words: Words that findings of the rule must overlap, one finding or more for each; none
            where the rule has to keep quiet.
        also: Codes of other rules that rightly say something.
    """

    id: str
    code: str
    about: str
    today: date
    documents: tuple[GivenDocument, ...]
    words: tuple[str, ...]
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding on a case.

    Attributes:
        case: Name of the case.
        finding: The finding.
    """

    case: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How a rule did.

    Attributes:
        code: The rule.
        cases: Number of cases that were written for it.
        found: Number of inconsistencies that it found.
        missed: Names of cases with one that it did not find.
        false: Its alarms where there is none, on cases of its own and of other rules.
    """

    code: str
    cases: int
    found: int
    missed: tuple[str, ...]
    false: tuple[Alarm, ...]

    @property
    def precision(self) -> float | None:
        """Share of its alarms that are right; None where it raised none."""
        alarms = self.found + len(self.false)
        return self.found / alarms if alarms else None

    @property
    def recall(self) -> float | None:
        """Share of the inconsistencies that it found; None where there are none."""
        wrong = self.found + len(self.missed)
        return self.found / wrong if wrong else None


def read_seeded(folder: Path) -> tuple[SeededCase, ...]:
    """The cases of a folder, by file and in the order of each.

    Raises:
        BadGold: A file can't be read or breaks the form.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise BadGold(str(folder), "it holds no seeded cases", "name a folder such as eval/checks")
    cases = tuple(case for path in files for case in _cases(path))
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise BadGold(str(folder), f"two cases are called {case.id}", "give one another name")
        seen.add(case.id)
    return cases


def _cases(path: Path) -> Iterator[SeededCase]:
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in told["cases"]:
            yield _case(told["code"], entry)
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        reason = f"it holds no seeded cases ({type(error).__name__}: {error})"
        raise BadGold(str(path), reason, "write it as eval/checks/README.md says") from error


def _case(code: str, entry: Mapping[str, Any]) -> SeededCase:
    documents = tuple(
        _document(entry["id"], number, facts) for number, facts in enumerate(entry["documents"], 1)
    )
    words = tuple(str(found["words"]) for found in entry["finds"])
    if unknown := set(entry) - _KEYS:
        raise ValueError(f"{entry['id']}: no such key {min(unknown)}")
    for quote in words:
        if not any(quote in document.text for document in documents):
            raise ValueError(f"{entry['id']}: {quote!r} is in none of its texts")
    latest = max(date.fromisoformat(str(facts["published"])) for facts in entry["documents"])
    today = entry.get("today", latest)
    return SeededCase(
        id=entry["id"],
        code=code,
        about=entry["about"],
        today=date.fromisoformat(str(today)),
        documents=documents,
        words=words,
        also=frozenset(entry.get("also", ())),
    )


def _document(case: str, number: int, facts: Mapping[str, Any]) -> GivenDocument:
    if unknown := set(facts) - _FACTS:
        raise ValueError(f"{case}: no such key {min(unknown)}")
    name = f"{case}-{number}"
    told = {key: facts.get(key) for key in ("title", "publisher", "url")}
    return GivenDocument(name, name, facts["text"], published=str(facts["published"]), **told)


def evaluate_checks(
    cases: Sequence[SeededCase], load: Loader, dossiers: SmallDossiers, jobs: int = 1
) -> tuple[RuleScore, ...]:
    """Extract and check every case, and score the rules, by code.

    Args:
        cases: The cases.
        load: Loads the stages.
        dossiers: Makes a dossier of each case and checks it.
        jobs: Number of processes for extracting.

    Raises:
        SetupError: The stages can't be loaded.
        BadGold: A document of a case can't be read.
    """
    results = extract((d for case in cases for d in case.documents), load, jobs)
    alarms: dict[str, list[Alarm]] = defaultdict(list)
    for case in cases:
        extracted = [_extracted(next(results)) for _ in case.documents]
        for finding in dossiers.findings(extracted):
            if finding.severity in ALARMS and finding.holds_on(case.today):
                alarms[finding.code].append(Alarm(case.id, finding))
    codes = sorted({case.code for case in cases} | set(alarms))
    return tuple(_score(code, cases, alarms[code]) for code in codes)


def _extracted(result: object) -> Extraction:
    if not isinstance(result, Extraction):
        raise BadGold("a seeded case", str(result), "mend its document")
    return result


def _score(code: str, cases: Sequence[SeededCase], alarms: Sequence[Alarm]) -> RuleScore:
    by_case: dict[str, list[Alarm]] = defaultdict(list)
    for alarm in alarms:
        by_case[alarm.case].append(alarm)
    found, missed, false = 0, [], []
    own = [case for case in cases if case.code == code]
    for case in own:
        right = [a for a in by_case[case.id] if _right(a.finding, case)]
        wanted = [w for w in case.words if any(_touches(a.finding, w, case) for a in right)]
        found += len(wanted)
        missed += [case.id] * (len(case.words) - len(wanted))
        false += [alarm for alarm in by_case[case.id] if alarm not in right]
    for case in cases:
        if case.code != code and code not in case.also:
            false += [a for a in by_case[case.id] if a.finding.severity in _COUNTING]
    return RuleScore(code, len(own), found, tuple(missed), tuple(false))


def _right(finding: Finding, case: SeededCase) -> bool:
    return any(_touches(finding, words, case) for words in case.words)


def _touches(finding: Finding, words: str, case: SeededCase) -> bool:
    """Whether a quote of a finding overlaps words of a case."""
    for document in case.documents:
        start = document.text.find(words)
        while start >= 0:
            end = start + len(words)
            for quote in finding.quotes:
                here = document.text[quote.start : quote.end] == quote.exact
                if here and quote.start < end and start < quote.end:
                    return True
            start = document.text.find(words, start + 1)
    return False
