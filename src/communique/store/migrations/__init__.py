"""The schema of the dossier, version by version (Alembic)."""
