"""The web application: a dossier as pages, for people who never use a terminal."""
