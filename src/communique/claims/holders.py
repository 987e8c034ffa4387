"""Who holds which post for whom, as the text names them together.

The claim kind `office` tells these; every other kind needs them to know for whom a person acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from communique.claims.knowledge import ClaimKnowledge
from communique.claims.posts.bearers import Bond, bonds
from communique.claims.posts.study import Study
from communique.claims.posts.title import title_bonds
from communique.claims.posts.whose import Whose
from communique.mentions.finder import Named
from communique.model.claim import Party


class Holder(NamedTuple):
    """A person named together with a post that the person holds at the document's time.

    Attributes:
        person: Full name.
        post: The post as written, without the party.
        party: State or institution; None where the text does not tell.
        start: First code point of the words that say so.
        end: One past their last code point.
        canonical: Canonical name of the post.
    """

    person: str
    post: str
    party: Party | None
    start: int
    end: int
    canonical: str = ""


def holders(named: Named, knowledge: ClaimKnowledge) -> tuple[Holder, ...]:
    """Every person named together with a post, in text order; past posts are left out."""
    study = Study(named, knowledge)
    found = [bond for bond in bonds(study) if not _gone(study, bond)]
    told = [_of_peer(bond, found) for bond in found]
    known = [bond for bond in told if bond is not None and bond.phrase.wording]
    whose = Whose(study, known, title_bonds(study))
    return tuple(_holders(study, _without_courtesies(study, known), whose))


def _gone(study: Study, bond: Bond) -> bool:
    """Whether the post is not held any more at the document's time."""
    return bond.phrase.past or study.knowledge.leaders.of_history(bond.bearer.person)


def _holders(study: Study, found: Iterable[Bond], whose: Whose) -> Iterator[Holder]:
    for bond in sorted(found, key=lambda b: b.run):
        start, end = study.context.span(bond.run)
        yield Holder(
            bond.bearer.person,
            bond.phrase.wording,
            whose.party(bond),
            start,
            end,
            bond.phrase.canonical,
        )


def _of_peer(bond: Bond, found: list[Bond]) -> Bond | None:
    """A bond with "colleague" or "counterpart" given the post of whom it refers to."""
    if not bond.phrase.peer:
        return bond
    before = [b for b in found if not b.phrase.peer and b.run.first < bond.run.first]
    if not before:
        return None
    phrase = before[-1].phrase
    return bond._replace(
        phrase=bond.phrase._replace(wording=phrase.wording, canonical=phrase.canonical)
    )


def _without_courtesies(study: Study, found: list[Bond]) -> Iterator[Bond]:
    """Without bare titles of persons who have a post beside: "Ambassador Rice, the Director"."""
    courtesies = study.holding.courtesies
    for bond in found:
        phrase = bond.phrase
        courtesy = bond.title and phrase.bare and phrase.canonical.lower() in courtesies
        others = (b for b in found if b.bearer.person == bond.bearer.person)
        if not (courtesy and any(b.phrase.canonical != phrase.canonical for b in others)):
            yield bond
