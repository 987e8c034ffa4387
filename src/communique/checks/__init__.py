"""Checks: whether what documents tell adds up. Pure: they see the dossier and change nothing."""
