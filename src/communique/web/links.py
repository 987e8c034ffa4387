"""Addresses of what a page leads to; they are permanent."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode, urlsplit

from communique.model.claim import Claim
from communique.model.finding import Quoted
from communique.model.record import ClaimRef, Record


def record_address(ident: str) -> str:
    """The page of a record."""
    return f"/records/{quote(ident, safe='')}"


def person_address(ident: str) -> str:
    """The page of a person."""
    return f"/people/{quote(ident, safe='')}"


def document_address(key: str) -> str:
    """The page of a document."""
    return f"/documents/{quote(key, safe='')}"


def claim_address(ref: ClaimRef) -> str:
    """The words of a claim, marked in their document."""
    return f"{document_address(ref.document)}?claim={quote(ref.claim, safe='')}#words"


def quote_address(quoted: Quoted) -> str:
    """The words of a finding, marked in their document."""
    return words_address(quoted.document, quoted.start, quoted.end)


def words_address(key: str, start: int, end: int) -> str:
    """Words of a document, marked in it; offsets are code points of its text."""
    return f"{document_address(key)}?from={start}&to={end}#words"


def leading_address(record: Record) -> str:
    """The words that lend a record its quote."""
    return claim_address(record.claims[0])


def leading_words(claim: Claim) -> str:
    """The words that assert a claim, on one line."""
    return " ".join(claim.evidence[0].exact.split()) if claim.evidence else ""


def with_query(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """An address with parameters; empty ones are left out."""
    told = urlencode([(name, value) for name, value in pairs if value])
    return f"{path}?{told}" if told else path


def local(address: str, otherwise: str = "/") -> str:
    """An address, if it is a path of this site."""
    # Browsers take two slashes, of either kind, for another site; and overlook tabs and line ends.
    plain = address.isprintable() and address.startswith("/")
    if not plain or address[1:2] in ("/", "\\"):
        return otherwise
    try:
        parts = urlsplit(address)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else address
