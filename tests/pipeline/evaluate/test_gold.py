import json

import pytest

from communique.errors import BadGold, SourceNotFound
from communique.model.plain import plain
from communique.pipeline.evaluate.gold import Part, digest_of, part_of, read_gold
from factory import office

CLAIM = json.loads(json.dumps({"kind": "office", **plain(office())}))
RECORD = {"id": "a", "text": "President Ali Rahimov left.", "claims": [CLAIM]}


def write(folder, *records):
    for number, record in enumerate(records):
        text = record if isinstance(record, str) else json.dumps(record)
        (folder / f"{number}.json").write_text(text)
    return folder


def test_a_folder_and_a_file_of_lines_give_the_same(tmp_path):
    records = (RECORD, {**RECORD, "id": "b", "published": "2024-02-01"})
    lines = tmp_path / "gold.jsonl"
    lines.write_text("\n".join(json.dumps(r) for r in records) + "\n")
    folder = tmp_path / "gold"
    folder.mkdir()
    from_folder, from_lines = read_gold(write(folder, *records)), read_gold(lines)
    assert [d.id for d in from_folder] == [d.id for d in from_lines] == ["a", "b"]
    assert from_folder[0].claims == from_lines[0].claims == (office(),)
    assert from_folder[1].given.published == "2024-02-01"


@pytest.mark.parametrize(
    ("record", "told"),
    [
        pytest.param("{", "no JSON", id="json"),
        pytest.param("[]", "no object with `id` and `text`", id="list"),
        pytest.param({"id": "a", "claims": []}, "no object with `id` and `text`", id="no-text"),
        pytest.param({**RECORD, "claims": None}, "it has no list `claims`", id="no-claims"),
        pytest.param({**RECORD, "claims": [{"kind": "wish"}]}, "claim 0: kind: 'wish'", id="kind"),
        pytest.param({**RECORD, "text": "Another text."}, "is not at 0:21", id="quote"),
        pytest.param(
            {**RECORD, "claims": [{**CLAIM, "evidence": []}]}, "it has no evidence", id="evidence"
        ),
    ],
)
def test_bad_gold_is_told_in_one_line_with_its_place(tmp_path, record, told):
    with pytest.raises(BadGold) as error:
        read_gold(write(tmp_path, record))
    assert told in str(error.value)
    assert "0.json" in str(error.value)
    assert "\n" not in str(error.value)


def test_an_id_stands_once(tmp_path):
    with pytest.raises(BadGold, match="stands twice"):
        read_gold(write(tmp_path, RECORD, RECORD))


@pytest.mark.parametrize("name", ["", "nothing"])
def test_no_documents_are_an_error(tmp_path, name):
    with pytest.raises(SourceNotFound):
        read_gold(tmp_path / name)


def test_the_parts_are_fixed_and_a_third_is_set_aside(tmp_path):
    parts = [part_of(f"doc-{n}") for n in range(3000)]
    assert 900 < parts.count(Part.ASIDE) < 1100
    assert part_of("wh-50") is part_of("wh-26")
    records = [{**RECORD, "id": f"doc-{n}"} for n in range(9)]
    gold = write(tmp_path, *records)
    seen, aside = read_gold(gold, Part.SEEN), read_gold(gold, Part.ASIDE)
    assert {d.id for d in (*seen, *aside)} == {r["id"] for r in records}
    assert all(part_of(d.id) is Part.SEEN for d in seen)


def test_the_digest_tells_a_change(tmp_path):
    before = digest_of(write(tmp_path, RECORD))
    assert digest_of(tmp_path) == before
    write(tmp_path, {**RECORD, "text": f"{RECORD['text']} "})
    assert digest_of(tmp_path) != before
