"""What a viewer's tool puts on a page, as the file holds it, and the spellings that all tools share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in points, as the file counts."""

Point: TypeAlias = tuple[float, float]
Strokes: TypeAlias = tuple[tuple[Point, ...], ...]
"""Lines that a hand drew, each by its points."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What is put on a page: annotations and operators; streams that they refer to as ``{0}``, ``{1}``."""

    notes: tuple[str, ...] = ()
    """Annotation dictionaries without their brackets; ``{0}`` is the number of the first stream."""
    streams: tuple[tuple[str, str], ...] = ()
    """Dictionary entries and content; one may refer to those before it."""
    content: str = ""
    """Operators behind the page's own; a stream is drawn as ``/Ink{0} Do``, letters are set in ``/Helv``."""
    fields: tuple[str, ...] = ()
    """The same as `notes`, for fields of a form."""


FONTS = (
    "/Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    "/Cour<</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>"
    "/ZaDb<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>"
)
"""The fonts that every reader of PDFs brings along."""


def rect(box: Box) -> str:
    """A box as an array."""
    return numbers(box)


def numbers(values: Sequence[float]) -> str:
    """Numbers as an array."""
    return "[" + " ".join(f"{value:.2f}" for value in values) + "]"


def literal(text: str) -> str:
    """A text as a string of the file, in UTF-16."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def plain(text: str) -> str:
    """A text as a string of a content stream, in the fonts' own encoding."""
    return "<" + text.encode("cp1252", "replace").hex() + ">"


def form(box: Box, more: str = "") -> str:
    """The dictionary of a picture with its letters' fonts, its measure a box."""
    return f"/Type/XObject/Subtype/Form/BBox{rect(box)}/Resources<<{FONTS}{more}>>"


def shifted(box: Box, random: Random, by: float = 1.0) -> Box:
    """The box as a hand meets it: a little off."""
    dx, dy = random.uniform(-by, by), random.uniform(-by, by)
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def grown(box: Box, by: float) -> Box:
    """The box made larger on every side."""
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def around(strokes: Strokes) -> Box:
    """The smallest box that holds the strokes."""
    points = [point for stroke in strokes for point in stroke]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
