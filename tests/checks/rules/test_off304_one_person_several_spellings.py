"""OFF304: one person under several spellings of the name."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model


def named(one, other, post="Foreign Minister"):
    return [
        told(f"{post} {one} of Peru spoke in Geneva on Monday.", "2024-03-04"),
        told(f"Peru's {post} {other} met the Sultan of Oman.", "2024-04-09"),
    ]


FIRES = {
    "i and y": ("Sergei Lindqvist", "Sergey Lindqvist"),
    "surname": ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    "doubled": ("Mohammed Noor", "Mohamed Noor"),
    "transliteration": ("Shavkat Mirziyoyev", "Shavkat Mirziyoev"),
}
# They are two persons to merging: only the post that both hold shows that they are one.
BY_POST = {
    "from Belarusian": ("Aliaksandr Rahouski", "Alexander Rogovsky"),
    "Julia": ("Yuliia Bondarchuk", "Julia Bondarchuk"),
    "Siarhei": ("Siarhei Lindqvist", "Sergey Lindqvist"),
}
QUIET = {
    "another given name": ("Siarhei Moser", "Serena Moser"),
    "same": ("Sergei Lindqvist", "Sergei Lindqvist"),
    "surname alone": ("Sergei Lindqvist", "Lindqvist"),
    "accent": ("Ana Díaz", "Ana Diaz"),
    "initial": ("John F. Moser", "John Moser"),
    "short form": ("Joseph Moser", "Joe Moser"),
    "another person": ("Ana Moser", "Luis Moser"),
}


@pytest.mark.parametrize("pair", FIRES.values(), ids=FIRES)
def test_fires(workbench, pair):
    (found,) = findings(workbench, "OFF304", named(*pair))
    assert found.records


@pytest.mark.parametrize("pair", BY_POST.values(), ids=BY_POST)
def test_spellings_that_sound_alike_to_others(workbench, pair):
    assert len(findings(workbench, "OFF304", named(*pair))) == 1


@pytest.mark.parametrize("pair", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, pair):
    assert not findings(workbench, "OFF304", named(*pair))


def test_message_names_both_spellings(workbench):
    documents = [
        *named("Sergei Lindqvist", "Sergey Lindqvist"),
        told("Foreign Minister Sergei Lindqvist of Peru left for Oslo.", "2024-05-04"),
    ]
    (found,) = findings(workbench, "OFF304", documents)
    assert found.message == "Sergey Lindqvist is elsewhere spelled Sergei Lindqvist"
    assert [quote.exact for quote in found.quotes] == ["Sergey Lindqvist", "Sergei Lindqvist"]


def test_two_names_in_one_post_that_sound_alike_are_one(workbench):
    pair = ("Mahmoud Abdel-Salam", "Mahmud Abdelsalam")
    (found,) = findings(workbench, "OFF304", named(*pair))
    assert found.message == "Mahmud Abdelsalam is elsewhere spelled Mahmoud Abdel-Salam"
    assert not findings(workbench, "OFF304", named("Mahmoud Abdel-Salam", "Ahmad Abdelsalam"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halyna Shevchuk", "Galina Shevchuk"),
        ("Oʻtkir Choʻliyev", "Utkir Chuliev"),
        ("Elçin Quliyev", "Elchin Guliyev"),
        ("Mohamed Al-Gaddar", "Muhammad el-Qaddar"),
    ],
)
def test_two_transliterations_of_a_deputy_minister_are_one(workbench, one, other):
    documents = [
        told(f"Peru's Deputy Minister of Health, {one}, visited Vienna.", "2024-02-14"),
        told(f"{other}, Peru's Deputy Minister of Health, spoke in Vienna.", "2024-02-15"),
    ]
    assert len(findings(workbench, "OFF304", documents)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halyna Shevchuk", "Hanna Shevchenko"),
        ("Maria Lopez", "Mario Lopes"),
        ("Gʻayrat Oʻrinov", "G'ayrat O'rinov"),
        ("Min-ho Kang", "Min-hee Kang"),
    ],
)
def test_two_deputy_ministers_of_similar_names_are_two(workbench, one, other):
    documents = [
        told(f"Peru's Deputy Minister of Health, {one}, visited Vienna.", "2024-02-14"),
        told(f"{other}, Peru's Deputy Minister of Health, spoke in Vienna.", "2024-02-15"),
    ]
    assert not findings(workbench, "OFF304", documents)
