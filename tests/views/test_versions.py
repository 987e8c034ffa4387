"""Figures that a later version of a text tells otherwise."""

from communique.model.document import Document
from communique.store.stories import StoredVersion, VersionPair
from communique.views.versions import changes

FIRST = "Oman gave 820 million euros."
SECOND = "Oman gave 802 million euros to Peru."
#: From FIRST to SECOND: another number, and words put in.
NUMBER = [[10, 13], [10, 13], ["number"]]
WORDS = [[27, 27], [27, 35], ["name"]]


def version(number, text):
    return StoredVersion(
        number, f"key-{number}", Document(id=str(number), text=text, text_given=True)
    )


def test_a_later_version_departs_from_an_earlier_one():
    versions = [version(1, FIRST), version(2, SECOND)]
    found = changes(versions, [VersionPair(1, 2, 0.9, [NUMBER, WORDS])])
    (changed,) = found.values()
    assert (changed.earlier, changed.later) == ("key-1", "key-2")
    assert [(e.removed_text, e.inserted_text) for e in changed.edits] == [("820", "802")]


def test_the_earlier_published_is_the_earlier_version():
    versions = [version(2, SECOND), version(1, FIRST)]
    found = changes(versions, [VersionPair(1, 2, 0.9, [NUMBER])])
    assert [(e.removed_text, e.inserted_text) for e in found["key-1"].edits] == [("802", "820")]


def test_of_several_pairs_the_one_with_the_earliest_version_counts():
    versions = [version(1, FIRST), version(2, SECOND), version(3, SECOND)]
    pairs = [VersionPair(2, 3, 1.0, []), VersionPair(1, 3, 0.9, [NUMBER])]
    assert changes(versions, pairs)["key-3"].earlier == "key-1"


def test_other_words_are_no_changed_figures():
    versions = [version(1, FIRST), version(2, SECOND)]
    assert changes(versions, [VersionPair(1, 2, 0.9, [WORDS])]) == {}
