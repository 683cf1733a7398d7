"""Puts on a PDF what people put on it with a viewer's tools: ticks, dress of words, typed answers.

The PDF is one that LibreOffice has made of an empty form; where its boxes and its answers have their
place is given. Everything is added behind the file's end, as viewers do, and the rest is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in points, as the file counts."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page."""

    page: int
    """From 0."""
    box: Box


@dataclass(frozen=True, slots=True)
class Ink:
    """What is put on a page: annotations and operators; streams that they refer to as ``{0}``, ``{1}``."""

    notes: tuple[str, ...] = ()
    """Annotation dictionaries without their brackets; ``{0}`` is the number of the first stream."""
    streams: tuple[tuple[str, str], ...] = ()
    """Dictionary entries and content."""
    content: str = ""
    fields: tuple[str, ...] = ()
    """The same as `notes`, for fields of a form."""


Tick: TypeAlias = Callable[[Box, Random], Ink]
Dressing: TypeAlias = Callable[[Box], Ink]
Typing: TypeAlias = Callable[[Box, str], Ink]


def _rect(box: Box) -> str:
    return "[" + " ".join(f"{side:.2f}" for side in box) + "]"


def _shifted(box: Box, random: Random) -> Box:
    """The box as a hand meets it: a little off."""
    dx, dy = random.uniform(-1, 1), random.uniform(-1, 1)
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def literal(text: str) -> str:
    """A text as a string of the file, in UTF-16."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def _plain(text: str) -> str:
    """A text as a string of a content stream, in the fonts' own encoding."""
    return "<" + text.encode("cp1252", "replace").hex() + ">"


def typed_x(box: Box, random: Random, letter: str = "X", font: str = "Helv") -> Ink:
    """A letter typed into the box, with its picture."""
    box = _shifted(box, random)
    size = 1.05 * (box[3] - box[1])
    picture = f"q BT /{font} {size:.1f} Tf 0 g 0.8 1 Td {_plain(letter)} Tj ET Q"
    default = f"/{font} {size:.1f} Tf 0 g"
    note = f"/Subtype/FreeText/Rect{_rect(box)}/Contents{literal(letter)}/DA({default})/F 4"
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 {box[2] - box[0]:.2f} {box[3] - box[1]:.2f}]{_FONTS}"
    return Ink((note + "/AP<</N {0} 0 R>>",), ((head, picture),))


_FONTS = (
    "/Resources<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    "/ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>>>"
)


def typed_check(box: Box, random: Random) -> Ink:
    """A check of the font of signs."""
    return typed_x(box, random, "4", "ZaDb")


def typed_bare(box: Box, random: Random) -> Ink:
    """An X typed in a roomy box, without a picture."""
    x, y = box[0] - 1.5, box[3] + 3
    room = (x, y - 16, x + 30, y)
    return Ink(
        (f"/Subtype/FreeText/Rect{_rect(room)}/Contents(X)/DA(0 g /Helv 10 Tf)/IT/FreeTextTypewriter/F 4",)
    )


def typed_behind(box: Box, random: Random) -> Ink:
    """An X typed right before the box."""
    side = box[3] - box[1]
    return typed_x((box[0] - side - 1, box[1], box[0] - 1, box[3]), random)


def pen_cross(box: Box, random: Random) -> Ink:
    """Two strokes of a pen, kept as one thing."""
    x0, y0, x1, y1 = (side + random.uniform(-2, 2) for side in box)
    paths = f"[{x0:.1f} {y0:.1f} {x1:.1f} {y1:.1f}][{x0:.1f} {y1:.1f} {x1:.1f} {y0:.1f}]"
    return Ink((f"/Subtype/Ink/Rect{_rect(_grown(box, 3))}/InkList[{paths}]/C[0 0 1]/F 4",))


