"""The timeline: order, filters, levels, and what the picture tells."""

import re

import pytest


def numbers(told):
    return [int(number) for number in re.findall(r'<li id="entry-(\d+)"', told)]


def test_events_stand_in_order_with_their_words(shelved):
    told = shelved.get("/timeline").text
    assert numbers(told) == [1, 2, 3, 4]
    assert (
        told.index("20 May 2024") < told.index("told 3 May 2024") < told.index("2 May 2024</time>")
    )
    assert re.search(r'class="quote" href="/documents/\w+\?claim=event-\w+#words"', told)


def test_the_earliest_can_stand_first(shelved):
    told = shelved.get("/timeline?order=first").text
    assert told.index(">2023</time>") < told.index("2 May 2024</time>")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=instrument", 1),
        ("kind=commitment", 1),
        ("kind=office", 2),
        ("kind=event&kind=office", 6),
        ("place=Lima", 1),
        ("place=Atlantis", 0),
        ("status=planned", 1),
        ("status=cancelled", 1),
        ("since=2024&until=2024", 3),
        ("since=2023&until=2023", 1),
        ("since=2024-05-20", 1),
        ("between=OM&between=PE", 4),
        ("between=OM&between=TD", 0),
        ("between=OM", 4),
        ("kind=office&person=ana", 1),
        ("kind=office&person=nobody", 0),
        ("kind=commitment&since=2026", 0),
        ("kind=commitment&until=2025", 1),
    ],
)
def test_filters(shelved, query, count):
    answer = shelved.get(f"/timeline?{query}")
    assert answer.status_code == 200
    assert len(numbers(answer.text)) == count


def test_a_bar_leads_deeper_and_the_way_back_is_shown(shelved):
    assert 'href="/timeline?since=2024&amp;until=2024"' in shelved.get("/timeline").text
    told = shelved.get("/timeline?since=2024&until=2024").text
    assert 'href="/timeline?since=2024-05&amp;until=2024-05"' in told
    told = shelved.get("/timeline?since=2024-05&until=2024-05").text
    assert 'href="/timeline?since=2024-05-20&amp;until=2024-05-20"' in told
    assert 'aria-label="Wider periods"' in told


def test_every_mark_leads_to_its_entry(shelved):
    told = shelved.get("/timeline").text
    marks = set(re.findall(r'<a href="#entry-(\d+)"', told))
    assert marks == {str(number) for number in numbers(told)}
    for look in ("done", "planned", "cancelled", "told"):
        assert f'class="mark event {look}"' in told


def test_today_is_marked(shelved):
    assert ">today</text>" in shelved.get("/timeline?since=2024&until=2024").text


@pytest.mark.parametrize("query", ["kind=person", "status=unsure", "since=x", "number=many"])
def test_nonsense_is_refused(shelved, query):
    assert shelved.get(f"/timeline?{query}").status_code in {400, 422}


def test_hostile_words_are_escaped(shelved):
    told = shelved.get("/timeline").text
    assert "<script>alert" not in told
    assert "&lt;script&gt;alert" in told


def test_nothing_is_told_as_such(empty):
    assert "No entries in this dossier" in empty.get("/timeline").text
