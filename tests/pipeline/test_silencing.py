"""A person silences a finding: until it is undone, or what it was computed from changes."""

from datetime import UTC, datetime, timedelta

import pytest

from checked import NumberNamed, ToldTwice
from communique.errors import AmbiguousTarget, BadValue, IdleDecision, UnknownTarget
from communique.pipeline.deciding import Decider, enter
from communique.pipeline.exchanging import exported, read_lines
from communique.pipeline.keeping import Keeper
from communique.pipeline.ruling import unplaced
from communique.pipeline.targets import finding_called
from communique.pipeline.values import Reader
from communique.store.claims import claims_of
from communique.store.decisions import all_decisions
from communique.store.dossier import Mode, open_dossier
from communique.store.evidence import decisions_about
from communique.store.findings import WantedFindings
from communique.store.verify import verify
from communique.views.findings import by_code, list_findings
from filling import add, documents, given, knowledge, settle

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
TOLD = documents(8)
TEXT = "Number 50. Oman will give Peru 2 million euros."


def decide(dossier, make, minute=0, reason="it is known"):
    """Enter a decision, settle and check; the decision."""
    at = NOON + timedelta(minutes=minute)
    with dossier.writing() as connection:
        made = make(Decider(connection, Reader(lambda _: None), "Ada", at, reason))
        enter(connection, Keeper(knowledge, "test sentences"), [made])
    settle(dossier)
    return made


def findings(dossier, *codes, **wanted):
    with dossier.reading() as connection:
        return list_findings(connection, WantedFindings(select=codes, **wanted))


def problems(dossier):
    with dossier.reading() as connection:
        return [str(problem) for problem in verify(connection)]


def silence(dossier, ident, minute=0):
    return decide(dossier, lambda decider: decider.silence(ident), minute)


def test_a_finding_is_silenced_and_the_silence_undone(dossier):
    add(dossier, TOLD)
    (first, *others) = findings(dossier, ToldTwice.code)
    decision = silence(dossier, first.ident)
    assert decision.payload == {
        "code": ToldTwice.code,
        "basis": first.basis,
        "finding": first.ident,
    }
    assert [target.exact for target in decision.targets] == [first.finding.quotes[0].exact]
    (now, *rest) = findings(dossier, ToldTwice.code)
    assert (now.finding, now.silenced, now.lapsed) == (first.finding, decision, None)
    assert rest == others
    assert findings(dossier, ToldTwice.code, silenced=True) == (now,)
    assert findings(dossier, ToldTwice.code, silenced=False) == tuple(others)
    decide(dossier, lambda decider: decider.undo(decision.id), 1)
    assert findings(dossier, ToldTwice.code) == (first, *others)
    assert problems(dossier) == []


def test_a_silence_lapses_when_what_it_was_computed_from_changes(dossier):
    add(dossier, [given("a", TEXT)])
    (found,) = findings(dossier, NumberNamed.code)
    decision = silence(dossier, found.ident)
    with dossier.reading() as connection:
        ((reference, _), *_) = _claims(connection)
    decide(dossier, lambda d: d.correct(reference, "action", "lend"), 1)
    (lapsed,) = findings(dossier, NumberNamed.code)
    assert lapsed.ident == found.ident
    assert lapsed.basis != found.basis
    assert (lapsed.silenced, lapsed.lapsed) == (None, decision)
    again = silence(dossier, found.ident, 2)
    (silent,) = findings(dossier, NumberNamed.code)
    assert (silent.silenced, silent.lapsed) == (again, None)


def _claims(connection):
    return [(f"{s.node.ref.document}/{s.node.ref.claim}", s) for s in claims_of(connection, 1)]


def test_it_stays_silenced_when_others_tell_more(dossier):
    add(dossier, TOLD[:2])
    found = findings(dossier, NumberNamed.code)[0]
    silence(dossier, found.ident)
    add(dossier, TOLD[2:])
    assert [k.ident for k in findings(dossier, silenced=True)] == [found.ident]


