"""The slots of each kind of claim: one module a kind, no language code."""
