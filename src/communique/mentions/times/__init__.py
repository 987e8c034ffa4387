"""Reads time expressions: a grammar over the words and rules of `vocab/data/times`."""
