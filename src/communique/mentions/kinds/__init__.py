"""One module a kind of mention; none imports another."""
