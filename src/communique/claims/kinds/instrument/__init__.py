"""Instruments: documents that parties make, at each step of their life.

`names` finds where documents are named, `threads` which places mean the same one, `steps` what is
told of them, `parties` whose they are; `finder` makes the claims.
"""

from communique.claims.kinds.instrument.finder import Instruments

__all__ = ["Instruments"]
