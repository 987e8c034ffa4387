"""What a kind of source has to offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from communique.errors import CommuniqueError
from communique.model.failure import Failure
from communique.model.raw import GivenDocument, RawDocument

#: What reading a source gives, document by document.
Found = RawDocument | GivenDocument | Failure


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of source.

    Attributes:
        name: As shown to people.
        can_read: Whether an address is of this kind; the first reader that says so is asked.
        read: The documents behind an address, in order; `stdin` is what "-" stands for. Raises an
            `InputError` where nothing can be read; a bad part of it is a `Failure` among the rest.
    """

    name: str
    can_read: Callable[[str], bool]
    read: Callable[[str, BinaryIO], Iterator[Found]]


def failure(ident: str, error: CommuniqueError) -> Failure:
    """A source's error as an entry among its documents."""
    return Failure(id=ident, stage="sources", code=error.code, message=str(error))
