"""OFF302: one person in posts that exclude each other, by documents of one time."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

TRADE = "Peru's Minister of Trade Ana Diaz opened the fair in Lima."
FIRES = {
    "two ministries": [
        told(TRADE, "2024-03-04"),
        told("The Minister of Health of Peru, Ana Diaz, opened the fair.", "2024-03-05"),
    ],
    "head of state": [
        told("President Ana Diaz of Peru met the Sultan in Muscat.", "2024-03-04"),
        told("The Prime Minister of Peru, Ana Diaz, met the Sultan.", "2024-03-04"),
    ],
    "two states": [
        told("Foreign Minister Ana Diaz of Peru spoke in Geneva.", "2024-03-04"),
        told("Chile's Foreign Minister Ana Diaz spoke in Geneva.", "2024-03-05"),
    ],
    "deputy": [
        told("Foreign Minister Ana Diaz of Peru spoke in Geneva.", "2024-03-04"),
        told("Peru's Deputy Foreign Minister Ana Diaz spoke in Geneva.", "2024-03-05"),
    ],
    "ambassador": [
        told("The Foreign Minister of Peru, Ana Diaz, spoke in Muscat.", "2024-03-04"),
        told("The Ambassador of Peru, Ana Diaz, spoke in Muscat.", "2024-03-05"),
    ],
    "in turn": [
        told(TRADE, "2024-01-04"),
        told("The Minister of Health of Peru, Ana Diaz, opened a school.", "2024-03-15"),
        told("Ana Diaz, Peru's trade minister, flew to Oslo.", "2024-06-15"),
    ],
}
QUIET = {
    "changed posts": [
        told(TRADE, "2024-01-04"),
        told("The Minister of Health of Peru, Ana Diaz, opened a school.", "2024-08-15"),
    ],
    "another wording": [
        told("Foreign Minister Ana Diaz of Peru spoke in Geneva.", "2024-03-04"),
        told("The Minister of Foreign Affairs of Peru, Ana Diaz, spoke.", "2024-03-04"),
    ],
    "prime minister with a ministry": [
        told("Prime Minister Ana Diaz of Peru spoke in Geneva.", "2024-03-04"),
        told("The Minister of Foreign Affairs of Peru, Ana Diaz, spoke.", "2024-03-04"),
    ],
    "former": [
        told(TRADE, "2024-03-04"),
        told("Peru's former Minister of Health, Ana Diaz, opened the fair.", "2024-03-05"),
    ],
    "newly appointed": [
        told(TRADE, "2024-03-04"),
        told("Peru's new Minister of Health, Ana Diaz, opened a school.", "2024-03-08"),
    ],
    "in short": [
        told(TRADE, "2024-03-04"),
        told("Peru's Minister Ana Diaz opened the fair.", "2024-03-05"),
    ],
    "another person": [
        told(TRADE, "2024-03-04"),
        told("The Minister of Health of Peru, Eva Diaz, opened the fair.", "2024-03-05"),
    ],
    "two posts at once": [
        told("Deputy Prime Minister Ana Diaz of Peru opened the fair.", "2024-03-04"),
        told(TRADE, "2024-03-05"),
    ],
}


@pytest.mark.parametrize("documents", FIRES.values(), ids=FIRES)
def test_fires(workbench, documents):
    (found,) = findings(workbench, "OFF302", documents)
    assert found.quotes[0].subject


@pytest.mark.parametrize("documents", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, documents):
    assert not findings(workbench, "OFF302", documents)


def test_message_names_both_posts(workbench):
    (found,) = findings(workbench, "OFF302", FIRES["two ministries"])
    assert found.message == (
        "Ana Diaz is named as Minister of Health of Peru on 5 March 2024, and as Minister of Trade"
        " of Peru on 4 March 2024"
    )
    assert found.quotes[0].exact == "The Minister of Health of Peru, Ana Diaz"


@pytest.mark.parametrize(
    "post",
    [
        "Ambassador of Norway to Kenya Ingrid Solberg toured a port in Mombasa.",
        "Ambassador of Norway to Jordan Ingrid Solberg handed over books.",
        "Ambassador of Norway to Ghana Ingrid Solberg toured a port in Tema.",
    ],
)
def test_a_name_right_behind_a_state_is_read(workbench, post):
    other = told("Ingrid Solberg, Norway's ambassador to Oman, received students.", "2024-03-05")
    same = told("Ingrid Solberg, Norway's former ambassador to Oman, wrote.", "2024-03-05")
    assert len(findings(workbench, "OFF302", [told(post, "2024-03-04"), other])) == 1
    assert not findings(workbench, "OFF302", [told(post, "2024-03-04"), same])
