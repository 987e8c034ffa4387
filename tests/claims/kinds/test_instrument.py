"""Instruments, from whole texts; all sentences are our own."""

import pytest

from communique.vocab.claims.instruments import load_instruments

pytestmark = pytest.mark.model


def told(claims):
    return {(c.type.value, c.action.value) for c in claims}


@pytest.mark.parametrize("rule", load_instruments().steps, ids=lambda rule: rule.example)
def test_the_example_of_each_rule_is_found(extract, rule):
    actions = {c.action for c in extract(rule.example, "instrument")}
    assert rule.action in actions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Portugal and Ghana signed an agreement on fisheries.",
            {("agreement", "signed")},
        ),
        (
            "A memorandum of understanding on satellites was signed by the foreign ministers of "
            "Chile and Norway.",
            {("memorandum", "signed")},
        ),
        (
            "The signing of a free trade agreement between Peru and Vietnam took place in Lima.",
            {("agreement", "signed")},
        ),
        (
            "Portugal and Ghana signed an agreement on fisheries, a memorandum on ports and a "
            "protocol on customs.",
            {("agreement", "signed"), ("memorandum", "signed"), ("protocol", "signed")},
        ),
        (
            "Peru and Chile today announced the conclusion of negotiations on the Reef Protocol to"
            " the Peru–Chile Fishing Agreement. The protocol is to be signed in May.",
            {("protocol", "adopted"), ("protocol", "signed"), ("agreement", "mentioned")},
        ),
        (
            "Peru and Chile negotiate a protocol to the agreement on fish of 2004.",
            {("protocol", "negotiating"), ("agreement", "signed")},
        ),
        (
            "The pact, signed in 2015 by Oman and India, entered into force in 2018.",
            {("agreement", "signed"), ("agreement", "in_force")},
        ),
        (
            "The agreement took effect in May after the parliaments of Estonia and Chile "
            "ratified it.",
            {("agreement", "in_force"), ("agreement", "ratified")},
        ),
        (
            "Talks between Brazil and Canada on a double taxation treaty resumed in Ottawa.",
            {("agreement", "negotiating")},
        ),
        (
            "Kenya seeks to conclude a fisheries agreement with Oman.",
            {("agreement", "negotiating")},
        ),
        (
            "Oman and Kenya put their names to the Mombasa Treaty.",
            {("agreement", "signed")},
        ),
        (
            "The Heron Convention, in force since 2011, protects wetlands.",
            {("convention", "in_force")},
        ),
        (
            "The two states have been partners since the treaty of 5 November 2009.",
            {("agreement", "signed")},
        ),
        (
            "In 2022 Kenya and Fiji launched the Clear Rivers Initiative.",
            {("programme", "adopted")},
        ),
        (
            "Peru and Fiji signed the Lakeside Partnership in Lima.",
            {("agreement", "signed")},
        ),
        (
            "Peru and Fiji launched the Lakeside Partnership in Lima.",
            {("programme", "adopted")},
        ),
        (
            "The Treaty of Tartu is subject to ratification by the parliaments.",
            {("agreement", "ratified")},
        ),
        (
            "The text, initialled in May, signed in June and in force since July, is short. "
            "The Reef Treaty was initialled in May, signed in June and ratified in July.",
            {("agreement", "initialled"), ("agreement", "signed"), ("agreement", "ratified")},
        ),
        (
            "A Joint Statement was adopted and 12 documents were signed.",
            {("statement", "adopted"), ("agreement", "signed")},
        ),
        (
            "Building on the Memorandum of Understanding signed in 2021, they will share data.",
            {("memorandum", "signed")},
        ),
        (
            "The 1998 agreement with Fiji was never popular.",
            {("agreement", "signed")},
        ),
        (
            "The two states are resolved to negotiate and then implement a reef treaty.",
            {("agreement", "negotiating")},
        ),
        (
            "The Senate voted in favour of the treaty.",
            {("agreement", "ratified")},
        ),
        (
            "Both sides reaffirmed their commitment to the Paris Agreement.",
            {("agreement", "mentioned")},
        ),
        (
            "The ministers spoke about Article 5 of the Heron Charter.",
            {("convention", "mentioned")},
        ),
        (
            "Peru and Fiji signed memoranda of understanding on reefs and on customs data.",
            {("memorandum", "signed")},
        ),
        (
            "Peru and Fiji have entered into a cooperation agreement on water.",
            {("agreement", "signed")},
        ),
        (
            "The Reef Treaty, from which Peru withdrew in May, was never popular.",
            {("agreement", "terminated")},
        ),
        (
            "The European Union–Fiji tax treaty was ratified in May.",
            {("agreement", "ratified")},
        ),
    ],
)
def test_steps(extract, text, expected):
    assert told(extract(text, "instrument")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They reached agreement that the river must be cleaned.",
        "The leaders are in agreement on the need for reform.",
        "The two countries have a good framework for their relations.",
        "The ministry has a plan for the winter.",
        "Parliament passed the budget resolution.",
        "The president signed an executive order on bees.",
        "Agreements are important for trade.",
        "The leaders released the following statement:",
        "The negotiations on a fisheries agreement were concluded.",
        "The European Union met Kenya.",
        "They seek a peaceful resolution of the dispute.",
        "The treaty organization met Kenya.",
        "Economic deals were announced.",
        "The leaders adopted the following declaration:",
        "Clear Rivers Initiative: The ministers of Kenya and Fiji will meet.",
        "The governor approved a disaster declaration.",
        "Talks on a trade deal collapsed.",
        "The fund paid $5 million to Kenya under the Clear Rivers Initiative.",
        "A HISTORIC PARTNERSHIP: The ministers of Kenya and Fiji will meet.",
        "The leaders praised the Kenya-Fiji Comprehensive Strategic Partnership.",
    ],
)
def test_what_is_none(extract, text):
    assert extract(text, "instrument") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Peru and Fiji will sign a fisheries agreement next month.", "planned"),
        ("Peru and Fiji agreed to conclude a fisheries agreement.", "planned"),
        ("Peru and Fiji have yet to sign the fisheries agreement.", "planned"),
        ("Parliament must ratify the fisheries agreement with Fiji.", "planned"),
        ("The signing of the fisheries agreement is expected in May.", "planned"),
        ("The fisheries agreement with Fiji is expected to be signed in May.", "planned"),
        ("The fisheries agreement with Fiji expires in 2030.", "planned"),
        ("They called for the swift ratification of the Reef Treaty.", "planned"),
        ("They look forward to signing a fisheries agreement.", "planned"),
        ("Norway became the first state to ratify the Reef Treaty.", "asserted"),
        ("Norway became the sixth state to ratify the Reef Treaty.", "asserted"),
        ("Norway was first to ratify the Reef Treaty.", "asserted"),
        ("Norway is next to ratify the Reef Treaty.", "planned"),
        ("Peru refused to sign the fisheries agreement.", "denied"),
        ("No fisheries agreement was reached.", "denied"),
        ("Peru is considering a fisheries agreement with Fiji.", "possible"),
        ("Peru did not sign the fisheries agreement.", "denied"),
        ("Peru may sign the fisheries agreement.", "possible"),
        ("Peru and Fiji signed the fisheries agreement.", "asserted"),
    ],
)
def test_how_sure_a_step_is(extract, text, modality):
    (claim,) = extract(text, "instrument")
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru and Fiji signed an agreement on fisheries in Lima.", "agreement on fisheries"),
        (
            "Peru and Fiji signed the Comprehensive Reef Agreement (CRA).",
            "Comprehensive Reef Agreement (CRA)",
        ),
        ("Kenya and Oman inked a $2 billion deal on ports.", "deal on ports"),
        (
            "The leaders adopted the Strategy to Address the Loss of Reefs.",
            "Strategy to Address the Loss of Reefs",
        ),
        (
            "Peru and Fiji signed a memorandum between the Ministry of Health of Peru and the "
            "Ministry of Health of Fiji.",
            "memorandum between the Ministry of Health of Peru and the Ministry of Health of Fiji",
        ),
        ("Four memorandums were signed in Lima.", None),
        ('Peru adopted its strategy "Reefs 2030" last year.', 'strategy "Reefs 2030"'),
        (
            "Peru and Fiji launched the Reef Framework for Trade, Public Health, and Clean Rivers.",
            "Reef Framework for Trade, Public Health, and Clean Rivers",
        ),
        (
            "Peru and Fiji launched the Seeds and Human Health Initiative.",
            "Seeds and Human Health Initiative",
        ),
        (
            "Peru and Fiji signed the Reef Programme 2024–2030 on Monday.",
            "Reef Programme 2024–2030",
        ),
        (
            "They ratified the Treaty establishing a seed bank.",
            "Treaty establishing a seed bank",
        ),
        ("The council adopted resolution 2767 on Monday.", "resolution 2767"),
    ],
)
def test_names(extract, text, name):
    (claim,) = extract(text, "instrument")
    assert claim.name == name


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Portugal and Ghana signed an agreement on fisheries.", {"PT", "GH"}),
        ("The treaty between Peru and Vietnam was signed in Hanoi.", {"PE", "VN"}),
        ("The Peru-Vietnam trade agreement entered into force.", {"PE", "VN"}),
        ("Peru signed a trade agreement with Vietnam.", {"PE", "VN"}),
        ("A pact was signed by the foreign ministers of Chile and Norway.", {"CL", "NO"}),
        (
            "A pact was signed by the Foreign Minister of Peru, Ana Lima, and the Foreign "
            "Minister of Chile, Juan Paz.",
            {"PE", "CL"},
        ),
        ("Peru and Chile have started talks about a banking treaty.", {"PE", "CL"}),
        ("The leaders honoured the Geneva Convention.", set()),
    ],
)
def test_parties(extract, text, codes):
    (claim,) = extract(text, "instrument")
    assert {party.code for party in claim.parties} == codes


