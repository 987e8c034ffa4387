"""Reads statistics from sentences alone: what was measured, how much, when and by whom."""
