"""One module a format of documents; none imports another."""
