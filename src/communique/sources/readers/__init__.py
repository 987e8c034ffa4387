"""One module a kind of source; none imports another."""
