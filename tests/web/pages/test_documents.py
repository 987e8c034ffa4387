"""The list of documents, and a document with its claims marked."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from communique.model.document import Document, Region, RegionKind
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.span import Span
from communique.store import tables
from communique.store.browsing import (
    KeptDocument,
    WantedDocuments,
    kept_document,
    page_of_documents,
)
from communique.store.claims import StoredClaim
from communique.views.reading import Reading, Shown
from communique.views.wording import Wording
from communique.web.asked import Asked
from communique.web.exact import exact
from communique.web.pages import document as pages
from communique.web.rendering import environment
from factory import event
from filling import add
from filling import given as given_document
from pagetexts import texts_in

HOSTILE = "</script><script>alert(1)</script> \u202eevil\u202c \"quoted\" 'too' & more"


def keys(dossier):
    with dossier.reading() as connection:
        return [row.key for row in page_of_documents(connection, WantedDocuments(), 0, 50)]


def document_of(dossier, key):
    with dossier.reading() as connection:
        return kept_document(connection, key)


@pytest.fixture
def key(filled):
    return keys(filled)[0]


def test_the_list_tells_documents_the_latest_first(client):
    told = client.get("/documents").text
    assert "9 documents, the latest first" in told
    assert told.count('href="/documents/') >= 9
    assert "Agency 1" in told


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("title=news+3", 1),
        ("publisher=agency+0", 3),
        ("language=en", 9),
        ("language=unread", 0),
        ("since=2024-05-21", 0),
        ("until=2024-05-20", 9),
        ("person=rahima", 3),
        ("title=100%25", 0),
        ("copied=1", 0),
    ],
)
def test_the_list_is_filtered(client, query, count):
    told = client.get(f"/documents?{query}").text
    assert f'<p class="faint">{count} document{"" if count == 1 else "s"}' in told


def test_lists_without_documents_say_so(client, empty):
    assert "No document fits these filters" in client.get("/documents?title=nothing").text
    assert "No documents in this dossier" in empty.get("/documents?since=2030").text


def test_a_document_is_shown_as_it_is(client, filled, key):
    (told,) = texts_in(client.get(f"/documents/{key}").text, "text")
    assert told == document_of(filled, key).document.text


def test_the_words_of_a_claim_are_marked(client, filled, key):
    page = client.get(f"/documents/{key}").text
    ident = re.search(r'href="\?claim=(commitment-\w+)#words"', page)[1]
    page = client.get(f"/documents/{key}?claim={ident}").text
    (marked,) = re.findall(r'<mark id="words">(.*?)</mark>', page)
    assert re.search(r"Oman will give Peru \d million euros", marked)
    assert page.count('id="words"') == 1
    assert "<dd>Oman" in texts_in(page, "chosen")[0] or "Oman" in texts_in(page, "chosen")[0]


def test_words_between_offsets_are_marked(client, filled, key):
    text = document_of(filled, key).document.text
    page = client.get(f"/documents/{key}?from=0&to=8").text
    assert "".join(re.findall(r"<mark[^>]*>([^<]*)", page)) == text[:8]
    beyond = client.get(f"/documents/{key}?from=5&to={len(text) + 500}").text
    assert beyond.count('id="words"') == 1


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("from=9&to=3", 400, "no words stand from 9 to 3"),
        ("from=-4&to=3", 400, "no words stand from -4 to 3"),
        ("from=99999&to=999999", 400, "the text has"),
        ("from=x&to=3", 422, "from"),
        ("from=5&to=5", 400, "no words stand"),
    ],
)
def test_offsets_without_words_are_a_fault(client, key, query, status, words):
    answer = client.get(f"/documents/{key}?{query}")
    assert answer.status_code == status
    assert words.lower() in answer.text.lower()


def test_a_claim_that_is_gone_is_told(client, key):
    answer = client.get(f"/documents/{key}?claim=event-none")
    assert answer.status_code == 200
    assert "This claim is not there any more" in answer.text


def test_a_claim_that_people_rejected_is_told(client, filled, key):
    page = client.get(f"/documents/{key}").text
    ident = re.search(r"claim=(commitment-\w+)#words", page)[1]
    with filled.writing() as connection:
        held = tables.claim.c.ident == ident
        connection.execute(update(tables.claim).where(held).values(state="rejected"))
    assert "People rejected this claim" in client.get(f"/documents/{key}?claim={ident}").text


def test_every_claim_leads_to_its_record(client, key):
    page = client.get(f"/documents/{key}").text
    addresses = set(re.findall(r'href="(/records/[\w.]+)"', page))
    assert {a.split("/")[2].split(".")[0] for a in addresses} == {
        "event",
        "commitment",
        "office",
        "person",
    }
    assert all(client.get(address).status_code == 200 for address in addresses)


def test_unknown_documents_are_a_fault(client):
    assert client.get("/documents/none").status_code == 404
    assert client.get("/documents/none/citation.txt").status_code == 404


@pytest.mark.parametrize("ending", ["txt", "bib", "json"])
def test_a_document_can_be_cited(client, key, ending):
    answer = client.get(f"/documents/{key}/citation.{ending}")
    assert answer.status_code == 200
    assert f"http://testserver/documents/{key}" in answer.text
    assert client.get(f"/documents/{key}/citation.pdf").status_code == 404


def test_a_page_holds_linked_data(client, key):
    page = client.get(f"/documents/{key}").text
    made = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1]
    linked = json.loads(made)
    assert linked["@id"] == f"http://testserver/documents/{key}"
    assert linked["@type"] == "NewsArticle"
    assert linked["datePublished"] == "2024-05-20"


def test_a_hostile_document_breaks_nothing(client, filled):
    text = f"{HOSTILE} Oman will give Peru 3 million euros. {HOSTILE}"
    found = given_document(
        "evil", text, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)"
    )
    add(filled, [found])
    with filled.reading() as connection:
        wanted = WantedDocuments(title="evil")
        (row,) = page_of_documents(connection, wanted, 0, 5)
    for address in ("/documents", f"/documents/{row.key}", f"/documents/{row.key}?from=0&to=30"):
        page = client.get(address).text
        assert "<script>alert" not in page
        assert 'href="javascript' not in page
    (told,) = texts_in(client.get(f"/documents/{row.key}").text, "text")
    assert told == text


def test_long_names_and_surrogates_are_shown(client, filled):
    title = "very" * 500
    add(filled, [given_document("long", "Odd \ud800 text.", title=title, publisher=title)])
    with filled.reading() as connection:
        (row,) = page_of_documents(connection, WantedDocuments(title="veryvery"), 0, 5)
    assert title in client.get(f"/documents/{row.key}").text
    assert client.get("/documents?publisher=very").status_code == 200


ENVIRONMENT = environment(Wording.load())


def reading_of(text, regions, claims):
    document = Document(id="d", text=text, text_given=True, regions=tuple(regions))
    kept = KeptDocument(1, "key", document, (), False, 1, "test", "2024-02-01")
    facts = DocumentFacts("key")
    stored = [
        StoredClaim(n, 1, Node(ClaimRef("key", claim.id), claim, facts))
        for n, claim in enumerate(claims)
    ]
    return Reading(kept, tuple(stored), {}, (), (), ())


def page_of(reading, shown, site):
    context = pages._told(reading, shown, 0)
    context |= {"gone": "", "citation": "", "citation_address": "", "linked": ""}
    common = {"site": site, "asked": Asked(), "here": "/", "navigation": (), "csrf": ""}
    common |= {
        "today": date(2024, 6, 1),
        "visitor": Nobody(),
        "may_review": False,
        "may_read": True,
    }
    return ENVIRONMENT.get_template("document.html").render(common | context)


class NoSite:
    team = False


class Nobody:
    name = ""


LETTERS = "ab \n\r\t<>&\"'é\u202e\u2066\U0001f600\u0085\x0c"


@st.composite
def readings(draw):
    text = draw(st.text(st.sampled_from(LETTERS), min_size=1, max_size=80))
    place = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = draw(st.lists(place, max_size=5))
    claims = [
        replace(event(text[a:b], a), id=f"event-{n}") for n, (a, b) in enumerate(spans) if a < b
    ]
    regions = draw(
        st.lists(
            st.builds(lambda k, ends: Region(k, Span(*ends)), st.sampled_from(RegionKind), place),
            max_size=4,
        )
    )
    shown = draw(place)
    return reading_of(text, regions, claims), Shown((Span(*shown),))


@settings(max_examples=60, deadline=None)
@given(readings())
def test_whatever_is_marked_the_text_is_the_text(made):
    reading, shown = made
    context = pages._told(reading, shown, 0)
    assert context["exact"] is exact
    told = texts_in(page_of(reading, shown, NoSite()), "text")
    assert told == [reading.text]
