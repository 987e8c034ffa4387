"""What is said at talks and in statements: whom it is said to, and on which day."""

from datetime import date

import pytest

pytestmark = pytest.mark.model


def targets(claim):
    return {a.party.code or a.party.name for a in claim.actors if a.role.value == "target"}


def told(claims, kind):
    return [c for c in claims if c.type == kind]


TALKS = "President Ana L. Rojas of Peru met on 5 January with President Luis Diaz of Chile. "


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        pytest.param("President Rojas condemned Angola's attack.", "ACCUSE", id="accuse"),
        pytest.param("President Rojas rejected the claims of Angola.", "REJECT", id="reject"),
        pytest.param("They agreed that Angola must free the crew.", "REQUEST", id="agreed must"),
        pytest.param(
            "They repeated Peru's demand that Angola free the crew held since 2 March 2023.",
            "REQUEST",
            id="demand",
        ),
    ],
)
def test_what_is_said_at_talks_has_their_day(extract, said, kind):
    (claim,) = told(
        extract(TALKS + said, "event", title="Readout of President Ana Rojas's Meeting in Lima"),
        kind,
    )
    assert targets(claim) == {"AO"}
    assert (claim.when.first, claim.when.last) == (date(2024, 1, 5), date(2024, 1, 5))


def test_a_joint_readout_tells_of_talks_as_others_do(extract):
    text = TALKS + "The two presidents condemned Angola's attack."
    joint = extract(text, "event", title="Joint Readout of the Meeting of Peru and Chile")
    assert told(joint, "ACCUSE")[0].when.first == date(2024, 1, 5)
    own = extract(text, "event", title="Joint Statement of Peru and Chile")
    assert told(own, "ACCUSE")[0].when is None


def test_a_day_to_come_is_not_the_day_of_what_is_said(extract):
    text = "Norway calls on Chad to free the sailors before the vote on 5 May 2024."
    (call,) = told(extract(text, "event"), "REQUEST")
    assert call.when is None


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        pytest.param(
            "Norway called for the release of the prisoners in Chad.", "REQUEST", {"TD"}, id="held"
        ),
        pytest.param(
            "Norway called for an end to NATO activity near the coast.",
            "REQUEST",
            {"NATO"},
            id="deed",
        ),
        pytest.param(
            "Peru and Norway spoke after Angola's test. They condemned the test, which violates "
            "resolutions of the African Union.",
            "ACCUSE",
            {"AO"},
            id="what a deed violates",
        ),
    ],
)
def test_whom_words_are_directed_at(extract, text, kind, codes):
    (claim,) = told(extract(text, "event"), kind)
    assert targets(claim) == codes


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norway called for a NATO summit.", id="no deed"),
        pytest.param("Norway called for help for the schools in Chad.", id="not held"),
        pytest.param(
            "The government of Norway said that Norway and Chad must work together.", id="shared"
        ),
        pytest.param("Norway recognised Chad for its steps on forests.", id="praise"),
    ],
)
def test_nobody_is_asked(extract, text):
    assert not extract(text, "event")
