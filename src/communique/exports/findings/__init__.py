"""Findings as files: one module a format; `registry` lists them."""
