"""From the pieces of a Word paragraph to inlines: how runs are dressed, and the marks in their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from parsers import marks
from parsers.document import (
    Aside,
    AsideKind,
    Break,
    Emphasis,
    Image,
    Inline,
    Mark,
    Method,
    Place,
    State,
    Text,
)
from parsers.word_names import VAL, Element, W, is_on

DELETED = Emphasis.DELETED.value
INSERTED = Emphasis.INSERTED.value
PLACEHOLDER = Emphasis.PLACEHOLDER.value
BOLD = Emphasis.BOLD.value
_UNDERLINED = Emphasis.UNDERLINED.value
_HIGHLIGHTED = Emphasis.HIGHLIGHTED.value
_COLOURED = Emphasis.COLOURED.value
STRUCK = Emphasis.STRUCK.value


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text as the runs give it."""

    text: str
    dress: int = 0
    """The value of an Emphasis: adding flags as numbers is many times faster."""
    font: str = ""
    """The symbol font it is set in, or "" for letters."""
    bordered: bool = False
    """Whether a frame is drawn around it."""


class Role(StrEnum):
    """What a pointer is to what it points to."""

    START = "start"
    END = "end"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the text refers to a comment or a note; no part of the text."""

    kind: AsideKind
    id: str
    role: Role
    deleted: bool = False


_FRAMED = frozenset("xXхХ×vV√*+")
_FRAME = 8
"""How many characters wide a box can be; a wider frame is to write in."""

Piece: TypeAlias = Span | Mark | Image | Break | Aside | Pointer


@dataclass(frozen=True, slots=True)
class Dress:
    """What a run's properties say."""

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
    """COLOURED for a real colour. Black and greys are a program's way to dress text, not a person's."""
    return _COLOURED if value is not None and _spread(value) > 0x30 else 0


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
    return _HIGHLIGHTED if _spread(fill) >= spread else 0


def _flag(flag: int) -> Callable[[Element], int]:
    """A reading of an on/off property."""
    return lambda element: flag if is_on(element.get(VAL)) else 0


_DRESSES: dict[str, Callable[[Element], int]] = {
    W + "b": _flag(BOLD),
    W + "strike": _flag(STRUCK),
    W + "dstrike": _flag(STRUCK),
    W + "u": lambda element: 0 if element.get(VAL, "none") == "none" else _UNDERLINED,
    W + "highlight": lambda element: 0 if element.get(VAL, "none") in ("none", "white") else _HIGHLIGHTED,
    W + "shd": shade,
    W + "color": lambda element: _colour(element.get(VAL)),
    W + "em": lambda element: 0 if element.get(VAL, "none") == "none" else _UNDERLINED,
}
_GIVEN = {
    **dict.fromkeys((W + "highlight", W + "shd"), _HIGHLIGHTED),
    **dict.fromkeys((W + "strike", W + "dstrike"), STRUCK),
    W + "b": BOLD,
    W + "u": _UNDERLINED,
    W + "color": _COLOURED,
}

_FONTS, _VANISH, _STYLE, _BORDER = W + "rFonts", W + "vanish", W + "rStyle", W + "bdr"


def dress(properties: Element) -> Dress:
    """What a run's properties (``w:rPr``) say of its text."""
    emphasis, font, private_font, lettered, hidden, style = 0, "", "", False, None, ""
    given, bordered = 0, False
    for child in properties:
        tag = child.tag
        if tag == _FONTS:
            font, private_font = fonts(child)
            lettered = bool(child.get(W + "ascii"))
        elif tag == _VANISH:
            hidden = is_on(child.get(VAL))
        elif tag == _STYLE:
            style = child.get(VAL, "")
        elif tag == _BORDER:
            bordered = child.get(VAL, "none") not in ("none", "nil")
        elif tag in _DRESSES:
            emphasis |= _DRESSES[tag](child)
            given |= _GIVEN.get(tag, 0)
    return Dress(emphasis, given, font, private_font, lettered, hidden, bordered, style)


def fonts(element: Element) -> tuple[str, str]:
    """The symbol fonts of letters and of private code points that ``w:rFonts`` names."""
    names = [element.get(W + name, "") for name in ("ascii", "hAnsi", "cs", "eastAsia")]
    symbols = [name if marks.font_table(name) else "" for name in names]
    return symbols[0] or symbols[1], next((name for name in symbols if name), "")


def inlines(pieces: list[Piece], place: Place) -> tuple[Inline, ...]:
    """The inlines of a paragraph: text of one dress joined, marks found in it wherever the runs are cut."""
    found: list[Inline] = []
    stretch: list[Span] = []
    for piece in pieces:
        if isinstance(piece, Span):
            if piece.bordered:
                return inlines(_framed(pieces, place), place)
            if stretch and piece.font != stretch[0].font:
                found.extend(_read(stretch, place))
                stretch = []
            stretch.append(piece)
        else:
            found.extend(_read(stretch, place))
            stretch = []
            if not isinstance(piece, Pointer):
                found.append(piece)
    found.extend(_read(stretch, place))
    return tuple(found)


