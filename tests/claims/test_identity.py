from dataclasses import replace

from communique.claims.identity import identified
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.office import Office
from communique.model.claim import Amount, Evidence, Party, Person
from communique.model.document import Document
from communique.model.terms import Grade

TEXT = "President Ada Moreau of Ruritania spoke."
DOCUMENT = Document(id="a", text=TEXT, text_given=True, url="https://example.org/a")


def office(text=TEXT, **slots):
    quote = "President Ada Moreau"
    start = text.index(quote)
    told = {"person": Person("Ada Moreau"), "post": "President", **slots}
    return Office(evidence=(Evidence(start, start + len(quote), quote),), **told)


def ident(document, *claims):
    return [claim.id for claim in identified(document, claims)]


def test_an_unrelated_change_of_the_text_leaves_ids_alone():
    longer = "A new first line.\n\n" + TEXT
    changed = replace(DOCUMENT, text=longer)
    assert ident(DOCUMENT, office()) == ident(changed, office(longer))


def test_what_only_may_differ_leaves_ids_alone():
    named = office(party=Party("Ruritania"))
    assert ident(DOCUMENT, office()) == ident(DOCUMENT, named)


def test_other_posts_other_documents_and_repetitions_have_other_ids():
    elsewhere = replace(DOCUMENT, url="https://example.org/b")
    ids = [
        *ident(DOCUMENT, office(), office()),
        *ident(DOCUMENT, office(post="Minister")),
        *ident(elsewhere, office()),
    ]
    assert len(set(ids)) == 4
    assert all(i.startswith("office-") for i in ids)


def sum_of(value, ident, part_of=None):
    return Commitment(
        id=ident,
        evidence=(Evidence.of(TEXT, 0, 9),),
        action="pay",
        amount=Amount(value, "EUR"),
        grade=Grade.PLEDGED,
        part_of=part_of,
    )


def test_a_reference_follows_the_claim_that_it_means_to_its_lasting_id():
    whole, part = identified(DOCUMENT, [sum_of(5, "a"), sum_of(2, "b", part_of="a")])
    assert part.part_of == whole.id
    assert whole.part_of is None


def test_a_reference_does_not_make_the_id():
    alone = identified(DOCUMENT, [sum_of(2, "b")])[0]
    part = identified(DOCUMENT, [sum_of(5, "a"), sum_of(2, "b", part_of="a")])[1]
    assert part.id == alone.id


def test_a_reference_to_a_claim_that_did_not_stand_is_dropped():
    (part,) = identified(DOCUMENT, [sum_of(2, "b", part_of="a")])
    assert part.part_of is None
