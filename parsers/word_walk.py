"""The walk over a Word document's main part: one pass from XML elements to blocks.

It knows the nesting of WordprocessingML; what a run, field, control, table or drawing means
stands in the modules beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from unicodedata import normalize

from parsers import marks
from parsers.document import AsideKind, Block, Break, Paragraph, Place
from parsers.errors import Unreadable
from parsers.package import Package, Relationship
from parsers.word_activex import control as activex
from parsers.word_activex import shown as as_saved
from parsers.word_asides import Asides
from parsers.word_bindings import Bindings, bound
from parsers.word_chunks import MAX_LEVEL, Chunk, Chunks
from parsers.word_controls import Control, control, picked, placeholder, shows_sign, ticked
from parsers.word_drawn import drawn
from parsers.word_fields import Fields
from parsers.word_lost_fonts import restored
from parsers.word_media import alternative, contents, image, is_missing, is_text_box, words_of
from parsers.word_names import MC, VAL, W16SE, Element, M, O, R, W
from parsers.word_numbering import Bullets, bullets
from parsers.word_overlay import Overlays
from parsers.word_places import Spot
from parsers.word_runs import (
    DELETED,
    HIDDEN,
    INSERTED,
    PLACEHOLDER,
    PLAIN,
    Dress,
    Piece,
    Pointer,
    Role,
    Span,
    dress,
    emphasis,
    inlines,
    shade,
)
from parsers.word_shapes import Drawing
from parsers.word_styles import LONE_LETTERS, Styles, item_of
from parsers.word_tables import TINT, Grid, merge, row_properties

MAX_DEPTH = 64

_P, _R, _T, _TBL, _TR, _TC = (W + name for name in ("p", "r", "t", "tbl", "tr", "tc"))
_CONTROL, _OBJECT = W + "control", O + "OLEObject"
_SDT, _SDT_PROPERTIES, _SDT_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
_ALTERNATIVE = MC + "AlternateContent"
_COMMENT_START = W + "commentRangeStart"
_PARAGRAPH_STYLE, _NUMBER, _SHADE = W + "pStyle", W + "numPr", W + "shd"
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

    def __init__(self, package: Package, part: str, chunks: Chunks | None = None, level: int = 0) -> None:
        self._package = package
        self._part = part
        self._chunks = chunks or Chunks()
        self._level = level
        self._pieces: list[Piece] = []
        self._boxes: list[Element] = []
        self._overlays = Overlays()
        self._fields = Fields()
        self._place = Place()
        self._style = ""
        self._base = PLAIN
        self._styled = 0
        """What the paragraph's style gives its runs."""
        self._controls: dict[Element, list[Control]] = {}
        """Checkbox controls around blocks, by the paragraph that shows their sign."""
        self._values: dict[Element, str] = {}
        """What controls around blocks are bound to, by their first paragraph."""
        self._carried: list[Piece] = []
        """What a paragraph holds whose end was taken out: it goes on in the next one."""
        self._joins = False
        self._number = 0
        self._depth = 0
        self._pointers: list[Pointer] = []
        """The references of the paragraph being read; those before a paragraph belong to it."""
        self.embedded: list[Chunk] = []
        """The files embedded in it that were read."""
        self.unread: list[str] = []
        """What is embedded and was not read: the kinds of such files."""

    @cached_property
    def _relationships(self) -> Mapping[str, Relationship]:
        return {found.id: found for found in self._package.relationships(self._part)}

    @cached_property
    def _asides(self) -> Asides:
        def read(part: str, element: Element) -> list[Block]:
            return Walk(self._package, part, self._chunks, MAX_LEVEL + 1).walk(element)

        return Asides(self._package, self._relationships.values(), read)

    @cached_property
    def _bullets(self) -> Bullets:
        return bullets(self._related("numbering"))

    @cached_property
    def _bindings(self) -> Bindings:
        return Bindings(self._package, self._part)

    @cached_property
    def _styles(self) -> Styles:
        return Styles(self._related("styles"))

    def _related(self, kind: str) -> bytes | None:
        """The part of that kind which the main part refers to."""
        for found in self._relationships.values():
            if found.kind == kind and not found.external:
                return self._package.part(found.target)
        return None

    def walk(self, body: Element) -> list[Block]:
        """The blocks of the document's body."""
        return restored(self._settled(self._blocks(body, Spot(), 0)))

    def _settled(self, blocks: list[Block]) -> list[Block]:
        """The blocks with the marks that are drawn over them."""
        return self._overlays.settled(blocks, lambda: self._related("styles"))

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
                elif tag == _ALTERNATIVE:
                    read = (self._blocks(branch, spot, dress) for branch in child)
                    found.extend(next(filter(None, read), ()))
                elif tag == W + "altChunk":
                    found.extend(self._chunk(child, spot, dress))
                elif tag == _COMMENT_START:
                    self._comment_start(child, dress)
        return found

    def _chunk(self, element: Element, spot: Spot, dress: int) -> list[Block]:
        """The blocks of a file that is embedded whole; where it cannot be read, its kind is kept."""
        relationship = self._relationships.get(element.get(R + "id", ""))
        chunk = self._chunks.opened(self._package, relationship, self._level)
        if isinstance(chunk, str):
            self.unread.append(chunk)
            return []
        walk = Walk(chunk.package, chunk.part, self._chunks, self._level + 1)
        blocks = walk._settled(walk._blocks(chunk.body, spot, dress))
        self.embedded += [chunk, *walk.embedded]
        self.unread += [*walk.unread, "picture"] if chunk.lost else walk.unread
        return blocks

    def _control_content(self, sdt: Element) -> tuple[Element | None, int]:
        """The content of a control around blocks, rows or cells, and the dress it adds."""
        properties, content = sdt.find(_SDT_PROPERTIES), sdt.find(_SDT_CONTENT)
        box = control(properties)
        shown = shows_sign(content, box) if box is not None and content is not None else None
        if box is not None and shown is not None:
            self._controls.setdefault(shown, []).insert(0, box)
        value = self._bindings.value(properties) if box is None else None
        first = next(content.iter(_P), None) if value and content is not None else None
        if value and first is not None:
            self._values[first] = value
        return content, placeholder(properties)

    def _paragraph(self, element: Element, spot: Spot, dress: int, found: list[Block]) -> None:
        """Adds a paragraph, and after it the paragraphs of the text boxes anchored in it."""
        self._pieces, self._boxes = [*self._pointers, *self._carried], []
        self._carried, self._joins = [], False
        self._style, self._styled, self._base = "", 0, PLAIN
        self._place = place = spot.paragraph()
        self._number += 1
        self._inline(element, dress)
        self._fields.close_broken(self._pieces, self._number, place)
        if element in self._values:
            self._pieces = self._bound(self._pieces, self._values.pop(element))
        for checkbox in self._controls.pop(element, ()):
            self._pieces = ticked(checkbox, self._pieces, place)
        if self._joins and self._goes_on(element):
            self._carried = self._pieces
            return
        if self._pointers:
            pointers, self._pointers = self._pointers, []
            found.append(Paragraph(self._asides.placed(self._pieces, pointers, place), place))
        else:
            found.append(Paragraph(inlines(self._pieces, place), place))
        self._overlays.paragraph(found[-1], element)
        for box in self._boxes:
            found.extend(self._blocks(box, spot.box(place), dress))

    def _goes_on(self, element: Element) -> bool:
        """Whether a paragraph whose end was taken out has something to go on with, and where."""
        following = element.getnext()
        if following is None or following.tag != _P or self._boxes or self._pointers:
            return False
        return any(isinstance(piece, Span) and not piece.dress & DELETED for piece in self._pieces)

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
                    blocks = self._blocks(tc, inside, cell_dress | how.dress)
                    grid.add(how, blocks, Place(path, row, cell))
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
        """Notes a paragraph's style and its own dress, and reads a box that is its bullet."""
        item = None
        for child in element:
            tag = child.tag
            if tag == _PARAGRAPH_STYLE:
                self._style = child.get(VAL, "")
                style = self._styles.style(self._style)
                item = style.number
                self._styled |= style.dress.emphasis
                self._base = HIDDEN if style.dress.hidden else PLAIN
            elif tag == _NUMBER:
                item = item_of(child) or item
            elif tag == _SHADE:
                self._styled |= shade(child, TINT)
            elif tag == _RUN_PROPERTIES:
                self._joins = child.find(W + "del") is not None
        mark = self._bullets.mark(item, self._style, dress, self._place) if item is not None else None
        if mark is not None:
            self._pieces.append(mark)

    def _inline_control(self, sdt: Element, dress: int) -> None:
        """Reads a content control in the line: a checkbox's mark, any other's content."""
        properties, content = sdt.find(_SDT_PROPERTIES), sdt.find(_SDT_CONTENT)
        if content is None:
            return
        box = control(properties)
        sink = self._fields.sink(self._pieces)
        start = len(sink)
        if box is None:
            self._inline(content, dress | placeholder(properties))
            sink[start:] = picked(properties, sink[start:])
            value = self._bindings.value(properties)
            if value:
                sink[start:] = self._bound(sink[start:], value)
            return
        self._inline(content, dress)
        if not dress & DELETED:
            sink[start:] = ticked(box, sink[start:], self._place)

    def _bound(self, pieces: list[Piece], value: str) -> list[Piece]:
        """A control's content beside the value that it is bound to; notes where they disagree."""
        found, disagree = bound(pieces, value)
        if disagree and "bound" not in self.unread:
            self.unread.append("bound")
        return found

    def _simple_field(self, element: Element, dress: int) -> None:
        """Reads a field that is written in one element."""
        self._fields.begin(element.find(W + "ffData"), dress)
        self._fields.instruct(element.get(W + "instr", ""), dress)
        self._fields.separate(self._pieces, self._number)
        self._inline(element, dress)
        self._fields.end(self._pieces, self._number, self._place)

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

    def _comment_start(self, element: Element, dressed: int) -> None:
        self._point(AsideKind.COMMENT, element, Role.START, dressed)

    def _comment_end(self, element: Element, dressed: int) -> None:
        self._point(AsideKind.COMMENT, element, Role.END, dressed)

    def _point(self, kind: AsideKind, element: Element, role: Role, dressed: int) -> None:
        """Keeps where the text refers to a comment or a note; those of a note itself are not followed."""
        if self._level > MAX_LEVEL:
            return
        pointer = Pointer(kind, element.get(W + "id", ""), role, bool(dressed & DELETED))
        self._pointers.append(pointer)
        self._add(pointer)

    def _subdocument(self, _: Element, _dressed: int) -> None:
        """A document kept in a file of its own: what it says did not come along."""
        self.unread.append("subdocument")

    # Runs

    def _run(self, element: Element, dressed: int) -> None:
        """Reads a run."""
        look = self._base
        plain = dressed
        if self._styled:
            dressed |= self._styled
        for child in element:
            tag = child.tag
            if tag == _T:
                self._text(child.text, look, dressed)
            elif tag == _RUN_PROPERTIES:
                look = dress(child)
                styled = self._styled
                if look.style:
                    styled = self._styles.emphasis(self._style, look.style)
                if look.hidden is None and (look.style or self._base.hidden):
                    hidden = self._styles.style(look.style).dress.hidden or self._base.hidden
                    look = replace(look, hidden=hidden)
                dressed = plain | look.emphasis | (styled & ~look.given)
            elif tag in _RUN:
                _RUN[tag](self, child, look, dressed)

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
        self._add(Span(text.replace("\n", " "), dressed, font, look.bordered))

    def _lone_font(self, letter: str, look: Dress) -> str:
        """The symbol font that a lone letter has by its style, or was meant to have."""
        if not look.lettered and (look.style or self._style):
            styled = self._styles.style(look.style).dress.font or self._styles.style(self._style).dress.font
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
            self._add(Break())

    def _symbol(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads a character given by font and code, with or without its private page."""
        # "symEx" says the same in a namespace of its own, beyond the first plane of Unicode too.
        font = element.get(W + "font") or element.get(W16SE + "font", "")
        try:
            code = int(element.get(W + "char") or element.get(W16SE + "char", ""), 16)
        except ValueError:
            return
        if look.hidden or code < 0x20 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            return
        if not marks.font_table(font):
            # A font of letters, whatever page of it the program names.
            font, code = "", code - 0xF000 if 0xF020 <= code <= 0xF0FF else code
        sign = chr(0xF000 + code) if font and code <= 0xFF else chr(code)
        self._add(Span(sign, dressed, font, look.bordered))

    def _comment(self, element: Element, _: Dress, dressed: int) -> None:
        self._point(AsideKind.COMMENT, element, Role.REFERENCE, dressed)

    def _footnote(self, element: Element, _: Dress, dressed: int) -> None:
        self._note(AsideKind.FOOTNOTE, element, dressed)

    def _endnote(self, element: Element, _: Dress, dressed: int) -> None:
        self._note(AsideKind.ENDNOTE, element, dressed)

    def _note(self, kind: AsideKind, element: Element, dressed: int) -> None:
        """Keeps where a note is referred to; a sign chosen for it is no text of the paragraph."""
        self._point(kind, element, Role.REFERENCE, dressed)
        sign = element.getnext()
        if sign is not None and sign.tag in (_T, W + "sym") and "customMarkFollows" in str(element.attrib):
            sign.text = ""
            sign.set(W + "char", "")

    # Fields

    def _field_char(self, element: Element, _: Dress, dressed: int) -> None:
        """Follows a field through its begin, its separator and its end."""
        match element.get(W + "fldCharType"):
            case "begin":
                self._fields.begin(element.find(W + "ffData"), dressed)
            case "separate":
                self._fields.separate(self._pieces, self._number)
            case "end":
                self._fields.end(self._pieces, self._number, self._place)

    def _instruction(self, element: Element, look: Dress, dressed: int) -> None:
        """Keeps a field's instruction, of which parts may stand in several runs."""
        self._fields.instruct(element.text, dressed, look.font)

    def _add(self, piece: Piece) -> None:
        """Adds a piece where it belongs."""
        (self._fields.sink(self._pieces) if self._fields else self._pieces).append(piece)

    # Drawings

    def _drawing(self, element: Element, _: Dress, dressed: int) -> None:
        """Reads the pictures and marks of a drawing, and keeps its text boxes for after the paragraph."""
        if not self._hold_marks(element, dressed):
            self._hold(list(contents(element)), dressed)

    def _alternative_drawing(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads a drawing that is there in several ways once; else the first alternative to be read.

        A sign of the symbol dialogue is such: newer programs' way to write it, then plain text.
        """
        if self._hold_marks(element, dressed):
            return
        found = alternative(element)
        if found:
            self._hold(found, dressed)
            return
        read = ([child for child in branch if child.tag == _T or child.tag in _RUN] for branch in element)
        for child in next(filter(None, read), ()):
            if child.tag == _T:
                self._text(child.text, look, dressed)
            else:
                _RUN[child.tag](self, child, look, dressed)

    def _object(self, element: Element, look: Dress, dressed: int) -> None:
        """Reads an embedded object by its picture; a control by its data, as its picture may be stale."""
        saved = next(element.iter(_CONTROL, _OBJECT), None)
        found = activex(saved, self._relationships, self._package) if saved is not None else None
        if found is None:
            self._drawing(element, look, dressed)
            return
        for piece in as_saved(found, self._place, emphasis(dressed)):
            self._add(piece)

    def _hold_marks(self, element: Element, dressed: int) -> bool:
        """Keeps a drawing with shapes that may be marks, and reads what else is in it."""
        found = drawn(element) if not dressed & PLACEHOLDER else ()
        for one in found:
            if one.marks is not None:
                self._add(self._overlays.stand_in(one.marks, dressed, self._place))
            self._hold(one.rest, dressed, one.icon)
        return bool(found)

    def _hold(self, found: Sequence[Element], dressed: int, icon: Drawing | None = None) -> None:
        """Adds pictures; a placeholder's picture is the program's own."""
        for element in found:
            if is_text_box(element):
                self._boxes.append(element)
            elif (words := words_of(element, self._relationships, self._package)) is not None:
                self._boxes.append(words)
            elif not dressed & PLACEHOLDER:
                picture = image(element, self._relationships, self._package, self._place)
                if picture is not None:
                    self._add(picture)
                    if icon is not None:
                        self._overlays.icon(picture, icon, dressed)
                elif is_missing(element):
                    self.unread.append("picture")


_INLINE: dict[str, Callable[[Walk, Element, int], None]] = {
    _SDT: Walk._inline_control,
    W + "fldSimple": Walk._simple_field,
    _COMMENT_START: Walk._comment_start,
    W + "commentRangeEnd": Walk._comment_end,
    W + "subDoc": Walk._subdocument,
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
    W16SE + "symEx": Walk._symbol,
    W + "fldChar": Walk._field_char,
    W + "instrText": Walk._instruction,
    W + "delInstrText": Walk._instruction,
    W + "drawing": Walk._drawing,
    W + "pict": Walk._object,
    W + "object": Walk._object,
    W + "commentReference": Walk._comment,
    W + "footnoteReference": Walk._footnote,
    W + "endnoteReference": Walk._endnote,
    _ALTERNATIVE: Walk._alternative_drawing,
}
