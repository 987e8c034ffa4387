import pytest

from communique.errors import BadEncoding
from communique.model.raw import RawDocument

TEXT = "Düsseldorf and Chișinău: “friends” – said the mayor of one to the mayor of the other."


def read(reader, content):
    return reader.read(RawDocument("note.txt", "text/plain", content))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_files_are_decoded(reader, encoding):
    assert read(reader, TEXT.encode(encoding)).text == TEXT


def test_an_old_encoding_is_guessed(reader):
    text = "Der Präsident traf die Königin in Düsseldorf, wo sie über Österreich sprachen. " * 5
    assert read(reader, text.encode("cp1252")).text == text


def test_line_breaks_become_line_feeds(reader):
    assert read(reader, b"one two\r\nthree\rfour").text == "one two\nthree\nfour"


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00\x08", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_bytes_that_are_no_text_are_refused(reader, content):
    with pytest.raises(BadEncoding, match="no text"):
        read(reader, content)


def test_the_headline_is_the_first_line_of_some_length(reader):
    body = "The presidents of Kenya and Peru met in Lima to discuss trade, officials said."
    text = f"PRESS RELEASE\n\nKenya and Peru open a flight\n\nLima, 3 March 2022\n\n{body}"
    document = read(reader, text.encode())
    assert document.title == "Kenya and Peru open a flight"
    assert document.published.isoformat() == "2022-03-03"
    assert not document.text_given
