"""Reads the runs of a Word paragraph: letters, symbols, breaks, references, the parts of fields."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

from parsers import marks
from parsers.document import AsideKind, Break
from parsers.word.drawn.drawings import Drawings
from parsers.word.dress import DELETED, PLAIN, Dress, dress
from parsers.word.line import Line
from parsers.word.names import MC, W16SE, Element, W
from parsers.word.pieces import Role, Span
from parsers.word.sources import Sources
from parsers.word.styles import LONE_LETTERS

_T, _RUN_PROPERTIES = W + "t", W + "rPr"
_ALTERNATIVE = MC + "AlternateContent"


class Runs:
    """Reads runs into the line; `run` is its way in."""

    def __init__(
        self,
        sources: Sources,
        line: Line,
        drawings: Drawings,
        inside: Callable[[Element, int], None],
    ) -> None:
        self._inside = inside
        """Reads what stands in a run as it does in a paragraph."""
        self._sources = sources
        self._line = line
        self._drawings = drawings

    def run(self, element: Element, dressed: int) -> None:
        """Reads a run."""
        line = self._line
        look = line.base
        plain = dressed
        if line.styled:
            dressed |= line.styled
        for child in element:
            tag = child.tag
            if tag == _T:
                self._text(child.text, look, dressed)
            elif tag == _RUN_PROPERTIES:
                look = dress(child)
                styled = line.styled
                if look.style:
                    styled = self._sources.styles.emphasis(line.style, look.style)
                if look.hidden is None and (look.style or line.base.hidden):
                    hidden = self._sources.styles.style(look.style).dress.hidden or line.base.hidden
                    look = look._replace(hidden=hidden)
                dressed = plain | look.emphasis | (styled & ~look.given)
            elif tag in _RUN:
                _RUN[tag](self, child, look, dressed)

    # Letters

    def _text(self, text: str | None, look: Dress, dressed: int) -> None:
        """Reads a run's letters."""
        if not text or look.hidden:
            return
        if not text.isascii():
            # What was typed on a Mac or pasted from a file's name has its accents apart.
            text = normalize("NFC", text)
        font = look.font
        if not font and look.private_font and "\uf000" <= text[0] <= "\uf0ff":
            font = look.private_font
        elif not font and len(text) < 4 and text.strip() in LONE_LETTERS:
            font = self._lone_font(text.strip(), look)
        self._line.add(Span(text.replace("\n", " "), dressed, font, look.bordered))

    def _lone_font(self, letter: str, look: Dress) -> str:
        """The symbol font that a lone letter has by its style, or was meant to have."""
        style, styles = self._line.style, self._sources.styles
        if not look.lettered and (look.style or style):
            styled = styles.style(look.style).dress.font or styles.style(style).dress.font
            if styled:
                return styled
        return "" if letter.isascii() else look.private_font

    def _deleted_text(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads letters that a tracked change took out."""
        self._text(element.text, look, dressed | DELETED)

    def _tab(self, _: Element, look: Dress, dressed: int) -> None:
        self._text("\t", look if look.hidden or look.bordered else PLAIN, dressed)

    def _hyphen(self, _: Element, look: Dress, dressed: int) -> None:
        self._text("-", PLAIN if not look.hidden else look, dressed)

    def _break(self, _: Element, look: Dress, dressed: int) -> None:
        if not look.hidden and not dressed & DELETED:
            self._line.add(Break())

    def _symbol(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads a character given by font and code, with or without its private page."""
        # "symEx" says the same in a namespace of its own, beyond the first plane of Unicode too.
        font = element.get(W + "font", "") or element.get(W16SE + "font", "")
        try:
            code = int(element.get(W + "char", "") or element.get(W16SE + "char", ""), 16)
        except ValueError:
            return
        if look.hidden or code < 0x20 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            return
        if not marks.font_table(font):
            # A font of letters, whatever page of it the program names.
            font, code = "", code - 0xF000 if 0xF020 <= code <= 0xF0FF else code
        sign = chr(0xF000 + code) if font and code <= 0xFF else chr(code)
        self._line.add(Span(sign, dressed, font, look.bordered))

    def _ruby(self, element: Element, _: Dress, dressed: int) -> None:
        """Reads what small letters stand over, then those."""
        for tag in (W + "rubyBase", W + "rt"):
            for part in element.iterchildren(tag):
                self._inside(part, dressed)

    # References

    def _comment(self, element: Element, _: Dress, dressed: int) -> None:
        self._line.point(AsideKind.COMMENT, element, Role.REFERENCE, dressed)

    def _footnote(self, element: Element, _: Dress, dressed: int) -> None:
        self._note(AsideKind.FOOTNOTE, element, dressed)

    def _endnote(self, element: Element, _: Dress, dressed: int) -> None:
        self._note(AsideKind.ENDNOTE, element, dressed)

    def _note(self, kind: AsideKind, element: Element, dressed: int) -> None:
        """Keeps where a note is referred to; a sign chosen for it is no text of the paragraph."""
        self._line.point(kind, element, Role.REFERENCE, dressed)
        sign = element.getnext()
        if sign is not None and sign.tag in (_T, W + "sym") and "customMarkFollows" in str(element.attrib):
            sign.text = ""
            sign.set(W + "char", "")

    # Fields

    def _field_char(self, element: Element, _: Dress, dressed: int) -> None:
        """Follows a field through its begin, its separator and its end."""
        line = self._line
        match element.get(W + "fldCharType"):
            case "begin":
                line.fields.begin(element.find(W + "ffData"), dressed)
            case "separate":
                line.fields.separate(line.pieces, line.number)
            case "end":
                line.fields.end(line.pieces, line.number, line.place)

    def _instruction(self, element: Element, look: Dress, dressed: int) -> None:
        """Keeps a field's instruction, of which parts may stand in several runs."""
        self._line.fields.instruct(element.text, dressed, look.font)

    # Drawings

    def _drawing(self, element: Element, _: Dress, dressed: int) -> None:
        self._drawings.drawing(element, dressed)

    def _object(self, element: Element, _: Dress, dressed: int) -> None:
        self._drawings.object(element, dressed)

    def _alternative(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads a drawing; else the first alternative to be read.

        A sign of the symbol dialogue is such: newer programs' way to write it, then plain text.
        """
        if self._drawings.alternative(element, dressed):
            return
        read = ([child for child in branch if child.tag == _T or child.tag in _RUN] for branch in element)
        for child in next(filter(None, read), ()):
            if child.tag == _T:
                self._text(child.text, look, dressed)
            else:
                _RUN[child.tag](self, child, look, dressed)


_RUN: dict[str, Callable[[Runs, Element, Dress, int], None]] = {
    W + "delText": Runs._deleted_text,
    W + "tab": Runs._tab,
    W + "ptab": Runs._tab,
    W + "br": Runs._break,
    W + "cr": Runs._break,
    W + "noBreakHyphen": Runs._hyphen,
    W + "sym": Runs._symbol,
    W16SE + "symEx": Runs._symbol,
    W + "ruby": Runs._ruby,
    W + "fldChar": Runs._field_char,
    W + "instrText": Runs._instruction,
    W + "delInstrText": Runs._instruction,
    W + "drawing": Runs._drawing,
    W + "pict": Runs._object,
    W + "object": Runs._object,
    W + "commentReference": Runs._comment,
    W + "footnoteReference": Runs._footnote,
    W + "endnoteReference": Runs._endnote,
    _ALTERNATIVE: Runs._alternative,
}
