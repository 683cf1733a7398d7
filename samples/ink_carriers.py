"""How files hold what a hand drew: annotations with and without a picture, and the page's own content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from samples.ink import Box, Ink, Strokes, around, form, grown, numbers, rect

Carrier: TypeAlias = Callable[[Strokes], Ink]


def paths(strokes: Strokes, x: float = 0.0, y: float = 0.0) -> str:
    """The operators that draw the lines, moved by so much."""
    return " ".join(
        " ".join(f"{px + x:.2f} {py + y:.2f} {'l' if at else 'm'}" for at, (px, py) in enumerate(stroke))
        + " S"
        for stroke in strokes
    )


def curves(strokes: Strokes) -> str:
    """The same, as the smooth curves that viewers make of a pen's points."""
    found = []
    for stroke in strokes:
        found.append(f"{stroke[0][0]:.2f} {stroke[0][1]:.2f} m")
        for (x0, y0), (x1, y1) in pairwise(stroke):
            dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
            ends = (x0 + dx, y0 + dy, x1 - dx, y1 - dy, x1, y1)
            found.append(" ".join(f"{value:.2f}" for value in ends) + " c")
        found.append("S")
    return " ".join(found)


def outlines(strokes: Strokes, width: float = 1.4) -> str:
    """The same as filled areas, as the pens of tablets leave them that press harder and softer."""
    found = []
    for stroke in strokes:
        there, back = [], []
        for (x0, y0), (x1, y1) in pairwise(stroke):
            length = max(hypot(x1 - x0, y1 - y0), 0.01)
            dx, dy = -(y1 - y0) / length * width / 2, (x1 - x0) / length * width / 2
            there += [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy)]
            back += [(x0 - dx, y0 - dy), (x1 - dx, y1 - dy)]
        points = [*there, *reversed(back)]
        found.append(
            " ".join(f"{x:.2f} {y:.2f} {'l' if at else 'm'}" for at, (x, y) in enumerate(points)) + " h f"
        )
    return " ".join(found)


_PEN = "0.1 0.2 0.7 RG 0.1 0.2 0.7 rg 1.2 w 1 J 1 j "


def _room(strokes: Strokes) -> Box:
    return grown(around(strokes), 2)


def _list(strokes: Strokes) -> str:
    return "".join(numbers([value for point in stroke for value in point]) for stroke in strokes)


def _spec(subtype: str, strokes: Strokes, more: str = "") -> str:
    return f"/Subtype/{subtype}/Rect{rect(_room(strokes))}/C[0.1 0.2 0.7]/F 4{more}"


def ink(strokes: Strokes) -> Ink:
    """Without a picture."""
    return Ink((_spec("Ink", strokes, f"/InkList[{_list(strokes)}]"),))


def ink_shown(strokes: Strokes) -> Ink:
    """With a picture in the page's own measure."""
    note = _spec("Ink", strokes, f"/InkList[{_list(strokes)}]/AP<</N {{0}} 0 R>>")
    return Ink((note,), ((form(_room(strokes)), _PEN + curves(strokes)),))


def ink_moved(strokes: Strokes) -> Ink:
    """With a picture that starts at nought."""
    x0, y0, x1, y1 = _room(strokes)
    note = _spec("Ink", strokes, f"/InkList[{_list(strokes)}]/AP<</N {{0}} 0 R>>")
    return Ink((note,), ((form((0, 0, x1 - x0, y1 - y0)), _PEN + paths(strokes, -x0, -y0)),))


def ink_listless(strokes: Strokes) -> Ink:
    """A picture of filled outlines, and no list of points."""
    note = _spec("Ink", strokes, "/InkList[]/AP<</N {0} 0 R>>")
    return Ink((note,), ((form(_room(strokes)), _PEN + outlines(strokes)),))


def lines(strokes: Strokes) -> Ink:
    """A line each from point to point."""
    parts = [part for stroke in strokes for part in pairwise(stroke)]
    return Ink(
        tuple(
            f"/Subtype/Line/Rect{rect(_room((part,)))}/L{numbers((*part[0], *part[1]))}/C[1 0 0]/F 4"
            for part in parts
        )
    )


