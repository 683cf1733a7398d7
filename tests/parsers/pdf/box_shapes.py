"""Boxes and marks in them as the operators that programs draw them with.

Places are a PDF's own: the lower left corner of a box, and its side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TypeAlias

Draw: TypeAlias = Callable[[float, float, float], str]

_BEND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


def numbers(*values: float) -> str:
    """Numbers as operands."""
    return " ".join(f"{value:.2f}" for value in values)


def rect(x: float, y: float, width: float, height: float) -> str:
    """A rectangle's path."""
    return numbers(x, y, width, height) + " re"


def alone(operators: str) -> str:
    """Operators that leave no trace in what comes after."""
    return f"q {operators} Q"


def path(*points: tuple[float, float]) -> str:
    """Straight lines from point to point."""
    first, *others = points
    return f"{numbers(*first)} m " + " ".join(f"{numbers(*point)} l" for point in others)


def round_path(x: float, y: float, side: float) -> str:
    """A circle's path."""
    half = side / 2
    bend, u, v = half * _BEND, x + half, y + half
    return (
        f"{numbers(u - half, v)} m {numbers(u - half, v + bend, u - bend, v + half, u, v + half)} c"
        f" {numbers(u + bend, v + half, u + half, v + bend, u + half, v)} c"
        f" {numbers(u + half, v - bend, u + bend, v - half, u, v - half)} c"
        f" {numbers(u - bend, v - half, u - half, v - bend, u - half, v)} c h"
    )


def _halves(x: float, y: float, side: float) -> str:
    half = side / 2
    bend, u, v = half * _BEND, x + half, y + half
    return (
        f"{numbers(u - half, v)} m {numbers(u - half, v + bend, u - bend, v + half, u, v + half)} c"
        f" {numbers(u + bend, v + half, u + half, v + bend, u + half, v)} c S"
        f" {numbers(u + half, v)} m {numbers(u + half, v - bend, u + bend, v - half, u, v - half)} c"
        f" {numbers(u - bend, v - half, u - half, v - bend, u - half, v)} c S"
    )


def _soft(x: float, y: float, side: float) -> str:
    """The path of a square with round corners."""
    r, k = 1.5, 1.5 * (1 - _BEND)
    u, v = x + side, y + side
    return (
        f"{numbers(x + r, y)} m {numbers(u - r, y)} l {numbers(u - k, y, u, y + k, u, y + r)} c"
        f" {numbers(u, v - r)} l {numbers(u, v - k, u - k, v, u - r, v)} c {numbers(x + r, v)} l"
        f" {numbers(x + k, v, x, v - k, x, v - r)} c {numbers(x, y + r)} l"
        f" {numbers(x, y + k, x + k, y, x + r, y)} c h"
    )


def _lines(x: float, y: float, side: float, paint: str = "S", gap: float = 0.0) -> str:
    u, v = x + side, y + side
    return " ".join(
        f"{path(*line)} {paint}"
        for line in (
            ((x + gap, y), (u - gap, y)),
            ((u, y + gap), (u, v - gap)),
            ((u - gap, v), (x + gap, v)),
            ((x, v - gap), (x, y + gap)),
        )
    )


def _bars(x: float, y: float, side: float, width: float = 0.7) -> str:
    far = side - width
    bars = ((x, y, side, width), (x, y + far, side, width), (x, y, width, side), (x + far, y, width, side))
    return " ".join(f"{rect(*bar)} f" for bar in bars)


def _corner(x: float, y: float, side: float) -> str:
    u, v = x + side, y + side
    return f"{path((x, v), (x, y), (u, y))} S {path((x, v), (u, v), (u, y))} S"


def _inner(x: float, y: float, side: float, width: float = 0.8) -> str:
    return rect(x + width, y + width, side - 2 * width, side - 2 * width)


def _hole(x: float, y: float, side: float) -> str:
    u, v, far = x + 0.8, y + 0.8, side - 1.6
    return path((u, v), (u, v + far), (u + far, v + far), (u + far, v)) + " h"


def _relief(x: float, y: float, side: float) -> str:
    u, v = x + side, y + side
    dark = path((x, y), (x, v), (u, v), (u - 1, v - 1), (x + 1, v - 1), (x + 1, y + 1))
    light = path((u, v), (u, y), (x, y), (x + 1, y + 1), (u - 1, y + 1), (u - 1, v - 1))
    return (
        f"1 g {rect(x, y, side, side)} f 0.5 g {dark} f 0.8 g {light} f 0 G 0.5 w {rect(x, y, side, side)} S"
    )


