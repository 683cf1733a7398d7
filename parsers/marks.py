"""What an empty or a ticked box looks like: code points, symbol fonts, typed brackets and words.

Every reader and the matcher ask here; the signs themselves stand in one table, parsers.signs. It knows
nothing of where a mark stands or which option it belongs to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parsers.document import Method, State
from parsers.signs import (
    CROSSES,
    EITHER_FONT,
    FONT_NAMES,
    FONTS,
    MATHS,
    NO_FONT,
    OPENSYMBOL,
    OTHER_FONT,
    READABLE,
    UNICODE,
    Look,
)

__all__ = ["Found", "Look", "drawn", "find", "font_table", "glyph", "is_wingdings_alone", "readable", "typed"]


class Found(NamedTuple):
    """A mark in a stretch of text, from `start` up to `end` (character offsets). A tuple is made faster."""

    start: int
    end: int
    state: State
    boxed: bool
    method: Method
    confidence: float = 1.0


_SELECTORS = "\ufe0e\ufe0f"
_BLANKS = " \t\u00a0\u2000-\u200b\u202f\u3000"
_PRIVATE = "\uf020-\uf0ff" + "".join(OPENSYMBOL)
_LETTERS = "xXхХχΧＸｘⅩⅹ╳⨉𝐗𝐱𝑋𝑿𝖷𝗫𝘟𝙓𝚇"
"""What is typed as an X: Latin, Cyrillic, Greek, full-width, a numeral, and letters of mathematics."""
_TICKS = _LETTERS + "".join(
    re.escape(sign) for sign, look in UNICODE.items() if look.state is State.TICKED and sign not in MATHS
)
_TICKS_INSIDE = _TICKS + "×√•"
_OVERLAYS = "\u0335-\u0338\u20d2\u20d3\u20d8\u20e5\u20eb"
_SLASHES = frozenset("\u0337\u0338\u20e5")
"""Of the lines that are set over a sign those that cross a box from corner to corner."""
_ENCLOSURES = "\u20dd\u20de"

_SIGN = "[" + "".join(re.escape(sign) for sign in UNICODE if sign not in MATHS) + _PRIVATE + "]"


def _bracket(left: str, right: str, ticks: str, blank: str) -> str:
    """A pattern for one pair of brackets around a tick or around nothing."""
    pad = f"[{_BLANKS}_]{{0,3}}"
    return f"[{left}](?:{pad}(?P<T>[{ticks}][{_SELECTORS}]?){pad}|(?P<E>{blank}))[{right}]"


_KINDS = (
    _bracket(r"\[［", r"\]］", _TICKS_INSIDE + "vV*+", f"[{_BLANKS}]{{0,5}}|_{{1,3}}|☐|□"),
    _bracket("<‹", ">›", _TICKS_INSIDE + "vV", f"[{_BLANKS}]{{1,3}}|_{{1,3}}"),
    _bracket(r"(（", r")）", _TICKS_INSIDE + "V", f"[{_BLANKS}]{{1,3}}|_|☐|□|○"),
    _bracket(r"{", r"}", _TICKS_INSIDE, f"[{_BLANKS}]{{1,3}}"),
    # A row of `|__|__|` is a comb to write digits in, not a box.
    "(?<![_|│])" + _bracket("|│", "|│", _TICKS_INSIDE + "vV", "_{1,3}") + "(?![_|│])",
    # Strokes leave no room for blanks: `12 / x / 7` is a sum, and `__/__/____` a date.
    rf"(?<![\w/])/(?:_?(?P<T>[{_TICKS_INSIDE}][{_SELECTORS}]?)_?|(?P<E>_{{1,3}}))/(?![\w/])",
)


def _numbered(patterns: tuple[str, ...]) -> str:
    """The patterns joined, each with its own two groups: ``t0`` and ``e0``, ``t1`` and ``e1``."""
    return "|".join(
        pattern.replace("?P<T>", f"?P<t{number}>").replace("?P<E>", f"?P<e{number}>")
        for number, pattern in enumerate(patterns)
    )


_MARK = re.compile(
    f"(?P<enclosed>[xXхХ×✓✔√vV][{_ENCLOSURES}])|(?P<enclosure>[{_BLANKS}]?[{_ENCLOSURES}])"
    f"|(?P<sign>{_SIGN})[{_SELECTORS}]?(?P<overlay>[{_OVERLAYS}]?)|{_numbered(_KINDS)}"
)
_PLANES = "\U00010000-\U0010ffff"
"""For signs beyond the first plane: one range is found many times faster than each by itself."""
_CANDIDATE = re.compile(re.sub(f"[{_PLANES}]+", "", _SIGN[:-1]) + f"{_PLANES}{_ENCLOSURES}［（│‹</\\[({{|]")
_ASCII_CANDIDATE = re.compile(r"[\[({|</]")

_TYPED_SIGNS = frozenset(["x", "xx", "xxx", "х", "хх", "χ", "×", "v", "vv", "√", "*", "**", "+", "1"])
_TYPED_WORDS = _TYPED_SIGNS | {"ok", "o.k", "si", "sì", "sí", "si'", "si’", "si`", "s", "yes", "y"}
_TYPED_BLANKS = re.compile(rf"[{_BLANKS}\ufeff]+")
_LONGEST, _LEAD = 12, 40
"""How long what is typed for a mark can be, and in how many characters that mostly shows."""


@lru_cache(maxsize=256)
def font_table(font: str) -> str:
    """The name of the symbol font that `font` is, or "" for a font of letters.

    A PDF subset's prefix (``ABCDEF+``), a style suffix, the case and fonts named in case the first is
    missing (``Wingdings;serif``) do not matter.
    """
    name = font.split("+", 1)[-1].split(",", 1)[0].split(";", 1)[0]
    name = re.sub(r"[\s_-]", "", name).lower()
    name = FONT_NAMES.get(name, name)
    return name if name in FONTS else ""


def glyph(char: str, font: str = "") -> Look | None:
    """What one character in a font says, or None when it is no mark.

    Variation selectors after it are ignored; ``""`` is any font of letters. The signs × and √
    are bare ticks here: the caller knows whether they stand alone.
    """
    sign = char.rstrip(_SELECTORS)
    if len(sign) != 1:
        return None
    table = font_table(font) if font else ""
    if table:
        found = _in_font(sign, table)
        if found is not None or "\uf000" <= sign <= "\uf0ff":
            return found
        return UNICODE.get(sign) if ord(sign) > 0xFF else None
    if "\uf000" <= sign <= "\uf0ff":
        return _in_no_font(chr(ord(sign) - 0xF000))
    if sign in OPENSYMBOL:
        look = OPENSYMBOL[sign]
        return Look(look.state, look.boxed, OTHER_FONT)
    return UNICODE.get(sign)


def drawn(look: Look, sign: str = "", font: str = "") -> str:
    """The Unicode sign to show for a mark that the document writes in a code of a symbol font."""
    if look.state is State.EMPTY:
        return "☐"
    table = font_table(font) or "wingdings"
    crossed = not sign or _byte(sign) in CROSSES.get(table, "")
    if look.boxed:
        return "☒" if crossed else "☑"
    return "✗" if sign and crossed else "✓"


def is_wingdings_alone(sign: str) -> bool:
    """Whether a private code point is a mark in Wingdings and nothing in Wingdings 2."""
    byte = _byte(sign)
    return byte in FONTS["wingdings"] and byte not in FONTS["wingdings2"]


def _in_font(sign: str, table: str) -> Look | None:
    """The look of a character in a symbol font: as a byte, a private code point or a Windows letter."""
    if table == "opensymbol":
        return FONTS["wingdings"].get(_byte(sign)) if sign >= "\uf000" else OPENSYMBOL.get(sign)
    return FONTS[table].get(_byte(sign))


def _byte(sign: str) -> str:
    """The code of a character in a symbol font's own table."""
    if "\uf000" <= sign <= "\uf0ff":
        return chr(ord(sign) - 0xF000)
    return sign if sign <= "\xff" else sign.encode("cp1252", "ignore").decode("latin-1")


