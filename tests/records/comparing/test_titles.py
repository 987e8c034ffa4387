import pytest

from communique.records.comparing.titles import alike_acronym, shown


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("the Summit of the G7", ("@G7",), id="only-a-party"),
        pytest.param("II Central Asia – European Union Economic Forum",
                     ("@Central Asia", "@EU", "economic"), id="parties-and-topic"),
        pytest.param("Memorandum of Understanding on raw materials", ("raw", "material"),
                     id="topic"),
        pytest.param("joint statement", (), id="nothing"),
        pytest.param("UN Climate Change Conference (COP28)", ("@UN", "climate", "change", "cop"),
                     id="series"),
    ],
)  # fmt: skip
def test_the_telling_words_of_a_name(lore, written, words):
    assert lore.titles.read(written).words == words


@pytest.mark.parametrize(
    ("written", "numbers", "years"),
    [
        pytest.param("Protocol No. 2", (2,), (), id="number"),
        pytest.param("III Forum", (3,), (), id="roman"),
        pytest.param("19th meeting", (19,), (), id="ordinal"),
        pytest.param("Third Forum", (3,), (), id="in-words"),
        pytest.param("COP28", (28,), (), id="series"),
        pytest.param("Roadmap 2024–2026", (), (2024, 2026), id="years"),
        pytest.param("Programme 2021-27", (), (2021, 2027), id="short-years"),
        pytest.param("G7 Summit", (), (), id="a-party-has-no-number"),
    ],
)
def test_numbers_and_years(lore, written, numbers, years):
    name = lore.titles.read(written)
    assert (name.numbers, name.years) == (numbers, years)


@pytest.mark.parametrize(
    ("one", "other", "acronym"),
    [
        pytest.param(
            "Enhanced Partnership and Cooperation Agreement", "EPCA", "EPCA", id="capitals"
        ),
        pytest.param("Heron Reef Compact (HRC)", "the HRC", "HRC", id="brackets"),
        pytest.param("MoU", "MoU on rail", None, id="a-sort-of-document"),
        pytest.param("COVID Recovery Plan", "COVID Vaccine Plan", None, id="a-word-inside"),
    ],
)
def test_acronyms_stand_for_whole_names(lore, one, other, acronym):
    assert alike_acronym(lore.titles.read(one), lore.titles.read(other)) == acronym


def test_versions_and_levels(lore):
    name = lore.titles.read("Enhanced Agreement of the Foreign Ministers")
    assert name.versions == ("later",)
    assert name.levels == ("ministers",)
    assert lore.titles.read("Heron Agreement").proper
    assert not lore.titles.read("Agreement on raw materials").proper


@pytest.mark.parametrize(
    ("one", "other", "share", "cover"),
    [
        pytest.param("Heron Reef Compact", "the Heron Reef Compact", 1, 1, id="same"),
        pytest.param("Heron Compact", "Heron Reef Compact", 0.5, 1, id="within"),
        pytest.param("trade agreement", "peace agreement", 0, 0, id="other"),
    ],
)
def test_how_like_names_are(lore, one, other, share, cover):
    first, second = lore.titles.read(one), lore.titles.read(other)
    for found in (lore.titles.likeness(first, second), lore.titles.likeness(second, first)):
        assert (found.share, found.cover) == (share, cover)


def test_the_gist_of_a_quote(lore):
    quote = "President Rahimov of Oman urged India to free the trawler crews on Monday."
    assert lore.titles.gist(quote) == ("@IN", "@OM", "crew", "free", "rahimov", "trawler")


def test_words_for_people():
    assert shown(("@EU", "raw")) == "EU, raw"


def test_no_name_is_none(lore):
    assert lore.titles.read(None) is None
    assert lore.titles.telling(None) == 0
