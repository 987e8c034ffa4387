from collections import Counter
from datetime import date

import pytest


def members_on(members, day):
    return {
        member.party
        for member in members
        if (member.since is None or member.since <= day)
        and (member.until is None or day <= member.until)
    }


@pytest.fixture(scope="module")
def with_members(vocabulary):
    """Members by the name of the institution or grouping."""
    return {
        **{entry.institution: entry.members for entry in vocabulary.memberships},
        **{grouping.name: grouping.members for grouping in vocabulary.groupings},
    }


def test_memberships_are_of_institutions_each_once(vocabulary):
    listed = [entry.institution for entry in vocabulary.memberships]
    assert set(listed) <= {institution.name for institution in vocabulary.institutions}
    assert len(listed) == len(set(listed))


def test_members_exist(vocabulary, with_members):
    known = {
        *(state.code for state in vocabulary.states),
        *(institution.name for institution in vocabulary.institutions),
        *(grouping.name for grouping in vocabulary.groupings),
    }
    missing = {n: {m.party for m in members} - known for n, members in with_members.items()}
    assert {name: parties for name, parties in missing.items() if parties} == {}


def test_no_member_stands_twice(with_members):
    twice = {
        name: [p for p, times in Counter(m.party for m in members).items() if times > 1]
        for name, members in with_members.items()
    }
    assert {name: parties for name, parties in twice.items() if parties} == {}


def test_a_membership_begins_before_it_ends(with_members):
    dated = [(n, m) for n, members in with_members.items() for m in members if m.since and m.until]
    assert dated
    assert [(name, member.party) for name, member in dated if member.until <= member.since] == []


@pytest.mark.parametrize(
    ("whole", "party", "last_before", "first"),
    [
        pytest.param(
            "North Atlantic Treaty Organization", "FI", "2023-04-03", "2023-04-04", id="FI-NATO"
        ),
        pytest.param(
            "North Atlantic Treaty Organization", "SE", "2024-03-06", "2024-03-07", id="SE-NATO"
        ),
        pytest.param("G20", "African Union", "2023-09-08", "2023-09-09", id="AU-G20"),
        pytest.param(
            "Association of Southeast Asian Nations",
            "TL",
            "2025-10-25",
            "2025-10-26",
            id="TL-ASEAN",
        ),
        pytest.param("European Union", "HR", "2013-06-30", "2013-07-01", id="HR-EU"),
        pytest.param("BRICS", "AE", "2023-12-31", "2024-01-01", id="AE-BRICS"),
        pytest.param(
            "Shanghai Cooperation Organisation", "BY", "2024-07-03", "2024-07-04", id="BY-SCO"
        ),
    ],
)
def test_members_join_on_their_day(with_members, whole, party, last_before, first):
    assert party not in members_on(with_members[whole], date.fromisoformat(last_before))
    assert party in members_on(with_members[whole], date.fromisoformat(first))


@pytest.mark.parametrize(
    ("whole", "party", "last", "first_without"),
    [
        pytest.param("European Union", "GB", "2020-01-31", "2020-02-01", id="GB-EU"),
        pytest.param("G8", "RU", "2014-03-24", "2014-03-25", id="RU-G8"),
        pytest.param(
            "Collective Security Treaty Organization",
            "UZ",
            "2012-12-19",
            "2012-12-20",
            id="UZ-CSTO",
        ),
        pytest.param("G5 Sahel", "ML", "2022-05-15", "2022-05-16", id="ML-G5-Sahel"),
    ],
)
def test_members_leave_on_their_day(with_members, whole, party, last, first_without):
    assert party in members_on(with_members[whole], date.fromisoformat(last))
    assert party not in members_on(with_members[whole], date.fromisoformat(first_without))


@pytest.mark.parametrize(
    ("whole", "day", "count"),
    [
        pytest.param("European Union", "1958-01-01", 6, id="EU-1958"),
        pytest.param("European Union", "2016-06-23", 28, id="EU-2016"),
        pytest.param("European Union", "2024-01-01", 27, id="EU-2024"),
        pytest.param("North Atlantic Treaty Organization", "1949-08-24", 12, id="NATO-1949"),
        pytest.param("North Atlantic Treaty Organization", "2024-07-09", 32, id="NATO-2024"),
        pytest.param("Association of Southeast Asian Nations", "2023-01-01", 10, id="ASEAN-2023"),
        pytest.param("BRICS", "2023-01-01", 5, id="BRICS-2023"),
        pytest.param("BRICS", "2025-02-01", 10, id="BRICS-2025"),
        pytest.param("Gulf Cooperation Council", "2024-01-01", 6, id="GCC"),
        pytest.param("Eurasian Economic Union", "2024-01-01", 5, id="EAEU"),
        pytest.param("G20", "2024-01-01", 21, id="G20"),
        pytest.param("Western Balkans", "2024-01-01", 6, id="Western-Balkans"),
    ],
)
def test_memberships_are_complete(with_members, whole, day, count):
    assert len(members_on(with_members[whole], date.fromisoformat(day))) == count


@pytest.mark.parametrize(
    ("whole", "parties"),
    [
        pytest.param("Central Asia", {"KZ", "KG", "TJ", "TM", "UZ"}, id="Central-Asia"),
        pytest.param("C5+1", {"KZ", "KG", "TJ", "TM", "UZ", "US"}, id="C5+1"),
        pytest.param("South Caucasus", {"AM", "AZ", "GE"}, id="South-Caucasus"),
        pytest.param("Baltic states", {"EE", "LT", "LV"}, id="Baltic-states"),
        pytest.param("Maghreb", {"DZ", "LY", "MA", "MR", "TN"}, id="Maghreb"),
        pytest.param(
            "G7", {"CA", "FR", "DE", "IT", "JP", "GB", "US", "European Union"}, id="G7-with-EU"
        ),
    ],
)
def test_groupings_stand_for_their_members(with_members, whole, parties):
    assert members_on(with_members[whole], date(2024, 1, 1)) == parties


def test_only_regions_and_open_formats_go_without_members(vocabulary):
    blocs = {g.name for g in vocabulary.groupings if g.type == "bloc" and not g.members}
    # Their members are those of the European Union, less or more a few, at any time.
    assert blocs == {"EU Member States", "euro area", "Schengen area"}


def test_no_name_begins_with_an_article_or_stands_twice(vocabulary):
    for grouping in vocabulary.groupings:
        names = [grouping.name, *grouping.names, *grouping.adjectives]
        assert [n for n in names if n.lower().startswith("the ") or n != n.strip()] == []
        assert len(names) == len(set(names)), grouping.name
