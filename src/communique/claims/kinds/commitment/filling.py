"""Parties that a document tells once for all its sums: who gives throughout, and to whom.

"The Fund approved a credit of 40 million for Benin. A first tranche of 9 million was paid in June":
the second sentence leaves out what the reader knows by then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from communique.claims.authors import in_text, posted, publisher
from communique.claims.kinds.commitment.doubts import is_of_papers
from communique.claims.kinds.commitment.drafting import Draft, Drafting
from communique.claims.kinds.commitment.lenders import lends_money
from communique.claims.kinds.commitment.parts import sums_up
from communique.claims.reading import Reading
from communique.model.claim import Party
from communique.model.mention import PartyMention

# Times that a party must be named to be what a text is about, and how much oftener than the next.
_OFTEN = 3
_LEAD = 2
_UNION = "EU"
# Nouns of giving a thing.
_HANDOVERS = frozenset(
    {"handover", "handing", "donation", "delivery", "presentation", "transfer", "gift", "shipment"}
)
# Words of a title behind which stands a rival rather than a receiver.
_RIVALS = re.compile(r"\b(?:from|against|like|counter|combat|confront|over|than|despite)\b", re.I)


@dataclass(frozen=True)
class Filling:
    """Fills the parties that the sentences of one document leave out.

    Attributes:
        reading: The document.
        drafting: Tells whether a deed has a doer of its own.
        drafts: All commitments of the document.
    """

    reading: Reading
    drafting: Drafting
    drafts: Sequence[Draft]

    def filled(self) -> list[Draft]:
        """The drafts with what the document tells of all."""
        return [self._filled(draft) for draft in self.drafts]

    def _filled(self, draft: Draft) -> Draft:
        claim = draft.claim
        if is_of_papers(self.reading, self.drafting.words, draft.number):
            return draft
        by = claim.by or self._giver(draft)
        to = claim.to or self._receiver(draft, by)
        if not by and to == publisher(self.reading) and not self.drafting.joint:
            # What a government tells of at home is its own: nobody else gives it.
            to = ()
        if (by, to) == (claim.by, claim.to):
            return draft
        return replace(draft, claim=replace(claim, by=by, to=to))

    def _giver(self, draft: Draft) -> tuple[Party, ...]:
        """Who gives most of the sums of the text, where the sentence has no other doer."""
        claim = draft.claim
        if claim.amount is None or draft.deed.signed or self._has_other_doer(draft):
            return ()
        if sums_up(self.reading, draft.number):
            return ()
        for giver in (self._common_giver, self._lender_of_title):
            if self._is_known_by_then(giver, draft) and not set(giver) & set(claim.to):
                return giver
        return ()

    def _is_known_by_then(self, giver: tuple[Party, ...], draft: Draft) -> bool:
        """Whether a reader knows who gives: told with an earlier sum, or with several.

        Who gives one sum at the end of a text does not thereby give those at its head.
        """
        if giver == self._lender_of_title:
            return True
        sums = [d for d in self.drafts if d.claim.amount and d.claim.by == giver]
        return len(sums) > 1 or any(d.number.start < draft.number.start for d in sums)

    def _has_other_doer(self, draft: Draft) -> bool:
        """Whether a doer is named whom nobody knows; "the Government" is the one known."""
        if not self.drafting.givers.has_doer(draft.number, draft.deed):
            return False
        tree = self.reading.tree
        subject = tree.subject(draft.deed.index)
        own = self.drafting.words.money.keys() | self.reading.knowledge.referents.agents
        return subject is not None and tree.lower(subject) not in own

    @cached_property
    def _lender_of_title(self) -> tuple[Party, ...]:
        """The one bank or fund that the title names, where a text is about its money."""
        named = in_text(self.reading, self.reading.document.title or "")
        lenders = tuple(p for p in named if lends_money(p))
        return lenders if len(lenders) == 1 else ()

    @cached_property
    def _common_giver(self) -> tuple[Party, ...]:
        """The giver of more than half of all sums that have one."""
        return _common(d.claim.by for d in self.drafts if d.claim.amount and d.claim.by)

    def _receiver(self, draft: Draft, by: tuple[Party, ...]) -> tuple[Party, ...]:
        """The other party in the title, else who gets most of what the same side gives.

        Else it is the state where a mission that publishes has its seat, or whom the text is about.
        """
        if not self._is_given(draft):
            return ()
        titled = self._of_title(by)
        if titled:
            return titled
        same = (
            d.claim.to for d in self.drafts if self._are_places(d.claim.to) and d.claim.by == by
        )
        found = _common(same) or self._hosts(by) or self._topic or self._topic_of_givers
        return () if set(found) & set(by) else found

    def _of_title(self, by: tuple[Party, ...]) -> tuple[Party, ...]:
        """The one party in the title that does not give; none that gives what other sums tell."""
        title = _without_rivals(self.reading.document.title or "")
        named = in_text(self.reading, title, cities=False)
        gives = {p for d in self.drafts for p in d.claim.by}
        gets = {p for d in self.drafts for p in d.claim.to}
        own = by or publisher(self.reading)
        others = [p for p in named if p not in own and self._receives_as_whole(p, by)]
        return tuple(others) if len(others) == 1 and not set(others) & gives - gets else ()

    def _receives_as_whole(self, party: Party, by: tuple[Party, ...]) -> bool:
        """Whether a text about a party is about what it gets: a state, or a region of others."""
        members = self.reading.named.context.knowledge.members.get(party.name, ())
        place = party.code is None or self._is_state(party)
        return place and not any(giver.code in members for giver in by)

    def _hosts(self, by: tuple[Party, ...]) -> tuple[Party, ...]:
        """The state in which the mission of the giver publishes: "Embassy of Finland, Nairobi"."""
        sides = posted(self.reading)
        return tuple(p for p in sides[1:] if by == sides[:1])

    def _is_given(self, draft: Draft) -> bool:
        """Whether it is something that somebody gets, rather than something built or changed."""
        sense, tree = draft.deed.sense, self.reading.tree
        if draft.claim.amount is not None:
            return True
        lemma = tree[draft.deed.index].lemma
        if lemma in self.drafting.words.deliverables.moving or lemma in _HANDOVERS:
            return True
        return sense is not None and sense.done is not None and not sense.builds

    @cached_property
    def _topic(self) -> tuple[Party, ...]:
        """The state that the text names far oftener than any but its publisher's."""
        return self._named_most(publisher(self.reading))

    @cached_property
    def _topic_of_givers(self) -> tuple[Party, ...]:
        """The same among those who give nothing themselves, where several others give."""
        givers = {p for d in self.drafts for p in d.claim.by}
        takers = {p for d in self.drafts for p in d.claim.to if self._is_state(p)}
        found = self._named_most((*publisher(self.reading), *givers))
        return found if takers <= set(found) else ()

    def _named_most(self, own: Collection[Party]) -> tuple[Party, ...]:
        named = Counter(Party(m.name, m.code) for m in self.reading.mentions(PartyMention))
        states = [(p, n) for p, n in named.most_common() if p not in own and self._is_state(p)]
        if not states or states[0][1] < _OFTEN:
            return ()
        clear = len(states) == 1 or states[0][1] >= _LEAD * states[1][1]
        return (states[0][0],) if clear else ()

    def _are_places(self, parties: tuple[Party, ...]) -> bool:
        members = self.reading.named.context.knowledge.members
        return bool(parties) and all(p.name in members or self._is_state(p) for p in parties)

    def _is_state(self, party: Party) -> bool:
        """Whether a party is a state, or the Union; the World Bank (WB) has two letters, too."""
        states = self.reading.named.context.knowledge.states
        return party.code is not None and (party.code in states or party.code == _UNION)


def _without_rivals(title: str) -> str:
    """A title up to those whom something is done against: "Protects Farms from Chad's Dumping"."""
    return _RIVALS.split(title, maxsplit=1)[0]


def _common(groups: Iterator[tuple[Party, ...]]) -> tuple[Party, ...]:
    """The group that makes up more than half."""
    counted = Counter(groups)
    if not counted:
        return ()
    group, count = counted.most_common(1)[0]
    return group if 2 * count > counted.total() else ()
