"""One module a kind of record: how its claims are compared."""
