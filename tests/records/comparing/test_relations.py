"""Which two sides a claim leaves to its document."""

import pytest

from communique.model.record import DocumentFacts
from communique.records.comparing.relations import relation, supposed
from tellings import PARTIES


def about(subjects, speaks_for=()):
    sides = [tuple(PARTIES[code] for code in codes) for codes in (speaks_for, subjects)]
    return DocumentFacts("doc", speaks_for=sides[0], subjects=sides[1])


@pytest.mark.parametrize(
    ("subjects", "speaks_for", "expected"),
    [
        pytest.param(("FR", "KZ"), (), ("FR", "KZ"), id="two-subjects"),
        pytest.param(("KZ",), ("FR",), ("FR", "KZ"), id="who-speaks-and-whom-it-is-about"),
        pytest.param(("FR", "KZ"), ("FR",), ("FR", "KZ"), id="who-speaks-is-a-subject"),
        pytest.param(("JP", "FR", "KZ"), ("FR", "KZ"), ("FR", "KZ"), id="a-joint-statement"),
        pytest.param(("Commission", "KZ"), (), ("EU", "KZ"), id="a-body-for-its-union"),
        pytest.param(("Central Asia", "EU", "KZ"), (), ("Central Asia", "EU"), id="a-member"),
        pytest.param(("EU", "Europe", "PE"), (), ("EU", "PE"), id="a-region"),
        pytest.param(("US",), ("US",), (), id="one-side"),
        pytest.param(("FR", "KZ", "US"), (), (), id="three-sides"),
        pytest.param(("EU", "FR"), (), (), id="a-union-and-its-member"),
        pytest.param((), (), (), id="nobody"),
    ],
)
def test_a_document_is_about_two(lore, subjects, speaks_for, expected):
    assert relation(about(subjects, speaks_for), lore.sides) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param((), ("Central Asia", "EU"), id="nobody-told"),
        pytest.param(("EU",), ("Central Asia",), id="one-told"),
        pytest.param(("KZ",), ("EU",), id="a-member-told"),
        pytest.param(("Central Asia", "EU"), (), id="both-told"),
        pytest.param(("JP",), (), id="somebody-else"),
        pytest.param(("EU", "JP"), (), id="two-others"),
    ],
)
def test_a_claim_leaves_to_it_whom_it_does_not_name(lore, told, expected):
    assert supposed(told, about(("Central Asia", "EU")), lore.sides) == expected
