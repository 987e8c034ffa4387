import sys
from importlib import invalidate_caches

import pytest

from communique.errors import BadPlugin
from communique.plugins import Offer, joined

GROUP = "communique.test_parts"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a package that offers parts; lines of entry points to nothing."""

    def install(*points, code=""):
        info = tmp_path / "offering-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: offering\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *points]) + "\n")
        (tmp_path / "offering_parts.py").write_text(code)
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.delitem(sys.modules, "offering_parts", raising=False)
        invalidate_caches()

    return install


def test_built_in_parts_come_first(installed):
    installed("zeta = offering_parts:made", "alpha = offering_parts:made", code="made = lambda: 7")
    own = Offer("own", lambda: 1)
    offers = joined(GROUP, (own,))
    assert [offer.name for offer in offers] == ["own", "alpha", "zeta"]
    assert [offer.load() for offer in offers] == [1, 7, 7]


def test_two_parts_of_one_name_are_refused(installed):
    installed("own = offering_parts:made", code="made = lambda: 7")
    with pytest.raises(BadPlugin, match="two parts have this name"):
        joined(GROUP, (Offer("own", lambda: 1),))


@pytest.mark.parametrize(
    ("point", "code"),
    [
        pytest.param("x = offering_parts:made", "import no_such_module", id="no-import"),
        pytest.param("x = offering_parts:made", "", id="no-part"),
        pytest.param("x = no_such_package:made", "", id="no-package"),
        pytest.param("x = offering_parts:made", "made = 3", id="no-call"),
    ],
)
def test_a_part_that_cannot_be_loaded_is_told(installed, point, code):
    installed(point, code=code)
    (offer,) = joined(GROUP, ())
    with pytest.raises(BadPlugin, match="mend or remove its package"):
        offer.load()
