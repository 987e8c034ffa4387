"""What `show` and `search` do once they are called: ask the dossier, print what it says."""
