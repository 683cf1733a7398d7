"""Reads text PDFs, as office programs export them, into a Document.

Scans are not read here: a PDF with no text but pictures is refused by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from parsers.document import Aside, Block, Cell, Document, Image, Leaf, Note, Paragraph, Place, Table
from parsers.errors import Unreadable, UnsupportedType
from parsers.pdf.attached import is_portfolio, only_pdf
from parsers.pdf.drawn.drawing import drawing
from parsers.pdf.drawn.icons import boxes, known_again, over_boxes, stain
from parsers.pdf.extras import datasets, has_xfa, is_stand_in, notes, spells_out
from parsers.pdf.fields.entries import Fields, entries, form
from parsers.pdf.file import Sheet, is_repaired, opened, page_count, sheets
from parsers.pdf.layers import unseen
from parsers.pdf.objects import Page, Picture, Tool, holds, middle
from parsers.pdf.pages.bare import Bare, bares, lines_with, padding
from parsers.pdf.pages.footnotes import without_notes
from parsers.pdf.pages.joins import joined
from parsers.pdf.pages.page import fill
from parsers.pdf.pages.running import without_running
from parsers.pdf.pages.scans import are_scans, has_scans, looked_at
from parsers.pdf.pages.sheets import arranged, replaced
from parsers.pdf.survey import survey
from parsers.pdf.tables.asked import asked_apart
from parsers.pdf.tables.drafts import BlockDraft, CellDraft, PictureDraft
from parsers.pdf.tables.even import even_gap
from parsers.pdf.tables.rows import levelled
from parsers.pdf.tables.shape import Setting, shape
from parsers.pdf.text.addresses import is_doubtful
from parsers.pdf.text.astray import put_back
from parsers.pdf.text.flow import Draft
from parsers.pdf.text.glyphs import glimpses
from parsers.pdf.text.hidden import uncovered
from parsers.pdf.text.lettering import decided
from parsers.pdf.text.lost_fonts import restored
from parsers.pdf.text.named import named
from parsers.pdf.text.overprinted import is_overprinted
from parsers.pdf.text.paragraphs import paragraph
from parsers.pdf.text.spacing import cells_are_spaced, rows_are_spaced
from parsers.pdf.text.unlettered import lacks_letters
from parsers.pdf.text.words import words
from parsers.pdf.viewer.annotations import added, is_annotated, stamped
from parsers.pdf.viewer.fillsign import typed
from parsers.pdf.viewer.remarks import remark, with_remarks
from parsers.pdf.viewer.traced import Under, laid, see_through

_HEAD = 1024
"""A PDF may have other bytes before its name, up to here."""


class PdfReader:
    """The reader of text PDFs."""

    kind = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def claims(self, data: bytes) -> bool:
        """Whether the bytes are a PDF."""
        return b"%PDF-" in data[:_HEAD]

    def read(self, data: bytes, order: Sequence[Leaf] = ()) -> Document:
        """The document; its pages in this order where one is given and it tears no sentence apart.

        Raises Encrypted, Unreadable (``damaged``, ``scan``, ``empty``) or TooLarge.
        """
        sight = read_pages(data)
        pages = sight.pages
        if are_scans(pages):
            raise Unreadable("scan")
        if not any(page.words or page.entries for page in pages):
            drawn = any(page.pictures or page.shapes for page in pages)
            raise Unreadable("scan" if drawn else "damaged" if sight.repaired else "empty")
        set_out = arranged(pages, order)
        found, margins = without_running(list(bares(_without_letterhead(set_out.pages))))
        found, noted = without_notes(found)
        blocks = with_remarks(_blocks(found), [*noted, *_remarks(found)])
        if set_out.middles:
            blocks = replaced(blocks, set_out.middles)
        said = (Note("low-confidence", "page-order"),) if set_out.moved else ()
        return Document("pdf", blocks, len(pages), (*said, *_notes(sight, found)), margins, set_out.middles)


@dataclass(frozen=True, slots=True)
class Sight:
    """What the pages of a file show."""

    pages: tuple[Page, ...]
    repaired: bool
    """Whether the file is damaged, its table of contents, say, or a packed part: something may be missing."""
    notes: tuple[Note, ...] = ()
    """What to say of the file for what it carries beside its pages."""


def read_pages(data: bytes) -> Sight:
    """All that the pages show, as plain objects.

    Raises Encrypted, Unreadable, TooLarge, or UnsupportedType (``xfa``) for a form that only Acrobat shows.
    """
    surveyed = survey(data)
    if is_portfolio(surveyed.parts):
        return _inside(only_pdf(data))
    with opened(data) as document, form(document) as fields:
        surveyed.weigh()
        found, seen, unlettered = [], [], False
        for sheet in sheets(document, replaced=surveyed.replaces(), unseen=unseen(surveyed.parts)):
            page = _page(sheet, fields)
            page = looked_at(sheet, page) if page.covered else page
            found.append(page)
            unlettered = unlettered or lacks_letters(sheet)
            seen.append(glimpses(sheet, page.words))
        repaired = is_repaired(document) or len(found) < page_count(document)
        repaired = repaired or surveyed.is_damaged(len(found))
        dynamic = has_xfa(document)
        if dynamic and is_stand_in(found):
            raise UnsupportedType("xfa")
        said = notes(document, datasets(document) if dynamic else b"", found)
        if unlettered:
            said = (*said, Note("low-confidence", "letters"))
        told = decided(found, seen, exact=spells_out(document)) if any(seen) else tuple(found)
    return Sight(restored(known_again(told)), repaired, said)


def _inside(data: bytes) -> Sight:
    """What the pages of the PDF in a portfolio show. Raises as `read_pages` does."""
    if is_portfolio(survey(data).parts):
        raise UnsupportedType("portfolio")
    sight = read_pages(data)
    return replace(sight, notes=(*sight.notes, Note("unexpected-content", "portfolio")))


def _page(sheet: Sheet, fields: Fields) -> Page:
    drawn = drawing(sheet)
    annotated = is_annotated(sheet)
    extra = added(sheet) if annotated else ()
    if any(one.tool is Tool.STAMP for one in extra):
        drawn.pictures.extend(stamped(sheet))
    found = named(sheet, words(sheet, drawn.rules))
    if drawn.lettered:
        found = put_back(sheet, found, drawn.lettered)
    if drawn.whites:
        found, covered = uncovered(sheet, found, drawn.whites)
        extra = (*extra, *covered)
    if drawn.filled_in or drawn.letters:
        extra = (*extra, *drawn.filled_in, *typed(sheet, found, drawn.letters))
    layers = laid(sheet, drawn.layers, Under(found, drawn.shapes, drawn.rules)) if drawn.layers else {}
    extra = (*extra, *(one for some in layers.values() for one in some))
    icons, perhaps = boxes(sheet, drawn.small, drawn.shapes) if drawn.small else ((), ())
    over = over_boxes(drawn, found, icons) if drawn.small else ()
    drawn.shapes.extend(shape for one in over if (shape := stain(sheet, one)) is not None)
    places = {icon.box for icon in icons} | {one.box for one in over} | set(layers)
    return Page(
        sheet.number,
        sheet.view.width,
        sheet.view.height,
        found,
        tuple(drawn.rules),
        tuple(drawn.shapes),
        tuple(picture for picture in drawn.pictures if picture.box not in places),
        entries(sheet, fields) if annotated else (),
        drawn.covered and not see_through(sheet, drawn.layers, layers),
        icons,
        tuple(icon for icon in perhaps if icon.box not in places),
        extra,
    )


def _blocks(found: Sequence[Bare]) -> tuple[Block, ...]:
    """The blocks that pages make together, in reading order."""
    gap, right = padding(found), _right(found)
    height = min((page.page.height for page in found), default=0.0)
    spaced = cells_are_spaced(tokens for page in found for tokens in page.inside.values())
    apart = rows_are_spaced(page.free for page in found)
    even = even_gap([page.free for page in found])
    known = shape([page.free for page in found], right, gap, height, apart, even=even)
    setting = Setting(gap, right, known, spaced, apart, even)
    filled = [fill(page, setting) for page in found]
    return tuple(_block(block) for block in joined(filled, _bottom(found)))


def _without_letterhead(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without the pictures that come back at the same place on another one, or are lost."""
    seen = Counter(_trace(picture) for page in pages for picture in page.pictures)
    if not any(count > 1 for count in seen.values()) and not _lacks_pictures(pages):
        return tuple(pages)
    return tuple(
        replace(
            page,
            pictures=tuple(one for one in page.pictures if one.data and seen[_trace(one)] == 1),
        )
        for page in pages
    )


