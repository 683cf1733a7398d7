"""A small writer of PDF files: pages of operators, fonts that say which letter each code is."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samples.printed import outlines


@dataclass(slots=True)
class Font:
    """A font whose letters get codes as they are asked for, each with its width."""

    name: str
    kind: str = "cid"
    """``cid`` (two bytes a letter) or ``drawn`` (a font of drawings, one byte a letter)."""
    codes: dict[tuple[str, int], int] = field(default_factory=dict)
    """By what a letter says and its width in thousandths of the font size."""

    def full(self) -> bool:
        """Whether a font of drawings has no code left."""
        return self.kind == "drawn" and len(self.codes) > 150

    def code(self, text: str, width: float) -> str:
        """The letter's code as the hexadecimal digits of a string."""
        at = self.codes.setdefault((text, round(width)), len(self.codes) + 1)
        return f"{at:04X}" if self.kind == "cid" else f"{at:02X}"


@dataclass(slots=True)
class Printed:
    """One page as it is written: operators, and how the page is kept."""

    content: str
    width: float
    height: float
    more: str = ""
    """Further entries of the page: ``/Rotate 90``; without a ``/MediaBox`` it gets one of its size."""
    annotations: tuple[str, ...] = ()


class Book:
    """The file's objects, numbered from 1."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def add(self, body: str) -> int:
        """The number of a new object."""
        self._objects.append(body.encode("latin-1"))
        return len(self._objects)

    def stream(self, head: str, data: bytes) -> int:
        """The number of a new stream, packed."""
        packed = zlib.compress(data)
        start = f"<<{head}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode("latin-1")
        self._objects.append(start + packed + b"\nendstream")
        return len(self._objects)

    def saved(self, pages: Sequence[Printed], fonts: Mapping[str, Font], photos: int) -> bytes:
        """The whole file. Pictures are called ``/Im0`` and so on."""
        known = "".join(f"/{name} {self._font(font)} 0 R" for name, font in fonts.items())
        shown = "".join(f"/Im{at} {self._photo(at)} 0 R" for at in range(photos))
        resources = self.add(f"<</Font<<{known}>>/XObject<<{shown}>>>>")
        tree = len(self._objects) + 2 * len(pages) + sum(len(page.annotations) for page in pages) + 1
        kids = [self._page(page, tree, resources) for page in pages]
        self.add(f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>")
        return self._written(self.add(f"<</Type/Catalog/Pages {tree} 0 R>>"))

    def _page(self, page: Printed, tree: int, resources: int) -> int:
        content = self.stream("", page.content.encode("latin-1"))
        notes = [self.add(note) for note in page.annotations]
        media = "" if "/MediaBox" in page.more else f"/MediaBox[0 0 {page.width:.2f} {page.height:.2f}]"
        listed = f"/Annots[{' '.join(f'{note} 0 R' for note in notes)}]" if notes else ""
        return self.add(
            f"<</Type/Page/Parent {tree} 0 R{media}{page.more}{listed}/Resources {resources} 0 R"
            f"/Contents {content} 0 R>>"
        )

    def _photo(self, at: int) -> int:
        head = "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8"
        return self.stream(head, bytes((200, 30, 30, 30, 200, 30, 30, 30, 200, 9, 9, at % 250)))

    def _font(self, font: Font) -> int:
        meaning = self.stream("", _meaning(font).encode())
        return self._drawn(font, meaning) if font.kind == "drawn" else self._cid(font, meaning)

    def _cid(self, font: Font, meaning: int) -> int:
        widths = " ".join(f"{code}[{width}]" for (_, width), code in font.codes.items())
        held = self.stream("", outlines.font(list(font.codes)))
        described = self.add(
            f"<</Type/FontDescriptor/FontName/AAAAAA+{font.name}/Flags 4/FontBBox[-100 -250 1100 950]"
            f"/ItalicAngle 0/Ascent 905/Descent -212/CapHeight 716/StemV 80/FontFile2 {held} 0 R>>"
        )
        below = self.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+{font.name}/DW 500/W[{widths}]"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"
            f"/FontDescriptor {described} 0 R>>"
        )
        return self.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+{font.name}/Encoding/Identity-H"
            f"/DescendantFonts[{below} 0 R]/ToUnicode {meaning} 0 R>>"
        )

    def _drawn(self, font: Font, meaning: int) -> int:
        widths, named, drawings = [], [], []
        for (text, width), code in font.codes.items():
            parts = " ".join(f"{a} {b} {c - a} {d - b} re" for a, b, c, d in outlines.blocks(text, width))
            shape = self.stream("", f"{width} 0 0 0 {max(width, 1000)} 800 d1 {parts} f*".encode())
            widths.append(str(width))
            named.append(f"/g{code}")
            drawings.append(f"/g{code} {shape} 0 R")
        return self.add(
            "<</Type/Font/Subtype/Type3/FontBBox[0 -250 1100 950]/FontMatrix[0.001 0 0 0.001 0 0]"
            f"/FirstChar 1/LastChar {len(widths)}/Widths[{' '.join(widths)}]"
            f"/Encoding<</Type/Encoding/Differences[1{''.join(named)}]>>/CharProcs<<{''.join(drawings)}>>"
            f"/Resources<<>>/ToUnicode {meaning} 0 R>>"
        )

    def _written(self, root: int) -> bytes:
        out, places = bytearray(b"%PDF-1.7\n"), []
        for number, body in enumerate(self._objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += f"trailer <</Size {len(places) + 1}/Root {root} 0 R>>\n".encode()
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _meaning(font: Font) -> str:
    """The table of what each code says."""
    digits = 4 if font.kind == "cid" else 2
    rows = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>"
        for (text, _), code in font.codes.items()
    ]
    parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    told = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Other def\n"
        f"1 begincodespacerange\n<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n{told}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
