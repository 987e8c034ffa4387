"""Version 0003: findings, and what is to be checked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; as nobody has checked the dossier, all of it is due."""
    _findings()
    _checking()


def _findings() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ident", sa.String(length=40), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
    )
    op.create_index("ix_finding_ident", "finding", ["ident"])
    op.create_index("ix_finding_code", "finding", ["code"])
    op.create_index("ix_finding_unit", "finding", ["scope", "unit"])
    op.create_table(
        "finding_document",
        sa.Column("finding", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["finding.id"], name="fk_finding_document_finding"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_finding_document_document"),
        sa.PrimaryKeyConstraint("finding", "document", name="pk_finding_document"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_finding_document_document", "finding_document", ["document"])
    op.create_table(
        "finding_record",
        sa.Column("finding", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["finding.id"], name="fk_finding_record_finding"),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_finding_record_record"),
        sa.PrimaryKeyConstraint("finding", "record", name="pk_finding_record"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_finding_record_record", "finding_record", ["record"])


def _checking() -> None:
    op.create_table(
        "check_key",
        sa.Column("digest", sa.String(length=40), nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("member", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "scope", "member", name="pk_check_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_check_key_member", "check_key", ["scope", "member"])
    op.create_table(
        "check_due",
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("scope", "unit", name="pk_check_due"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "checker",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_checker"),
    )
