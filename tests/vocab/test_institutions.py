from collections import Counter, defaultdict

import pytest

from communique.vocab.schema import InstitutionType
from communique.vocab.words import words_of

INTERNATIONAL = {
    InstitutionType.INTERNATIONAL_ORGANIZATION,
    InstitutionType.TREATY_BODY,
    InstitutionType.DEVELOPMENT_BANK,
    InstitutionType.FUND,
    InstitutionType.COURT,
    InstitutionType.EU_INSTITUTION,
    InstitutionType.EU_BODY,
}
OF_THE_UNION = {InstitutionType.EU_INSTITUTION, InstitutionType.EU_BODY}


def written_names(institution):
    former = [entry.name for entry in institution.former]
    return [institution.name, *institution.names, *former, *institution.metonyms]


@pytest.fixture(scope="module")
def by_name(vocabulary):
    return {institution.name: institution for institution in vocabulary.institutions}


@pytest.fixture(scope="module")
def above(by_name):
    """What an institution belongs to, step by step, up to the top or to the first repetition."""

    def chain(name):
        passed = []
        while name is not None and name not in passed:
            passed.append(name)
            name = by_name[name].part_of
        return [*passed[1:], name] if name is not None else passed[1:]

    return chain


def test_there_are_at_least_250_international_institutions(vocabulary):
    found = [i for i in vocabulary.institutions if i.type in INTERNATIONAL and not i.country]
    assert len(found) >= 250


@pytest.mark.parametrize("part", ["name", "code"])
def test_names_and_codes_are_unique_in_the_vocabulary(vocabulary, part):
    entries = (*vocabulary.states, *vocabulary.institutions, *vocabulary.groupings)
    counted = Counter(getattr(entry, part) for entry in entries if getattr(entry, part))
    assert [value for value, times in counted.items() if times > 1] == []


def test_no_code_of_an_institution_is_that_of_a_state(vocabulary):
    states = {state.code for state in vocabulary.states}
    entries = (*vocabulary.institutions, *vocabulary.groupings)
    assert [e.name for e in entries if e.code and e.code.upper() in states] == []


@pytest.mark.parametrize("relation", ["part_of", "not_part_of", "successors"])
def test_other_institutions_that_are_named_exist(vocabulary, by_name, relation):
    def named(institution):
        value = getattr(institution, relation)
        return [value] if isinstance(value, str) else value or ()

    missing = {i.name: [n for n in named(i) if n not in by_name] for i in vocabulary.institutions}
    assert {name: others for name, others in missing.items() if others} == {}


def test_countries_exist(vocabulary):
    states = {state.code for state in vocabulary.states}
    countries = {i.name: i.country for i in vocabulary.institutions if i.country}
    assert {name: code for name, code in countries.items() if code not in states} == {}


def test_nothing_is_part_of_itself(vocabulary, above):
    assert [i.name for i in vocabulary.institutions if i.name in above(i.name)] == []


def test_what_an_institution_is_no_part_of_is_not_above_it(vocabulary, above):
    wrong = {i.name: set(i.not_part_of) & set(above(i.name)) for i in vocabulary.institutions}
    assert {name: others for name, others in wrong.items() if others} == {}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("European Bank for Reconstruction and Development", id="EBRD"),
        pytest.param("European Space Agency", id="ESA"),
        pytest.param("Council of Europe", id="CoE"),
        pytest.param("European Court of Human Rights", id="ECtHR"),
        pytest.param("European Organization for Nuclear Research", id="CERN"),
        pytest.param("European Free Trade Association", id="EFTA"),
        pytest.param("European Patent Office", id="EPO"),
        pytest.param("European Political Community", id="EPC"),
        pytest.param("Eurocontrol", id="Eurocontrol"),
        pytest.param("Venice Commission", id="Venice-Commission"),
        pytest.param("Council of Europe Development Bank", id="CEB"),
        pytest.param("Organization for Security and Co-operation in Europe", id="OSCE"),
    ],
)
def test_european_bodies_outside_the_union_are_marked_so(by_name, above, name):
    assert "European Union" in by_name[name].not_part_of
    assert "European Union" not in above(name)


def test_bodies_of_the_union_lead_to_it(vocabulary, above):
    bodies = [i for i in vocabulary.institutions if i.type in OF_THE_UNION]
    assert len(bodies) >= 60
    assert [i.name for i in bodies if "European Union" not in above(i.name)] == []


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        pytest.param("European Investment Bank", "European Union", id="EIB"),
        pytest.param("General Court of the European Union", "European Union", id="General-Court"),
        pytest.param("EIB Global", "European Investment Bank", id="EIB-Global"),
        pytest.param("World Bank", "World Bank Group", id="World-Bank"),
        pytest.param("Eurasian Economic Commission", "Eurasian Economic Union", id="EEC"),
        pytest.param("World Health Organization", "United Nations", id="WHO"),
        pytest.param("European Court of Human Rights", "Council of Europe", id="ECtHR"),
        pytest.param("Mazhilis", "Parliament of Kazakhstan", id="Mazhilis"),
    ],
)
def test_parts_lead_to_their_whole(above, name, whole):
    assert whole in above(name)


