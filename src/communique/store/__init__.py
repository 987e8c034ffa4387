"""The dossier: tables, migrations and queries, for SQLite and PostgreSQL."""
