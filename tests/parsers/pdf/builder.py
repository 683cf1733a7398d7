"""Makes small PDFs from a few lines: text in Helvetica, rules, rectangles, curves, fields, pictures.

Places are in points from the top left corner of an A4 page, as the reader gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

WIDTH, HEIGHT = 595, 842
_FONTS = {
    "F1": "Helvetica",
    "F2": "Helvetica-Bold",
    "F3": "ZapfDingbats",
    "F4": "Courier",
    "F5": "OpenSymbol",
}


@dataclass
class Leaf:
    """One page that is being drawn."""

    content: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    images: list[bytes] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    turn: int = 0

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = "F1") -> Leaf:
        """Text with its baseline at `y`."""
        raw = text.encode("cp1252").decode("latin-1")
        for sign in "\\()":
            raw = raw.replace(sign, "\\" + sign)
        self.content.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({raw}) Tj ET")
        return self

    def lines(self, x: float, y: float, *texts: str, pitch: float = 12) -> Leaf:
        """Lines one below the other."""
        for at, text in enumerate(texts):
            self.text(x, y + at * pitch, text)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Leaf:
        """A stroked straight line."""
        self.content.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, paint: str = "S") -> Leaf:
        """A rectangle; `paint` is S for its line, f for its area, B for both."""
        self.content.append(f"{x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re {paint}")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Leaf:
        """A ruled table with lines at the given places."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def raw(self, operators: str) -> Leaf:
        """Operators as they are."""
        self.content.append(operators)
        return self

    def check(self, x: float, y: float, name: str, on: bool, value: str | None = None) -> Leaf:
        """A check box field of 12 points; `value` where it says other than what is shown."""
        state = "/Yes" if on else "/Off"
        said = state if value is None else f"/{value}"
        self.fields.append(
            f"/Subtype /Widget /FT /Btn /T ({name}) /V {said} /AS {state}"
            f" /Rect [{x} {HEIGHT - y - 12} {x + 12} {HEIGHT - y}]"
        )
        return self

    def entry(self, box: tuple[float, float, float, float], name: str, value: str) -> Leaf:
        """A text field."""
        x0, y0, x1, y1 = box
        self.fields.append(
            f"/Subtype /Widget /FT /Tx /T ({name}) /V ({value}) /Rect [{x0} {HEIGHT - y1} {x1} {HEIGHT - y0}]"
        )
        return self

    def note(
        self, subtype: str, box: tuple[float, float, float, float], more: str = "", shown: str = ""
    ) -> Leaf:
        """An annotation; `shown` are the operators of its picture, from its lower left corner."""
        x0, y0, x1, y1 = box
        size = f"/BBox [0 0 {x1 - x0} {y1 - y0}]"
        self.notes.append(
            (f"/Subtype /{subtype} /Rect [{x0} {HEIGHT - y1} {x1} {HEIGHT - y0}] {more}", size + "\n" + shown)
        )
        return self

    def image(self, x0: float, y0: float, x1: float, y1: float, last: int = 0) -> Leaf:
        """A picture of two by two pixels, stretched over a box: red, green, blue and a grey, black if 0."""
        self.images.append(bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, last, last, last]))
        name = f"Im{len(self.images) - 1}"
        self.content.append(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {HEIGHT - y1} cm /{name} Do Q")
        return self


def leaf(turn: int = 0) -> Leaf:
    """An empty page, turned clockwise by `turn` degrees."""
    return Leaf(turn=turn)


Font: TypeAlias = "Callable[[Book], int]"
"""Puts a font into a file, and gives its number."""


def pdf(*leaves: Leaf, extra: str = "", more: Mapping[str, Font] | None = None) -> bytes:
    """The file; `extra` goes into its trailer, `more` are fonts by their key."""
    book = Book()
    fonts = " ".join(
        f"/{key} {book.add(f'<< /Type /Font /Subtype /Type1 /BaseFont /{name}{_encoding(name)} >>')} 0 R"
        for key, name in _FONTS.items()
    )
    fonts += "".join(f" /{key} {font(book)} 0 R" for key, font in (more or {}).items())
    tree = book.add("")
    kids, fields = [], []
    for page in leaves:
        widgets = [book.add(f"<< /Type /Annot {spec} >>") for spec in page.fields]
        fields.extend(widgets)
        widgets = [*widgets, *(book.add(_note(book, fonts, *note)) for note in page.notes)]
        kids.append(_page(book, page, tree, fonts, widgets))
    book.set(tree, f"<< /Type /Pages /Count {len(kids)} /Kids [{_refs(kids)}] >>")
    form = f" /AcroForm << /Fields [{_refs(fields)}] >>" if fields else ""
    root = book.add(f"<< /Type /Catalog /Pages {tree} 0 R{form} >>")
    return book.bytes(root, extra)


def _encoding(name: str) -> str:
    return "" if name == "ZapfDingbats" else " /Encoding /WinAnsiEncoding"


def _refs(numbers: list[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _note(book: Book, fonts: str, spec: str, picture: str) -> str:
    size, shown = picture.split("\n", 1)
    if not shown:
        return f"<< /Type /Annot {spec} >>"
    head = f"/Type /XObject /Subtype /Form {size} /Resources << /Font << {fonts} >> >>"
    return f"<< /Type /Annot {spec} /AP << /N {book.stream(head, shown.encode('latin-1'))} 0 R >> >>"


def _page(book: Book, page: Leaf, tree: int, fonts: str, widgets: list[int]) -> int:
    content = book.stream("", "\n".join(page.content).encode("latin-1"))
    head = "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    images = " ".join(f"/Im{at} {book.stream(head, data)} 0 R" for at, data in enumerate(page.images))
    return book.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.turn}"
        f" /Resources << /Font << {fonts} >> /XObject << {images} >> >>"
        f" /Contents {content} 0 R /Annots [{_refs(widgets)}] >>"
    )


class Book:
    """A file's objects, numbered from 1."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def add(self, body: str) -> int:
        """Puts an object in, and gives its number."""
        self._objects.append(body.encode("latin-1"))
        return len(self._objects)

    def set(self, number: int, body: str) -> None:
        """Puts another object in its place."""
        self._objects[number - 1] = body.encode("latin-1")

    def stream(self, head: str, data: bytes) -> int:
        """Puts a stream in; `head` are the entries of its dictionary."""
        start = f"<< {head} /Length {len(data)} >>\nstream\n".encode("latin-1")
        self._objects.append(start + data + b"\nendstream")
        return len(self._objects)

    def bytes(self, root: int, extra: str) -> bytes:
        """The file."""
        out, places = bytearray(b"%PDF-1.7\n"), []
        for number, body in enumerate(self._objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += f"trailer << /Size {len(places) + 1} /Root {root} 0 R {extra} >>\n".encode("latin-1")
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())
