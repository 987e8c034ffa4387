import pytest

pytestmark = pytest.mark.model


def meant(reading, word, place=0):
    """Parties (codes or names) and persons that the phrase around a word means."""
    heads = [i for i, t in enumerate(reading.tree.analysis.tokens) if t.text == word]
    return [
        (r.party and (r.party.code or r.party.name), r.person and r.person.name)
        for r in reading.referents.of(heads[place])
    ]


def parties(reading, word, place=0):
    return [party for party, _ in meant(reading, word, place)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "The presidents of Latvia, Estonia and Finland met in Riga.",
            "presidents",
            ["LV", "EE", "FI"],
            id="list after of",
        ),
        pytest.param("The Kazakh side asked for time.", "side", ["KZ"], id="adjective"),
        pytest.param("EU leaders asked for time.", "leaders", ["EU"], id="noun before"),
        pytest.param(
            "The government of Peru signed the contract.", "government", ["PE"], id="government"
        ),
        pytest.param("Kenyan companies signed the contract.", "companies", ["KE"], id="companies"),
        pytest.param("Oslo and Lima agreed on the route.", "Oslo", ["NO", "PE"], id="metonyms"),
        pytest.param(
            "The European Union told Serbia that the European side was ready.",
            "side",
            ["EU"],
            id="European side",
        ),
        pytest.param(
            "Ramboll Group will build the port.",
            "Group",
            ["Ramboll Group"],
            id="company outside the vocabulary",
        ),
    ],
)
def test_parties_in_the_phrase(read, text, word, expected):
    assert parties(read(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "Peruvian Foreign Minister Elmer Soto arrived.", "Soto", ("PE", "Elmer Soto"), id="post"
        ),
        pytest.param(
            "The Foreign Minister of Peru, Elmer Soto, arrived.",
            "Minister",
            ("PE", "Elmer Soto"),
            id="apposition",
        ),
        pytest.param(
            "Peruvian Foreign Minister Elmer Soto arrived. The Minister thanked his hosts.",
            "thanked",
            None,
            id="a verb means nobody",
        ),
        pytest.param(
            "Austrian Chancellor Eva Huber arrived. The Chancellor's guests were late.",
            "Chancellor",
            ("AT", "Eva Huber"),
            id="the holder of a post",
        ),
        pytest.param(
            "Commission President Ursula von der Leyen of the European Commission spoke.",
            "Leyen",
            ("EU", "Ursula von der Leyen"),
            id="an institution acts for the Union",
        ),
        pytest.param(
            "The fund was set up by Emmanuel Macron in May.",
            "Macron",
            ("FR", "Emmanuel Macron"),
            id="known",
        ),
    ],
)
def test_persons(read, text, word, expected):
    found = meant(read(text), word, -1)
    assert found == ([expected] if expected is not None else [])


def test_he_is_the_last_subject(read):
    reading = read(
        "Chilean President Ana Rojas received Danish Prime Minister Per Holm on Monday. "
        "She thanked her guest. She also opened a school."
    )
    assert meant(reading, "She") == [("CL", "Ana Rojas")]
    assert meant(reading, "She", 1) == [("CL", "Ana Rojas")]


def test_it_is_the_last_party(read):
    reading = read("Norway joined the fund in May. It will pay 5 million euros.")
    assert parties(reading, "It") == ["NO"]


@pytest.mark.parametrize("phrase", ["They", "Both sides", "The two leaders", "The parties"])
def test_those_named_together(read, phrase):
    reading = read(
        "Chilean President Ana Rojas received Danish Prime Minister Per Holm on Monday. "
        f"{phrase} agreed to meet again."
    )
    assert set(parties(reading, phrase.split()[-1])) == {"CL", "DK"}


def test_states_are_meant_without_their_persons(read):
    reading = read(
        "Chilean President Ana Rojas received Danish Prime Minister Per Holm on Monday. "
        "The two countries will build a port."
    )
    assert meant(reading, "countries") == [("CL", None), ("DK", None)]


def test_a_number_counts_those_meant(read):
    reading = read(
        "The guests were greeted by the hosts. The six leaders signed a declaration.",
        title="China and Central Asia Agree on Transport",
    )
    assert set(parties(reading, "leaders")) == {"CN", "KZ", "KG", "TJ", "TM", "UZ"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Opposition parties rejected it.", "parties"),
        ("Interested countries may apply.", "countries"),
    ],
)
def test_others_are_not_those_named_before(read, text, word):
    assert meant(read(f"Norway and Chile signed a treaty. {text}"), word) == []


@pytest.mark.parametrize(
    ("title", "publisher", "expected"),
    [
        pytest.param("Joint Statement of Norway and Chile on Ports", "The White House",
                     ["NO", "CL"], id="joint"),
        pytest.param("Statement on Ports", "The White House", ["US"], id="one side"),
        pytest.param("Ports in Talks", "The Baltic Observer", [], id="a newspaper is no party"),
        pytest.param("G7 Leaders’ Statement on Ports", "The White House", ["G7"], id="grouping"),
    ],
)  # fmt: skip
def test_we_are_the_authors(read, title, publisher, expected):
    reading = read("We will build new ports.", title=title, publisher=publisher)
    assert parties(reading, "We") == expected


def test_an_administration_that_nobody_heads_here(read):
    reading = read("The Fillmore Administration asked for talks.", publisher="The White House")
    assert meant(reading, "Administration") == [("US", None)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "President Ana Rojas of Peru spoke. The Rojas regime jailed them.",
            "regime",
            ["PE"],
            id="named by its head",
        ),
        pytest.param(
            "Angola jailed the officers. The regime said nothing.",
            "regime",
            ["AO"],
            id="told before",
        ),
        pytest.param(
            "Chad jailed the officers. The country's military leaders said nothing.",
            "leaders",
            ["TD"],
            id="the country's",
        ),
        pytest.param("The sanctions regime of 1999 was long.", "regime", [], id="no government"),
    ],
)
def test_a_regime_stands_for_its_state(read, text, word, expected):
    assert parties(read(text), word) == expected


def test_nobody_calls_itself_a_regime(read):
    assert not parties(read("The regime jailed them.", publisher="Government of Peru"), "regime")
