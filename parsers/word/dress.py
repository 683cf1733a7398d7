"""How a Word run is dressed: emphasis, symbol fonts, frames and what is hidden, from its properties."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from parsers import marks
from parsers.document import Emphasis
from parsers.word.names import VAL, Element, W, is_on

DELETED = Emphasis.DELETED.value
INSERTED = Emphasis.INSERTED.value
PLACEHOLDER = Emphasis.PLACEHOLDER.value
BOLD = Emphasis.BOLD.value
_UNDERLINED = Emphasis.UNDERLINED.value
HIGHLIGHTED = Emphasis.HIGHLIGHTED.value
_COLOURED = Emphasis.COLOURED.value
_FAINT = Emphasis.FAINT.value
STRUCK = Emphasis.STRUCK.value


class Dress(NamedTuple):
    """What a run's properties say. Like a span a tuple, since every run has one."""

    emphasis: int = 0
    given: int = 0
    """What of the emphasis it sets or takes away itself, so that no style's holds."""
    font: str = ""
    """The symbol font for its letters."""
    private_font: str = ""
    """The symbol font for private code points, which may be set apart."""
    lettered: bool = False
    """Whether it names a font for its letters, so that no style's font holds."""
    hidden: bool | None = None
    """None where it does not say, so that its style does."""
    bordered: bool = False
    style: str = ""


PLAIN = Dress()
HIDDEN = Dress(hidden=True)


def _colour(value: str | None) -> int:
    """COLOURED for a real colour, FAINT for a grey. Black and near it is a program's way to dress text."""
    if value is None or len(value) != 6 or value == "000000":
        return 0
    if _spread(value) > 0x30:
        return _COLOURED
    return _FAINT if value[:1] in "789aAbBcCdD" else 0


def _spread(value: str) -> int:
    """How far a colour is from grey: 0 to 255; 0 for one that is not given by its parts."""
    try:
        parts = bytes.fromhex(value) if len(value) == 6 else b""
    except ValueError:
        return 0
    return max(parts) - min(parts) if parts else 0


def shade(element: Element, spread: int = 0x18) -> int:
    """HIGHLIGHTED for a shade of a colour; greys and tints below `spread` are a program's dress."""
    fill = element.get(W + "fill") or "auto"
    if element.get(W + "val") == "solid":
        fill = element.get(W + "color") or fill
    return HIGHLIGHTED if _spread(fill) >= spread else 0


def framed(borders: Element) -> int:
    """HIGHLIGHTED for a frame drawn round a paragraph on all four sides, as a ring would be."""
    sides = {side.tag for side in borders if side.get(VAL, "none") not in ("none", "nil")}
    return HIGHLIGHTED if sides >= _SIDES else 0


_SIDES = frozenset(W + side for side in ("top", "left", "bottom", "right"))


def _flag(flag: int) -> Callable[[Element], int]:
    """A reading of an on/off property."""
    return lambda element: flag if is_on(element.get(VAL)) else 0


_DRESSES: dict[str, Callable[[Element], int]] = {
    W + "b": _flag(BOLD),
    W + "strike": _flag(STRUCK),
    W + "dstrike": _flag(STRUCK),
    W + "u": lambda element: 0 if element.get(VAL, "none") == "none" else _UNDERLINED,
    W + "highlight": lambda element: 0 if element.get(VAL, "none") in ("none", "white") else HIGHLIGHTED,
    W + "shd": shade,
    W + "color": lambda element: _colour(element.get(VAL)),
    W + "em": lambda element: 0 if element.get(VAL, "none") == "none" else _UNDERLINED,
}


_GIVEN = {
    **dict.fromkeys((W + "highlight", W + "shd"), HIGHLIGHTED),
    **dict.fromkeys((W + "strike", W + "dstrike"), STRUCK),
    W + "b": BOLD,
    W + "u": _UNDERLINED,
    W + "color": _COLOURED | _FAINT,
}


_FONTS, _VANISH, _STYLE, _BORDER = W + "rFonts", W + "vanish", W + "rStyle", W + "bdr"
_ASCII, _ANSI, _COMPLEX, _ASIAN = W + "ascii", W + "hAnsi", W + "cs", W + "eastAsia"
_TELLING = frozenset([_FONTS, _VANISH, _STYLE, _BORDER, *_DRESSES])
"""The properties that say anything here; most runs have others."""


def dress(properties: Element) -> Dress:
    """What a run's properties (``w:rPr``) say of its text."""
    telling = [child for child in properties if child.tag in _TELLING]
    if not telling:
        return PLAIN
    emphasis, font, private_font, lettered, hidden, style = 0, "", "", False, None, ""
    given, bordered = 0, False
    for child in telling:
        tag = child.tag
        if tag == _FONTS:
            font, private_font = fonts(child)
            lettered = bool(child.get(_ASCII))
        elif tag == _VANISH:
            hidden = is_on(child.get(VAL))
        elif tag == _STYLE:
            style = child.get(VAL, "")
        elif tag == _BORDER:
            bordered = child.get(VAL, "none") not in ("none", "nil")
        else:
            emphasis |= _DRESSES[tag](child)
            given |= _GIVEN.get(tag, 0)
    return Dress(emphasis, given, font, private_font, lettered, hidden, bordered, style)


def fonts(element: Element) -> tuple[str, str]:
    """The symbol fonts of letters and of private code points that ``w:rFonts`` names."""
    get = element.get
    names = (get(_ASCII, ""), get(_ANSI, ""), get(_COMPLEX, ""), get(_ASIAN, ""))
    if not any(map(marks.font_table, names)):
        return "", ""
    symbols = [name if marks.font_table(name) else "" for name in names]
    return symbols[0] or symbols[1], next(filter(None, symbols))


@lru_cache(maxsize=512)
def emphasis(value: int) -> Emphasis:
    """The Emphasis of a number."""
    return Emphasis(value)
