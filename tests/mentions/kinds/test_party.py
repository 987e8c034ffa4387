import pytest

pytestmark = pytest.mark.model


def parties(find, text, **kwargs):
    return [(m.text, m.code or m.name) for m in find(text, "party", **kwargs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Kyrgyz Republic and Kazakhstan signed it.",
            [("Kyrgyz Republic", "KG"), ("Kazakhstan", "KZ")],
            id="states",
        ),
        pytest.param("The U.S. delegation left.", [("U.S.", "US")], id="abbreviation"),
        pytest.param("The Turkish side agreed.", [("Turkish", "TR")], id="adjective"),
        pytest.param("Uzbeks voted on Sunday.", [("Uzbeks", "UZ")], id="people"),
        pytest.param("KAZAKHSTAN SIGNS ACCORD", [("KAZAKHSTAN", "KZ")], id="headline"),
        pytest.param("Cote d'Ivoire joined.", [("Cote d'Ivoire", "CI")], id="without-accents"),
        pytest.param("Côte d’Ivoire joined.", [("Côte d’Ivoire", "CI")], id="smart-apostrophe"),
        pytest.param("The G7 met the C5+1.", [("G7", "G7"), ("C5+1", "C5+1")], id="formats"),
        pytest.param(
            "The Central Asian states met.",
            [("Central Asian states", "Central Asia")],
            id="grouping",
        ),
        pytest.param(
            "The EBRD lent money.",
            [("EBRD", "EBRD")],
            id="acronym",
        ),
        pytest.param(
            "The European Bank for Reconstruction and Development (EBRD) lent money.",
            [
                ("European Bank for Reconstruction and Development", "EBRD"),
                ("EBRD", "EBRD"),
            ],
            id="name-with-acronym",
        ),
        pytest.param(
            "Kazakhstan-EU relations grew.", [("Kazakhstan", "KZ"), ("EU", "EU")], id="hyphen"
        ),
        pytest.param("North Korea fired a missile.", [("North Korea", "KP")], id="longest"),
    ],
)
def test_finds_parties_by_all_their_names(find, text, expected):
    assert parties(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The talks were held in Astana.", id="held-in"),
        pytest.param("He arrived in Brussels on Monday.", id="arrived-in"),
        pytest.param("She will visit Tashkent in May.", id="visit"),
        pytest.param("The summit (June 2, 2023, Bishkek) was the second.", id="brackets"),
        pytest.param("The flight to Moscow was delayed.", id="flight-to"),
        pytest.param("The road from Astana to Almaty is new.", id="road-from"),
        pytest.param("They met near Kyiv and in Warsaw.", id="list"),
        pytest.param("Astana hosted the forum.", id="described"),
        pytest.param("Oslo is to host the summit.", id="to-be-described"),
    ],
)
def test_a_capital_is_a_place_where_things_happen(find, text):
    assert parties(find, text) == []
    assert find(text, "place")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("The dialogue between Astana and Brussels deepened.", ["KZ", "EU"], id="pair"),
        pytest.param("Moscow rejected the proposal.", ["RU"], id="subject"),
        pytest.param("Last May, Canberra sent two ships.", ["AU"], id="after-a-time"),
        pytest.param("Berlin is to change its law.", ["DE"], id="is-to"),
        pytest.param("Beijing's position has not changed.", ["CN"], id="genitive"),
        pytest.param("The sanctions were imposed by Washington.", ["US"], id="agent"),
        pytest.param("Relations with Tehran worsened.", ["IR"], id="with"),
        pytest.param("The Kremlin denied this.", ["RU"], id="building"),
        pytest.param("Military aid to Kyiv continued.", ["UA"], id="receiver"),
        pytest.param("Moscow-Beijing ties grew.", ["RU", "CN"], id="hyphen"),
    ],
)
def test_a_capital_is_a_party_where_it_acts(find, text, codes):
    found = find(text, "party")
    assert [m.code for m in found] == codes
    assert all(m.metonym for m in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Michael Jordan opened the game.", id="person"),
        pytest.param("They sailed the South China Sea.", id="sea"),
        pytest.param("He spoke in Russian.", id="language"),
        pytest.param("The Polish language course began.", id="language-noun"),
        pytest.param("JOIN US FOR THE MEETING", id="capitals"),
        pytest.param("They polish the turkey.", id="lower-case"),
        pytest.param("Atlanta, Georgia, elected a mayor.", id="us-state"),
        pytest.param("The governors of New Mexico and New Jersey met.", id="new-state"),
    ],
)
def test_near_misses_are_no_parties(find, text):
    assert parties(find, text) == []


def test_georgia_is_the_country_where_the_text_tells_so(find):
    assert parties(find, "Georgia and Armenia met in Tbilisi.")[0] == ("Georgia", "GE")


def test_a_head_noun_refers_back(find):
    text = "The European Commission proposed a plan. The Commission wants it by June."
    assert parties(find, text) == [
        ("European Commission", "European Commission"),
        ("Commission", "European Commission"),
    ]


def test_an_acronym_that_the_text_explains_means_that(find):
    text = "The Green Energy Fund (GEF) opened. The GEF will lend to Malta."
    assert parties(find, text) == [("Malta", "MT")]


def test_a_party_inside_an_organisation_is_kept_but_not_in_a_company(find):
    assert parties(find, "The National Chamber of Artisans of Uzbekistan met.") == [
        ("Uzbekistan", "UZ")
    ]
    assert parties(find, "He flew with Malaysian Skylines JSC to see them.") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("The National Security Council of Kazakhstan met.", ["KZ"], id="of"),
        pytest.param("The Libyan House of Representatives voted.", ["LY"], id="adjective"),
        pytest.param("The National Security Council in Washington met.", ["NSC"], id="own"),
    ],
)
def test_a_body_of_another_state_is_not_that_of_the_vocabulary(find, text, codes):
    assert [m.code for m in find(text, "party")] == codes


def test_an_institution_names_its_state_or_parent_too(find):
    assert parties(find, "The United Nations General Assembly met.") == [
        ("United Nations General Assembly", "UNGA"),
        ("United Nations", "UN"),
    ]
    assert parties(find, "The Central Bank of Iraq paid.") == [
        ("Central Bank of Iraq", "Central Bank of Iraq"),
        ("Iraq", "IQ"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It cost 10 million US dollars.", id="dollars"),
        pytest.param("They paid 3 million Swiss francs.", id="francs"),
    ],
)
def test_a_currency_is_no_party(find, text):
    assert parties(find, text) == []


def test_a_short_name_counts_where_the_document_gives_a_reason(find):
    assert parties(find, "Congress voted.") == []
    text = "The United States agreed. Congress voted."
    assert parties(find, text)[-1] == ("Congress", "U.S. Congress")
