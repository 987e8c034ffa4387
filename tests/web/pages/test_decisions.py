"""The log of decisions, and taking them back; many accepted at once; claims added by hand."""

import json
import re
from html import unescape

import pytest

from communique.store.decisions import all_decisions
from communique.store.listing import all_ids, load_records
from communique.web.deciding import decide
from communique.web.visitors import Role, Visitor
from serving import site_on

GRACE = Visitor("Grace", Role.REVIEWER)


def decisions(dossier):
    with dossier.reading() as connection:
        return all_decisions(connection)


def records(dossier, kind):
    with dossier.reading() as connection:
        idents = [ident for ident in all_ids(connection) if ident.startswith(f"{kind}.")]
        return [one.record for one in load_records(connection, idents)]


def token(client):
    return re.search(r'name="csrf-token" content="(\w+)"', client.get("/decisions").text)[1]


def hidden(page):
    form = re.search(r'<form[^>]*method="post".*?</form>', page, re.DOTALL)[0]
    told = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in told}


def accepted(dossier):
    claim = str(records(dossier, "event")[0].claims[0])
    return decide(site_on(dossier), GRACE, lambda d: d.accept(claim), "seen it")


def test_an_empty_log_leads_to_the_queue(empty):
    assert 'href="/review"' in empty.get("/decisions").text
    assert "Every decision has found its place" in empty.get("/decisions/lost").text


def test_the_log_tells_who_what_and_why(client, filled):
    accepted(filled)
    told = client.get("/decisions").text
    for words in ("accepted", "Grace", "seen it", "2024-06-01 12:00"):
        assert words in told
    assert re.search(r'href="/documents/\w+\?claim=event-\w+#words"', told)


def test_undone_and_restored(client, filled):
    decision = accepted(filled)
    data = {"csrf": token(client), "back": "/review?why=single"}
    answer = client.post(f"/decisions/{decision.id}/undo", data=data, follow_redirects=False)
    undoing = decisions(filled)[-1]
    assert answer.headers["location"] == f"/review?why=single&done={undoing.id}"
    told = client.get("/decisions").text
    assert "taken back" in told
    assert "Restore it" in told
    client.post(f"/decisions/{undoing.id}/undo", data=data)
    assert len(decisions(filled)) == 3
    again = client.post(f"/decisions/{undoing.id}/undo", data=data)
    assert again.status_code == 422


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/review//evil", "/\\evil"]
)
def test_undoing_leads_nowhere_else(client, filled, back):
    data = {"csrf": token(client), "back": back}
    address = f"/decisions/{accepted(filled).id}/undo"
    answer = client.post(address, data=data, follow_redirects=False)
    assert answer.headers["location"].startswith("/decisions?done=")


def test_the_download_holds_all_decisions(client, filled):
    decision = accepted(filled)
    answer = client.get("/decisions.jsonl")
    assert "attachment" in answer.headers["content-disposition"]
    assert [json.loads(line)["id"] for line in answer.text.splitlines()] == [decision.id]


def test_what_a_preview_told_is_accepted(client, filled):
    address = "/review/bulk?kind=event&voices=1&findings=1"
    page = client.get(address).text
    fields = hidden(page)
    assert int(fields["count"]) == len(records(filled, "event"))
    answer = client.post(address, data=fields, follow_redirects=False)
    assert answer.status_code == 303
    made = decisions(filled)
    assert {d.ruling.value for d in made} == {"accept"}
    assert len(made) == int(fields["count"])
    assert all(record.ruled for record in records(filled, "event"))
    assert f"{len(made)} claims accepted" in client.get(answer.headers["location"]).text
    assert "No events answer to that" in client.get(address).text


def test_a_preview_that_no_longer_holds_is_refused(client, filled):
    address = "/review/bulk?kind=event&voices=1&findings=1"
    fields = hidden(client.get(address).text)
    accepted(filled)
    answer = client.post(address, data=fields)
    assert answer.status_code == 409
    assert len(decisions(filled)) == 1


def test_voices_are_asked_for(client, filled):
    enough = [r for r in records(filled, "event") if r.stories >= 2 and not r.disputes]
    told = client.get("/review/bulk?kind=event&voices=2&findings=1").text
    assert f"{len(enough)} record" in told if enough else "No events" in told


def a_document(dossier):
    return records(dossier, "event")[0].claims[0].document


def test_a_claim_is_added_from_words(client, filled):
    key = a_document(filled)
    page = client.get(f"/documents/{key}/add-claim?words=Oman+will+give+Peru&kind=commitment").text
    assert "<mark>Oman will give Peru</mark>" in page
    fields = hidden(page) | {"slot.amount": "5 EUR", "slot.grade": "pledged", "slot.by": "OM"}
    answer = client.post(f"/documents/{key}/add-claim", data=fields, follow_redirects=False)
    assert answer.status_code == 303
    assert re.match(rf"/documents/{key}\?claim=commitment-\w+#words", answer.headers["location"])
    (decision,) = decisions(filled)
    assert decision.payload["claim"]["amount"]["value"] == 5
    assert "rejected this claim" not in client.get(answer.headers["location"]).text
    assert "not there any more" not in client.get(answer.headers["location"]).text


def test_words_that_stand_twice_are_chosen_by_place(client, filled):
    key = a_document(filled)
    page = client.get(f"/documents/{key}/add-claim?words=Peru&kind=event").text
    assert "Which of these?" in page
    chosen = unescape(re.findall(r'href="([^"]+add-claim\?from=[^"]+)"', page)[-1])
    fields = hidden(client.get(chosen).text) | {"slot.type": "AID"}
    client.post(f"/documents/{key}/add-claim", data=fields)
    (decision,) = decisions(filled)
    assert decision.targets[0].start == int(fields["start"])


def test_words_that_are_not_there_are_told(client, filled):
    key = a_document(filled)
    page = client.get(f"/documents/{key}/add-claim?words=nowhere+at+all&kind=event").text
    assert "do not stand in the text" in page


def test_what_is_refused_keeps_what_was_filled_in(client, filled):
    key = a_document(filled)
    address = f"/documents/{key}/add-claim"
    fields = hidden(client.get(f"{address}?words=Oman+will+give+Peru&kind=commitment").text)
    answer = client.post(address, data=fields | {"slot.amount": "much", "slot.by": "OM"})
    assert answer.status_code == 422
    assert "no number such as" in unescape(answer.text)
    assert 'value="OM"' in answer.text
    assert not decisions(filled)


@pytest.mark.parametrize("query", ["from=5&to=2", "from=0&to=99999", "words=%20", "kind=none", ""])
def test_odd_requests_get_the_empty_form(client, filled, query):
    answer = client.get(f"/documents/{a_document(filled)}/add-claim?{query}")
    assert answer.status_code == 200
    assert 'method="post"' not in answer.text


def test_no_document_no_form(client):
    assert client.get("/documents/none/add-claim").status_code == 404


def test_the_page_of_a_document_leads_to_adding(client, filled):
    key = a_document(filled)
    assert f'href="/documents/{key}/add-claim"' in client.get(f"/documents/{key}").text
