"""Our measures are those of the scorer that stands beside the shared annotated documents."""

import json
import random
import subprocess
import sys

import pytest

from communique.claims.from_json import claim_of
from communique.pipeline.evaluate.gold import part_of, read_gold
from communique.pipeline.evaluate.measure import scored, summed
from evaluation_data import shared

pytestmark = pytest.mark.corpus
_KEPT = ("id", "kind", "evidence")


def blurred(claims, chance):
    """Claims as a mediocre extractor would give them: some lost, some slots of other claims."""
    for claim in claims:
        if chance.random() < 0.2:
            continue
        donor = chance.choice([c for c in claims if c["kind"] == claim["kind"]])
        slots = [slot for slot in chance.sample(sorted(claim), 4) if slot not in _KEPT]
        told = claim if chance.random() < 0.5 else {**claim, **{s: donor[s] for s in slots}}
        yield {**told, "evidence": donor["evidence"]} if chance.random() < 0.1 else told


def test_measures_agree_to_three_decimals(gold, tmp_path):
    chance = random.Random(7)
    predicted = {
        path.stem: list(blurred(json.loads(path.read_text("utf-8"))["claims"], chance))
        for path in sorted(gold.glob("*.json"))
    }
    lines = (json.dumps({"id": ident, "claims": claims}) for ident, claims in predicted.items())
    (tmp_path / "p.jsonl").write_text("\n".join(lines))
    command = [sys.executable, str(shared("eval/score_claims.py")), str(gold), "--json"]
    done = subprocess.run(
        [*command, "--predictions", str(tmp_path / "p.jsonl")],
        capture_output=True,
        check=True,
        timeout=300,
    )
    theirs = json.loads(done.stdout)
    documents = read_gold(gold)
    ours = summed(
        [scored(d.id, [claim_of(c) for c in predicted[d.id]], d.claims) for d in documents], (), {}
    )
    for name, measures in (("found", ours.found), ("slots", ours.slots)):
        for kind, measure in measures.items():
            assert measure.counts.f1 == pytest.approx(theirs[name][kind], abs=5e-4)
        assert measures["all"].interval == pytest.approx(theirs[name]["interval"], abs=5e-4)
    by_slot = {slot: counts.f1 for slot, counts in ours.by_slot.items()}
    assert by_slot == pytest.approx(theirs["by_slot"], abs=5e-4)


def test_the_parts_are_the_same(gold):
    code = "import json,sys; sys.path.insert(0, sys.argv[1]); import score_claims as s; "
    code += "print(json.dumps({i: s.part_of(i) for i in sys.argv[2:]}))"
    idents = [path.stem for path in gold.glob("*.json")]
    folder = str(shared("eval/score_claims.py").parent)
    done = subprocess.run(
        [sys.executable, "-c", code, folder, *idents], capture_output=True, check=True, timeout=60
    )
    assert {ident: part_of(ident).value for ident in idents} == json.loads(done.stdout)