def _lacks_pictures(pages: Sequence[Page]) -> bool:
    """Whether a picture is there that cannot be had: damaged, or too large to unpack."""
    return not all(picture.data for page in pages for picture in page.pictures)


def _trace(picture: Picture) -> tuple[int, ...]:
    """What tells a picture and its place from others."""
    return (crc32(picture.data), *(round(side) for side in picture.box))


def _right(pages: Sequence[Bare]) -> float:
    """Where lines outside tables end at the latest: as far from the right as some begin from the left."""
    lines = [line for page in pages for line in page.outside]
    if not lines:
        return 0.0
    width = min(page.page.width for page in pages)
    lefts = Counter(round(line.x0) for line in lines)
    left = min((x for x, count in lefts.items() if count > 2), default=min(lefts))
    return max(*(line.x1 for line in lines), width - left)


def _bottom(pages: Sequence[Bare]) -> float:
    """How far down the pages are filled."""
    tables = [table.box[3] for page in pages for table in page.tables]
    lines = [line.baseline for page in pages for line in page.outside]
    return max((*tables, *lines), default=0.0)


def _block(draft: BlockDraft) -> Block:
    if isinstance(draft, Draft):
        return paragraph(draft)
    if isinstance(draft, Paragraph):
        return draft
    if isinstance(draft, PictureDraft):
        return _picture(draft)
    drafted = draft.cells if draft.ruled else asked_apart(draft.cells)
    cells = tuple(_cell(cell) for cell in levelled(drafted))
    return Table(cells, Place(page=draft.page, box=draft.box))


