import pytest

pytestmark = pytest.mark.model


def offices(extract, text, **told):
    return {
        (c.person.name, c.post, c.party and (c.party.code or c.party.name))
        for c in extract(text, "office", **told)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norwegian Foreign Minister Espen Barth Eide arrived in Riga on Tuesday.",
            ("Espen Barth Eide", "Foreign Minister", "NO"),
            id="adjective before",
        ),
        pytest.param(
            "Portugal's Minister of Health Marta Temido opened the hospital.",
            ("Marta Temido", "Minister of Health", "PT"),
            id="genitive",
        ),
        pytest.param(
            "They were received by the President of the Republic of Malta, George Vella.",
            ("George Vella", "President", "MT"),
            id="apposition after the post",
        ),
        pytest.param(
            "Talks were led by Nikos Dendias, the Minister of National Defence of Greece.",
            ("Nikos Dendias", "Minister of National Defence", "GR"),
            id="apposition before the post",
        ),
        pytest.param(
            "Prime Minister Andrej Plenković of Croatia attended.",
            ("Andrej Plenković", "Prime Minister", "HR"),
            id="party after the name",
        ),
        pytest.param(
            "The Deputy Prime Minister – Minister of Energy of Moldova, Victor Parlicov, signed.",
            ("Victor Parlicov", "Deputy Prime Minister – Minister of Energy", "MD"),
            id="one post of two parts",
        ),
        pytest.param(
            "European Commissioner for Agriculture Christophe Hansen spoke in Brussels.",
            ("Christophe Hansen", "European Commissioner for Agriculture", "European Commission"),
            id="a party inside the post",
        ),
        pytest.param(
            "The Norwegian Central Asia Coordinator Kari Berg visited Bishkek.",
            ("Kari Berg", "Central Asia Coordinator", "NO"),
            id="a region is what somebody coordinates",
        ),
        pytest.param(
            "Chief Medical Adviser Kari Berg of Norway spoke.",
            ("Kari Berg", "Chief Medical Adviser", "NO"),
            id="medical",
        ),
        pytest.param(
            "Kari Berg, Special Adviser on Disability Rights of Norway, spoke.",
            ("Kari Berg", "Special Adviser on Disability Rights", "NO"),
            id="adviser on",
        ),
        pytest.param(
            "Albania's Director of National Intelligence Avril Hoxha spoke.",
            ("Avril Hoxha", "Director of National Intelligence", "AL"),
            id="a field that looks like a body",
        ),
        pytest.param(
            "NATO Secretary General Mark Rutte visited Sarajevo.",
            ("Mark Rutte", "Secretary General", "NATO"),
            id="acronym",
        ),
        pytest.param(
            "The Canadian Ambassador to the United States Kirsten Hill briefed reporters.",
            ("Kirsten Hill", "Ambassador to the United States", "CA"),
            id="where an ambassador serves is part of the post",
        ),
        pytest.param(
            "Chief of Staff to the Prime Minister Liam Booth came along.",
            ("Liam Booth", "Chief of Staff to the Prime Minister", None),
            id="a post inside a post",
        ),
        pytest.param(
            "Latvia, whose Finance Minister Arvils Ašeradens chaired the meeting, agreed.",
            ("Arvils Ašeradens", "Finance Minister", "LV"),
            id="relative clause",
        ),
        pytest.param(
            "Maria Silva has been the Brazilian Special Envoy to the Sahel since March.",
            ("Maria Silva", "Special Envoy to the Sahel", "BR"),
            id="said to hold it",
        ),
        pytest.param(
            "BRUSSELS, 30 January – Transport Minister Rui Costa led the delegation of Peru.",
            ("Rui Costa", "Transport Minister", "PE"),
            id="who leads a delegation",
        ),
        pytest.param(
            "VIENNA – Energy Minister Rui Costa headed Peru's delegation at the talks.",
            ("Rui Costa", "Energy Minister", "PE"),
            id="who heads a delegation",
        ),
        pytest.param(
            "Ghana met Italian Energy Minister Rui Costa, who led the talks with Peru's team.",
            ("Rui Costa", "Energy Minister", "IT"),
            id="the words themselves count before the delegation",
        ),
        pytest.param(
            "Ghana's delegation signed with the European Investment Bank. For the region the bank "
            "put it at 2 billion. They were signed by its vice-president, Ana Ek.",
            ("Ana Ek", "vice-president", "EIB"),
            id="its own, of the bank",
        ),
        pytest.param(
            "Peru met the World Bank in May. The country sent its vice-president, Ana Ek.",
            ("Ana Ek", "vice-president", "PE"),
            id="its own, of the country",
        ),
        pytest.param(
            "The European Commission wants more trade with Central Asia. Commissioner Ana Ek "
            "plans a visit.",
            ("Ana Ek", "Commissioner", "European Commission"),
            id="a commissioner is one of a commission, not of a region",
        ),
        pytest.param(
            "President-elect Daniel Noboa of Ecuador thanked his hosts.",
            ("Daniel Noboa", "President-elect", "EC"),
            id="elect",
        ),
        pytest.param(
            "The Governor of the Bulgarian National Bank, Dimitar Petrov, welcomed the step.",
            ("Dimitar Petrov", "Governor", "BNB"),
            id="of an institution",
        ),
        pytest.param(
            "The EBRD's head of the Caucasus, Maria Silva, spoke last week.",
            ("Maria Silva", "head of the Caucasus", "EBRD"),
            id="an institution before and a region after",
        ),
        pytest.param(
            "Maria Silva, Minister of Commerce, Industry and Investment Promotion of Oman, spoke.",
            ("Maria Silva", "Minister of Commerce, Industry and Investment Promotion", "OM"),
            id="a portfolio that looks like a body",
        ),
        pytest.param(
            "The Ambassador of Norway to Indonesia, Timor-Leste and ASEAN, Maria Silva, spoke.",
            ("Maria Silva", "Ambassador to Indonesia, Timor-Leste and ASEAN", "NO"),
            id="accredited to several",
        ),
        pytest.param(
            "Norway's defence attaché, Colonel Ola Dahl, will leave in May.",
            ("Ola Dahl", "defence attaché", "NO"),
            id="a rank between post and name",
        ),
        pytest.param(
            "We are glad of it.\n\nWarm regards,\nMaria Silva\nAmbassador of Norway to Fiji",
            ("Maria Silva", "Ambassador to Fiji", "NO"),
            id="under a letter",
        ),
        pytest.param(
            "Poland reopened its crossings with Belarus on Thursday. Interior Minister Jan Nowak "
            "had signed off on the closure.",
            ("Jan Nowak", "Interior Minister", "PL"),
            id="of whom the sentence before is about",
        ),
    ],
)
def test_a_post_beside_a_name(extract, text, expected):
    found = offices(extract, text)
    assert expected in found or (expected[2] is None and expected[:2] in {f[:2] for f in found})
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The presidents of Latvia and Estonia, Edgars Rinkēvičs and Alar Karis, met in Valga.",
            {("Edgars Rinkēvičs", "president", "LV"), ("Alar Karis", "president", "EE")},
            id="parties and names in step",
        ),
        pytest.param(
            "Presidents Gabriel Boric of Chile and Luis Arce of Bolivia met.",
            {("Gabriel Boric", "President", "CL"), ("Luis Arce", "President", "BO")},
            id="a party after each name",
        ),
        pytest.param(
            "Prince Hamad bin Isa, Crown Prince and Prime Minister of Bahrain, was there.",
            {
                ("Hamad bin Isa", "Crown Prince", "BH"),
                ("Hamad bin Isa", "Prime Minister", "BH"),
            },
            id="two posts of one person, the courtesy title left out",
        ),
        pytest.param(
            "Finnish Defence Minister Antti Häkkänen and his Swedish counterpart Pål Jonson met.",
            {
                ("Antti Häkkänen", "Defence Minister", "FI"),
                ("Pål Jonson", "Defence Minister", "SE"),
            },
            id="counterpart",
        ),
        pytest.param(
            "The Kenyan delegation included Trade Minister Lee Njoroge and Ambassador Ann Wekesa.",
            {("Lee Njoroge", "Trade Minister", "KE"), ("Ann Wekesa", "Ambassador", "KE")},
            id="a delegation",
        ),
        pytest.param(
            "Indian Foreign Minister Ravi Menon and National Security Advisor Anil Rao came.",
            {
                ("Ravi Menon", "Foreign Minister", "IN"),
                ("Anil Rao", "National Security Advisor", "IN"),
            },
            id="a list goes on the side",
        ),
    ],
)
def test_several(extract, text, expected):
    assert offices(extract, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Former Senator Robert Dole wrote a letter to the paper.", id="former"),
        pytest.param("The then Foreign Minister Ivan Horvat signed it in 2009.", id="then"),
        pytest.param("In 1949 President Truman signed the treaty.", id="another age"),
        pytest.param("The adviser on Monday met Ana Ek.", id="on a day"),
        pytest.param("Anwar Karim, whose country chairs the group, spoke first.", id="a verb"),
        pytest.param("Besides Maria Lopez, the President met three mayors.", id="a subject"),
        pytest.param("The two leaders were joined by Maria Lopez and her sons.", id="leaders"),
        pytest.param(
            "Marco Diaz, President's Commission on Fellowships, took part.", id="genitive"
        ),
    ],
)
def test_no_office(extract, text):
    assert offices(extract, text) == set()


