"""What is asked of, blamed on or threatened to somebody whom the clause itself does not name."""

import pytest

pytestmark = pytest.mark.model


def sides(claim):
    told = {"source": set(), "target": set()}
    for actor in claim.actors:
        told[actor.role.value].add(actor.party.code or actor.party.name)
    return told["source"], told["target"]


def one(extract, text, kind, **told):
    (claim,) = [c for c in extract(text, "event", **told) if c.type == kind]
    return sides(claim)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("Ghana has asked for an inspection of the plant.", id="ask for"),
        pytest.param("Ghana asked that the road be opened by May.", id="ask that"),
        pytest.param("Ghana requested the files on the two boats.", id="request"),
        pytest.param("Ghana renewed its demand that the guards be withdrawn.", id="noun"),
    ],
)
def test_what_is_asked_is_asked_of_the_party_told_last(extract, asked):
    assert one(extract, f"Togo closed the road in March. {asked}", "REQUEST") == ({"GH"}, {"TG"})


def test_whom_something_is_asked_of_may_stand_in_the_title(extract):
    told = "The ministers met. Ghana asked for the files on the boats."
    assert one(extract, told, "REQUEST", title="Questions on Togo") == (
        {"GH"},
        {"TG"},
    )


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("Ghana asked for anonymity.", id="anonymity"),
        pytest.param("A Ghanaian diplomat asked not to be named.", id="not to be named"),
        pytest.param("Ghana asked whether the road was safe.", id="whether"),
        pytest.param("Ghana asked who owned the plant.", id="who"),
        pytest.param("The files that Ghana requested have arrived.", id="told of by it"),
        pytest.param("Ghana repeated its call for peace.", id="call for peace"),
    ],
)
def test_what_asks_nobody_for_a_deed_is_no_request(extract, told):
    found = extract(f"Togo closed the road in March. {told}", "event")
    assert not [c for c in found if c.type == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Ghana issued a statement condemning Togo.", "ACCUSE", id="statement"),
        pytest.param("A letter from Ghana urged Togo to open the road.", "REQUEST", id="letter"),
        pytest.param("Ghana handed Togo a ten-day ultimatum.", "REQUEST", id="ultimatum"),
        pytest.param("Ghana reproached Togo with closing the road.", "ACCUSE", id="reproach"),
        pytest.param("Ghana advised Togo to open the road.", "REQUEST", id="advise"),
        pytest.param("Ghana vowed tariffs on Togo.", "THREATEN", id="vow a measure"),
        pytest.param(
            "Ghana says the ship belongs to its navy and condemns Togo.", "ACCUSE", id="goes on"
        ),
    ],
)
def test_who_does_it_may_stand_further_off(extract, text, kind):
    assert one(extract, text, kind) == ({"GH"}, {"TG"})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ghana read a statement condemned by nobody in Togo.", id="passive"),
        pytest.param("Ghana said the ship would stay and Kenya condemned Togo.", id="own subject"),
        pytest.param("Ghana vowed help for Togo.", id="no measure"),
    ],
)
def test_who_stands_near_does_not_do_it(extract, text):
    found = [c for c in extract(text, "event") if c.type in {"ACCUSE", "THREATEN"}]
    assert not [c for c in found if "GH" in sides(c)[0]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Ghana threw out Togo's ambassador.", "SANCTION", id="throw out"),
        pytest.param(
            "Ghana called home its chargé d'affaires in Togo.", "SANCTION", id="call home"
        ),
        pytest.param("Ghana cut air links with Togo.", "SANCTION", id="links"),
        pytest.param("Ghana took Togo off its travel red list.", "CONCEDE", id="take off"),
        pytest.param("Ghana walked out in protest at Togo.", "PROTEST", id="walk out"),
    ],
)
def test_measures_told_in_everyday_words(extract, text, kind):
    assert one(extract, text, kind) == ({"GH"}, {"TG"})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ghana threw out the draft of Togo's ambassador.", id="draft thrown out"),
        pytest.param("Ghana's ambassador called Togo his home.", id="a home"),
        pytest.param("Ghana took some ideas off the list.", id="no party on the list"),
    ],
)
def test_what_only_sounds_like_a_measure_is_none(extract, text):
    found = {c.type for c in extract(text, "event")}
    assert not found & {"SANCTION", "CONCEDE", "PROTEST"}
