import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.plain import plain
from communique.model.shaped import shaped
from communique.model.terms import EventMode, EventStatus, EventType
from communique.records.kinds.event.matcher import EventMatcher
from communique.records.matching import ENOUGH
from tellings import event, instrument

TOKAYEV, MICHEL = "KZ Kassym-Jomart Tokayev", "Council Charles Michel"


@pytest.fixture(scope="module")
def matcher(lore):
    return EventMatcher(lore)


def profile(matcher, node):
    (found,) = matcher.profiles(node)
    return found


def pair(matcher, one, other):
    return profile(matcher, one), profile(matcher, other)


SUMMIT = event("Central Asia; Council", "2023-06-02", ordinal=2, title="II meeting of the leaders")

SAME = [
    pytest.param(
        SUMMIT,
        event(f"{TOKAYEV}; {MICHEL}", "2023-06-02", "summit", place="Cholpon-Ata"),
        id="meeting-of-leaders-is-a-summit",
    ),
    pytest.param(
        SUMMIT,
        event("KZ; KG; UZ; EU", None, "summit", ordinal=2, published="2023-06-04"),
        id="number-and-members-of-the-grouping",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11-01", "call"),
        event("KZ Kassym-Jomart Tokayev; FR Emmanuel Macron", "2023-11-01", "call"),
        id="surnames",
    ),
    pytest.param(
        event("KZ Murat Nurtleu; EU", "2023-11-01"),
        event("KZ Murat Nurtileu; Commission", "2023-11-01", "negotiation"),
        id="two-spellings-and-an-institution",
    ),
    pytest.param(
        event("KZ; FR", "2023-11-01"),
        event("FR; KZ", "2023-11-01", "consultation"),
        id="sides-day-and-form-are-enough",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11-01", "call"),
        event("KZ Tokayev; FR Macron", None, "call", published="2023-11-02"),
        id="undated-but-published-on-the-next-day",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11", status="planned"),
        event("KZ Tokayev; FR Macron", "2023-11-01"),
        id="planned-for-the-month-then-held",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11-02", status="planned"),
        event("KZ Tokayev; FR Macron", "2023-11-03", place="Astana"),
        id="planned-for-the-day-before",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11-02", status="planned"),
        event("KZ Tokayev; FR Macron", "2023-11-02", status="cancelled"),
        id="planned-then-cancelled",
    ),
    pytest.param(
        event("US Joe Biden; JP Kishida", "2023-03-14", "call", speaks_for=("US",)),
        event("US Joe Biden; JP Kishida", "2023-03-15", "call", speaks_for=("JP",)),
        id="each-side-by-its-own-clock",
    ),
    pytest.param(
        event("EU", "2023-05-18..2023-05-19", "forum", title="EU Economic Forum", place="Almaty"),
        event("EU; KZ", "2023-05-19", "conference", title="Economic Forum of the EU"),
        id="a-day-of-a-forum",
    ),
    pytest.param(
        event("EU; Central Asia", "2023-05-18", title="talks between Central Asia"),
        event("EU; Central Asia", "2023-05-18", "forum", title="EU Water Forum"),
        id="names-that-only-name-the-sides",
    ),
    pytest.param(
        event("", "2023-11", "visit", by="FR Macron", hosts="KZ"),
        event("", "2023-11-01", "visit", by="FR Macron", hosts="KZ"),
        id="a-visit-of-the-month",
    ),
    pytest.param(
        event("", "2023-11-01", "visit", by="FR Emmanuel Macron", hosts="KZ"),
        event("", "2023-11-01..2023-11-02", "visit", by="FR Macron", hosts="KZ; UZ"),
        id="a-stop-of-a-tour",
    ),
    pytest.param(
        event("IN", "2024-02-23", None, type="SANCTION", by="US"),
        event("IN", "2024-02-23", None, type="SANCTION", by="US", quote="Duties were raised."),
        id="a-deed-of-one-day",
    ),
    pytest.param(
        event(
            "IN",
            None,
            None,
            type="REQUEST",
            by="OM",
            quote="Oman urged India to release the trawler crew detained near Salalah.",
        ),
        event(
            "IN",
            None,
            None,
            type="REQUEST",
            by="OM",
            published="2023-06-06",
            quote="India should free the detained trawler crew, Oman demanded at Salalah.",
        ),
        id="a-demand-in-like-words",
    ),
    pytest.param(
        event("KZ; OM", "2023-03-01", None, type="AGREE"),
        event("KZ; OM", "2023-03-01", None, type="COOPERATE"),
        id="who-agrees-on-an-alliance-cooperates",
    ),
]

