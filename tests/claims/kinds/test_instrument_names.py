"""Which names of documents are claims, and steps that hang on how they are named; own sentences."""

import pytest

pytestmark = pytest.mark.model


def told(extract, text, **about):
    claims = extract(text, "instrument", **about)
    return {(c.type.value, c.action.value) for c in claims}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Moscow has never honoured the Minsk agreements.", {"Minsk agreements"}),
        ("All parties must respect the Geneva conventions.", {"Geneva conventions"}),
        ("Farmers fear the EU-Mercosur trade agreement.", {"EU-Mercosur trade agreement"}),
        ("Police discussed the Ukraine agreements.", set()),
        ("The plant praised the Boeing contract.", set()),
        ("American and Chinese officials praised a trade agreement.", set()),
        (
            "The envoys recalled Security Council resolutions 2118 (2013), 2209 (2015) and 2254.",
            {
                "Security Council resolutions 2118 (2013)",
                "Security Council resolution 2209 (2015)",
                "Security Council resolution 2254",
            },
        ),
        (
            "They recalled General Assembly resolution 61/295.",
            {"General Assembly resolution 61/295"},
        ),
        ("As President, the Paris Agreement was dear to him.", {"Paris Agreement"}),
        ("The screen has a resolution of 1080 lines.", set()),
    ],
)
def test_what_is_known_by_a_place_its_sides_or_a_number_is_mentioned(extract, text, names):
    found = extract(text, "instrument")
    assert {c.name for c in found if c.action.value == "mentioned"} == names


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lima, Head of the Clean Rivers Programme, met envoys of Peru.",
        "Ana Lima, Vice President, Global Strategic Initiatives, met envoys of Peru.",
        "- Strong Strategic Partnerships. Roads of Peru are built together.",
        "The envoy of Peru praised the American Harbours Plan.",
    ],
)
def test_posts_labels_and_a_states_own_programmes_are_not_mentioned(extract, text):
    assert not told(extract, text, publisher="The White House")


def test_a_programme_told_of_between_states_is_mentioned(extract):
    text = "The two presidents of Peru and the United States praised the Clean Harbours Programme."
    assert told(extract, text, publisher="The White House") == {("programme", "mentioned")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile launched the Clean Ports Partnership.", {("programme", "adopted")}),
        ("Peru and Chile launched the Ports Security Partnership.", {("framework", "adopted")}),
        ("Peru and Chile agreed to develop and launch a Ports Deal.", {("agreement", "adopted")}),
        (
            "Leaders welcomed the agreement between Chad and Niger to link their power grids.",
            {("agreement", "adopted")},
        ),
        ("Leaders welcomed the Lomé Agreement as a model.", {("agreement", "mentioned")}),
        (
            "Talks aimed at concluding a trade pact between Peru and Kenya resumed on Monday.",
            {("agreement", "negotiating")},
        ),
        (
            "Peru and Kenya resumed talks with the aim of concluding a trade pact.",
            {("agreement", "negotiating")},
        ),
        (
            "Mediators continue efforts to ease tensions and reach a truce agreement.",
            {("agreement", "negotiating")},
        ),
        (
            "The sixth round of negotiations for a trade agreement between India and Oman ended.",
            {("agreement", "negotiating")},
        ),
        (
            "Negotiators are hammering out the details of a trade deal with Japan.",
            {("agreement", "negotiating")},
        ),
        ("Negotiators hammered out a trade deal with Japan.", {("agreement", "adopted")}),
        ("The modernised trade agreement with Peru was praised.", set()),
        ("The ministry is developing an action plan.", set()),
        ("The ministry proposed a peace plan.", {("programme", "proposed")}),
        ("The Coastal Defence Review was published on Monday.", {("report", "published")}),
        ("The case is under review in court.", set()),
        (
            "The committee took note of a report from the International Energy Agency.",
            {("report", "published")},
        ),
        ("According to a report by the World Bank, growth slowed.", set()),
    ],
)
def test_steps(extract, text, expected):
    assert told(extract, text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The bank released a new report, Rising Waters: A Survey of the Delta, on Monday.",
            "new report, Rising Waters: A Survey of the Delta",
        ),
        (
            'The agency published a report entitled "Borders under Strain" on Tuesday.',
            'report entitled "Borders under Strain"',
        ),
        ("The agency published its report, Ana Lima said.", "report"),
    ],
)
def test_the_title_of_a_report_belongs_to_its_name(extract, text, name):
    (claim,) = extract(text, "instrument")
    assert claim.name == name


