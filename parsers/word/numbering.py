"""List bullets that are boxes: a way to print a checkbox, ticked by choosing another bullet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

from parsers import marks
from parsers.document import Method, State
from parsers.markup import xml
from parsers.word.drawn.pictures import Look as Picture
from parsers.word.dress import fonts
from parsers.word.names import VAL, Element, R, V, W, transitional

_BULLET = re.compile(rb'lvlText [^>]*val="([^"%]{1,12})"')
_PICTURE = b"lvlPicBulletId"
_DIAMONDS = ("\uf0a8", "\xa8")
_CIRCLES = ("○", "◯", "◦")
_FILLED = "\uf06e\uf06c■▪◼◾⬛●⬤⚫nl"
"""Filled squares and discs are how ordinary lists look; alone they say nothing."""
_DOTS = "\uf0b7•·-–—"
_UNSURE = 0.5
_SEEN = 0.85
"""How sure a bullet is that is a picture of a box."""

Key: TypeAlias = tuple[str, str]
"""A list's number and the level in it."""


class Shape(Enum):
    """What a bullet looks like."""

    HOLLOW = auto()
    FILLED = auto()
    DOT = auto()
    TYPED = auto()
    """An X or a tick, typed in a font of letters."""
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Bullet:
    """What a list's level puts before its items."""

    shape: Shape
    look: marks.Look | None = None
    """What it says by itself; None where it is an ordinary bullet."""
    method: Method = Method.SYMBOL
    picture: str = ""
    """The number of a picture that serves as bullet."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """The bullets of lists, by list and level."""

    levels: Mapping[Key, Bullet]
    styled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The level that a list keeps for the paragraphs of a style, by list and style."""

    def of(self, item: tuple[str, str], style: str) -> tuple[Key, Bullet] | None:
        """The bullet before an item of that list and level, its paragraph being of that style; or None."""
        if not self.levels:
            return None
        number, level = item
        key = (number, level or self.styled.get((number, style), "0"))
        bullet = self.levels.get(key)
        return (key, bullet) if bullet is not None else None


NONE = Bullets({})


def bullets(part: bytes | None, look: Callable[[str], Picture]) -> Bullets:
    """The bullets of a numbering part; none, and cheap, where none of them may be a box.

    `look` looks at the picture that a relationship of the part refers to.
    """
    if part is None:
        return NONE
    if _PICTURE not in part and not any(_may_be_box(found) for found in _BULLET.findall(part)):
        return NONE
    root = xml(transitional(part))
    pictures = {
        one.get(W + "numPicBulletId", ""): look(shown.get(R + "id", ""))
        for one in root.iter(W + "numPicBullet")
        for shown in one.iter(V + "imagedata")
    }
    abstract = {one.get(W + "abstractNumId", ""): one for one in root.iter(W + "abstractNum")}
    own = {name: _levels(one, pictures) for name, one in abstract.items()}
    linked = {_said(one, "styleLink"): own[name] for name, one in abstract.items()}
    lists = {name: own[name] or linked.get(_said(one, "numStyleLink"), {}) for name, one in abstract.items()}
    levels: dict[Key, Bullet] = {}
    styled: dict[tuple[str, str], str] = {}
    for element in root.iter(W + "num"):
        number, base = element.get(W + "numId", ""), _said(element, "abstractNumId")
        for level, bullet in {**lists.get(base, {}), **_levels(element, pictures)}.items():
            if bullet is not None:
                levels[number, level] = bullet
        if base in abstract:
            styled.update(((number, style), level) for style, level in _styles(abstract[base]))
    return Bullets(_without_decoration(levels), styled)


def _without_decoration(levels: dict[Key, Bullet]) -> dict[Key, Bullet]:
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


def _levels(parent: Element, pictures: Mapping[str, Picture]) -> dict[str, Bullet | None]:
    """The bullets of a list's levels, None for those that have none."""
    return {level.get(W + "ilvl", "0"): _bullet(level, pictures) for level in parent.iter(W + "lvl")}


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


def _bullet(level: Element, pictures: Mapping[str, Picture]) -> Bullet | None:
    """What one level puts before its items."""
    number = _said(level, "lvlPicBulletId")
    if number:
        return _pictured(number, pictures.get(number, Picture.UNREADABLE))
    sign = _said(level, "lvlText").strip()
    if not sign or "%" in sign:
        return None
    properties = level.find(W + "rPr")
    element = properties.find(W + "rFonts") if properties is not None else None
    font, private_font = fonts(element) if element is not None else ("", "")
    shape = _shape(sign, font or private_font)
    look = marks.glyph(sign, font or private_font) if shape in (Shape.HOLLOW, Shape.OTHER) else None
    ordinary = _is_ordinary(sign, font or private_font, level.get(W + "ilvl", "0"))
    return Bullet(shape, None if ordinary else look)


def _shape(sign: str, font: str) -> Shape:
    """What the sign of a bullet looks like."""
    if sign in _FILLED:
        return Shape.FILLED
    if sign in _DOTS or _is_ordinary(sign, font, "0"):
        return Shape.DOT
    if not font and sign.isalpha() and marks.typed(sign) is State.TICKED:
        return Shape.TYPED
    look = marks.glyph(sign, font)
    return Shape.HOLLOW if look is not None and look.state is State.EMPTY else Shape.OTHER


def _pictured(number: str, picture: Picture) -> Bullet | None:
    """A picture that serves as bullet: a box, an ordinary one, or what only a person can tell."""
    state = {Picture.EMPTY: State.EMPTY, Picture.TICKED: State.TICKED}.get(picture)
    if state is not None:
        return Bullet(Shape.OTHER, marks.Look(state, boxed=True, confidence=_SEEN), Method.IMAGE, number)
    if picture is not Picture.UNREADABLE:
        return None
    return Bullet(Shape.OTHER, marks.Look(State.UNSURE, boxed=True, confidence=_UNSURE), Method.IMAGE, number)
