import pytest

from communique.errors import BadRecord
from communique.model.document import PublishedFrom, RegionKind
from communique.model.raw import RawDocument


def read(reader, content):
    return reader.read(RawDocument("note.md", "text/markdown", content.encode()))


def test_front_matter_gives_the_metadata(reader):
    document = read(
        reader,
        "---\ntitle: A title\ndate: 2024-03-12\npublisher: A desk\n"
        "url: https://x.example/a\nlanguage: en\n---\nThe text.\n",
    )
    assert document.title == "A title"
    assert document.published.isoformat() == "2024-03-12"
    assert document.published_from is PublishedFrom.METADATA
    assert (document.publisher, document.url) == ("A desk", "https://x.example/a")
    assert document.text == "The text."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A *small* **step** for [Kenya](https://x.example).", "A small step for Kenya."),
        ("- one\n- two\n\nThree.", "- one\n- two\n\nThree."),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n", "A | B\n\n1 | 2"),
        ("![picture](a.png)\n\nText.", "Text."),
        ("> Quoted words.", "Quoted words."),
        ("`code` and\na new line", "code and\na new line"),
    ],
)
def test_markup_is_taken_off(reader, source, text):
    assert read(reader, source).text == text


def test_headings_are_marked_and_the_first_is_the_title(reader):
    document = read(reader, "# A title of four words\n\nText.\n\n## Part two\n\nMore.")
    headings = [
        document.text[r.span.start : r.span.end]
        for r in document.regions
        if r.kind is RegionKind.HEADING
    ]
    assert headings == ["A title of four words", "Part two"]
    assert document.title == "A title of four words"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("---\ntitle: [unclosed\n---\nText.", id="no-yaml"),
        pytest.param("---\ndate: soon\n---\nText.", id="no-date"),
    ],
)
def test_bad_front_matter_is_refused(reader, source):
    with pytest.raises(BadRecord, match=r"note\.md"):
        read(reader, source)


def test_without_front_matter_the_text_is_read(reader):
    assert read(reader, "Just text.").text == "Just text."
