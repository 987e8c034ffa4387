"""Writes what the documentation says about claims from their declarations.

    python scripts/build_claims_reference.py

It writes docs/reference/claims.schema.json.
"""

from __future__ import annotations

import json
from pathlib import Path

from communique.claims.json_schema import claims_schema

REFERENCE = Path(__file__).parents[1] / "docs/reference"


def main() -> None:
    """Write the generated files."""
    schema = json.dumps(claims_schema(), indent=1, ensure_ascii=False)
    (REFERENCE / "claims.schema.json").write_text(f"{schema}\n", "utf-8")


if __name__ == "__main__":
    main()
