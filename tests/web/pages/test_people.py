"""People: who speaks for whom, and what is told of one person."""

import pytest


def test_all_persons_are_listed(shelved):
    told = shelved.get("/people").text
    assert 'href="/people/person.ffff1">Ali Rahimov</a>' in told
    assert "Ana Ruiz" in told


def test_posts_are_told_as_texts_write_them(shelved):
    card = shelved.get("/people").text.partition(">Ali Rahimov</a>")[2]
    assert "<p>President</p>" in card.partition("</li>")[0]


def test_a_name_is_looked_for_in_any_case(shelved):
    told = shelved.get("/people?person=RUIZ").text
    assert "Ana Ruiz" in told
    assert "Ali Rahimov" not in told


def test_each_side_has_its_people(shelved):
    told = shelved.get("/people?between=OM&between=PE").text
    oman, peru = told.index("Posts of Oman"), told.index("Posts of Peru")
    assert oman < told.index("/people/person.ffff1") < peru < told.index("/people/person.ffff2")
    assert "?claim=office-" in told


def test_a_side_without_people_says_so(shelved):
    assert (
        "Nobody is told to hold a post of Chad" in shelved.get("/people?between=OM&between=TD").text
    )


def test_a_person_has_a_page(shelved):
    told = shelved.get("/people/person.ffff1").text
    for words in ("<h1>Ali Rahimov</h1>", "President of Oman", "3–9 May 2024", "?claim=office-"):
        assert words in told


@pytest.mark.parametrize(("ident", "status"), [("person.none", 404), ("event.aaaa1", 301)])
def test_what_is_no_person_is_told(shelved, ident, status):
    assert shelved.get(f"/people/{ident}", follow_redirects=False).status_code == status


def test_nothing_is_told_as_such(empty):
    assert "No persons in this dossier" in empty.get("/people").text
    assert "No posts held" in empty.get("/people?between=OM&between=PE").text
