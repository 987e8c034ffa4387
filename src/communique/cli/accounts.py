"""Looks after accounts for the command line."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from communique.cli.deciding import author_of
from communique.cli.outcomes import FINE
from communique.cli.printing.terminal import clean
from communique.errors import BadOption
from communique.model.account import Account, By
from communique.store.accounts import list_accounts
from communique.store.dossier import Mode, open_dossier
from communique.web.team.accounts import Keeper, readable_name, role_of
from communique.web.team.passwords import MOST, Passwords, acceptable


@dataclass(frozen=True, slots=True)
class Accounts:
    """The accounts of a dossier.

    Attributes:
        dossier: Path or address.
        passwords: Hashes passwords.
    """

    dossier: str
    passwords: Passwords = field(default_factory=Passwords)

    def add(self, name: str, role: str) -> int:
        """Make an account, in a new dossier where there is none; returns the exit status.

        Raises:
            BadOption: Name or password is none, or the name is taken.
            DossierError: The dossier can't be written.
        """
        told = readable_name(name)
        # A team may begin with an empty dossier.
        with self._keeper(create=True) as keeper:
            keeper.refuse_taken(told)
        hashed = self.passwords.hash(acceptable(_password(told), told))
        with self._keeper() as keeper:
            made = keeper.add(told, hashed, role_of(role))
        print(f"added {_shown(made)}")
        return FINE

    def list(self) -> int:
        """Print all accounts; returns the exit status.

        Raises:
            DossierError: The dossier can't be read.
        """
        with open_dossier(self.dossier, Mode.READ) as dossier, dossier.reading() as connection:
            found = list_accounts(connection)
        for one in found:
            closed = "" if one.is_active else ", closed"
            print(f"{_shown(one)}{closed}, since {one.created.astimezone():%Y-%m-%d}")
        if not found:
            print("no accounts; make one with `communique account add`", file=sys.stderr)
        return FINE

    def change_role(self, name: str, role: str) -> int:
        """Give an account another role; returns the exit status.

        Raises:
            BadOption: There is no such account, or no administrator would be left.
            DossierError: The dossier is not there, or can't be written.
        """
        with self._keeper() as keeper:
            keeper.change_role(keeper.named(name), role_of(role))
            print(_shown(keeper.named(name)))
        return FINE

    def reset_password(self, name: str) -> int:
        """Give an account another password; returns the exit status.

        Raises:
            BadOption: There is no such account, or the password may not be one.
            DossierError: The dossier is not there, or can't be written.
        """
        with self._keeper() as keeper:
            told = keeper.named(name)
        hashed = self.passwords.hash(acceptable(_password(told.name), told.name))
        with self._keeper() as keeper:
            keeper.reset_password(told, hashed)
        print(f"{clean(told.name)}: another password; sessions and tokens have ended")
        return FINE

    def close(self, name: str) -> int:
        """Close an account; returns the exit status.

        Raises:
            BadOption: There is no such account, or no administrator would be left.
            DossierError: The dossier is not there, or can't be written.
        """
        with self._keeper() as keeper:
            told = keeper.named(name)
            keeper.close(told)
        print(f"closed {_shown(told)}")
        return FINE

    def reopen(self, name: str) -> int:
        """Open a closed account again; returns the exit status.

        Raises:
            BadOption: There is no such account.
            DossierError: The dossier is not there, or can't be written.
        """
        with self._keeper() as keeper:
            told = keeper.named(name)
            keeper.reopen(told)
        print(f"open again: {_shown(told)}")
        return FINE

    @contextmanager
    def _keeper(self, create: bool = False) -> Iterator[Keeper]:
        with (
            open_dossier(self.dossier, Mode.WRITE, create=create) as dossier,
            dossier.writing(changes=False) as connection,
        ):
            by = By(author_of(None), client="terminal")
            yield Keeper(connection, by, datetime.now().astimezone())


def _shown(told: Account) -> str:
    return f"{clean(told.name)}, {told.role.value}"


def _password(name: str) -> str:
    """A password: asked for twice at a terminal, else the first line of standard input.

    Raises:
        BadOption: The two differ, or there is none.
    """
    if not sys.stdin.isatty():
        line = sys.stdin.readline(2 * MOST)
        if not line:
            remedy = "give it on standard input, or call from a terminal"
            raise BadOption("the password", "there is none", remedy)
        return line.rstrip("\r\n")
    first = getpass.getpass(f"Password for {clean(name)}: ")
    if getpass.getpass("The same again: ") != first:
        raise BadOption("the password", "the two differ", "try again")
    return first
