"""Forms of other people's making as PDFs, drawn with a few operators, with truth.

A layout draws a page with one style of box and says what a person sees in it: the state and the label
of each box, in reading order. The words are invented; the layouts are those of town halls' forms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pdfminer.fontmetrics import FONT_METRICS

from parsers.document import Mark
from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf

Truth: TypeAlias = list[tuple[str, str]]
Style: TypeAlias = Callable[[Leaf, float, float, bool], float]
"""Draws a box whose left side and baseline are given, ticked or not; returns its width."""

_WIDTHS = FONT_METRICS["Helvetica"][1]
_SIDE = 8.0
_ROUND = 0.5523


def width(text: str, size: float = 10) -> float:
    """How wide a text is in Helvetica, in points."""
    return sum(_WIDTHS.get(char, 556) for char in text) * size / 1000


def square(page: Leaf, x: float, y: float, on: bool) -> float:
    """A rectangle, crossed by two strokes."""
    page.box(x, y - _SIDE, x + _SIDE, y)
    if on:
        page.line(x, y - _SIDE, x + _SIDE, y).line(x, y, x + _SIDE, y - _SIDE)
    return _SIDE


def four_lines(page: Leaf, x: float, y: float, on: bool) -> float:
    """Four strokes, and a letter X."""
    page.grid([x, x + _SIDE], [y - _SIDE, y])
    if on:
        page.text(x + 1, y - 1, "X", 8)
    return _SIDE


def ring(page: Leaf, x: float, y: float, on: bool) -> float:
    """A circle, with a dot."""
    page.raw(_circle(x + 4, y - 4, 4) + " S")
    if on:
        page.raw(_circle(x + 4, y - 4, 2) + " f")
    return _SIDE


def dingbat(page: Leaf, x: float, y: float, on: bool) -> float:
    """A character of ZapfDingbats, with a cross over it."""
    page.text(x, y, "o", 10, "F3")
    if on:
        page.text(x, y, "8", 10, "F3")
    return 7.6


def field_(page: Leaf, x: float, y: float, on: bool) -> float:
    """A check box of the form."""
    page.check(x, y - 10, f"Casella {len(page.fields) + 1}", on)
    return 12.0


def bracket(page: Leaf, x: float, y: float, on: bool) -> float:
    """Typed brackets."""
    text = "[X]" if on else "[  ]"
    page.text(x, y, text)
    return width(text)


STYLES: Mapping[str, Style] = {
    style.__name__: style for style in (square, four_lines, ring, dingbat, field_, bracket)
}


def _circle(x: float, y: float, r: float) -> str:
    """The path of a circle; `y` from the top of the page."""
    up, k = 842 - y, r * _ROUND
    return (
        f"{x + r} {up} m {x + r} {up + k} {x + k} {up + r} {x} {up + r} c"
        f" {x - k} {up + r} {x - r} {up + k} {x - r} {up} c"
        f" {x - r} {up - k} {x - k} {up - r} {x} {up - r} c"
        f" {x + k} {up - r} {x + r} {up - k} {x + r} {up} c h"
    )


@dataclass
class Drawn:
    """A page that is being drawn, and what stands in it."""

    style: Style
    page: Leaf = field(default_factory=leaf)
    truth: Truth = field(default_factory=list)

    def option(self, x: float, y: float, label: str, on: bool = False, gap: float = 4) -> float:
        """A box with its label behind it; returns where it ends."""
        x += self.style(self.page, x, y, on) + gap
        self.page.text(x, y, label)
        self.seen(label, on)
        return x + width(label)

    def tail(self, x: float, y: float, label: str, on: bool = False, gap: float = 4) -> float:
        """A label with its box behind it; returns where it ends."""
        self.page.text(x, y, label)
        x += width(label) + gap
        self.seen(label, on)
        return x + self.style(self.page, x, y, on)

    def lone(self, x: float, y: float, label: str, on: bool = False) -> None:
        """A box whose label stands elsewhere."""
        self.style(self.page, x, y, on)
        self.seen(label, on)

    def seen(self, label: str, on: bool) -> None:
        """Notes what a person sees."""
        self.truth.append(("ticked" if on else "empty", label))


def seen(data: bytes) -> Truth:
    """What is found in a file, line by line."""
    found = sorted(labelled(PdfReader().read(data)), key=lambda one: _place(one.mark))
    return [(one.mark.state.value, one.label) for one in found]


def _place(mark: Mark) -> tuple[int, int, float]:
    page, box = mark.place.page, mark.place.box
    assert page is not None
    assert box is not None
    return page, round((box[1] + box[3]) / 16), box[0]


Layout: TypeAlias = Callable[[Drawn], None]
