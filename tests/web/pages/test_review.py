"""Review: what waits, what can be done with it, and that two reviewers don't undo one another."""

import re
from html import unescape
from threading import Barrier, Thread

import pytest
from fastapi.testclient import TestClient

from communique.store.decisions import all_decisions
from communique.store.listing import all_ids, load_record, load_records
from communique.web.app import create_app
from filling import add, given
from forms import hidden
from serving import site_on


def loaded(dossier, kind):
    with dossier.reading() as connection:
        idents = [ident for ident in all_ids(connection) if ident.startswith(f"{kind}.")]
        return list(load_records(connection, idents))


def decisions(dossier):
    with dossier.reading() as connection:
        return all_decisions(connection)


def filled_in(page, slots):
    """The fields of the form that corrects, with other values in some slots."""
    fields = hidden(page, "correct")
    told = {f"slot.{n[4:]}": value for n, value in fields.items() if n.startswith("was.")}
    return fields | told | {f"slot.{name}": value for name, value in slots.items()}


def sent(client, ident, action, page=None, **more):
    page = page or client.get(f"/review/{ident}").text
    fields = hidden(page, action if action in {"merge", "split", "deliver"} else "accept") | more
    return client.post(f"/review/{ident}/{action}", data=fields, follow_redirects=False)


def test_an_empty_dossier_has_nothing_to_review(empty):
    told = empty.get("/review").text
    assert told.count("Nothing waits here") == 4


def test_the_gravest_reasons_come_first(client):
    told = client.get("/review").text
    places = [told.index(f'id="{why}"') for why in ("errors", "conflicts", "sums", "single")]
    assert places == sorted(places)


def test_large_sums_wait(dossier):
    add(
        dossier,
        [
            given("a", "Oman will give Peru 900 million euros."),
            given("b", "Oman will give Peru 2 million euros."),
        ],
    )
    with TestClient(create_app(site_on(dossier))) as client:
        told = client.get("/review?why=sums").text
    assert "900 million EUR" in told
    assert "2 million EUR" not in told


def test_the_queue_keeps_kind_and_sides(client):
    told = client.get("/review?kind=event&between=OM&between=PE").text
    assert re.search(
        r"/review/event\.\w+\?between=OM&amp;between=PE&amp;why=single&amp;kind=event", told
    )
    assert "/review/commitment." not in told


def test_sides_that_share_nothing_have_nothing_waiting(client):
    assert client.get("/review?between=OM&between=KE").text.count("Nothing waits here") == 4


def test_the_queue_is_paged_and_each_record_comes_once(dossier):
    texts = [f"Oman will give Peru {n} million euros." for n in range(1, 32)]
    add(dossier, [given(f"d{n}", text) for n, text in enumerate(texts)])
    with TestClient(create_app(site_on(dossier))) as client:
        first = client.get("/review?why=single&kind=commitment").text
        address = re.search(r'rel="next" href="([^"]+)"', first)[1]
        second = client.get(unescape(address)).text
    pages = [set(re.findall(r"/review/(commitment\.\w+)", told)) for told in (first, second)]
    assert not pages[0] & pages[1]
    assert len(pages[0] | pages[1]) == len(loaded(dossier, "commitment"))


def test_an_item_shows_its_words_in_their_sentences(client, filled):
    ident = loaded(filled, "event")[0].record.id
    told = client.get(f"/review/{ident}").text
    assert "<mark>Oman and Peru met on" in told
    assert "Muscat" in told


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_accepting_and_rejecting_go_on_to_the_next(client, filled, action):
    ident = loaded(filled, "event")[-1].record.id
    answer = sent(client, ident, action, reason="as the record says")
    assert answer.status_code == 303
    (decision,) = decisions(filled)
    assert (decision.ruling.value, decision.author) == (action, "Ada")
    assert decision.reason == "as the record says"
    assert f"done={decision.id}" in answer.headers["location"]
    assert f"/decisions/{decision.id}/undo" in client.get(answer.headers["location"]).text


