"""The words of a page: the library's characters, gathered where no blank parts them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2.raw as pdfium

from parsers.errors import TooLarge
from parsers.pdf_file import Sheet
from parsers.pdf_objects import Style, Word

MOST_CHARACTERS = 60_000
"""On one page; a dense printed page has 6,000."""

_HYPHEN = "\x02"
"""The library's word for a hyphen at a line's end; no blank follows it."""

# Signs stand alone, so that a box and the label glued to it are two words.
_SIGN = "[\ue000-\uf8ff\u2190-\u2bff]|[\ud800-\udbff][\udc00-\udfff]"
_TOKEN = re.compile(
    rf"(?:{_SIGN})[\ufe0e\ufe0f\u20dd\u20de]?"
    rf"|[^\s\x00-\x1f\ufffe\uffff\ue000-\uf8ff\u2190-\u2bff\ud800-\udfff]+{_HYPHEN}?|{_HYPHEN}"
)
_SHOWN = str.maketrans(
    {
        _HYPHEN: "-",
        "\u00ad": "-",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
_NO_STYLE = Style("", 10.0)
_OVERLAYS = "\u20dd\u20de\u0336\u0338"
"""Signs that lie over the letter before them."""

_SIGNS_ONLY = "OpenSymbol"
"""LibreOffice's own font of signs, with which it shows those of Wingdings and of Wingdings 2. The file
names them by those fonts' letters, though the font has none."""

_BOXES_2 = "OPQRSTUV"
"""The ticks and ticked boxes of Wingdings 2; in Wingdings flags, weather and crosses stand there."""

_LEVEL = 0.15
"""By how much of the font size baselines of one word may differ."""

_RISE, _FALL = 0.8, 0.22
"""What a line takes above and below its baseline, in font sizes: the same for all fonts, as their own
figures differ wildly."""

_INVISIBLE = 3
_FILL_AND_STROKE = 2
_FORCED_BOLD = 1 << 18
_BOLD_NAMES = re.compile("bold|black|heavy|demi", re.IGNORECASE)


def words(sheet: Sheet) -> tuple[Word, ...]:
    """The words of a page in the order they are stored. Raises TooLarge."""
    count = pdfium.FPDFText_CountChars(sheet.text)
    if count > MOST_CHARACTERS:
        raise TooLarge("objects", limit=MOST_CHARACTERS)
    unicode, handle = pdfium.FPDFText_GetUnicode, sheet.text
    text = "".join(map(chr, (unicode(handle, at) for at in range(count))))
    gatherer = _Gatherer(sheet, text)
    found = (word for match in _TOKEN.finditer(text) for word in gatherer.gather(*match.span()))
    return tuple(word for word in found if _on_page(word, sheet))


def _on_page(word: Word, sheet: Sheet) -> bool:
    """Whether a word can be seen at all; a damaged file may put it anywhere, or nowhere."""
    width, height = sheet.view.width, sheet.view.height
    return -20 <= word.x0 <= width + 20 and -20 <= word.baseline <= height + 20 and word.x1 < 3 * width


