import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model.plain import plain
from communique.model.shaped import shaped
from communique.model.terms import InstrumentAction, InstrumentType
from communique.records.kinds.instrument.matcher import InstrumentMatcher
from communique.records.matching import ENOUGH
from tellings import event, instrument

FULL = (
    "Memorandum of Understanding on a strategic partnership in sustainable raw materials, "
    "batteries and renewable hydrogen"
)


@pytest.fixture(scope="module")
def matcher(lore):
    return InstrumentMatcher(lore)


def profile(matcher, node):
    (found,) = matcher.profiles(node)
    return found


def pair(matcher, one, other):
    return profile(matcher, one), profile(matcher, other)


SAME = [
    pytest.param(
        instrument(name=FULL, when="2022-11-07"),
        instrument(name="MoU on raw materials", published="2024-02-01"),
        id="a-shorter-name",
    ),
    pytest.param(
        instrument(name=FULL, when="2022-11-07"),
        instrument(name=None, when="2022-11-07"),
        id="no-name-but-parties-and-day",
    ),
    pytest.param(
        instrument("agreement", "Enhanced Partnership and Cooperation Agreement",
                   when="2015-12-21"),
        instrument("agreement", "Enhanced Partnership and Cooperation Agreement",
                   when="2020-03-01", action="in_force"),
        id="signed-and-in-force",
    ),
    pytest.param(
        instrument("protocol", "protocol to the fishing agreement", when="2024-03-22",
                   action="adopted"),
        instrument("protocol", "protocol to the fishing agreement", when="2024-06-19"),
        id="reached-and-signed-later",
    ),
    pytest.param(
        instrument("agreement", "Enhanced Partnership and Cooperation Agreement (EPCA)"),
        instrument("agreement", "EPCA", action="ratified", parties=("EU",)),
        id="its-acronym",
    ),
    pytest.param(
        instrument("agreement", "Artemis Accords", parties=("US", "IN"), when="2023-06-21"),
        instrument("agreement", "Artemis Accords", parties=("US", "OM")),
        id="open-to-all",
    ),
    pytest.param(
        instrument("roadmap", "roadmap of 79 points", parties=("KZ", "EU"), points=79),
        instrument("roadmap", "EU–Central Asia roadmap", parties=("Central Asia", "EU"), points=79),
        id="as-many-points",
    ),
    pytest.param(
        instrument("memorandum", None, count=4, when="2024-01", parties=("KZ", "EU")),
        instrument("memorandum", "memorandums with European partners", count=4,
                   published="2024-01-30"),
        id="as-many-documents",
    ),
    pytest.param(
        instrument("declaration", "joint declaration", when="2023-11-01", parties=("KZ", "FR"),
                   place="Astana"),
        instrument("statement", "joint statement", action="adopted", published="2023-11-02",
                   when="2023-11-01", parties=("KZ", "FR"), place="Astana"),
        id="a-declaration-is-a-statement",
    ),
    pytest.param(
        instrument("programme", "Joint Action Plan for the years 2024–2026", parties=(),
                   action="mentioned"),
        instrument("programme", "plan covering the period 2024 to 2026", parties=("KZ", "EU")),
        id="for-the-same-years",
    ),
    pytest.param(
        instrument("agreement", "Agreement on Social Security for Seasonal Workers",
                   published="2023-01-01"),
        instrument("agreement", "agreement", quote="An accord was signed that opens the pension "
                   "funds to seasonal workers who paid into social insurance."),
        id="told-in-words-of-the-name",
    ),
    pytest.param(
        instrument("protocol", "Supplementary Protocol to the Free Trade Agreement",
                   when="2024-11-20", action="ratified"),
        instrument("protocol", "Supplementary Protocol"),
        id="what-sets-it-apart",
    ),
    pytest.param(
        instrument("agreement", "free trade agreement", published="2022-11-09"),
        instrument("agreement", "2004 trade agreement", published="2024-06-12"),
        id="a-lasting-agreement-of-two-sides",
    ),
    pytest.param(
        instrument("memorandum", "Memorandum of Cooperation on Vocational Skills and Rail Freight",
                   parties=(), action="mentioned"),
        instrument("memorandum", "memorandum on skills development and rail freight"),
        id="nearly-the-same-name",
    ),
    pytest.param(
        instrument("resolution", "resolution 2231", parties=()),
        instrument("resolution", "UNSCR 2231", parties=()),
        id="number-of-a-resolution",
    ),
    pytest.param(
        instrument("programme", "Heron Valley Programme", parties=(), action="mentioned"),
        instrument("framework", "Heron Valley Framework", parties=("OM",), action="adopted"),
        id="a-name-of-its-own",
    ),
    pytest.param(
        instrument("declaration", "declaration of intent on critical minerals",
                   parties=("KZ", "FR"), when="2023-11-01"),
        instrument("declaration", "minerals declaration", parties=("KZ", "FR")),
        id="a-hint-at-the-topic",
    ),
]  # fmt: skip

