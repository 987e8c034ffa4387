"""Small dossiers for tests: claims of the factory, put in by the functions of the store."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, update

from communique.claims.identity import identified
from communique.model.claim import Claim, Party
from communique.model.document import Document, PublishedFrom
from communique.model.mention import PartyMention
from communique.model.record import ClaimRef, Record, Relation, Tellers
from communique.store import tables
from communique.store.claims import put_claims
from communique.store.documents import NewDocument, add_document, document_key
from communique.store.dossier import Connection, Mode, open_dossier
from communique.store.records import PartyRow, put_record

ADDED = datetime(2024, 6, 1, 12, tzinfo=UTC)
