"""Configuration of the documentation."""

from communique import __version__

project = "communique"
author = "The communique authors"
release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"communique {release}"
myst_heading_anchors = 3
