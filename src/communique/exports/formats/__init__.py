"""One module a format of files; none imports another."""
