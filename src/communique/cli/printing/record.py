"""One record with everything that stands behind it, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.claims.slots.declare import slots_of
from communique.cli.printing.colours import COLOURS
from communique.cli.printing.findings import STYLES
from communique.cli.printing.records import Ledger, when
from communique.cli.printing.terminal import clean
from communique.model.decision import Ruling
from communique.model.finding import ALARMS
from communique.model.record import ClaimRef, Dispute, Joint, Relation, Step, Telling
from communique.model.spelled import days
from communique.model.terms import Grade, InstrumentAction
from communique.store.evidence import Told
from communique.views.headlines import headline
from communique.views.page import Page, Variant
from communique.views.wording import Wording, label_of, value_in_words

_INDENT = (0, 0, 0, 2)
_DEEPER = (0, 0, 0, 6)
_SECTIONS_APART = Text()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Prints the page of one record.

    Attributes:
        wording: Plain words.
        ids: What to type for each id.
    """

    wording: Wording
    ids: Mapping[str, str]

    def show(self, page: Page) -> RenderableType:
        """All of it, section by section; sections that would be empty are left out."""
        sections = (
            ("", self._facts(page)),
            ("Does not add up", _findings(page)),
            ("Disputed", self._disputes(page)),
            ("Versions of one text differ", self._variants(page)),
            ("History", self._history(page)),
            ("Marked as delivered", self._deliveries(page)),
            ("Related records", self._relations(page)),
            ("Told by", self._evidence(page)),
            ("Why these are one", self._joints(page)),
            ("Decisions", _decisions(page)),
        )
        body = [part for heading, lines in sections for part in _section(heading, lines)]
        return Group(self._heading(page), *body)

    def _heading(self, page: Page) -> Text:
        record = page.listed.record
        style = f"bold underline {COLOURS.get(record.kind, 'default')}"
        told = days(record.told_first, record.told_last)
        facts = [
            record.id,
            when(record),
            f"told by {teller}" if (teller := Ledger(self.wording, {}).teller(record)) else "",
            _counted(record.stories, "independent voice"),
            f"told {told}" if told else "",
        ]
        line = " · ".join(fact for fact in facts if fact)
        title = Text(clean(headline(record.head, self.wording)), style=style)
        return Text("\n").join([title, Text(clean(line), style="dim")])

    def _facts(self, page: Page) -> Iterator[RenderableType]:
        record = page.listed.record
        names = {slot.label: slot.name for slot in slots_of(type(record.head))}
        for label, value in self.wording.told(record.head):
            line = Text(f"{label}: ", style="dim").append(clean(value), style="default")
            ruled = names.get(label) in record.ruled
            yield line.append(" (set by a person)" if ruled else "", style="dim")

    def _disputes(self, page: Page) -> Iterator[RenderableType]:
        for dispute in page.listed.record.disputes:
            label = label_of(page.listed.record.head, dispute.slot)
            yield Text(label, style="dim")
            for telling in dispute.tellings:
                yield Padding(self._telling(page, dispute, telling), _INDENT)

    def _telling(self, page: Page, dispute: Dispute, telling: Telling) -> Text:
        value = value_in_words(page.listed.record.head, dispute.slot, telling.value, self.wording)
        voices = _counted(telling.stories, "independent voice")
        line = Text(clean(value), style="bold" if telling is dispute.tellings[0] else "")
        return line.append(f"  {voices}, {_HOW[telling.directness]} ", style="dim").append(
            _cited(telling.claims, page)
        )

    def _variants(self, page: Page) -> Iterator[RenderableType]:
        for variant in page.variants:
            yield self._variant(page, variant)

    def _variant(self, page: Page, variant: Variant) -> Text:
        head = page.listed.record.head
        line = Text(f"{label_of(head, variant.slot)}: ", style="dim")
        for index, (value, refs) in enumerate(variant.values):
            line.append(" → " if index else "", style="dim")
            line.append(
                clean(value_in_words(head, variant.slot, value, self.wording)), style="default"
            )
            line.append(f" {_cited(refs, page)}", style="default")
        return line

    def _history(self, page: Page) -> Iterator[RenderableType]:
        for step in page.listed.record.history:
            yield self._step(page, step)

    def _step(self, page: Page, step: Step) -> Text:
        span = days(step.first, step.last)
        on = span if step.dated or not span else f"told {span}"
        line = Text(f"{on or 'day unknown'}  ", style="dim")
        line.append(self.wording.value(_term(step.term)), style="default")
        line.append(" (planned)" if step.planned else "", style="dim")
        return line.append(f" {_cited(step.claims, page)}" if step.claims else "", style="default")

    def _deliveries(self, page: Page) -> Iterator[RenderableType]:
        for delivery in page.listed.record.delivery:
            on = days(delivery.on, delivery.on) or "day unknown"
            line = Text(f"{on}  ", style="dim").append(clean(delivery.evidence), style="default")
            yield line.append(f"  decision {delivery.decision[:10]}", style="dim")

    def _relations(self, page: Page) -> Iterator[RenderableType]:
        for relation in page.listed.relations:
            yield self._relation(page, relation)

    def _relation(self, page: Page, relation: Relation) -> Text:
        other = page.others.get(relation.record)
        told = headline(other.head, self.wording) if other is not None else ""
        line = Text(f"{_RELATIONS[relation.kind]} ", style="dim")
        line.append(self.ids.get(relation.record, relation.record), style="bold")
        line.append(f"  {clean(told)}", style="default")
        return line.append(f"  ({clean('; '.join(relation.reasons))})", style="dim")

    def _evidence(self, page: Page) -> Iterator[RenderableType]:
        for number, told in page.told.items():
            yield _source(number, told)
            for quote in told.stored.node.claim.evidence:
                words = f"“{' '.join(quote.exact.split())}”"
                line = Text(clean(words)).append(f"  {quote.start}–{quote.end}", style="dim")
                yield Padding(line, _DEEPER)
            voice = told.stored.node.claim.attributed_to
            if voice:
                yield Padding(Text(clean(f"according to {voice}"), style="dim"), _DEEPER)

    def _joints(self, page: Page) -> Iterator[RenderableType]:
        for joint in page.listed.record.joints:
            yield _joint(page, joint)


