"""The versions of a text side by side."""

import re

import pytest
from fastapi.testclient import TestClient

from communique.model.span import Span
from communique.store.browsing import WantedDocuments, page_of_documents
from communique.views.comparing import pieces
from communique.web.app import create_app
from filling import add
from filling import given as given_document
from pagetexts import texts_in
from releases import RELEASE
from serving import site_on


@pytest.fixture
def told(dossier):
    add(
        dossier,
        [
            given_document("first", RELEASE, "2024-05-20", publisher="Agency"),
            given_document("later", RELEASE.replace("45 million", "54 million"), "2024-05-21"),
            given_document("third", RELEASE, "2024-05-22", publisher="<b>Herald</b>"),
            given_document("alone", "Something else altogether was told there.", "2024-05-22"),
        ],
    )
    with dossier.reading() as connection:
        rows = {r.ident: r for r in page_of_documents(connection, WantedDocuments(), 0, 9)}
    with TestClient(create_app(site_on(dossier))) as client:
        yield client, rows


def test_what_a_later_version_changes_is_marked(told):
    client, rows = told
    page = client.get(f"/stories/{rows['first'].story}").text
    assert re.findall(r'<del id="del-1">(.*?)</del>', page) == ["45"]
    assert re.findall(r'<ins id="ins-1">(.*?)</ins>', page) == ["54"]
    assert "other numbers" in page
    assert "20 May 2024" in page
    before, after = texts_in(page, "text")
    assert before == RELEASE
    assert after == RELEASE.replace("45 million", "54 million")


def test_any_two_versions_are_compared(told):
    client, rows = told
    story = rows["first"].story
    query = f"earlier={rows['later'].key}&later={rows['third'].key}"
    page = client.get(f"/stories/{story}?{query}").text
    assert re.findall(r"<del id=\"del-1\">(.*?)</del>", page) == ["54"]
    same = client.get(f"/stories/{story}?earlier={rows['first'].key}&later={rows['third'].key}")
    assert "The words of both are the same" in same.text
    assert "<b>Herald" not in same.text


def test_a_choice_that_means_nothing_is_the_first_two(told):
    client, rows = told
    story, key = rows["first"].story, rows["third"].key
    for query in ("earlier=none&later=none", f"earlier={key}&later={key}"):
        assert client.get(f"/stories/{story}?{query}").status_code == 200


def test_one_document_has_nothing_to_be_compared_with(told):
    client, rows = told
    page = client.get(f"/stories/{rows['alone'].story}").text
    assert "No other document tells this story" in page


@pytest.mark.parametrize(("number", "status"), [("999", 404), ("0", 404), ("x", 422)])
def test_stories_that_are_none(told, number, status):
    assert told[0].get(f"/stories/{number}").status_code == status


def test_long_texts_are_shown_where_they_differ():
    text = "a" * 50 + "b" + "c" * 50
    found = pieces(text, [Span(50, 51)], 10)
    assert [piece.text for piece in found] == ["", "a" * 10, "b", "c" * 10, ""]
    assert [piece.left_out for piece in found] == [40, 0, 0, 0, 40]
    assert "".join(piece.text for piece in pieces(text, [Span(50, 51)])) == text