def test_two_people_who_share_an_and(extract):
    text = "Vice President Dana Reed travelled. The Vice President and President Alar Karis spoke."
    assert ("Alar Karis", "Vice President") not in {f[:2] for f in offices(extract, text)}


def test_one_claim_for_the_post_however_it_is_shortened(extract):
    text = (
        "Secretary of State Jane Porter landed in Oslo. Secretary Porter will meet the King. "
        "“We are glad,” Secretary Porter said."
    )
    (claim,) = extract(text, "office")
    assert (claim.person.name, claim.post) == ("Jane Porter", "Secretary of State")
    assert len(claim.evidence) == 3


def test_the_title_tells_the_state(extract):
    found = offices(
        extract,
        "President Alvar Kask thanked the hosts for their support.",
        title="Readout of the Call with President Alvar Kask of Estonia",
        publisher="The White House",
    )
    assert found == {("Alvar Kask", "President", "EE")}


def test_the_publisher_names_its_own_people_bare(extract):
    text = "National Security Advisor Jane Porter met her colleagues."
    assert ("Jane Porter", "National Security Advisor", "US") in offices(
        extract, text, publisher="The White House"
    )


def test_the_evidence_holds_post_and_name(extract):
    (claim,) = extract("It was Chilean Trade Minister Ana Rojas who signed.", "office")
    assert [e.exact for e in claim.evidence] == ["Chilean Trade Minister Ana Rojas"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Maria Silva, President, GreenWind Energy, Inc.", ("President", "GreenWind Energy, Inc")),
        ("Maria Silva, Vice President, Asia Pacific, Bechtel", ("Vice President, Asia Pacific",)),
        ("Maria Silva, Founder and CEO, InnoForce", ("Founder", "CEO", "InnoForce")),
    ],
)
def test_a_line_of_a_list_of_people(extract, line, expected):
    claims = extract(
        f"The delegation:\n\n{line}\n\nVille Aho, Director, Harbour Ports Inc.", "office"
    )
    said = {c.post for c in claims} | {c.party.name for c in claims if c.party is not None}
    assert all(any(word in text for text in said) for word in expected)