NOT_SAME = [
    pytest.param(
        SUMMIT,
        event(f"{TOKAYEV}; {MICHEL}", "2023-06-02", place="Cholpon-Ata"),
        id="two-of-them-on-its-margins",
    ),
    pytest.param(
        event("US Biden; JP Kishida", "2023-08-18", place="Camp David"),
        event("US Biden; JP Kishida; KR Yoon", "2023-08-18", place="Camp David"),
        id="of-two-and-of-three",
    ),
    pytest.param(
        event("KZ; FR", None, published="2023-11-01"),
        event("KZ; FR", None, published="2023-11-01"),
        id="nothing-but-sides-and-publication",
    ),
    pytest.param(event("KZ", "2023-11-01"), event("KZ", "2023-11-01"), id="one-side-on-a-day"),
    pytest.param(
        event("KZ; EU", None, "summit", title="EU Summit", published="2022-03-01"),
        event("KZ; EU", None, "summit", title="EU Summit", published="2023-01-10"),
        id="a-yearly-gathering-without-dates",
    ),
    pytest.param(
        event("IN", None, None, type="REQUEST", by="OM", quote="Oman asked India for wheat seeds."),
        event(
            "IN", None, None, type="REQUEST", by="OM", quote="Oman asked India to free the sailors."
        ),
        id="two-demands",
    ),
]

