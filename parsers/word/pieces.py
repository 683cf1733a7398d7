"""From the pieces of a Word paragraph to inlines: text of one dress joined, and the marks in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeAlias

from parsers import marks
from parsers.document import (
    Aside,
    AsideKind,
    Break,
    Image,
    Inline,
    Mark,
    Method,
    Place,
    State,
    Text,
)
from parsers.word.dress import DELETED, HIGHLIGHTED, emphasis


class Span(NamedTuple):
    """A stretch of text as the runs give it. A form has some hundreds of them, and a tuple is made faster."""

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
            found += [span._replace(bordered=False) for span in spans if span.dress & DELETED]
            found.append(Mark(state, Method.TYPED_MARK, text.strip(), place, emphasis(dressed)))
        else:
            # A frame around words is drawn as a ring around them is; one around a box is its dress.
            ring = 0 if marks.find(text) else HIGHLIGHTED
            found += [span._replace(dress=span.dress | ring, bordered=False) for span in spans]
    return found


def _framed_state(text: str) -> State | None:
    """What a frame around that text says as a box; None where it is no box."""
    if not text or len(text) > _FRAME:
        return None
    if not text.strip(" \t\u00a0_"):
        return State.EMPTY
    # A frame round "SI" chooses the word; round an X it is a ticked box.
    return State.TICKED if text.strip(" \t\u00a0_") in _FRAMED else None


def _read(stretch: list[Span], place: Place) -> Iterable[Inline]:
    """Texts and marks of neighbouring spans of one font."""
    if not stretch:
        return ()
    font, dressed = stretch[0].font, stretch[0].dress
    live = [span for span in stretch if not span.dress & DELETED]
    text = "".join([span.text for span in live])
    found = marks.find(text, font)
    if found or len(live) < len(stretch):
        return _texts_and_marks(_cut(stretch, live, found, place), font)
    if not font and {span.dress for span in stretch} == {dressed}:
        # As most are: a text of one dress without marks.
        return (Text(text, emphasis(dressed)),)
    return _texts_and_marks(stretch, font)


def _texts_and_marks(pieces: Iterable[Span | Mark], font: str) -> Iterator[Inline]:
    """Texts and marks in their order, the texts of one dress joined."""
    words: list[str] = []
    dressed = 0
    for piece in pieces:
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


def _cut(
    stretch: list[Span], live: list[Span], found: Sequence[marks.Found], place: Place
) -> Iterator[Span | Mark]:
    """The spans with the marks taken out of them that were found in the live ones.

    What a tracked change took out is read by itself: ``[X]`` with its X deleted is an empty box.
    """
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
                    yield Span(span.text[cursor - at : mark.start - at], span.dress, span.font)
                yield _mark(mark, live, place)
            cursor = min(mark.end, end)
            if mark.end > end:
                break
            number += 1
        if cursor < end:
            yield Span(span.text[cursor - at :], span.dress, span.font)
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
