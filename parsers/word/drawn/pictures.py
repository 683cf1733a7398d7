"""What a picture as small as a box shows: an empty box, a ticked one, a bare tick, or something else."""

from __future__ import annotations

import hashlib
import warnings
from enum import Enum, auto
from io import BytesIO

MAX_PICTURES = 48
"""How many different pictures of one document are looked at."""
_MAX_PIXELS = 1_000_000
_SIDE = 40
"""The side in pixels to which a picture is brought before it is looked at."""
_INK = 60
"""How much darker than paper a pixel is that was drawn."""
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


class Look(Enum):
    """What is to be seen."""

    EMPTY = auto()
    TICKED = auto()
    BARE = auto()
    """Strokes without a frame."""
    UNSURE = auto()
    """A frame with next to nothing in it."""
    OTHER = auto()
    UNREADABLE = auto()


class Looks:
    """Looks at pictures, at each once."""

    def __init__(self) -> None:
        self._known: dict[bytes, Look] = {}

    def of(self, data: bytes) -> Look:
        """What a picture shows; beyond the first `MAX_PICTURES` nothing is looked at."""
        key = hashlib.sha256(data).digest()
        known = self._known.get(key)
        if known is None:
            known = _look(data) if len(self._known) < MAX_PICTURES else Look.OTHER
            self._known[key] = known
        return known


Rows = list[list[int]]
"""How far each pixel is from white, row by row."""


def _look(data: bytes) -> Look:
    rows = _pixels(data)
    if rows is None:
        return Look.UNREADABLE
    rows = _cropped(rows)
    if len(rows) < 4 or len(rows[0]) < 4 or not 0.55 < len(rows[0]) / len(rows) < 1.8:
        return Look.OTHER
    if not _is_framed(rows):
        inked = sum(pixel > _INK for row in rows for pixel in row) / (len(rows) * len(rows[0]))
        return Look.BARE if 0.04 < inked < 0.6 else Look.OTHER
    return _inside(rows)


def _pixels(data: bytes) -> Rows | None:
    """A picture as darkness on white paper; None where it cannot be read, or is too large to be a box."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                if opened.size[0] * opened.size[1] > _MAX_PIXELS:
                    return None
                opaque = opened.convert("RGBA")
        paper = Image.new("RGBA", opaque.size, "white")
        paper.alpha_composite(opaque)
        grey = paper.convert("L")
        if max(grey.size) > _SIDE:
            factor = _SIDE / max(grey.size)
            sides = (max(1, round(grey.size[0] * factor)), max(1, round(grey.size[1] * factor)))
            grey = grey.resize(sides, Image.Resampling.BOX)
        values = grey.tobytes()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None
    wide = grey.size[0]
    return [[255 - value for value in values[at : at + wide]] for at in range(0, len(values), wide)]


def _cropped(rows: Rows) -> Rows:
    """The part that is not paper. What differs little from white counts, too: boxes may be grey."""
    least = 24
    down = [at for at, row in enumerate(rows) if max(row) > least]
    across = [at for at in range(len(rows[0])) if max(row[at] for row in rows) > least]
    if not down or not across:
        return []
    return [row[across[0] : across[-1] + 1] for row in rows[down[0] : down[-1] + 1]]


def _is_framed(rows: Rows) -> bool:
    """Whether most ways in from each side meet a line soon."""
    turned = [list(column) for column in zip(*rows, strict=True)]
    sides = (rows, [row[::-1] for row in rows], turned, [row[::-1] for row in turned])
    return all(_met(side) >= 0.65 for side in sides)


def _met(rows: Rows) -> float:
    """The share of rows whose first quarter holds ink."""
    reach = max(1, len(rows[0]) // 4)
    return sum(max(row[:reach]) > 24 for row in rows) / len(rows)


def _inside(rows: Rows) -> Look:
    """What a frame holds: ink, or strokes that stand out from its ground."""
    high, wide = len(rows), len(rows[0])
    top, left = round(high * 0.27), round(wide * 0.27)
    middle = sorted(pixel for row in rows[top : high - top] for pixel in row[left : wide - left])
    if not middle:
        return Look.OTHER
    ground = middle[len(middle) // 2]
    strokes = sum(abs(pixel - ground) > 50 for pixel in middle) / len(middle)
    if ground > 90 or strokes > 0.08:
        return Look.TICKED
    return Look.EMPTY if strokes < 0.03 else Look.UNSURE
