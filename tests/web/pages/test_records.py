"""A record with everything that stands behind it."""

import json
import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update

from communique.store import tables
from communique.store.listing import all_ids
from communique.web.app import create_app
from filling import add
from filling import given as given_document
from pagetexts import texts_in
from serving import site_on

MET = "Oman and Peru met on 3 May 2024 in Muscat."


def ids(dossier, kind):
    with dossier.reading() as connection:
        return [ident for ident in all_ids(connection) if ident.startswith(kind)]


def speaking_for(dossier, ident, *names):
    """Have a document speak for parties."""
    told = [{"name": name, "code": None} for name in names]
    with dossier.writing() as connection:
        held = tables.document.c.ident == ident
        connection.execute(update(tables.document).where(held).values(ruled_speaks_for=told))


@pytest.fixture
def meeting(dossier):
    add(
        dossier,
        [
            given_document("one", f"{MET} Oman will give Peru 4 million euros.", "2024-05-04"),
            given_document("other", f"{MET} They spoke of trade.", "2024-05-05"),
            given_document("joint", f"{MET} We agree.", "2024-05-04"),
            given_document("late", f"{MET} So it was. A chronicle.", "2024-12-30"),
        ],
    )
    speaking_for(dossier, "one", "Oman")
    speaking_for(dossier, "joint", "Oman", "Peru")
    with TestClient(create_app(site_on(dossier))) as client:
        yield client, ids(dossier, "event")[0]


@pytest.mark.parametrize("kind", ["event", "commitment", "office", "person"])
def test_every_record_leads_to_the_words_that_tell_it(client, filled, kind):
    for ident in ids(filled, kind):
        page = client.get(f"/records/{ident}").text
        assert re.search(r'href="/documents/\w+\?claim=[\w-]+#words"', page)
        assert "Told by" in page


def test_a_person_is_called_by_name(client, filled):
    names = [
        re.search(r"<h1>(.*?)</h1>", client.get(f"/records/{ident}").text)[1]
        for ident in ids(filled, "person")
    ]
    assert sorted(names) == ["Ali Rahima", "Ali Rahimb", "Ali Rahimc", "Ali Rahimd"]


def test_a_meeting_is_told_in_columns(meeting):
    client, ident = meeting
    page = client.get(f"/records/{ident}").text
    (table,) = texts_in(page, "meeting")
    heads = re.search(r"Sides together.*Oman.*Outsiders", " ".join(table.split()))
    assert heads, table
    assert "says nothing of it" in table
    assert "3 May 2024" in table


def test_what_one_side_tells_alone_is_visible(meeting):
    client, ident = meeting
    rows = re.findall(r"<tr>.*?</tr>", client.get(f"/records/{ident}").text, re.DOTALL)
    (money,) = [row for row in rows if "4 million EUR" in row and "tells it" in row]
    assert money.count("tells it") == 1
    assert money.count("says nothing of it") >= 2


def test_the_sides_of_a_relationship_have_columns(meeting):
    client, ident = meeting
    page = client.get(f"/records/{ident}?between=PE&between=KZ").text
    head = " ".join(texts_in(page, "meeting")[0].split())
    assert head.index("Peru") < head.index("Kazakhstan") < head.index("Oman")


def test_a_record_can_be_cited(client, filled):
    (ident, *_) = ids(filled, "commitment")
    told = client.get(f"/records/{ident}/citation.txt").text
    assert f"http://testserver/records/{ident}, read on 1 June 2024." in told
    (item,) = client.get(f"/records/{ident}/citation.json").json()
    assert item["URL"] == f"http://testserver/records/{ident}"
    assert client.get(f"/records/{ident}/citation.bib").text.startswith("@misc{")
    assert client.get(f"/records/{ident}/citation.doc").status_code == 404
    assert client.get("/records/event.none/citation.txt").status_code == 404


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        ("event", "Event"),
        ("commitment", "Claim"),
        ("office", "OrganizationRole"),
        ("person", "Person"),
    ],
)
def test_linked_data_says_what_it_is(client, filled, kind, term):
    page = client.get(f"/records/{ids(filled, kind)[0]}").text
    linked = json.loads(re.search(r'ld\+json">(.*?)</script>', page)[1])
    assert linked["@type"] == term
    assert linked["subjectOf"][0]["datePublished"] == "2024-05-20"


def test_hostile_titles_are_text(dossier):
    evil = '</script><script>alert(1)</script>"\u202e'
    add(dossier, [given_document("evil", f"{MET} President Ali Evil spoke.", title=evil)])
    with TestClient(create_app(site_on(dossier))) as client:
        for kind in ("event", "office", "person"):
            page = client.get(f"/records/{ids(dossier, kind)[0]}").text
            assert "<script>alert" not in page
            assert "&lt;/script&gt;" in page


def test_many_claims_come_in_pages(dossier):
    told = [
        given_document(f"n{n}", f"{'word ' * n} President Ali Rahim spoke of {n * 'x'}.")
        for n in range(1, 60)
    ]
    add(dossier, told)
    (ident,) = ids(dossier, "person")
    with TestClient(create_app(site_on(dossier))) as client:
        first = client.get(f"/records/{ident}").text
        second = client.get(f"/records/{ident}?number=2").text
    assert "59 claims; here 1 to 40" in " ".join(first.split())
    assert 'id="claim-41"' in second
    assert 'id="claim-1"' not in second
