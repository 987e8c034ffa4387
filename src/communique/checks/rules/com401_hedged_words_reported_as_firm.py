"""COM401: what the closest source only considers is reported as promised, agreed or given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.pledges import money
from communique.checks.rule import Example, RecordRule, Told
from communique.checks.seen import Case
from communique.claims.slots.commitment import Commitment
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.model.record import Directness, Node
from communique.model.terms import Grade, Modality
from communique.records.electing import CLOSENESS, Voter
from communique.records.parties import voters
from communique.vocab.claims.plain_words import load_plain_words
from communique.vocab.commitment_checks import commitment_words

_HEDGED = frozenset({Grade.CONSIDERED, Grade.INTENDED})
# Of what was paid, or is bound by contract, "may" and "possible" tell something else.
_LOOSE = frozenset({Grade.PLEDGED, Grade.AGREED})
# Words that leave a sum open stand this near before it, in code points.
_REACH = 70
# What is told much later may have been promised, or paid, in the meantime.
_LATER = timedelta(days=365)
_PAID = timedelta(days=60)
_BOTH = 2

# Words of somebody who binds himself.
_FIRM = re.compile(
    r"\b(?:will (?!consider|explore|seek)|committed|commits|pledged|promised|undertook)"
)


class HedgedWordsReportedAsFirm(RecordRule):
    """A sum that its closest source only considers or intends is reported elsewhere as firm.

    The closest source, that of the giver before that of the receiver before others, or the first
    where all are others, calls the sum considered or intended; a document further off, published
    later, reports it as promised, agreed or given. The rule keeps quiet once a source as close says
    so too, and where the later document tells of an act of its own, such as a signing.

    Why it matters: repeated often enough, readiness turns into money that nobody has promised.

    What to do: read the closest source; correct the firmness of the other claim, or add the
    document in which the promise was made.

    Known limits: a promise made in between, of which the dossier has no source, looks the same.
    """

    code = "COM401"
    name = "hedged-words-reported-as-firm"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Japan declared its readiness to allocate 300 million dollars for the port of"
                " Mombasa in Kenya.",
                date(2024, 1, 29),
                publisher="Ministry of Foreign Affairs of Japan",
            ),
            Told(
                "Japan allocates 300 million dollars for the port of Mombasa in Kenya.",
                date(2024, 2, 2),
                publisher="Harbour Daily",
            ),
        ),
        "Japan itself only said that it is ready to.",
    )
    quiet = Example(
        (
            Told(
                "Japan declared its readiness to allocate 300 million dollars for the port of"
                " Mombasa in Kenya.",
                date(2024, 1, 29),
                publisher="Ministry of Foreign Affairs of Japan",
            ),
            Told(
                "Japan will allocate 300 million dollars for the port of Mombasa in Kenya.",
                date(2024, 2, 2),
                publisher="Ministry of Foreign Affairs of Japan",
            ),
        ),
        "Japan itself has gone further in the meantime.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        known = commitment_words()
        acts = "|".join(map(re.escape, sorted(known.acts)))
        hedging = "|".join(map(re.escape, sorted(known.hedging)))
        self._grades = load_plain_words().grade
        self._acts = re.compile(rf"\b(?:{acts})\b", re.IGNORECASE)
        self._open = re.compile(
            rf"\b(?:{hedging})\b[^.;\d]{{0,{_REACH}}}(?:[$€£¥]|\b\d)", re.IGNORECASE
        )
        self._hedging = re.compile(rf"\b(?:{hedging})\b", re.IGNORECASE)

    def check(self, case: Case) -> Iterable[Finding]:
        """What is to be said of a record."""
        head = case.record.head
        if not isinstance(head, Commitment) or head.amount is None or "grade" in case.record.ruled:
            return
        told = [node for node in case.nodes if _stands(node)]
        # It takes a claim that hedges and another that does not; most records have one only.
        if len(told) < _BOTH or not (
            any(map(self._is_hedged, told)) and any(map(self._is_firm, told))
        ):
            return
        found = self._inflated(voters(told, self.background.kin)[1])
        if found is not None:
            yield self._finding(case, *found)

    def _is_hedged(self, node: Node) -> bool:
        """Whether a claim calls the sum considered or intended, or words before leave it open."""
        loose = _grade(node) in _LOOSE and self._open.search(node.claim.evidence[0].exact)
        words = " ".join(e.exact for e in node.claim.evidence)
        # "Committed a loan" hedges nothing, whatever the grade that was read.
        firm = _FIRM.search(words) and not self._hedging.search(words)
        return (_grade(node) in _HEDGED and not firm) or bool(loose)

    def _is_firm(self, node: Node) -> bool:
        """Whether a claim is firm, and none of its words leaves that open."""
        words = " ".join(e.exact for e in node.claim.evidence)
        hedged = _grade(node) in _LOOSE and self._hedging.search(words)
        return _grade(node) not in _HEDGED and not hedged and not self._open.search(words)

    def _inflated(self, votes: Sequence[Voter]) -> tuple[Voter, Voter] | None:
        """The closest hedged telling and the first firm one further off, if any."""
        nearest = min((v.directness for v in votes), key=CLOSENESS.__getitem__)
        close = [v for v in votes if v.directness is nearest and self._is_hedged(v.node)]
        if not close:
            return None
        hedged = min(close, key=lambda v: (_day(v.node), v.node.ref))
        outside = nearest is Directness.OUTSIDER
        firm = [v for v in votes if self._is_firm(v.node)]
        if any(v.directness is nearest and not outside for v in firm):
            return None
        if any(_day(v.node) <= _day(hedged.node) for v in firm if outside):
            return None
        reported = [v for v in firm if self._repeats(hedged, v)]
        return (
            (hedged, min(reported, key=lambda v: (_day(v.node), v.node.ref))) if reported else None
        )

    def _repeats(self, hedged: Voter, firm: Voter) -> bool:
        """Whether a firm telling is a report of the hedged one, and tells of no act of its own."""
        gap = _day(firm.node) - _day(hedged.node)
        most = _PAID if _grade(firm.node) is Grade.DELIVERED else _LATER
        if firm.story == hedged.story or not timedelta(0) <= gap <= most:
            return False
        claim = firm.node.claim
        assert isinstance(claim, Commitment)
        acted = claim.when.first if claim.when else None
        if acted is not None and acted > _day(hedged.node):
            return False
        return not any(self._acts.search(e.exact) for e in claim.evidence)

    def _word(self, node: Node) -> str:
        grade = _grade(node)
        return (grade if grade in _HEDGED else Grade.CONSIDERED).value

    def _finding(self, case: Case, hedged: Voter, firm: Voter) -> Finding:
        head = case.record.head
        assert isinstance(head, Commitment)
        assert head.amount is not None
        said, reported = (_day(v.node) for v in (hedged, firm))
        return self.found(
            f"{money(head.amount)} that the closest source has only as"
            f" {self._word(hedged.node)} ({spelled.day(said)}) is reported as"
            f" {self._grades[_grade(firm.node)]} ({spelled.day(reported)})",
            [
                case.quote(firm.node, "the report"),
                case.quote(hedged.node, "the closest source", subject=False),
            ],
            records=[case.record.id],
        )


def _stands(node: Node) -> bool:
    """Whether a claim is of a known day and not denied."""
    known = isinstance(node.claim, Commitment) and node.document.published is not None
    return known and node.claim.modality is not Modality.DENIED


def _grade(node: Node) -> Grade:
    assert isinstance(node.claim, Commitment)
    return node.claim.grade


def _day(node: Node) -> date:
    assert node.document.published is not None
    return node.document.published
