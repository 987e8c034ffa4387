"""Institutions that the vocabulary lacks, by words of their names, and who is at their head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.checks.seen import Sheet
from communique.claims.slots.office import Office
from communique.model.claim import Evidence, Party
from communique.model.mention import OrganizationMention
from communique.vocab.tenures import TenureWords

# Of how many words the name of an institution is at least.
_NAMED = 3
_PARTED = re.compile(r"(?P<post>.+?) of (?:the )?(?P<body>.+)")
# "The Federal Reserve Bank of Dallas", of which a shorter name was read.
_GOES_ON = re.compile(r"[’']s\b|[ \t]+(?:of|for) (?:the )?[A-Z]|[ \t]+[A-Z]")


@dataclass(frozen=True)
class Bodies:
    """Tells institutions by their names.

    Attributes:
        words: Words about posts.
    """

    words: TenureWords

    def is_body(self, name: str) -> bool:
        """Whether a name is that of an institution."""
        words = body_key(name).split()
        return len(words) >= _NAMED and bool(self.words.bodies & {*words})

    def has_head(self, key: str, name: str) -> bool:
        """Whether an institution has one holder of a post; only a central bank has one governor."""
        if not self.is_body(name) or key not in self.words.heads:
            return False
        return key != "governor" or any(w in body_key(name) for w in self.words.central)

    def post(self, wording: str) -> str:
        """A post without the institution: "Secretary-General of the Grain Council"."""
        within = _PARTED.fullmatch(wording)
        return within["post"] if within and self.is_body(within["body"]) else wording

    def whose(self, sheet: Sheet, claim: Office) -> Party | None:
        """Whose post a claim tells.

        "Central Bank of Kenya Governor Otieno" is no governor of Kenya.
        """
        within = _PARTED.fullmatch(claim.post)
        if within and self.is_body(within["body"]):
            return Party(within["body"])
        if claim.party is None:
            return None
        start = claim.evidence[0].start
        around = (
            body
            for body in sheet.mentions_of(OrganizationMention)
            if body.start < start < body.end and self.is_body(body.name)
        )
        body = next(around, None)
        return claim.party if body is None else Party(body.name)


def body_key(name: str) -> str:
    """The name of an institution as seats are known by: "the Bank of Peru" is "bank of peru"."""
    return " ".join(re.findall(r"\w+", name.casefold())).removeprefix("the ")


def body_beside(sheet: Sheet, evidence: Evidence, key: str) -> OrganizationMention | None:
    """The institution that words name, by its key."""
    if " " not in key:
        return None
    bodies = sheet.mentions_of(OrganizationMention)
    beside = (b for b in bodies if b.start < evidence.end and evidence.start < b.end)
    return next((b for b in beside if body_key(b.name) == key), None)


def is_whole(sheet: Sheet, body: OrganizationMention, post: int) -> bool:
    """Whether the name of an institution ends where it was read to end, or a post stands behind."""
    return post > body.end or _GOES_ON.match(sheet.text, body.end) is None
