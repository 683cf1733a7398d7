"""Writes the elements of a web page, one after the other, as paragraphs and tables of a Word document."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from lxml import etree

from parsers.word.names import VAL, VAL14, W14, A, Element, R, W

_MAX_CELLS = 20_000
_MAX_SPAN = 200
_MAX_PICTURES = 200
_SPECK = 4
"""Points: a picture less wide or high is none that anybody looks at."""
_DATA = re.compile(r"data:image/[\w.+-]+(?:;[\w=-]+)*;base64,", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "button", "object", "svg"})
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "ul"),
    )
)
_DRESSES = {
    **dict.fromkeys(("b", "strong"), ("b", "")),
    **dict.fromkeys(("s", "strike", "del"), ("strike", "")),
    **dict.fromkeys(("u", "ins"), ("u", "single")),
    "mark": ("highlight", "yellow"),
}


_SHADE = re.compile(r"background(?:-color)?:\s*(?!white|transparent|none|#fff|inherit|initial)[#\w]")
_STYLES = (
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), ("b", "")),
    (re.compile(r"text-decoration[\w-]*:[^;]*line-through"), ("strike", "")),
    (re.compile(r"text-decoration[\w-]*:[^;]*underline"), ("u", "single")),
    (_SHADE, ("highlight", "yellow")),
)
_FONT = re.compile(r"font-family:\s*[\"']?([^;,\"']+)")
_COLOUR = re.compile(r"(?:^|[;\s])color:\s*#([0-9a-f]{6})")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all")


Dress = frozenset[tuple[str, str]]
"""Run properties by name and value."""


@dataclass(slots=True)
class Sheet:
    """What is counted for a page as a whole."""

    inside: Mapping[str, bytes]
    room: int = _MAX_CELLS
    """How many more cells merged down may be made."""
    pictures: list[bytes] = field(default_factory=list)
    lost: bool = False

    def picture(self, address: str) -> bytes | None:
        """The picture of that address, where it came with the page."""
        found = _DATA.match(address)
        if found is None:
            return self.inside.get(address) or self.inside.get(address.rpartition("/")[2])
        try:
            return base64.b64decode(unquote_to_bytes(address[found.end() :]))
        except (binascii.Error, ValueError):
            return None


class Flow:
    """What is being written into a body or a cell."""

    def __init__(self, parent: Element, sheet: Sheet) -> None:
        self._parent = parent
        self._sheet = sheet
        self._paragraph: Element | None = None

    def begin(self) -> Element:
        """Starts a new paragraph."""
        self._paragraph = made = etree.SubElement(self._parent, W + "p")
        return made

    def element(self, element: Element, dress: Dress) -> None:
        """Writes what an element holds."""
        tag = element.tag if isinstance(element.tag, str) else ""
        style = element.get("style", "").lower()
        if tag in _UNSEEN or (style and _HIDDEN.search(style)) or "hidden" in element.attrib:
            return
        dress = _dressed(tag, style, element, dress)
        if tag == "table":
            self._table(element, dress)
        elif tag == "br":
            etree.SubElement(self._run(dress), W + "br")
        elif tag == "input":
            self._input(element, dress)
        elif tag == "img":
            self._picture(element, dress)
        elif tag == "select":
            self._select(element, dress)
        else:
            self._inside(element, tag, dress)

    def _inside(self, element: Element, tag: str, dress: Dress) -> None:
        if tag in _BLOCKS:
            self._paragraph = None
        if tag == "p":
            self.begin()
        kept = tag in ("pre", "textarea")
        self.text(element.text, dress, kept=kept)
        for child in element:
            self.element(child, dress)
            self.text(child.tail, dress, kept=kept)
        if tag in _BLOCKS:
            self._paragraph = None

    def text(self, text: str | None, dress: Dress, *, kept: bool = False) -> None:
        """Writes text, its blanks made one unless they are to be kept."""
        if not text or (self._paragraph is None and not text.strip(" \t\r\n\f")):
            return
        if not kept:
            text = _BLANKS.sub(" ", text)
        for number, line in enumerate(text.split("\n")):
            if number:
                etree.SubElement(self._run(dress), W + "br")
            etree.SubElement(self._run(dress), W + "t").text = line

    def _run(self, dress: Dress) -> Element:
        run = etree.SubElement(self._here(), W + "r")
        if dress:
            properties = etree.SubElement(run, W + "rPr")
            for name, value in sorted(dress):
                if name == "font":
                    etree.SubElement(properties, W + "rFonts", {W + "ascii": value, W + "hAnsi": value})
                else:
                    etree.SubElement(properties, W + name, {VAL: value} if value else {})
        return run

    def _here(self) -> Element:
        """The paragraph that is being written."""
        return self._paragraph if self._paragraph is not None else self.begin()

    def _input(self, element: Element, dress: Dress) -> None:
        kind = element.get("type", "text").lower()
        if kind in ("checkbox", "radio"):
            self._box("checked" in element.attrib)
        elif kind in ("text", "email", "tel", "number", "date", "url", "search"):
            self.text(element.get("value"), dress)

    def _box(self, ticked: bool) -> None:
        """Writes a checkbox control."""
        control = etree.SubElement(self._here(), W + "sdt")
        box = etree.SubElement(etree.SubElement(control, W + "sdtPr"), W14 + "checkbox")
        etree.SubElement(box, W14 + "checked", {VAL14: "1" if ticked else "0"})
        etree.SubElement(control, W + "sdtContent")

    def _picture(self, element: Element, dress: Dress) -> None:
        """Writes a picture; the specks that pages are spaced with are none."""
        if min(_number(element, "width", 99), _number(element, "height", 99)) < _SPECK:
            return
        data = self._sheet.picture(element.get("src", ""))
        if data is None or len(self._sheet.pictures) >= _MAX_PICTURES:
            self._sheet.lost = True
            return
        self._sheet.pictures.append(data)
        drawing = etree.SubElement(self._run(dress), W + "drawing")
        etree.SubElement(drawing, A + "blip", {R + "embed": f"p{len(self._sheet.pictures)}"})

    def _select(self, element: Element, dress: Dress) -> None:
        """Writes the chosen entry of a list; without one the first, which is what the page shows."""
        entries = list(element.iter("option"))
        chosen = [one for one in entries if "selected" in one.attrib] or entries[:1]
        for entry in chosen if "multiple" in element.attrib else chosen[:1]:
            self.text(entry.text, dress)

    def _table(self, element: Element, dress: Dress) -> None:
        self._paragraph = None
        table = etree.SubElement(self._parent, W + "tbl")
        rows = list(_rows(element))
        open_cells: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(rows):
            self._row(etree.SubElement(table, W + "tr"), row, dress, open_cells, len(rows) - number)
        for caption in element.findall("caption"):
            self._inside(caption, "p", dress)
        self._paragraph = None

    def _row(
        self, made: Element, row: Element, dress: Dress, open_cells: dict[int, tuple[int, int]], left: int
    ) -> None:
        """Writes a row. `open_cells`: those of earlier rows that go on, by column: rows left and columns."""
        at = 0
        begun: dict[int, tuple[int, int]] = {}
        for cell in row.iterchildren("td", "th"):
            at = self._go_on(made, at, open_cells)
            columns, rows = _number(cell, "colspan"), min(_number(cell, "rowspan"), left)
            written = _cell(made, columns, "restart" if rows > 1 else "")
            Flow(written, self._sheet)._inside(cell, "td", dress)
            if rows > 1:
                begun[at] = (rows, columns)
            at += columns
        self._go_on(made, at, open_cells)
        after = {column: (rows - 1, columns) for column, (rows, columns) in {**open_cells, **begun}.items()}
        open_cells.clear()
        open_cells.update({column: cell for column, cell in after.items() if cell[0] > 0})

    def _go_on(self, made: Element, at: int, open_cells: dict[int, tuple[int, int]]) -> int:
        """Writes the cells from above that stand next in the row; gives the column after them."""
        while at in open_cells and self._sheet.room > 0:
            _cell(made, open_cells[at][1], "continue")
            self._sheet.room -= 1
            at += open_cells[at][1]
        return at


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cell(row: Element, columns: int, down: str) -> Element:
    cell = etree.SubElement(row, W + "tc")
    properties = etree.SubElement(cell, W + "tcPr")
    if columns > 1:
        etree.SubElement(properties, W + "gridSpan", {VAL: str(columns)})
    if down:
        etree.SubElement(properties, W + "vMerge", {VAL: down})
    return cell


def _number(element: Element, name: str, usual: int = 1) -> int:
    value = element.get(name, "").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isdecimal() and len(value) < 6 else usual


def _dressed(tag: str, style: str, element: Element, dress: Dress) -> Dress:
    added: list[tuple[str, str]] = []
    if tag in _DRESSES:
        added.append(_DRESSES[tag])
    if style:
        # The shade of a block is the page's look; that of words is a person's.
        said = _of_style(style, element)
        added += [one for one in said if one[0] != "highlight" or tag not in _BLOCKS | {"table"}]
    if tag == "font" and element.get("face"):
        added.append(("font", element.get("face", "")))
    return _with(dress, added) if added else dress


def _of_style(style: str, element: Element) -> Iterator[tuple[str, str]]:
    for pattern, said in _STYLES:
        if pattern.search(style):
            yield said
    font = _FONT.search(element.get("style", ""))
    if font is not None:
        yield "font", font[1].strip()
    colour = _COLOUR.search(style)
    if colour is not None:
        yield "color", colour[1].upper()


def _with(dress: Dress, added: Sequence[tuple[str, str]]) -> Dress:
    names = {name for name, _ in added}
    return frozenset({*(one for one in dress if one[0] not in names), *added})
