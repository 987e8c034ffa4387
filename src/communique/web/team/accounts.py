"""What may be done with accounts; each step is noted in the audit, in its own transaction."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from communique.errors import BadOption
from communique.model.account import ROLES, Account, AuditEntry, By, Role, What
from communique.store.accounts import (
    account,
    account_named,
    add_account,
    count_administrators,
    set_active,
    set_hash,
    set_role,
)
from communique.store.audit import note
from communique.store.dossier import Connection
from communique.store.sessions import end_sessions, revoke_tokens

_LONGEST = 64


def readable_name(name: str) -> str:
    """A name that an account can have, without spaces at its ends.

    Raises:
        BadOption: It is none.
    """
    told = " ".join(unicodedata.normalize("NFKC", name).split())
    if not told or len(told) > _LONGEST:
        raise BadOption("the name", f"it has not 1 to {_LONGEST} characters", "give another")
    # Letters, marks, digits, punctuation, signs and the blank: nothing that cannot be seen.
    if any(unicodedata.category(sign)[0] in "CZ" and sign != " " for sign in told):
        raise BadOption("the name", "it has characters that cannot be seen", "give another")
    return told


def folded(name: str) -> str:
    """A name as names are compared; also of what is no name of any account."""
    told = " ".join(unicodedata.normalize("NFKC", name).split())[: _LONGEST + 1]
    return unicodedata.normalize("NFKC", told.casefold())


def role_of(word: str) -> Role:
    """The role that a word means.

    Raises:
        BadOption: It means none.
    """
    if word not in ROLES:
        known = ", ".join(role.value for role in ROLES)
        raise BadOption(repr(word), "there is no such role", f"give one of {known}")
    return Role(word)


@dataclass(frozen=True, slots=True)
class Keeper:
    """Changes accounts.

    Attributes:
        connection: A writing connection.
        by: Who changes them.
        now: The time.
    """

    connection: Connection
    by: By
    now: datetime

    def add(self, name: str, hashed: str, role: Role) -> Account:
        """Make an account.

        Args:
            name: Its name.
            hashed: Hash of its password.
            role: What it may do.

        Raises:
            BadOption: Its name is none, or taken.
        """
        told = readable_name(name)
        self.refuse_taken(told)
        number = add_account(self.connection, told, folded(told), hashed, role, self.now)
        self.note(What.ACCOUNT_ADDED, f"{told}, {role.value}")
        return Account(number, told, role, True, self.now)

    def refuse_taken(self, name: str) -> None:
        """Refuse a name that an account has.

        Raises:
            BadOption: One has.
        """
        if account_named(self.connection, folded(name)) is not None:
            remedy = "give another name; a closed account can be opened again"
            raise BadOption(name, "there is an account of this name", remedy)

    def named(self, name: str) -> Account:
        """The account of a name.

        Raises:
            BadOption: There is none.
        """
        return self._known(account_named(self.connection, folded(name)), name)

    def numbered(self, number: int) -> Account:
        """The account of a number.

        Raises:
            BadOption: There is none.
        """
        return self._known(account(self.connection, number), f"account {number}")

    def _known(self, found: Account | None, name: str) -> Account:
        if found is None:
            raise BadOption(name, "there is no such account", "look at the list of accounts")
        return found

    def change_role(self, told: Account, role: Role) -> None:
        """Give an account another role, from its next request on.

        Raises:
            BadOption: Nobody would be left who looks after accounts.
        """
        if role is told.role:
            return
        if role is not Role.ADMINISTRATOR:
            self._keep_one(told)
        set_role(self.connection, told.id, role)
        self.note(What.ROLE_CHANGED, f"{told.name}: {told.role.value} to {role.value}")

    def change_password(self, told: Account, hashed: str, session: str) -> None:
        """Give an account the password that its owner has chosen; other sessions end."""
        set_hash(self.connection, told.id, hashed)
        end_sessions(self.connection, told.id, but=session)
        self.note(What.PASSWORD_CHANGED, told.name)

    def reset_password(self, told: Account, hashed: str) -> None:
        """Give an account another password, as if it were in wrong hands: it is shut out."""
        set_hash(self.connection, told.id, hashed)
        self._shut_out(told)
        self.note(What.PASSWORD_RESET, told.name)

    def close(self, told: Account) -> None:
        """Close an account: its sessions and tokens end; its name stays taken.

        Raises:
            BadOption: Nobody would be left who looks after accounts.
        """
        if not told.is_active:
            return
        self._keep_one(told)
        set_active(self.connection, told.id, False)
        self._shut_out(told)
        self.note(What.ACCOUNT_CLOSED, told.name)

    def reopen(self, told: Account) -> None:
        """Open a closed account again, with the password that it had."""
        if told.is_active:
            return
        set_active(self.connection, told.id, True)
        self.note(What.ACCOUNT_REOPENED, told.name)

    def note(self, what: What, detail: str = "") -> None:
        """Note in the audit what was done."""
        note(self.connection, AuditEntry(self.now, self.by, what, detail))

    def _shut_out(self, told: Account) -> None:
        end_sessions(self.connection, told.id)
        revoke_tokens(self.connection, told.id, self.now)

    def _keep_one(self, told: Account) -> None:
        if told.role is not Role.ADMINISTRATOR or not told.is_active:
            return
        if count_administrators(self.connection) == 1:
            reason = "it is the only administrator that is active"
            raise BadOption(told.name, reason, "make somebody else administrator first")