def _in_no_font(byte: str) -> Look | None:
    """The look of a private code point whose font is lost: Wingdings is by far the commonest."""
    first = FONTS["wingdings"].get(byte)
    second = FONTS["wingdings2"].get(byte)
    look = first or second
    if look is None:
        return None
    if first is None:
        sure = OTHER_FONT
    else:
        sure = NO_FONT if second is None or second.state is first.state else EITHER_FONT
    return Look(look.state, look.boxed, sure)


def find(text: str, font: str = "") -> tuple[Found, ...]:
    """All marks in a stretch of text of one font, in order.

    Signs, typed brackets (``[ ]``, ``(x)``, ``|_|``) and enclosed letters; never bare letters,
    ``(1)``, ``(A+B)`` or the × and √ of arithmetic.
    """
    if font and font_table(font):
        return tuple(_find_in_font(text, font))
    candidates = _ASCII_CANDIDATE if text.isascii() else _CANDIDATE
    return tuple(_find_in_letters(text, candidates)) if candidates.search(text) else ()


def _find_in_letters(text: str, candidates: re.Pattern[str]) -> Iterator[Found]:
    """The marks in text of a font of letters. The full pattern is tried only where one can begin."""
    end = 0
    for candidate in candidates.finditer(text):
        start = candidate.start()
        if candidate[0] in _ENCLOSURES:
            start = max(start - 1, end)
        match = _MARK.match(text, start) if start >= end else None
        found = _found(match) if match is not None else None
        if found is not None:
            end = found.end
            yield found


