"""Citations: complete, dated, and safe in the files that hold them."""

import json
from dataclasses import replace
from datetime import date

import pytest

from communique.web.citing import MEDIA, Citation, bibtex, csl, plain, written

FULL = Citation(
    key="event.1",
    title="Meeting of Oman & Peru",
    address="http://dossier.example/records/event.1",
    accessed=date(2024, 6, 1),
    issued=date(2024, 5, 20),
    publisher="Agency 100%",
    original="https://example.org/a_b",
    note="revision 3",
)
BARE = Citation("k", "Title", "http://dossier.example/documents/k", date(2024, 6, 1))


def test_in_plain_words():
    told = plain(FULL)
    assert told.startswith("Agency 100% (20 May 2024): “Meeting of Oman & Peru”.")
    assert told.endswith("http://dossier.example/records/event.1, read on 1 June 2024.")
    assert plain(BARE).startswith("“Title”. communique dossier")


def test_bibtex_escapes_what_would_be_commands():
    told = bibtex(FULL)
    assert told.startswith("@misc{event.1,")
    assert r"{{Meeting of Oman \& Peru}}" in told
    assert r"Agency 100\%" in told
    assert "urldate = {2024-06-01}" in told
    evil = replace(FULL, title="} @misc{x, \\input{y}")
    assert "\\} @misc\\{x" in bibtex(evil)


def test_csl_is_a_list_of_one_item():
    (item,) = json.loads(csl(FULL))
    assert item["issued"] == {"date-parts": [[2024, 5, 20]]}
    assert item["accessed"] == {"date-parts": [[2024, 6, 1]]}
    assert item["author"] == [{"literal": "Agency 100%"}]
    assert "issued" not in json.loads(csl(BARE))[0]


@pytest.mark.parametrize("ending", MEDIA)
def test_every_form_tells_title_and_address(ending):
    assert "Title" in written(BARE, ending)
    assert BARE.address in written(BARE, ending)
