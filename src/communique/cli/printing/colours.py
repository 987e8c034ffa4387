"""Colours of the kinds of claim in the terminal."""

#: Colours of the kinds, wherever claims are shown.
COLOURS = {
    "event": "cyan",
    "instrument": "magenta",
    "commitment": "bright_red",
    "figure": "blue",
    "office": "green",
}