def parties_of_signing(extract, text, **told):
    (claim,) = [c for c in extract(text, "instrument", **told) if c.action == "signed"]
    return {party.code for party in claim.parties}


def test_a_capital_in_a_title_is_a_side_where_the_text_names_its_state(extract):
    text = (
        "The President of Peru, Ana Lima, paid a visit to Norway. Minister Juan Paz and "
        "Undersecretary Eva Rojas signed a protocol on herring."
    )
    told = {"title": "President Lima meets the King in Oslo", "publisher": "Presidency of Peru"}
    assert parties_of_signing(extract, text, **told) == {"PE", "NO"}


def test_a_text_of_an_embassy_is_about_who_sent_it_and_its_host(extract):
    text = "• The memorandum on tracing beans, signed in May last year, is in use since January."
    publisher = "Embassy of the Kingdom of Norway in Ghana"
    assert parties_of_signing(extract, text, publisher=publisher) == {"NO", "GH"}
    assert parties_of_signing(extract, text, publisher="Ministry of Trade of Norway") == set()


def test_a_roadmap_named_in_the_name_of_a_report_is_the_one_told_next(extract):
    claims = extract(
        "The Commission has published the first report on the implementation of the Roadmap for "
        "Reef Protection. Of the 52 points of the Roadmap, which was adopted in Suva in April "
        "2023, nineteen are done.",
        "instrument",
    )
    adopted = next(c for c in claims if c.action == "adopted" and c.type == "roadmap")
    assert adopted.name == "Roadmap for Reef Protection"