def _bent_sides(x: float, y: float, side: float) -> str:
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    curves = (
        numbers(a + (u - a) / 3, b + (v - b) / 3, a + 2 * (u - a) / 3, b + 2 * (v - b) / 3, u, v) + " c"
        for (a, b), (u, v) in pairwise(corners)
    )
    return f"{numbers(x, y)} m {' '.join(curves)} h S"


def _by_hand(x: float, y: float, side: float) -> str:
    u, v = x + side, y + side
    return path((x, y + 0.3), (u, y - 0.2), (u + 0.3, v), (x - 0.2, v + 0.3)) + " h S"


def _loop(x: float, y: float, side: float) -> str:
    u, v = x + side, y + side
    return path((x + side / 2, y), (u, y), (u, v), (x, v), (x, y), (x + side / 2, y)) + " S"


SQUARES: Mapping[str, Draw] = {
    "rectangle": lambda x, y, s: f"{rect(x, y, s, s)} S",
    "backwards": lambda x, y, s: f"{rect(x + s, y + s, -s, -s)} S",
    "path": lambda x, y, s: path((x, y), (x + s, y), (x + s, y + s), (x, y + s)) + " s",
    "path-and-back": lambda x, y, s: path((x, y), (x + s, y), (x + s, y + s), (x, y + s), (x, y)) + " S",
    "from-mid-side": _loop,
    "by-hand": _by_hand,
    "curves-that-are-straight": _bent_sides,
    "four-lines": _lines,
    "four-lines-in-one": lambda x, y, s: _lines(x, y, s, paint="") + " S",
    "lines-short-of-corners": lambda x, y, s: _lines(x, y, s, gap=0.4),
    "two-corners": _corner,
    "bars": _bars,
    "frame-even-odd": lambda x, y, s: f"{rect(x, y, s, s)} {_inner(x, y, s)} f*",
    "frame-with-a-hole": lambda x, y, s: f"{rect(x, y, s, s)} {_hole(x, y, s)} f",
    "nested": lambda x, y, s: f"0.4 w {rect(x, y, s, s)} S {_inner(x, y, s, 1.1)} S",
    "twice": lambda x, y, s: f"{rect(x, y, s, s)} S {rect(x, y, s, s)} S",
    "clipped": lambda x, y, s: f"{rect(x - 1, y - 1, s + 2, s + 2)} W n {rect(x, y, s, s)} S",
    "clipped-to-a-cell": lambda x, y, s: f"{rect(x - 20, y - 5, 200, s + 10)} W* n {rect(x, y, s, s)} S",
    "moved": lambda x, y, s: f"1 0 0 1 {numbers(x, y)} cm {rect(0, 0, s, s)} S",
    "enlarged": lambda x, y, s: f"{numbers(s / 50, 0, 0, s / 50, x, y)} cm 4 w {rect(0, 0, 50, 50)} S",
    "upside-down": lambda x, y, s: f"1 0 0 -1 {numbers(x, y + s)} cm {rect(0, 0, s, s)} S",
    "hairline": lambda x, y, s: f"0 w {rect(x, y, s, s)} S",
    "thick": lambda x, y, s: f"1.6 w {rect(x, y, s, s)} S",
    "dashed": lambda x, y, s: f"[1 1] 0 d {rect(x, y, s, s)} S",
    "grey": lambda x, y, s: f"0.7 G {rect(x, y, s, s)} S",
    "red": lambda x, y, s: f"1 0 0 RG {rect(x, y, s, s)} S",
    "yellow": lambda x, y, s: f"1 .8 0 RG {rect(x, y, s, s)} S",
    "four-colours": lambda x, y, s: f"1 .5 0 .2 K {rect(x, y, s, s)} S",
}
"""Squares made of lines: what is painted before them is seen."""

ROUND: Mapping[str, Draw] = {
    "circle": lambda x, y, s: f"{round_path(x, y, s)} S",
    "circle-in-halves": _halves,
    "two-circles": lambda x, y, s: f"{round_path(x, y, s)} S {round_path(x + 0.8, y + 0.8, s - 1.6)} S",
    "ring-even-odd": lambda x, y, s: f"{round_path(x, y, s)} {round_path(x + 0.8, y + 0.8, s - 1.6)} f*",
    "round-corners": lambda x, y, s: f"{_soft(x, y, s)} S",
}
"""Rings, and squares with round corners."""

