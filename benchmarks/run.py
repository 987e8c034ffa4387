"""Speed and memory of `communique extract` beside the plain spaCy pipeline it builds on.

    python benchmarks/run.py [CORPUS] [--documents N] [--rounds N] [--json FILE]

CORPUS is a file of JSON lines, also packed, with a "text" each; COMMUNIQUE_CORPUS names it, too.
Without one the example documents are read over and over. Every run is a process of its own on one
core; the two programs take turns, and the ratio is taken pair by pair, so that it holds when the
machine's speed drifts. "Plain spaCy" is the same pipeline with all its components over the same
texts, nothing more. Loading is not counted; the start of the command is measured apart. In one more
run the stages are timed one by one, each as a share of plain spaCy in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared/corpus/press-releases.jsonl.gz"
PROGRAMS = ("communique", "spacy")
STAGES = "stages"


def main() -> None:
    """Run all measurements and print them."""
    options = _options()
    if options.worker:
        texts = _texts(options.corpus, options.documents)
        _keep_to_one_core()
        run = _stages(texts) if options.worker == STAGES else _measured(options.worker, texts)
        print(json.dumps(run))
        return
    texts = _texts(options.corpus, options.documents)
    print(f"{len(texts)} documents, {sum(map(len, texts)):,} characters; {_machine()}")
    rounds = [{p: _in_process(p, options) for p in PROGRAMS} for _ in range(options.rounds)]
    report = _report(rounds)
    report["stages"] = _in_process(STAGES, options)
    report["start"] = _start_of_command()
    _print(report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=1) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    named = os.environ.get("COMMUNIQUE_CORPUS")
    default = Path(named) if named else SHARED if SHARED.exists() else None
    parser.add_argument("corpus", type=Path, nargs="?", default=default)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--worker", choices=(*PROGRAMS, STAGES), help=argparse.SUPPRESS)
    return parser.parse_args()


def _texts(corpus: Path | None, most: int) -> list[str]:
    """Texts spread evenly over the corpus."""
    texts = list(_read(corpus)) if corpus else _examples()
    if len(texts) < most:
        return (texts * (most // len(texts) + 1))[:most]
    return texts[:: len(texts) // most][:most]


def _read(corpus: Path) -> Iterator[str]:
    opener = gzip.open if corpus.suffix == ".gz" else open
    with opener(corpus, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def _examples() -> list[str]:
    from communique.documents.read import DocumentReader
    from communique.model.raw import RawDocument
    from communique.sources.files import media_type

    reader = DocumentReader.load()
    paths = sorted((ROOT / "examples/kazakhstan-eu").iterdir())
    raws = (RawDocument(str(p), media_type(p) or "", p.read_bytes()) for p in paths)
    return [reader.read(raw).text for raw in raws]


def _in_process(program: str, options: argparse.Namespace) -> dict[str, float]:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, "--worker", program]
    command += ["--documents", str(options.documents)]
    command += [str(options.corpus)] if options.corpus else []
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _keep_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["OMP_NUM_THREADS"] = "1"


def _measured(program: str, texts: list[str]) -> dict[str, float]:
    """Seconds, characters a second and peak memory of one program over the texts."""
    work = {"communique": _communique, "spacy": _spacy}[program]()
    wall, cpu = time.perf_counter(), time.process_time()
    work(texts)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak_mb = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return {
        "wall": wall,
        "cpu": cpu,
        "characters_a_second": sum(map(len, texts)) / cpu,
        "mb": peak_mb,
    }


def _communique() -> Callable[[list[str]], Any]:
    from communique.exports.formats.jsonl import to_line
    from communique.model.raw import GivenDocument
    from communique.pipeline.extract import extract
    from communique.pipeline.stages import Stages

    stages = Stages.load()

    def work(texts: list[str]) -> None:
        given = (GivenDocument(str(i), str(i), t, language="en") for i, t in enumerate(texts))
        for result in extract(given, lambda: stages):
            to_line(result)

    return work


def _spacy() -> Callable[[list[str]], Any]:
    import spacy

    from communique.documents.analysis import DEFAULT_MODEL

    nlp = spacy.load(DEFAULT_MODEL)

    def work(texts: list[str]) -> None:
        for _ in nlp.pipe(texts):
            pass

    return work


def _stages(texts: list[str], batch: int = 32) -> dict[str, float]:
    """Seconds of processor time of each stage, and of plain spaCy, batch by batch in turn."""
    from communique.claims.extractor import checked
    from communique.exports.formats.jsonl import to_line
    from communique.model.extraction import Extraction
    from communique.model.raw import GivenDocument
    from communique.pipeline.stages import Stages

    stages, plain = Stages.load(), _spacy()
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        begun = time.process_time()
        done = work()
        spent[stage] = spent.get(stage, 0.0) + time.process_time() - begun
        return done

    def run(batch: list[str]) -> None:
        timed("plain spaCy", lambda: plain(batch))
        given = [GivenDocument(str(i), str(i), t, language="en") for i, t in enumerate(batch)]
        documents = timed("read", lambda: [stages.reader.read(g) for g in given])
        analyses = timed("analyse", lambda: list(stages.analyser.analyse(documents)))
        pairs = list(zip(documents, analyses, strict=True))
        named = timed("mentions", lambda: [stages.finder.find(d, a) for d, a in pairs])
        found = timed("claims", lambda: [checked(stages.extractor, n) for n in named])
        extracted = [
            Extraction(d, n.mentions, f.claims, f.refused, f.remarks)
            for d, n, f in zip(documents, named, found, strict=True)
        ]
        timed("print", lambda: [to_line(e) for e in extracted])

    for start in range(0, len(texts), batch):
        run(texts[start : start + batch])
    return spent


def _report(rounds: list[dict[str, dict[str, float]]]) -> dict[str, Any]:
    """Medians of both programs, and the ratio of their speeds, round by round."""
    figures = {
        program: {
            key: statistics.median(r[program][key] for r in rounds) for key in rounds[0][program]
        }
        for program in PROGRAMS
    }
    ratios = [r["spacy"]["cpu"] / r["communique"]["cpu"] for r in rounds]
    return {
        **figures,
        "ratio": {"min": min(ratios), "median": statistics.median(ratios), "max": max(ratios)},
        "rounds": len(rounds),
    }


def _start_of_command(runs: int = 10) -> dict[str, float]:
    """Seconds from the start of `communique --help` to its end."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "communique", "--help"], capture_output=True, check=True
        )
        seconds.append(time.perf_counter() - begun)
    return {"median": statistics.median(seconds), "max": max(seconds)}


def _print(report: dict[str, Any]) -> None:
    print(f"\n{'':<14}{'characters/s':>14}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}")
    for program in PROGRAMS:
        row = report[program]
        name = "plain spaCy" if program == "spacy" else program
        print(
            f"{name:<14}{row['characters_a_second']:>14,.0f}{row['cpu']:>9.1f}"
            f"{row['wall']:>9.1f}{row['mb']:>9.0f}"
        )
    ratio, start = report["ratio"], report["start"]
    print(
        f"\nspeed against plain spaCy, per core: {ratio['median']:.2f} "
        f"(from {ratio['min']:.2f} to {ratio['max']:.2f} in {report['rounds']} rounds)"
    )
    stages = dict(report["stages"])
    plain = stages.pop("plain spaCy")
    print("\nstages, as a share of the processor time of plain spaCy:")
    for stage, seconds in stages.items():
        print(f"{stage:<14}{seconds:>9.2f} s{100 * seconds / plain:>8.1f} %")
    print(f"\ncommunique --help: {start['median']:.3f} s, at most {start['max']:.3f} s")


def _machine() -> str:
    return f"{platform.machine()}, CPython {platform.python_version()}"


if __name__ == "__main__":
    main()