@pytest.mark.parametrize(
    ("name", "not_above"),
    [
        pytest.param("World Trade Organization", "United Nations", id="WTO"),
        pytest.param("International Criminal Court", "United Nations", id="ICC"),
        pytest.param("International Atomic Energy Agency", "United Nations", id="IAEA"),
        pytest.param("European Council", "Council of Europe", id="European-Council"),
        pytest.param("Eurasian Development Bank", "Eurasian Economic Union", id="EDB"),
    ],
)
def test_independent_institutions_are_no_parts(above, name, not_above):
    assert not_above not in above(name)


def test_institutions_of_the_union_belong_to_no_state(vocabulary):
    assert [i.name for i in vocabulary.institutions if i.type in OF_THE_UNION and i.country] == []


def test_parts_of_state_bodies_belong_to_the_same_state(vocabulary, by_name):
    of_two = [
        i.name
        for i in vocabulary.institutions
        if i.country and i.part_of and by_name[i.part_of].country not in {i.country, None}
    ]
    # A subsidiary abroad belongs to the state it is registered in.
    assert of_two == ["Rosneft Deutschland", "Rheinmetall-Italy"]


def test_an_end_comes_after_the_beginning(vocabulary):
    dated = [i for i in vocabulary.institutions if i.founded and i.ended]
    assert [i.name for i in dated if i.ended < i.founded] == []


@pytest.mark.parametrize(
    ("name", "ended", "successors"),
    [
        pytest.param(
            "Ministry of Industry and Infrastructure Development of Kazakhstan",
            2023,
            {
                "Ministry of Industry and Construction of Kazakhstan",
                "Ministry of Transport of Kazakhstan",
            },
            id="split",
        ),
        pytest.param(
            "Department for International Development",
            2020,
            {"Foreign, Commonwealth and Development Office"},
            id="merged",
        ),
        pytest.param(
            "United States Agency for International Development",
            2025,
            {"U.S. Department of State"},
            id="closed",
        ),
    ],
)
def test_what_ended_names_its_successors(by_name, name, ended, successors):
    assert (by_name[name].ended, set(by_name[name].successors)) == (ended, successors)


def test_successors_begin_no_earlier_than_the_end(vocabulary, by_name):
    early = [
        (i.name, s)
        for i in vocabulary.institutions
        for s in i.successors
        if i.ended and (by_name[s].founded or i.ended) not in {i.ended, i.ended + 1}
    ]
    assert early == []


def test_no_name_begins_with_an_article_or_a_blank(vocabulary):
    names = [name for i in vocabulary.institutions for name in written_names(i)]
    assert [n for n in names if n.lower().startswith("the ") or n != n.strip()] == []


def test_no_name_stands_twice_in_an_entry(vocabulary):
    repeated = {
        i.name: [n for n, times in Counter(written_names(i)).items() if times > 1]
        for i in vocabulary.institutions
    }
    assert {name: names for name, names in repeated.items() if names} == {}


def test_an_ambiguous_name_has_a_plain_one_beside_it(vocabulary):
    hopeless = [
        i.name for i in vocabulary.institutions if not set(written_names(i)) - set(i.ambiguous)
    ]
    assert hopeless == []


def test_no_two_entries_share_a_name_unless_it_is_ambiguous(vocabulary):
    """As the texts have them: see test_lexicon for capitals and plain letters."""
    owners = defaultdict(set)
    for i in vocabulary.institutions:
        for name in {*written_names(i), i.code or i.name} - set(i.ambiguous):
            owners[words_of(name)].add(i.name)
    assert {name: entries for name, entries in owners.items() if len(entries) > 1} == {}


@pytest.mark.parametrize(
    ("name", "acronym", "else_means"),
    [
        pytest.param("Permanent Court of Arbitration", "PCA", "partnership agreement", id="PCA"),
        pytest.param("European Environment Agency", "EEA", "European Economic Area", id="EEA"),
        pytest.param("Andean Community", "CAN", "the verb, in capitals", id="CAN"),
        pytest.param("League of Arab States", "LAS", "the city, in capitals", id="LAS"),
        pytest.param("Reporters Without Borders", "RSF", "Rapid Support Forces", id="RSF"),
        pytest.param("African Union", "AU", "the code of Australia", id="AU"),
    ],
)
def test_acronyms_that_mean_something_else_are_marked(by_name, name, acronym, else_means):
    assert acronym in by_name[name].ambiguous, else_means
