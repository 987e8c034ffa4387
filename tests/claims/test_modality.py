import pytest

from communique.claims.modality import modality

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Oman opened a port.", "opened", "asserted"),
        ("Oman will open a port.", "open", "planned"),
        ("Oman plans to open a port.", "open", "planned"),
        ("Oman declared its readiness to open a port.", "open", "planned"),
        ("Oman is ready to open a port.", "open", "planned"),
        ("A port is to be opened in Oman.", "opened", "planned"),
        ("A port is expected to be opened in Oman.", "opened", "planned"),
        ("A port is likely to be opened in Oman.", "opened", "planned"),
        ("Oman may open a port.", "open", "possible"),
        ("If Oman opens a port, trade grows.", "opens", "possible"),
        ("Oman did not open a port.", "open", "denied"),
        ("Oman never opened a port.", "opened", "denied"),
        ("Oman has opened a port.", "opened", "asserted"),
        ("Oman opened a port to help traders.", "opened", "asserted"),
    ],
)
def test_how_far_the_text_stands_by_a_verb(read, text, verb, expected):
    reading = read(text)
    index = next(i for i in range(len(reading.tree)) if reading.tree[i].text == verb)
    assert modality(reading, index) == expected
