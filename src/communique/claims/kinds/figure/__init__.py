"""Figures: numbers claimed about the world.

`numbers` reads the numbers, `movements` their part in a change, `measured` what they measure,
`sieve` which of them are figures, `slots` the rest; `finder` puts them together.
"""

from communique.claims.kinds.figure.finder import Figures

__all__ = ["Figures"]
