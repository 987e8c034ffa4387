"""The order of the review queue: by reason, by size, by age; and what leaves it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from html import unescape

import pytest
from fastapi.testclient import TestClient

from communique.model.claim import Amount
from communique.model.mention import TimeMention
from communique.pipeline.adding import Adder
from communique.pipeline.checking import Checker
from communique.pipeline.keeping import Keeper
from communique.pipeline.settling import Settler
from communique.store.dossier import Mode, open_dossier
from communique.store.listing import load_record
from communique.views.findings import list_findings
from communique.web.app import create_app
from dossiers import shelf
from factory import commitment, day, event
from filling import AT, SentenceStages, add, given, knowledge
from forms import hidden
from serving import site_on

# By id: the sum, and its currency. No rate is known of the Turkish lira.
SUMS = {
    "small": (900_000_000, "JPY"),
    "euros": (300_000_000, "EUR"),
    "lira": (500_000_000, "TRY"),
    "dollars": (200_000_000, "USD"),
    "tenge": (5_000_000_000, "KZT"),
    "few": (400_000, "TRY"),
}
BY_SIZE = ["euros", "dollars", "tenge", "small"]


@pytest.fixture
def sums(tmp_path):
    """Commitments in several currencies and two events, each told by one voice."""
    address = str(tmp_path / "sums.db")
    with shelf(address) as put:
        first = event("Oman and Peru met", when=day("2024-05-02"))
        last = event("Peru and Oman met", when=day("2024-05-03"))
        told = {
            name: commitment(f"{value} {code}", amount=Amount(value, code))
            for name, (value, code) in SUMS.items()
        }
        refs = put.document("news", first, *told.values(), last)
        put.record("event.first", first, refs[0], stories=1)
        for ref, (name, claim) in zip(refs[1:], told.items(), strict=False):
            put.record(f"commitment.{name}", claim, ref, stories=1)
        put.record("event.last", last, refs[-1], stories=1)
    with (
        open_dossier(address, Mode.WRITE) as opened,
        TestClient(create_app(site_on(opened))) as client,
    ):
        yield client


def listed(page):
    return re.findall(r'class="record" href="/review/\w+\.(\w+)', page)


def test_large_sums_come_by_their_rough_worth_and_those_without_a_rate_last(sums):
    assert listed(sums.get("/review?why=sums").text) == ["euros", "dollars", "lira"]


def test_the_largest_come_first_then_what_was_formed_last(sums):
    told = sums.get("/review?why=single").text
    assert listed(told) == [*BY_SIZE, "last", "few", "lira", "first"]


def test_that_rates_are_rough_is_said(sums):
    told = sums.get("/review?why=sums").text
    assert "one rough rate for all years" in told
    assert re.search(r"roughly 3[0-9]0 million USD", told)
    assert "million USD</abbr>" in told
    assert told.count("</abbr>") == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("why=single", [*BY_SIZE, "last", "few", "lira", "first"]),
        ("why=single&kind=event", ["last", "first"]),
        ("why=single&between=OM&between=PE", [*BY_SIZE, "last", "few", "lira", "first"]),
        ("why=sums", ["euros", "dollars", "lira"]),
    ],
)
def test_next_and_previous_walk_through_the_list(sums, query, expected):
    kind = "event" if expected[0] == "last" else "commitment"
    address, walked, back = f"/review/{kind}.{expected[0]}?{query}", [], []
    while address:
        walked.append(re.match(r"/review/\w+\.(\w+)", address)[1])
        page = sums.get(address).text
        found = re.search(r'rel="next" data-act="next" href="([^"]+)"', page)
        last, address = address, unescape(found[1]) if found else None
    assert walked == expected
    while last:
        back.append(re.match(r"/review/\w+\.(\w+)", last)[1])
        found = re.search(r'rel="prev" data-act="previous" href="([^"]+)"', sums.get(last).text)
        last = unescape(found[1]) if found else None
    assert back == expected[::-1]


def test_after_a_large_one_is_rejected_the_next_large_one_comes(dossier):
    texts = [f"Oman will give Peru {n} million euros." for n in (700, 900, 800)]
    add(dossier, [given(f"d{n}", text) for n, text in enumerate(texts)])
    with TestClient(create_app(site_on(dossier))) as client:
        page = client.get("/review?why=sums").text
        first, second, third = re.findall(r'class="record" href="(/review/[^"?]+)', page)
        ident = first.rpartition("/")[2]
        query = "?why=sums"
        fields = hidden(client.get(first + query).text, "accept")
        answer = client.post(f"{first}/reject{query}", data=fields, follow_redirects=False)
        assert answer.headers["location"].startswith(second)
        with dossier.reading() as connection:
            assert load_record(connection, ident) is None
        fields = hidden(client.get(second + query).text, "accept")
        answer = client.post(f"{second}/accept{query}", data=fields, follow_redirects=False)
        assert answer.headers["location"].startswith(third)
        assert listed(client.get("/review?why=sums").text) == [third.rpartition(".")[2]]


@dataclass(frozen=True)
class DatedStages(SentenceStages):
    """Stages that read days, too."""

    def run(self, batch):
        return [replace(e, mentions=_days(e.document.text)) for e in super().run(batch)]

    def __call__(self):
        return self


def _days(text):
    return tuple(
        TimeMention(
            start=found.start(),
            end=found.end(),
            text=found[0],
            type="DATE",
            value=f"2024-05-{int(found[1]):02}",
            first=date(2024, 5, int(found[1])),
            last=date(2024, 5, int(found[1])),
        )
        for found in re.finditer(r"(\d+) May 2024", text)
    )


@pytest.fixture
def wrong(dossier):
    """A dossier with an error in the words of a claim: the day was a Friday."""
    news = given("a", "Oman and Peru met on 3 May 2024 (Monday) in Muscat.")
    keeper = Keeper(knowledge, "test sentences")
    list(Adder(dossier, keeper, DatedStages(), 1, lambda: AT).add([news]))
    for _ in Settler(dossier, knowledge).settle():
        pass
    for _ in Checker(dossier, knowledge).check():
        pass
    return dossier


@pytest.fixture
def reviewer(wrong):
    with TestClient(create_app(site_on(wrong))) as client:
        yield client


def errors(client):
    return listed(client.get("/review?why=errors").text)


def in_one_go(client, ident, act, **more):
    fields = hidden(client.get(f"/review/{ident}").text, act) | more
    answer = client.post(f"/review/{ident}/{act}", data=fields, follow_redirects=False)
    assert answer.status_code == 303
    return re.search(r"done=(\w+)", answer.headers["location"])[1]


def undone(client, decision):
    fields = hidden(client.get("/decisions").text, f"{decision}/undo")
    client.post(f"/decisions/{decision}/undo", data=fields)


def the_error(dossier):
    with dossier.reading() as connection:
        (kept,) = [k for k in list_findings(connection) if k.finding.code == "CAL201"]
    return kept


@pytest.mark.parametrize("act", ["accept", "silence"])
def test_an_error_that_a_person_has_seen_leaves_the_queue_until_it_is_undone(reviewer, wrong, act):
    (name,) = errors(reviewer)
    more = {"reason": "the ministry wrote so"}
    if act == "silence":
        more["finding"] = the_error(wrong).ident
    decision = in_one_go(reviewer, f"event.{name}", act, **more)
    assert errors(reviewer) == []
    assert (the_error(wrong).silenced is None) is (act == "accept")
    undone(reviewer, decision)
    assert errors(reviewer) == [name]


def test_a_correction_leaves_the_error_of_the_words(reviewer):
    (name,) = errors(reviewer)
    in_one_go(reviewer, f"event.{name}", "correct", **{"slot.place": "Salalah"})
    assert len(errors(reviewer)) == 1