def _found(match: re.Match[str]) -> Found | None:
    """The mark that a match of the pattern is."""
    start, end = match.span()
    kind = match.lastgroup or ""
    if match["sign"] is not None:
        look = glyph(match["sign"])
        if look is None:
            return None
        method = Method.SYMBOL if "\ue000" <= match["sign"] <= "\uf8ff" else Method.GLYPH
        if match["overlay"] and look.state is State.EMPTY:
            # A box crossed from corner to corner is ticked; with a line through it, who knows.
            slashed = match["overlay"] in _SLASHES
            sure = OTHER_FONT if slashed else look.confidence
            return Found(start, end, State.TICKED if slashed else State.UNSURE, look.boxed, method, sure)
        return Found(start, end, look.state, look.boxed, method, look.confidence)
    if kind in ("enclosed", "enclosure"):
        state = State.TICKED if kind == "enclosed" else State.EMPTY
        return Found(start, end, state, True, Method.GLYPH)
    state = State.TICKED if kind.startswith("t") else State.EMPTY
    return Found(start, end, state, True, Method.TYPED_MARK)


def _find_in_font(text: str, font: str) -> Iterator[Found]:
    """The marks in text of a symbol font. Letters that make up a word are read as the word."""
    for at, char in enumerate(text):
        look = glyph(char, font)
        if look is None or (_is_letter(char) and _in_word(text, at, font)):
            continue
        end = at + 2 if text[at + 1 : at + 2] in tuple(_SELECTORS) else at + 1
        yield Found(at, end, look.state, look.boxed, Method.SYMBOL, look.confidence)


def _in_word(text: str, at: int, font: str) -> bool:
    """Whether the letter or digit at that offset is part of a word. Two boxes side by side are none."""
    start, end = at, at + 1
    while start > max(at - 3, 0) and _is_letter(text[start - 1]):
        start -= 1
    while end < min(at + 4, len(text)) and _is_letter(text[end]):
        end += 1
    word = text[start:end]
    if len(word) != 2 or word.casefold() == "no":
        return len(word) > 1
    return any(glyph(char, font) is None for char in word)


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


def readable(text: str, font: str) -> str:
    """Text of a symbol font in letters: known signs as Unicode, the others as a bullet."""
    signs = READABLE.get(font_table(font), {})
    return "".join(char if char.isspace() else signs.get(_byte(char), "•") for char in text)


def typed(text: str) -> State | None:
    """What a whole string says that was typed in place of a box or beside it, or None.

    Ticked: ``x``, ``XX``, ``✓``, ``sì``, ``ok``, ``1``, ``(x)``, ``__X__`` …; empty: ``__``,
    ``( )``. For leftovers beside an option's label, not for running text.
    """
    lead = text[:_LEAD]
    if lead.isascii() and sum(map(len, lead.split())) > _LONGEST:
        # An answer: there is no need to look at its blanks one by one.
        return None
    bare = _TYPED_BLANKS.sub(" ", text).strip()
    if not bare.isascii() and len(bare) <= _LONGEST:
        bare = unicodedata.normalize("NFKC", bare)
    if not bare or len(bare) > _LONGEST:
        return None
    if set(bare) == {"_"}:
        return State.EMPTY
    found = find(bare)
    if found:
        whole = len(found) == 1 and found[0].end - found[0].start == len(bare)
        return found[0].state if whole else None
    word = bare.strip("_ -–.,:;!\"'«»“”‘’()[]/").casefold()
    look = glyph(word)
    if word in _TYPED_WORDS or bare.casefold() in _TYPED_WORDS:
        return State.TICKED
    return look.state if look is not None else None