FILLED: Mapping[str, Draw] = {
    "black-then-white": lambda x, y, s: f"0 g {rect(x, y, s, s)} f 1 g {_inner(x, y, s)} f",
    "white-then-line": lambda x, y, s: f"1 g {rect(x, y, s, s)} f 0 G {rect(x, y, s, s)} S",
    "white-and-line": lambda x, y, s: f"1 g 0 G {rect(x, y, s, s)} B",
    "line-then-white": lambda x, y, s: f"0 G {rect(x, y, s, s)} S 1 g {_inner(x, y, s, 0.5)} f",
    "grey-ground": lambda x, y, s: f"0.85 g 0 G {rect(x, y, s, s)} B",
    "deep-grey-ground": lambda x, y, s: f"0.6 g 0 G {rect(x, y, s, s)} B",
    "blue-ground": lambda x, y, s: f"0.8 0.88 1 rg 0 0 .5 RG {rect(x, y, s, s)} B",
    "grey-within": lambda x, y, s: f"0 G {rect(x, y, s, s)} S 0.85 g {_inner(x, y, s, 1)} f",
    "white-on-colour": lambda x, y, s: (
        f"0.9 0.95 1 rg {rect(x - 3, y - 3, 150, s + 6)} f 1 g 0.2 G {rect(x, y, s, s)} B"
    ),
    "shadow": lambda x, y, s: f"0.4 g {rect(x + 1, y - 1, s, s)} f 1 g 0 G {rect(x, y, s, s)} B",
    "black-shadow": lambda x, y, s: f"0 g {rect(x + 1, y - 1, s, s)} f 1 g 0 G {rect(x, y, s, s)} B",
    "relief": _relief,
    "white-circle": lambda x, y, s: f"1 g 0 G {round_path(x, y, s)} B",
    "grey-circle": lambda x, y, s: f".85 g 0 G {round_path(x, y, s)} B",
    "circle-black-then-white": lambda x, y, s: (
        f"0 g {round_path(x, y, s)} f 1 g {round_path(x + 0.8, y + 0.8, s - 1.6)} f"
    ),
}
"""Boxes with a ground: it hides what is painted before."""


def _cross(x: float, y: float, side: float, inset: float) -> str:
    x, y, side = x + inset * side, y + inset * side, side * (1 - 2 * inset)
    return f"{path((x, y), (x + side, y + side))} S {path((x, y + side), (x + side, y))} S"


def _at(x: float, y: float, side: float, *shares: tuple[float, float]) -> str:
    return path(*((x + side * u, y + side * v) for u, v in shares))


_CHECK = ((0.2, 0.5), (0.4, 0.2), (0.8, 0.8))
_AREA = ((0.15, 0.5), (0.4, 0.35), (0.8, 0.85), (0.42, 0.12))
_PIECES = (
    (0.15, 0.5),
    (0.22, 0.42),
    (0.3, 0.3),
    (0.38, 0.18),
    (0.45, 0.3),
    (0.55, 0.5),
    (0.7, 0.7),
    (0.9, 0.95),
)
_TO_AND_FRO = tuple((0.9 if step % 2 else 0.1, 0.1 + 0.1 * step) for step in range(9))
_THICK_CROSS = (
    (0.5, 0.58), (0.72, 0.8), (0.8, 0.72), (0.58, 0.5), (0.8, 0.28), (0.72, 0.2),
    (0.5, 0.42), (0.28, 0.2), (0.2, 0.28), (0.42, 0.5), (0.2, 0.72), (0.28, 0.8),
)  # fmt: skip


def _pieces(x: float, y: float, side: float) -> str:
    return " ".join(f"{_at(x, y, side, one, two)} S" for one, two in pairwise(_PIECES))


def _curved_check(x: float, y: float, s: float) -> str:
    return (
        f"{numbers(x + 0.2 * s, y + 0.5 * s)} m"
        f" {numbers(x + 0.3 * s, y + 0.4 * s, x + 0.35 * s, y + 0.3 * s, x + 0.4 * s, y + 0.2 * s)} c"
        f" {numbers(x + 0.5 * s, y + 0.5 * s, x + 0.6 * s, y + 0.7 * s, x + 0.85 * s, y + 0.9 * s)} c S"
    )


def _block(x: float, y: float, side: float, inset: float) -> str:
    return rect(x + inset * side, y + inset * side, side * (1 - 2 * inset), side * (1 - 2 * inset))


