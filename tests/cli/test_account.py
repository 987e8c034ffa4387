"""`communique account`, and what `communique serve --team` asks for."""

import io
import sys

import pytest

from communique.cli.accounts import Accounts
from communique.cli.main import app
from communique.cli.serving import Entrance, Serving
from communique.errors import BadOption, DossierNotFound
from communique.model.account import What
from communique.store.accounts import hash_of, list_accounts
from communique.store.audit import list_entries
from communique.store.dossier import Mode, open_dossier
from team import CHEAP, PASSWORD


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "desk.db")


@pytest.fixture
def typed(monkeypatch):
    """Puts words on standard input, which is no terminal."""

    def put(words):
        monkeypatch.setattr(sys, "stdin", io.StringIO(words))

    return put


@pytest.fixture
def accounts(path, typed):
    typed(PASSWORD + "\n")
    made = Accounts(path, CHEAP)
    made.add("Ada", "administrator")
    return made


def kept(path):
    with open_dossier(path, Mode.READ) as dossier, dossier.reading() as connection:
        return [
            (
                one.name,
                one.role.value,
                one.is_active,
                CHEAP.verify(hash_of(connection, one.id), PASSWORD),
            )
            for one in list_accounts(connection)
        ]


def test_an_account_is_made_in_a_new_dossier(path, typed, capsys):
    typed(PASSWORD + "\r\n")
    Accounts(path, CHEAP).add("Ada", "administrator")
    assert capsys.readouterr().out == "added Ada, administrator\n"
    assert kept(path) == [("Ada", "administrator", True, True)]


def test_the_command_line_asks_for_a_role_that_there_is(path, typed, capsys):
    typed(PASSWORD)
    app(["account", "add", "Ada", "--role", "reviewer", "--dossier", path], standalone_mode=False)
    app(["account", "list", "--dossier", path], standalone_mode=False)
    assert "Ada, reviewer, since 20" in capsys.readouterr().out
    with pytest.raises(Exception, match="king"):
        app(["account", "role", "Ada", "king", "--dossier", path], standalone_mode=False)


@pytest.mark.parametrize(
    ("words", "reason"),
    [("", "there is none"), ("short\n", "fewer than 10"), ("1234567890\n", "anybody would try")],
)
def test_a_bad_password_makes_no_account(path, typed, words, reason):
    typed(words)
    with pytest.raises(BadOption, match=reason):
        Accounts(path, CHEAP).add("Ada", "reader")
    assert kept(path) == []


def test_a_taken_name_is_told_before_a_password_is_asked_for(accounts, typed):
    typed("")
    with pytest.raises(BadOption, match="there is an account"):
        accounts.add("ADA", "reader")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("again", "fine"), [(PASSWORD, True), (PASSWORD + "!", False)])
def test_at_a_terminal_it_is_asked_for_twice(path, monkeypatch, again, fine):
    answers = [PASSWORD, again]
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda asked: answers.pop(0))
    if fine:
        Accounts(path, CHEAP).add("Ada", "reader")
    else:
        with pytest.raises(BadOption, match="differ"):
            Accounts(path, CHEAP).add("Ada", "reader")
    assert len(kept(path)) == fine


def test_accounts_are_changed_and_the_audit_tells(accounts, path, typed, capsys):
    typed(PASSWORD)
    accounts.add("Eva", "reader")
    accounts.change_role("eva", "administrator")
    accounts.close("Ada")
    typed("another of the kind")
    accounts.reset_password("Eva")
    assert kept(path) == [
        ("Ada", "administrator", False, True),
        ("Eva", "administrator", True, False),
    ]
    accounts.list()
    assert "Ada, administrator, closed, since" in capsys.readouterr().out
    accounts.reopen("Ada")
    with open_dossier(path, Mode.READ) as dossier, dossier.reading() as connection:
        told = list_entries(connection, 0, 10)
    assert [entry.what for entry in told] == [
        What.ACCOUNT_REOPENED,
        What.PASSWORD_RESET,
        What.ACCOUNT_CLOSED,
        What.ROLE_CHANGED,
        What.ACCOUNT_ADDED,
        What.ACCOUNT_ADDED,
    ]
    assert {entry.by.client for entry in told} == {"terminal"}


def test_the_last_administrator_stays(accounts):
    with pytest.raises(BadOption, match="only administrator"):
        accounts.close("Ada")
    with pytest.raises(BadOption, match="only administrator"):
        accounts.change_role("Ada", "reader")


def test_an_unknown_name_is_told(accounts):
    with pytest.raises(BadOption, match="no such account"):
        accounts.close("Eva")


def test_only_adding_makes_a_dossier(path):
    with pytest.raises(DossierNotFound):
        Accounts(path, CHEAP).close("Ada")


def test_a_team_without_administrator_is_not_served(path, typed):
    typed(PASSWORD)
    Accounts(path, CHEAP).add("Eva", "reviewer")
    serving = Serving(path, None, 0, Entrance(team=True), False, None)
    with pytest.raises(BadOption, match="communique account add NAME --role administrator"):
        serving.run()


@pytest.mark.parametrize(
    ("entrance", "host", "reason"),
    [
        (Entrance(), "0.0.0.0", "add --team"),
        (Entrance(public_read=True), "127.0.0.1", "add --team"),
        (Entrance(proxy="127.0.0.1"), "127.0.0.1", "add --team"),
        (Entrance(team=True, proxy="*"), "127.0.0.1", "no network address"),
    ],
)
def test_what_would_let_anybody_in_is_refused(entrance, host, reason):
    with pytest.raises(BadOption, match=reason):
        entrance.check(host)


def test_a_team_may_be_served_to_others():
    Entrance(team=True, public_read=True, proxy="192.0.2.1").check("0.0.0.0")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_team_is_served_with_what_was_asked_for(accounts, path, monkeypatch, read_only):
    served = []
    monkeypatch.setattr("communique.cli.serving.serve", lambda *told: served.append(told))
    entrance = Entrance(team=True, public_read=True, proxy="192.0.2.1")
    Serving(path, "127.0.0.1", 0, entrance, read_only, "Ada").run()
    ((site, _, _, _, proxy),) = served
    assert proxy == "192.0.2.1"
    assert (site.team, site.public_read, site.is_writable) == (True, True, not read_only)
    assert site.dossier.mode is Mode.WRITE
    assert site.hosts is None
