"""Ways of ticking with what Word draws: shapes, lines, rings, ink and pictures, in the line or floating."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from samples.drawn_parts import ink, picture
from samples.shapes import (
    BLACK,
    HOLLOW,
    LINE,
    UNSEEN,
    floating,
    group,
    inline,
    over,
    path,
    shape,
    vml,
    words_in,
)
from samples.ways import Box, Way
from samples.wordml import Element, run

_ROOM = "      "
"""The blanks that people type to make room for a box that floats."""

_AWAY = (
    "position:absolute;z-index:251658240;"
    "mso-position-horizontal-relative:text;mso-position-vertical-relative:text"
)


def pairs(empty: Callable[[], list[Element]], ticked: Callable[[], list[Element]]) -> Box:
    """A box from how it is drawn empty and how ticked."""
    return lambda on: ticked() if on else empty()


# Boxes in the line

_SIDE = 11.0
_FRAME = (0.0, 0.0, _SIDE, _SIDE)
_CROSSED = (shape("line", LINE, _FRAME), shape("rising", LINE, _FRAME))
_TICK = path(12, 10, (1, 5), (4, 9), (11, 0))


def _lone(geometry: str, look: str, words: str = "") -> list[Element]:
    return [inline(_SIDE, _SIDE, shape(geometry, look, _FRAME, words))]


def _grouped(*shapes: str) -> list[Element]:
    return [inline(_SIDE, _SIDE, group(_SIDE, _SIDE, shape("rect", HOLLOW, _FRAME), *shapes))]


_VML_BOX = f"width:{_SIDE}pt;height:{_SIDE}pt"
_VML_LINES = (
    '<v:line from="1000,1000" to="1220,1220"/><v:line from="1000,1220" to="1220,1000" strokeweight="1pt"/>'
)


def _vml_group(lines: str) -> list[Element]:
    box = '<v:rect style="position:absolute;left:1000;top:1000;width:220;height:220" filled="f"/>'
    return [vml("group", _VML_BOX, 'coordorigin="1000,1000" coordsize="220,220"', box + lines)]


_IN_LINE: Mapping[str, Box] = {
    "shape-crossed": pairs(_grouped, lambda: _grouped(*_CROSSED)),
    "shape-checked": pairs(_grouped, lambda: _grouped(shape(_TICK, LINE, (1, -1, 12, 10)))),
    "shape-filled": pairs(lambda: _lone("rect", HOLLOW), lambda: _lone("rect", BLACK)),
    "shape-typed": pairs(lambda: _lone("rect", HOLLOW), lambda: _lone("rect", HOLLOW, "X")),
    "shape-rounded": pairs(
        lambda: _lone("roundRect", HOLLOW),
        lambda: _grouped(shape("mathMultiply", BLACK, _FRAME)),
    ),
    "shape-radio": pairs(
        lambda: _lone("ellipse", HOLLOW),
        lambda: [
            inline(
                _SIDE,
                _SIDE,
                group(_SIDE, _SIDE, shape("ellipse", HOLLOW, _FRAME), shape("ellipse", BLACK, (3, 3, 5, 5))),
            )
        ],
    ),
    "vml-crossed": pairs(lambda: _vml_group(""), lambda: _vml_group(_VML_LINES)),
    "vml-typed": pairs(lambda: [vml("rect", _VML_BOX)], lambda: [vml("rect", _VML_BOX, "", words_in("X"))]),
    "vml-filled": pairs(
        lambda: [vml("oval", _VML_BOX)], lambda: [vml("oval", _VML_BOX, 'fillcolor="black"')]
    ),
    "picture-crossed": pairs(lambda: picture("casella", _SIDE), lambda: picture("casella-x", _SIDE)),
    "picture-filled": pairs(lambda: picture("casella", _SIDE), lambda: picture("casella-piena", _SIDE)),
    "glyph-multiply-there": pairs(
        lambda: [run("☐")],
        lambda: [
            floating((-1, 1, 14, 12), shape("mathMultiply", BLACK, (0, 0, 14, 12)), "character", "line"),
            run("☐"),
        ],
    ),
}

# What floats over the beginning of a line


def _box_away(*more: Element) -> list[Element]:
    return [over("rect", HOLLOW, (0, 2, 10, 10)), *more, run(_ROOM)]


def _lines_away(*, both: bool = True) -> list[Element]:
    rising = [over("rising", LINE, (-1, 1, 12, 12))] if both else []
    return [over("line", LINE, (-1, 1, 12, 12)), *rising]


def _glyph(*before: Element) -> list[Element]:
    return [*before, run("☐")]


_SQUIGGLE = path(14, 12, (0, 6), (4, 11), (3, 2), (9, 10), (8, 1), (13, 9))


_FLOATING: Mapping[str, Box] = {
    "box-away-crossed": pairs(_box_away, lambda: _box_away(*_lines_away())),
    "box-away-ink": pairs(_box_away, lambda: _box_away(ink((1, 0, 14, 12)))),
    "box-away-filled": pairs(_box_away, lambda: [over("rect", BLACK, (0, 2, 10, 10)), run(_ROOM)]),
    "glyph-lines": pairs(_glyph, lambda: _glyph(*_lines_away())),
    "glyph-slash": pairs(_glyph, lambda: _glyph(*_lines_away(both=False))),
    "glyph-multiply": pairs(_glyph, lambda: _glyph(over("mathMultiply", BLACK, (-2, 0, 14, 13)))),
    "glyph-ring": pairs(_glyph, lambda: _glyph(over("ellipse", HOLLOW, (-3, -1, 17, 16)))),
    "glyph-scribble": pairs(_glyph, lambda: _glyph(over(_SQUIGGLE, LINE, (-1, 1, 14, 12)))),
    "glyph-ink": pairs(_glyph, lambda: _glyph(ink((0, -2, 16, 14)))),
    "glyph-x-box": pairs(_glyph, lambda: _glyph(over("rect", UNSEEN, (1, 0, 12, 14), "X"))),
    "vml-glyph-lines": pairs(
        _glyph,
        lambda: _glyph(
            vml("line", _AWAY, 'from="-1pt,1pt" to="11pt,13pt"'),
            vml("line", _AWAY, 'from="-1pt,13pt" to="11pt,1pt"'),
        ),
    ),
    "vml-glyph-x-box": pairs(
        _glyph,
        lambda: _glyph(
            vml(
                "rect",
                f"{_AWAY};margin-left:1pt;margin-top:0;width:12pt;height:14pt",
                'filled="f" stroked="f"',
                words_in("X"),
            )
        ),
    ),
    "vml-box-away": pairs(
        lambda: [
            vml("rect", f"{_AWAY};margin-left:0;margin-top:2pt;width:10pt;height:10pt", 'filled="f"'),
            run(_ROOM),
        ],
        lambda: [
            vml("rect", f"{_AWAY};margin-left:0;margin-top:2pt;width:10pt;height:10pt", 'filled="f"'),
            vml("line", _AWAY, 'from="0,2pt" to="10pt,12pt"'),
            vml("line", _AWAY, 'from="0,12pt" to="10pt,2pt"'),
            run(_ROOM),
        ],
    ),
}


def _ringed(on: bool, label: str) -> list[Element]:
    """The words, with a ring round the first of them."""
    wide = min(5.4 * len(label) + 12, 110.0)
    return [over("ellipse", HOLLOW, (-4, -2, wide, 18)), run(label)] if on else [run(label)]


def _lined(on: bool, label: str, y: float, chosen: bool) -> list[Element]:
    """The words, with a line drawn along them where they are chosen or, for striking out, are not."""
    wide = min(5.0 * len(label), 170.0) + 6
    line = over("line", LINE, (9, y, wide, 0))
    return [line, run(label)] if on is chosen else [run(label)]


WAYS: Mapping[str, Way] = {name: Way(box) for name, box in {**_IN_LINE, **_FLOATING}.items()} | {
    "glyph-words-ringed": Way(lambda on: [run("☐")], _ringed),
}
"""Marks drawn so that nobody could take them for anything else."""

JUDGED: Mapping[str, Way] = {
    "strike-drawn": Way(lambda on: [run("☐")], partial(_lined, y=7.0, chosen=False)),
    "underline-drawn": Way(lambda on: [run("☐")], partial(_lined, y=12.5, chosen=True)),
}
"""Lines drawn along words, whose meaning is a judgement."""

FLOATING = frozenset((*_FLOATING, "glyph-words-ringed", *JUDGED))
"""Ways whose drawings stand at the beginning of a paragraph, each in its own."""

ALONG_WORDS = frozenset(("glyph-words-ringed", *JUDGED))
"""Ways whose drawings lie on the words, wherever those begin."""
