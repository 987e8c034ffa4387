"""Decisions of a visitor: entered under their name at the site's time, and refused in words."""

import pytest

from communique.store.decisions import all_decisions
from communique.store.dossier import Mode, open_dossier
from communique.store.listing import all_ids, load_record
from communique.web.deciding import decide, decide_all
from communique.web.faults import Forbidden, Refused
from communique.web.visitors import Role, Visitor
from serving import NOON, site_on

GRACE = Visitor("Grace", Role.REVIEWER)


def claims(dossier):
    with dossier.reading() as connection:
        listed = [load_record(connection, ident) for ident in all_ids(connection)]
    return sorted({str(ref) for one in listed for ref in one.record.claims})


def test_a_decision_is_entered_under_the_visitors_name(filled):
    claim = claims(filled)[0]
    decision = decide(site_on(filled), GRACE, lambda d: d.accept(claim), "  looked it up ")
    assert (decision.author, decision.at, decision.reason) == ("Grace", NOON, "looked it up")
    with filled.reading() as connection:
        assert all_decisions(connection) == (decision,)


def test_blank_words_are_no_reason(filled):
    claim = claims(filled)[0]
    assert decide(site_on(filled), GRACE, lambda d: d.accept(claim), "  ").reason is None


def test_several_are_entered_all_or_none(filled):
    first, second, *_ = claims(filled)
    with pytest.raises(Refused):
        decide_all(site_on(filled), GRACE, lambda d: [d.accept(first), d.accept("nothing")])
    with filled.reading() as connection:
        assert not all_decisions(connection)
    made = decide_all(site_on(filled), GRACE, lambda d: [d.accept(first), d.accept(second)])
    assert len(made) == 2
    with filled.reading() as connection:
        assert len(all_decisions(connection)) == 2


def test_what_cannot_be_decided_is_told_without_the_command_line(filled):
    with pytest.raises(Refused) as refused:
        decide(site_on(filled), GRACE, lambda d: d.accept("nothing"))
    assert "nothing" in refused.value.told
    assert "communique" not in refused.value.remedy


def test_remedies_that_do_for_a_page_stay(filled):
    claim = claims(filled)[0]
    with pytest.raises(Refused) as refused:
        decide(site_on(filled), GRACE, lambda d: d.correct(claim, "colour", "red"))
    assert refused.value.remedy == "give a value that fits the slot"


def test_nothing_is_decided_where_nothing_can_be_written(filled):
    with open_dossier(filled.address, Mode.READ) as reading, pytest.raises(Forbidden):
        decide(site_on(reading), GRACE, lambda d: d.accept("x"))
