"""The letters of a page, in the runs in which they were written."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pypdfium2.raw as pdfium

from samples.printed.leaves import Colour, Letter


def lines(text: object) -> Iterator[tuple[Letter, ...]]:
    """The letters, parted where the pen was set down anew on another height or further left."""
    run: list[Letter] = []
    for letter in _tied(_letters(text)):
        if run:
            last = run[-1]
            gap = letter.x - last.x - last.advance
            if abs(letter.y - last.y) > 0.1 or not -1 < gap < 2.5 * letter.size:
                yield tuple(run)
                run = []
        run.append(letter)
    if run:
        yield tuple(run)


def _tied(letters: Iterable[Letter]) -> Iterator[Letter]:
    """The letters, those of a ligature as one: they stand in the same place."""
    last: Letter | None = None
    for letter in letters:
        if last is not None and (letter.x, letter.y) == (last.x, last.y) and last.font == letter.font:
            last = replace(last, text=last.text + letter.text)
        else:
            if last is not None:
                yield last
            last = letter
    if last is not None:
        yield last


def _letters(text: object) -> Iterator[Letter]:
    count, at = pdfium.FPDFText_CountChars(text), 0
    x, y, rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    while at < count:
        raw, first = pdfium.FPDFText_GetUnicode(text, at), at
        at += 1
        if 0xD800 <= raw < 0xDC00 and at < count:
            raw = 0x10000 + ((raw - 0xD800) << 10) + pdfium.FPDFText_GetUnicode(text, at) - 0xDC00
            at += 1
        char = "-" if raw == 2 else chr(raw)
        if pdfium.FPDFText_IsGenerated(text, first) == 1 or char.isspace() or (raw < 32 and raw != 2):
            continue
        pdfium.FPDFText_GetCharOrigin(text, first, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, first, rect)
        yield Letter(
            char,
            x.value,
            y.value,
            max(rect.right - x.value, 0.0),
            _size(text, first),
            _font(text, first),
            _text_colour(text, first),
            pdfium.FPDFText_GetCharAngle(text, first),
        )


def _size(text: object, at: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return round(pdfium.FPDFText_GetFontSize(text, at) * scale, 2)


def _font(text: object, at: int) -> str:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, buffer, 128, flags)
    return buffer.value.decode("utf-8", "replace").split("+", 1)[-1] or "Body"


def _text_colour(text: object, at: int) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, at, *parts)
    return (parts[0].value, parts[1].value, parts[2].value)
