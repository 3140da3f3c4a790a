"""Reads a page as a browser would: its text and its tags."""

from html.parser import HTMLParser


class Texts(HTMLParser):
    """Collects text and tags as a browser would."""

    def __init__(self):
        super().__init__()
        self.text, self.tags = "", []

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))


def parsed(page):
    parser = Texts()
    parser.feed(page)
    parser.close()
    return parser
