"""Where texts that were typed over a page belong: the cell each begins in, the line it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers.document import Box
from parsers.pdf.objects import Added, Entry, Kind, Sign, Word, middle

_LETTER = 0.5
"""About how wide a letter is, in font sizes."""

_ONE_LINE = 3.5
"""The room of a text that is lower than so many font sizes was meant for one line."""

_SLACK = 1.0
_LEAST_ROOM = 20.0
"""However far a text sticks out of its cell, so much of it is taken to be inside, in points."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A typed text in its place: words of a line, or a block of its own."""

    words: tuple[Word, ...] = ()
    block: Entry | None = None


def start(text: Added) -> tuple[float, float]:
    """The point that tells which cell a typed text belongs to: soon after its beginning."""
    x0, top, x1, bottom = text.box
    x = x0 + min(0.3 * (x1 - x0), 15.0)
    if text.parts and text.parts[0][3] - text.parts[0][1] < _ONE_LINE * text.style.size:
        return x, middle(text.parts[0])[1]
    line = (bottom - top) / (text.text.count("\n") + 1)
    return x, top + min(line, 1.2 * text.style.size, bottom - top) / 2


def laid(text: Added, cell: Box | None, beside: Sequence[Word]) -> Laid:
    """A typed text within its cell, if there is one; `beside` are the words that may share its line."""
    x0, top, x1, bottom = text.box
    if cell is not None:
        x0 = min(max(x0, cell[0] + _SLACK), cell[2] - _SLACK)
        x1 = max(min(x1, cell[2] - _SLACK), min(x0 + _LEAST_ROOM, cell[2] - _SLACK))
        top = max(top, cell[1] + _SLACK)
        bottom = max(min(bottom, cell[3]), top + 1)
    if _is_line(text):
        return Laid(words=_words(text, (x0, top, x1, bottom), beside))
    return Laid(block=Entry(Kind.TEXT, (x0, top, x1, bottom), text.text))


def _is_line(text: Added) -> bool:
    return "\n" not in text.text and text.box[3] - text.box[1] < 2.1 * text.style.size


def _words(text: Added, box: Box, beside: Sequence[Word]) -> tuple[Word, ...]:
    """The words of one line, at the height of the printed line that it stands on."""
    size = _size(text)
    baseline = box[3] - 0.2 * size if box[3] - box[1] > 0.9 * size else box[3]
    printed = [word for word in beside if word.at >= 0]
    near = min(printed, key=lambda word: abs(word.baseline - baseline), default=None)
    if near is not None and abs(near.baseline - baseline) <= max(0.65 * size, 0.5 * near.style.size):
        baseline = near.baseline
    style = replace(text.style, size=round(size, 2))
    width = (box[2] - box[0]) / max(len(text.text), 1)
    # Letters drawn this narrow leave no gap that could be told from none: the line is one piece.
    parts = text.text.split() if width >= 0.35 * size else [text.text.strip()]
    found, at = [], 0
    for part in parts:
        at = text.text.index(part, at)
        x0, x1 = box[0] + at * width, box[0] + (at + len(part)) * width
        found.append(Word(part, x0, baseline - 0.8 * size, x1, baseline + 0.22 * size, baseline, style))
        at += len(part)
    return tuple(found)


def _size(text: Added) -> float:
    """The size of the letters; the picture tells better than what is said of it."""
    height = text.box[3] - text.box[1]
    return max(height / 0.72, 4.0) if height < 0.6 * text.style.size else text.style.size


def apart(words: Sequence[Word], tokens: Sequence[Word | Sign]) -> list[Word]:
    """The words of one text, with a blank where they run into what stands on the line already."""
    found = list(words)
    for token in tokens if found else ():
        first, last = found[0], found[-1]
        near = 0.3 * first.style.size
        if isinstance(token, Sign) or abs(token.baseline - first.baseline) > 2 * near:
            continue
        if token.x0 <= first.x0 < token.x1 + near:
            found[0] = replace(first, text=" " + first.text.lstrip())
        elif first.x0 < token.x0 < last.x1 + near:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip() + " ")
    return found
