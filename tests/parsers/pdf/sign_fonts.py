"""Fonts of signs for small PDFs: a TrueType font written from outlines, and one made of drawings.

Each takes the characters of a page as it likes: with letters for its codes, with wrong ones, or none.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tests.parsers.pdf.builder import Book, Font

Point: TypeAlias = tuple[int, int]
Outline: TypeAlias = Sequence[Point]


def _square(inset: int) -> Outline:
    return ((inset, inset), (inset, 700 - inset), (700 - inset, 700 - inset), (700 - inset, inset))


def _bar(x0: int, y0: int, x1: int, y1: int) -> Outline:
    return ((x0, y0 + 50), (x1, y1 + 50), (x1, y1 - 50), (x0, y0 - 50))


def _ring(inset: int) -> Outline:
    reach, half = 350 - inset, (350 - inset) * 5 // 12
    corners = ((0, 1), (half / reach, 11 / 12), (11 / 12, half / reach))
    quarter = [(round(350 + reach * x), round(350 + reach * y)) for x, y in corners]
    right = [*quarter, *((x, 700 - y) for x, y in ((350 + reach, 350), *reversed(quarter)))]
    return [*right, *((700 - x, y) for x, y in reversed(right[1:-1]))]


FRAME = (_square(0), tuple(reversed(_square(60))))
CROSSED = (*FRAME, _bar(90, 90, 610, 610), _bar(90, 610, 610, 90))
CHECKED = (*FRAME, _bar(120, 350, 300, 150), _bar(300, 150, 600, 600))
FULL = (_square(0),)
RING = (_ring(0), tuple(reversed(_ring(60))))
DOTTED = (*RING, _ring(200))
ARROW = (((0, 300), (400, 300), (400, 100), (700, 350), (400, 600), (400, 400), (0, 400)),)
"""Outlines of signs, 1,000 units to the font size."""

_OUTLINES = (FRAME, FRAME, CROSSED, CHECKED, FULL, RING, DOTTED, ARROW, ())
"""The glyphs of the TrueType font; the first is what it shows for a character that it lacks."""

EMPTY_BOX, CROSSED_BOX, CHECKED_BOX, FULL_BOX, EMPTY_RING, DOTTED_RING, POINTER, NOTHING = range(1, 9)
"""Their numbers, which are their codes too."""


def true_type(name: str, letters: Mapping[int, str] | None) -> Font:
    """A font in the file, its codes two bytes long; `letters` is the file's table of them, if it has one."""

    def put(book: Book) -> int:
        data = _file()
        embedded = book.stream(f"/Length1 {len(data)}", data)
        described = book.add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 0 700 700] /ItalicAngle 0"
            f" /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 {embedded} 0 R >>"
        )
        glyphs = book.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 800 /FontDescriptor {described} 0 R"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            " /CIDToGIDMap /Identity >>"
        )
        return book.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            f" /DescendantFonts [{glyphs} 0 R] {_table(book, letters, 4)} >>"
        )

    return put


def drawings(signs: Mapping[int, tuple[str, str]], letters: Mapping[int, str] | None) -> Font:
    """A font without a name (Type 3): by code each glyph's name and the operators that draw it."""

    def put(book: Book) -> int:
        shown = " ".join(
            f"/{name} {book.stream('', f'800 0 0 0 800 800 d1 {drawn}'.encode())} 0 R"
            for name, drawn in signs.values()
        )
        named = " ".join(f"{code} /{name}" for code, (name, _) in signs.items())
        first, last = min(signs), max(signs)
        return book.add(
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 800 800] /FontMatrix [.001 0 0 .001 0 0]"
            f" /CharProcs << {shown} >> /Resources << >>"
            f" /Encoding << /Type /Encoding /Differences [{named}] >>"
            f" /FirstChar {first} /LastChar {last} /Widths [{'800 ' * (last - first + 1)}]"
            f" {_table(book, letters, 2)} >>"
        )

    return put


def _table(book: Book, letters: Mapping[int, str] | None, digits: int) -> str:
    """The file's table of the letters that codes stand for."""
    if letters is None:
        return ""
    rows = "\n".join(
        f"<{code:0{digits}x}> <{text.encode('utf-16-be').hex()}>" for code, text in letters.items()
    )
    mapped = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def"
        f" 1 begincodespacerange <{'0' * digits}> <{'f' * digits}> endcodespacerange"
        f" {len(letters)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )
    return f"/ToUnicode {book.stream('', mapped.encode())} 0 R"


def _file() -> bytes:
    """The TrueType file: the seven tables that a glyph by its number needs."""
    glyphs = [_glyph(outlines) for outlines in _OUTLINES]
    places = [sum(map(len, glyphs[:at])) for at in range(len(glyphs) + 1)]
    count = len(glyphs)
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0,
                             0, 0, 700, 700, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, 800, 0, 0, 700, 1, *[0] * 7, count),
        b"hmtx": struct.pack(">Hh", 800, 0) * count,
        b"loca": struct.pack(f">{count + 1}I", *places),
        b"maxp": struct.pack(">I14H", 0x10000, count, 24, 4, *[0] * 11),
    }  # fmt: skip
    head = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    at, body = 12 + 16 * len(tables), b""
    for tag, data in sorted(tables.items()):
        head += tag + struct.pack(">III", 0, at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return head + body


def _glyph(outlines: Sequence[Outline]) -> bytes:
    """A glyph of straight lines; one without any shows nothing."""
    if not outlines:
        return b""
    points = [point for outline in outlines for point in outline]
    ends, last = [], -1
    for outline in outlines:
        last += len(outline)
        ends.append(last)
    across = [x for x, _ in points]
    down = [y for _, y in points]
    steps = [
        struct.pack(">h", value - before)
        for values in (across, down)
        for before, value in zip([0, *values], values, strict=False)
    ]
    data = struct.pack(">hhhhh", len(outlines), min(across), min(down), max(across), max(down))
    data += struct.pack(f">{len(ends)}HH", *ends, 0) + b"\1" * len(points) + b"".join(steps)
    return data + b"\0" * (-len(data) % 4)
