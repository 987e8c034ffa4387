"""Searching from the command line."""

import json

import pytest


@pytest.mark.parametrize("style", ["table", "csv"])
def test_what_a_search_brings_up(shown, snapshot, style):
    assert shown("search", "treaty", "--format", style) == snapshot(name="record")
    assert shown("search", "Rahimov", "--format", style) == snapshot(name="person")


def test_what_a_search_brings_up_as_json(shown):
    told = json.loads(shown("search", "treaty", "--format", "json"))
    (document,) = told["documents"]
    (start, end) = document["marks"][0]
    assert document["snippet"][start - document["start"] : end - document["start"]] == "treaty"
    assert [record["id"] for record in told["records"]] == ["instrument.ca00000000"]
    assert json.loads(shown("search", "ali", "--format", "json"))["persons"] == [
        {"record": "person.fa00000000", "names": ["Ali Rahimov"]}
    ]


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        pytest.param(["oman", "met"], 2, id="all-words"),
        pytest.param(["oman met"], 1, id="together"),
        pytest.param(["Ómàn"], 3, id="accents"),
        pytest.param(["---"], 0, id="no-word"),
    ],
)
def test_documents_that_hold_the_words(shown, words, documents):
    told = json.loads(shown("search", "--format", "json", "--", *words))
    assert len(told["documents"]) == documents


def test_nothing_found_is_told(shown):
    assert shown("search", "zeppelin") == "no document in this dossier holds all these words"
