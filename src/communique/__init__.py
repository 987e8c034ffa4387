"""communique keeps the record of a relationship between states: sourced, merged, checked.

Importing this package loads neither the language pipeline nor the article extractor nor a web
framework; the parts that need them load them when they run.
"""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("communique")
__all__ = ["__version__"]
