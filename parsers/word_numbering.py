"""List bullets that are boxes: a way to print a checkbox, ticked by choosing another bullet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from parsers import marks
from parsers.document import Mark, Method, Place, State
from parsers.package import xml
from parsers.word_names import VAL, Element, W, transitional
from parsers.word_runs import emphasis, fonts

_BULLET = re.compile(rb'lvlText [^>]*val="([^"%]{1,12})"')
_PICTURE = b"lvlPicBulletId"
_DIAMONDS = ("\uf0a8", "\xa8")
_CIRCLES = ("○", "◯", "◦")
_FILLED = "\uf06e\uf06c■▪◼◾⬛●⬤⚫nl"
"""Filled squares and discs are how ordinary lists look; as bullets they say nothing."""
_UNSURE = 0.5


@dataclass(frozen=True, slots=True)
class _Bullet:
    """What a list's level puts before its items."""

    look: marks.Look
    method: Method = Method.SYMBOL
    picture: str = ""
    """The number of a picture that serves as bullet."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """The looks of list levels that are boxes, by list and level."""

    levels: Mapping[tuple[str, str], _Bullet]
    styled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The level that a list keeps for the paragraphs of a style, by list and style."""

    def mark(self, item: tuple[str, str], style: str, dress: int, place: Place) -> Mark | None:
        """The mark before an item of that list and level, its paragraph being of that style; or None."""
        if not self.levels:
            return None
        number, level = item
        bullet = self.levels.get((number, level or self.styled.get((number, style), "0")))
        if bullet is None:
            return None
        look = bullet.look
        # A bullet is no text: with a sign of its own it would come back in people's answers.
        return Mark(look.state, bullet.method, "", place, emphasis(dress), look.confidence, look.boxed)


NONE = Bullets({})


def bullets(part: bytes | None) -> Bullets:
    """The box bullets of a numbering part. Cheap where there are none."""
    if part is None:
        return NONE
    if _PICTURE not in part and not any(_may_be_box(found) for found in _BULLET.findall(part)):
        return NONE
    root = xml(transitional(part))
    abstract = {one.get(W + "abstractNumId", ""): one for one in root.iter(W + "abstractNum")}
    linked = {_said(one, "styleLink"): _levels(one) for one in abstract.values()}
    lists = {
        name: _levels(one) or linked.get(_said(one, "numStyleLink"), {}) for name, one in abstract.items()
    }
    levels: dict[tuple[str, str], _Bullet] = {}
    styled: dict[tuple[str, str], str] = {}
    for element in root.iter(W + "num"):
        number, base = element.get(W + "numId", ""), _said(element, "abstractNumId")
        for level, bullet in {**lists.get(base, {}), **_levels(element)}.items():
            if bullet is not None:
                levels[number, level] = bullet
        if base in abstract:
            styled.update(((number, style), level) for style, level in _styles(abstract[base]))
    return Bullets(_without_decoration(levels), styled)


def _without_decoration(levels: dict[tuple[str, str], _Bullet]) -> dict[tuple[str, str], _Bullet]:
    """The levels without pictures, where there is one picture only: then it tells nothing apart."""
    pictures = {bullet.picture for bullet in levels.values() if bullet.picture}
    if len(pictures) > 1:
        return levels
    return {key: bullet for key, bullet in levels.items() if not bullet.picture}


def _may_be_box(text: bytes) -> bool:
    """Whether a bullet's text may be a box in some font."""
    sign = text.decode("utf-8", "replace")
    return sign.startswith("&#") or sign not in ("\uf0b7", "\uf0a7", "\uf0d8", "o", "-", "–", "•", "·")


def _said(parent: Element, name: str) -> str:
    """The value of a child, or nothing."""
    child = parent.find(W + name)
    return child.get(VAL, "") if child is not None else ""


def _levels(parent: Element) -> dict[str, _Bullet | None]:
    """The bullets of a list's levels, None for those that are no boxes."""
    return {level.get(W + "ilvl", "0"): _bullet(level) for level in parent.iter(W + "lvl")}


def _styles(parent: Element) -> list[tuple[str, str]]:
    """The styles that a list's levels are kept for, with the level."""
    return [
        (_said(level, "pStyle"), level.get(W + "ilvl", "0"))
        for level in parent.iter(W + "lvl")
        if level.find(W + "pStyle") is not None
    ]


def _is_ordinary(sign: str, font: str, level: str) -> bool:
    """Whether office programs' own lists look like that: Symbol's diamond, a circle below a disc."""
    diamond = sign in _DIAMONDS and marks.font_table(font) == "symbol"
    return diamond or (sign in _CIRCLES and level != "0")


def _bullet(level: Element) -> _Bullet | None:
    """What one level puts before its items, where that may be a box."""
    picture = _said(level, "lvlPicBulletId")
    if picture:
        # Which of several pictures is the ticked box only a person can tell.
        return _Bullet(marks.Look(State.UNSURE, boxed=True, confidence=_UNSURE), Method.IMAGE, picture)
    sign = _said(level, "lvlText")
    if not sign or sign in _FILLED:
        return None
    properties = level.find(W + "rPr")
    element = properties.find(W + "rFonts") if properties is not None else None
    font, private_font = fonts(element) if element is not None else ("", "")
    if _is_ordinary(sign, font or private_font, level.get(W + "ilvl", "0")):
        return None
    look = marks.glyph(sign, font or private_font)
    return _Bullet(look) if look is not None and look.state is not State.UNSURE else None
