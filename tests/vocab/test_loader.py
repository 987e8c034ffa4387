import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from communique.errors import BadVocabulary
from communique.vocab import loader
from communique.vocab.loader import load_vocabulary, read_yaml
from communique.vocab.schema import Grouping, Institution, NameWords, State

DATA = Path(str(files("communique.vocab"))) / "data"


class OnceOnly(yaml.SafeLoader):
    """Refuses a key that stands twice in an entry; the second would hide the first unseen."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        if len(keys) > len(set(keys)):
            raise yaml.constructor.ConstructorError(None, None, f"twice: {keys}", node.start_mark)
        return super().construct_mapping(node, deep)


def write(folder, content, name="entries.yaml"):
    path = folder / name
    path.write_text(content, "utf-8")
    return path


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the data that the loader reads instead, to be broken."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setattr(loader, "files", lambda package: tmp_path)
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("file", "entry", "reason"),
    [
        pytest.param("states/asia.yaml", "- [", "not YAML", id="broken-yaml"),
        pytest.param("states/europe.yaml", "- {code: ZZ, name: Z, color: red}", "color", id="key"),
        pytest.param("states/africa.yaml", "- {code: ZZ, name: [Z]}", "name", id="type"),
        pytest.param("states/oceania.yaml", "- {code: zz, name: Z}", "code", id="code"),
        pytest.param("states/americas.yaml", "- {code: ZZ}", "name", id="missing-name"),
        pytest.param("institutions/non_state.yaml", "- {name: Z, type: gang}", "type", id="kind"),
        pytest.param("groupings.yaml", "- {name: Z, type: heap}", "type", id="grouping-type"),
        pytest.param("memberships.yaml", "- {institution: Z}", "members", id="no-members"),
        pytest.param("posts.yaml", "- {name: Z, kind: boss}", "kind", id="post-kind"),
        pytest.param(
            "post_successions.yaml",
            "- {party: KZ, post: A, successors: [B], since: soon, source: law}",
            "since",
            id="date",
        ),
        pytest.param("name_words.yaml", "colors: [red]", "colors", id="unknown-list"),
    ],
)
def test_a_bad_entry_is_refused_by_file_and_place(copy, file, entry, reason):
    with (copy / file).open("a", encoding="utf-8") as opened:
        opened.write(f"\n{entry}\n")
    with pytest.raises(BadVocabulary, match=reason) as raised:
        load_vocabulary()
    assert raised.value.subject == Path(file).name
    assert raised.value.remedy


def test_a_good_entry_is_taken_up(copy):
    with (copy / "states" / "asia.yaml").open("a", encoding="utf-8") as opened:
        opened.write("\n- {code: ZZ, name: Zembla}\n")
    assert "Zembla" in {state.name for state in load_vocabulary().states}


def test_a_new_file_in_a_folder_is_read(copy):
    write(copy / "institutions", "- {name: Zemblan Bank, type: fund}\n", "zembla.yaml")
    assert "Zemblan Bank" in {entry.name for entry in load_vocabulary().institutions}


def test_other_files_in_a_folder_are_passed_over(copy):
    write(copy / "institutions", "no vocabulary", "notes.txt")
    assert load_vocabulary().institutions


@pytest.mark.parametrize("word", ["NO", "no", "No", "on", "ON", "off", "yes", "Y", "n"])
def test_words_stay_words(tmp_path, word):
    path = write(tmp_path, f"- {{code: ZZ, name: Z, names: [{word}]}}\n")
    assert read_yaml(path, tuple[State, ...])[0].names == (word,)


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False)])
def test_true_and_false_are_what_they_are(tmp_path, word, value):
    path = write(tmp_path, f"- {{code: ZZ, name: Z, sovereign: {word}}}\n")
    assert read_yaml(path, tuple[State, ...])[0].sovereign is value


def test_a_date_is_read_as_one(tmp_path):
    path = write(tmp_path, "- {name: Z, type: bloc, members: [{party: NO, since: 1999-12-31}]}\n")
    (member,) = read_yaml(path, tuple[Grouping, ...])[0].members
    assert (member.party, member.since) == ("NO", date(1999, 12, 31))


def test_a_number_is_no_name(tmp_path):
    with pytest.raises(BadVocabulary, match=r"entries\.yaml: entry 0\.name"):
        read_yaml(write(tmp_path, "- {name: 12, type: fund}\n"), tuple[Institution, ...])


def test_an_empty_file_is_refused(tmp_path):
    with pytest.raises(BadVocabulary, match=r"entries\.yaml"):
        read_yaml(write(tmp_path, ""), NameWords)


def test_entries_can_not_be_changed(vocabulary):
    with pytest.raises(ValueError, match="frozen"):
        vocabulary.states[0].name = "Zembla"


YAML_FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.yaml"))


@pytest.mark.parametrize("file", YAML_FILES)
def test_no_key_stands_twice_in_an_entry(file):
    assert yaml.load((DATA / file).read_text("utf-8"), Loader=OnceOnly)


@pytest.mark.parametrize("file", YAML_FILES)
def test_a_file_says_at_its_top_what_it_holds(file):
    assert (DATA / file).read_text("utf-8").startswith("# ")
