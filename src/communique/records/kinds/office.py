"""Offices: a record is a tenure, one person in one post of one state or institution.

The day of the document is no part of it: two thousand documents that name President X are one
profile. A person in two posts has two tenures; an acting or deputy holder has another post.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.slots.office import Office
from communique.model.claim import Party
from communique.model.record import Node
from communique.records.comparing import names
from communique.records.comparing.lore import Lore
from communique.records.comparing.posts import Agreement
from communique.records.comparing.tally import Tally
from communique.records.matching import ENOUGH, Match

_EQUAL_NAME = 0.7
_ALIKE_NAME = 0.6
# A surname alone: with the same post of the same party it is enough, with less it is not.
_SURNAME = 0.4
# Of two full names that a surname may be short for, the surer one is tried first.
_FORMAL = 0.03
_SAME_POST = 0.4
_SHORT_POST = 0.3
_PARTY = 0.2
# Posts that many people hold at a time, in one state: there a surname alone tells nobody.
_LOCAL = frozenset({"head", "judge", "military", "business", "other"})
# Posts that one person holds for one party at a time.
_PUBLIC = frozenset({"head_of_state", "head_of_government", "minister", "royal"})


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """What of a tenure is compared.

    Attributes:
        name: The person as written, without dots and commas.
        posts: Keys of the posts, see `records.comparing.posts`.
        party: The state or institution: its code, else its name; empty where unknown.
        side: The side that it is on.
    """

    name: str
    posts: tuple[str, ...]
    party: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class OfficeMatcher:
    """Compares tenures.

    Attributes:
        lore: What comparisons need to know.
        kind: Name of the kind.
        shape: Of its profiles.
    """

    lore: Lore
    kind: str = "office"
    shape: type[OfficeProfile] = OfficeProfile

    def profiles(self, node: Node) -> Iterator[OfficeProfile]:
        """One of each office."""
        claim = node.claim
        if isinstance(claim, Office) and claim.person.name.strip():
            yield OfficeProfile(
                name=names.tidied(claim.person.name),
                posts=self.lore.posts.keys(claim.post),
                party=key_of(claim.party),
                side=self.lore.sides.of_party(claim.party) if claim.party else "",
            )

    def blocks(self, profile: OfficeProfile) -> Iterator[str]:
        """Each word of the name with the noun of each post."""
        nouns = sorted({noun for post in profile.posts for noun in self.lore.posts.heads(post)})
        yield from (f"{word} {noun}" for word in sorted(names.keys(profile.name)) for noun in nouns)

    def compare(self, one: OfficeProfile, other: OfficeProfile) -> Match | None:
        """A score of name, post and party."""
        if self.contradict(one, other):
            return None
        tally = Tally()
        post = self._posts(one, other)
        same = post is Agreement.SAME
        tally.add(
            _SAME_POST if same else _SHORT_POST,
            f"the same post ({self._common(one, other)})" if same else "a post named in short",
        )
        tally.add(*self._name(one, other))
        if one.party and other.party and same_party(one, other):
            tally.add(_PARTY, f"for the same party ({min(one.party, other.party)})")
        match = tally.match()
        return match if match and match.score >= ENOUGH else None

    def contradict(self, one: OfficeProfile, other: OfficeProfile) -> str | None:
        """Other persons, posts or parties make another tenure.

        A minister of one name for two states is one minister, whom one text ties to the wrong one;
        so is a minister named in short, if both texts give the full name.
        """
        if one == other:
            return None
        posts = self._posts(one, other)
        if posts is None:
            return "the posts differ"
        public = {self.lore.posts.kind(post) for post in (*one.posts, *other.posts)} <= _PUBLIC
        sure = posts is Agreement.SAME or _full(one.name, other.name)
        if not same_party(one, other) and not (sure and public):
            return "the parties differ"
        if not names.alike(one.name, other.name):
            return "the persons differ"
        return None

    def _posts(self, one: OfficeProfile, other: OfficeProfile) -> Agreement | None:
        """The closest that any post of the one is to any of the other."""
        found = {self.lore.posts.agreement(a, b) for a in one.posts for b in other.posts}
        return next((a for a in (Agreement.SAME, Agreement.SHORT) if a in found), None)

    def _common(self, one: OfficeProfile, other: OfficeProfile) -> str:
        return ", ".join(sorted({*one.posts} & {*other.posts}))

    def _name(self, one: OfficeProfile, other: OfficeProfile) -> tuple[float, str]:
        closeness = names.closeness(one.name, other.name)
        told = f"{min(one.name, other.name)} and {max(one.name, other.name)}"
        if closeness is names.Closeness.EQUAL:
            return _EQUAL_NAME, f"the same name ({min(one.name, other.name)})"
        if closeness is names.Closeness.FULL:
            return _ALIKE_NAME, f"two forms of one name ({told})"
        kinds = {self.lore.posts.kind(post) for post in (*one.posts, *other.posts)}
        sure = max(names.formality(one.name), names.formality(other.name))
        score = 0.0 if kinds & _LOCAL else _SURNAME + _FORMAL * sure
        return score, f"a name and its surname ({told})"


def _full(one: str, other: str) -> bool:
    """Whether two names are one, and both have a given name."""
    close = names.closeness(one, other)
    return " " in one and " " in other and close is not names.Closeness.SURNAME


def same_party(one: OfficeProfile, other: OfficeProfile) -> bool:
    """Whether the parties are one, as far as both are known.

    One may be named by what it belongs to: the Commission's president as the Union's.
    """
    if not one.party or not other.party or one.party == other.party:
        return True
    return one.party == other.side or other.party == one.side


def key_of(party: Party | None) -> str:
    """What a party is known by: its code, else its name; empty for none."""
    return (party.code or party.name) if party else ""