@pytest.mark.parametrize(
    "text",
    [
        "General McKenzie and Admiral Vasely briefed them.",
        "They signed it at Queen Elizabeth Barracks.",
        "Sultan bin Hamad Al Marri spoke in Doha.",
        "Washington eased sanctions under General License 44.",
    ],
)
def test_a_rank_or_a_place_is_no_office(extract, text):
    assert offices(extract, text) == set()


def test_an_embassy_tells_of_the_state_where_it_is(extract):
    text = (
        "Zambia is beautiful. In May our Minister for Trade, Ville Aho, came to Lusaka. He called "
        "on Vice-President Mutale Banda of his own wish and thanked Zambia."
    )
    claims = extract(text, "office", publisher="Embassy of Finland, Lusaka")
    assert {c.person.name: c.party.code for c in claims} == {
        "Ville Aho": "FI",
        "Mutale Banda": "ZM",
    }


def test_who_chairs_those_who_speak_is_of_no_state(extract):
    text = "Ghana's ports and railways met in Accra. “It works,” our chairwoman, Ana Ek, said."
    assert ("Ana Ek", "chairwoman", None) in offices(extract, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The chair of the OSCE, Nigeria's Eva Roe, spoke.", ("Eva Roe", "chair")),
        ("Ambassador of Peru: Eva Roe.", ("Eva Roe", "Ambassador")),
        ("The Speaker of Parliament, the Hon. Eva Roe, spoke.",
         ("Eva Roe", "Speaker of Parliament")),
        ("Eva Roe, commander of the joint task force, spoke.", ("Eva Roe", "commander")),
        ("Lukas Brandt, regional director of the World Bank, spoke.",
         ("Lukas Brandt", "regional director")),
        ("Eva Roe, Secretary of the United States Department of Commerce, spoke.",
         ("Eva Roe", "Secretary of the Department of Commerce")),
    ],
)  # fmt: skip
def test_a_mark_or_an_owner_between_post_and_name(extract, text, expected):
    assert {(person, post) for person, post, _ in offices(extract, text)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador of Peru said this: Eva Roe was right.",
        "The chair met Nigeria's Eva Roe.",
        "The major Eva Roe project is late.",
    ],
)
def test_no_mark_makes_a_holder(extract, text):
    assert offices(extract, text) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Eva Roe, Chairman, President's Export Council",
         {("Eva Roe", "Chairman", "President's Export Council")}),
        ("Eva Roe, Founder and President, Reading Club, and Director, Acme Inc.",
         {("Eva Roe", "Founder", "Reading Club"), ("Eva Roe", "President", "Reading Club")}),
    ],
)  # fmt: skip
def test_whose_posts_a_line_of_a_list_tells(extract, line, expected):
    text = f"The members of the delegation:\n\n{line}\n\nKim Moe, CEO, Acme Inc."
    found = {o for o in offices(extract, text) if o[0] == "Eva Roe"}
    assert found == expected


