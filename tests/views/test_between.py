"""Whether a record is between parties."""

from datetime import date

import pytest

from communique.model.record import PartyRow
from communique.views.between import Switches, Through, apart, between, names_standing_for

KZ, EU = "Kazakhstan", "European Union"
OFF, ALL = Switches(), Switches(members=True, groupings=True, banks=True)
MEMBERS, GROUPINGS, BANKS = Switches(members=True), Switches(groupings=True), Switches(banks=True)
ITSELF, INSTITUTION, HOLDER = Through.ITSELF, Through.INSTITUTION, Through.OFFICE_HOLDER
ON = date(2024, 3, 5)


def rows(*told):
    return [PartyRow(name, None, role) for name, role in told]


def asked(kin, told, switches=OFF, sides=(KZ, EU), on=ON):
    found = between(rows(*told), sides, switches, on, kin)
    return None if found is None else [share.through for share in found.shares]


@pytest.mark.parametrize(
    ("told", "through"),
    [
        pytest.param([(KZ, "actor"), (EU, "actor")], [ITSELF, ITSELF], id="themselves"),
        pytest.param(
            [("Mazhilis", "actor"), ("European Commission", "host")],
            [INSTITUTION, INSTITUTION],
            id="institutions",
        ),
        pytest.param(
            [(KZ, "holder"), ("European Commission", "holder")],
            [HOLDER, HOLDER],
            id="office-holders",
        ),
        pytest.param(
            [("Ministry of Reeds of Kazakhstan", "party"), (KZ, "body"), (EU, "party")],
            [INSTITUTION, ITSELF],
            id="a-body-that-the-vocabulary-lacks",
        ),
        pytest.param(
            [("Mazhilis", "actor"), (KZ, "by"), (EU, "to")], [ITSELF, ITSELF], id="closest"
        ),
        pytest.param([(KZ, "actor"), ("China", "actor")], None, id="one-side-alone"),
        pytest.param([(KZ, "actor"), ("Council of Europe", "actor")], None, id="no-organ-of-it"),
        pytest.param([(KZ, "to"), ("KazMunayGas", "by")], None, id="its-own-company"),
    ],
)
def test_both_sides_take_part_themselves(kin, told, through):
    assert asked(kin, told) == through


@pytest.mark.parametrize(
    ("told", "switches", "through"),
    [
        pytest.param(
            [(KZ, "actor"), ("Germany", "actor")], MEMBERS, Through.MEMBER_STATE, id="state"
        ),
        pytest.param([(KZ, "to"), ("EIB Global", "by")], BANKS, Through.BANK, id="bank"),
        pytest.param(
            [(KZ, "to"), ("European Bank for Reconstruction and Development", "by")],
            BANKS,
            Through.BANK,
            id="bank-of-several",
        ),
        pytest.param([(KZ, "actor"), ("G7", "actor")], GROUPINGS, Through.GROUPING, id="grouping"),
    ],
)
def test_what_else_stands_for_a_side_is_switched_on_and_marked(kin, told, switches, through):
    assert asked(kin, told) is None
    assert asked(kin, told, switches) == [ITSELF, through]
    found = between(rows(*told), (KZ, EU), ALL, ON, kin)
    assert found.switched == (through,)
    assert between(rows((KZ, "a"), (EU, "b"), *told), (KZ, EU), ALL, ON, kin).switched == ()


def test_the_bank_of_a_member_state_needs_both_switches(kin):
    told = [(KZ, "to"), ("KfW", "by")]
    assert asked(kin, told, BANKS) is None
    assert asked(kin, told, MEMBERS) is None
    found = between(rows(*told), (KZ, EU), ALL, ON, kin)
    assert found.switched == (Through.MEMBER_STATE, Through.BANK)


def test_members_are_those_of_the_day(kin):
    told = [(KZ, "actor"), ("United Kingdom", "actor")]
    assert asked(kin, told, MEMBERS, on=date(2019, 1, 1)) == [ITSELF, Through.MEMBER_STATE]
    assert asked(kin, told, MEMBERS, on=ON) is None
    assert asked(kin, told, MEMBERS, on=None) == [ITSELF, Through.MEMBER_STATE]


def test_one_who_stands_for_a_side_stands_for_no_other(kin):
    told = [("Germany", "actor"), (KZ, "actor")]
    assert asked(kin, told, ALL, sides=("Germany", EU)) is None
    told = [("Germany", "actor"), ("France", "actor"), (KZ, "actor")]
    assert asked(kin, told, ALL, sides=(EU, "Germany", KZ)) == [
        Through.MEMBER_STATE,
        ITSELF,
        ITSELF,
    ]


def test_a_grouping_stands_for_several_of_its_members(kin):
    told = [("C5+1", "actor")]
    assert asked(kin, told, GROUPINGS, sides=(KZ, "United States")) == [Through.GROUPING] * 2


def test_regional_money_stands_apart(kin):
    told = rows(("Central Asia", "to"), (EU, "by"))
    assert between(told, (KZ, EU), OFF, ON, kin) is None
    assert apart(told, (KZ, EU), OFF, ON, kin).regional
    assert between(told, (KZ, EU), GROUPINGS, ON, kin).regional
    assert apart(told, (KZ, EU), GROUPINGS, ON, kin) is None


def test_what_is_no_money_or_has_its_own_share_is_not_regional(kin):
    meeting = rows(("Central Asia", "actor"), (EU, "actor"))
    assert apart(meeting, (KZ, EU), OFF, ON, kin) is None
    assert not between(meeting, (KZ, EU), GROUPINGS, ON, kin).regional
    own = rows(("Central Asia", "to"), (KZ, "to"), (EU, "by"))
    assert not between(own, (KZ, EU), GROUPINGS, ON, kin).regional


def test_an_institution_can_be_a_side(kin):
    told = [("Directorate-General for Trade", "actor"), (KZ, "actor")]
    sides = ("European Commission", KZ)
    assert asked(kin, told, sides=sides) == [INSTITUTION, ITSELF]
    assert asked(kin, [(EU, "actor"), (KZ, "actor")], sides=sides) is None


@pytest.mark.parametrize(
    ("switches", "name"),
    [
        pytest.param(OFF, "European Commission", id="institution"),
        pytest.param(MEMBERS, "Germany", id="member"),
        pytest.param(GROUPINGS, "G7", id="grouping"),
        pytest.param(BANKS, "EIB Global", id="bank"),
        pytest.param(Switches(members=True, banks=True), "KfW", id="bank-of-a-member"),
    ],
)
def test_names_standing_for_a_party(kin, switches, name):
    assert name in names_standing_for(EU, switches, ON, kin)
    assert "Council of Europe" not in names_standing_for(EU, ALL, ON, kin)
    assert name not in names_standing_for(EU, OFF, ON, kin) or switches == OFF


@pytest.mark.parametrize("switches", [OFF, MEMBERS, GROUPINGS, BANKS, ALL])
@pytest.mark.parametrize("side", [KZ, EU, "Central Asia"])
def test_whoever_stands_for_a_side_is_among_the_names(kin, switches, side):
    names = names_standing_for(side, switches, ON, kin)
    standing = {n for n in kin.codes if between(rows((n, "by")), (side,), switches, ON, kin)}
    assert standing == names