NOT_SAME = [
    pytest.param(
        instrument("memorandum", "memorandum", published="2023-06-05"),
        instrument("memorandum", "memorandum", published="2023-06-20"),
        id="two-weeks-apart",
    ),
    pytest.param(
        instrument("agreement", "trade agreement", parties=("KZ",)),
        instrument("agreement", "trade agreement", parties=("KZ",), published="2023-06-12"),
        id="a-common-topic-and-one-party",
    ),
    pytest.param(
        instrument("framework", "Security Cooperation Framework", published="2023-01-01"),
        instrument("framework", "Maritime Security and Customs Cooperation Framework"),
        id="common-words-within-a-longer-name",
    ),
    pytest.param(
        instrument("programme", "Copper Skills Programme", parties=()),
        instrument("programme", "Copper Skills and Rural Roads Programme for Islands", parties=()),
        id="names-that-share-words",
    ),
]

CONTRADICTIONS = [
    pytest.param(
        instrument("memorandum", "memorandums", count=4, when="2024-01-30"),
        instrument("memorandum", "memorandum on rail freight", when="2024-01-30"),
        id="four-and-one-of-the-four",
    ),
    pytest.param(
        instrument("statement", "Joint statement", when="2022-10-27"),
        instrument("statement", "Joint statement", when="2023-06-02"),
        id="statements-of-two-years",
    ),
    pytest.param(
        instrument("statement", "Joint statement", published="2022-10-27"),
        instrument("statement", "Joint statement", published="2023-06-02"),
        id="statements-published-in-two-years",
    ),
    pytest.param(
        instrument("strategy", "National Saffron Strategy", when="2017-12-01", action="published"),
        instrument("strategy", "National Saffron Strategy", when="2022-10-01", action="published"),
        id="a-series-of-one-name",
    ),
    pytest.param(
        instrument("protocol", "protocol to the fishing agreement", when="2024-06-19"),
        instrument("protocol", "protocol to the fishing agreement", when="2024-09-22",
                   action="adopted"),
        id="reached-after-it-was-signed",
    ),
    pytest.param(
        instrument("declaration", "Joint declaration", when="2024-03-22", action="adopted"),
        instrument("declaration", "Joint declaration", when="2024-06-19"),
        id="declarations-are-not-reached",
    ),
    pytest.param(
        instrument("roadmap", "Roadmap 2024–2026"),
        instrument("roadmap", "Roadmap 2027–2029"),
        id="years-in-names",
    ),
    pytest.param(
        instrument("protocol", "Protocol No. 2"),
        instrument("protocol", "Protocol No. 3"),
        id="numbers-in-names",
    ),
    pytest.param(
        instrument("agreement", "Partnership and Cooperation Agreement"),
        instrument("agreement", "Enhanced Partnership and Cooperation Agreement"),
        id="another-version",
    ),
    pytest.param(
        instrument("agreement", "Enhanced Partnership and Cooperation Agreement"),
        instrument("agreement", "Enhanced Partnership and Cooperation Agreement",
                   parties=("KG", "EU")),
        id="of-another-state",
    ),
    pytest.param(
        instrument("roadmap", "roadmap for the Memorandum on raw materials"),
        instrument("memorandum", "Memorandum on raw materials"),
        id="what-follows-from-it",
    ),
    pytest.param(
        instrument("memorandum", "memorandum on rail freight", when="2024-01-30"),
        instrument("memorandum", "memorandum on green hydrogen", when="2024-01-30"),
        id="two-of-one-day",
    ),
    pytest.param(
        instrument("roadmap", "roadmap", points=79),
        instrument("roadmap", "roadmap", points=97),
        id="points",
    ),
    pytest.param(
        instrument("resolution", "resolution 2231", parties=()),
        instrument("resolution", "resolutions of the Security Council", parties=()),
        id="one-resolution-and-any",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_tellings_of_one_document_are_linked(matcher, one, other):
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
            instrument(name="Heron Memorandum", when="2022-11-07"),
            instrument(name="the Heron memorandum", when="2022-11-07"),
        )
    )
    assert match.reasons == (
        "same name (heron)",
        "dates agree (2022-11-07)",
        "same parties (EU, KZ)",
        "both a memorandum",
    )


