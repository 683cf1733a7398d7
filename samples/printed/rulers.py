"""How programs draw a table's lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from samples.printed.leaves import Bar

Ruler: TypeAlias = Callable[[Sequence[Bar]], str]


def _rgb(bar: Bar) -> str:
    return " ".join(f"{part / 255:.3f}" for part in bar.colour)


def stroked(bars: Sequence[Bar]) -> str:
    """Each line in one stroke."""
    return "\n".join(
        f"{_rgb(bar)} RG {bar.width:.2f} w {bar.x0:.2f} {bar.y0:.2f} m {bar.x1:.2f} {bar.y1:.2f} l S"
        for bar in bars
    )


def filled(bars: Sequence[Bar]) -> str:
    """Each line a thin area."""
    return "\n".join(_area(bar) for bar in bars)


def _area(bar: Bar) -> str:
    half = bar.width / 2
    if bar.level:
        corner = (bar.x0, bar.y0 - half, bar.x1 - bar.x0, bar.width)
    else:
        corner = (bar.x0 - half, bar.y0, bar.width, bar.y1 - bar.y0)
    return f"{_rgb(bar)} rg {corner[0]:.2f} {corner[1]:.2f} {corner[2]:.2f} {corner[3]:.2f} re f*"


def cell_by_cell(bars: Sequence[Bar]) -> str:
    """Thin areas from crossing to crossing, and a small square at each crossing."""
    return filled([piece for bar in bars for piece in _cut(bar, bars)])


def _cut(bar: Bar, bars: Sequence[Bar]) -> Iterator[Bar]:
    level, half = bar.level, bar.width / 2
    start, end = (bar.x0, bar.x1) if level else (bar.y0, bar.y1)
    stops = {start, end}
    for other in bars:
        if other.level != level:
            at = other.x0 if level else other.y0
            across = (other.y0, other.y1) if level else (other.x0, other.x1)
            here = bar.y0 if level else bar.x0
            if start + 2 < at < end - 2 and across[0] - 1 <= here <= across[1] + 1:
                stops.add(at)
    places = sorted(stops)
    for one, two in pairwise(places):
        yield _part(bar, one + half, two - half)
    for at in places:
        yield _part(bar, at - half, at + half)


def _part(bar: Bar, start: float, end: float) -> Bar:
    return replace(bar, x0=start, x1=end) if bar.level else replace(bar, y0=start, y1=end)


def dashed(bars: Sequence[Bar]) -> str:
    """Strokes with a pattern of dashes."""
    return f"q [3 2] 0 d {stroked(bars)} Q"


def dotted(bars: Sequence[Bar]) -> str:
    """Each dash an area of its own."""
    return filled([dash for bar in bars for dash in _dashes(bar, 1.5, 1.5)])


def _dashes(bar: Bar, dash: float, gap: float) -> Iterator[Bar]:
    at, end = (bar.x0, bar.x1) if bar.level else (bar.y0, bar.y1)
    while at < end:
        yield _part(bar, at, min(at + dash, end))
        at += dash + gap


def doubled(bars: Sequence[Bar]) -> str:
    """Two thin lines, a little apart."""
    return stroked([line for bar in bars for line in _two(bar)])


def _two(bar: Bar) -> Iterator[Bar]:
    for off in (-0.9, 0.9):
        if bar.level:
            yield replace(bar, y0=bar.y0 + off, y1=bar.y1 + off, width=0.4)
        else:
            yield replace(bar, x0=bar.x0 + off, x1=bar.x1 + off, width=0.4)


def hairlines(bars: Sequence[Bar]) -> str:
    """Strokes of no width: as thin as can be shown, in grey."""
    return stroked([replace(bar, width=0.0, colour=(191, 191, 191)) for bar in bars])


def unfinished(bars: Sequence[Bar]) -> str:
    """Lines that stop a little before the one that they meet."""
    short = [
        _part(bar, (bar.x0 if bar.level else bar.y0) + 0.4, (bar.x1 if bar.level else bar.y1) - 0.4)
        for bar in bars
    ]
    return stroked(short)