def test_a_month_of_signing_is_past_whatever_the_document_opens(extract):
    text = "The memorandum on labour signed in November opens the care sector to applicants."
    claim = next(c for c in extract(text, "instrument") if c.action == "signed")
    assert (claim.modality, claim.when.first.isoformat()) == ("asserted", "2023-11-01")


def test_place_and_day(extract):
    text = "Peru and Fiji signed an agreement on fisheries in Lima on 5 May 2023."
    (claim,) = extract(text, "instrument")
    assert claim.place == "Lima"
    assert claim.when.first.isoformat() == claim.when.last.isoformat() == "2023-05-05"
    assert claim.evidence[0].exact == text


@pytest.mark.parametrize(
    "publisher", ["The Lagoon Ledger", "Ministry of Foreign Affairs of Peru", None]
)
def test_a_name_that_is_only_referred_to_is_mentioned(extract, publisher):
    text = "Both sides reaffirmed their commitment to the Reef Agreement."
    found = extract(text, "instrument", publisher=publisher)
    assert told(found) == {("agreement", "mentioned")}


def test_years_in_a_name_are_not_when_the_step_was(extract):
    (claim,) = extract("Peru and Fiji adopted the Reef Programme 2024–2030.", "instrument")
    assert claim.when is None


def test_a_charter_and_a_convention_of_the_same_body_are_two(extract):
    text = "They honoured the UN Charter and the UN Convention on the Law of the Sea."
    names = {c.name for c in extract(text, "instrument")}
    assert names == {"UN Charter", "UN Convention on the Law of the Sea"}


