"""What people ask of a dossier: records between parties, totals, undertakings. Reads only."""
