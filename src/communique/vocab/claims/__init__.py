"""Loaders of the data files under `data/claims`: one module a file or folder, with its schema."""