def test_several_slots_are_corrected_at_once_and_the_others_left(client, filled):
    ident = loaded(filled, "commitment")[0].record.id
    page = client.get(f"/review/{ident}").text
    fields = filled_in(
        page,
        {"amount": "at least 7 million".replace(" million", "000000") + " EUR", "grade": "agreed"},
    )
    answer = client.post(f"/review/{ident}/correct", data=fields, follow_redirects=False)
    assert answer.status_code == 303
    assert {d.payload["slot"] for d in decisions(filled)} == {"amount", "grade"}
    moved = re.match(r"/review/([^?]+)", answer.headers["location"])[1]
    with filled.reading() as connection:
        head = load_record(connection, moved).record.head
    assert (head.amount.value, head.amount.bound.value, head.grade.value) == (
        7_000_000,
        "at_least",
        "agreed",
    )


def test_nothing_changed_is_nothing_to_save(client, filled):
    ident = loaded(filled, "commitment")[0].record.id
    page = client.get(f"/review/{ident}").text
    answer = client.post(f"/review/{ident}/correct", data=filled_in(page, {}))
    assert answer.status_code == 422
    assert not decisions(filled)


def test_a_value_that_cannot_be_read_is_refused_in_words(client, filled):
    ident = loaded(filled, "commitment")[0].record.id
    page = client.get(f"/review/{ident}").text
    fields = filled_in(page, {"amount": "a lot"})
    answer = client.post(f"/review/{ident}/correct", data=fields)
    assert answer.status_code == 422
    assert "no sum such as" in unescape(answer.text)


def test_records_are_merged_and_split_again(client, filled):
    one, other = (listed.record.id for listed in loaded(filled, "event")[:2])
    assert sent(client, one, "merge", other_id=other).status_code == 303
    with filled.reading() as connection:
        merged = load_record(connection, one).record
        assert load_record(connection, other).record.id == merged.id
    leaving = [str(ref) for ref in merged.claims if ref != merged.founder][:1]
    answer = sent(client, merged.id, "split", leaving=leaving)
    assert answer.status_code == 303
    assert [d.ruling.value for d in decisions(filled)] == ["merge", "split"]


def test_candidates_to_merge_are_of_the_kind(client, filled):
    ident = loaded(filled, "event")[0].record.id
    told = client.get(f"/review/{ident}").text
    offered = re.findall(r'name="other" value="(\w+)\.', told)
    assert offered
    assert set(offered) == {"event"}


def test_a_delivery_needs_its_evidence(client, filled):
    ident = loaded(filled, "commitment")[0].record.id
    assert sent(client, ident, "deliver", on="2024-05-30").status_code == 422
    answer = sent(client, ident, "deliver", on="2024-05-30", evidence="receipt")
    assert answer.status_code == 303
    with filled.reading() as connection:
        (delivery,) = load_record(connection, ident).record.delivery
    assert (str(delivery.on), delivery.evidence) == ("2024-05-30", "receipt")


def test_a_document_speaks_for_whom_a_person_says(client, filled):
    listed = loaded(filled, "event")[0]
    ident, key = listed.record.id, listed.record.claims[0].document
    assert sent(client, ident, "speaks-for", document=key, parties="OM; Peru").status_code == 303
    (decision,) = decisions(filled)
    assert [party["name"] for party in decision.payload["parties"]] == ["Oman", "Peru"]


def test_a_form_without_the_token_changes_nothing(client, filled):
    ident = loaded(filled, "event")[0].record.id
    assert sent(client, ident, "accept", csrf="forged").status_code == 403
    assert not decisions(filled)


def test_what_is_not_there_to_do_is_not_done(client, filled):
    ident = loaded(filled, "event")[0].record.id
    assert sent(client, ident, "destroy").status_code == 404
    assert client.get("/review/event.none").status_code == 404
    assert client.get("/review?why=boredom").status_code == 422


