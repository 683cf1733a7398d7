"""What people type on a page with a viewer's tools: letters and signs in boxes, answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from textwrap import wrap
from typing import Protocol, TypeAlias

from samples.ink import Box, Ink, form, literal, plain, rect, shifted

Setting: TypeAlias = Callable[[Box, str, str, float], Ink]
"""From the box of the letters, what is typed, the font's key and the size to what the file holds."""


class Typing(Protocol):
    """From a box, what is typed into it and the size of the letters to what the file holds."""

    def __call__(self, box: Box, text: str, size: float = 9.0) -> Ink:
        """The text in the box."""


def shown(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """With its picture."""
    x0, y0, x1, y1 = box
    note = f"/Subtype/FreeText/Rect{rect(box)}/Contents{literal(text)}/DA(/{font} {size:.1f} Tf 0 g)/F 4"
    picture = f"q BT /{font} {size:.1f} Tf 0 g 0 {0.14 * size:.2f} Td {plain(text)} Tj ET Q"
    return Ink((note + "/AP<</N {0} 0 R>>",), ((form((0, 0, x1 - x0, y1 - y0)), picture),))


def shown_in_place(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """With its picture in the page's own measure, in a roomier box."""
    x0, y0, x1, y1 = box
    room = (x0 - 3, y0 - 3, x1 + 25, y1 + 4)
    note = f"/Subtype/FreeText/Rect{rect(room)}/Contents{literal(text)}/DA(0 g /{font} {size:.1f} Tf)/F 4"
    picture = f"BT /{font} {size:.1f} Tf 0 g {x0:.2f} {y0 + 0.14 * size:.2f} Td {plain(text)} Tj ET"
    return Ink((note + "/IT/FreeTextTypewriter/AP<</N {0} 0 R>>",), ((form(room), picture),))


def unshown(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """Without a picture: the letters stand at the top left of their room."""
    x0, _, x1, y1 = box
    room = (x0 - 2, y1 - 1.35 * size, x1 + 18, y1 + 0.25 * size)
    note = f"/Subtype/FreeText/Rect{rect(room)}/Contents{literal(text)}/DA(0 g /{font} {size:.1f} Tf)"
    return Ink((note + "/IT/FreeTextTypewriter/Border[0 0 0]/F 4",))


def rich_unshown(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """As rich text only."""
    x0, _, x1, y1 = box
    room = (x0 - 2, y1 - 1.35 * size, x1 + 18, y1 + 0.25 * size)
    body = f'<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>{text}</p></body>'
    style = f"/DS(font: Helvetica {size:.1f}pt; color:#000000)/Border[0 0 0]"
    return Ink((f"/Subtype/FreeText/Rect{rect(room)}/RC{literal(body)}{style}/F 4",))


def fill_and_sign(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """With the tool for filling and signing."""
    x0, y0, x1, y1 = box
    head = form((0, 0, x1 - x0, y1 - y0)) + "/ADBE_FillSign<</Type/FillSignData/Subtype/text>>"
    picture = f"BT /{font} {size:.1f} Tf 0 g 0 {0.14 * size:.2f} Td {plain(text)} Tj ET"
    content = f"/ADBE_FillSign BMC q 1 0 0 1 {x0:.2f} {y0:.2f} cm /Ink{{0}} Do Q EMC"
    return Ink((), ((head, picture),), content)


def as_content(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """Printed into the page."""
    x, y = box[0], box[1] + 0.14 * size
    return Ink(content=f"q BT /{font} {size:.1f} Tf 0 g {x:.2f} {y:.2f} Td {plain(text)} Tj ET Q")


def as_form(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """Printed into the page as a form of its own."""
    x0, y0, x1, y1 = box
    picture = f"BT /{font} {size:.1f} Tf 0 g 0 {0.14 * size:.2f} Td {plain(text)} Tj ET"
    size_of = form((0, 0, x1 - x0 + 3, y1 - y0 + 3))
    return Ink((), ((size_of, picture),), f"q 1 0 0 1 {x0:.2f} {y0:.2f} cm /Ink{{0}} Do Q")


def as_stamp(box: Box, text: str, font: str = "Helv", size: float = 10.0) -> Ink:
    """As a stamp whose picture is the letter."""
    x0, y0, x1, y1 = box
    picture = f"BT /{font} {size:.1f} Tf 0 g 0 {0.14 * size:.2f} Td {plain(text)} Tj ET"
    note = f"/Subtype/Stamp/Name/Mark/Rect{rect(box)}/F 4/AP<</N {{0}} 0 R>>"
    return Ink((note,), ((form((0, 0, x1 - x0, y1 - y0)), picture),))


SETTINGS: Mapping[str, Setting] = {
    "shown": shown,
    "shown-in-place": shown_in_place,
    "unshown": unshown,
    "fill-and-sign": fill_and_sign,
    "stamp": as_stamp,
}
"""Ways of holding typed letters that say that a tool put them there."""

PRINTED: Mapping[str, Setting] = {"content": as_content, "form": as_form}
"""Ways of holding typed letters that make them part of the page."""

LETTERS: Mapping[str, tuple[str, str, float]] = {
    "x": ("x", "Helv", 1.3),
    "X": ("X", "Helv", 1.1),
    "large-X": ("X", "Helv", 1.7),
    "small-X": ("X", "Helv", 0.7),
    "typewriter-X": ("X", "Cour", 1.2),
    "check": ("4", "ZaDb", 1.0),
    "cross": ("8", "ZaDb", 1.0),
    "ball": ("l", "ZaDb", 0.9),
    "V": ("V", "Helv", 1.0),
}
"""What is typed into a box: the sign, its font's key, its size in heights of the box."""


def letter(setting: Setting, what: str, side: int = 0) -> Callable[[Box, Random], Ink]:
    """A sign typed into a box, right before it (-1) or right behind it (1)."""
    sign, font, share = LETTERS[what]

    def typed(box: Box, random: Random) -> Ink:
        x0, y0, x1, y1 = shifted(box, random)
        size = share * (y1 - y0)
        half = (0.35 if font == "Helv" else 0.4) * size
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        x = {-1: x0 - half - 1.5, 0: x, 1: x1 + half + 1.5}[side]
        return setting((x - half, y - 0.5 * size, x + half, y + 0.5 * size), sign, font, size)

    return typed


def typed(box: Box, text: str, size: float = 9.0) -> Ink:
    """A text without a picture."""
    default = f"/DA(/Helv {size:g} Tf 0 g)"
    return Ink((f"/Subtype/FreeText/Rect{rect(box)}/Contents{literal(text)}{default}/F 4",))


def _wrapped(text: str, width: float, size: float) -> list[str]:
    """The lines that a viewer makes of a text."""
    room = max(int(width / (0.5 * size)), 4)
    return [line for part in text.split("\n") for line in wrap(part, room) or [""]]


def _lines(text: str, box: Box, size: float, x: float, y: float) -> str:
    lines = _wrapped(text, box[2] - box[0] - 4, size)
    shown = " ".join(f"{plain(line)} Tj 0 {-1.2 * size:.2f} Td" for line in lines)
    return f"BT /Helv {size:g} Tf 0 g {x:.2f} {y - size:.2f} Td {shown} ET"


def typed_shown(box: Box, text: str, size: float = 9.0) -> Ink:
    """A text with its picture, line by line."""
    room = (0.0, 0.0, box[2] - box[0], box[3] - box[1])
    note = f"/Subtype/FreeText/Rect{rect(box)}/Contents{literal(text)}/DA(/Helv {size:g} Tf 0 g)/F 4"
    picture = f"/Tx BMC q {_lines(text, box, size, 2, room[3])} Q EMC"
    return Ink((note + "/AP<</N {0} 0 R>>",), ((form(room), picture),))


def typed_in_place(box: Box, text: str, size: float = 9.0) -> Ink:
    """The same with a picture in the page's own measure and a larger room."""
    room = (box[0] - 2, box[1] - 6, box[2] + 2, box[3] + 3)
    note = f"/Subtype/FreeText/Rect{rect(room)}/Contents{literal(text)}/DA(0 g /Helv {size:g} Tf)/F 4"
    picture = f"q {_lines(text, box, size, box[0] + 2, box[3])} Q"
    return Ink((note + "/IT/FreeTextTypewriter/AP<</N {0} 0 R>>",), ((form(room), picture),))


def rich(box: Box, text: str, size: float = 9.0) -> Ink:
    """A text that is kept as a rich one only."""
    lines = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in text.split("\n"))
    body = f'<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml">{lines}</body>'
    style = f"/DS(font: {size:.1f}pt Helvetica)"
    return Ink((f"/Subtype/FreeText/Rect{rect(box)}/RC{literal(body)}{style}/F 4",))


def typewriter(box: Box, text: str, size: float = 9.0) -> Ink:
    """A text without a box, of letters as wide as those of a typewriter."""
    note = f"/Subtype/FreeText/IT/FreeTextTypewriter/Rect{rect(box)}/Contents{literal(text)}"
    return Ink((note + f"/DA(0 0 1 rg /Cour {size:g} Tf)/BS<</W 0>>/F 4",))


def unpictured(box: Box, text: str, size: float = 9.0) -> Ink:
    """A text whose picture is all there is of it."""
    room = (0.0, 0.0, box[2] - box[0], box[3] - box[1])
    note = f"/Subtype/FreeText/Rect{rect(box)}/DA(/Helv {size:g} Tf 0 g)/F 4/AP<</N {{0}} 0 R>>"
    return Ink((note,), ((form(room), _lines(text, box, size, 2, room[3])),))


def signed(box: Box, text: str, size: float = 9.0) -> Ink:
    """A text of the tool for filling and signing, a form a line."""
    parts, content = [], []
    for at, line in enumerate(_wrapped(text, box[2] - box[0] - 4, size)):
        head = form((0, 0, 500, 1.5 * size)) + "/ADBE_FillSign<</Type/FillSignData/Subtype/text>>"
        parts.append((head, f"BT /Helv {size:g} Tf 0 g 2 3 Td {plain(line)} Tj ET"))
        y = box[3] - size - 3 - 1.2 * size * at
        content.append(f"/ADBE_FillSign BMC q 1 0 0 1 {box[0]:.2f} {y:.2f} cm /Ink{{{at}}} Do Q EMC")
    return Ink((), tuple(parts), " ".join(content))


def printed(box: Box, text: str, size: float = 9.0) -> Ink:
    """A text that became part of the page."""
    return Ink(content=f"q {_lines(text, box, size, box[0] + 2, box[3])} Q")


TYPED: Mapping[str, Typing] = {
    "typed": typed,
    "typed-shown": typed_shown,
    "typed-in-place": typed_in_place,
    "rich": rich,
    "typewriter": typewriter,
    "picture-only": unpictured,
    "fill-and-sign": signed,
    "printed": printed,
}
"""Ways of typing an answer over the page."""
