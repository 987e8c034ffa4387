import pytest

pytestmark = pytest.mark.model


def word(tree, text, nth=0):
    return [i for i in range(len(tree)) if tree[i].text == text][nth]


def test_who_does_what_in_the_active_and_the_passive(read):
    tree = read("Italy signed the treaty. The pact was signed by Malta.").tree
    first, second = word(tree, "signed"), word(tree, "signed", 1)
    assert tree[tree.doers(first)].text == "Italy"
    assert tree[tree.undergoer(first)].text == "treaty"
    assert tree.passive(second)
    assert tree[tree.doers(second)].text == "Malta"
    assert tree[tree.undergoer(second)].text == "pact"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Norway met Chile and invited Peru.", "invited", "Norway"),
        ("Norway agreed to open an office.", "open", "Norway"),
        ("Norway is due to open an office.", "open", "Norway"),
        ("Norway, which chairs the council, left.", "chairs", "Norway"),
        ("Chile congratulated Norway on opening the port.", "opening", "Norway"),
        ("Chile told Norway of opening the port.", "opening", "Chile"),
        ("Upgrade of ports: Norway built two piers.", "built", "Norway"),
    ],
)
def test_a_subject_told_with_another_verb(read, text, verb, subject):
    tree = read(text).tree
    assert tree[tree.subject(word(tree, verb))].text == subject


def test_a_list_has_all_its_members(read):
    tree = read("Talks with Chad, Niger and Mali began.").tree
    names = [tree[i].text for i in tree.conjuncts(word(tree, "Chad"))]
    assert names == ["Chad", "Niger", "Mali"]


def test_the_clause_of_a_verb_leaves_out_what_is_joined_to_it(read):
    tree = read("Oman opened a port and Qatar closed a road.").tree
    clause = tree.clause(word(tree, "opened"))
    assert [tree[i].text for i in clause][:4] == ["Oman", "opened", "a", "port"]
    assert word(tree, "closed") not in clause


def test_offsets_lead_to_tokens(read):
    reading = read("Oman opened a port.")
    tree = reading.tree
    assert tree[tree.at(5)].text == "opened"
    assert [tree[i].text for i in tree.run(0, 11)] == ["Oman", "opened"]
    assert tree.at(len(reading.document.text)) is None


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("The port was opened by Oman.", "opened", True),
        ("The port opened by Oman is new.", "opened", True),
        ("Anna spoke by phone with Omar.", "spoke", False),
    ],
)
def test_a_phrase_with_by_makes_no_passive_of_a_past_tense(read, text, verb, passive):
    tree = read(text).tree
    assert tree.passive(word(tree, verb)) is passive
