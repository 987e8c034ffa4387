"""Words with the sentences around them."""

import pytest

from communique.views.context import surrounded

TEXT = "First one. Second one here. Oman met Peru. Third one follows. Fourth and last."


@pytest.mark.parametrize(
    ("most", "before", "after"),
    [
        (500, "First one. Second one here. ", ". Third one follows. Fourth and last."),
        (20, "… Second one here. ", ". …"),
        (4, "… ere. ", ". T …"),
    ],
)
def test_sentences_are_kept_whole(most, before, after):
    start = TEXT.index("Oman")
    found = surrounded(TEXT, start, start + 13, most)
    assert found.words == "Oman met Peru"
    assert TEXT.count(found.before.removeprefix("… ")) >= 1
    if most > 4:
        assert (found.before, found.after) == (before, after)