def poly_lines(strokes: Strokes) -> Ink:
    """A line of several points each."""
    return Ink(
        tuple(
            _spec(
                "PolyLine", (stroke,), f"/Vertices{numbers([value for point in stroke for value in point])}"
            )
            for stroke in strokes
        )
    )


def stamp(strokes: Strokes) -> Ink:
    """A stamp that shows the lines."""
    x0, y0, x1, y1 = _room(strokes)
    note = _spec("Stamp", strokes, "/Name/Sketch/AP<</N {0} 0 R>>")
    return Ink((note,), ((form((0, 0, x1 - x0, y1 - y0)), _PEN + paths(strokes, -x0, -y0)),))


def fill_and_sign(strokes: Strokes) -> Ink:
    """The tool for filling and signing: marked content of the page, a form of its own."""
    x0, y0, x1, y1 = _room(strokes)
    head = form((0, 0, x1 - x0, y1 - y0)) + "/ADBE_FillSign<</Type/FillSignData/Subtype/cross>>"
    content = f"/ADBE_FillSign BMC q 1 0 0 1 {x0:.2f} {y0:.2f} cm /Ink{{0}} Do Q EMC"
    return Ink((), ((head, _PEN + paths(strokes, -x0, -y0)),), content)


def fill_and_sign_nested(strokes: Strokes) -> Ink:
    """The same with a form inside the form."""
    x0, y0, x1, y1 = _room(strokes)
    size = (0.0, 0.0, x1 - x0, y1 - y0)
    inner = (form(size), _PEN + paths(strokes, -x0, -y0))
    outer = (form(size, "/XObject<</Fm0 {0} 0 R>>"), "q /Fm0 Do Q")
    content = f"/ADBE_FillSign BMC q 1 0 0 1 {x0:.2f} {y0:.2f} cm /Ink{{1}} Do Q EMC"
    return Ink((), (inner, outer), content)


def _as_content(strokes: Strokes) -> Ink:
    return Ink(content=f"q {_PEN}{paths(strokes)} Q")


def _as_curves(strokes: Strokes) -> Ink:
    return Ink(content=f"q {_PEN}{curves(strokes)} Q")


def _as_outlines(strokes: Strokes) -> Ink:
    return Ink(content=f"q {_PEN}{outlines(strokes)} Q")


def _as_form(strokes: Strokes) -> Ink:
    return Ink((), ((form(_room(strokes)), _PEN + curves(strokes)),), "q /Ink{0} Do Q")


def _as_nested_form(strokes: Strokes) -> Ink:
    x0, y0, x1, y1 = _room(strokes)
    inner = (form((0, 0, x1 - x0, y1 - y0)), _PEN + outlines(_moved(strokes, -x0, -y0)))
    outer = (form(_room(strokes), "/XObject<</Fm0 {0} 0 R>>"), f"q 1 0 0 1 {x0:.2f} {y0:.2f} cm /Fm0 Do Q")
    return Ink((), (inner, outer), "q /Ink{1} Do Q")


def _moved(strokes: Strokes, x: float, y: float) -> Strokes:
    return tuple(tuple((px + x, py + y) for px, py in stroke) for stroke in strokes)


ANNOTATIONS: Mapping[str, Carrier] = {
    "ink": ink,
    "ink-shown": ink_shown,
    "ink-moved": ink_moved,
    "ink-listless": ink_listless,
    "poly-lines": poly_lines,
    "stamp": stamp,
    "fill-and-sign": fill_and_sign,
    "fill-and-sign-nested": fill_and_sign_nested,
}
"""Ways of holding lines that say that a tool drew them."""

CONTENT: Mapping[str, Carrier] = {
    "content": _as_content,
    "content-curves": _as_curves,
    "content-outlines": _as_outlines,
    "form": _as_form,
    "form-nested": _as_nested_form,
}
"""Ways of holding lines that make them part of the page."""
