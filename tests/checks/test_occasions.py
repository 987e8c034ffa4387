"""Numbered gatherings of named series."""

import pytest

from checking import told
from communique.checks.background import Background
from communique.checks.occasions import Occasions
from communique.pipeline.checking import load_sheets
from communique.store.documents import all_numbers

pytestmark = pytest.mark.model

SAME = [
    "The second meeting of the Kenya–Peru Business Council was held.",
    "The 2nd session of the Business Council of Peru and Kenya took place.",
    "The II Meeting of the Peruvian-Kenyan Business Council opened.",
    "The second annual meeting of the Kenya-Peru Business Council opened.",
]
NONE = [
    "They built on the June 30th Kenya–Peru Energy Summit.",
    "The second meeting between Kenya and Peru was held.",
    "The second meeting was held in Nairobi.",
    "It was her second Kenya–Peru Energy Forum.",
    "The second Kenya–Peru Energy Forum this year was held.",
    "The second phase of the Kenya–Peru programme began.",
    "It was the second consecutive Kenya–Peru Energy Forum.",
]


@pytest.fixture(scope="module")
def occasions(workbench):
    reader = Occasions(Background.load())

    def read(text):
        with workbench.dossier(workbench.extracted([told(text)])) as connection:
            (sheet,) = load_sheets(connection, all_numbers(connection))
            return list(reader.occasions(sheet))

    return read


def test_one_series_by_several_names(occasions):
    found = [occasions(text) for text in SAME]
    assert {(o.series.label, o.number) for told_ in found for o in told_} == {
        ("@KE @PE business council", 2)
    }
    assert all(len(told_) == 1 for told_ in found)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number_of_a_series(occasions, text):
    assert not occasions(text)


def test_the_date_is_the_one_behind_the_name(occasions):
    first, second = occasions(
        "The first Kenya–Peru Energy Forum was held on 3 May 2021 and the second Kenya–Peru Energy"
        " Forum on 4 June 2022."
    )
    assert (str(first.first), str(second.first)) == ("2021-05-03", "2022-06-04")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The second Kenya–Peru Energy Forum was a success.", None, "2024-05-20"),
        ("The second Kenya–Peru Energy Forum will be a success.", "2024-05-20", None),
        ("The second Kenya–Peru Energy Forum was held in 2022.", "2022-01-01", "2022-12-31"),
        ("The second Kenya–Peru Energy Forum set goals to be met by 2030.", None, "2024-05-20"),
    ],
)
def test_the_days_on_which_it_may_have_been(occasions, text, first, last):
    (found,) = occasions(text)
    assert (found.first and str(found.first), found.last and str(found.last)) == (first, last)


OF_ANOTHER = {
    "an initiative announced there": "Peru will invest 2 million dollars this year in a fund"
    " announced at the first Kenya–Peru Energy Forum.",
    "what a clause leads to": "On 9 May 2022 they marked the half-year of the pact that both"
    " leaders endorsed on the margins of the first Kenya–Peru Energy Forum.",
    "the launch of what was announced": "Following the 2022 launch of a youth network, announced by"
    " Peru at the first Kenya–Peru Energy Forum, they met again.",
    "what a fund has now": "At the first Kenya–Peru Energy Forum, Peru joined the fund, which"
    " since 9 May 2022 has had ten members.",
    "what became of it": "They met at the first Kenya–Peru Energy Forum, where they drafted a pact,"
    " which was adopted by both parliaments on 9 May 2022.",
}
OWN = {
    "fronted": "On 9 May 2022 the ministers attended the first Kenya–Peru Energy Forum.",
    "which was held": "The first Kenya–Peru Energy Forum in Lima, which was held on 9 May 2022,"
    " brought ten ministers together.",
    "fronted, with what was announced": "On 9 May 2022 Peru announced at the first Kenya–Peru"
    " Energy Forum that it would join the fund.",
}


@pytest.mark.parametrize("text", OF_ANOTHER.values(), ids=OF_ANOTHER.keys())
def test_a_date_of_another_clause_is_not_that_of_a_gathering(occasions, text):
    (found,) = occasions(text)
    assert not found.dated


@pytest.mark.parametrize("text", OWN.values(), ids=OWN.keys())
def test_a_date_of_its_own(occasions, text):
    (found,) = occasions(text)
    assert str(found.first) == "2022-05-09"


def test_a_gathering_has_the_date_that_another_sentence_gives(occasions):
    found = occasions(
        "Lima will host the second Kenya–Peru Energy Forum on 9 May 2031. Together with all guests"
        " of the second Kenya–Peru Energy Forum, Peru looks forward to it."
    )
    assert [(str(o.first), o.planned) for o in found] == [("2031-05-09", True)] * 2
