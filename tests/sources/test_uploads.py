import gzip

import pytest

from communique.errors import SourceUnreadable, UnknownFormat
from communique.model.failure import Failure
from communique.sources.uploads import read_upload

MOST = 1000


def test_a_page_is_one_document():
    (found,) = read_upload("News.HTML", b"<p>x</p>", MOST)
    assert (found.address, found.media_type) == ("News.HTML", "text/html")


def test_json_lines_are_several_and_a_bad_one_stops_none():
    found = list(read_upload("a.jsonl", b'{"text": "a"}\nnonsense\n{"text": "b"}\n', MOST))
    assert [getattr(one, "text", None) for one in found] == ["a", None, "b"]
    assert isinstance(found[1], Failure)


def test_packed_lines_are_unpacked():
    (found,) = read_upload("a.jsonl.gz", gzip.compress(b'{"text": "a"}'), MOST)
    assert found.text == "a"


def test_what_is_small_only_while_it_is_packed_is_refused():
    with pytest.raises(SourceUnreadable, match="when it is unpacked"):
        list(read_upload("a.jsonl.gz", gzip.compress(b" " * (MOST + 1)), MOST))


@pytest.mark.parametrize(
    "content",
    # Named, as packed bytes hold the second they were packed in: processes that share the tests
    # would not agree on their names.
    [pytest.param(b"no gzip", id="other"), pytest.param(gzip.compress(b"x")[:-4], id="cut-off")],
)
def test_what_is_not_packed_is_told(content):
    with pytest.raises(SourceUnreadable, match="unpacked"):
        list(read_upload("a.json.gz", content, MOST))


@pytest.mark.parametrize("name", ["a.exe", "a", "a.html.gz"])
def test_other_formats_are_refused(name):
    with pytest.raises(UnknownFormat):
        list(read_upload(name, b"x", MOST))
