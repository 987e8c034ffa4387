"""Whom a document is about."""

import pytest

from communique.model.document import Document
from communique.model.mention import PartyMention
from communique.records.subjects import subjects_of
from communique.vocab.kinship import Kinship


@pytest.fixture(scope="module")
def kin():
    return Kinship.load()


def named(*names):
    return [
        PartyMention(start=n, end=n + 1, text="x", name=name, code=None, metonym=False)
        for n, name in enumerate(names)
    ]


def about(kin, *names, title=None):
    document = Document(id="a", text="x" * 40, text_given=True, title=title)
    return [party.name for party in subjects_of(document, named(*names), kin)]


def test_the_sides_that_are_named_again_and_again(kin):
    assert about(kin, "Japan", "Kenya", "Japan", "Kenya", "Peru") == ["Japan", "Kenya"]


def test_bodies_count_for_their_side(kin):
    names = ("European Commission", "European Council", "Kazakhstan", "Kazakhstan")
    assert about(kin, *names) == ["European Union", "Kazakhstan"]


def test_a_side_in_the_headline_is_one(kin):
    assert about(kin, "Chile", title="Chile and South Korea end talks") == ["Chile", "South Korea"]


def test_what_is_named_once_in_passing_is_none(kin):
    assert about(kin, *["Japan"] * 12, *["Kenya"] * 10, "Peru", "Peru") == ["Japan", "Kenya"]


def test_a_document_that_names_nobody_is_about_nobody(kin):
    assert about(kin) == []


def test_there_are_no_more_than_four(kin):
    names = ("Japan", "Kenya", "Peru", "Chile", "Oman") * 3
    assert len(about(kin, *names)) == 4


def test_a_short_text_that_names_but_two_is_about_the_two(kin):
    assert about(kin, "Japan", "Kenya") == ["Japan", "Kenya"]
    assert about(kin, "Japan", "Kenya", "Peru") == []


def test_of_two_the_one_that_is_hardly_named_is_none(kin):
    assert about(kin, *["Japan"] * 6, "Kenya") == ["Japan"]


def test_a_headline_pushes_nobody_out(kin):
    assert about(kin, "Japan", "Japan", "Kenya", title="Nurses for Japan") == ["Japan", "Kenya"]


def test_a_body_in_the_headline_that_may_be_anybodys_is_none(kin):
    title = "Third session of the Council of Chile and Peru"
    assert about(kin, "Chile", "Peru", title=title) == ["Chile", "Peru"]


def test_a_part_of_the_world_is_no_side(kin):
    names = ("Europe", "Europe", "Peru", "European Union")
    assert about(kin, *names) == ["European Union", "Peru"]
    assert about(kin, "Central Asia", "Central Asia") == ["Central Asia"]