class _Gatherer:
    """Measures the characters of one page. Holds the styles met, as asking for them is slow."""

    def __init__(self, sheet: Sheet, text: str) -> None:
        self._sheet = sheet
        self._text = text
        self._styles: dict[int, Style] = {}
        self._known: dict[Style, Style] = {}
        self._rect = pdfium.FS_RECTF()
        self._ref = ctypes.byref(self._rect)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._xref, self._yref = ctypes.byref(self._x), ctypes.byref(self._y)
        self._style = _NO_STYLE
        self._item = 0
        """The text object of the character last asked for: a word never spans two of them."""

    def gather(self, start: int, end: int) -> Iterator[Word]:
        """The words of a stretch without blanks: one, unless it was written in several pieces."""
        style = self._style_at(start)
        item = self._item
        x, y = self._origin(start)
        last = end - 1
        if last > start:
            final_x, final_y = self._origin(last)
            self._style_at(last)
            if abs(final_y - y) > _LEVEL * style.size or final_x <= x or self._item != item:
                yield from self._piecewise(start, end)
                return
        yield self._word(start, end, x, y, style)

    def _piecewise(self, start: int, end: int) -> Iterator[Word]:
        """The same, looked at character by character."""
        begin, style, item = start, self._style_at(start), self._item
        x, y = before, _ = self._origin(start)
        for at in range(start + 1, end):
            now = self._style_at(at)
            same = self._item == item
            next_x, next_y = self._origin(at)
            level = abs(next_y - y) <= _LEVEL * style.size
            ahead = before <= next_x < before + 3 * style.size
            if self._text[at] not in _OVERLAYS and not (same and level and ahead):
                yield self._word(begin, at, x, y, style)
                begin, style, item, x, y = at, now, self._item, next_x, next_y
            before = next_x
        yield self._word(begin, end, x, y, style)

    def _word(self, start: int, end: int, x0: float, baseline: float, style: Style) -> Word:
        """The word whose first character stands at `x0` on the baseline."""
        pdfium.FPDFText_GetLooseCharBox(self._sheet.text, end - 1, self._ref)
        view, rect = self._sheet.view, self._rect
        if view.turns == 0:
            x1 = rect.right - view.left
        else:
            x1 = view.box(rect.left, rect.bottom, rect.right, rect.top)[2]
        raw = self._text[start:end]
        soft = False
        if not raw.isascii() or raw[-1] == _HYPHEN:
            soft = raw[-1] == "\u00ad" or (raw[-1] == _HYPHEN and self._was_soft(end - 1))
            raw = raw.translate(_SHOWN)
            if "\ud800" <= raw[0] <= "\udbff":
                raw = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        top, bottom = baseline - style.size * _RISE, baseline + style.size * _FALL
        if len(raw) == 1 and style.font.startswith(_SIGNS_ONLY):
            raw, style = _sign(raw, style)
        return Word(raw, x0, top, max(x0, x1), bottom, baseline, style, soft, start)

    def _origin(self, at: int) -> tuple[float, float]:
        """Where a character stands on its baseline, on the page as shown."""
        pdfium.FPDFText_GetCharOrigin(self._sheet.text, at, self._xref, self._yref)
        view = self._sheet.view
        if view.turns == 0:
            return self._x.value - view.left, view.top - self._y.value
        return view.point(self._x.value, self._y.value)

    def _style_at(self, at: int) -> Style:
        item = pdfium.FPDFText_GetTextObject(self._sheet.text, at)
        if not item:
            return self._style
        address = self._item = ctypes.addressof(item.contents)
        style = self._styles.get(address)
        if style is None:
            style = _style(item)
            style = self._styles[address] = self._known.setdefault(style, style)
        self._style = style
        return style

    def _was_soft(self, at: int) -> bool:
        """Whether the hyphen at a line's end is a soft one: the library shows both alike."""
        item = pdfium.FPDFText_GetTextObject(self._sheet.text, at)
        if not item:
            return False
        length = pdfium.FPDFTextObj_GetText(item, self._sheet.text, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFTextObj_GetText(item, self._sheet.text, ctypes.cast(buffer, _WIDE), length)
        return buffer.raw.decode("utf-16-le", "replace").rstrip("\0 ").endswith("\u00ad")


def _sign(char: str, style: Style) -> tuple[str, Style]:
    """A character of LibreOffice's font of signs, as the font that the file meant has it."""
    byte = chr(ord(char) & 0xFF) if "\uf000" <= char <= "\uf0ff" else char
    if byte in _BOXES_2:
        return byte, replace(style, font="Wingdings2")
    return (chr(0xF000 + ord(char)) if "\x80" <= char <= "\xff" else char), style


_WIDE = ctypes.POINTER(ctypes.c_ushort)


def _style(item: object) -> Style:
    """The style of a text object."""
    font = pdfium.FPDFTextObj_GetFont(item)
    name = _font_name(font)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    forced = bool(font) and bool(pdfium.FPDFFont_GetFlags(font) & _FORCED_BOLD)
    return Style(
        name,
        round(_size(item), 2),
        bold=forced or mode == _FILL_AND_STROKE or _BOLD_NAMES.search(name) is not None,
        coloured=_coloured(item),
        hidden=mode == _INVISIBLE,
    )


def _font_name(font: object) -> str:
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.value.decode("utf-8", "replace").split("+", 1)[-1]


def _size(item: object) -> float:
    """The font size as shown: the text may be set at 1 point and then enlarged."""
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    # A damaged file may give any number, or none.
    return min(max(float(size.value * scale), 1.0), 500.0) if size.value * scale > 0 else 1.0


def _coloured(item: object) -> bool:
    """Whether the text is set in a colour, not in black, grey or white."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return False
    parts = (red.value, green.value, blue.value)
    return max(parts) - min(parts) > 60
