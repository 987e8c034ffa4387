import gzip
from importlib.resources import files

import pytest

from communique.vocab.words import without_accents

# Capitals that GeoNames writes in another way.
SPELLED_OTHERWISE = {"AG": "Saint John's", "GD": "Saint George's", "VU": "Port-Vila"}


@pytest.fixture(scope="module")
def rows():
    packed = (files("communique.vocab") / "data" / "places.tsv.gz").read_bytes()
    return [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()]


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        pytest.param("Cholpon-Ata", "KG", 42.65, 77.08, id="Cholpon-Ata"),
        pytest.param("Almaty", "KZ", 43.25, 76.95, id="Almaty"),
        pytest.param("Dubai", "AE", 25.20, 55.27, id="Dubai"),
        pytest.param("Astana", "KZ", 51.17, 71.43, id="Astana"),
        pytest.param("Brussels", "BE", 50.85, 4.35, id="Brussels"),
        pytest.param("Paris", "FR", 48.86, 2.35, id="most-populous-first"),
        pytest.param("Kiev", "UA", 50.45, 30.52, id="other-spelling"),
        pytest.param("Samarkand", "UZ", 39.65, 66.96, id="Samarkand"),
        pytest.param("Buenos Aires", "AR", -34.60, -58.38, id="south-and-west"),
    ],
)
def test_places_lie_where_they_are(gazetteer, name, country, latitude, longitude):
    place = gazetteer.find(name)[0]
    assert place.country == country
    assert place.latitude == pytest.approx(latitude, abs=0.2)
    assert place.longitude == pytest.approx(longitude, abs=0.2)


@pytest.mark.parametrize("name", ["Nowhere-on-Sea", "", "almaty", "Almaty "])
def test_what_is_no_name_finds_nothing(gazetteer, name):
    assert gazetteer.find(name) == ()
    assert name not in gazetteer


def test_places_of_one_name_come_by_size(gazetteer):
    found = gazetteer.find("Geneva")
    assert len({place.country for place in found}) > 1
    sizes = [place.population for place in found if place.name == "Geneva"]
    assert sizes == sorted(sizes, reverse=True)


def test_a_name_of_its_own_comes_before_another_spelling(gazetteer):
    own, other = gazetteer.find("Aliaga")
    assert [(own.name, own.country), (other.name, other.country)] == [
        ("Aliaga", "PH"),
        ("Aliağa", "TR"),
    ]
    assert own.population < other.population


def test_a_division_has_no_coordinates(gazetteer):
    (division,) = [place for place in gazetteer.find("Georgia") if place.country == "US"]
    assert (division.latitude, division.longitude) == (None, None)


def test_the_longest_name_bounds_the_look_up(gazetteer, rows):
    longest = max((row[0] for row in rows), key=lambda name: name.count(" "))
    assert gazetteer.longest >= len(longest.split(" "))
    assert longest in gazetteer


def test_rows_are_whole(vocabulary, rows):
    states = {state.code for state in vocabulary.states}
    assert {len(row) for row in rows} == {7}
    assert {row[1] for row in rows} <= states
    assert {row[5] for row in rows} == {"city", "division"}
    assert [row[0] for row in rows if not row[0] or row[0] != row[0].strip()] == []


def test_coordinates_are_on_the_globe(rows):
    outside = [
        row[0]
        for row in rows
        if row[5] == "city" and not (abs(float(row[2])) <= 90 and abs(float(row[3])) <= 180)
    ]
    assert outside == []


def test_rows_are_sorted_and_differ(rows):
    assert rows == sorted(rows)
    assert len({tuple(row) for row in rows}) == len(rows)


def test_capitals_of_sovereign_states_are_places_there(vocabulary, gazetteer):
    def known(state):
        names = {state.capital, without_accents(state.capital)}
        return any(p.country == state.code for name in names for p in gazetteer.find(name))

    missing = {s.code for s in vocabulary.states if s.sovereign and not known(s)}
    assert missing == set(SPELLED_OTHERWISE)


@pytest.mark.parametrize("code", SPELLED_OTHERWISE)
def test_capitals_spelled_otherwise_are_there_too(gazetteer, code):
    assert code in {place.country for place in gazetteer.find(SPELLED_OTHERWISE[code])}
