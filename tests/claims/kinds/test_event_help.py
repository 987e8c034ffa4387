"""Help and backing: who gives it, also by plan, promise or readiness, and what is none."""

import pytest

pytestmark = pytest.mark.model


def told(claims):
    return [
        (
            c.type,
            c.modality,
            {a.party.code for a in c.actors if a.role.value == "source"},
            {a.party.code for a in c.actors if a.role.value == "target"},
        )
        for c in claims
    ]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        pytest.param(
            "Peru and Chile reaffirmed their commitment to provide food to the people of Angola.",
            "AID",
            {"PE", "CL"},
            {"AO"},
            id="their commitment",
        ),
        pytest.param(
            "Angola discussed Norway's plans to increase assistance for Mali.",
            "AID",
            {"NO"},
            {"ML"},
            id="whose plans",
        ),
        pytest.param(
            "Norway will announce a package of military aid for Mali.",
            "AID",
            {"NO"},
            {"ML"},
            id="behind a package",
        ),
        pytest.param(
            "Norway will continue to provide humanitarian support to Mali.",
            "AID",
            {"NO"},
            {"ML"},
            id="support in kind",
        ),
        pytest.param(
            "Norway will maintain its development assistance to Mali.",
            "AID",
            {"NO"},
            {"ML"},
            id="maintain",
        ),
        pytest.param(
            "Norway will support Mali's efforts to rebuild the schools.",
            "SUPPORT",
            {"NO"},
            {"ML"},
            id="whose efforts",
        ),
        pytest.param(
            "Norway stands ready to offer all means of support to the government of Mali.",
            "SUPPORT",
            {"NO"},
            {"ML"},
            id="means of support",
        ),
    ],
)
def test_who_helps_whom(extract, text, kind, source, target):
    assert told(extract(text, "event")) == [(kind, "planned", source, target)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norway reaffirmed its commitment to support Mali.", id="said again"),
        pytest.param("Angola welcomed Norway's decision to join NATO.", id="decision"),
        pytest.param("Norway will support schools in Mali.", id="only there"),
        pytest.param(
            "Norway committed 5 million dollars to support Mali's farmers.", id="what money is for"
        ),
        pytest.param("Norway will maintain its embassy in Mali.", id="no help"),
    ],
)
def test_what_is_no_event_of_help(extract, text):
    assert not extract(text, "event")


def test_the_day_of_a_proposal_is_not_that_of_the_help(extract):
    text = "On 5 January Norway sent Angola a proposal to provide food to Mali."
    (aid,) = (c for c in extract(text, "event") if c.modality == "planned")
    assert (aid.type, aid.when) == ("AID", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Norway opposes any changes by Mali.", "REJECT", id="stance"),
        pytest.param("Norway will maintain a strong defense near Mali.", "MOBILIZE", id="posture"),
        pytest.param("Norway welcomed the creation of Mali's fund.", "COOPERATE", id="one side"),
        pytest.param(
            "King Harald of Norway invited President Rahmon of Tajikistan to join the talks.",
            "REQUEST",
            id="guest",
        ),
        pytest.param("Norway ended its sanctions programme on Mali.", "SANCTION", id="ended"),
        pytest.param("Norway lifted its sanctions on Mali.", "CONCEDE", id="a deed, not words"),
        pytest.param("The roads in Mali are unacceptable.", "ACCUSE", id="no deed"),
        pytest.param("Norway will support the people of Mali.", "SUPPORT", id="a people"),
        pytest.param("Norway joined Mali in the call for peace.", "COOPERATE", id="no union"),
        pytest.param("NATO was joined by Mali at the table.", "COOPERATE", id="joined by"),
        pytest.param("Norway is eager to help Mali rebuild.", "AID", id="only eager"),
        pytest.param("Norway imposed restrictions on cars of Mali.", "COERCE", id="a sanction"),
        pytest.param(
            "President Ana Rojas of Peru directed her team to help the schools of Mali.",
            "AID",
            id="orders",
        ),
    ],
)
def test_what_tells_no_such_act(extract, text, kind):
    assert kind not in {c.type for c in extract(text, "event")}
