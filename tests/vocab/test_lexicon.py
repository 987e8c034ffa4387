import pytest

from communique.vocab.lexicon import Form, phrase_lexicon
from communique.vocab.words import without_accents, words_of


def find(lexicon, text, start=0):
    """Names of the parties that the longest name from a word on may stand for, and its end."""
    found = lexicon.longest(words_of(text), start)
    return None if found is None else (found[0], sorted({sense.name for sense in found[1]}))


def names(entry):
    """All names of an entry, by the fields that its kind has."""
    fields = ("names", "adjectives", "demonyms", "metonyms", "ambiguous")
    listed = [name for field in fields for name in getattr(entry, field, ())]
    single = [getattr(entry, "official", None), None if hasattr(entry, "capital") else entry.code]
    return {entry.name, *listed, *filter(None, single), *(f.name for f in entry.former)}


@pytest.fixture(scope="module")
def named(vocabulary):
    """Every name of every entry, with the canonical one."""
    entries = (*vocabulary.states, *vocabulary.institutions, *vocabulary.groupings)
    return sorted({(name, entry.name) for entry in entries for name in names(entry)})


def plain(name):
    return without_accents(name).replace("&", "and")


def headline(name):
    # Below four letters capitals would read as an acronym.
    return name.upper() if len(name) >= 4 else name


@pytest.mark.parametrize("change", [str, plain, headline], ids=["written", "plain", "headline"])
def test_each_name_leads_to_its_entry(parties, named, change):
    lost = []
    for name, canonical in named:
        words = words_of(change(name))
        end, senses = parties.longest(words, 0) or (0, ())
        if end != len(words) or canonical not in {sense.name for sense in senses}:
            lost.append((name, canonical))
    assert lost == []


@pytest.mark.parametrize("change", [str, plain, headline], ids=["written", "plain", "headline"])
def test_no_name_means_two_entries_unless_it_is_marked_ambiguous(parties, named, change):
    doubtful = {}
    for name, _ in named:
        _, senses = parties.longest(words_of(change(name)), 0)
        meant = {sense.name for sense in senses if sense.form is not Form.AMBIGUOUS}
        if len(meant) > 1:
            doubtful[name] = meant
    assert doubtful == {}


