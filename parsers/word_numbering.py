"""List bullets that are boxes: a way to print a checkbox, ticked by choosing another bullet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from parsers import marks
from parsers.document import Mark, Method, Place, State
from parsers.package import xml
from parsers.word_names import VAL, Element, W, transitional
from parsers.word_runs import emphasis, fonts

_BULLET = re.compile(rb'lvlText [^>]*val="([^"%]{1,12})"')
_FILLED = "\uf06e\uf06c■▪◼◾⬛●⬤⚫nl"
"""Filled squares and discs are how ordinary lists look; as bullets they say nothing."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """The looks of list levels that are boxes, by list and level."""

    levels: Mapping[tuple[str, str], marks.Look]

    def mark(self, properties: Element, dress: int, place: Place) -> Mark | None:
        """The mark that a paragraph's ``w:numPr`` puts before it, or None."""
        number, level = properties.find(W + "numId"), properties.find(W + "ilvl")
        if number is None:
            return None
        key = (number.get(VAL, ""), level.get(VAL, "0") if level is not None else "0")
        look = self.levels.get(key)
        if look is None:
            return None
        # A bullet is no text: with a sign of its own it would come back in people's answers.
        return Mark(look.state, Method.SYMBOL, "", place, emphasis(dress), look.confidence, look.boxed)


NONE = Bullets({})


def bullets(part: bytes | None) -> Bullets:
    """The box bullets of a numbering part. Cheap where there are none."""
    if part is None or not any(_may_be_box(found) for found in _BULLET.findall(part)):
        return NONE
    root = xml(transitional(part))
    lists = {
        element.get(W + "abstractNumId", ""): _levels(element) for element in root.iter(W + "abstractNum")
    }
    levels: dict[tuple[str, str], marks.Look] = {}
    for element in root.iter(W + "num"):
        number = element.get(W + "numId", "")
        base = element.find(W + "abstractNumId")
        own = lists.get(base.get(VAL, ""), {}) if base is not None else {}
        for level, look in {**own, **_levels(element)}.items():
            if look is not None:
                levels[number, level] = look
    return Bullets(levels)


def _may_be_box(text: bytes) -> bool:
    """Whether a bullet's text may be a box in some font."""
    sign = text.decode("utf-8", "replace")
    return sign.startswith("&#") or sign not in ("\uf0b7", "\uf0a7", "\uf0d8", "o", "-", "–", "•", "·")


def _levels(parent: Element) -> dict[str, marks.Look | None]:
    """The looks of a list's levels, None for those that are no boxes."""
    return {level.get(W + "ilvl", "0"): _look(level) for level in parent.iter(W + "lvl")}


def _look(level: Element) -> marks.Look | None:
    """The look of one level's bullet."""
    text = level.find(W + "lvlText")
    sign = text.get(VAL, "") if text is not None else ""
    if not sign or sign in _FILLED:
        return None
    properties = level.find(W + "rPr")
    element = properties.find(W + "rFonts") if properties is not None else None
    font, private_font = fonts(element) if element is not None else ("", "")
    look = marks.glyph(sign, font or private_font)
    return look if look is not None and look.state is not State.UNSURE else None
