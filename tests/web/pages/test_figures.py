"""Series of figures: their tables, and charts that carry no words unescaped."""

import re

import pytest


def test_a_series_tells_every_value_with_its_words(shelved):
    told = shelved.get("/figures?between=OM&between=PE").text
    for words in ("40 billion USD", "37.7 billion USD", "Eurostat", "conflicting", "forecast"):
        assert words in told
    assert told.count("?claim=figure-") > 4


def test_movements_are_told(shelved):
    told = shelved.get("/figures?indicator=exports").text
    assert "up 38 percent" in told
    assert "against 2021" in told


@pytest.mark.parametrize(
    ("query", "shown"), [("indicator=gdp", False), ("between=TD", False), ("since=2026", False)]
)
def test_filters(shelved, query, shown):
    assert ('class="card"' in shelved.get(f"/figures?{query}").text) is shown


def test_an_unknown_indicator_is_refused(shelved):
    assert shelved.get("/figures?indicator=luck").status_code == 400


@pytest.mark.parametrize("address", ["figure.bbbb1.svg", "figure.bbbb1/small.svg"])
def test_a_chart_is_an_image_that_follows_light_and_dark(shelved, address):
    answer = shelved.get(f"/charts/figures/{address}")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "prefers-color-scheme: dark" in answer.text
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not re.search(r"<script|\sstyle=|\son\w+=", answer.text)


def test_a_chart_is_not_sent_twice(shelved):
    address = "/charts/figures/figure.bbbb1/small.svg"
    tag = shelved.get(address).headers["etag"]
    assert shelved.get(address, headers={"if-none-match": tag}).status_code == 304


def test_the_chart_tells_bounds_and_sources(shelved):
    told = shelved.get("/charts/figures/figure.bbbb1.svg").text
    for words in ("&gt; 41 billion", "Eurostat", "45 billion (forecast)", "<title>"):
        assert words in told


@pytest.mark.parametrize("ident", ["figure.none", "event.aaaa1"])
def test_there_is_no_chart_of_anything_else(shelved, ident):
    assert shelved.get(f"/charts/figures/{ident}.svg").status_code == 404


@pytest.mark.parametrize("address", ["/figures", "/charts/figures/figure.bbbb2.svg"])
def test_hostile_words_are_escaped(shelved, address):
    assert "<script>alert" not in shelved.get(address).text


def test_nothing_is_told_as_such(empty):
    assert "No figures in this dossier" in empty.get("/figures").text