def _grown(box: Box, by: float) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def pen_tick(box: Box, random: Random) -> Ink:
    """A tick with a long tail."""
    x0, y0, x1, y1 = _shifted(box, random)
    side = x1 - x0
    path = (
        x0 + 0.1 * side,
        y0 + 0.6 * side,
        x0 + 0.4 * side,
        y0 + 0.1 * side,
        x1 + 0.5 * side,
        y1 + 0.4 * side,
    )
    return Ink((f"/Subtype/Ink/Rect{_rect(_grown(box, 6))}/InkList[{_numbers(path)}]/F 4",))


def _numbers(values: Sequence[float]) -> str:
    return "[" + " ".join(f"{value:.2f}" for value in values) + "]"


def pen_scribble(box: Box, random: Random) -> Ink:
    """A box filled by going to and fro."""
    x0, y0, x1, y1 = _shifted(box, random)
    path: list[float] = []
    for step in range(8):
        path += [x0 if step % 2 else x1, y0 + step * (y1 - y0) / 7]
    return Ink((f"/Subtype/Ink/Rect{_rect(_grown(box, 2))}/InkList[{_numbers(path)}]/F 4",))


def two_lines(box: Box, random: Random) -> Ink:
    """A cross of two lines, two things."""
    x0, y0, x1, y1 = _shifted(box, random)
    return Ink(
        tuple(
            f"/Subtype/Line/Rect{_rect(box)}/L{_numbers(ends)}/C[1 0 0]/F 4"
            for ends in ((x0, y0, x1, y1), (x0, y1, x1, y0))
        )
    )


def square(box: Box, random: Random) -> Ink:
    """A filled square."""
    return Ink((f"/Subtype/Square/Rect{_rect(_shifted(box, random))}/C[0 0 0]/IC[0 0 0.4]/F 4",))


def circle(box: Box, random: Random) -> Ink:
    """A ring round the box."""
    return Ink((f"/Subtype/Circle/Rect{_rect(_grown(_shifted(box, random), 2))}/C[1 0 0]/F 4",))


def polygon(box: Box, random: Random) -> Ink:
    """A line of three points, drawn as a tick."""
    x0, y0, x1, y1 = _shifted(box, random)
    path = (x0, (y0 + y1) / 2, (x0 + x1) / 2, y0, x1, y1)
    return Ink((f"/Subtype/PolyLine/Rect{_rect(box)}/Vertices{_numbers(path)}/C[0 0 0]/F 4",))


def stamp(box: Box, random: Random) -> Ink:
    """A stamp that shows a tick."""
    box = _shifted(box, random)
    picture = "0 0.5 0 RG 2 w 1 5 m 4 1 l 9 9 l S"
    head = "/Type/XObject/Subtype/Form/BBox[0 0 10 10]"
    return Ink((f"/Subtype/Stamp/Name/Check/Rect{_rect(box)}/F 4/AP<</N {{0}} 0 R>>",), ((head, picture),))


def fill_and_sign(box: Box, random: Random) -> Ink:
    """A cross as the tool for filling and signing leaves it: part of the page's content."""
    x0, y0, _, y1 = _shifted(box, random)
    side = y1 - y0
    picture = f"1.2 w 1 1 m {side:.1f} {side:.1f} l S 1 {side:.1f} m {side:.1f} 1 l S"
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 {side + 2:.1f} {side + 2:.1f}]"
    return Ink(
        (), ((head, picture),), f"/ADBE_FillSign BMC q 1 0 0 1 {x0:.2f} {y0:.2f} cm /Ink{{0}} Do Q EMC"
    )


TICKS: Mapping[str, Tick] = {
    "typed-x": typed_x,
    "typed-check": typed_check,
    "typed-bare": typed_bare,
    "typed-before": typed_behind,
    "pen-cross": pen_cross,
    "pen-tick": pen_tick,
    "pen-scribble": pen_scribble,
    "two-lines": two_lines,
    "square": square,
    "circle": circle,
    "polyline": polygon,
    "stamp": stamp,
    "fill-and-sign": fill_and_sign,
}
"""Ways of ticking a box."""


