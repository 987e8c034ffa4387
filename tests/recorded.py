"""Which claims a dossier holds in one record."""

from sqlalchemy import select

from communique.model.record import ClaimRef
from communique.store import tables


def records_of(connection):
    """The claims of each record, by kind; documents go by the id that their source gave."""
    document, claim, profile = tables.document, tables.claim, tables.profile
    pair = tables.claim_profile
    asked = (
        select(profile.c.kind, profile.c.record, document.c.ident, claim.c.ident.label("claim"))
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .join(document, document.c.id == claim.c.document)
    )
    kinds = {}
    for row in connection.execute(asked):
        ref = ClaimRef(row.ident, row.claim)
        kinds.setdefault(row.kind, {})[ref] = row.record
    return grouped(kinds)


def grouped(grouping):
    """The claims of each record, without its name; of persons, those of offices alone."""
    kinds = {}
    for kind, records in grouping.items():
        groups = {}
        for ref, record in records.items():
            if kind != "person" or ref.claim.startswith("office"):
                groups.setdefault(record, set()).add(ref)
        kinds[kind] = sorted(map(sorted, groups.values()))
    return kinds
