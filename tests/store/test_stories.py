"""Stories in a dossier: candidates, numbers, versions; the same in whatever order they came."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select, update

from communique.model.document import Document, Region, RegionKind
from communique.model.span import Span
from communique.pipeline.stories import find_stories
from communique.records.stories.differences import edit_of
from communique.store import sketches, tables
from communique.store.documents import NewDocument, add_document
from communique.store.sketches import Sought, candidates, put_sketch, sketches_of
from communique.store.stories import (
    mark_told,
    pairs_among,
    settle_stories,
    story_of,
    unsettle_stories,
    versions_of,
    without_story,
)
from communique.store.verifying.stories import story_problems, version_problems
from communique.vocab.facts import load_fact_words
from releases import BACKGROUND, CLOSE, DAY, LEAD, MONEY, RELEASE, form

WORDS = load_fact_words()
ADDED = datetime(2024, 6, 1, tzinfo=UTC)


def document(ident, text, published=DAY, url=None, regions=()):
    return Document(
        id=ident, text=text, text_given=True, published=published, url=url, regions=regions
    )


def put(connection, told):
    return add_document(connection, NewDocument(told, (), (), "test", ADDED))[0]


def put_all(connection, *texts, days=0):
    return [
        put(connection, document(f"d{n}", text, DAY + timedelta(days=n * days)))
        for n, text in enumerate(texts)
    ]


def stories(connection):
    table = tables.document
    return dict(connection.execute(select(table.c.id, table.c.story).order_by(table.c.id)).all())


@pytest.fixture
def connection(dossier):
    with dossier.writing() as connection:
        yield connection


SILENT = RELEASE.replace("45 million", "54 million")
CUT = f"{LEAD}\n\n{MONEY}"
OTHER = form("Kenya", "floods", "4 May 2024", "Amina Odhiambo")


def test_copies_are_one_story_and_others_are_their_own(connection):
    one, other, edited, cut = put_all(connection, RELEASE, OTHER, SILENT, CUT)
    changed = find_stories(connection, [one, other, edited, cut], WORDS)
    assert stories(connection) == {one: one, other: other, edited: one, cut: one}
    assert changed == {edited, cut}


def test_documents_without_a_story_are_told_first_ones_first(connection):
    numbers = put_all(connection, RELEASE, OTHER, CUT)
    assert without_story(connection, 2) == tuple(numbers[:2])
    find_stories(connection, numbers, WORDS)
    assert without_story(connection, 2) == ()


def test_what_differs_is_kept_against_the_earliest(connection):
    numbers = [
        put(connection, document("late", SILENT, DAY + timedelta(days=2))),
        put(connection, document("later", SILENT + "\n\n" + BACKGROUND, DAY + timedelta(days=3))),
        put(connection, document("early", RELEASE, DAY)),
        put(connection, document("undated", RELEASE, None)),
    ]
    find_stories(connection, numbers, WORDS)
    late, later, early, undated = numbers
    assert story_of(connection, later) == (early, late, later, undated)
    pairs = pairs_among(connection, set(numbers))
    assert {frozenset((p.first, p.second)) for p in pairs} == {
        frozenset((early, number)) for number in (late, later, undated)
    }
    versions = versions_of(connection, late)
    assert [version.document.id for version in versions] == ["early", "late", "later", "undated"]
    (silent,) = next(p for p in pairs if (p.first, p.second) == (late, early)).differences
    edit = edit_of(silent, SILENT, RELEASE)
    assert (edit.removed_text, edit.inserted_text, edit.changes_figures) == ("54", "45", True)


def test_a_document_may_join_two_stories(connection):
    head, tail = "\n\n".join((LEAD, MONEY)), "\n\n".join((BACKGROUND, CLOSE, OTHER))
    one, other, both = put_all(connection, head, f"{head}\n\n{tail}\n\n{RELEASE[:900]}", "")
    find_stories(connection, [one, other, both], WORDS)
    assert len(set(stories(connection).values())) == 3
    bridge = put(connection, document("bridge", f"{head}\n\n{tail}"))
    changed = find_stories(connection, [bridge], WORDS)
    assert stories(connection) == {one: one, other: one, both: both, bridge: one}
    assert changed == {other, bridge}


def test_one_address_is_one_story_whatever_it_says(connection):
    url = "https://example.org/news"
    numbers = [
        put(connection, document("a", RELEASE, url=url)),
        put(connection, document("b", OTHER, DAY + timedelta(days=90), url=url)),
        put(connection, document("c", "Quite another text.", url="https://example.org/else")),
    ]
    find_stories(connection, numbers, WORDS)
    assert list(stories(connection).values()) == [numbers[0], numbers[0], numbers[2]]


def test_one_text_is_one_story_even_without_words(connection):
    numbers = put_all(connection, "…", "…", "?", days=400)
    find_stories(connection, numbers, WORDS)
    assert list(stories(connection).values()) == [numbers[0], numbers[0], numbers[2]]


def test_furniture_makes_no_copy(connection):
    menu = " ".join(f"Section {n} of the news portal in your region" for n in range(60))
    numbers = [
        put(
            connection,
            document(
                f"d{n}",
                f"{menu}\n{text}",
                regions=(Region(RegionKind.FURNITURE, Span(0, len(menu))),),
            ),
        )
        for n, text in enumerate((RELEASE, OTHER))
    ]
    find_stories(connection, numbers, WORDS)
    assert list(stories(connection).values()) == numbers


def test_stories_can_be_looked_for_anew(connection):
    numbers = put_all(connection, RELEASE, SILENT, OTHER)
    find_stories(connection, numbers, WORDS)
    assert unsettle_stories(connection, [numbers[1]]) == set(numbers[:2])
    assert without_story(connection, 9) == tuple(numbers[:2])
    assert pairs_among(connection, set(numbers)) == ()
    find_stories(connection, numbers[:2], WORDS)
    assert list(stories(connection).values()) == [numbers[0], numbers[0], numbers[2]]


def test_settling_twice_changes_nothing(connection):
    numbers = put_all(connection, RELEASE, SILENT)
    assert find_stories(connection, numbers, WORDS) == {numbers[1]}
    assert settle_stories(connection, numbers) == set()


def test_records_of_other_voices_are_computed_anew(connection):
    # Without claims there are no records.
    mark_told(connection, put_all(connection, RELEASE))


def test_a_sketch_is_kept_once_and_comes_back(connection):
    (number,) = put_all(connection, RELEASE)
    put_sketch(connection, number, (3, 2**62, 7))
    put_sketch(connection, number, (5, 2**62))
    assert sketches_of(connection, [number]) == {number: (5, 2**62)}


SOUGHT = Sought(near=3, far=6, days=14)
FAR = DAY + timedelta(days=15)


def numbered(connection, shared):
    """Documents with sketches: the first has 1 to 20, the others what is given, with their days."""
    given = [(range(1, 21), DAY), *shared]
    numbers = [
        put(connection, document(f"d{n}", f"Text {n}.", d)) for n, (_, d) in enumerate(given)
    ]
    for number, (sketch, _) in zip(numbers, given, strict=True):
        put_sketch(connection, number, sketch)
    table = tables.document
    connection.execute(update(table).values(story=table.c.id))
    return numbers


def test_candidates_share_enough_the_likeliest_first(connection):
    one, few, many, some = numbered(
        connection, [((1, 2), DAY), (range(1, 16), DAY), (range(1, 6), None)]
    )
    found = candidates(connection, one, SOUGHT)
    assert [(c.document, c.shared, c.known) for c in found] == [(many, 15, False), (some, 5, False)]
    assert [c.published for c in found] == [DAY, None]
    assert few not in {c.document for c in found}


def test_candidates_of_far_days_share_more(connection):
    one, near, far, reprint = numbered(
        connection, [(range(1, 6), DAY), (range(1, 6), FAR), (range(1, 7), FAR)]
    )
    assert [c.document for c in candidates(connection, one, SOUGHT)] == [reprint, near]
    # All days are near to a document without one.
    table = tables.document
    connection.execute(update(table).where(table.c.id == one).values(published=None))
    assert {c.document for c in candidates(connection, one, SOUGHT)} == {near, far, reprint}


@pytest.mark.parametrize("day", [DAY, None, date.min, date.max])
@pytest.mark.parametrize("near", [1, 2, 3, 5, 8])
def test_frequent_numbers_lose_nobody(connection, monkeypatch, near, day):
    source = random.Random(near)
    shared = []
    for n in range(30):
        own = source.sample(range(1, 21), source.randrange(1, 14))
        # Numbers of a passage that half of the documents have.
        boilerplate = (1, 2, 3, 4) if n % 2 else ()
        shared.append((sorted({*own, *boilerplate}), source.choice((DAY, FAR, None))))
    one, *_ = numbered(connection, shared)
    table = tables.document
    connection.execute(update(table).where(table.c.id == one).values(published=day))
    sought = Sought(near, max(near, 9), 14)
    plain = candidates(connection, one, sought)
    assert plain
    monkeypatch.setattr(sketches, "_FREQUENT", 12)
    assert candidates(connection, one, sought) == plain


def test_candidates_have_been_looked_at_themselves(connection):
    one, other = numbered(connection, [(range(1, 21), DAY)])
    table = tables.document
    connection.execute(update(table).where(table.c.id == other).values(story=0))
    assert candidates(connection, one, SOUGHT) == ()


POOL = (
    ("release", RELEASE, DAY),
    ("silent", SILENT, DAY + timedelta(days=1)),
    ("cut", CUT, DAY + timedelta(days=1)),
    ("longer", RELEASE.replace(MONEY, f"{MONEY}\n\n{BACKGROUND}"), DAY),
    ("no close", RELEASE.replace(CLOSE, ""), None),
    ("form", OTHER, DAY),
    ("other form", form("Peru", "earthquake", "6 May 2024", "Luis Mamani"), DAY),
    ("form again", OTHER, date(2025, 5, 14)),
    ("lead", LEAD, DAY),
    ("next year", RELEASE.replace("2024", "2025"), date(2025, 5, 14)),
)


def grouped(order, size):
    """The stories and what is kept of each, by the ids of documents, in a dossier of that order."""
    engine = create_engine("sqlite://")
    tables.metadata.create_all(engine)
    with engine.begin() as connection:
        numbers = {put(connection, document(*POOL[n])): POOL[n][0] for n in order}
        waiting = list(numbers)
        while waiting:
            find_stories(connection, waiting[:size], WORDS)
            waiting = waiting[size:]
        found = {}
        for number, story in stories(connection).items():
            assert story <= number
            found.setdefault(story, set()).add(numbers[number])
        pairs = {
            (frozenset((numbers[p.first], numbers[p.second])), len(p.differences))
            for p in pairs_among(connection, set(numbers))
        }
        assert [*story_problems(connection), *version_problems(connection)] == []
    engine.dispose()
    return {frozenset(story) for story in found.values()}, pairs


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations(range(len(POOL))), st.integers(1, 5))
def test_stories_do_not_depend_on_the_order(order, size):
    assert grouped(order, size) == grouped(range(len(POOL)), 3)


def test_the_pool_has_three_stories_of_several():
    found, _ = grouped(range(len(POOL)), 3)
    assert {frozenset(("form", "form again"))} == {s for s in found if "form" in s}
    (release,) = (story for story in found if "release" in story)
    assert release == {"release", "silent", "cut", "longer", "no close", "lead"}


def test_wrong_numbers_and_pairs_are_found(connection):
    one, other, third = put_all(connection, RELEASE, SILENT, OTHER)
    find_stories(connection, [one, other, third], WORDS)
    table, pair = tables.document, tables.version_pair
    assert [*story_problems(connection), *version_problems(connection)] == []
    connection.execute(update(table).where(table.c.id == third).values(story=one))
    (apart,) = story_problems(connection)
    assert str(apart).endswith("it is of a story, but no version of another document")
    connection.execute(update(table).where(table.c.id == third).values(story=other))
    assert any("first document" in str(p) for p in story_problems(connection))
    gone = {
        "first": one,
        "second": third,
        "containment": 1.0,
        "differences": [[[0, 9999], [0, 0], []]],
    }
    connection.execute(insert(pair).values(gone))
    assert [str(p).split(": ")[1] for p in version_problems(connection)] == [
        "they are not of one story",
        "what differs does not stand in their texts",
    ]


@pytest.mark.parametrize("entry", [None, [], [[0, 0], [0, 0], []], [[3, 1], [0, 0], []], ["a"]])
def test_a_broken_difference_is_found(connection, entry):
    one, other = put_all(connection, RELEASE, SILENT)
    find_stories(connection, [one, other], WORDS)
    pair = tables.version_pair
    connection.execute(update(pair).values(differences=[entry]))
    assert len(list(version_problems(connection))) == 1
