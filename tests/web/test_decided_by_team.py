"""Decisions of a team are in the audit, in the transaction that enters them."""

import pytest

from communique.model.account import Role, What
from communique.store.audit import list_entries
from communique.store.listing import all_ids, load_record
from communique.web.deciding import decide, decide_all
from communique.web.faults import Forbidden, Refused
from communique.web.visitors import Visitor
from team import Team


@pytest.fixture
def team(filled):
    return Team(filled)


def claim(team):
    with team.site.reading() as connection:
        return str(load_record(connection, all_ids(connection)[0]).record.claims[0])


def entries(team):
    with team.site.reading() as connection:
        return list_entries(connection, 0, 10, What.DECIDED)


def grace(team):
    return Visitor("Grace", Role.REVIEWER, "k", team.accounts["Grace"].id, "192.0.2.7")


def test_a_decision_is_told_with_who_made_it(team):
    found = claim(team)
    made = decide(team.site, grace(team), lambda d: d.accept(found))
    (entry,) = entries(team)
    assert (entry.by.name, entry.by.client) == ("Grace", "192.0.2.7")
    assert entry.detail == f"accept, {made.id}"


def test_what_was_refused_is_not_told(team):
    found = claim(team)
    with pytest.raises(Refused):
        decide_all(team.site, grace(team), lambda d: [d.accept(found), d.accept("nothing")])
    assert entries(team) == ()


def test_nothing_is_decided_where_contents_stay(filled):
    team = Team(filled, read_only=True)
    with pytest.raises(Forbidden):
        decide(team.site, grace(team), lambda d: d.accept("x"))
