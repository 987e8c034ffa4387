"""Decisions of a visitor: entered under their name at the site's time, and refused in words."""

import pytest
from sqlalchemy import select

from communique.model.claim import Actor, Person
from communique.model.decision import BY_PEOPLE
from communique.model.terms import ActorRole
from communique.pipeline.deciding import Decider, enter
from communique.pipeline.keeping import Keeper
from communique.pipeline.ruling import apply_rulings
from communique.pipeline.values import Reader
from communique.store import tables
from communique.store.decisions import all_decisions, append
from communique.store.dossier import Mode, open_dossier
from communique.store.listing import all_ids, load_record
from communique.web.deciding import decide, decide_all
from communique.web.faults import Forbidden, Refused
from communique.web.visitors import Role, Visitor
from dossiers import shelf
from factory import PERU, event, office
from filling import add, given, knowledge
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


def stale(dossier):
    with dossier.reading() as connection:
        asked = select(tables.record.c.id).where(tables.record.c.stale.is_(True))
        return list(connection.scalars(asked))


def offices_and_persons(text):
    """What a person's dossier is made of: an office and the person, in several documents."""
    return [given(f"doc-{n}", f"{text} Number {n}.", title=f"News {n}") for n in range(4)]


def test_a_decision_on_an_office_touches_what_it_bears_on_alone(dossier):
    """Who holds an office bears on claims that name the person without a party."""
    text = "President Ali Rahima spoke. Oman and Peru met on 3 May 2024."
    add(dossier, [given("doc", text, title="News")])
    keeper = Keeper(knowledge, BY_PEOPLE)
    with dossier.reading() as connection:
        (ident,) = [one for one in all_ids(connection) if one.startswith("office.")]
        claim = str(load_record(connection, ident).record.claims[0])
    with dossier.writing() as connection:
        decider = Decider(connection, Reader(lambda name: None), "Grace", NOON)
        enter(connection, keeper, [decider.accept(claim)])
    assert {one.partition(".")[0] for one in stale(dossier)} == {"office", "person"}


def test_a_person_whom_many_claims_name_is_computed_soon_after(dossier, monkeypatch):
    monkeypatch.setattr("communique.web.deciding._CLAIMS", 3)
    add(dossier, offices_and_persons("President Ali Rahima spoke."))
    site = site_on(dossier)
    with dossier.reading() as connection:
        (office,) = [one for one in all_ids(connection) if one.startswith("office.")]
        (person,) = [one for one in all_ids(connection) if one.startswith("person.")]
        ref = load_record(connection, office).record.claims[0]
    decide(site, GRACE, lambda d: d.accept(str(ref)))
    assert stale(dossier) == [person]
    with dossier.reading() as connection:
        assert load_record(connection, office).record.ruled
    site.checking.wait()
    assert stale(dossier) == []
    with dossier.reading() as connection:
        assert load_record(connection, person).record.ruled
    site.checking.close()


@pytest.mark.parametrize(
    ("words", "touched"),
    [
        pytest.param("Ana Ruiz", {"office.aaaa1", "event.aaaa2"}, id="the-holder-without-a-party"),
        pytest.param("Ana Rivas", {"office.aaaa1"}, id="somebody-else"),
    ],
)
def test_who_holds_an_office_bears_on_claims_that_name_the_holder(tmp_path, words, touched):
    address = str(tmp_path / "dossier.db")
    with shelf(address) as put:
        held = office("Minister Ana Ruiz", person=Person("Ana Ruiz"), post="Minister", party=PERU)
        met = event(
            f"{words} met them", actors=(Actor(ActorRole.PARTICIPANT, None, Person(words)),)
        )
        told = event("Oman met Peru")
        refs = put.document("news", held, met, told)
        put.record("office.aaaa1", held, refs[0])
        put.record("event.aaaa2", met, refs[1])
        put.record("event.aaaa3", told, refs[2])
    with open_dossier(address, Mode.WRITE) as opened:
        with opened.writing() as connection:
            decider = Decider(connection, Reader(lambda name: None), "Grace", NOON)
            made = decider.reject(str(refs[0]))
            append(connection, made)
            apply_rulings(connection, [1])
        assert set(stale(opened)) == touched
