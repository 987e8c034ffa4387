"""Settings: the nearest file counts, and what can't be set is refused in one line."""

import pytest

from communique.cli.settings import CheckSettings, settings_in, settings_near
from communique.errors import BadSettings


def test_the_nearest_file_counts(tmp_path):
    (tmp_path / "communique.toml").write_text('[check]\nignore = ["SRC"]\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert settings_near(inner) == CheckSettings(ignore=("SRC",))
    (tmp_path / "a" / "communique.toml").write_text('[check]\nselect = ["ARI", "CAL201"]\n')
    assert settings_near(inner) == CheckSettings(select=("ARI", "CAL201"))


def test_an_empty_file_sets_nothing(tmp_path):
    path = tmp_path / "communique.toml"
    path.write_text("")
    assert settings_in(path) == CheckSettings()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param("[check", "it is no TOML", id="no-toml"),
        pytest.param("[chekc]", "there is no setting chekc", id="table"),
        pytest.param("[check]\nselct = []", "there is no setting check.selct", id="name"),
        pytest.param('[check]\nselect = "ARI"', "check.select must be a list", id="no-list"),
        pytest.param("[check]\nselect = [1]", "check.select must be a list", id="number"),
        pytest.param("check = 1", "check must be a table", id="no-table"),
    ],
)
def test_what_cannot_be_set_is_refused(tmp_path, content, reason):
    path = tmp_path / "communique.toml"
    path.write_text(content)
    with pytest.raises(BadSettings, match=reason) as refused:
        settings_in(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(BadSettings, match="can't be read"):
        settings_in(tmp_path / "none.toml")
