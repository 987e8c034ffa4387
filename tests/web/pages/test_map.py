"""The map: what lies where, and what is left off it."""

import pytest


def test_a_town_is_drawn_and_listed_with_its_words(shelved):
    told = shelved.get("/map").text
    assert 'aria-label="Lima: 1"' in told
    assert 'id="place-1"' in told
    assert 'href="/timeline?place=Lima"' in told
    assert "?claim=event-" in told


def test_a_name_that_may_be_anything_is_left_off(shelved):
    told = shelved.get("/map").text
    assert 'aria-label="Summit: 1"' not in told
    assert told.index("Not on the map") < told.index('href="/timeline?place=Summit"')


@pytest.mark.parametrize(
    ("query", "drawn"),
    [
        ("view=world", True),
        ("between=OM&between=PE", True),
        ("between=OM&between=TD", False),
        ("since=2025", False),
        ("show=named", False),
        ("person=nobody", False),
    ],
)
def test_filters(shelved, query, drawn):
    answer = shelved.get(f"/map?{query}")
    assert answer.status_code == 200
    assert ('class="site"' in answer.text) is drawn


@pytest.mark.parametrize("query", ["view=moon", "show=dragons"])
def test_nonsense_is_refused(shelved, query):
    assert shelved.get(f"/map?{query}").status_code == 400


def test_nothing_is_told_as_such(empty):
    assert "No places in this dossier" in empty.get("/map").text
