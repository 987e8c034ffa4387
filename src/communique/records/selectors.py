"""Selectors: how a decision finds its claim, or its words, in a text that may have changed.

The rules, from the surest to the least sure. What they can't settle is told, never guessed: a
decision on the wrong claim would put words into a person's mouth.

1. A claim of the same id is the claim: its quote and its key slots are the same.
2. Else the quote is looked for: at its place if the text is the same, else letter by letter, else
   word by word, without regard to case, spacing and punctuation. Where it stands several times,
   those stretches count whose surroundings are like the old ones (`_MARGIN`).
3. Else, for a claim, the most similar stretch counts (`_ALIKE`), and any other that is nearly as
   similar. Nobody has read these words yet, so what an extractor reads in them must bear it out
   (4). Words without a claim have no such witness: with them, other words are other words.
4. The claim must be of the same kind, overlap such a stretch, and agree in at least one key slot
   and contradict none that both fill: another sum, day, term or name is another claim, even in the
   same sentence. If numbers of the quote are gone from the text, every key slot must agree.
5. Of several such claims the one counts that agrees in most key slots, then the one that is quoted
   from exactly that stretch. Two that are equally good are ambiguous.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.claims.identity import lineage
from communique.claims.slots.declare import Role, slots_of
from communique.model.claim import Claim
from communique.model.decision import Selector, Standing
from communique.model.document import Document
from communique.model.plain import plain
from communique.model.span import Span
from communique.records.agreeing import agreement, contradictions
from communique.records.quotes import alike_in, numbers_in, quoted_in

#: Code points kept before and after a quote.
SURROUNDINGS = 32


@dataclass(frozen=True, slots=True)
class Attached:
    """What a selector found in a text.

    Attributes:
        standing: Whether it found its target.
        claim: The claim; None for words and documents, and where nothing was found.
        span: The words; None for a document as a whole, for a claim found by its id, and where
            nothing was found.
        note: Why nothing was found, in plain words.
    """

    standing: Standing
    claim: Claim | None = None
    span: Span | None = None
    note: str | None = None


def selector_of(document: Document, claim: Claim) -> Selector:
    """How to find a claim again.

    Args:
        document: Its document.
        claim: The claim as the extractor found it, or as a person added it.
    """
    quote = claim.evidence[0]
    names = (slot.name for slot in slots_of(type(claim)) if slot.role is Role.IDENTITY)
    slots = {name: plain(getattr(claim, name)) for name in names}
    return _selector(
        document,
        Span(quote.start, quote.end),
        kind=claim.kind,
        claim=claim.id,
        slots={**slots, "modality": claim.modality.value},
    )


def selector_of_words(document: Document, span: Span, kind: str | None = None) -> Selector:
    """How to find words again, perhaps those from which a claim of a kind is to be made."""
    return _selector(document, span, kind=kind)


def selector_of_document(document: Document) -> Selector:
    """How to find a document again."""
    return Selector(lineage(document), document.text_sha256)


def _selector(document: Document, span: Span, **more: Any) -> Selector:  # noqa: ANN401 - fields
    text = document.text
    return Selector(
        lineage=lineage(document),
        text_sha256=document.text_sha256,
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - SURROUNDINGS) : span.start],
        suffix=text[span.end : span.end + SURROUNDINGS],
        start=span.start,
        **more,
    )


def attach(
    selector: Selector,
    text: str,
    claims: Sequence[Claim],
    told: Mapping[str, Sequence[Any]] | None = None,
) -> Attached:
    """Find the target of a decision in a text of its lineage, by the rules of this module.

    Args:
        selector: What the decision is about.
        text: The text, perhaps another than the person had before them.
        claims: The claims of the text, as found and as added, not as corrected.
        told: Values of key slots that a person has told of this claim, as plain JSON: a claim
            that now has them agrees too.
    """
    if not selector.exact:
        return Attached(Standing.ATTACHED)
    if selector.claim is None:
        return _words(selector, text)
    for claim in claims:
        if claim.id == selector.claim:
            return Attached(Standing.ATTACHED, claim)
    return _aligned(selector, text, claims, told or {})


def _words(selector: Selector, text: str) -> Attached:
    spans = quoted_in(selector, text)
    if len(spans) == 1:
        return Attached(Standing.ATTACHED, span=spans[0])
    if spans:
        return Attached(Standing.AMBIGUOUS, note=f"its words stand {len(spans)} times in the text")
    return Attached(Standing.LOST, note="its words are not in the text")


def _aligned(
    selector: Selector,
    text: str,
    claims: Iterable[Claim],
    told: Mapping[str, Sequence[Any]],
) -> Attached:
    spans = quoted_in(selector, text)
    changed = not spans
    if changed:
        spans = alike_in(selector, text)
    if not spans:
        return Attached(Standing.LOST, note="its words are not in the text")
    near = [c for c in claims if c.kind == selector.kind and _stretch(c, spans) is not None]
    if not near:
        note = f"its words are in the text, but no {selector.kind} is claimed from them"
        return Attached(Standing.LOST, note=note)
    strict = changed and not _numbers_stand(selector, text, spans)
    ranked = [(_rank(selector, c, spans, told, strict), c) for c in near]
    best = max(rank for rank, _ in ranked)
    if best == _NONE:
        return Attached(Standing.LOST, note=_why(selector, near, told, strict))
    chosen = [claim for rank, claim in ranked if rank == best]
    if len(chosen) > 1:
        note = f"{len(chosen)} claims from its words agree with it equally well"
        return Attached(Standing.AMBIGUOUS, note=note)
    return Attached(Standing.ATTACHED, chosen[0], _stretch(chosen[0], spans))


# Rank of a claim that does not qualify: below any other.
_NONE = (0, False)


def _rank(
    selector: Selector,
    claim: Claim,
    spans: Sequence[Span],
    told: Mapping[str, Sequence[Any]],
    strict: bool,
) -> tuple[int, bool]:
    """In how many key slots a claim agrees, then whether it is quoted from exactly the stretch."""
    agreeing = agreement(selector.slots, claim, told, strict=strict)
    if not agreeing:
        return _NONE
    exactly = any(Span(q.start, q.end) in spans for q in claim.evidence)
    return agreeing, exactly


def _stretch(claim: Claim, spans: Sequence[Span]) -> Span | None:
    """The first of the stretches that a claim is quoted from, None where it is from none."""
    quotes = [Span(quote.start, quote.end) for quote in claim.evidence]
    return next((span for span in spans if any(span.overlaps(q) for q in quotes)), None)


def _numbers_stand(selector: Selector, text: str, spans: Sequence[Span]) -> bool:
    """Whether the numbers of the quote still stand in or beside one of the stretches."""
    wanted = Counter(numbers_in(selector.exact))
    return any(
        not wanted
        - Counter(numbers_in(text[max(0, s.start - SURROUNDINGS) : s.end + SURROUNDINGS]))
        for s in spans
    )


def _why(
    selector: Selector,
    near: Sequence[Claim],
    told: Mapping[str, Sequence[Any]],
    strict: bool,
) -> str:
    """Why no claim from the words qualifies."""
    if strict:
        return "its words are changed, numbers among them"
    slots = sorted({name for c in near for name in contradictions(selector.slots, c, told)})
    if not slots:
        return f"no {selector.kind} from its words agrees in any key slot"
    return f"each {selector.kind} from its words differs ({', '.join(slots)})"