def test_who_helps_the_president_is_of_the_state_not_of_a_council_named_next(extract):
    text = (
        "Those present were:\n\n"
        "Rosa Mendes, Special Assistant to the President and Senior Director for Lakes, National "
        "Security Council\n\nThe talks were long."
    )
    assert offices(extract, text, publisher="The White House") == {
        ("Rosa Mendes", "Special Assistant to the President", "US"),
        ("Rosa Mendes", "Senior Director for Lakes", "NSC"),
    }
    assert offices(extract, "European Commission President Rosa Mendes spoke.") == {
        ("Rosa Mendes", "President", "European Commission")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan Middle East Coordinator Juma Otieno spoke.",
            ("Juma Otieno", "Middle East Coordinator", "KE"),
        ),
        (
            "The African Union's Sahel Envoy Juma Otieno spoke.",
            ("Juma Otieno", "Sahel Envoy", "African Union"),
        ),
        ("Kenyan President Juma Otieno spoke.", ("Juma Otieno", "President", "KE")),
        (
            "Director of National Intelligence Rosa Mendes met them.",
            ("Rosa Mendes", "Director of National Intelligence", "US"),
        ),
    ],
)
def test_a_part_of_the_world_is_the_field_of_a_post(extract, text, expected):
    assert offices(extract, text) == {expected}