def _marked(subtype: str, colour: str) -> Dressing:
    def dressed(box: Box) -> Ink:
        x0, y0, x1, y1 = box
        quad = _numbers((x0, y1, x1, y1, x0, y0, x1, y0))
        return Ink((f"/Subtype/{subtype}/Rect{_rect(box)}/QuadPoints{quad}/C[{colour}]/F 4",))

    return dressed


def ring(box: Box) -> Ink:
    """A ring round the words."""
    return Ink((f"/Subtype/Circle/Rect{_rect(_grown(box, 3))}/C[1 0 0]/F 4",))


def struck(box: Box) -> Ink:
    """A line through the words."""
    y = (box[1] + box[3]) / 2
    return Ink((f"/Subtype/Line/Rect{_rect(box)}/L{_numbers((box[0] - 2, y, box[2] + 2, y))}/C[1 0 0]/F 4",))


CHOSEN: Mapping[str, Dressing] = {
    "highlight": _marked("Highlight", "1 1 0"),
    "underline": _marked("Underline", "1 0 0"),
    "squiggly": _marked("Squiggly", "1 0 0"),
    "ring": ring,
}
"""Ways of marking the words of what is chosen: a judgement."""

REJECTED: Mapping[str, Dressing] = {"strike-out": _marked("StrikeOut", "1 0 0"), "line-through": struck}
"""Ways of marking the words of all the others."""


def typed(box: Box, text: str) -> Ink:
    """A text without a picture."""
    return Ink((f"/Subtype/FreeText/Rect{_rect(box)}/Contents{literal(text)}/DA(/Helv 9 Tf 0 g)/F 4",))


def typed_shown(box: Box, text: str) -> Ink:
    """A text with its picture, line by line."""
    lines = text.split("\n")
    shown = " ".join(f"{_plain(line)} Tj 0 -11 Td" for line in lines)
    height = box[3] - box[1]
    head = f"/Type/XObject/Subtype/Form/BBox[0 0 {box[2] - box[0]:.2f} {height:.2f}]{_FONTS}"
    return Ink(
        (
            f"/Subtype/FreeText/Rect{_rect(box)}/Contents{literal(text)}/DA(/Helv 9 Tf 0 g)/F 4"
            "/AP<</N {0} 0 R>>",
        ),
        ((head, f"/Tx BMC q BT /Helv 9 Tf 0 g 2 {height - 9:.1f} Td {shown} ET Q EMC"),),
    )


def rich(box: Box, text: str) -> Ink:
    """A text that is kept as a rich one only."""
    lines = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in text.split("\n"))
    body = f'<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml">{lines}</body>'
    return Ink((f"/Subtype/FreeText/Rect{_rect(box)}/RC{literal(body)}/DS(font: 9.0pt Helvetica)/F 4",))


TYPED: Mapping[str, Typing] = {"typed": typed, "typed-shown": typed_shown, "rich": rich}
"""Ways of typing an answer over the page."""


def check_box(box: Box, name: str, on: bool, state: str = "Yes") -> Ink:
    """A check box of an interactive form, laid over a printed box."""
    shown = state if on else "Off"
    return Ink(fields=(f"/Subtype/Widget/FT/Btn/T({name})/V/{shown}/AS/{shown}/Rect{_rect(box)}/F 4",))


@dataclass(slots=True)
class Sheets:
    """What is put on the pages of one file."""

    base: bytes
    inks: list[tuple[int, Ink]] = field(default_factory=list)

    def put(self, page: int, ink: Ink) -> None:
        """Adds to a page, counted from 0."""
        self.inks.append((page, ink))

    def bytes(self) -> bytes:
        """The file with all that was put on it behind its end."""
        return _Update(self.base).saved(self.inks)


