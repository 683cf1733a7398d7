"""From the pieces of a Word paragraph to inlines: how runs are dressed, and the marks in their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from parsers import marks
from parsers.document import Break, Emphasis, Image, Inline, Mark, Method, Place, Text
from parsers.word_names import VAL, Element, W, is_on

DELETED = Emphasis.DELETED.value
INSERTED = Emphasis.INSERTED.value
PLACEHOLDER = Emphasis.PLACEHOLDER.value
_BOLD = Emphasis.BOLD.value
_UNDERLINED = Emphasis.UNDERLINED.value
_HIGHLIGHTED = Emphasis.HIGHLIGHTED.value
_COLOURED = Emphasis.COLOURED.value
_STRUCK = Emphasis.STRUCK.value


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text as the runs give it."""

    text: str
    dress: int = 0
    """The value of an Emphasis: adding flags as numbers is many times faster."""
    font: str = ""
    """The symbol font it is set in, or "" for letters."""


Piece: TypeAlias = Span | Mark | Image | Break


@dataclass(frozen=True, slots=True)
class Dress:
    """What a run's properties say."""

    emphasis: int = 0
    font: str = ""
    """The symbol font for its letters."""
    private_font: str = ""
    """The symbol font for private code points, which may be set apart."""
    lettered: bool = False
    """Whether it names a font for its letters, so that no style's font holds."""
    hidden: bool = False
    style: str = ""


PLAIN = Dress()


def _colour(value: str | None) -> int:
    """COLOURED for a real colour. Black and greys are a program's way to dress text, not a person's."""
    if value is None or len(value) != 6:
        return 0
    try:
        parts = bytes.fromhex(value)
    except ValueError:
        return 0
    return _COLOURED if max(parts) - min(parts) > 0x30 else 0


def _shade(element: Element) -> int:
    """HIGHLIGHTED for a shade that shows: neither white nor the paper's."""
    fill = (element.get(W + "fill") or "auto").lower()
    return 0 if fill in ("auto", "ffffff") else _HIGHLIGHTED


def _flag(flag: int) -> Callable[[Element], int]:
    """A reading of an on/off property."""
    return lambda element: flag if is_on(element.get(VAL)) else 0


_DRESSES: dict[str, Callable[[Element], int]] = {
    W + "b": _flag(_BOLD),
    W + "strike": _flag(_STRUCK),
    W + "dstrike": _flag(_STRUCK),
    W + "u": lambda element: 0 if element.get(VAL, "none") == "none" else _UNDERLINED,
    W + "highlight": lambda element: 0 if element.get(VAL, "none") in ("none", "white") else _HIGHLIGHTED,
    W + "shd": _shade,
    W + "color": lambda element: _colour(element.get(VAL)),
}

_FONTS, _VANISH, _STYLE = W + "rFonts", W + "vanish", W + "rStyle"


def dress(properties: Element) -> Dress:
    """What a run's properties (``w:rPr``) say of its text."""
    emphasis, font, private_font, lettered, hidden, style = 0, "", "", False, False, ""
    for child in properties:
        tag = child.tag
        if tag == _FONTS:
            font, private_font = fonts(child)
            lettered = bool(child.get(W + "ascii"))
        elif tag == _VANISH:
            hidden = is_on(child.get(VAL))
        elif tag == _STYLE:
            style = child.get(VAL, "")
        elif tag in _DRESSES:
            emphasis |= _DRESSES[tag](child)
    return Dress(emphasis, font, private_font, lettered, hidden, style)


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
            if stretch and piece.font != stretch[0].font:
                found.extend(_read(stretch, place))
                stretch = []
            stretch.append(piece)
        else:
            found.extend(_read(stretch, place))
            stretch = []
            found.append(piece)
    found.extend(_read(stretch, place))
    return tuple(found)


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
