"""Texts in pages are the texts, and nothing in them is markup."""

import json
from html.parser import HTMLParser

import pytest

from communique.web.exact import exact, json_ld, outside


class Content(HTMLParser):
    """What a browser makes of markup, as text."""

    def __init__(self):
        super().__init__()
        self.text = ""

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a\r\nb\rc",
        "&amp; &#13;",
        "\"x\" 'y'",
        "\u202eabc\u2066",
        "\t ",
    ],
)
def test_a_text_comes_back_as_it_was(text):
    content = Content()
    content.feed(str(exact(text)))
    content.close()
    assert content.text == text
    assert "\r" not in str(exact(text))


def test_what_no_page_can_hold_is_one_sign():
    assert exact("a\0b\ud800c") == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("words", ["</script><script>x", "<!--", "]]>", "a\u2028b", "&lt;"])
def test_linked_data_can_end_no_element(words):
    made = str(json_ld({"name": words}))
    assert not set(made) & set("<>&\u2028\u2029")
    assert json.loads(made) == {"name": words}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("http://[broken", None),
        ("notes.txt", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_followed(url, told):
    assert outside(url) == told
