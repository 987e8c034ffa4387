"""The claims of a document as tables, one a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from communique.claims.shapes import SHAPES
from communique.claims.slots.declare import slots_of
from communique.cli.printing.colours import COLOURS
from communique.cli.printing.summary import heading_of
from communique.cli.printing.terminal import clean
from communique.model.claim import Claim
from communique.model.extraction import Extraction
from communique.model.terms import Modality
from communique.views.wording import Wording

_LONGEST_QUOTE = 120
Cell = Callable[[Claim, Wording], str]


def _of(*slots: str) -> Cell:
    """A cell with several slots, those that are filled."""

    def cell(claim: Claim, wording: Wording) -> str:
        told = [wording.slot(claim, slot) for slot in slots]
        return ", ".join(text for text in told if text)

    return cell


def _form(claim: Claim, wording: Wording) -> str:
    """What sort of event it is, and its name: "summit, II Forum of Ports"."""
    form = wording.slot(claim, "mode") or wording.slot(claim, "type")
    return ", ".join(part for part in (form, wording.slot(claim, "title")) if part)


def _document(claim: Claim, wording: Wording) -> str:
    """The name of an instrument, and what it is where the name does not tell it."""
    sort, name = wording.slot(claim, "type"), wording.slot(claim, "name")
    told = name if sort.casefold() in name.casefold() else ", ".join((sort, name)).strip(", ")
    count = wording.slot(claim, "count")
    return f"{count} × {told}" if count else told


def _number(claim: Claim, wording: Wording) -> str:
    """The number of a figure with its hedge and unit."""
    return wording.measure(*(getattr(claim, slot) for slot in ("value", "unit", "bound")))


# Columns of each kind: what a reader looks for first stands first.
_COLUMNS: Mapping[str, tuple[tuple[str, Cell], ...]] = {
    "event": (
        ("when", _of("when")),
        ("what", _form),
        ("who", _of("actors")),
        ("where", _of("place")),
        ("status", _of("status")),
    ),
    "instrument": (
        ("when", _of("when")),
        ("what", _document),
        ("step", _of("action")),
        ("whose", _of("parties")),
        ("where", _of("place")),
    ),
    "commitment": (
        ("by", _of("by")),
        ("to", _of("to")),
        ("how much", _of("amount", "quantity")),
        ("what", _of("action", "finance")),
        ("how firm", _of("grade")),
        ("deadline", _of("deadline")),
    ),
    "figure": (
        ("about", _of("about")),
        ("what", _of("label")),
        ("number", _number),
        ("when", _of("period")),
        ("change", _of("change")),
    ),
    "office": (("who", _of("person")), ("post", _of("post")), ("of", _of("party"))),
}


def tabled(result: Extraction, wording: Wording) -> RenderableType:
    """Title and source of a document, and a table for each kind of claim that it has."""
    tables = [table for kind in _kinds(result.claims) for table in _tables(kind, result, wording)]
    nothing = [] if tables else [Text("no claims", style="dim")]
    return Group(heading_of(result.document), Text(), *tables, *nothing, Text())


def _kinds(claims: Sequence[Claim]) -> Iterator[str]:
    known = [shape.kind for shape in SHAPES]
    yield from known
    yield from sorted({claim.kind for claim in claims} - set(known))


def _tables(kind: str, result: Extraction, wording: Wording) -> Iterator[Table]:
    claims = [claim for claim in result.claims if claim.kind == kind]
    if not claims:
        return
    columns = [*columns_of(type(claims[0])), ("how sure", _sureness), ("according to", _voice)]
    if wording.codes:
        columns.append(("id", lambda claim, _: claim.id))
    cells = {name: [cell(claim, wording) for claim in claims] for name, cell in columns}
    cells["words"] = [_quoted(claim) for claim in claims]
    words = wording.words.kinds
    title = words[kind].many.capitalize() if kind in words else kind
    style = COLOURS.get(kind, "default")
    table = Table(title=title, title_style=f"bold {style}", title_justify="left", box=box.SIMPLE)
    filled = {name: column for name, column in cells.items() if any(column)}
    for name in filled:
        quote = name == "words"
        table.add_column(
            name, overflow="fold", ratio=2 if quote else 1, style="dim" if quote else ""
        )
    for row in zip(*filled.values(), strict=True):
        table.add_row(*(Text(clean(cell)) for cell in row))
    yield table


def columns_of(shape: type[Claim]) -> Sequence[tuple[str, Cell]]:
    """The columns of a kind; of one that a package has added, all its slots."""
    own = tuple((slot.label, _of(slot.name)) for slot in slots_of(shape))
    return _COLUMNS.get(shape.kind, own)


def _sureness(claim: Claim, wording: Wording) -> str:
    return "" if claim.modality is Modality.ASSERTED else wording.value(claim.modality)


def _voice(claim: Claim, _: Wording) -> str:
    return claim.attributed_to or ""


def _quoted(claim: Claim) -> str:
    """The words that assert a claim, from the first place that does."""
    return shortened(claim.evidence[0].exact)


def shortened(words: str) -> str:
    """Words on one line, cut where a cell would grow too tall."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE].rstrip()}…"
