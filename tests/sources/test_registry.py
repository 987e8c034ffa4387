import io

from communique.model.failure import Failure
from communique.sources.registry import read_all


def test_all_addresses_are_read_in_order_and_a_bad_one_stops_none(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/b.md").write_text("y")
    addresses = [
        str(tmp_path / "a.txt"),
        str(tmp_path / "missing.txt"),
        str(tmp_path / "folder"),
        "-",
    ]
    first, missing, inside, given = read_all(addresses, io.BytesIO(b'{"id": "z", "text": "t"}'))
    assert first.address.endswith("a.txt")
    assert isinstance(missing, Failure)
    assert missing.id == str(tmp_path / "missing.txt")
    assert missing.stage == "sources"
    assert inside.address.endswith("b.md")
    assert given.id == "z"