def test_those_who_represent_a_state_hold_its_posts(extract):
    listed = "the Secretary of Security, Rosa Lima; and the head of the Tax Unit, Pablo Sol."
    about = {"publisher": "The White House", "title": "Joint Statement from Peru and Chile"}
    told = offices(extract, f"Representing Peru were {listed}", **about)
    assert {party for _, _, party in told} == {"PE"}
    told = offices(extract, f"Ana Ek, representing Peru, met {listed}", **about)
    assert ("Pablo Sol", "head of the Tax Unit", "PE") not in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rosa Mendes, Ph.D., Minister of Health of Ghana, spoke.",
            ("Rosa Mendes", "Minister of Health", "GH"),
        ),
        (
            "Dr. Paul Mensah, MD, FACS, Director of Health of Ghana, spoke.",
            ("Paul Mensah", "Director of Health", "GH"),
        ),
        (
            "President H.H. Sheikh Hamad bin Salim Al Nuri of Qatar came.",
            ("Hamad bin Salim Al Nuri", "President", "QA"),
        ),
        (
            "Ghanaian Commander RADM Paul Mensah spoke.",
            ("Paul Mensah", "Commander", "GH"),
        ),
    ],
    ids=["degree", "two degrees", "courtesies", "naval rank"],
)
def test_degrees_and_courtesies_around_a_name(extract, text, expected):
    assert offices(extract, text) == {expected}


def test_a_house_that_ends_an_entry_stands_for_its_state(extract):
    text = (
        "Present were:\n\n- Rosa Mendes, Director of Trade Policy, The White House\n\n"
        "- Juan Paz, Director of Ports, City of Boston"
    )
    assert offices(extract, text) == {
        ("Rosa Mendes", "Director of Trade Policy", "US"),
        ("Juan Paz", "Director of Ports", "City of Boston"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Lake Chad Bank opened. The bank's president, Ama Kofi Mensah, cut the ribbon.",
            ("Ama Kofi Mensah", "president", "Lake Chad Bank"),
            id="the noun takes up a body named before",
        ),
        pytest.param(
            "The paper was signed by the association's chairman, Pedro Juan Gomez.",
            ("Pedro Juan Gomez", "chairman", None),
            id="a body that has no name",
        ),
        pytest.param(
            "Volta Relief Fund's director, Ama Kofi Mensah, spoke.",
            ("Ama Kofi Mensah", "director", "Volta Relief Fund"),
            id="a name in the genitive",
        ),
        pytest.param(
            "Tariq Mansour, the king's special adviser, flew from Amman to Doha for Jordan.",
            ("Tariq Mansour", "special adviser", "JO"),
            id="a post of somebody with a post",
        ),
        pytest.param(
            "Togo's representative Ama Kofi asked for more time.",
            ("Ama Kofi", "representative", "TG"),
            id="no adjective",
        ),
        pytest.param(
            "Chad's army chief, Pedro Juan Gomez, inspected the border.",
            ("Pedro Juan Gomez", "army chief", "TD"),
            id="a chief in lower case",
        ),
        pytest.param(
            "U.S. Attorney General Dana Whitfield spoke.",
            ("Dana Whitfield", "Attorney General", "US"),
            id="no attorney who is a general",
        ),
        pytest.param(
            "The council named Dr Ama Kofi, a national of Togo, as Executive Director.",
            ("Ama Kofi", "Executive Director", "TG"),
            id="an aside on the person",
        ),
    ],
)
def test_whose_a_post_is_by_a_common_noun(extract, text, expected):
    assert expected in offices(extract, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The president's brother, Pedro Juan Gomez, left.", id="a relative"),
        pytest.param("The bank's former president, Ana Maria Ruiz, left.", id="past"),
        pytest.param("Ana Ruiz met the bank's president, and Pedro Gomez left.", id="another"),
        pytest.param("The minister's visit, Pedro Juan Gomez said, was long.", id="no holder"),
        pytest.param("A major road, Pedro Juan Gomez said, was closed.", id="an adjective"),
    ],
)
def test_a_genitive_makes_no_holder_by_itself(extract, text):
    assert offices(extract, text) == set()


def test_a_newspaper_names_the_people_of_its_own_state_bare(extract):
    text = "The fair drew visitors from Uganda. Agriculture Minister Ama Kofi opened it."
    told = offices(extract, text, publisher="Togo Business Post")
    assert told == {("Ama Kofi", "Agriculture Minister", "TG")}


def test_a_state_that_acts_beside_a_title_has_the_post(extract):
    text = "Uganda sent maize. Agriculture Minister Ama Kofi saw the lorries off."
    told = offices(extract, text, publisher="Togo Business Post")
    assert told == {("Ama Kofi", "Agriculture Minister", "UG")}
