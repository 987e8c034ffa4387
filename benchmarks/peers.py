"""What the comparisons with other libraries share: the data, the clock, and the table.

The annotated texts stand beside the repository; `COMMUNIQUE_EVAL` names another folder for them.
Their scorers, which stand with them, do the scoring. Libraries come with the extra `bench`. What is
missing is named in one line, and the rest is measured.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TypeVar

Answer = TypeVar("Answer")

_EVAL = Path(os.environ.get("COMMUNIQUE_EVAL", Path(__file__).parents[2] / "shared/eval"))


def scorer(name: str, data: str) -> ModuleType | None:
    """The scorer of that name, None (and a line that says so) where it or its data are missing."""
    path = _EVAL / f"{name}.py"
    if not path.exists() or not (_EVAL / data).exists():
        print(f"the annotated texts are not here ({_EVAL / data}); nothing to compare")
        return None
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None  # the path ends in .py
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def folder(name: str) -> Path:
    """A folder of the annotated texts."""
    return _EVAL / name


def measured(
    tools: Iterable[tuple[str, Callable[[], Callable[[str], Answer]]]],
    texts: Sequence[str],
    show: Callable[[str, Sequence[Answer], float], None],
) -> None:
    """Run each tool over the texts and show its answers with its characters a second.

    Loading is not counted, nor what a library loads on its first call.
    """
    size = sum(map(len, texts))
    for name, make in tools:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tool = make()
                tool("On 3 May 2024 they paid $5 million.")
        except ImportError as error:
            print(f"{name:<24}not installed ({error}); make bench-peers installs it")
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            began = time.perf_counter()
            answers = [tool(text) for text in texts]
            took = time.perf_counter() - began
        show(name, answers, size / took)
