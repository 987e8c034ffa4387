import pytest

from communique.claims.when import when_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "first", "last"),
    [
        ("Italy signed the pact on 5 May 2023.", "signed", "2023-05-05", "2023-05-05"),
        ("In May 2023 Italy signed the pact.", "signed", "2023-05-01", "2023-05-31"),
        ("Italy praised the pact signed in 2020 and met Malta today.", "met", "2024-02-01", None),
        ("Italy met Malta.", "met", None, None),
    ],
)
def test_the_time_tied_to_a_verb(read, text, verb, first, last):
    reading = read(text)
    index = next(i for i in range(len(reading.tree)) if reading.tree[i].text == verb)
    when = when_of(reading, index)
    if first is None:
        assert when is None
    else:
        assert when.first.isoformat() == first
        assert when.last.isoformat() == (last or first)
        assert when.text in text
