"""Whose side bodies are on, who owns banks, who is a member of what."""

from datetime import date

import pytest

from communique.model.claim import Party


@pytest.mark.parametrize(
    ("name", "side"),
    [
        pytest.param("Kazakhstan", "Kazakhstan", id="state"),
        pytest.param("Mazhilis", "Kazakhstan", id="chamber-of-parliament"),
        pytest.param("European Commission", "European Union", id="organ"),
        pytest.param("EIB Global", "European Investment Bank", id="bank-is-no-part-of-its-owner"),
        pytest.param("European Investment Fund", "European Investment Bank", id="fund-of-a-bank"),
        pytest.param("Samruk-Kazyna", "Samruk-Kazyna", id="fund-of-a-state"),
        pytest.param("KazMunayGas", "KazMunayGas", id="state-company"),
        pytest.param("Hamas", "Hamas", id="nobody's"),
        pytest.param("Ministry of Ports of Peru", "Peru", id="unknown-ministry"),
        pytest.param("Embassy of Oman in Peru", "Oman", id="the-first-named-counts"),
        pytest.param("Peru Steel Works", "Peru Steel Works", id="company-with-a-state-in-its-name"),
        pytest.param("Quince Harbour Ltd", "Quince Harbour Ltd", id="unknown"),
    ],
)
def test_whose_side_a_party_is_on(kin, name, side):
    assert kin.side(name) == side


def test_a_body_is_part_of_all_above_it(kin):
    assert kin.above("Mazhilis") == ("Parliament of Kazakhstan", "Kazakhstan")
    assert "Mazhilis" in kin.bodies("Parliament of Kazakhstan") & kin.bodies("Kazakhstan")


@pytest.mark.parametrize(
    ("name", "owners"),
    [
        pytest.param(
            "European Bank for Reconstruction and Development", {"European Union"}, id="told"
        ),
        pytest.param("Eurasian Development Bank", {"Russia", "Kazakhstan"}, id="two-states"),
        pytest.param("European Investment Fund", {"European Union"}, id="by-the-bank"),
        pytest.param("KfW", {"Germany"}, id="by-its-state"),
        pytest.param("Asian Development Bank", set(), id="many-small-shares"),
        pytest.param("European Commission", set(), id="no-bank"),
    ],
)
def test_who_owns_a_bank(kin, name, owners):
    assert set(kin.owners(name)) == owners
    assert all(name in kin.owned(owner) for owner in owners)


@pytest.mark.parametrize(
    ("on", "there"),
    [
        pytest.param(date(2019, 5, 1), True, id="then"),
        pytest.param(date(2021, 5, 1), False, id="after-it-left"),
        pytest.param(None, True, id="at-any-time"),
    ],
)
def test_members_come_and_go(kin, on, there):
    assert ("United Kingdom" in kin.members("European Union", on)) is there
    assert ("European Union" in kin.groupings("United Kingdom", on)) is there


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("KZ", "Kazakhstan"),
        ("eu", "European Union"),
        ("the Kremlin", "Russia"),
        ("Central Asian countries", "Central Asia"),
        ("Kazakh", None),
        ("quince", None),
    ],
)
def test_what_party_somebody_means(kin, word, name):
    found = kin.named(word)
    assert (None if found is None else found.name) == name


def test_a_party_has_its_code(kin):
    assert kin.party("Oman") == Party("Oman", "OM")
    assert kin.party("Quince Harbour Ltd") == Party("Quince Harbour Ltd")


def test_owners_and_members_are_parties_of_the_vocabulary(kin):
    told = {owner for name in kin.codes for owner in kin.owners(name)}
    told |= {member for name in kin.codes for member in kin.members(name, None)}
    assert sorted(told - set(kin.codes)) == []
