"""The words of a page: the library's characters, gathered where no blank parts them."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pypdfium2.raw as pdfium

from parsers.errors import TooLarge
from parsers.pdf.file import Sheet, View
from parsers.pdf.objects import Rule, Style, Word
from parsers.pdf.text.characters import HYPHEN, characters
from parsers.pdf.text.clipped import is_clipped
from parsers.pdf.text.letters import are_doubled, has_accents, merged, rewritten
from parsers.pdf.text.lost import Letter, lost
from parsers.pdf.text.shifted import shifted_back
from parsers.pdf.text.strangers import between, strangers
from parsers.pdf.text.styles import style_of

MOST_CHARACTERS = 60_000
"""On one page; a dense printed page has 6,000."""

# Signs stand alone, so that a box and the label glued to it are two words.
_SIGN = "[\ue000-\uf8ff\u2190-\u2bff]|[\ud800-\udbff][\udc00-\udfff]"
_TOKEN = re.compile(
    rf"(?:{_SIGN})[\ufe0e\ufe0f\u20dd\u20de]?"
    rf"|[^\s\x00-\x1f\ufffe\uffff\ue000-\uf8ff\u2190-\u2bff\ud800-\udfff]+{HYPHEN}?|{HYPHEN}"
)
_SHOWN = str.maketrans(
    {
        HYPHEN: "-",
        "\u00ad": "-",
        "\u2010": "-",
        "\u2011": "-",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
_WIDE = ctypes.POINTER(ctypes.c_ushort)
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

_NARROW = 0.15
"""A gap up to this many font sizes is not seen as a blank."""

_BLANK = 0.25
_OVERLAP = 0.1


def words(sheet: Sheet, rules: Sequence[Rule] = ()) -> tuple[Word, ...]:
    """The words of a page in the order they are stored. The `rules` are its lines. Raises TooLarge."""
    count = pdfium.FPDFText_CountChars(sheet.text)
    if count > MOST_CHARACTERS:
        raise TooLarge("objects", limit=MOST_CHARACTERS)
    text = shifted_back(characters(sheet.text, count))
    gatherer = _Gatherer(sheet, text)
    found = [word for match in _TOKEN.finditer(text) for word in gatherer.gather(*match.span())]
    more = tuple(gatherer.lost()) if gatherer.broken else ()
    if more or gatherer.turned_back or are_doubled(found) or has_accents(text):
        letters = [letter for word in found for letter in gatherer.letters(word)]
        found = list(rewritten([*letters, *more], rules))
    elif gatherer.broken:
        found = list(merged(found, rules))
    found = _parted(found, gatherer)
    odd = sorted({*strangers(sheet, text), *between(sheet, text, found)})
    if odd:
        found = [word for word in found if word.at not in odd]
        found += [word for at in odd for word in gatherer.gather(at, at + 1)]
    return tuple(word for word in found if _on_page(word, sheet) and not is_clipped(sheet, word))


def _parted(words: list[Word], gatherer: _Gatherer) -> list[Word]:
    """The words with room between them where a blank parts them that is too narrow to be seen as one."""
    for at, (one, two) in enumerate(pairwise(words)):
        size = one.style.size
        if two.x0 - one.x1 <= _NARROW * size and one.baseline == two.baseline and one.x0 < two.x0:
            end = gatherer.end_before_blank(one, two)
            if end is not None:
                words[at] = replace(one, x1=max(min(one.x1, two.x0 - _BLANK * size), end))
    return words


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
        self.broken = False
        """Whether what stands together was written in several pieces somewhere."""
        self.turned_back = False
        """Whether one of them begins left of where the last one ended."""

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
                self.broken = True
                self.turned_back = self.turned_back or (level and next_x < before)
                yield self._word(begin, at, x, y, style)
                begin, style, item, x, y = at, now, self._item, next_x, next_y
            before = next_x
        yield self._word(begin, end, x, y, style)

    def lost(self) -> Iterator[Word]:
        """The letters that the library leaves out, each a word of its own."""
        for letter in lost(self._sheet, set(self._styles)):
            yield word_of(letter, self._sheet.view)

    def end_before_blank(self, one: Word, two: Word) -> float | None:
        """Where the last letter of a word begins, if a blank parts it from the other one; else None."""
        between = self._text[one.at : two.at] if 0 <= one.at < two.at else ""
        last, blank = one.at + len(between.rstrip()) - 1, two.at - 1
        if blank <= last or "\n" in between:
            return None
        made = pdfium.FPDFText_IsGenerated(self._sheet.text, blank) == 1
        start = self._origin(last)[0]
        # The library adds blanks of its own, and is right where letters take more room than they should:
        # those of fonts of drawings, which have no name, mostly do.
        trusted = not one.style.font or two.x0 - one.x1 < -_OVERLAP * one.style.size
        return start if trusted or not made else None

    def letters(self, word: Word) -> list[Word]:
        """The letters of a word, each a word of its own."""
        end, length = word.at, 0
        while length < len(word.text) and end < len(self._text):
            length += len(self._text[end].translate(_SHOWN))
            end += 1
        if end - word.at < 2 or length != len(word.text):
            return [word]
        return [self._letter(at) for at in range(word.at, end)]

    def _letter(self, at: int) -> Word:
        style = self._style_at(at)
        return self._word(at, at + 1, *self._origin(at), style)

    def _word(self, start: int, end: int, x0: float, baseline: float, style: Style) -> Word:
        """The word whose first character stands at `x0` on the baseline."""
        pdfium.FPDFText_GetLooseCharBox(self._sheet.text, end - 1, self._ref)
        view, rect = self._sheet.view, self._rect
        if view.turns == 0:
            x1 = rect.right - view.left
        else:
            x1 = view.box(rect.left, rect.bottom, rect.right, rect.top)[2]
        if not style.font:
            x1 = min(x1, self._end_of_drawn(end - 1, style))
        raw = self._text[start:end]
        soft = False
        if not raw.isascii() or raw[-1] == HYPHEN:
            soft = raw[-1] == "\u00ad" or (raw[-1] == HYPHEN and self._was_soft(end - 1))
            raw = raw.translate(_SHOWN)
            if "\ud800" <= raw[0] <= "\udbff":
                raw = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        top, bottom = baseline - style.size * _RISE, baseline + style.size * _FALL
        if len(raw) == 1 and style.font.startswith(_SIGNS_ONLY):
            raw, style = _sign(raw, style)
        return Word(raw, x0, top, max(x0, x1), bottom, baseline, style, soft, start)

    def _end_of_drawn(self, at: int, style: Style) -> float:
        """Where a letter of a font of drawings ends: the library gives the room that any of them may take."""
        item, width = pdfium.FPDFText_GetTextObject(self._sheet.text, at), ctypes.c_float()
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        known = font and pdfium.FPDFFont_GetGlyphWidth(font, ord(self._text[at]), style.size, width)
        return self._origin(at)[0] + width.value if known and width.value > 0 else math.inf

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
            style = style_of(item)
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


def word_of(letter: Letter, view: View) -> Word:
    """A letter that the library leaves out, as a word of its own."""
    style = style_of(letter.item)
    x0, baseline = view.point(letter.x, letter.y)
    right = view.point(letter.right, letter.y)[0]
    top, bottom = baseline - style.size * _RISE, baseline + style.size * _FALL
    return Word(letter.text, x0, top, max(x0, right), bottom, baseline, style)


def _sign(char: str, style: Style) -> tuple[str, Style]:
    """A character of LibreOffice's font of signs, as the font that the file meant has it."""
    byte = chr(ord(char) & 0xFF) if "\uf000" <= char <= "\uf0ff" else char
    if byte in _BOXES_2:
        return byte, replace(style, font="Wingdings2")
    return (chr(0xF000 + ord(char)) if "\x80" <= char <= "\xff" else char), style
