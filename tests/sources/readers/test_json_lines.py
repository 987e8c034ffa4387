import gzip
import io
import json

import pytest

from communique.errors import SourceUnreadable
from communique.model.failure import Failure
from communique.model.raw import GivenDocument
from communique.sources.readers.json_lines import can_read, read


def from_stdin(*lines):
    data = b"".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read("-", io.BytesIO(data)))


def test_each_line_is_a_document_with_its_fields():
    (found,) = from_stdin(
        '{"id": "a", "title": "T", "text": "Hello", "published": "2024-02-01", '
        '"publisher": "P", "url": "https://x.example", "language": "en", "other": 1}\n'
    )
    assert found == GivenDocument(
        address="standard input, line 1",
        id="a",
        text="Hello",
        title="T",
        published="2024-02-01",
        publisher="P",
        url="https://x.example",
        language="en",
    )


def test_numbers_serve_as_ids_and_a_missing_id_is_none():
    found = from_stdin('{"id": 7, "text": "a"}\n', '{"text": "b"}\n', '{"id": null, "text": "c"}\n')
    assert [d.id for d in found] == ["7", None, None]


@pytest.mark.parametrize(
    ("line", "code", "reason"),
    [
        pytest.param('{"id": "x"', "IN005", "no JSON", id="cut-off"),
        pytest.param("[1, 2]", "IN005", "an array, no object", id="array"),
        pytest.param('{"id": "x"}', "IN005", 'no "text"', id="no-text"),
        pytest.param('{"id": "x", "text": 5}', "IN005", "a number, no string", id="number"),
        pytest.param('{"id": "x", "text": "a", "title": []}', "IN005", '"title"', id="title"),
        pytest.param('{"id": [], "text": "a"}', "IN005", '"id"', id="id"),
        pytest.param(b'{"id": "x", "text": "\xff"}', "IN004", "not UTF-8", id="bytes"),
        pytest.param("[" * 100_000, "IN005", "nested too deeply", id="nesting"),
    ],
)
def test_a_bad_line_is_a_failure_and_the_others_are_read(line, code, reason):
    line = line if isinstance(line, bytes) else line.encode()
    before, bad, after = from_stdin(
        '{"id": "1", "text": "a"}\n', line + b"\n", '{"id": "3", "text": "c"}\n'
    )
    assert (before.id, after.id) == ("1", "3")
    assert isinstance(bad, Failure)
    assert bad.code == code
    assert reason in bad.message
    assert "line 2" in bad.message


def test_a_bad_line_is_named_by_its_id_where_it_has_one():
    (bad,) = from_stdin('{"id": "known", "text": null}\n')
    assert bad.id == "known"


def test_lines_are_read_as_they_arrive():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text": "again"}\n'
            buffer[: len(line)] = line
            return len(line)

    found = read("-", io.BufferedReader(Endless()))
    assert [next(found).text for _ in range(3)] == ["again"] * 3


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        pytest.param({"id": "a", "text": "x"}, ["a"], id="object"),
        pytest.param([{"id": "a", "text": "x"}, {"id": "b", "text": "y"}], ["a", "b"], id="array"),
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_file_may_hold_one_value(tmp_path, value, ids, indent):
    path = tmp_path / "documents.json"
    path.write_text(json.dumps(value, indent=indent))
    assert [d.id for d in read(str(path), io.BytesIO())] == ids


def test_a_bad_entry_of_an_array_is_a_failure_among_the_others(tmp_path):
    path = tmp_path / "documents.json"
    path.write_text('[{"id": "a", "text": "x"},\n 5,\n {"id": "c", "text": "z"}]')
    first, bad, last = read(str(path), io.BytesIO())
    assert (first.id, last.id) == ("a", "c")
    assert "entry 2" in bad.message


def test_packed_files_are_unpacked(tmp_path):
    path = tmp_path / "documents.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "x"}\n'))
    assert [d.id for d in read(str(path), io.BytesIO())] == ["a"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"not packed", id="not-packed"),
        pytest.param(gzip.compress(b'{"text": "x"}\n' * 50)[:-9], id="cut-off"),
    ],
)
def test_a_broken_packed_file_is_named(tmp_path, content):
    path = tmp_path / "documents.jsonl.gz"
    path.write_bytes(content)
    with pytest.raises(SourceUnreadable, match="unpacked"):
        list(read(str(path), io.BytesIO()))


def test_reads_standard_input_and_json_files_only(tmp_path):
    assert can_read("-")
    assert can_read("x.JSONL")
    assert can_read("x.ndjson.gz")
    assert not can_read("x.html")
    (tmp_path / "folder.json").mkdir()
    assert not can_read(str(tmp_path / "folder.json"))
