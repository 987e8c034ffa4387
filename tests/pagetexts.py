"""Takes texts out of pages, as browsers do."""

from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


class _Inside(HTMLParser):
    """The text inside elements of a class."""

    def __init__(self, name):
        super().__init__()
        self.name = name
        self.depth = 0
        self.found = []

    def handle_starttag(self, tag, attributes):
        if self.depth:
            self.depth += tag not in _VOID
        elif self.name in (dict(attributes).get("class") or "").split():
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, tag):
        self.depth -= bool(self.depth)

    def handle_data(self, data):
        if self.depth:
            self.found[-1] += data


def texts_in(page, name):
    """The texts of the elements of a class."""
    parser = _Inside(name)
    parser.feed(page)
    parser.close()
    return parser.found
