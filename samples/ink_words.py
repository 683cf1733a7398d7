"""How words are marked with a viewer's tools: chosen, or struck out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from random import Random
from typing import TypeAlias

from samples.ink import Box, Ink, grown, numbers, rect
from samples.ink_carriers import ANNOTATIONS, CONTENT, Carrier
from samples.ink_pens import Pen, line_through, line_under, ring, wave_through

Dressing: TypeAlias = Callable[[Box, Random], Ink]


def marked(box: Box, random: Random, subtype: str, colour: str) -> Ink:
    """Text markup over the words."""
    x0, y0, x1, y1 = box
    quad = numbers((x0, y1, x1, y1, x0, y0, x1, y0))
    return Ink((f"/Subtype/{subtype}/Rect{rect(box)}/QuadPoints{quad}/C[{colour}]/F 4",))


def round_words(box: Box, random: Random) -> Ink:
    """A ring of the tool for circles."""
    return Ink((f"/Subtype/Circle/Rect{rect(grown(box, 3))}/C[1 0 0]/F 4",))


def framed(box: Box, random: Random) -> Ink:
    """A frame of the tool for rectangles."""
    return Ink((f"/Subtype/Square/Rect{rect(grown(box, 2))}/C[1 0 0]/F 4",))


def straight(box: Box, random: Random) -> Ink:
    """A line through the words, from one end to the other."""
    y = (box[1] + box[3]) / 2
    return Ink((f"/Subtype/Line/Rect{rect(box)}/L{numbers((box[0] - 2, y, box[2] + 2, y))}/C[1 0 0]/F 4",))


def broad(box: Box, random: Random) -> Ink:
    """A broad stroke of a pen that lets the words shine through."""
    y = (box[1] + box[3]) / 2
    ends = numbers((box[0], y, box[2], y))
    width = box[3] - box[1]
    return Ink(
        (
            f"/Subtype/Ink/Rect{rect((box[0] - width / 2, box[1], box[2] + width / 2, box[3]))}"
            f"/InkList[{ends}]/C[1 0.9 0]/CA 0.5"
            f"/BS<</W {width:.1f}>>/F 4",
        )
    )


def highlighter(box: Box, random: Random) -> Ink:
    """The same with its picture, as viewers of browsers write it."""
    y, width = (box[1] + box[3]) / 2, box[3] - box[1]
    ends = numbers((box[0], y, box[2], y))
    head = f"/Type/XObject/Subtype/Form/BBox{rect(box)}/Resources<</ExtGState<</R0<</BM/Multiply>>>>>>"
    picture = f"/R0 gs 1 1 0.4 RG {width:.1f} w {box[0]:.2f} {y:.2f} m {box[2]:.2f} {y:.2f} l S"
    note = f"/Subtype/Ink/IT/InkHighlight/Rect{rect(box)}/InkList[{ends}]/C[1 1 0.4]/F 4/AP<</N {{0}} 0 R>>"
    return Ink((note,), ((head, picture),))


def tinted(box: Box, random: Random) -> Ink:
    """An area of colour under the words, part of the page."""
    x0, y0, x1, y1 = box
    more = "/ExtGState<</R0<</BM/Multiply>>>>"
    picture = f"/R0 gs 1 1 0 rg {x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f"
    head = f"/Type/XObject/Subtype/Form/BBox{rect(box)}/Resources<<{more}>>"
    return Ink((), ((head, picture),), "q /Ink{0} Do Q")


def _drawn(pen: Pen, carrier: Carrier) -> Dressing:
    return lambda box, random: carrier(pen(box, random))


CHOSEN: Mapping[str, Dressing] = {
    "highlight": partial(marked, subtype="Highlight", colour="1 1 0"),
    "underline": partial(marked, subtype="Underline", colour="1 0 0"),
    "squiggly": partial(marked, subtype="Squiggly", colour="1 0 0"),
    "ring": round_words,
    "frame": framed,
    "broad-ink": broad,
    "highlighter-ink": highlighter,
    "tint": tinted,
    **{f"ring-{name}": _drawn(ring, carrier) for name, carrier in {**ANNOTATIONS, **CONTENT}.items()},
    **{f"under-{name}": _drawn(line_under, carrier) for name, carrier in {**ANNOTATIONS, **CONTENT}.items()},
}
"""Ways of marking the words of what is chosen: a judgement."""

REJECTED: Mapping[str, Dressing] = {
    "strike-out": partial(marked, subtype="StrikeOut", colour="1 0 0"),
    "line-through": straight,
    **{
        f"through-{name}": _drawn(line_through, carrier)
        for name, carrier in {**ANNOTATIONS, **CONTENT}.items()
    },
    "wave-ink": _drawn(wave_through, ANNOTATIONS["ink"]),
    "wave-stamp": _drawn(wave_through, ANNOTATIONS["stamp"]),
}
"""Ways of marking the words of all the others."""
