import pytest

pytestmark = pytest.mark.model


def organizations(find, text):
    return [(m.text, m.name) for m in find(text, "organization")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Ministry of Industry and Construction of Malta agreed.",
            ["Ministry of Industry and Construction of Malta"],
            id="head-first",
        ),
        pytest.param(
            "The Lake Volta Ports Authority paid.", ["Lake Volta Ports Authority"], id="head-last"
        ),
        pytest.param(
            "The Ministry of Tourism, Culture and Sport wrote.",
            ["Ministry of Tourism, Culture and Sport"],
            id="list-in-name",
        ),
        pytest.param("Karakum Wind JSC signed.", ["Karakum Wind JSC"], id="company"),
        pytest.param(
            "The Ministry of Energy and the Ministry of Health agreed.",
            ["Ministry of Energy", "Ministry of Health"],
            id="two-of-them",
        ),
    ],
)
def test_finds_organisations_outside_the_vocabulary(find, text, expected):
    assert [name for _, name in organizations(find, text)] == expected


def test_an_acronym_in_brackets_belongs_to_the_name_before(find):
    text = "The Lake Volta Ports Authority (LVPA) paid. LVPA will build two quays."
    assert organizations(find, text) == [
        ("Lake Volta Ports Authority", "Lake Volta Ports Authority"),
        ("LVPA", "Lake Volta Ports Authority"),
        ("LVPA", "Lake Volta Ports Authority"),
    ]


def test_a_day_ends_a_name(find):
    text = "The Executive Board of the Harbour Fund on Monday agreed."
    assert [name for _, name in organizations(find, text)] == [
        "Executive Board of the Harbour Fund"
    ]


def test_a_head_noun_refers_back(find):
    text = "The Ministry of Water of Malta agreed. The Ministry will report."
    assert [name for _, name in organizations(find, text)] == ["Ministry of Water of Malta"] * 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Memorandum of Understanding (MoU) was signed. The MoU is new.", id="mou"),
        pytest.param("The Trans-Desert Transport Route (TDTR) opened.", id="route"),
        pytest.param("The Investment Forum was held.", id="gathering"),
        pytest.param("The European Commission agreed.", id="in-the-vocabulary"),
        pytest.param("A ministry and a bank agreed.", id="lower-case"),
        pytest.param("They added 50 MW of wind; each MW counts.", id="unit"),
        pytest.param("Imports of liquefied natural gas (LNG) fell; LNG is dear.", id="common-noun"),
        pytest.param(
            "Strengthening Coastal Resilience Across Shores\n\nTides rise.", id="title-case"
        ),
    ],
)
def test_near_misses_are_no_organisations(find, text):
    assert organizations(find, text) == []