def _section(heading: str, lines: Iterable[RenderableType]) -> Iterator[RenderableType]:
    body = list(lines)
    if body:
        yield _SECTIONS_APART
        if heading:
            yield Text(heading, style="bold")
        yield from (Padding(line, _INDENT) for line in body)


def _source(number: int, told: Told) -> Text:
    """The document that tells a claim, on one line."""
    document = told.stored.node.document
    facts = [
        document.published.isoformat() if document.published else "date unknown",
        document.publisher or "publisher unknown",
        told.title or told.ident,
        f"document {document.key}",
        f"story {document.story}",
    ]
    line = Text(f"[{number}] ", style="bold")
    return line.append(clean(" · ".join(facts)), style="default")


def _joint(page: Page, joint: Joint) -> Text:
    line = Text(_cited((joint.first, joint.second), page))
    line.append(f" {clean('; '.join(joint.reasons))}", style="default")
    by = f"decision {joint.decision[:10]}" if joint.decision else f"score {joint.score:.2f}"
    return line.append(f"  ({by})", style="dim")


def _findings(page: Page) -> Iterator[RenderableType]:
    """Findings with their names, the gravest first; `communique check` tells them in full."""
    ranked = sorted(page.findings, key=lambda kept: ALARMS.index(kept.finding.severity))
    for kept in ranked:
        finding = kept.finding
        line = Text.assemble((finding.severity.value, STYLES[finding.severity]), " ")
        line.append(clean(finding.message))
        yield line.append(f"  {kept.ident}", style="dim")


def _decisions(page: Page) -> Iterator[RenderableType]:
    for decision in page.decisions:
        line = Text(f"{decision.at:%Y-%m-%d}  ", style="dim")
        line.append(_RULINGS.get(decision.ruling, decision.ruling.value), style="default")
        if decision.ruling is Ruling.CORRECT:
            line.append(clean(f" {decision.payload['slot']}"), style="default")
        line.append(clean(f" by {decision.author}"), style="default")
        line.append(clean(f": {decision.reason}" if decision.reason else ""), style="default")
        undone = ", undone" if decision.id in page.undone else ""
        yield line.append(f"  (decision {decision.id[:10]}{undone})", style="dim")


def _cited(refs: Iterable[ClaimRef], page: Page) -> str:
    """Claims by their numbers: "[1] [3]"."""
    numbers = sorted(page.numbers[ref] for ref in refs if ref in page.numbers)
    return " ".join(f"[{number}]" for number in numbers)


def _term(step: str) -> Grade | InstrumentAction:
    return Grade(step) if step in set(Grade) else InstrumentAction(step)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_RULINGS = {
    Ruling.ACCEPT: "accepted",
    Ruling.REJECT: "rejected",
    Ruling.CORRECT: "corrected",
    Ruling.ADD: "added",
    Ruling.MERGE: "merged",
    Ruling.SPLIT: "split",
    Ruling.NEVER_MERGE: "kept apart",
    Ruling.DELIVERED: "marked as delivered",
    Ruling.SPEAKS_FOR: "said for whom a document speaks",
}
_HOW = {
    "decision": "as a person decided",
    "own act": "from who acts",
    "other side": "from the other side",
    "outsider": "from outsiders",
}
_RELATIONS = {
    "part_of": "part of",
    "has_part": "has as part",
    "supersedes": "restates",
    "superseded_by": "restated by",
}
