"""Notices by which a text owns up to a change."""

import pytest

from communique.vocab.corrections import correction_notice


@pytest.mark.parametrize(
    "text",
    [
        "Correction: the sum is 40 million.",
        "An earlier version of this story gave another sum.",
        "This page has been updated.",
        "Lima port loan\nUpdated with new figures",
        "The date was given in error.",
    ],
)
def test_finds_notices(text):
    assert correction_notice().search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oman lends Peru 40 million dollars.",
        "The ministers met earlier this year.",
        "Prices rose, and the original plan was kept.",
    ],
)
def test_leaves_plain_texts(text):
    assert not correction_notice().search(text)