def test_a_deadline_is_open_at_its_beginning(extract):
    (claim,) = extract("Peru and Fiji will sign a fisheries pact by 2030.", "instrument")
    assert claim.when.first is None
    assert claim.when.last.isoformat() == "2030-12-31"


def test_a_time_of_another_clause_is_not_the_steps(extract):
    text = "Peru and Fiji continue to negotiate a code of conduct, which may be ready in 2030."
    (claim,) = extract(text, "instrument")
    assert claim.when is None


def test_the_day_of_the_gathering_is_that_of_what_was_signed_at_it(extract):
    text = (
        "The presidents of Peru and Fiji met in Suva on 5 May 2023. "
        "Following the talks, a fisheries pact was signed."
    )
    (claim,) = extract(text, "instrument")
    assert claim.when.first.isoformat() == "2023-05-05"
    assert {party.code for party in claim.parties} == {"PE", "FJ"}


def test_a_day_told_before_without_a_gathering_is_not_taken_over(extract):
    text = "The river rose on 5 May 2023. Following the talks, a fisheries pact was signed."
    (claim,) = extract(text, "instrument")
    assert claim.when is None


def test_numbers(extract):
    (four,) = extract("Four memorandums were signed in Lima.", "instrument")
    (points,) = extract("The leaders adopted a roadmap comprising 79 points.", "instrument")
    (joined,) = extract("Italy and Albania signed a 10-point roadmap.", "instrument")
    assert (four.count, points.points, joined.points) == (4, 79, 10)


def test_a_step_told_twice_is_one_claim(extract):
    text = (
        "Peru and Fiji signed the Comprehensive Reef Agreement (CRA) on 5 May 2023. "
        "It rained. The CRA was signed in Lima."
    )
    (claim,) = extract(text, "instrument")
    assert len(claim.evidence) == 2
    assert claim.place == "Lima"


def test_what_takes_up_a_document_has_its_name(extract):
    text = (
        "Peru and Fiji signed the Lakeside Treaty on 5 May 2023. "
        "The document entered into force in 2024. Peru ratified it in 2023."
    )
    claims = extract(text, "instrument")
    assert {c.name for c in claims} == {"Lakeside Treaty"}
    assert told(claims) == {
        ("agreement", "signed"),
        ("agreement", "in_force"),
        ("agreement", "ratified"),
    }


def test_a_revised_document_is_another_one(extract):
    text = (
        "The Reef Agreement between Peru and Fiji was signed in 1999. "
        "The Enhanced Reef Agreement between Peru and Fiji was signed in 2019."
    )
    assert len(extract(text, "instrument")) == 2


def test_lines_below_a_title_that_announces_documents(extract):
    text = (
        "1. Agreement on reefs between Peru and Fiji\n\n"
        "2. MoU on nursing between Peru and Fiji\n\nThe leaders thanked their hosts."
    )
    claims = extract(text, "instrument", title="List of documents signed in Lima")
    assert told(claims) == {("agreement", "signed"), ("memorandum", "signed")}


def test_who_says_so(extract):
    text = "According to the ministry, Peru and Fiji signed a fisheries pact."
    (claim,) = extract(text, "instrument")
    assert claim.attributed_to == "ministry"


