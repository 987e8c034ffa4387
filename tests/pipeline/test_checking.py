"""Checking step by step looks at what is due alone, and comes to what all at once finds."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from checked import CALLS, RULES, NumberNamed, SameGiver, ToldTwice
from communique.errors import DecisionError
from communique.model.extraction import Extraction
from communique.model.finding import Scope
from communique.pipeline.adding import Adder
from communique.pipeline.checking import Checker, check_dossier, due_count, ready
from communique.pipeline.deciding import Decider, enter
from communique.pipeline.keeping import Keeper
from communique.pipeline.settling import Settler
from communique.pipeline.values import Reader
from communique.store import tables
from communique.store.check_keys import put_keys
from communique.store.claims import claims_in
from communique.store.decisions import all_decisions
from communique.store.documents import all_numbers, load_document
from communique.store.dossier import Mode, open_dossier
from communique.store.due import begin_anew
from communique.store.findings import all_stored
from communique.store.listing import all_ids
from communique.store.verify import verify
from factory import OMAN
from filling import AT, SentenceLoader, add, documents, given, knowledge, settle
from releases import BACKGROUND, PARAGRAPHS, RELEASE

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
#: Documents that tell the same happenings, and three versions of one text.
TOLD = [
    *documents(9),
    given("release", RELEASE, "2024-05-14", publisher="Ministry"),
    given("longer", f"{RELEASE}\n\n{BACKGROUND} Number 77.", "2024-05-15", publisher="Agency"),
    given("shorter", "\n\n".join(PARAGRAPHS[:5]), "2024-05-16", publisher="Paper"),
]


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    """Checking takes several steps, as with many documents, and has little at hand."""
    for name, most in {
        "_DOCUMENTS": 3,
        "_RECORDS": 4,
        "_KEYS": 3,
        "_COMPARED": 5,
        "_SHEETS_AT_HAND": 2,
        "_CASES_AT_HAND": 3,
        "_NODES_AT_HAND": 5,
    }.items():
        monkeypatch.setattr(f"communique.pipeline.checking.{name}", most)


@pytest.fixture
def calls():
    """What rules are called on, from here on."""
    CALLS.clear()
    return CALLS


def kept(dossier):
    with dossier.reading() as connection:
        return list(all_stored(connection))


def at_once(dossier):
    """What is found when all is forgotten and checked anew."""
    with dossier.writing() as connection:
        begin_anew(connection, "nobody")
    check(dossier)
    return kept(dossier)


def check(dossier, rules=RULES):
    return list(Checker(dossier, knowledge, rules).check())


def in_memory(dossier):
    with dossier.reading() as connection:
        return sorted(map(repr, check_dossier(connection, ready(knowledge, RULES))))


def due(dossier, rules=RULES):
    with dossier.reading() as connection:
        return due_count(connection, rules)


def problems(dossier):
    with dossier.reading() as connection:
        return [str(problem) for problem in verify(connection)]


def decide(dossier, make, minute=0):
    """Enter a decision, settle and check."""
    at = NOON + timedelta(minutes=minute)
    with dossier.writing() as connection:
        values = Reader(lambda name: OMAN if name == "Oman" else None)
        made = make(Decider(connection, values, "Ada", at, "for a reason"), connection)
        enter(connection, Keeper(knowledge, "test sentences"), [made])
    settle(dossier)


def anything(chance):
    """A decision on anything in the dossier."""

    def make(decider, connection):
        numbers = all_numbers(connection)
        found = claims_in(connection, numbers)
        claims = [s.node for told in found.values() for s in told]
        chosen = chance.choice(claims)
        name = f"{chosen.ref.document}/{chosen.ref.claim}"
        gifts = [n for n in claims if n.claim.kind == "commitment"]
        kinds = {r: r.partition(".")[0] for r in all_ids(connection)}
        events = [record for record, kind in kinds.items() if kind == "event"]
        undoable = [d.id for d in all_decisions(connection)]
        options = [
            lambda: decider.reject(name),
            lambda: decider.accept(name),
            lambda: decider.correct(_name(chance.choice(gifts)), "action", "give all of it"),
            lambda: decider.correct(_name(chance.choice(gifts)), "amount", "7000000 EUR"),
            lambda: decider.merge(chance.sample(events, 2)),
            lambda: decider.never_merge(chance.sample(events, 2)),
            lambda: decider.split(chance.choice(events), [name]),
            lambda: decider.speaks_for(chosen.ref.document, ["Oman"]),
            lambda: decider.undo(chance.choice(undoable)),
        ]
        return chance.choice(options)()

    return make


def _name(node):
    return f"{node.ref.document}/{node.ref.claim}"


@pytest.mark.parametrize("seed", range(6))
def test_step_by_step_comes_to_what_all_at_once_finds(dossier, seed):
    chance = random.Random(seed)
    told = chance.sample(TOLD, len(TOLD))
    minute = 0
    while told:
        taken, told = told[: chance.choice([1, 1, 3])], told[3:]
        add(dossier, taken)
        for _ in range(chance.randrange(3)):
            minute += 1
            try:
                decide(dossier, anything(chance), minute)
            except (DecisionError, IndexError, ValueError):
                continue
    found = kept(dossier)
    assert due(dossier) == 0
    assert problems(dossier) == []
    assert sorted({repr(stored.finding) for _, stored in found}) == in_memory(dossier)
    assert found == at_once(dossier)


def test_rules_of_every_scope_have_found_something(dossier):
    add(dossier, TOLD)
    assert {stored.finding.code for _, stored in kept(dossier)} == {r.code for r in RULES}
    versions = [s for _, s in kept(dossier) if s.finding.message == "3 versions"]
    assert len(versions) == 1


def test_one_more_document_has_only_what_it_concerns_checked(dossier, calls):
    add(dossier, TOLD)
    calls.clear()
    add(dossier, [given("more", "Number 99. Oman and Peru met on 3 May 2024 in Muscat.")])
    with dossier.reading() as connection:
        (key,) = connection.scalars(
            select(tables.document.c.key).where(tables.document.c.ident == "more")
        )
        profile, pair, claim = tables.profile, tables.claim_profile, tables.claim
        record = connection.scalar(
            select(profile.c.record)
            .join(pair, pair.c.profile == profile.c.id)
            .join(claim, claim.c.id == pair.c.claim)
            .where(claim.c.document == all_numbers(connection)[-1])
        )
        story = connection.scalar(
            select(tables.document.c.story).where(tables.document.c.key == key)
        )
    assert calls == {
        (NumberNamed.code, key): 1,
        (ToldTwice.code, record): 1,
        (SameGiver.code, f"story {story}"): 1,
    }


class TwoOfAGiver(SameGiver):
    """A rule that looks at stories however few tell them, and at givers of two gifts."""

    code = "TST302"
    alone = "story "


class TwoOfEach(SameGiver):
    """A rule that always needs two."""

    code = "TST303"
    alone = None


NEEDING_TWO = (TwoOfAGiver, TwoOfEach)


def tell(dossier, found, rules):
    """Add documents, and have these rules alone check the dossier."""
    list(_adder(dossier, Keeper(knowledge, "test sentences")).add(found))
    for _ in Settler(dossier, knowledge).settle():
        pass
    check(dossier, rules)


def test_what_stands_alone_waits_for_a_second_where_a_rule_needs_two(dossier, calls):
    tell(dossier, [TOLD[9]], NEEDING_TWO)
    assert {code for code, name in calls if name.startswith("story")} == {TwoOfAGiver.code}
    assert (due(dossier, NEEDING_TWO), kept(dossier)) == (0, [])
    tell(dossier, [TOLD[10]], NEEDING_TWO)
    told = {s.finding.code for _, s in kept(dossier) if s.finding.message == "2 versions"}
    assert told == {rule.code for rule in NEEDING_TWO}


def test_what_is_left_alone_has_its_findings_taken_back(dossier):
    tell(dossier, TOLD[9:11], (TwoOfEach,))
    assert kept(dossier)
    with dossier.writing() as connection:
        put_keys(connection, Scope.DOCUMENT, {min(_keys(dossier)): ()})
    check(dossier, (TwoOfEach,))
    assert due(dossier, (TwoOfEach,)) == 0
    assert "2 versions" not in {stored.finding.message for _, stored in kept(dossier)}


def test_what_is_checked_is_not_checked_again(dossier, calls):
    add(dossier, TOLD)
    calls.clear()
    assert check(dossier) == []
    add(dossier, TOLD)
    assert not calls


def test_another_version_of_a_story_has_the_story_compared(dossier, calls):
    add(dossier, TOLD[:10])
    calls.clear()
    add(dossier, [TOLD[10]])
    stories = [name for code, name in calls if code == SameGiver.code]
    assert len(stories) == 1
    assert "2 versions" in {stored.finding.message for _, stored in kept(dossier)}


def test_other_rules_have_everything_checked_anew(dossier, calls):
    add(dossier, TOLD)
    with dossier.reading() as connection:
        everything = len(all_numbers(connection)) + len(all_ids(connection))
    fewer = (NumberNamed, ToldTwice)
    assert due(dossier) == 0
    assert due(dossier, fewer) == everything
    check(dossier, fewer)
    assert {stored.finding.code for _, stored in kept(dossier)} == {r.code for r in fewer}
    assert due(dossier, fewer) == 0
    assert due(dossier) == everything
    with dossier.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.check_key)) == 0


def test_a_run_that_another_version_overtakes_leaves_the_rest_to_it(dossier, calls):
    add(dossier, TOLD)
    with dossier.writing() as connection:
        begin_anew(connection, "nobody")
    running = Checker(dossier, knowledge, RULES).check()
    next(running)
    with dossier.writing() as connection:
        begin_anew(connection, "another")
    calls.clear()
    assert list(running) == []
    assert not calls
    assert kept(dossier) == []


def test_an_interrupted_run_goes_on_where_it_stopped(dossier, calls):
    add(dossier, TOLD)
    found = kept(dossier)
    with dossier.writing() as connection:
        begin_anew(connection, "nobody")
    calls.clear()
    for steps in range(1, 30):
        running = Checker(dossier, knowledge, RULES).check()
        done = [step for step, _ in zip(running, range(steps), strict=False)]
        running.close()
        if not done:
            break
    assert kept(dossier) == found
    assert {count for (code, _), count in calls.items() if code != SameGiver.code} == {1}


def test_what_is_extracted_anew_is_checked_anew(dossier, calls):
    add(dossier, TOLD)
    before = kept(dossier)
    calls.clear()
    keeper = Keeper(knowledge, "a newer extractor")
    list(_adder(dossier, keeper).renew(_adder(dossier, keeper).outdated(everything=True)))
    settle(dossier)
    assert {key for code, key in calls if code == NumberNamed.code} == _keys(dossier)
    assert kept(dossier) == before
    assert due(dossier) == 0


def test_what_is_no_longer_told_is_found_no_more(dossier):
    add(dossier, TOLD)
    with dossier.writing() as connection:
        keeper = Keeper(knowledge, "finds nothing")
        for number, document in _documents(connection):
            keeper.renew(connection, number, Extraction(document, ()), AT)
    settle(dossier)
    assert {scope.value for scope, _ in kept(dossier)} == {"document", "dossier"}
    assert problems(dossier) == []
    assert kept(dossier) == at_once(dossier)


def _documents(connection):
    return [(n, load_document(connection, n)) for n in all_numbers(connection)]


def _adder(dossier, keeper):
    return Adder(dossier, keeper, SentenceLoader(), 1, lambda: AT)


def _keys(dossier):
    with dossier.reading() as connection:
        return set(connection.scalars(select(tables.document.c.key)))


def test_without_anything_due_nothing_is_loaded_or_written(tmp_path):
    def never():
        raise AssertionError("it was loaded")

    path = str(tmp_path / "dossier.db")
    with open_dossier(path, Mode.WRITE) as dossier:
        assert list(Checker(dossier, never, RULES).check()) == []
        add(dossier, TOLD[:2])
        assert list(Checker(dossier, never, RULES).check()) == []
    with open_dossier(path, Mode.READ) as dossier:
        assert due(dossier) == 0
        assert in_memory(dossier)


def test_a_dossier_that_is_only_settled_tells_that_findings_are_not_up_to_date(dossier):
    add(dossier, TOLD[:3])
    list(_adder(dossier, Keeper(knowledge, "test sentences")).add(TOLD[3:5]))
    for _ in Settler(dossier, knowledge).settle():
        pass
    assert due(dossier) >= 2
    assert any("are to be checked" in problem for problem in problems(dossier))
    check(dossier)
    assert (due(dossier), problems(dossier)) == (0, [])


class OfOneGiver(SameGiver):
    """The same under another code, which shares its keys."""

    code = "TST302"
    shares = "givers"


class OfOneGiverToo(SameGiver):
    """And once more."""

    code = "TST303"
    shares = "givers"


def test_rules_that_share_keys_keep_them_once(dossier):
    rules = (OfOneGiver, OfOneGiverToo)
    add(dossier, TOLD)
    check(dossier, rules)
    with dossier.reading() as connection:
        table = tables.check_key
        rows = connection.execute(select(table.c.code, table.c.digest, table.c.member)).all()
        memory = sorted(map(repr, check_dossier(connection, ready(knowledge, rules))))
    assert {row.code for row in rows} == {"givers"}
    assert len(rows) == len({(row.digest, row.member) for row in rows})
    found = [stored.finding for _, stored in kept(dossier)]
    assert {finding.code for finding in found} == {"TST302", "TST303"}
    assert sorted(map(repr, dict.fromkeys(found))) == memory