def test_the_year_in_brackets_is_that_of_the_resolution(extract):
    (claim,) = extract("They recalled Security Council resolution 2254 (2015).", "instrument")
    assert claim.when is not None
    assert claim.when.first.year == 2015


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Fiji joined the Reef Accords.", {("agreement", "signed")}),
        ("Fiji joined the Reef Council.", set()),
        ("Fiji joined the Clear Rivers Initiative.", set()),
        ("They welcomed the signing today of the Reef Treaty.", {("agreement", "signed")}),
        ("The truce between Oman and Chad was extended in May.", {("agreement", "renewed")}),
        ("All called for a ceasefire in the delta.", set()),
        (
            "They welcomed the completion of negotiations on the Reef Treaty.",
            {("agreement", "adopted")},
        ),
        (
            "Work goes on in advance of the Reef Treaty entering into force.",
            {("agreement", "mentioned")},
        ),
        ("Peru and Chad concluded a fisheries agreement.", {("agreement", "adopted")}),
        ("Peru and Chad concluded a protocol on fisheries.", {("protocol", "signed")}),
        ("SECURING THE GREAT FISH DEAL: The ministers met.", set()),
        ("The declaration of a national emergency was adopted in May.", set()),
        ("They met at the Conference of the Parties to the Heron Convention.", set()),
        (
            "Peru and Fiji praised the Emergency Plan for Herons of Chad.",
            {("programme", "mentioned")},
        ),
    ],
)
def test_steps_that_are_easily_missed_or_mistaken(extract, text, steps):
    assert told(extract, text) == steps


def test_what_only_explains_a_document_is_no_second_one(extract):
    text = "Peru and Fiji signed the Reef Technology Pact (RTP), a landmark science agreement."
    (claim,) = extract(text, "instrument")
    assert claim.name == "Reef Technology Pact (RTP)"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Peru and Fiji launched the Women in Deep Fishing Initiative.",
            "Women in Deep Fishing Initiative",
        ),
        ("Peru and Fiji launched in Lima the Deep Fishing Initiative.", "Deep Fishing Initiative"),
        ("Peru and Fiji prepared the Deep Fishing Treaty for signature.", "Deep Fishing Treaty"),
    ],
)
def test_how_far_a_name_goes(extract, text, name):
    assert {c.name for c in extract(text, "instrument")} == {name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chad and Niger praised the Clear Lakes framework.", {"Clear Lakes framework"}),
        ("Chad and Niger praised the Lake Declaration framework.", {"Lake Declaration"}),
        ("Chad and Niger praised the Chad lakes framework.", set()),
        ("Chad and Niger praised a Clear Lakes framework.", set()),
        ("Chad and Niger praised the Clear Lakes pumping facility.", set()),
        (
            "Chad and Niger praised the Clear Lakes Initiative. The Clear Lakes Initiative pays "
            "$5 million to Niger.",
            {"Clear Lakes Initiative"},
        ),
        ("Chad pays $5 million to Niger through the Clear Lakes Initiative.", set()),
    ],
)
def test_names_before_a_noun_in_lower_case_and_programmes_that_pay(extract, text, names):
    found = extract(text, "instrument")
    assert {c.name for c in found if c.action.value == "mentioned"} == names


_ITEMS = """The two premiers met in Lomé on 4 March. We welcomed the signature of:

(a) an Agreement on the Mutual Recognition of Diplomas;
(b) a Protocol on the port of Cotonou, whereby the annual rent shall be two million francs; and
(c) a Programme of Cultural Cooperation for 2024–2026.
"""


def test_lettered_items_below_a_line_that_tells_of_signing_are_signed(extract):
    expected = {("agreement", "signed"), ("protocol", "signed"), ("programme", "signed")}
    assert told(extract, _ITEMS) == expected


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("We discussed:", id="nothing is signed"),
        pytest.param("Letters were signed.\n\nThe sides noted", id="no line leads in"),
        pytest.param("We signed a letter:\n\nThe sides also noted", id="a sentence between"),
    ],
)
def test_lettered_items_below_another_line_are_not_signed(extract, lead):
    text = f"{lead}\n\n(a) an Agreement on the Mutual Recognition of Diplomas;\n(b) a fair.\n"
    assert ("agreement", "signed") not in told(extract, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides signed minutes on the Lomo fish market.", {("protocol", "signed")}),
        ("Togo and Benin inked a memo on seasonal labour.", {("memorandum", "signed")}),
        ("The bank of Togo signed a loan with Benin.", {("agreement", "signed")}),
        ("The minister of Togo read the minutes and a leaked memo from Benin.", set()),
        ("The talks between Togo and Benin lasted forty minutes.", set()),
    ],
)
def test_everyday_papers_are_documents_where_they_are_signed(extract, text, expected):
    assert told(extract, text) == expected
