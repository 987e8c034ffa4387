import pytest

from communique.records.comparing.posts import Agreement, head


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("minister for foreign affairs", "Minister of Foreign Affairs"),
        ("Transportation Secretary", "Secretary of Transportation"),
        ("Vice Foreign Minister", "Deputy Minister of Foreign Affairs"),
        ("Gender Policy Council Director", "Director of the Gender Policy Council"),
        ("Sen.", "U.S. Senator"),
        ("PM", "Prime Minister"),
        ("Spokeswoman", "Spokesperson"),
        ("Cabinet Secretary for Foreign and Diaspora Affairs", "Foreign Minister"),
        ("Minister of International Relations and Cooperation", "Foreign Minister"),
    ],
)
def test_wordings_of_one_post(lore, one, other):
    assert lore.posts.keys(one) == lore.posts.keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Secretary", "Secretary of State"),
        ("Minister", "Minister of Foreign Affairs"),
        ("Director", "Director of the Ports Authority"),
        ("National Climate Advisor", "White House National Climate Advisor"),
        ("First Vice Foreign Minister", "Vice Minister of Foreign Affairs"),
        ("Minister of Trade", "Minister of Internal and Foreign Trade"),
        ("Cabinet Secretary", "Minister of Foreign Affairs"),
    ],
)
def test_one_may_be_short_for_the_other(lore, one, other):
    (short,), (whole,) = lore.posts.keys(one), lore.posts.keys(other)
    assert lore.posts.agreement(short, whole) is Agreement.SHORT
    assert lore.posts.agreement(whole, short) is Agreement.SHORT
    assert lore.posts.heads(short) & lore.posts.heads(whole)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President", "Vice President"),
        ("President", "President-elect"),
        ("President", "Former President"),
        ("Secretary", "Deputy Secretary"),
        ("Senator", "State Senator"),
        ("Minister", "Prime Minister"),
        ("Secretary of Labor", "Acting Secretary of Labor"),
        ("Minister of Trade", "Minister of Industry"),
        ("National Security Advisor", "Homeland Security Advisor"),
        ("Chief of Staff", "Deputy Chief of Staff"),
        ("Special Envoy for Sudan", "Special Envoy for Haiti"),
    ],
)
def test_two_posts(lore, one, other):
    (first,), (second,) = lore.posts.keys(one), lore.posts.keys(other)
    assert lore.posts.agreement(first, second) is None
    assert lore.posts.agreement(second, first) is None


def test_a_wording_of_two_posts(lore):
    wording = "Deputy Prime Minister – Minister of Foreign Affairs"
    assert lore.posts.keys(wording) == ("deputy prime minister", "minister of foreign affairs")


def test_one_post_with_two_fields_is_one(lore):
    assert len(lore.posts.keys("Minister of Culture and Information")) == 1


def test_the_noun_of_a_post():
    assert head("secretary of state") == "secretary"
    assert head("director (council port)") == "director"
    assert head("national security advisor") == "advisor"


def test_single_holders(lore):
    assert lore.posts.single("prime minister")
    assert not lore.posts.single("senator")
    assert lore.posts.kind("prime minister") == "head_of_government"
    assert lore.posts.kind("keeper of the swans") == "other"