def _cell(draft: CellDraft) -> Cell:
    grid, place = draft.cell, Place(page=draft.page, box=draft.cell.box)
    # A cell without text holds an empty paragraph, as in Word.
    blocks = tuple(_block(block) for block in draft.blocks) or (Paragraph((), place),)
    return Cell(grid.row, grid.column, grid.row_span, grid.column_span, blocks, place)


def _picture(draft: PictureDraft) -> Paragraph:
    place = Place(page=draft.page, box=draft.picture.box)
    name = f"p{draft.page}-{draft.number}"
    return Paragraph((Image(name, draft.picture.media_type, draft.picture.data, place),), place)


def _remarks(found: Sequence[Bare]) -> list[Aside]:
    """Notes on the pages, and what was said about other things added to them."""
    return [
        remark(one.remark, page.page.number, one.box)
        for page in found
        if page.things.over is not None
        for one in page.things.over.remarks
    ]


def _notes(sight: Sight, found: Sequence[Bare]) -> tuple[Note, ...]:
    """What to say of the file as a whole.

    What was drawn with a viewer's tools and is no tick may be handwriting.
    A text that lies unseen over a picture was put there by OCR: it may be wrong. What stands beyond
    the border that cuts a table off is partly left out by the program that wrote the file. Lines that lie
    over one another are mixed up.
    """
    said = [Note("damaged", "cross-references")] if sight.repaired else []
    if any(page.covered and any(word.style.hidden for word in page.words) for page in sight.pages):
        said.append(Note("low-confidence", "ocr-layer"))
    if has_scans(sight.pages):
        said.append(Note("low-confidence", "scanned-page"))
    if _lacks_pictures(sight.pages):
        said.append(Note("low-confidence", "picture"))
    if any(_unread(page) for page in found):
        said.append(Note("low-confidence", "annotations"))
    if any(page.cut_off for page in found):
        said.append(Note("low-confidence", "cut-off"))
    if any(is_overprinted(page.words) for page in sight.pages):
        said.append(Note("low-confidence", "overprinted"))
    if any(is_doubtful(lines, right) for page in found for lines, right in lines_with(page, "@")):
        said.append(Note("low-confidence", "address"))
    return (*said, *sight.notes)


def _unread(page: Bare) -> bool:
    """Whether something drawn that was not understood lies where answers are."""
    over = page.things.over
    if over is None or not over.unread:
        return False
    cells = [cell.box for table in page.tables for cell in table.cells]
    return not cells or any(holds(cell, *middle(box)) for cell in cells for box in over.unread)
