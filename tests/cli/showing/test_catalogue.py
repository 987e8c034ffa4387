"""Documents, stories, parties, persons and posts."""

import json

import pytest

LISTS = ["documents", "stories", "parties", "persons", "posts"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("style", ["table", "json", "csv"])
def test_a_list(shown, snapshot, name, style):
    assert shown("show", name, "--format", style) == snapshot


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param(["--until", "2024-04"], ["own"], id="until"),
        pytest.param(["--between", "OM", "PE"], ["own"], id="naming-both"),
        pytest.param(["--between", "OM", "PE", "EU"], [], id="naming-three"),
        pytest.param(["--limit", "1", "--since", "2024-05-03"], 1, id="limit"),
    ],
)
def test_documents_that_answer(shown, asked, found):
    told = json.loads(shown("show", "documents", "--format", "json", *asked))
    if isinstance(found, int):
        assert len(told) == found
    else:
        assert [document["ident"] for document in told] == found