def _framed(pieces: list[Piece], place: Place) -> list[Piece]:
    """The pieces with frames around blanks or a typed tick made the boxes they are drawn to be."""
    found: list[Piece] = []
    for bordered, group in groupby(pieces, key=lambda piece: isinstance(piece, Span) and piece.bordered):
        members = list(group)
        spans = [piece for piece in members if isinstance(piece, Span)] if bordered else []
        live = [span for span in spans if not span.dress & DELETED]
        text = "".join(span.text for span in live)
        state = _framed_state(text)
        if not bordered:
            found += members
        elif state is not None:
            dressed = 0
            for span in live:
                dressed |= span.dress
            found += [replace(span, bordered=False) for span in spans if span.dress & DELETED]
            found.append(Mark(state, Method.TYPED_MARK, text.strip(), place, emphasis(dressed)))
        else:
            # A frame around words is drawn as a ring around them is; one around a box is its dress.
            ring = 0 if marks.find(text) else _HIGHLIGHTED
            found += [replace(span, dress=span.dress | ring, bordered=False) for span in spans]
    return found


def _framed_state(text: str) -> State | None:
    """What a frame around that text says as a box; None where it is no box."""
    if not text or len(text) > _FRAME:
        return None
    if not text.strip(" \t\u00a0_"):
        return State.EMPTY
    # A frame round "SI" chooses the word; round an X it is a ticked box.
    return State.TICKED if text.strip(" \t\u00a0_") in _FRAMED else None


def _read(stretch: list[Span], place: Place) -> Iterator[Inline]:
    """Texts and marks of neighbouring spans of one font."""
    if not stretch:
        return
    font = stretch[0].font
    words: list[str] = []
    dressed = 0
    for piece in _cut(stretch, font, place):
        if words and (isinstance(piece, Mark) or piece.dress != dressed):
            yield Text("".join(words), emphasis(dressed))
            words = []
        if isinstance(piece, Mark):
            yield piece
        else:
            dressed = piece.dress
            words.append(marks.readable(piece.text, font) if font else piece.text)
    if words:
        yield Text("".join(words), emphasis(dressed))


def _cut(stretch: list[Span], font: str, place: Place) -> Iterator[Span | Mark]:
    """The spans with the marks taken out of them.

    What a tracked change took out is read by itself: ``[X]`` with its X deleted is an empty box.
    """
    live = [span for span in stretch if not span.dress & DELETED]
    found = marks.find("".join([span.text for span in live]), font)
    if not found and len(live) == len(stretch):
        yield from stretch
        return
    at = number = 0
    for span in stretch:
        if span.dress & DELETED:
            yield from _cut_deleted(span, place)
            continue
        end = at + len(span.text)
        cursor = at
        while number < len(found) and found[number].start < end:
            mark = found[number]
            if mark.start >= at:
                if mark.start > cursor:
                    yield Span(span.text[cursor - at : mark.start - at], span.dress, font)
                yield _mark(mark, live, place)
            cursor = min(mark.end, end)
            if mark.end > end:
                break
            number += 1
        if cursor < end:
            yield Span(span.text[cursor - at :], span.dress, font)
        at = end


def _cut_deleted(span: Span, place: Place) -> Iterator[Span | Mark]:
    """A span that a tracked change took out, its marks as marks."""
    at = 0
    for mark in marks.find(span.text, span.font):
        if mark.start > at:
            yield Span(span.text[at : mark.start], span.dress, span.font)
        yield _mark(mark, [span], place)
        at = mark.end
    if at < len(span.text):
        yield Span(span.text[at:], span.dress, span.font)


def _mark(found: marks.Found, spans: list[Span], place: Place) -> Mark:
    """The mark found in the spans' joined text, with all that its characters are dressed in."""
    raw, font, dressed, at = "", "", 0, 0
    for span in spans:
        start, end = max(found.start - at, 0), found.end - at
        if start < len(span.text) and end > start:
            raw += span.text[start:end]
            font = span.font
            dressed |= span.dress
        at += len(span.text)
        if at >= found.end:
            break
    if found.method is Method.SYMBOL:
        raw = marks.drawn(marks.Look(found.state, found.boxed), raw[:1], font)
    return Mark(found.state, found.method, raw, place, emphasis(dressed), found.confidence, found.boxed)


@lru_cache(maxsize=512)
def emphasis(value: int) -> Emphasis:
    """The Emphasis of a number."""
    return Emphasis(value)
