import io

import pytest

from communique.errors import SourceNotFound
from communique.model.failure import Failure
from communique.sources.readers.folder import can_read, read


def names(tmp_path):
    found = read(str(tmp_path), io.BytesIO())
    return [
        entry.id if isinstance(entry, Failure) else entry.address.removeprefix(f"{tmp_path}/")
        for entry in found
    ]


def test_documents_come_in_the_order_of_names_folders_included(tmp_path):
    for name in ["b.txt", "a.html", "deep/er/c.md", ".hidden.txt", ".git/x.txt", "image.png"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert names(tmp_path) == ["a.html", "b.txt", "deep/er/c.md"]


def test_json_files_give_their_documents(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n')
    assert names(tmp_path) == ["a.jsonl, line 1", "a.jsonl, line 2"]


def test_a_broken_file_is_a_failure_among_the_others(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(b"not packed")
    (tmp_path / "b.txt").write_text("x")
    found = list(read(str(tmp_path), io.BytesIO()))
    assert isinstance(found[0], Failure)
    assert found[1].address.endswith("b.txt")


def test_links_to_folders_are_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_without_documents_is_refused(tmp_path):
    (tmp_path / "image.png").write_bytes(b"x")
    with pytest.raises(SourceNotFound, match="no documents"):
        list(read(str(tmp_path), io.BytesIO()))


def test_reads_folders_only(tmp_path):
    assert can_read(str(tmp_path))
    assert not can_read(str(tmp_path / "missing"))