def test_a_change_meanwhile_is_shown_and_can_be_overruled(client, filled):
    ident = loaded(filled, "commitment")[0].record.id
    page = client.get(f"/review/{ident}").text
    mine, hers = (filled_in(page, {"amount": f"{n}000000 EUR"}) for n in (7, 8))
    client.post(f"/review/{ident}/correct", data=hers)
    answer = client.post(f"/review/{ident}/correct", data=mine, follow_redirects=False)
    assert answer.status_code == 409
    assert len(decisions(filled)) == 1
    for words in ("8 million EUR", "7000000 EUR", "Do it all the same", "corrected"):
        assert words in answer.text
    again = hidden(answer.text, "correct")
    ident = re.search(r'action="/review/([^/]+)/correct', answer.text)[1]
    answer = client.post(f"/review/{ident}/correct", data=again, follow_redirects=False)
    assert answer.status_code == 303
    ident = re.match(r"/review/([^?]+)", answer.headers["location"])[1]
    with filled.reading() as connection:
        assert load_record(connection, ident).record.head.amount.value == 7_000_000


def test_of_two_at_the_same_moment_one_is_refused(filled):
    ident = loaded(filled, "commitment")[0].record.id
    with TestClient(create_app(site_on(filled))) as client:
        page = client.get(f"/review/{ident}").text
        barrier, answers = Barrier(2), []

        def decide(amount):
            barrier.wait()
            fields = filled_in(page, {"amount": amount})
            answer = client.post(f"/review/{ident}/correct", data=fields, follow_redirects=False)
            answers.append(answer.status_code)

        threads = [Thread(target=decide, args=(f"{n}000000 EUR",)) for n in (7, 8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(answers) == [303, 409]
    assert len(decisions(filled)) == 1


def test_a_decision_counts_as_a_change_before_the_record_is_computed_anew(client, filled):
    """Between entering a decision and settling, the record has its old revision still."""
    from communique.model.decision import BY_PEOPLE
    from communique.pipeline.deciding import Decider, enter
    from communique.pipeline.keeping import Keeper
    from communique.pipeline.values import Reader
    from filling import knowledge
    from serving import NOON

    record = loaded(filled, "commitment")[0].record
    page = client.get(f"/review/{record.id}").text
    with filled.writing() as connection:
        decider = Decider(connection, Reader(lambda name: None), "Grace", NOON)
        enter(connection, Keeper(knowledge, BY_PEOPLE), [decider.accept(str(record.claims[0]))])
    assert sent(client, record.id, "reject", page).status_code == 409


def test_a_record_that_was_merged_away_is_shown_as_it_is(client, filled):
    one, other = (listed.record.id for listed in loaded(filled, "event")[:2])
    page = client.get(f"/review/{other}").text
    sent(client, one, "merge", other_id=other)
    with filled.reading() as connection:
        gone = other if load_record(connection, other).record.id != other else one
    page = page if gone == other else client.get(f"/review/{one}").text
    answer = sent(client, gone, "reject", page)
    assert answer.status_code == 409
    assert "Do it all the same" in answer.text


def test_hostile_words_stay_words(dossier):
    title = "<script>alert('x')</script> \u202e" + "x" * 2000
    add(
        dossier,
        [
            given(
                "a",
                "Oman will give Peru 900 million euros. <img src=x onerror=alert(1)>",
                title=title,
            )
        ],
    )
    ident = loaded(dossier, "commitment")[0].record.id
    with TestClient(create_app(site_on(dossier))) as client:
        told = client.get(f"/review/{ident}").text + client.get("/review").text
        sent(client, ident, "accept", reason="<script>why</script>")
        told += client.get(f"/review/{ident}").text + client.get("/decisions").text
    assert "<script>alert" not in told
    assert "<img" not in told
    assert "<script>why" not in told


def test_reading_alone_offers_nothing_to_do(filled):
    from communique.store.dossier import Mode, open_dossier

    ident = loaded(filled, "event")[0].record.id
    with (
        open_dossier(filled.address, Mode.READ) as reading,
        TestClient(create_app(site_on(reading))) as client,
    ):
        told = client.get(f"/review/{ident}").text
        assert 'method="post"' not in told
        assert "open for reading only" in told