def test_a_name_of_its_own_is_one_profile_whenever_it_is_mentioned(matcher):
    early = instrument(name="Heron Charter", action="mentioned", published="2023-01-01")
    late = instrument(name="Heron Charter", action="implemented", published="2024-01-01")
    assert profile(matcher, early) == profile(matcher, late)


def test_documents_without_a_name_keep_the_words_of_their_quotes(matcher):
    one = instrument(quote="They signed a memorandum on saffron.")
    other = instrument(quote="They signed a memorandum on copper.")
    assert profile(matcher, one) != profile(matcher, other)


def test_other_kinds_are_left_alone(matcher):
    assert tuple(matcher.profiles(event())) == ()


NAMES = (None, "memorandum", "Joint statement", "Heron Charter", "Heron Valley Plan 2024", FULL,
         "EPCA", "Enhanced Partnership and Cooperation Agreement", "Protocol No. 2")  # fmt: skip


@st.composite
def instruments(draw):
    return instrument(
        draw(st.sampled_from([sort.value for sort in InstrumentType])),
        draw(st.sampled_from(NAMES)),
        tuple(draw(st.lists(st.sampled_from(("KZ", "EU", "Commission", "Central Asia", "OM")),
                            max_size=3, unique=True))),
        draw(st.sampled_from((None, "2023-06-02", "2023-06", "2022-06-02"))),
        draw(st.sampled_from([step.value for step in InstrumentAction])),
        count=draw(st.sampled_from((None, 1, 4))),
        points=draw(st.sampled_from((None, 79))),
        place=draw(st.sampled_from((None, "Astana", "Brussels"))),
        published=draw(st.sampled_from((None, "2023-06-01", "2023-06-04"))),
        quote=draw(st.sampled_from(("It is signed.", "They agreed on copper, saffron and rail."))),
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(instruments(), instruments())
def test_comparing_is_symmetric(matcher, one, other):
    first, second = pair(matcher, one, other)
    assert matcher.compare(first, second) == matcher.compare(second, first)
    assert (matcher.contradict(first, second) is None) == (
        matcher.contradict(second, first) is None
    )


@settings(max_examples=60, deadline=None)
@given(instruments())
def test_a_profile_outlives_json(matcher, told):
    found = profile(matcher, told)
    back = shaped(json.loads(json.dumps(plain(found))), matcher.shape)
    assert back == found
    assert set(matcher.blocks(back)) == set(matcher.blocks(found))


@settings(max_examples=60, deadline=None)
@given(instruments())
def test_nothing_contradicts_itself(matcher, told):
    found = profile(matcher, told)
    assert matcher.contradict(found, found) is None