class _Update:
    """Objects appended to a file whose index is a plain table."""

    def __init__(self, base: bytes) -> None:
        self._base = base
        found = re.findall(rb"/Size (\d+)", base)
        self._next = int(found[-1])
        self._objects: dict[int, bytes] = {}

    def saved(self, inks: Sequence[tuple[int, Ink]]) -> bytes:
        kids = re.search(rb"/Kids ?\[([ \d R]+)\]", self._base)
        pages = [int(number) for number in re.findall(rb"(\d+) 0 R", kids[1] if kids else b"")]
        fields: list[int] = []
        for at, number in enumerate(pages):
            mine = [ink for page, ink in inks if page == at]
            if mine:
                self._page(number, mine, fields)
        root = int(re.findall(rb"/Root (\d+)", self._base)[-1])
        if fields:
            refs = " ".join(f"{number} 0 R" for number in fields)
            form = f"/AcroForm<</Fields[{refs}]/DA(/Helv 0 Tf 0 g)/DR<<>>>>".encode()
            self._objects[root] = self._body(root).replace(b"<<", b"<<" + form, 1)
        return self._written(root)

    def _page(self, number: int, inks: Sequence[Ink], fields: list[int]) -> None:
        body = self._body(number)
        notes, content, forms = [], [], []
        for ink in inks:
            streams = [self._stream(head, data) for head, data in ink.streams]
            filled = [_numbered(spec, streams) for spec in ink.notes]
            notes += [self._add(f"<</Type/Annot{spec}>>".encode()) for spec in filled]
            made = [self._add(f"<</Type/Annot{_numbered(spec, streams)}>>".encode()) for spec in ink.fields]
            notes += made
            fields += made
            if ink.content:
                content.append(_numbered(ink.content, streams))
                forms += streams
        if content:
            body = self._with_content(body, content, forms)
        refs = " ".join(f"{note} 0 R" for note in notes).encode()
        if re.search(rb"/Annots ?\[", body):
            body = re.sub(rb"/Annots ?\[", b"/Annots[" + refs + b" ", body, count=1)
        else:
            body = re.sub(rb"/Type ?/Page\b", b"/Type/Page/Annots[" + refs + b"]", body, count=1)
        self._objects[number] = body

    def _with_content(self, body: bytes, content: Sequence[str], forms: Sequence[int]) -> bytes:
        added = self._stream("", "\n".join(content))
        start = self._stream("", "q")
        end = self._stream("", "Q")
        new = f"/Contents[{start} 0 R ".encode() + rb"\1" + f" {end} 0 R {added} 0 R]".encode()
        body = re.sub(rb"/Contents (\d+ 0 R)", new, body)
        names = "".join(f"/Ink{form} {form} 0 R" for form in forms).encode()
        found = re.search(rb"/Resources (\d+) 0 R", body)
        if found is None:
            return _with_forms(body, names)
        number = int(found[1])
        self._objects[number] = _with_forms(self._objects.get(number) or self._body(number), names)
        return body

    def _body(self, number: int) -> bytes:
        start = self._base.rindex(f"\n{number} 0 obj\n".encode()) + len(f"\n{number} 0 obj\n")
        return self._base[start : self._base.index(b"\nendobj", start)]

    def _add(self, body: bytes) -> int:
        self._next += 1
        self._objects[self._next] = body
        return self._next

    def _stream(self, head: str, data: str) -> int:
        raw = data.encode("latin-1")
        return self._add(f"<<{head}/Length {len(raw)}>>\nstream\n".encode() + raw + b"\nendstream")

    def _written(self, root: int) -> bytes:
        out = bytearray(self._base)
        index = bytearray(b"xref\n")
        for number, body in sorted(self._objects.items()):
            index += f"{number} 1\n{len(out):010} 00000 n \n".encode()
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        before = int(re.findall(rb"startxref\s+(\d+)", self._base)[-1])
        start = len(out)
        out += index
        out += f"trailer <</Size {self._next + 1}/Root {root} 0 R/Prev {before}>>\n".encode()
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _with_forms(body: bytes, names: bytes) -> bytes:
    """A page's resources with further forms."""
    if re.search(rb"/XObject ?<<", body):
        return re.sub(rb"/XObject ?<<", b"/XObject<<" + names, body, count=1)
    return body.replace(b"<<", b"<</XObject<<" + names + b">>", 1)


def _numbered(spec: str, streams: Sequence[int]) -> str:
    for at, number in enumerate(streams):
        spec = spec.replace(f"{{{at}}}", str(number))
    return spec
