"""Words and boxes to the rows of a page, and a row to pieces where its gaps are wide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.pdf.objects import Sign, Word, middle
from parsers.pdf.text.brackets import mended
from parsers.pdf.text.overprinted import unmixed
from parsers.pdf.text.tokens import Token, baseline, gap, is_box

TABBED = 5.0
"""A box or a number further from words than so many font sizes stands in a cell of its own."""

_SIGN = re.compile(r"[^\w\s]{1,3}|[^\w\s]{0,2}\w[^\w\s]{0,2}|\(?\w{1,4}[.)°]|\d{1,2}(?:\.\d{1,2})*")
"""What stands before an item of a list or an option, and in no cell of a table: "•", "[x]", "iv)", "2.1"."""

_BRACKETS = re.compile(r"<\w?>|\[\w?\]|\(\w?\)|\{\w?\}")
"""A typed box."""

_MOST_SIGNS, _NEAR = 3, 0.75
"""A sign may be in several parts, less than so many font sizes apart."""


def rows(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens line by line from the top, each line from the left."""
    found = _word_rows([token for token in tokens if isinstance(token, Word)])
    bases = [_base(row) for row in found]
    signs = [token for token in tokens if isinstance(token, Sign)]
    levels = _levels(found) if signs else []
    lone: list[tuple[float, list[Token]]] = []
    for sign in signs:
        at = _row_beside(sign, levels)
        if at is None:
            _add_lone(lone, sign)
        else:
            found[at].append(sign)
    placed = [(baseline, row) for (baseline, _), row in zip(bases, found, strict=True)] + lone
    placed.sort(key=lambda entry: entry[0])
    for _, row in placed:
        row.sort(key=lambda token: token.box[0])
    return mended(text for _, row in placed for text in unmixed(row))


def _word_rows(words: list[Word]) -> list[list[Token]]:
    found: list[list[Token]] = []
    reference, height = 0.0, 0.0
    for word in sorted(words, key=lambda word: word.baseline):
        size = word.style.size
        if found and word.baseline - reference <= 0.5 * max(size, height):
            found[-1].append(word)
            height = max(height, size)
        else:
            found.append([word])
            reference, height = word.baseline, size
    return found


def _base(row: Sequence[Token]) -> tuple[float, float]:
    """The baseline and the font size of a row's largest word."""
    largest = max((token for token in row if isinstance(token, Word)), key=lambda word: word.style.size)
    return largest.baseline, largest.style.size


def _levels(found: Sequence[Sequence[Token]]) -> list[tuple[float, float, int]]:
    """The baselines of rows, with their font sizes and the numbers of the rows.

    In a row of two columns that are less than half a line apart there are two.
    """
    placed = ((token, at) for at, row in enumerate(found) for token in row if isinstance(token, Word))
    return list(dict.fromkeys((token.baseline, token.style.size, at) for token, at in placed))


def _row_beside(sign: Sign, levels: Sequence[tuple[float, float, int]]) -> int | None:
    """The row whose capital letters a box stands beside."""
    y, height = middle(sign.box)[1], sign.box[3] - sign.box[1]
    gaps = [(abs(y - (baseline - 0.36 * size)), at, size) for baseline, size, at in levels]
    if not gaps:
        return None
    least, at, size = min(gaps)
    return at if least <= 0.5 * max(size, min(height, 14.0)) else None


def _add_lone(lone: list[tuple[float, list[Token]]], sign: Sign) -> None:
    """Puts a box beside no text with others at its height."""
    at = baseline(sign)
    for known, row in lone:
        if abs(known - at) < 4:
            row.append(sign)
            return
    lone.append((at, [sign]))


def pieces(row: Sequence[Token], wide: float, before_box: float) -> list[list[Token]]:
    """A row cut where a gap is `wide`, or one `before_box`, in font sizes: columns with no line between them.

    Where boxes stand before their labels, each box begins a piece, however long the label before it. The
    sign that begins a row goes with the words at its tab.
    """
    found = [[row[0]]]
    for at, token in enumerate(row[1:], 1):
        width = gap(row, at)
        if is_box(token) and not is_box(found[-1][0]) and _is_last(row, at, width):
            apart = False
        elif is_box(token):
            apart = width > before_box or (len(found[-1]) > 1 and is_box(found[-1][0]))
        else:
            apart = width > TABBED or (width > wide and not (at == len(found[-1]) and is_sign(row, at)))
        if apart:
            found.append([])
        found[-1].append(token)
    return found


def _is_last(row: Sequence[Token], at: int, width: float) -> bool:
    """Whether no words stand nearer behind a box than those before it, `width` away."""
    if at + 1 == len(row):
        return True
    return not is_box(row[at + 1]) and gap(row, at + 1) > width


def is_sign(row: Sequence[Token], at: int) -> bool:
    """Whether what stands before a gap is a list's number, a bullet or a typed tick, with words behind it."""
    start = at - 1
    while start > 0 and at - start < _MOST_SIGNS and gap(row, start) < _NEAR:
        start -= 1
    if start > 0 and gap(row, start) < _NEAR:
        return False
    return _SIGN.fullmatch(_plain(row[start:at])) is not None and not _is_typed_box(row, at)


def _is_typed_box(row: Sequence[Token], at: int) -> bool:
    """Whether brackets to tick between begin there, and nothing else up to the next gap."""
    end = at + 1
    while end < len(row) and end - at < _MOST_SIGNS and gap(row, end) < _NEAR:
        end += 1
    return _BRACKETS.fullmatch(_plain(row[at:end])) is not None


def _plain(tokens: Sequence[Token]) -> str:
    return "".join(token.text if isinstance(token, Word) else token.raw for token in tokens)