CONTRADICTIONS = [
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-03-14", "call"),
        event("KZ Tokayev; FR Macron", "2023-03-17", "call"),
        id="two-calls-in-a-week",
    ),
    pytest.param(
        event("US Joe Biden; JP Kishida", "2023-03-14", "call", speaks_for=("US",)),
        event("US Joe Biden; JP Kishida", "2023-03-15", "call", speaks_for=("US",)),
        id="one-side-tells-two-days",
    ),
    pytest.param(
        event("US Joe Biden; JP Kishida", "2023-03-14", "call"),
        event("US Joe Biden; JP Kishida", "2023-03-15", "call", speaks_for=("JP",)),
        id="an-agency-has-no-clock-of-its-own",
    ),
    pytest.param(
        event("Central Asia; EU", None, "summit", ordinal=2),
        event("Central Asia; EU", None, "summit", ordinal=3),
        id="second-and-third",
    ),
    pytest.param(
        event("KZ Tokayev; FR", "2023-11-01"),
        event("KZ Tokayev; DE", "2023-11-01"),
        id="two-counterparts-on-a-day",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11-01"),
        event("KZ Nurtleu; FR", "2023-11-01"),
        id="president-and-minister",
    ),
    pytest.param(
        event("KZ; FR", "2023-11-01", place="Astana"),
        event("KZ; FR", "2023-11-01", place="Paris, France"),
        id="two-places-on-a-day",
    ),
    pytest.param(
        event("", "2023-11-01", "visit", by="FR Macron", hosts="KZ"),
        event("KZ; FR Macron", "2023-11-01"),
        id="a-trip-and-a-meeting-during-it",
    ),
    pytest.param(
        event("", "2023-11-01", "visit", by="FR Macron", hosts="KZ"),
        event("", "2023-11-01", "visit", by="FR Macron", hosts="UZ"),
        id="two-stops",
    ),
    pytest.param(
        event("", "2023-11-01", "visit", by="FR Macron", hosts="KZ"),
        event("", "2023-11-01", "visit", by="KZ Tokayev", hosts="FR"),
        id="there-and-back",
    ),
    pytest.param(
        event("US; EU", "2021-06-15", "summit", title="U.S.-EU Summit"),
        event("US", "2021-06-14..2021-06-15", "summit", title="NATO Summit"),
        id="two-summits-of-a-week",
    ),
    pytest.param(
        event("US", None, "conference", title="COP27"),
        event("US", None, "conference", title="COP28"),
        id="numbers-in-names",
    ),
    pytest.param(
        event("EU; Central Asia", None, "meeting", title="meeting of foreign ministers"),
        event("EU; Central Asia", None, "meeting", title="meeting of leaders"),
        id="ministers-and-leaders",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11-20"),
        event("KZ Tokayev; FR Macron", None, published="2023-11-02"),
        id="told-before-it-took-place",
    ),
    pytest.param(
        event("KZ Tokayev; FR Macron", "2023-11-01"),
        event("KZ Tokayev; FR Macron", None, status="planned", published="2023-11-09"),
        id="planned-after-it-took-place",
    ),
    pytest.param(
        event("EU", "2022-01-01..2022-12-31", "summit", title="EU Summit", status="planned"),
        event("EU", "2023-01-01..2023-12-31", "summit", title="EU Summit"),
        id="planned-for-the-year-before",
    ),
    pytest.param(
        event("OM", "2023-11-01", None, type="ACCUSE", by="IN"),
        event("IN", "2023-11-01", None, type="ACCUSE", by="OM"),
        id="who-accuses-whom",
    ),
    pytest.param(
        event("OM", "2023-11-01", None, type="ACCUSE", by="IN"),
        event("OM", "2023-11-01", None, type="REJECT", by="IN"),
        id="other-types",
    ),
    pytest.param(
        event("Congress", "2023-11-01", None, type="REQUEST", by="US"),
        event("Senate", "2023-11-01", None, type="REQUEST", by="US"),
        id="bodies-of-one-state",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_tellings_of_one_event_are_linked(matcher, one, other):
    first, second = pair(matcher, one, other)
    assert matcher.contradict(first, second) is None
    match = matcher.compare(first, second)
    assert match is not None
    assert match.score >= ENOUGH, match
    assert set(matcher.blocks(first)) & set(matcher.blocks(second))


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_tellings_that_only_look_alike_are_not(matcher, one, other):
    match = matcher.compare(*pair(matcher, one, other))
    assert match is None or match.score < ENOUGH, match


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_what_speaks_against_it_keeps_them_apart(matcher, one, other):
    first, second = pair(matcher, one, other)
    assert matcher.contradict(first, second)
    assert matcher.contradict(second, first)
    assert matcher.compare(first, second) is None


def test_reasons_are_plain_words_strongest_first(matcher):
    match = matcher.compare(
        *pair(
            matcher,
            event("KZ Tokayev; FR Macron", "2023-11-01", "call"),
            event("KZ Tokayev; FR Macron", "2023-11-01", "call"),
        )
    )
    assert match.reasons == (
        "same date (2023-11-01)",
        "same sides (FR, KZ)",
        "same persons (Macron, Tokayev)",
        "both a call",
    )


def test_the_better_of_two_days_wins(matcher):
    bare = profile(matcher, event("KZ Tokayev; FR Macron", None, "call", published="2023-11-08"))
    scores = [
        matcher.compare(bare, profile(matcher, event("KZ Tokayev; FR Macron", day, "call"))).score
        for day in ("2023-11-02", "2023-11-07")
    ]
    assert scores == sorted(scores)
    assert scores[0] < scores[1]


def test_a_dated_event_is_the_same_whenever_it_is_told(matcher):
    early = event("KZ Tokayev; FR Macron", "2023-11-01", "call", published="2023-11-01")
    late = event("KZ Tokayev; FR Macron", "2023-11-01", "call", published="2024-02-01")
    assert profile(matcher, early) == profile(matcher, late)


def test_claims_that_nothing_tells_apart_keep_the_words_of_their_quotes(matcher):
    one = event("KZ; FR", quote="They spoke about saffron.")
    other = event("KZ; FR", quote="They spoke about copper.")
    assert profile(matcher, one) != profile(matcher, other)


def test_other_kinds_are_left_alone(matcher):
    assert tuple(matcher.profiles(instrument())) == ()


WHO = ("KZ Tokayev", "KZ", "FR Macron", "EU", "Council Charles Michel", "Central Asia", "US Biden")
DAYS = (None, "2023-06-02", "2023-06-03", "2023-06-01..2023-06-03", "2023-06", "2023-07-01")


@st.composite
def events(draw):
    told = draw(st.sampled_from(list(EventType)))
    who = "; ".join(draw(st.lists(st.sampled_from(WHO), max_size=3)))
    by = "; ".join(draw(st.lists(st.sampled_from(WHO), max_size=2)))
    mode = draw(st.sampled_from([None, *(mode.value for mode in EventMode)]))
    return event(
        who,
        draw(st.sampled_from(DAYS)),
        mode,
        type=told.value,
        by="" if told is EventType.CONSULT and mode != "visit" else by,
        title=draw(st.sampled_from((None, "G7 Summit", "II EU–Central Asia Forum", "Summit"))),
        ordinal=draw(st.sampled_from((None, 1, 2))),
        place=draw(st.sampled_from((None, "Astana", "Brussels", "the city of Paris"))),
        status=draw(st.sampled_from([status.value for status in EventStatus])),
        published=draw(st.sampled_from((None, "2023-06-01", "2023-06-04"))),
        speaks_for=draw(st.sampled_from(((), ("KZ",), ("FR",)))),
        quote=draw(st.sampled_from(("They met.", "France urged Peru to lift its copper levy."))),
    )


@settings(max_examples=150, deadline=None)
@given(events(), events())
def test_comparing_is_symmetric(matcher, one, other):
    first, second = pair(matcher, one, other)
    assert matcher.compare(first, second) == matcher.compare(second, first)
    assert (matcher.contradict(first, second) is None) == (
        matcher.contradict(second, first) is None
    )


@settings(max_examples=60, deadline=None)
@given(events())
def test_a_profile_outlives_json(matcher, told):
    found = profile(matcher, told)
    back = shaped(json.loads(json.dumps(plain(found))), matcher.shape)
    assert back == found
    assert set(matcher.blocks(back)) == set(matcher.blocks(found))


@settings(max_examples=60, deadline=None)
@given(events())
def test_nothing_contradicts_itself(matcher, told):
    found = profile(matcher, told)
    assert matcher.contradict(found, found) is None
