"""What browsers and programs show to be known again; the dossier keeps digests alone."""

from __future__ import annotations

import secrets
from hashlib import sha256

#: What tokens of programs begin with, so that people and scanners of files tell them.
BEGINNING = "communique_"
_BYTES = 32


def session_secret() -> str:
    """What the cookie of a new session holds: 256 bits, at random."""
    return secrets.token_urlsafe(_BYTES)


def api_secret() -> str:
    """A new token for a program: 256 bits, at random."""
    return BEGINNING + secrets.token_urlsafe(_BYTES)


def first_password() -> str:
    """A password that an administrator hands on: 96 bits, at random."""
    return "-".join(secrets.token_hex(3) for _ in range(4))


def digest_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so that a plain digest tells nothing."""
    return sha256(secret.encode("utf-8", "backslashreplace")).hexdigest()
