"""Version 0002: stories, merging, records, decisions and searching."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _stories()
    _records()
    _relations()
    _outlines()
    _profiles()
    _decisions()
    _searching()


def _stories() -> None:
    op.create_table(
        "shingle",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_shingle_document"),
        sa.PrimaryKeyConstraint("hash", "document", name="pk_shingle"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shingle_document", "shingle", ["document"])
    op.create_table(
        "version_pair",
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=False),
        sa.Column("differences", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["document.id"], name="fk_version_pair_first"),
        sa.ForeignKeyConstraint(["second"], ["document.id"], name="fk_version_pair_second"),
        sa.PrimaryKeyConstraint("first", "second", name="pk_version_pair"),
    )
    op.create_index("ix_version_pair_second", "version_pair", ["second"])


def _records() -> None:
    op.create_table(
        "record",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("founder_document", sa.String(length=16), nullable=False),
        sa.Column("founder_claim", sa.String(length=64), nullable=False),
        sa.Column("founder_profile", sa.String(length=40), nullable=False),
        sa.Column("redirect", sa.String(length=40), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("told_first", sa.Date(), nullable=True),
        sa.Column("told_last", sa.Date(), nullable=True),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["redirect"], ["record.id"], name="fk_record_redirect"),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
        sa.UniqueConstraint("number", name="uq_record_number"),
    )
    op.create_index("ix_record_founder_claim", "record", ["founder_claim"])
    op.create_index("ix_record_kind_first", "record", ["kind", "first"])
    op.create_index("ix_record_redirect", "record", ["redirect"])
    op.create_index("ix_record_stale", "record", ["stale"])
    op.create_table(
        "record_party",
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_record_party_record"),
        sa.PrimaryKeyConstraint("record", "name", "role", name="pk_record_party"),
    )
    op.create_index("ix_record_party_name", "record_party", ["name"])


def _relations() -> None:
    op.create_table(
        "relation",
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("other", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["other"], ["record.id"], name="fk_relation_other"),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_relation_record"),
        sa.PrimaryKeyConstraint("record", "kind", "other", name="pk_relation"),
    )
    op.create_index("ix_relation_other", "relation", ["other"])


def _outlines() -> None:
    op.create_table(
        "outline",
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_outline_record"),
        sa.PrimaryKeyConstraint("record", name="pk_outline"),
    )
    op.create_table(
        "outline_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("sought", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_outline_key_record"),
        sa.PrimaryKeyConstraint("key", "record", "sought", name="pk_outline_key"),
    )
    op.create_index("ix_outline_key_record", "outline_key", ["record"])


def _profiles() -> None:
    op.create_table(
        "profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=True),
        sa.Column("compared", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_profile_record"),
        sa.PrimaryKeyConstraint("id", name="pk_profile"),
        sa.UniqueConstraint("digest", name="uq_profile_digest"),
    )
    op.create_index("ix_profile_record", "profile", ["record"])
    op.create_index("ix_profile_settled", "profile", ["settled", "compared"])
    op.create_table(
        "claim_profile",
        sa.Column("profile", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_claim_profile_claim"),
        sa.ForeignKeyConstraint(["profile"], ["profile.id"], name="fk_claim_profile_profile"),
        sa.PrimaryKeyConstraint("profile", "claim", name="pk_claim_profile"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_profile_claim", "claim_profile", ["claim"])
    op.create_table(
        "block",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("profile", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["profile"], ["profile.id"], name="fk_block_profile"),
        sa.PrimaryKeyConstraint("key", "profile", name="pk_block"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_block_profile", "block", ["profile"])
    op.create_table(
        "link",
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["profile.id"], name="fk_link_first"),
        sa.ForeignKeyConstraint(["second"], ["profile.id"], name="fk_link_second"),
        sa.PrimaryKeyConstraint("first", "second", name="pk_link"),
    )
    op.create_index("ix_link_second", "link", ["second"])


def _decisions() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ruling", sa.String(length=16), nullable=False),
        sa.Column("targets", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("undoes", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.UniqueConstraint("number", name="uq_decision_number"),
    )
    op.create_index("ix_decision_ruling", "decision", ["ruling"])
    op.create_index("ix_decision_undoes", "decision", ["undoes"])
    op.create_table(
        "target",
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("lineage", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decision.id"], name="fk_target_decision"),
        sa.PrimaryKeyConstraint("decision", "number", name="pk_target"),
    )
    op.create_index("ix_target_lineage", "target", ["lineage"], postgresql_using="hash")
    op.add_column("document", sa.Column("subjects", sa.Text(), nullable=True))
    op.add_column("document", sa.Column("ruled_speaks_for", sa.Text(), nullable=True))
    op.add_column("claim", sa.Column("apart", sa.Text(), nullable=True))
    op.create_table(
        "ruled_link",
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decision.id"], name="fk_ruled_link_decision"),
        sa.ForeignKeyConstraint(["first"], ["profile.id"], name="fk_ruled_link_first"),
        sa.ForeignKeyConstraint(["second"], ["profile.id"], name="fk_ruled_link_second"),
        sa.PrimaryKeyConstraint("decision", "first", "second", name="pk_ruled_link"),
    )
    op.create_index("ix_ruled_link_first", "ruled_link", ["first"])
    op.create_index("ix_ruled_link_second", "ruled_link", ["second"])
    op.create_table(
        "placement",
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("claim", sa.String(length=64), nullable=True),
        sa.Column("standing", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["decision"], ["decision.id"], name="fk_placement_decision"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_placement_document"),
        sa.PrimaryKeyConstraint("decision", "target", "document", name="pk_placement"),
    )
    op.create_index("ix_placement_document", "placement", ["document"])


def _searching() -> None:
    """The index of words; both databases are given words, not texts (`store.search`)."""
    if op.get_bind().dialect.name == "sqlite":
        # Without contents: the texts are in another table. "ascii" cuts at blanks, as we write it.
        op.execute(
            "CREATE VIRTUAL TABLE search USING fts5(title, text, content = '', tokenize = 'ascii')"
        )
        return
    op.create_table(
        "search",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("words", postgresql.TSVECTOR(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_search_document"),
        sa.PrimaryKeyConstraint("document", "part", name="pk_search"),
    )
    op.create_index("ix_search_words", "search", ["words"], postgresql_using="gin")