@pytest.mark.parametrize(
    ("text", "end", "name"),
    [
        pytest.param("North Korea fired", 2, "North Korea", id="not-Korea"),
        pytest.param("Korea signed", 1, "South Korea", id="Korea"),
        pytest.param("American Samoa voted", 2, "American Samoa", id="not-American"),
        pytest.param("Central African Republic", 3, "Central African Republic", id="not-region"),
        pytest.param("Latin America and the sea", 2, "Latin America", id="not-the-Caribbean"),
        pytest.param("Equatorial Guinea", 2, "Equatorial Guinea", id="Guinea"),
        pytest.param("Republic of the Congo and", 4, "Congo - Brazzaville", id="Congo"),
        pytest.param(
            "European Union Agency for Asylum in Malta",
            5,
            "European Union Agency for Asylum",
            id="agency-not-union",
        ),
        pytest.param(
            "European Bank for Reconstruction and Development",
            6,
            "European Bank for Reconstruction and Development",
            id="bank-not-European",
        ),
        pytest.param("European Council for", 2, "European Council", id="council"),
        pytest.param("C5+1 met", 3, "C5+1", id="signs"),
        pytest.param("C5 met", 1, "C5", id="without-signs"),
    ],
)
def test_the_longest_name_is_taken(parties, text, end, name):
    assert find(parties, text) == (end, [name])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("KAZAKHSTAN", "Kazakhstan", id="headline"),
        pytest.param("KAZAKH", "Kazakhstan", id="headline-adjective"),
        pytest.param("EUROPEAN COMMISSION", "European Commission", id="headline-institution"),
        pytest.param("CÔTE D'IVOIRE", "Côte d'Ivoire", id="headline-accents"),
        pytest.param("COTE D'IVOIRE", "Côte d'Ivoire", id="headline-plain"),
        pytest.param("Turkiye", "Türkiye", id="umlaut"),
        pytest.param("Sao Tome and Principe", "São Tomé and Príncipe", id="accents"),
        pytest.param("Côte d’Ivoire", "Côte d'Ivoire", id="smart-apostrophe"),
        pytest.param("Congo‑Kinshasa", "Congo - Kinshasa", id="no-break-hyphen"),
        pytest.param("Cote d`Ivoire", "Côte d'Ivoire", id="backtick"),
        pytest.param(
            "Shanghai Cooperation Organization", "Shanghai Cooperation Organisation", id="z"
        ),
        pytest.param("World Health Organisation", "World Health Organization", id="s"),
        pytest.param("World Food Program", "World Food Programme", id="program"),
        pytest.param("Joint Research Center", "Joint Research Centre", id="center"),
        pytest.param("European Defense Agency", "European Defence Agency", id="defense"),
        pytest.param(
            "International Labor Organisation", "International Labour Organization", id="two"
        ),
        pytest.param("Korea Hydro and Nuclear Power", "Korea Hydro & Nuclear Power", id="and"),
        pytest.param(
            "Organization for Security and Cooperation in Europe",
            "Organization for Security and Co-operation in Europe",
            id="cooperation",
        ),
    ],
)
def test_spellings_of_a_name_are_one(parties, text, name):
    assert find(parties, text) == (len(words_of(text)), [name])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("kazakhstan", id="small-letters"),
        pytest.param("polish", id="verb"),
        pytest.param("turkey", id="bird"),
        pytest.param("us", id="pronoun"),
        pytest.param("who", id="question"),
        pytest.param("LAO", id="capitals-of-three-letters"),
        pytest.param("Congo", id="one-of-two"),
        pytest.param("Fundamental", id="part-of-a-word"),
        pytest.param("The Kazakhstan", id="article"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_name_finds_nothing(parties, text):
    assert find(parties, text) is None


def test_a_name_is_found_from_its_first_word_only(parties):
    text = "with the United States and Kazakhstan"
    assert [find(parties, text, start) for start in range(6)] == [
        None,
        None,
        (4, ["United States"]),
        None,
        None,
        (6, ["Kazakhstan"]),
    ]


@pytest.mark.parametrize(
    ("text", "form", "code"),
    [
        pytest.param("Kazakhstan", Form.NAME, "KZ", id="name"),
        pytest.param("Kazakh SSR", Form.NAME, "KZ", id="former-name"),
        pytest.param("Kazakh", Form.ADJECTIVE, "KZ", id="adjective"),
        pytest.param("Kazakhs", Form.ADJECTIVE, "KZ", id="people"),
        pytest.param("Astana", Form.METONYM, "KZ", id="capital"),
        pytest.param("Brussels", Form.METONYM, "EU", id="seat"),
        pytest.param("EBRD", Form.NAME, "EBRD", id="acronym"),
        pytest.param("Central Asian", Form.ADJECTIVE, None, id="adjective-of-a-region"),
        pytest.param("EEA", Form.AMBIGUOUS, "EEA", id="ambiguous-acronym"),
        pytest.param("General Assembly", Form.AMBIGUOUS, "UNGA", id="ambiguous-phrase"),
    ],
)
def test_the_form_of_a_name_is_told(parties, text, form, code):
    _, (sense,) = parties.longest(words_of(text), 0)
    assert (sense.form, sense.code) == (form, code)


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        pytest.param("Astana", True, id="capital"),
        pytest.param("Brussels", True, id="seat-of-the-union"),
        pytest.param("Bogota", True, id="capital-in-plain-letters"),
        pytest.param("Akorda", False, id="residence"),
        pytest.param("Kremlin", False, id="fortress"),
        pytest.param("Downing Street", False, id="street"),
    ],
)
def test_a_capital_is_told_from_a_building(parties, text, seat):
    _, (sense,) = parties.longest(words_of(text), 0)
    assert sense.seat is seat


def test_states_are_told_from_other_parties(parties):
    senses = {t: parties.longest(words_of(t), 0)[1][0] for t in ("Kazakhstan", "Mazhilis", "G7")}
    assert {text: (s.is_state, s.country) for text, s in senses.items()} == {
        "Kazakhstan": (True, "KZ"),
        "Mazhilis": (False, "KZ"),
        "G7": (False, None),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Line of Control", (3, ("line of control",)), id="other-case"),
        pytest.param("line", (1, ("Line",)), id="shorter"),
        pytest.param("control", None, id="middle"),
    ],
)
def test_phrases_are_found_in_any_case(text, found):
    assert phrase_lexicon(["line of control", "Line"]).longest(words_of(text), 0) == found
