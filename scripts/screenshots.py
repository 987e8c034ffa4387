"""Takes pictures of every page of a dossier, to be looked at: wide and narrow, light and dark.

python scripts/screenshots.py DOSSIER FOLDER [--between KZ EU] [--only WORDS] [--tall PIXELS]
    [--window]

The dossier is copied before it is served; it stays as it is. A file that is not there yet stands
for an empty dossier. Needs Chromium (see CONTRIBUTING.md).
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browsing import browser_running, program, serving  # noqa: E402
from communique.pipeline.knowledge import lazily  # noqa: E402
from communique.store.backup import back_up  # noqa: E402
from communique.store.dossier import Mode, open_dossier  # noqa: E402
from communique.web.app import create_app  # noqa: E402
from communique.web.site import Site  # noqa: E402
from everypage import FAULTS, filled, places, sided, tried  # noqa: E402

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


def main() -> None:
    """Take the pictures."""
    asked = _arguments()
    path = program()
    if path is None:
        sys.exit("no browser: install chromium, or name one in COMMUNIQUE_BROWSER")
    asked.folder.mkdir(parents=True, exist_ok=True)
    with _served(asked.dossier) as (address, found), browser_running(path) as browser:
        pages = filled([*tried(), *sided(_query(asked.between)), *FAULTS], found)
        for page in pages:
            if re.search(asked.only, page):
                _take(browser, address, page, asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Takes pictures of every page of a dossier.")
    parser.add_argument("dossier", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--between", nargs="+", default=["KZ", "EU"], help="sides")
    parser.add_argument("--only", default="", help="only addresses that this expression fits")
    parser.add_argument("--tall", type=int, help="cut pictures at so many pixels")
    parser.add_argument("--window", action="store_true", help="what a window shows, no more")
    return parser.parse_args()


def _query(sides: list[str]) -> str:
    return urlencode([("between", side) for side in sides])


@contextmanager
def _served(dossier: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a copy that is served, and what there is to look at."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "dossier.db"
        if dossier.exists():
            back_up(dossier, copy)
        with open_dossier(str(copy), Mode.WRITE) as opened:
            site = Site(
                dossier=opened,
                known=lazily(),
                now=lambda: datetime.now().astimezone(),
                author="Ada",
                hosts=frozenset({"127.0.0.1"}),
            )
            with site.reading() as connection:
                found = places(connection)
            with serving(create_app(site)) as address:
                yield address, found


def _take(browser: Any, address: str, page: str, asked: argparse.Namespace) -> None:  # noqa: ANN401
    """Four pictures of one page."""
    opened = browser.new_page()
    begun = time.perf_counter()
    opened.goto(address + page, wait_until="load")
    print(f"{page}  {1000 * (time.perf_counter() - begun):.0f} ms")
    name = re.sub(r"[^\w-]+", "_", page).strip("_") or "start"
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 900})
        tall = opened.evaluate("document.documentElement.scrollHeight")
        tall = min(tall, asked.tall or tall)
        clip = {"x": 0, "y": 0, "width": width, "height": tall}
        for scheme in SCHEMES:
            opened.emulate_media(color_scheme=scheme)
            picture = asked.folder / f"{name}-{width}-{scheme}.png"
            if asked.window:
                opened.screenshot(path=str(picture))
            else:
                opened.screenshot(path=str(picture), full_page=True, clip=clip)
    opened.close()


if __name__ == "__main__":
    main()
