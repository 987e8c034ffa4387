import pytest

pytestmark = pytest.mark.model


def meant(reading, phrase, place=0):
    """Codes or names of the parties, and persons, that the phrase with a word as head means."""
    heads = [i for i, t in enumerate(reading.tree.analysis.tokens) if t.text == phrase]
    return [
        (r.party and (r.party.code or r.party.name), r.person and r.person.name)
        for r in reading.referents.of(heads[place])
    ]


def test_an_administration_that_nobody_heads_here(read):
    reading = read("The Fillmore Administration asked for talks.", publisher="The White House")
    assert meant(reading, "Administration") in ([("US", None)], [])
