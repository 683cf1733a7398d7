"""The one table of signs that are boxes and ticks: code points, and the codes of symbol fonts.

What a character or a text says by it is asked of parsers.marks.
"""

from __future__ import annotations

from dataclasses import dataclass

from parsers.document import State


@dataclass(frozen=True, slots=True)
class Look:
    """What one character says as a mark."""

    state: State
    boxed: bool
    """False for a bare tick or cross with no box of its own."""
    confidence: float = 1.0
    """Below 1 where the font that decides is not known, or the character serves as a bullet too."""


_EMPTY = Look(State.EMPTY, boxed=True)
_TICKED = Look(State.TICKED, boxed=True)
_BARE = Look(State.TICKED, boxed=False)

NO_FONT = 0.9
OTHER_FONT = 0.85
EITHER_FONT = 0.7
"""How sure a sign is whose font is lost, may be another, or would make it one thing as well as the other."""


def _table(empty: str, ticked: str, bare: str = "") -> dict[str, Look]:
    """Characters to looks, from three strings of characters."""
    looks = dict.fromkeys(empty, _EMPTY)
    looks.update(dict.fromkeys(ticked, _TICKED))
    looks.update(dict.fromkeys(bare, _BARE))
    return looks


UNICODE = _table(
    empty="☐□▢◻◽▫⬜⬚❏❐❑❒⎕▯⧠🔲🔳○◯◌⭘⚪❍🔾" + "".join(map(chr, range(0x1F78E, 0x1F794))),
    ticked="☑☒⌧■▣◼◾⬛▪⊠⮽🗵🗷🗹✅❎●◉◎⬤⚫⦿🔘⊙🞊⊗🅇🆇🅧Ⓧⓧ🟢🟩🔵🟦🔴🟥🟠🟧🟡🟨🟣🟪🟤🟫",
    bare="✓✔✕✖✗✘☓🗴🗶🗸🗙❌⤫⨯×√",
)
UNICODE["▪"] = Look(State.TICKED, boxed=True, confidence=EITHER_FONT)
"""A list bullet far more often than a filled box."""
UNICODE.update(dict.fromkeys("🔴🟥🟠🟧🟡🟨🟣🟪🟤🟫", UNICODE["▪"]))
"""Signals and warnings in other texts; people who choose one colour choose green or blue."""

MATHS = "×√"
"""Signs of arithmetic in running text: marks only where they stand alone."""

_SYMBOL_BOXES = "\x7f\x84\x8c\x9c\x9e\xa0\xf0\xff"
"""Codes the Symbol font has no glyph for: its empty rectangle is printed as a box."""

FONTS: dict[str, dict[str, Look]] = {
    "wingdings": _table("opqrm\xa8\xa1\xa2\xa3", "\xfe\xfdxn\xa4\xa5l", "\xfc\xfb"),
    "wingdings2": _table("\xa3\xa4\xa5\xa6\x99\x9a\x9b", "RSTQ\xa1\xa2UV\x98", "PO"),
    "webdings": _table("c", "g", "ar"),
    "marlett": _table("\x7f", "", "ab"),
    "zapfdingbats": _table("opqrm", "nluH", "345678"),
    "symbol": _table(_SYMBOL_BOXES, ""),
    "opensymbol": _table("", ""),
    "wingdings3": _table("", ""),
}
"""Fonts that draw signs for letters: by byte."""

FONTS["symbol"]["\xa8"] = Look(State.EMPTY, boxed=True, confidence=OTHER_FONT)
"""A diamond there; met as the leftover of a Wingdings box whose font was changed."""

OPENSYMBOL = _table(
    "\ue005\ue009\ue00b\ue469\ue46a\ue46e\ue470\ue47b\ue4bf\ue4c0",
    "\ue008\ue00a\ue46b\ue4c3\ue4c4\ue530\ue531\ue532\ue533",
    "\ue007\ue4c1\ue4c2",
)
"""The private code points that LibreOffice gives to the pictures of other symbol fonts."""

FONT_NAMES = {
    "itczapfdingbats": "zapfdingbats",
    "zapfdingbatsitc": "zapfdingbats",
    "monotypesorts": "zapfdingbats",
    "dingbats": "zapfdingbats",
    "d050000l": "zapfdingbats",
    "symbolmt": "symbol",
    "standardsymbols": "symbol",
    "standardsymbolsl": "symbol",
    "starsymbol": "opensymbol",
    "wingdingsregular": "wingdings",
    "wingdings2regular": "wingdings2",
    "webdingsregular": "webdings",
}

READABLE = {
    "wingdings": {"\xdf": "←", "\xe0": "→", "\xe8": "→", "\xf0": "⇒", "\xd8": "➢", "J": "☺", "L": "☹"},
    "symbol": {"\xae": "→", "\xac": "←", "\xb4": "×", "\xb3": "≥", "\xa3": "≤", "\xb1": "±", "\xa5": "∞"},
}
"""What else people's programs set in symbol fonts: arrows and smileys that replace ``-->`` and ``:-)``."""

CROSSES = {
    "wingdings": "\xfb\xfd\x78",
    "wingdings2": "\x4f\x53\x54",
    "webdings": "\x72",
    "zapfdingbats": "5678",
}
"""The codes of crosses: the other ticks are checks, dots and fillings."""
