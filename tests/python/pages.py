"""Reads the pages of HTML that the program writes."""

import html.parser


class Page(html.parser.HTMLParser):
    """The elements of a page, closed as they were opened, and the text of its cells."""

    VOID = {"meta", "br"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.text, self.open, self.seen, self.attributes, self.cells, self.rows = text, [], [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.seen.append(tag)
        self.attributes += attributes
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.cells.append("")
            self.rows[-1].append("")
        if tag == "br" and "td" in self.open:
            self.handle_data("\n")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "td" in self.open:
            self.cells[-1] += data
            self.rows[-1][-1] += data

    def stands_alone(self, language):
        """Checks that a page needs nothing from elsewhere, runs nothing, and prints on A4."""
        assert self.text.startswith("<!DOCTYPE html>\n") and ("lang", language) in self.attributes
        assert not {"script", "link", "img", "iframe", "a"} & set(self.seen)
        assert {name for name, _ in self.attributes} <= {"lang", "charset", "name", "content", "class", "scope", "data-label", "style"}
        assert "url(" not in self.text and "@import" not in self.text
        assert "@page" in self.text and "A4 portrait" in self.text and "prefers-color-scheme: dark" in self.text
