"""The tables of a dossier, in words that SQLite and PostgreSQL share.

Migrations make them (`store/migrations`); a test compares the two; the index for searching is in
`store/search.py`, since it is of another making in each. Texts are bytes, since quotes
must come back byte for byte, and since PostgreSQL takes neither NUL nor lone surrogates in text.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from communique.store.brief_table import brief as brief
from communique.store.called_tables import heading as heading
from communique.store.called_tables import name_word as name_word
from communique.store.columns import Json, Line, Packed
from communique.store.ledger_table import ledger as ledger
from communique.store.metadata import metadata as metadata
from communique.store.metadata import number as _number
from communique.store.metadata import to as _to
from communique.store.team_tables import account as account
from communique.store.team_tables import api_token as api_token
from communique.store.team_tables import audit as audit
from communique.store.team_tables import session as session
from communique.store.team_tables import throttle as throttle
from communique.store.waiting_table import waiting as waiting

#: Texts, known by their digest; several documents may have one.
text = Table(
    "text",
    metadata,
    _number(),
    Column("sha256", String(64), unique=True, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

#: Documents: appearances of a text, with what is known of each.
document = Table(
    "document",
    metadata,
    _number(),
    # Digest of text and metadata: the same document is never stored twice.
    Column("key", String(16), unique=True, nullable=False),
    Column("ident", Line, nullable=False),
    Column("lineage", Line, nullable=False),
    _to("text", nullable=False, index=True),
    Column("text_given", Boolean, nullable=False),
    Column("title", Line),
    Column("published", Date, index=True),
    Column("published_from", String(16)),
    Column("publisher", Line),
    Column("url", Line),
    Column("language", Line),
    Column("regions", Json, nullable=False),
    Column("mentions", Packed, nullable=False),
    # Parties in whose name it speaks, as a list of {name, code}.
    Column("speaks_for", Json, nullable=False),
    # Sides that it is about, likewise; null of a dossier that did not ask yet.
    Column("subjects", Json),
    # Parties in whose name it speaks as a person ruled; null where nobody did.
    Column("ruled_speaks_for", Json),
    Column("extractor", Text, nullable=False),
    Column("added", String(32), nullable=False),
    # Number of its story; 0 until stories have been looked for.
    Column("story", Integer, nullable=False, default=0, index=True),
    # Addresses and titles may be longer than an ordered index of PostgreSQL takes.
    Index("ix_document_ident", "ident", postgresql_using="hash"),
    Index("ix_document_lineage", "lineage", postgresql_using="hash"),
    # Holds all that telling what a dossier rests on needs.
    Index("ix_document_basis", "extractor", "publisher", "language", "published", "story"),
)

#: What was read from where, so that the same source is not read twice.
source = Table(
    "source",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("address", Line, nullable=False),
    _to("document", index=True),
    # {id, stage, code, message} of a document that failed.
    Column("failure", Json),
    Column("extractor", Text, nullable=False),
)

#: Chosen digests of word sequences of a document, by which copies are found.
shingle = Table(
    "shingle",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    _to("document", primary_key=True, index=True),
    sqlite_with_rowid=False,
)

#: Pairs of documents of one story, and how their texts differ.
version_pair = Table(
    "version_pair",
    metadata,
    _to("document", "first", primary_key=True),
    _to("document", "second", primary_key=True, index=True),
    # Share of the shorter text that the longer one holds, 0 to 1.
    Column("containment", Float, nullable=False),
    Column("differences", Json, nullable=False),
)

#: How often a document names a party, person, organisation or place, and routes (`store.routes`).
named = Table(
    "named",
    metadata,
    _to("document", primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("name", Line, primary_key=True),
    Column("code", String(16)),
    Column("times", Integer, nullable=False),
    Index("ix_named_name", "kind", "name"),
    sqlite_with_rowid=False,
)

#: Claims, as found and as ruled.
claim = Table(
    "claim",
    metadata,
    _number(),
    _to("document", nullable=False),
    Column("ident", String(64), nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    # As the extractor found it; of a claim that a person added, as they added it.
    Column("body", Json, nullable=False),
    # As decisions leave it; null where they leave it alone.
    Column("ruled_body", Json),
    # found, accepted, corrected, rejected, added
    Column("state", String(16), nullable=False, default="found"),
    # Slots that a person has set; "*" for the claim as a whole.
    Column("ruled_slots", Json, nullable=False),
    # Kinds of record that a person took it out of, each with the id of the decision; null for none.
    Column("apart", Json),
    Column("extractor", Text, nullable=False),
    UniqueConstraint("document", "ident", name="uq_claim_document_ident"),
    Index("ix_claim_kind", "kind", "document"),
)

#: What of claims is compared (`records.matching`); claims with equal profiles are of one record.
profile = Table(
    "profile",
    metadata,
    _number(),
    Column("kind", String(32), nullable=False),
    Column("digest", String(40), unique=True, nullable=False),
    Column("body", Json, nullable=False),
    # Record of its claims; null until it has been grouped.
    Column("record", String(40), ForeignKey("record.id"), index=True),
    # Whether it has been compared with all that share a block, and its links are there.
    Column("compared", Boolean, nullable=False, default=False),
    # Whether its record is what links and rulings say; new ones and what a change touches wait.
    Column("settled", Boolean, nullable=False, default=False),
    Index("ix_profile_settled", "settled", "compared"),
)

#: Which claims have which profile; a person is a profile of many claims.
claim_profile = Table(
    "claim_profile",
    metadata,
    _to("profile", primary_key=True),
    _to("claim", primary_key=True, index=True),
    sqlite_with_rowid=False,
)

#: Blocks: profiles that may match share a key.
block = Table(
    "block",
    metadata,
    Column("key", Line, primary_key=True),
    _to("profile", primary_key=True, index=True),
    sqlite_with_rowid=False,
)

#: Links between profiles, first < second.
link = Table(
    "link",
    metadata,
    _to("profile", "first", primary_key=True),
    _to("profile", "second", primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("reasons", Json, nullable=False),
)

#: Links that people ruled: together (true) or apart (false).
ruled_link = Table(
    "ruled_link",
    metadata,
    Column("decision", String(40), ForeignKey("decision.id"), primary_key=True),
    _to("profile", "first", primary_key=True, index=True),
    _to("profile", "second", primary_key=True, index=True),
    Column("together", Boolean, nullable=False),
)

#: Records: the columns are for finding and listing, the body holds the whole.
record = Table(
    "record",
    metadata,
    Column("id", String(40), primary_key=True),
    # Order in which ids were given: of merged records the oldest keeps its id.
    Column("number", Integer, nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    Column("founder_document", String(16), nullable=False),
    Column("founder_claim", String(64), nullable=False, index=True),
    # Digest of the founder's profile: a claim that names two persons has a profile for each.
    Column("founder_profile", String(40), nullable=False),
    # Id of the record that it was merged into.
    Column("redirect", String(40), ForeignKey("record.id"), index=True),
    Column("body", Json),
    Column("first", Date),
    Column("last", Date),
    Column("told_first", Date),
    Column("told_last", Date),
    Column("stories", Integer, nullable=False, default=0),
    Column("claims", Integer, nullable=False, default=0),
    # Counts its changes, so that two people who edit it at once are told.
    Column("revision", Integer, nullable=False, default=0),
    # To be computed anew.
    Column("stale", Boolean, nullable=False, default=True, index=True),
    # Of its elected values those by which many are listed.
    Column("place", Line),
    Column("status", String(16)),
    Column("due_first", Date),
    Column("due_last", Date),
    # Holds all that lists and counts ask for, so that no body is read; see `listing.is_told`.
    Index(
        "ix_record_glance",
        *("kind", "id", "first", "last", "told_first", "told_last", "stories", "claims"),
        *("place", "status", "due_first", "due_last"),
    ),
)

#: Parties of a record, as its claims name them.
record_party = Table(
    "record_party",
    metadata,
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    Column("name", Line, primary_key=True),
    # by, to, actor, host, party, about, of, holder, body (`model.record.PartyRow`)
    Column("role", String(16), primary_key=True),
    Column("code", String(16)),
    # Holds all that counting parties needs, so that no row is looked up.
    Index("ix_record_party_name", "name", "record", "code"),
)

#: How records stand to one another.
relation = Table(
    "relation",
    metadata,
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("other", String(40), ForeignKey("record.id"), primary_key=True, index=True),
    Column("reasons", Json, nullable=False),
)

#: What relations need to know of a record (`records.relations`).
outline = Table(
    "outline",
    metadata,
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    Column("body", Json, nullable=False),
)

#: Keys that a record offers, or seeks: records that may be related share one.
outline_key = Table(
    "outline_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    Column("sought", Boolean, primary_key=True),
    Index("ix_outline_key_record", "record"),
)

#: What people ruled, in the order in which it was ruled; never changed or deleted.
decision = Table(
    "decision",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("number", Integer, unique=True, nullable=False),
    Column("ruling", String(16), nullable=False, index=True),
    Column("targets", Json, nullable=False),
    Column("payload", Json, nullable=False),
    Column("author", Line, nullable=False),
    Column("at", String(40), nullable=False),
    Column("reason", Line),
    # Id of the decision that it undoes, which may come later, from a file.
    Column("undoes", String(40), index=True),
)

#: What decisions are about: the lineages of their targets, to find those that concern a document.
target = Table(
    "target",
    metadata,
    Column("decision", String(40), ForeignKey("decision.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("lineage", Line, nullable=False),
    Index("ix_target_lineage", "lineage", postgresql_using="hash"),
)

#: Whether a target of a decision was found, in which document and claim; derived.
placement = Table(
    "placement",
    metadata,
    Column("decision", String(40), ForeignKey("decision.id"), primary_key=True),
    Column("target", Integer, primary_key=True),
    _to("document", primary_key=True, index=True),
    # Id of the claim, null for words or a document.
    Column("claim", String(64)),
    Column("standing", String(16), nullable=False),
    Column("note", Line),
)

#: What checks found; derived, as all that follows.
finding = Table(
    "finding",
    metadata,
    _number(),
    # Code and digest of the words it is about (`checks.identity`); other findings may share it.
    Column("ident", String(40), nullable=False, index=True),
    # Digest of what it was computed from.
    Column("basis", String(16), nullable=False),
    Column("code", String(16), nullable=False, index=True),
    Column("severity", String(16), nullable=False),
    # document, record or dossier: what it was found in, by itself
    Column("scope", String(16), nullable=False),
    # Key of the document, id of the record, or digest of what a rule compared under one key.
    Column("unit", String(40), nullable=False),
    Column("body", Json, nullable=False),
    # First day on which it holds; null if it holds at once.
    Column("since", Date),
    # Where its words stand; findings are listed in this order.
    Column("place", Text, nullable=False),
    Index("ix_finding_unit", "scope", "unit"),
)

#: Documents that a finding quotes.
finding_document = Table(
    "finding_document",
    metadata,
    _to("finding", primary_key=True),
    _to("document", primary_key=True, index=True),
    sqlite_with_rowid=False,
)

#: Records that a finding is about.
finding_record = Table(
    "finding_record",
    metadata,
    _to("finding", primary_key=True),
    Column("record", String(40), ForeignKey("record.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

#: Which documents and records a rule compares under which key.
check_key = Table(
    "check_key",
    metadata,
    # Of code and key, which may be long.
    Column("digest", String(40), primary_key=True),
    # document or record
    Column("scope", String(16), primary_key=True),
    # Key of the document, or id of the record.
    Column("member", String(40), primary_key=True),
    Column("code", String(16), nullable=False),
    Column("key", Line, nullable=False),
    Index("ix_check_key_member", "scope", "member"),
    sqlite_with_rowid=False,
)

#: What is to be checked anew; scopes and units as of findings.
check_due = Table(
    "check_due",
    metadata,
    Column("scope", String(16), primary_key=True),
    Column("unit", String(40), primary_key=True),
    sqlite_with_rowid=False,
)

#: Which version of the program, with which rules, has checked; one row.
checker = Table("checker", metadata, Column("name", String(80), primary_key=True))

#: How many writing transactions there were; one row.
state = Table("state", metadata, Column("changes", Integer, nullable=False))