def _spot(x: float, y: float, side: float, inset: float) -> str:
    return round_path(x + inset * side, y + inset * side, side * (1 - 2 * inset))


MARKS: Mapping[str, Draw] = {
    "cross": lambda x, y, s: _cross(x, y, s, 0.2),
    "cross-in-one": lambda x, y, s: _cross(x, y, s, 0.2).replace(" S", "") + " S",
    "cross-to-the-corners": lambda x, y, s: _cross(x, y, s, 0),
    "cross-beyond": lambda x, y, s: _cross(x, y, s, -0.3),
    "cross-as-area": lambda x, y, s: f"0 g {_at(x, y, s, *_THICK_CROSS)} f",
    "cross-blue": lambda x, y, s: f"0 0 1 RG 1.2 w {_cross(x, y, s, 0.2)}",
    "cross-red-thin": lambda x, y, s: f"1 0 0 RG .3 w {_cross(x, y, s, 0.2)}",
    "cross-grey": lambda x, y, s: f".5 G {_cross(x, y, s, 0.2)}",
    "check": lambda x, y, s: f"{_at(x, y, s, *_CHECK)} S",
    "check-thick": lambda x, y, s: f"1.8 w 1 J 1 j {_at(x, y, s, *_CHECK)} S",
    "check-beyond": lambda x, y, s: f"{_at(x, y, s, (0.1, 0.6), (0.4, 0.1), (1.4, 1.3))} S",
    "check-in-two": lambda x, y, s: f"{_at(x, y, s, *_CHECK[:2])} S {_at(x, y, s, *_CHECK[1:])} S",
    "check-curved": _curved_check,
    "check-as-area": lambda x, y, s: f"0 g {_at(x, y, s, *_AREA)} h f",
    "check-green": lambda x, y, s: f"0 .69 .31 rg {_at(x, y, s, *_AREA)} h f",
    "check-in-pieces": _pieces,
    "stroke": lambda x, y, s: f"{_at(x, y, s, (0.1, 0.1), (0.9, 0.9))} S",
    "plus": lambda x, y, s: (
        f"{_at(x, y, s, (0.2, 0.5), (0.8, 0.5))} S {_at(x, y, s, (0.5, 0.2), (0.5, 0.8))} S"
    ),
    "dash": lambda x, y, s: f"{_at(x, y, s, (0.2, 0.5), (0.8, 0.5))} S",
    "scribble": lambda x, y, s: f"{_at(x, y, s, *_TO_AND_FRO)} S",
    "block": lambda x, y, s: f"0 g {_block(x, y, s, 0.2)} f",
    "block-blue": lambda x, y, s: f"0 0 .8 rg {_block(x, y, s, 0.2)} f",
    "block-orange": lambda x, y, s: f"1 .6 0 rg {_block(x, y, s, 0.2)} f",
    "full": lambda x, y, s: f"0 g {_block(x, y, s, 0)} f",
    "full-beyond": lambda x, y, s: f"0 g {rect(x - 1, y - 1, s + 2, s + 2)} f",
    "dot": lambda x, y, s: f"0 g {_spot(x, y, s, 0.25)} f",
    "dot-small": lambda x, y, s: f"0 g {_spot(x, y, s, 0.35)} f",
    "dot-with-line": lambda x, y, s: f"0 g {_spot(x, y, s, 0.25)} B",
    "dot-by-a-thick-pen": lambda x, y, s: (
        f"1 J {numbers(0.6 * s)} w {_at(x, y, s, (0.5, 0.5), (0.5, 0.5))} S"
    ),
    **{
        f"typed-{name}": lambda x, y, s, font=font, sign=sign, wide=wide: (
            f"0 g BT /{font} {numbers(s)} Tf"
            f" 1 0 0 1 {numbers(x + s / 2 * (1 - wide), y + 0.16 * s)} Tm ({sign}) Tj ET"
        )
        for name, font, sign, wide in (
            ("X", "F1", "X", 0.67), ("x", "F1", "x", 0.5), ("V", "F1", "V", 0.67),
            ("bullet", "F1", "\x95", 0.35),
            ("check", "F3", "4", 0.75), ("cross", "F3", "8", 0.76), ("dot", "F3", "l", 0.79),
            ("block", "F3", "n", 0.76), ("diamond", "F3", "u", 0.79), ("star", "F3", "H", 0.82),
        )
    },
}  # fmt: skip
"""What ticks a box."""
