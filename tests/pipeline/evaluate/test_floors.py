from dataclasses import replace

import pytest

from communique.errors import BadOption
from communique.pipeline.evaluate.floors import (
    MergingFloors,
    floors_of,
    merging_shortfalls,
    merging_updated,
    read_floors,
    shortfalls,
    updated,
    write_floors,
)
from communique.pipeline.evaluate.happenings import read_merging_gold
from communique.pipeline.evaluate.measure import scored, summed
from communique.pipeline.evaluate.merging import scored_merging
from factory import event, office
from merging_data import claims, grouping, write

GOLD = (event(), office(start=40))
FULL = summed([scored("d", GOLD, GOLD)], (), {})
PART = summed([scored("d", GOLD[:1], GOLD)], (), {})


def test_floors_come_back_as_they_were_written(tmp_path):
    path = tmp_path / "floors.toml"
    floors = floors_of(FULL, "abc", 'a "quoted"\nreason')
    write_floors(path, floors)
    read = read_floors(path)
    assert (read.gold, read.found, read.slots) == ("abc", floors.found, floors.slots)
    assert read.lowered == 'a "quoted" reason'


def test_a_drop_and_other_gold_are_told():
    floors = floors_of(FULL, "abc")
    assert list(shortfalls(floors, FULL, "abc")) == []
    told = list(shortfalls(floors, PART, "abc"))
    assert "found office: 0.000 is below its floor 1.000" in told
    assert any(line.startswith("found all") for line in told)
    assert "have changed" in next(shortfalls(floors, FULL, "other"))


def test_a_loss_below_half_a_point_is_none():
    floors = floors_of(FULL, "abc")
    above = {name: value + 0.004 for name, value in floors.found.items()}
    assert list(shortfalls(replace(floors, found=above), FULL, "abc")) == []


def test_floors_rise_freely_and_fall_only_for_a_reason():
    low, high = floors_of(PART, "abc"), floors_of(FULL, "abc")
    assert updated(None, PART, "abc", None) == low
    assert updated(low, FULL, "abc", None) == high
    with pytest.raises(BadOption, match="--lower REASON"):
        updated(high, PART, "abc", None)
    fallen = updated(high, PART, "abc", "offices are a kind of their own now")
    assert fallen.found == low.found
    assert fallen.lowered == "offices are a kind of their own now"
    assert updated(fallen, FULL, "abc", None).lowered == fallen.lowered


@pytest.mark.parametrize("text", ["", "gold = 3", "gold = [", "gold = 'a'\nfound = 3\nslots = 4"])
def test_what_is_no_file_of_floors_is_told(tmp_path, text):
    path = tmp_path / "floors.toml"
    path.write_text(text)
    with pytest.raises(BadOption, match="no file of floors"):
        read_floors(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(BadOption, match="add --update"):
        read_floors(tmp_path / "none.toml")


@pytest.fixture
def merged(tmp_path):
    """A good and a bad merging."""
    gold = read_merging_gold(write(tmp_path))
    good = grouping("event", one="a1 b1 c1", two="a2 b2 c2")
    return scored_merging(gold, claims(), good), scored_merging(gold, claims(), {})


def test_floors_of_merging_stand_beside_the_others(tmp_path, merged):
    path = tmp_path / "floors.toml"
    merging = MergingFloors("def", {"event": 0.9}, "a reason")
    floors = replace(floors_of(FULL, "abc"), merging=merging)
    write_floors(path, floors)
    assert read_floors(path) == floors
    assert updated(read_floors(path), FULL, "abc", None).merging == merging


def test_a_drop_of_merging_and_another_set_are_told(merged):
    good, bad = merged
    floors = merging_updated(None, good, "abc", None)
    assert floors.pairs["event"] == 1
    assert list(merging_shortfalls(floors, good, "abc")) == []
    told = list(merging_shortfalls(floors, bad, "other"))
    assert "have changed" in told[0]
    assert "merging event: 0.000 is below its floor 1.000" in told


def test_floors_of_merging_fall_only_for_a_reason(merged):
    good, bad = merged
    high = merging_updated(None, good, "abc", None)
    with pytest.raises(BadOption, match="--lower REASON"):
        merging_updated(high, bad, "abc", None)
    fallen = merging_updated(high, bad, "abc", "it was wrong")
    assert (fallen.pairs["event"], fallen.lowered) == (0, "it was wrong")
    assert merging_updated(fallen, good, "abc", None).lowered == "it was wrong"
