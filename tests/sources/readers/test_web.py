import io

import pytest

from communique.errors import SourceForbidden
from communique.sources.readers.web import WEB


@pytest.mark.parametrize(
    ("address", "is_ours"),
    [("https://a.example/", True), ("HTTP://a.example", True), ("a.html", False), ("-", False)],
)
def test_only_web_addresses_are_ours(address, is_ours):
    assert WEB.can_read(address) is is_ours


def test_a_private_address_is_refused():
    with pytest.raises(SourceForbidden):
        list(WEB.read("http://127.0.0.1/", io.BytesIO()))
