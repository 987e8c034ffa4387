"""The command line: one module a command; nothing imports this package."""
