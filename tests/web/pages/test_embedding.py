"""Frames for other sites."""

import re

import pytest

FRAMES = ["/embed/timeline", "/embed/ledger"]


@pytest.mark.parametrize("address", FRAMES)
def test_a_frame_may_stand_anywhere_and_leads_to_words(client, address):
    answer = client.get(f"{address}?between=OM&between=PE")
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers
    assert re.search(r'href="/documents/\w+\?claim=[\w.-]+#words" target="_blank"', answer.text)


def test_the_ledger_says_what_it_adds_up(client):
    told = client.get("/embed/ledger?between=OM&between=PE").text
    assert "15 million EUR" in told
    assert "of 5" in told


def test_sums_of_a_whole_dossier_are_not_told(client):
    assert "What they come to" not in client.get("/embed/ledger").text


def test_a_frame_shows_as_many_as_it_asks_for(client):
    told = client.get("/embed/timeline?entries=2").text
    assert told.count("<li>") == 2
    assert "All 7, with sources" in told
    assert client.get("/embed/timeline?entries=0").status_code == 422


@pytest.mark.parametrize("address", FRAMES)
def test_an_empty_frame_says_so(empty, address):
    assert "in this dossier yet" in empty.get(address).text


def test_the_lines_to_copy_name_the_frame(client):
    told = client.get("/embedding?between=OM&between=PE").text
    assert "http://testserver/embed/timeline?between=OM" in told.replace("&amp;amp;", "&")
    assert "/embed/ledger" in told


def test_other_pages_may_not_stand_in_a_frame(client):
    assert "frame-ancestors 'none'" in client.get("/embedding").headers["content-security-policy"]
