from communique.model.claim import Actor, Person
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.terms import ActorRole
from communique.records.entities import person, posts
from factory import OMAN, PERU, event, figure, office


def node(document, claim, story=0):
    return Node(ClaimRef(document, claim.kind), claim, DocumentFacts(document, story=story))


def holds(document, name, post="President", story=0):
    return node(document, office(person=Person(name), post=post), story)


def test_a_person_is_called_by_the_full_name_that_most_stories_have():
    nodes = [holds("a", "Rahimov"), holds("b", "Rahimov"), holds("c", "Ali Rahimov"),
             holds("d", "Ali Rakhimov", story=4), holds("e", "Ali Rakhimov", story=4),
             holds("f", "Ali Rahimov")]  # fmt: skip
    found = person({"Rahimov", "Ali Rahimov", "Ali Rakhimov"}, nodes)
    assert found.name == "Ali Rahimov"
    told = {alias.text: (alias.claims, alias.stories) for alias in found.aliases}
    assert told == {"Rahimov": (2, 2), "Ali Rahimov": (2, 2), "Ali Rakhimov": (2, 1)}


def test_others_at_an_event_are_other_persons():
    actors = (
        Actor(ActorRole.HOST, OMAN, Person("Ali Rahimov")),
        Actor(ActorRole.PARTICIPANT, PERU, Person("Ana Vega")),
        Actor(ActorRole.PARTICIPANT, PERU),
    )
    found = person({"Ana Vega"}, [node("a", event(actors=actors))])
    assert [alias.text for alias in found.aliases] == ["Ana Vega"]


def test_a_surname_alone_is_a_name_too():
    assert person({"Vega"}, [holds("a", "Vega")]).name == "Vega"


def test_nobody_is_left():
    assert person({"Vega"}, [holds("a", "Ana Ruiz"), node("b", figure())]) is None


def test_wordings_of_one_post(lore):
    nodes = [holds("a", "Ana Vega", "Foreign Minister"), holds("b", "Ana Vega", "Foreign Minister"),
             holds("c", "Ana Vega", "Minister of Foreign Affairs"), holds("d", "Ana Vega", "Mayor"),
             node("e", figure())]  # fmt: skip
    found = posts(nodes, lore.posts)
    assert [(post.key, post.name) for post in found] == [
        ("mayor", "Mayor"),
        ("minister of foreign affairs", "Foreign Minister"),
    ]
    assert len(found[1].aliases) == 2
