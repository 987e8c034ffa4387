"""Reads amounts: a grammar over the words, currencies and rules of `vocab/data/amounts`."""
