import io

import pytest

from communique.errors import SourceNotFound, SourceUnreadable, UnknownFormat
from communique.sources.readers.file import read


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("page.html", "text/html"),
        ("PAGE.HTM", "text/html"),
        ("page.xhtml", "application/xhtml+xml"),
        ("note.md", "text/markdown"),
        ("note.txt", "text/plain"),
    ],
)
def test_the_ending_tells_the_media_type(tmp_path, name, media_type):
    path = tmp_path / name
    path.write_bytes(b"content")
    (found,) = read(str(path), io.BytesIO())
    assert (found.address, found.media_type, found.content) == (str(path), media_type, b"content")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SourceNotFound, match=r"nothing\.txt.*check the name"):
        list(read(str(tmp_path / "nothing.txt"), io.BytesIO()))


def test_an_unknown_ending_is_refused_with_the_known_ones(tmp_path):
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"x")
    with pytest.raises(UnknownFormat, match=r"\.html"):
        list(read(str(path), io.BytesIO()))


def test_what_is_no_file_is_unreadable(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(SourceUnreadable, match="can't be read"):
        list(read(str(tmp_path / "folder.txt"), io.BytesIO()))
