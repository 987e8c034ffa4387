"""The day on which the user asks: what is due is told from that day on."""

from __future__ import annotations

from datetime import date


def today() -> date:
    """Today, where the user is."""
    return date.today()  # noqa: DTZ011 - the user's day, not that of Greenwich
