import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import BadRecord, EmptyDocument, UnknownFormat
from communique.model.document import PublishedFrom
from communique.model.raw import GivenDocument, RawDocument

BODY = "The presidents of Kenya and Peru met in Lima to discuss trade and open a direct flight."


def given_document(text=BODY, **fields):
    return GivenDocument(address="test", id=fields.pop("id", None), text=text, **fields)


@pytest.mark.parametrize(
    ("fields", "text", "expected"),
    [
        pytest.param(
            {"published": "2024-02-01", "url": "https://x.example/2023/01/02/a"},
            f"LIMA, 3 March 2022 – {BODY}",
            (date(2024, 2, 1), PublishedFrom.GIVEN),
            id="given-first",
        ),
        pytest.param(
            {"url": "https://x.example/2023/01/02/a"},
            f"LIMA, 3 March 2022 – {BODY}",
            (date(2023, 1, 2), PublishedFrom.URL),
            id="then-address",
        ),
        pytest.param(
            {}, f"LIMA, 3 March 2022 – {BODY}", (date(2022, 3, 3), PublishedFrom.DATELINE),
            id="then-dateline",
        ),
        pytest.param({}, BODY, (None, None), id="unknown"),
        pytest.param({}, f"{BODY} It was 3 March 2022.", (None, None), id="not-from-the-story"),
    ],
)  # fmt: skip
def test_the_publication_date_and_how_it_is_known(reader, fields, text, expected):
    document = reader.read(given_document(text, **fields))
    assert (document.published, document.published_from) == expected


@pytest.mark.parametrize("value", ["tomorrow", "2024-13-01", "1/2/2024"])
def test_a_given_date_that_is_none_is_refused(reader, value):
    with pytest.raises(BadRecord, match=r"published.*2024-02-01"):
        reader.read(given_document(published=value))


def test_a_given_text_is_kept_to_the_letter(reader):
    text = "“A”\r\n\u00ad\u200f\ufb01 \ud800\n\n"
    document = reader.read(given_document(text))
    assert document.text == text
    assert document.text_given


def test_ids_are_the_callers_or_derived_from_the_text(reader):
    assert reader.read(given_document(id="mine")).id == "mine"
    first, again = reader.read(given_document()), reader.read(given_document(title="T"))
    assert first.id == again.id
    assert first.id != reader.read(given_document(BODY + ".")).id


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0"])
def test_an_empty_text_is_refused(reader, text):
    with pytest.raises(EmptyDocument):
        reader.read(given_document(text))


def test_an_unknown_media_type_is_refused(reader):
    with pytest.raises(UnknownFormat, match="application/zip"):
        reader.read(RawDocument("a.zip", "application/zip", b"PK"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(BODY * 4, "en", id="english"),
        pytest.param("Президенты Казахстана и Перу встретились в Лиме. " * 8, "ru", id="russian"),
        pytest.param("Les présidents du Kenya et du Pérou se sont vus. " * 8, "fr", id="french"),
        pytest.param("Tokayev, Japarov. It is the first of the meetings. " * 6, "en", id="names"),
        pytest.param("Lima, Oslo.", None, id="too-short"),
    ],
)  # fmt: skip
def test_language(reader, text, language):
    assert reader.read(given_document(text)).language == language


def test_the_callers_language_stands(reader):
    assert reader.read(given_document(BODY * 4, language="fr")).language == "fr"


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=400))
def test_any_text_that_is_not_blank_is_read(reader, text):
    if text.strip():
        assert reader.read(given_document(text)).text == text


def test_documents_go_through_json(reader):
    document = reader.read(given_document(title="T"))
    assert json.dumps([r.kind.value for r in document.regions]) == "[]"
