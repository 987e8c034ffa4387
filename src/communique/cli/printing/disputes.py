"""What sources disagree on, a line for each value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.cli.printing.records import Ledger
from communique.cli.printing.rows import Rows
from communique.views.headlines import headline
from communique.views.shown import Shown
from communique.views.wording import label_of, value_in_words

_COLUMNS = ("what", "disputed", "value", "voices", "id")


def disputed(shown: Sequence[Shown], ledger: Ledger) -> Rows:
    """Records whose claims disagree, with the values; the elected one stands first.

    Args:
        shown: The records.
        ledger: Words and ids.
    """
    rows = [row for one in shown for row in _rows(one, ledger)]
    return Rows("Disputed", _COLUMNS, rows)


def _rows(one: Shown, ledger: Ledger) -> Iterator[list[str]]:
    """A row for each value; what holds for all of them stands in the first alone."""
    record = one.listed.record
    what, ident = headline(record.head, ledger.wording), ledger.ids.get(record.id, record.id)
    for dispute in record.disputes:
        label = label_of(record.head, dispute.slot)
        for telling in dispute.tellings:
            value = value_in_words(record.head, dispute.slot, telling.value, ledger.wording)
            yield [what, label, value, str(telling.stories), ident]
            what = label = ident = ""
