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

from samples.ink import FONTS, Box, Ink, grown, rect, shifted
from samples.ink_carriers import ANNOTATIONS, CONTENT, Carrier, lines
from samples.ink_pens import PENS, Pen, beside, cross, slash, tick
from samples.ink_typed import LETTERS, PRINTED, SETTINGS, letter, rich_unshown

Tick: TypeAlias = Callable[[Box, Random], Ink]


def _drawn(pen: Pen, carrier: Carrier) -> Tick:
    return lambda box, random: carrier(pen(box, random))


def square(box: Box, random: Random) -> Ink:
    """A filled square."""
    return Ink((f"/Subtype/Square/Rect{rect(shifted(box, random))}/C[0 0 0]/IC[0 0 0.4]/F 4",))


def ball(box: Box, random: Random) -> Ink:
    """A filled circle, smaller than the box."""
    inner = grown(shifted(box, random), -0.2 * (box[3] - box[1]))
    return Ink((f"/Subtype/Circle/Rect{rect(inner)}/C[0 0 0]/IC[0 0 0]/F 4",))


def circle(box: Box, random: Random) -> Ink:
    """A ring round the box."""
    return Ink((f"/Subtype/Circle/Rect{rect(grown(shifted(box, random), 2))}/C[1 0 0]/F 4",))


TICKS: Mapping[str, Tick] = {
    **{f"{pen}-{name}": _drawn(PENS[pen], carrier) for pen in PENS for name, carrier in ANNOTATIONS.items()},
    **{
        f"typed-{what}-{name}": letter(setting, what)
        for what in LETTERS
        for name, setting in SETTINGS.items()
    },
    **{f"typed-before-{name}": letter(setting, "X", -1) for name, setting in SETTINGS.items()},
    **{f"before-{name}": _drawn(beside(cross), carrier) for name, carrier in ANNOTATIONS.items()},
    **{f"{pen.__name__}-lines": _drawn(pen, lines) for pen in (cross, tick, slash)},
    **{f"typed-{what}-rich": letter(rich_unshown, what) for what in ("x", "X", "V")},
    "square": square,
    "ball": ball,
    "circle": circle,
}
"""Ways of ticking a box that say that a tool did it."""

FLAT: Mapping[str, Tick] = {
    **{f"{pen}-{name}": _drawn(PENS[pen], carrier) for pen in PENS for name, carrier in CONTENT.items()},
    **{
        f"typed-{what}-{name}": letter(setting, what) for what in LETTERS for name, setting in PRINTED.items()
    },
    **{f"typed-before-{name}": letter(setting, "X", -1) for name, setting in PRINTED.items()},
    **{f"before-{name}": _drawn(beside(cross), carrier) for name, carrier in CONTENT.items()},
}
"""Ways of ticking a box that are part of the page."""


def check_box(box: Box, name: str, on: bool, state: str = "Yes") -> Ink:
    """A check box of an interactive form, laid over a printed box."""
    shown = state if on else "Off"
    return Ink(fields=(f"/Subtype/Widget/FT/Btn/T({name})/V/{shown}/AS/{shown}/Rect{rect(box)}/F 4",))


BEHIND: Mapping[str, Tick] = {
    **{f"typed-{name}": letter(setting, "X", 1) for name, setting in {**SETTINGS, **PRINTED}.items()},
    **{
        name: _drawn(beside(cross, behind=True), carrier)
        for name, carrier in {**ANNOTATIONS, **CONTENT}.items()
    },
}
"""Ways of ticking right behind a box whose words stand before it."""


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
            streams: list[int] = []
            for head, data in ink.streams:
                streams.append(self._stream(_numbered(head, streams), data))
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
        body = re.sub(rb"/Contents ?\[?((?: ?\d+ 0 R)+)\]?", new, body, count=1)
        names = "".join(f"/Ink{form} {form} 0 R" for form in forms).encode()
        found = re.search(rb"/Resources (\d+) 0 R", body)
        if found is None:
            return self._with_fonts(_with_names(body, b"XObject", names))
        number = int(found[1])
        resources = _with_names(self._now(number), b"XObject", names)
        self._objects[number] = self._with_fonts(resources)
        return body

    def _with_fonts(self, body: bytes) -> bytes:
        """A page's resources with the fonts that typed letters are set in."""
        names = FONTS[len("/Font<<") : -len(">>")].encode()
        found = re.search(rb"/Font (\d+) 0 R", body)
        if found is None:
            return body if b"/Helv" in body else _with_names(body, b"Font", names)
        number = int(found[1])
        if b"/Helv" not in self._now(number):
            self._objects[number] = self._now(number).replace(b"<<", b"<<" + names, 1)
        return body

    def _now(self, number: int) -> bytes:
        """An object as it is after all that was changed so far."""
        return self._objects.get(number) or self._body(number)

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


def _with_names(body: bytes, kind: bytes, names: bytes) -> bytes:
    """A page's resources with further ones of a kind."""
    if not names:
        return body
    pattern = rb"/" + kind + rb" ?<<"
    if re.search(pattern, body):
        return re.sub(pattern, b"/" + kind + b"<<" + names, body, count=1)
    return body.replace(b"<<", b"<</" + kind + b"<<" + names + b">>", 1)


def _numbered(spec: str, streams: Sequence[int]) -> str:
    for at, number in enumerate(streams):
        spec = spec.replace(f"{{{at}}}", str(number))
    return spec