def test_a_new_version_of_the_page_that_says_the_same_is_silenced_too(dossier):
    page = "https://example.org/page"
    add(dossier, [given("a", TEXT, url=page)])
    (found,) = findings(dossier, NumberNamed.code)
    decision = silence(dossier, found.ident)
    add(dossier, [given("b", f"{TEXT} It is a gift.", url=page)])
    both = findings(dossier, NumberNamed.code)
    assert {kept.ident for kept in both} == {found.ident}
    assert next(kept.silenced for kept in both if kept.basis == found.basis) == decision


def test_silencing_neither_computes_nor_checks_anything(dossier, monkeypatch):
    add(dossier, TOLD)
    found = findings(dossier, NumberNamed.code)[0]
    monkeypatch.setattr("communique.pipeline.checking.ready", None)
    monkeypatch.setattr("communique.pipeline.settling.build", None)
    silence(dossier, found.ident)


def test_a_silence_is_no_decision_on_the_claims_of_its_document(dossier):
    add(dossier, TOLD)
    decision = silence(dossier, findings(dossier, NumberNamed.code)[0].ident)
    decide(dossier, lambda decider: decider.undo(decision.id), 1)
    with dossier.reading() as connection:
        references = {stored.node.ref for _, stored in _claims(connection)}
        assert decisions_about(connection, references) == ()


def test_a_silence_whose_words_are_gone_is_listed_for_review(dossier, tmp_path):
    page = "https://example.org/page"
    add(dossier, [given("a", TEXT, url=page)])
    decision = silence(dossier, findings(dossier, NumberNamed.code)[0].ident)
    with dossier.reading() as connection:
        lines = [line.encode() for line in exported(connection)]
    with open_dossier(str(tmp_path / "other.db"), Mode.WRITE) as other:
        add(other, [given("b", "Quite another text, Number 3.", url=page)])
        found = read_lines(lines, "lines", NOON)
        assert found.faults == ()
        with other.writing() as connection:
            enter(connection, Keeper(knowledge, "test sentences"), found.decisions)
        with other.reading() as connection:
            assert all_decisions(connection) == (decision,)
            (missing,) = unplaced(connection)
        assert missing.note == "its words are not in the text"
        assert findings(other, silenced=True) == ()


def test_silences_are_exported_and_imported(dossier, tmp_path):
    add(dossier, TOLD)
    silenced = findings(dossier, ToldTwice.code)[0]
    silence(dossier, silenced.ident)
    with dossier.reading() as connection:
        lines = [line.encode() for line in exported(connection)]
    with open_dossier(str(tmp_path / "other.db"), Mode.WRITE) as other:
        add(other, TOLD)
        with other.writing() as connection:
            decisions = read_lines(lines, "lines", NOON).decisions
            enter(connection, Keeper(knowledge, "test sentences"), decisions)
        assert [k.ident for k in findings(other, silenced=True)] == [silenced.ident]


def test_what_can_not_be_silenced_is_told_in_a_line(dossier):
    add(dossier, TOLD)
    ident = findings(dossier, NumberNamed.code)[0].ident
    for name, reason, error, words in (
        ("TST999:00", "it is known", UnknownTarget, "there is no finding"),
        ("TST101:", "it is known", AmbiguousTarget, "it may be TST101:"),
        (ident, None, BadValue, "for a reason only"),
        (ident, " ", BadValue, "for a reason only"),
    ):
        with pytest.raises(error, match=words) as refusal:
            decide(dossier, lambda decider, name=name: decider.silence(name), reason=reason)
        assert "\n" not in str(refusal.value)
    silence(dossier, ident)
    with pytest.raises(IdleDecision, match="silences it already"):
        silence(dossier, ident, 1)


def test_a_finding_is_called_by_the_beginning_of_its_name(dossier):
    add(dossier, TOLD)
    with dossier.reading() as connection:
        for kept in list_findings(connection):
            code, _, digits = kept.ident.partition(":")
            assert finding_called(connection, kept.ident) == kept
            assert finding_called(connection, f"{code}:{digits[:8]}") == kept
            assert finding_called(connection, digits[:8]) == kept


def test_findings_are_counted_by_code(dossier):
    add(dossier, TOLD)
    counted = by_code(findings(dossier))
    assert list(counted.values()) == sorted(counted.values(), reverse=True)
    assert counted[NumberNamed.code] == len(TOLD)
    assert sum(counted.values()) == len(findings(dossier))
