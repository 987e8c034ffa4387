"""Searching: the same documents on both databases, whatever people type and texts hold."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.model.document import Document, PublishedFrom
from communique.store.documents import NewDocument, add_document
from communique.store.search import (
    count_found,
    index_document,
    index_missing,
    indexed,
    search_documents,
    unindexed,
)

AT = datetime(2024, 2, 1, tzinfo=UTC)


def put(connection, ident, text, title=None, published=None, index=True):
    document = Document(
        id=ident,
        text=text,
        text_given=True,
        title=title,
        published=published and date.fromisoformat(published),
        published_from=PublishedFrom.GIVEN if published else None,
        publisher="The desk",
    )
    number, _ = add_document(connection, NewDocument(document, (), (), "test", AT))
    # Adding it may have indexed it.
    if index and number in unindexed(connection):
        index_document(connection, number, title, text)
    return number


def found(connection, words, limit=10, offset=0):
    return [hit.title for hit in search_documents(connection, words, limit, offset)]


@pytest.fixture
def library(dossier):
    with dossier.writing() as connection:
        put(connection, "1", "Oman and Peru signed a treaty on copper.", "Copper", "2024-01-01")
        put(connection, "2", "Peru exports copper. Oman buys none.", "Trade", "2024-01-02")
        put(connection, "3", "The minister spoke of Besançon.", "Oman", "2024-01-03")
        yield connection


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        pytest.param("treaty", {"Copper"}, id="word"),
        pytest.param("TREATY cópper", {"Copper"}, id="case-and-accents"),
        pytest.param("besancon", {"Oman"}, id="accents-in-the-text"),
        pytest.param("oman copper", {"Copper", "Trade"}, id="all-words"),
        pytest.param('"oman and peru"', {"Copper"}, id="phrase"),
        pytest.param('"and oman"', set(), id="not-in-this-order"),
        pytest.param('"copper oman"', {"Trade"}, id="phrase-over-a-full-stop"),
        pytest.param("oman", {"Copper", "Trade", "Oman"}, id="title-too"),
        pytest.param("oman besancon", {"Oman"}, id="one-in-the-title-one-in-the-text"),
        pytest.param('"oman the"', set(), id="no-phrase-from-title-to-text"),
        pytest.param("treat", set(), id="whole-words"),
        pytest.param("", set(), id="nothing"),
        pytest.param("+-*", set(), id="no-words"),
        pytest.param("treaty NOT copper", set(), id="no-operators"),
    ],
)
def test_documents_are_found_by_words(library, words, titles):
    assert set(found(library, words)) == titles
    assert count_found(library, words) == len(titles)


def test_a_title_counts_for_more(library):
    assert found(library, "oman")[0] == "Oman"
    ranks = [hit.rank for hit in search_documents(library, "oman", 10)]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[0] > ranks[1]


def test_hits_come_in_pages(library):
    all_hits = found(library, "oman")
    assert [*found(library, "oman", 2), *found(library, "oman", 2, 2)] == all_hits
    assert found(library, "oman", 2, 5) == []


def test_of_equal_answers_the_newest_comes_first(dossier):
    with dossier.writing() as connection:
        for day in ("2024-01-02", "2024-01-03", None, "2024-01-01"):
            put(connection, str(day), "The same words.", None, day)
        days = [str(hit.published) for hit in search_documents(connection, "words", 10)]
        assert days == ["2024-01-03", "2024-01-02", "2024-01-01", "None"]


class TestSnippets:
    def hit(self, dossier, text, words):
        with dossier.writing() as connection:
            put(connection, "x", text)
            (hit,) = search_documents(connection, words, 5)
        assert text[hit.start :].startswith(hit.snippet)
        for start, end in hit.marks:
            assert hit.start <= start < end <= hit.start + len(hit.snippet)
        return hit, [text[start:end] for start, end in hit.marks]

    def test_what_was_found_is_marked_in_the_text(self, dossier):
        text = "Ω ≠ 1. Omán signed; OMAN paid. \U0001f600 A joint  statement, then a joint venture."
        _, marked = self.hit(dossier, text, 'oman "joint statement"')
        assert marked == ["Omán", "OMAN", "joint  statement"]

    def test_a_snippet_is_where_most_was_found(self, dossier):
        words = "one two three four five six seven eight nine ten " * 20
        text = f"copper {words} copper and gold {words}"
        hit, marked = self.hit(dossier, text, "copper gold")
        assert marked == ["copper", "gold"]
        assert len(hit.snippet) <= 240
        assert hit.start > 900
        assert text[hit.start - 1] == " "

    def test_a_short_text_is_shown_whole(self, dossier):
        hit, _ = self.hit(dossier, "  (Copper!)\n", "copper")
        assert hit.snippet == "  (Copper!)\n"

    def test_of_a_title_alone_the_text_begins(self, dossier):
        with dossier.writing() as connection:
            put(connection, "x", "Some words. " * 100, "Copper")
            (hit,) = search_documents(connection, "copper", 5)
        assert hit.start == 0
        assert hit.snippet.startswith("Some words.")
        assert 200 < len(hit.snippet) <= 240
        assert hit.marks == ()


@pytest.mark.parametrize("text", ["\x00 copper \x00", "\ud800copper\udfff", "\ufeffcopper"])
def test_texts_that_databases_refuse_are_found(dossier, text):
    with dossier.writing() as connection:
        put(connection, "x\x00", text, title=f"A {text} title")
        (hit,) = search_documents(connection, "copper", 5)
    assert hit.title == f"A {text} title"
    assert hit.snippet == text
    assert [text[s:e] for s, e in hit.marks] == ["copper"]


def test_a_document_of_very_many_words_is_found_by_its_last(dossier):
    text = " ".join(f"word{n} the" for n in range(20_000)) + " the very last"
    with dossier.writing() as connection:
        put(connection, "x", text)
        for words in (
            '"word19999 the"',
            '"the very last"',
            "word0 last",
            '"word9000 the word9001"',
        ):
            assert count_found(connection, words) == 1, words
        assert count_found(connection, '"the word0"') == 0


def test_a_word_in_every_place_is_found_in_a_phrase(dossier):
    with dossier.writing() as connection:
        put(connection, "x", "the " * 3000 + "end the " * 300)
        assert count_found(connection, '"the end the"') == 1


def test_data_that_is_no_text_can_be_indexed(dossier):
    with dossier.writing() as connection:
        put(connection, "x", "".join(chr(65 + n % 26) for n in range(1_500_000)) + " copper")
        assert count_found(connection, "copper") == 1


def test_a_document_without_words_is_in_the_index(dossier):
    with dossier.writing() as connection:
        number = put(connection, "x", "—")
        assert number in indexed(connection)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(max_size=60))
def test_nothing_that_people_type_is_an_error(library, words):
    search_documents(library, words, 10)
    search_documents(library, f'"{words}', 10)


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE document; --",
        'a" OR "b',
        "NEAR(a b)",
        "a:b ^c {d e}: f*",
        "& | ! <-> ()",
        "'a' & 'b'",
        "%s :x ?1 $1 \\",
        pytest.param("x" * 100_000, id="a-long-word"),
        pytest.param("a " * 50_000, id="many-words"),
        pytest.param('"' * 1000, id="quotes"),
    ],
)
def test_nor_is_what_means_something_to_databases(library, words):
    search_documents(library, words, 10)
    assert count_found(library, "treaty") == 1


def test_documents_without_an_index_can_be_indexed(dossier):
    with dossier.writing() as connection:
        put(connection, "1", "Some copper.", index=False)
        index_missing(connection)
        assert unindexed(connection) == frozenset()
        assert index_missing(connection) == 0
        assert count_found(connection, "copper") == 1
