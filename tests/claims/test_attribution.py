import pytest

from communique.claims.attribution import attributed_to

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that exports rose.", "ministry"),
        ("According to the ministry, exports rose.", "ministry"),
        ("Minister Elena Kovacs said that exports rose.", "Elena Kovacs"),
        ("As the ministry noted, exports rose.", "ministry"),
        ("Exports rose by 5 million tonnes per year.", None),
        ("Exports rose in March.", None),
        ("We said that exports rose.", None),
    ],
)
def test_who_says_so(read, text, expected):
    reading = read(text)
    index = next(i for i in range(len(reading.tree)) if reading.tree[i].text == "rose")
    assert attributed_to(reading, index) == expected
