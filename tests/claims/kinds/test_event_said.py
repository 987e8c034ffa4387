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


OWN = "Government of Peru"


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        pytest.param(
            "The policies of the government of Iran pose a threat to the region.",
            "ACCUSE",
            {"IR"},
            id="deeds of",
        ),
        pytest.param(
            "The attacks by Angola have undermined the truce.", "ACCUSE", {"AO"}, id="deeds by"
        ),
        pytest.param(
            "The enactment of Angola's law is a breach of the treaty.", "ACCUSE", {"AO"}, id="is"
        ),
        pytest.param(
            "Angola alone is responsible for these deaths.", "ACCUSE", {"AO"}, id="responsible"
        ),
        pytest.param("Angola will face severe consequences.", "THREATEN", {"AO"}, id="face"),
        pytest.param(
            "Peru will respond swiftly if Angola attacks the ship.", "THREATEN", {"AO"}, id="if"
        ),
        pytest.param(
            "Peru will take further steps to hold Angola accountable for the attack.",
            "THREATEN",
            {"AO"},
            id="aim",
        ),
        pytest.param("We will impose costs on Angola.", "THREATEN", {"AO"}, id="costs"),
    ],
)
def test_blame_and_threats_in_the_own_voice(extract, text, kind, codes):
    (claim,) = extract(text, "event", publisher=OWN)
    assert (claim.type, claim.status, targets(claim)) == (kind, "occurred", codes)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The drought in Angola threatens the harvest.", id="no deed"),
        pytest.param("Angola's debt endangers the recovery.", id="no deed, owned"),
        pytest.param("Peru opposes policies of Angola that undermine the truce.", id="described"),
        pytest.param("The actions of Angola could undermine the truce.", id="supposed"),
        pytest.param("Peru's own policies undermine the recovery.", id="own"),
        pytest.param("Angola will face higher costs for fuel.", id="price of things"),
        pytest.param("Peru wants to hold Angola accountable.", id="wish"),
        pytest.param("Peru and Chile will discuss efforts to impose costs on Angola.", id="topic"),
        pytest.param("Peru will respond to the flood in Angola.", id="no condition"),
    ],
)
def test_what_is_neither_blame_nor_threat(extract, text):
    assert not {"ACCUSE", "THREATEN"} & {c.type for c in extract(text, "event", publisher=OWN)}


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        pytest.param(
            "In the coming days, Peru will impose sanctions on Angola.",
            "SANCTION",
            date(2024, 2, 1),
            None,
            id="days to come",
        ),
        pytest.param(
            "Over the last three years, Peru has imposed sanctions on Angola.",
            "SANCTION",
            date(2021, 2, 1),
            date(2024, 2, 1),
            id="years up to now",
        ),
    ],
)
def test_spans_that_begin_or_end_now(extract, text, kind, first, last):
    (claim,) = told(extract(text, "event"), kind)
    assert (claim.when.first, claim.when.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Peru handed Angola a protest in July 2023 and has asked Angola to reply.",
            "REQUEST",
            id="since then",
        ),
        pytest.param(
            "On 5 January Peru accused Angola of lying. Peru had threatened Angola with a ban.",
            "THREATEN",
            id="before",
        ),
    ],
)
def test_what_is_told_in_the_perfect_has_not_the_day_beside_it(extract, text, kind):
    assert [c.when for c in told(extract(text, "event"), kind)] == [None]
