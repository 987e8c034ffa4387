"""Draws docs/images/extract.svg: what `communique extract --explain` shows of an example.

python scripts/build_picture.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from communique.cli.printing.explain import explained
from communique.model.extraction import Extraction
from communique.pipeline.extract import extract
from communique.pipeline.stages import StagesLoader
from communique.sources.registry import read_all
from communique.views.wording import Wording

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/kazakhstan-eu/2024-02-02-europe-east-review-anniversary.txt"


def main() -> None:
    """Write the picture."""
    found = read_all([str(EXAMPLE)], io.BytesIO())
    (result,) = extract(found, StagesLoader())
    assert isinstance(result, Extraction), result
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    console.print(explained(result, Wording.load()), highlight=False)
    picture = console.export_svg(title="communique extract --explain", unique_id="communique")
    # A picture must not fetch fonts from somebody's server; any monospaced font will do.
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"<!--.*?-->\s*", "", picture)
    (ROOT / "docs/images/extract.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
