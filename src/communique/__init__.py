"""communique keeps the record of a relationship between states: sourced, merged, checked.

Importing this package loads neither the language pipeline nor the article extractor nor a web
framework; the parts that need them load them when they run.
"""

from __future__ import annotations

from typing import Any

__all__ = ["__version__"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever an attribute is
    """`__version__`, read from the package's metadata when asked for: that takes a while (PEP 562).

    Raises:
        AttributeError: There is no other attribute of the kind.
    """
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import version

    return version("communique")
