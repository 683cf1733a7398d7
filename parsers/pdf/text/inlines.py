"""The inlines of a row of tokens: marks, stretches of text of one dress, and the blanks between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers import marks
from parsers.document import Box, Emphasis, Inline, Mark, Method, Place, State, Text
from parsers.pdf.objects import Sign, Word, around
from parsers.pdf.text.dress import Dress
from parsers.pdf.text.tokens import BLANK, Token, gap, is_box, is_tick, size_of

_GAP = 0.15
"""From this many font sizes on, the gap between two words is a blank."""

_APART = 1.0
"""From this many font sizes on somebody typed several blanks between options: justified lines have less."""

_WIDE_GAP = 3.0
"""From this many font sizes on it is a tab."""

_FARTHER = 1.6
"""By how much one side of a typed tick must be farther away than the other."""

_SIGN, _BRACKETS = 3, "[("
"""How many characters a box has at the most, and what it begins with where it is typed."""


def blanks(row: Sequence[Token]) -> list[str]:
    """What stands before each token."""
    found = ["", *(_blank(before, token) for before, token in pairwise(row))]
    if len(found) > 1 and is_tick(row[0]):
        # Its own words follow the box that begins a line, however far away.
        found[1] = found[1][:1]
    for at in range(1, len(row) - 1):
        # An X between words and a box is nearer to what it belongs to, be it by less than a blank.
        if found[at] != " " or found[at + 1] != " " or not _is_cross(row[at]):
            continue
        if is_box(row[at - 1]) is not is_box(row[at + 1]):
            before, behind = gap(row, at), gap(row, at + 1)
            if max(before, behind) > _FARTHER * min(before, behind):
                found[at if before > behind else at + 1] = "  "
    return found


def _is_cross(token: Token) -> bool:
    return isinstance(token, Word) and len(token.text) == 1 and is_tick(token) and not is_box(token)


def _blank(before: Token, token: Token) -> str:
    """What stands between two tokens: nothing, a blank, a tab; beside a box or tick as many blanks as fit."""
    width = (token.box[0] - before.box[2]) / min(size_of(before), size_of(token))
    if width <= _GAP:
        return ""
    if width > _WIDE_GAP:
        return "\t"
    wide = width > _APART and (is_tick(before) or is_tick(token))
    return " " * round(width / BLANK) if wide else " "


def inlines_of(
    row: Sequence[Token], blanks: Sequence[str], page: int, box: Box, dress: Dress
) -> Iterator[Inline]:
    """Marks, and stretches of text of one dress; blanks go with the text before them."""
    run: list[tuple[str, Word]] = []
    key: tuple[str, Emphasis] = ("", Emphasis.NONE)
    box = _worded(row, blanks, box) if "\t" in blanks else box
    for blank, token in zip(blanks, row, strict=True):
        if isinstance(token, Sign):
            yield from _run(run, key, page, blank)
            run = []
            yield _sign(token, page)
            continue
        now = (marks.font_table(token.style.font), dress.of(token, box))
        if run and now != key:
            yield from _run(run, key, page, blank)
            run = [("", token)]
        else:
            run.append((blank, token))
        key = now
    yield from _run(run, key, page, "")


def _worded(row: Sequence[Token], blanks: Sequence[str], box: Box) -> Box:
    """The box of a row without the box to tick at a tab behind its words: a line under both is a border."""
    at = len(blanks) - 1 - blanks[::-1].index("\t")
    behind = "".join(token.text if isinstance(token, Word) else token.raw for token in row[at:])
    boxed = is_box(row[at]) or behind[0] in _BRACKETS
    return around([token.box for token in row[:at]]) if boxed and len(behind) <= _SIGN else box


def _sign(sign: Sign, page: int) -> Mark:
    place = Place(page=page, box=sign.box)
    return Mark(sign.state, sign.method, sign.raw, place, confidence=sign.confidence, conflict=sign.conflict)


def _run(
    run: Sequence[tuple[str, Word]], key: tuple[str, Emphasis], page: int, tail: str
) -> Iterator[Inline]:
    """The inlines of words of one kind of font and one dress, and the blank after them."""
    if not run:
        if tail:
            yield Text(tail)
        return
    text, spans = "", []
    for blank, word in run:
        text += blank
        spans.append((len(text), len(text) + len(word.text), word))
        text += word.text
    at = 0
    for found in marks.find(text, run[0][1].style.font if key[0] else ""):
        if found.start > at:
            yield Text(text[at : found.start], key[1], _part(spans, at, found.start))
        yield _mark(found, text, spans, key[1], page)
        at = found.end
    if at < len(text) or tail:
        yield Text(text[at:] + tail, key[1], _part(spans, at, len(text)))


def _mark(
    found: marks.Found, text: str, spans: list[tuple[int, int, Word]], dress: Emphasis, page: int
) -> Mark:
    place = Place(page=page, box=_part(spans, found.start, found.end))
    state, method, sure = found.state, found.method, found.confidence
    seen = next((word.look for start, end, word in spans if start <= found.start < end), None)
    if seen is not None:
        state, method = seen, (Method.DRAWING if method is Method.GLYPH else method)
        sure = 0.5 if seen is State.UNSURE else 0.95
    return Mark(state, method, text[found.start : found.end], place, dress, sure, found.boxed)


def _part(spans: list[tuple[int, int, Word]], start: int, end: int) -> Box | None:
    """The box of some characters of a run; of a word cut in two, a share of its width."""
    boxes = []
    for first, last, word in spans:
        low, high = max(first, start), min(last, end)
        if low < high:
            share = (word.x1 - word.x0) / (last - first)
            boxes.append(
                (word.x0 + (low - first) * share, word.top, word.x0 + (high - first) * share, word.bottom)
            )
    return around(boxes) if boxes else None
