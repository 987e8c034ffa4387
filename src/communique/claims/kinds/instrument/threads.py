"""Which namings of a text mean the same document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.claims.kinds.instrument.naming import Naming
from communique.claims.tree import Tree
from communique.model.terms import BINDING, InstrumentType

_ALIKE = 0.6
# Sentences that "the agreement" looks back, and that "it" does.
_FAR = 12
# Words between a name and the brackets that shorten it: its date and place.
_ASIDE = 8
_OPENING = frozenset({"(", '"', "“", "''", "``", "the", "‘", "'"})
_ANY = frozenset({"agreement", "deal", "accord", "pact"})
# One document may be called by any of these; the Charter of a body is not its Convention.
_ALIKE_NOUNS = _ANY | {"treaty", "arrangement", "settlement", "compact"}
# What a list of documents signed may name.
LISTED = BINDING | {
    InstrumentType.FRAMEWORK,
    InstrumentType.PROGRAMME,
    InstrumentType.ROADMAP,
    InstrumentType.DECLARATION,
    InstrumentType.STATEMENT,
}


@dataclass(frozen=True, slots=True)
class Thread:
    """One document, with every place that names it, in text order."""

    namings: tuple[Naming, ...]

    @property
    def fullest(self) -> Naming:
        """The naming that tells most."""
        return max(self.namings, key=lambda n: (n.named, n.acronym is not None, len(n.distinct)))

    @property
    def type(self) -> InstrumentType | None:
        """What sort of document it is."""
        return self.fullest.type


def threads(tree: Tree, namings: Sequence[Naming], versions: frozenset[str]) -> tuple[Thread, ...]:
    """The documents that namings mean; a bare naming that takes up none is left out.

    Args:
        tree: The parse.
        namings: In text order.
        versions: Words that set documents of the same name apart.
    """
    groups: list[list[Naming]] = []
    for naming in namings:
        group = _alias(tree, groups, naming) or _apposed(tree, groups, naming)
        group = group or _group(tree, groups, naming, versions)
        if group is not None:
            group.append(naming)
        elif naming.plain and naming.bare and naming.definite:
            continue
        elif naming.type is not None or naming.plural:
            groups.append([naming])
    return tuple(Thread(tuple(group)) for group in groups)


def _alias(tree: Tree, groups: list[list[Naming]], naming: Naming) -> list[Naming] | None:
    """The document that a naming in brackets gives a short name to: "(“Lakeside Statement”)"."""
    before = naming.tokens[0] - 1
    while tree.lower(before) in _OPENING:
        before -= 1
        if tree.lower(before + 1) == "(":
            first = tree.sentence(before).first
            near = range(max(first, before - _ASIDE), before + 1)
            return next((g for g in groups if g[-1].tokens[-1] in near), None)
    return None


def _apposed(tree: Tree, groups: list[list[Naming]], naming: Naming) -> list[Naming] | None:
    """The named document that a naming only explains: "the Reef Pact, a landmark agreement"."""
    token = tree[naming.head]
    if naming.named or naming.definite or token.dep != "appos" or tree.child(naming.head, "conj"):
        return None
    return next((g for g in groups if g[-1].named and token.head in g[-1].tokens), None)


def _group(
    tree: Tree, groups: list[list[Naming]], naming: Naming, versions: frozenset[str]
) -> list[Naming] | None:
    """The document named before that a naming takes up."""
    if naming.count is not None or (naming.plural and not naming.named):
        return None
    if naming.bare:
        return _last(tree, groups, naming) if naming.definite else None
    for group in reversed(groups):
        if any(_same(naming, other, versions) for other in group):
            return group
    if naming.definite and not naming.named and tree.lower(naming.tokens[0] - 1) == "this":
        return _last(tree, groups, naming)
    return None


def _last(tree: Tree, groups: list[list[Naming]], naming: Naming) -> list[Naming] | None:
    """The document of that sort named last before, one in the name of another only if alone."""
    number = tree.sentence_number(naming.head)
    near = [
        group
        for group in groups
        if number - tree.sentence_number(group[-1].head) <= _FAR
        and not group[-1].plural
        and (group[0].type is not None)
    ]
    near.sort(key=lambda group: group[-1].head)
    apart = [g for g in near if not _nested(g[-1], groups)]
    return _alike(apart, naming) or _alike(near, naming)


def _alike(near: list[list[Naming]], naming: Naming) -> list[Naming] | None:
    """The last of the documents that a naming may take up by its noun or type."""
    if naming.plain:
        return next((g for g in reversed(near) if any(n.noun == naming.noun for n in g)), None)
    alike = [g for g in near if naming.type is None or Thread(tuple(g)).type is naming.type]
    if not alike and naming.noun in _ANY:
        alike = [g for g in near if Thread(tuple(g)).type in BINDING]
    if not alike and naming.named:
        return None
    return alike[-1] if alike else None


def _nested(naming: Naming, groups: list[list[Naming]]) -> bool:
    """Whether a document is only told of in another's name: "the protocol to the Reef Treaty"."""
    others = (other for group in groups for other in group if other is not naming)
    return any(naming.head in other.tokens and other.head < naming.head for other in others)


def _same(one: Naming, other: Naming, versions: frozenset[str]) -> bool:
    """Whether two namings have the same name, one of them perhaps shortened."""
    if one.type is not other.type:
        return False
    if one.acronym and one.acronym == other.acronym and _agree(one, other):
        return True
    if not one.distinct or not other.distinct or other.plural != one.plural:
        return False
    if one.noun != other.noun and not {one.noun, other.noun} <= _ALIKE_NOUNS:
        return False
    differing = one.distinct ^ other.distinct
    if one.type is InstrumentType.RESOLUTION and _numbers(one) & _numbers(other):
        return True
    if versions & differing or sum(word[-1:].isdigit() for word in differing) > 1:
        return False
    common = len(one.distinct & other.distinct)
    if 2 * common / (len(one.distinct) + len(other.distinct)) >= _ALIKE:
        return one.definite or one.named
    shorter = min(len(one.distinct), len(other.distinct))
    return common == shorter and one.named and (one.definite or shorter > 1)


def _numbers(naming: Naming) -> frozenset[str]:
    return frozenset(word for word in naming.distinct if word[:1].isdigit() or "/" in word)


def _agree(one: Naming, other: Naming) -> bool:
    """Whether nothing but the acronym sets two namings apart."""
    return one.distinct <= other.distinct or other.distinct <= one.distinct or one.definite
