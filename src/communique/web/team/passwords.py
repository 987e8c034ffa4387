"""Passwords: what may be one, and how they are kept (Argon2id).

Rules follow NIST SP 800-63B: length counts, no signs of any kind are demanded, and what everybody
tries first is refused.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from communique.errors import BadOption

#: Characters that a password has at least and at most.
LEAST = 10
MOST = 1000
# Different characters that it has at least.
_DIFFERENT = 4
# Hashes computed at once: each takes 64 MB.
_AT_ONCE = 2
# What is tried first among those that are long enough; rows of keys stand for all parts of them.
_ROWS = (
    "01234567890123456789",
    "98765432109876543210",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn",
)
_WORDS = ("password", "passwort", "communique", "administrator", "letmein", "welcome", "iloveyou")


@dataclass(frozen=True)
class Passwords:
    """Hashes and verifies passwords.

    Attributes:
        hasher: Argon2id with its parameters; those of the library unless told.
    """

    hasher: PasswordHasher = field(default_factory=PasswordHasher)
    _turns: BoundedSemaphore = field(
        default_factory=lambda: BoundedSemaphore(_AT_ONCE), repr=False, compare=False
    )

    @cached_property
    def nobodys(self) -> str:
        """A hash that no password leads to: checked against where there is no account."""
        return self.hash(secrets.token_urlsafe())

    def hash(self, password: str) -> str:
        """The hash to keep, with a salt of its own."""
        with self._turns:
            return self.hasher.hash(_composed(password))

    def verify(self, kept: str | None, password: str) -> bool:
        """Whether a hash is of a password; without a hash it takes as long to say no."""
        against = self.nobodys if kept is None else kept
        if len(password) > MOST:
            password = ""
        try:
            with self._turns:
                self.hasher.verify(against, _composed(password))
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made with other parameters."""
        return self.hasher.check_needs_rehash(kept)


def acceptable(password: str, name: str) -> str:
    """A password, if an account of this name may have it.

    Raises:
        BadOption: It may not.
    """
    told = _composed(password)
    remedy = "take several words that do not belong together, or let a password manager make one"
    if len(told) < LEAST:
        raise BadOption("the password", f"it has fewer than {LEAST} characters", remedy)
    if len(told) > MOST:
        raise BadOption("the password", f"it has more than {MOST} characters", "take fewer")
    if _is_easy(told.casefold(), _composed(name).casefold()):
        raise BadOption("the password", "it is among the first that anybody would try", remedy)
    return password


def _is_easy(told: str, name: str) -> bool:
    """Whether little is left of it without words and rows of keys that everybody tries."""
    if len(set(told)) < _DIFFERENT or any(told in row or told in row[::-1] for row in _ROWS):
        return True
    left = told
    for word in (name, *_WORDS):
        left = left.replace(word, "") if word else left
    return len(left) < len(told) and (len(left) < _DIFFERENT or any(left in r for r in _ROWS))


def _composed(words: str) -> str:
    """The same letters typed on any system are the same password."""
    # What no text can hold stays distinct from what can.
    told = words.encode("utf-8", "backslashreplace").decode()
    return unicodedata.normalize("NFKC", told)
