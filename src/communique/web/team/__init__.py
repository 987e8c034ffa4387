"""Accounts of a team: passwords, sessions, tokens, delays after failures, and who asks."""
