"""The symbol fonts that styles give: asked only for a lone letter that may be a drawn box."""

from __future__ import annotations

from collections.abc import Mapping

from parsers.package import xml
from parsers.word_names import VAL, Element, W, transitional
from parsers.word_runs import fonts

_SYMBOL_FONTS = (b"ingdings", b"ebdings", b"Dingbats", b"Marlett", b"OpenSymbol")
_DEPTH = 12

LONE_LETTERS = frozenset("acglmnopqrxOPQRSTUV¡¢£¤¥¦¨þýüû")
"""What boxes and ticks look like when their symbol font is dropped."""


def style_fonts(part: bytes | None) -> Mapping[str, str]:
    """Style id to the symbol font it sets, inherited ones included."""
    if part is None or not any(font in part for font in _SYMBOL_FONTS):
        return {}
    own: dict[str, tuple[str, str]] = {}
    for style in xml(transitional(part)).iter(W + "style"):
        own[style.get(W + "styleId", "")] = _font_and_base(style)
    return {style: font for style in own if (font := _inherited(style, own))}


def _font_and_base(style: Element) -> tuple[str, str]:
    """A style's symbol font and the id of the style it is based on."""
    element = style.find(f"{W}rPr/{W}rFonts")
    base = style.find(W + "basedOn")
    font = fonts(element)[0] if element is not None else ""
    return font, base.get(VAL, "") if base is not None else ""


def _inherited(style: str, own: Mapping[str, tuple[str, str]]) -> str:
    """The font of a style or of the nearest one it is based on."""
    for _ in range(_DEPTH):
        font, style = own.get(style, ("", ""))
        if font or not style:
            return font
    return ""
