"""What the versions of a story change: figures that another version tells otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.records.stories.differences import Edit, edit_of
from communique.store.stories import StoredVersion, VersionPair


@dataclass(frozen=True, slots=True)
class Changed:
    """The figures in which a version departs from an earlier one.

    Attributes:
        earlier: Key of the earlier version.
        later: Key of the version.
        edits: What stands otherwise, in text order.
    """

    earlier: str
    later: str
    edits: tuple[Edit, ...]


def changes(
    versions: Sequence[StoredVersion], pairs: Iterable[VersionPair]
) -> Mapping[str, Changed]:
    """For each version that changes figures, by its key, how it departs from the earliest it can.

    Args:
        versions: The documents of a story, in their order.
        pairs: Those of them that were compared.
    """
    place = {version.number: n for n, version in enumerate(versions)}
    found: dict[str, Changed] = {}
    for pair in sorted(pairs, key=lambda p: min(place[p.first], place[p.second])):
        one, other = (versions[place[number]] for number in (pair.first, pair.second))
        edits = (edit_of(e, one.document.text, other.document.text) for e in pair.differences)
        changed = tuple(edit for edit in edits if edit.changes_figures)
        if place[pair.first] > place[pair.second]:
            one, other = other, one
            changed = tuple(turned(edit) for edit in changed)
        if changed:
            found.setdefault(other.key, Changed(one.key, other.key, changed))
    return found


def turned(edit: Edit) -> Edit:
    """An edit seen from the other version."""
    return Edit(edit.inserted, edit.inserted_text, edit.removed, edit.removed_text, edit.touches)
