"""Persons whom titles name with their posts; all titles are our own."""

import pytest

from communique.claims.title_posts import named_post, speaker, titled_holders


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Readout of President Lena Amadi’s Call with Prime Minister Holm of Norway",
            (("president", "Lena Amadi"), ("prime minister", "Holm")),
        ),
        ("Vice President Amadi to Travel to Peru", (("vice president", "Amadi"),)),
        (
            "Readout of President Karl B. Amadi, Jr. Call with King Olav",
            (("president", "Karl B. Amadi, Jr."), ("king", "Olav")),
        ),
        ("President Holm Launches Two Funds in Peru", (("president", "Holm"),)),
        ("Presidential Message on Harvest Day", ()),
    ],
)
def test_holders_in_a_title(title, told):
    assert titled_holders(title) == told


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statement by President Lena Amadi on Peru", "Lena Amadi"),
        ("Remarks of Chancellor Holm at the Lake Forum", "Holm"),
        ("Readout of President Amadi's Call", None),
    ],
)
def test_who_says_i(title, name):
    assert speaker(title) == name


def test_a_bare_post():
    assert named_post(("prime", "minister")) == "prime minister"
    assert named_post(("prime", "cuts")) is None
