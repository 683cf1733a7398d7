"""The walk over a Word document's main part: one pass from XML elements to blocks.

It knows the nesting of WordprocessingML; what a run, field, control, table or drawing means
stands in the modules beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property

from parsers.document import Block, Break, Paragraph, Place
from parsers.errors import Unreadable
from parsers.package import Package, Relationship
from parsers.word_controls import Control, control, ticked
from parsers.word_fields import Field, shown
from parsers.word_media import alternative, contents, image, is_text_box
from parsers.word_names import MC, VAL, Element, M, W, has
from parsers.word_numbering import Bullets, bullets
from parsers.word_places import Spot
from parsers.word_runs import DELETED, INSERTED, PLACEHOLDER, PLAIN, Dress, Piece, Span, dress, inlines
from parsers.word_styles import LONE_LETTERS, style_fonts
from parsers.word_tables import Grid, merge, row_properties

MAX_DEPTH = 64

_P, _R, _T, _TBL, _TR, _TC = (W + name for name in ("p", "r", "t", "tbl", "tr", "tc"))
_SDT, _SDT_PROPERTIES, _SDT_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
_ALTERNATIVE = MC + "AlternateContent"
_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES, _CELL_PROPERTIES = W + "rPr", W + "pPr", W + "tcPr"
_WRAPPERS = {
    **dict.fromkeys((W + "ins", W + "moveTo"), INSERTED),
    **dict.fromkeys((W + "del", W + "moveFrom"), DELETED),
    **dict.fromkeys((W + name for name in ("smartTag", "customXml", "hyperlink", "dir", "bdo")), 0),
    **dict.fromkeys((W + "ruby", W + "rubyBase", M + "oMathPara"), 0),
}
"""Elements that add nothing but, for tracked changes, a dress."""


class Walk:
    """One walk over one part; `walk` is its way in."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        self._pieces: list[Piece] = []
        self._boxes: list[Element] = []
        self._fields: list[Field] = []
        self._place = Place()
        self._style = ""
        self._control: Control | None = None
        """A checkbox control around blocks, until the first paragraph in it is read."""
        self._number = 0
        self._depth = 0
        self.unread: list[str] = []
        """Names of embedded documents that were not read."""

    @cached_property
    def _relationships(self) -> Mapping[str, Relationship]:
        return {found.id: found for found in self._package.relationships(self._part)}

    @cached_property
    def _bullets(self) -> Bullets:
        return bullets(self._related("numbering"))

    @cached_property
    def _style_fonts(self) -> Mapping[str, str]:
        return style_fonts(self._related("styles"))

    def _related(self, kind: str) -> bytes | None:
        """The part of that kind which the main part refers to."""
        for found in self._relationships.values():
            if found.kind == kind and not found.external:
                return self._package.part(found.target)
        return None

    def walk(self, body: Element) -> list[Block]:
        """The blocks of the document's body."""
        return self._blocks(body, Spot(), 0)

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        """One level further in. Raises Unreadable where no form can be that deep."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unreadable("nesting")
        yield
        self._depth -= 1

    # Blocks

    def _blocks(self, parent: Element, spot: Spot, dress: int) -> list[Block]:
        """The blocks among an element's children."""
        found: list[Block] = []
        with self._deeper():
            for child in parent:
                tag = child.tag
                if tag == _P:
                    self._paragraph(child, spot, dress, found)
                elif tag == _TBL:
                    found.append(self._table(child, spot, dress))
                elif tag == _SDT:
                    content, added = self._control_content(child)
                    if content is not None:
                        found.extend(self._blocks(content, spot, dress | added))
                elif tag in _WRAPPERS:
                    found.extend(self._blocks(child, spot, dress | _WRAPPERS[tag]))
                elif tag == _ALTERNATIVE and len(child):
                    found.extend(self._blocks(child[0], spot, dress))
                elif tag == W + "altChunk":
                    self.unread.append("altChunk")
        return found

    def _control_content(self, sdt: Element) -> tuple[Element | None, int]:
        """The content of a control around blocks, rows or cells, and the dress it adds."""
        properties = sdt.find(_SDT_PROPERTIES)
        self._control = control(properties) or self._control
        return sdt.find(_SDT_CONTENT), _placeholder(properties)

    def _paragraph(self, element: Element, spot: Spot, dress: int, found: list[Block]) -> None:
        """Adds a paragraph, and after it the paragraphs of the text boxes anchored in it."""
        self._pieces, self._boxes, self._style = [], [], ""
        self._place = place = spot.paragraph()
        self._number += 1
        self._inline(element, dress)
        self._close_broken()
        if self._control is not None:
            self._pieces = ticked(self._control, self._pieces, place)
            self._control = None
        found.append(Paragraph(inlines(self._pieces, place), place))
        for box in self._boxes:
            found.extend(self._blocks(box, spot.box(place), dress))

    def _table(self, element: Element, spot: Spot, dress: int) -> Block:
        """A table with all rows and cells, whatever they are wrapped in."""
        path = spot.next_table()
        grid = Grid()
        with self._deeper():
            for row, (tr, row_dress) in enumerate(self._members(element, _TR, dress), start=1):
                skipped, added = row_properties(tr.find(W + "trPr"))
                grid.begin_row(skipped)
                for cell, (tc, cell_dress) in enumerate(self._members(tr, _TC, row_dress | added), start=1):
                    inside = Spot(path, row, cell)
                    how = merge(tc.find(_CELL_PROPERTIES))
                    grid.add(how, self._blocks(tc, inside, cell_dress), Place(path, row, cell))
        return grid.table(Place(path))

    def _members(self, parent: Element, wanted: str, dress: int) -> Iterator[tuple[Element, int]]:
        """The rows of a table or the cells of a row, through what is wrapped around them."""
        for child in parent:
            tag = child.tag
            if tag == wanted:
                yield child, dress
            elif tag == _SDT:
                content, added = self._control_content(child)
                if content is not None:
                    yield from self._members(content, wanted, dress | added)
            elif tag in _WRAPPERS:
                yield from self._members(child, wanted, dress | _WRAPPERS[tag])
            elif tag == _ALTERNATIVE and len(child):
                yield from self._members(child[0], wanted, dress)

    # What stands in a paragraph

    def _inline(self, parent: Element, dress: int) -> None:
        """Reads what a paragraph, or a wrapper in it, holds."""
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, dress)
            elif tag == _PARAGRAPH_PROPERTIES:
                self._paragraph_properties(child, dress)
            elif tag in _WRAPPERS:
                with self._deeper():
                    self._inline(child, dress | _WRAPPERS[tag])
            elif tag in _INLINE:
                with self._deeper():
                    _INLINE[tag](self, child, dress)

    def _paragraph_properties(self, element: Element, dress: int) -> None:
        """Notes a paragraph's style and reads a box that is its bullet."""
        for child in element:
            if child.tag == W + "pStyle":
                self._style = child.get(VAL, "")
            elif child.tag == W + "numPr":
                mark = self._bullets.mark(child, dress, self._place)
                if mark is not None:
                    self._pieces.append(mark)

    def _inline_control(self, sdt: Element, dress: int) -> None:
        """Reads a content control in the line: a checkbox's mark, any other's content."""
        properties, content = sdt.find(_SDT_PROPERTIES), sdt.find(_SDT_CONTENT)
        if content is None:
            return
        box = control(properties)
        if box is None:
            self._inline(content, dress | _placeholder(properties))
            return
        before, self._pieces = self._pieces, []
        self._inline(content, dress)
        self._pieces = [*before, *ticked(box, self._pieces, self._place)]

    def _simple_field(self, element: Element, dress: int) -> None:
        """Reads a field that is written in one element."""
        self._fields.append(Field(element.find(W + "ffData"), dress))
        self._fields[-1].instruction.append(element.get(W + "instr", ""))
        self._begin_result()
        self._inline(element, dress)
        self._end_field()

    def _alternative(self, element: Element, dress: int) -> None:
        """Reads the first alternative with anything to read."""
        before = len(self._pieces) + len(self._boxes)
        for branch in element:
            self._inline(branch, dress)
            if len(self._pieces) + len(self._boxes) > before:
                return

    def _maths(self, element: Element, dress: int) -> None:
        """Reads the letters of an equation in their order."""
        text = "".join(part.text or "" for part in element.iter(M + "t"))
        self._add(Span(text, dress))

    # Runs

    def _run(self, element: Element, dressed: int) -> None:
        """Reads a run."""
        look = PLAIN
        for child in element:
            tag = child.tag
            if tag == _T:
                self._text(child.text, look, dressed)
            elif tag == _RUN_PROPERTIES:
                look = dress(child)
                dressed |= look.emphasis
            elif tag in _RUN:
                _RUN[tag](self, child, look, dressed)

    def _text(self, text: str | None, look: Dress, dressed: int) -> None:
        """Reads a run's letters."""
        if not text or look.hidden:
            return
        font = look.font
        if not font and look.private_font and "\uf000" <= text[0] <= "\uf0ff":
            font = look.private_font
        elif not font and text in LONE_LETTERS and not look.lettered and (look.style or self._style):
            font = self._style_fonts.get(look.style) or self._style_fonts.get(self._style, "")
        self._add(Span(text.replace("\n", " "), dressed, font))

    def _deleted_text(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads letters that a tracked change took out."""
        self._text(element.text, look, dressed | DELETED)

    def _tab(self, _: Element, look: Dress, dressed: int) -> None:
        self._text("\t", PLAIN if not look.hidden else look, dressed)

    def _hyphen(self, _: Element, look: Dress, dressed: int) -> None:
        self._text("-", PLAIN if not look.hidden else look, dressed)

    def _break(self, _: Element, look: Dress, dressed: int) -> None:
        if not look.hidden and not dressed & DELETED:
            self._add(Break())

    def _symbol(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads a character given by font and code, with or without its private page."""
        font = element.get(W + "font", "")
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        if code < 0x20 or code > 0xFFFF or 0xD800 <= code <= 0xDFFF:
            return
        sign = chr(0xF000 + code) if code <= 0xFF else chr(code)
        self._add(Span(sign, dressed, font))

    # Fields

    def _field_char(self, element: Element, _: Dress, dressed: int) -> None:
        """Follows a field through its begin, its separator and its end."""
        match element.get(W + "fldCharType"):
            case "begin":
                self._fields.append(Field(element.find(W + "ffData"), dressed))
            case "separate":
                self._begin_result()
            case "end":
                self._end_field()

    def _instruction(self, element: Element, _: Dress, _dressed: int) -> None:
        """Keeps a field's instruction, of which parts may stand in several runs."""
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction.append(element.text or "")

    def _begin_result(self) -> None:
        """From here on the innermost field shows its result."""
        if self._fields:
            field = self._fields[-1]
            field.in_result = True
            field.start, field.paragraph = len(self._sink()), self._number

    def _end_field(self) -> None:
        """Puts what the innermost field shows in the place of its result."""
        if not self._fields:
            return
        field = self._fields.pop()
        sink = self._sink()
        start = len(sink)
        if field.in_result:
            start = min(field.start, len(sink)) if field.paragraph == self._number else 0
        result = sink[start:]
        sink[start:] = shown(field, result, self._place)

    def _close_broken(self) -> None:
        """Ends the fields whose instruction does not end in its paragraph: they would hide the rest."""
        while self._fields and (not self._fields[-1].in_result or self._fields[-1].kind == "FORMCHECKBOX"):
            hidden = self._fields[-1].hidden
            self._end_field()
            self._pieces.extend(hidden)

    def _sink(self) -> list[Piece]:
        """Where pieces go: to the paragraph, or to the field in whose instruction they stand."""
        for field in self._fields:
            if not field.in_result:
                return field.hidden
        return self._pieces

    def _add(self, piece: Piece) -> None:
        """Adds a piece where it belongs."""
        (self._sink() if self._fields else self._pieces).append(piece)

    # Drawings

    def _drawing(self, element: Element, _: Dress, dressed: int) -> None:
        """Reads the pictures of a drawing, and keeps its text boxes for after the paragraph."""
        self._hold(list(contents(element)), dressed)

    def _alternative_drawing(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads a drawing that is there in several ways once; other alternatives as a run."""
        found = alternative(element)
        if found:
            self._hold(found, dressed)
        elif len(element):
            for child in element[0]:
                if child.tag == _T:
                    self._text(child.text, look, dressed)
                elif child.tag in _RUN:
                    _RUN[child.tag](self, child, look, dressed)

    def _object(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads an embedded object by its picture; a control's picture says nothing."""
        if element.find(W + "control") is None:
            self._drawing(element, look, dressed)

    def _hold(self, found: list[Element], dressed: int) -> None:
        """Adds pictures; a placeholder's picture is the program's own."""
        for element in found:
            if is_text_box(element):
                self._boxes.append(element)
            elif not dressed & PLACEHOLDER:
                picture = image(element, self._relationships, self._package, self._place)
                if picture is not None:
                    self._add(picture)


def _placeholder(properties: Element | None) -> int:
    """PLACEHOLDER for a control that still shows its own prompt."""
    return PLACEHOLDER if has(properties, W + "showingPlcHdr") else 0


_INLINE: dict[str, Callable[[Walk, Element, int], None]] = {
    _SDT: Walk._inline_control,
    W + "fldSimple": Walk._simple_field,
    _ALTERNATIVE: Walk._alternative,
    M + "oMath": Walk._maths,
}

_RUN: dict[str, Callable[[Walk, Element, Dress, int], None]] = {
    W + "delText": Walk._deleted_text,
    W + "tab": Walk._tab,
    W + "ptab": Walk._tab,
    W + "br": Walk._break,
    W + "cr": Walk._break,
    W + "noBreakHyphen": Walk._hyphen,
    W + "sym": Walk._symbol,
    W + "fldChar": Walk._field_char,
    W + "instrText": Walk._instruction,
    W + "delInstrText": Walk._instruction,
    W + "drawing": Walk._drawing,
    W + "pict": Walk._drawing,
    W + "object": Walk._object,
    _ALTERNATIVE: Walk._alternative_drawing,
}