@pytest.mark.parametrize(
    "text",
    [
        '"The treaty "',
        "Treaty",
        'They signed the strategy "',
        "The Reef Treaty (",
        "1. MoU on",
        "The Reef Plan for Trade,",
    ],
)
def test_odd_text_raises_nothing(extract, text):
    extract(text, "instrument")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Fiji subscribed a protocol on reefs.", {("protocol", "signed")}),
        ("The bank inked a $46 million loan with the Fijian ministry.", {("agreement", "signed")}),
        ("The visit ended with the signing of ten instruments.", {("agreement", "signed")}),
        ("The two utilities initialled a term sheet in Lima.", {("agreement", "initialled")}),
        ("Peru and Fiji signed an executive programme on reefs.", {("programme", "signed")}),
        (
            "A fisheries agreement between Peru and Fiji is in the works.",
            {("agreement", "negotiating")},
        ),
        (
            "A fisheries agreement between Peru and Fiji is under consideration.",
            {("agreement", "proposed")},
        ),
        ("Fiji's pact with Peru was expanded in May.", {("agreement", "amended")}),
        ("The deputies of the Riksdag okayed the treaty.", {("agreement", "ratified")}),
        ("Peru backed out of the reef treaty with Fiji.", {("agreement", "terminated")}),
        ("Peru froze its participation in the Reef Treaty.", {("agreement", "terminated")}),
        ("Denmark became a party to the Reef Convention in 1998.", {("convention", "ratified")}),
        ("The summit ended with a joint declaration.", {("declaration", "adopted")}),
        ("Peru and Fiji are close to a deal on reefs.", {("agreement", "negotiating")}),
    ],
)
def test_more_ways_to_tell_a_step(extract, text, expected):
    assert told(extract(text, "instrument")) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Money that is lent or asked for, not signed.
        "The bank approved a loan of $46 million for the Fijian ministry.",
        "Peru sought a loan from Fiji.",
        "Peru deposited the instruments on the ship.",
        "The minister subscribed to the newspaper.",
        # What an agreement does to something else is no step of its own.
        "The Reef Agreement will break down trade barriers for the islands' exporters.",
        "The Reef Agreement ended years of dispute.",
        "The emergency that followed the declaration is to continue in effect.",
        "The president signed an executive agreement on pensions.",
        "Peru suspended its participation in the race.",
        "The hotel is close to the Treaty Museum.",
    ],
)
def test_what_tells_no_step(extract, text):
    assert {a for _, a in told(extract(text, "instrument"))} <= {"mentioned"}


def test_the_paper_is_the_document_of_its_own_not_one_in_its_name(extract):
    text = (
        "Fiji signed the protocol of its accession to the Reef Treaty. "
        "The paper was signed in Lima in May."
    )
    found = told(extract(text, "instrument"))
    assert ("protocol", "signed") in found
    assert ("agreement", "signed") not in found


def test_who_signs_with_several_is_a_party_too(extract):
    (claim,) = extract("Peru signed agreements on reefs with Fiji and Tonga.", "instrument")
    assert {p.code for p in claim.parties} == {"PE", "FJ", "TO"}


def test_a_joint_commission_in_the_title_is_not_the_european_one(extract):
    text = "The treaty of transit was renewed on 1 June 2023."
    (claim,) = extract(text, "instrument", title="7th Meeting of the Peru-Fiji Joint Commission")
    assert {p.code for p in claim.parties} == {"PE", "FJ"}


def test_a_continent_belongs_to_the_name(extract):
    (claim,) = extract("Peru withdrew from the Treaty on Armed Forces in Europe.", "instrument")
    assert (claim.name, claim.place) == ("Treaty on Armed Forces in Europe", None)


def test_a_deal_is_of_the_pair_that_a_text_is_about(extract):
    text = (
        "Peru sells fish to Fiji, and Fiji sells sugar to Peru. Peru wants more of it. "
        "So does Fiji. In May the long talks went well. An accord on customs was initialled."
    )
    claims = [c for c in extract(text, "instrument") if c.action.value == "initialled"]
    assert {p.code for p in claims[0].parties} == {"PE", "FJ"}
