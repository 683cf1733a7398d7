"""The PDF reader as a whole: a file's bytes in, a Document out."""

from __future__ import annotations

import pytest

from parsers.document import Document, Emphasis, Image, Mark, Method, Paragraph, State, Table, Text
from parsers.errors import Encrypted, FileError, TooLarge, Unreadable
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf

_LONG = "Questa riga comincia a sinistra e poi va avanti, parola dopo parola, fino quasi a toccare il proprio"


def read(*leaves: Leaf) -> Document:
    return PdfReader().read(pdf(*leaves))


def shown(paragraph: Paragraph) -> str:
    """A paragraph as one string, boxes as ``[ ]``, ``[x]`` and ``[?]``."""
    signs = {State.EMPTY: "[ ]", State.TICKED: "[x]", State.UNSURE: "[?]"}
    parts = []
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, Mark):
            parts.append(signs[inline.state])
        else:
            parts.append("<image>")
    return "".join(parts)


def texts(document: Document) -> list[str]:
    return [shown(paragraph) for paragraph in document.paragraphs()]


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def grid(found: Table) -> list[tuple[int, int, int, int, list[str]]]:
    return [
        (cell.row, cell.column, cell.row_span, cell.column_span, [shown(block) for block in cell.blocks])  # type: ignore[arg-type]
        for cell in found.cells
    ]


def test_text_outside_tables() -> None:
    """Lines that fill the page's width are one paragraph, a short one ends it."""
    page = leaf().lines(50, 60, _LONG, "margine destro e poi basta.", "Fine.")
    assert texts(read(page)) == [f"{_LONG} margine destro e poi basta.", "Fine."]


def test_table_cells() -> None:
    """A ruled table gives its cells by row and column."""
    page = leaf().grid([50, 150, 300], [50, 70, 90]).text(55, 64, "Regione").text(155, 64, "Umbria")
    page.text(55, 84, "Città").text(155, 84, "Terni")
    assert grid(table(read(page))) == [
        (0, 0, 1, 1, ["Regione"]),
        (0, 1, 1, 1, ["Umbria"]),
        (1, 0, 1, 1, ["Città"]),
        (1, 1, 1, 1, ["Terni"]),
    ]


def test_spans() -> None:
    """A cell with no line through it spans the rows or columns it covers."""
    page = leaf().box(50, 50, 350, 110).line(150, 50, 150, 110).line(150, 80, 350, 80).line(250, 80, 250, 110)
    page.text(55, 64, "Rete").text(155, 64, "Sopra").text(155, 94, "Sotto").text(255, 94, "Destra")
    assert grid(table(read(page))) == [
        (0, 0, 2, 1, ["Rete"]),
        (0, 1, 1, 2, ["Sopra"]),
        (1, 1, 1, 1, ["Sotto"]),
        (1, 2, 1, 1, ["Destra"]),
    ]


def test_borders_as_thin_bars() -> None:
    """Borders drawn as thin filled bars, as Word exports them, make a table too."""
    page = leaf()
    for y in (50, 80):
        page.box(50, y, 250, y + 0.5, "f")
    for x in (50, 150, 250):
        page.box(x, 50, x + 0.5, 80.5, "f")
    page.text(55, 64, "Uno").text(155, 64, "Due")
    assert [cell[4] for cell in grid(table(read(page)))] == [["Uno"], ["Due"]]


def test_table_left_open_at_the_page_end() -> None:
    """A table whose last level line is missing is closed where its upright lines stop."""
    page = leaf().line(50, 50, 250, 50)
    for x in (50, 150, 250):
        page.line(x, 50, x, 90)
    page.text(55, 64, "Uno").text(155, 64, "Due")
    assert [cell[4] for cell in grid(table(read(page)))] == [["Uno"], ["Due"]]


def test_nested_table() -> None:
    """A table inside a cell is one of that cell's blocks."""
    page = (
        leaf()
        .grid([50, 400], [50, 200])
        .text(55, 64, "Fuori")
        .grid([100, 200, 300], [100, 130])
        .text(105, 114, "Dentro")
    )
    blocks = table(read(page)).cells[0].blocks
    assert [type(block) for block in blocks] == [Paragraph, Table]


def test_text_between_tables_is_in_reading_order() -> None:
    """Text and tables come in the order of the page."""
    page = leaf().text(50, 40, "Prima").grid([50, 200], [50, 80]).text(55, 64, "Cella").text(50, 100, "Dopo")
    assert texts(read(page)) == ["Prima", "Cella", "Dopo"]


def test_wrapped_text_in_a_cell_is_one_paragraph() -> None:
    """A line's end where the next word had no room is a blank."""
    page = leaf().grid([50, 150], [50, 120]).lines(55, 64, "Organizzazioni di", "rappresentanza")
    assert texts(read(page)) == ["Organizzazioni di rappresentanza"]


def test_short_line_ends_a_paragraph() -> None:
    """A line's end where the next word would have fitted ends the paragraph."""
    page = leaf().grid([50, 300], [50, 120]).lines(55, 64, "Prima riga", "Seconda riga", "Terza")
    assert texts(read(page)) == ["Prima riga", "Seconda riga", "Terza"]


def test_kept_hyphen() -> None:
    """A hyphen at a line's end is kept, and no blank follows it."""
    page = leaf().grid([50, 170], [50, 120]).lines(55, 64, "Attività di co-", "progettazione e altro")
    assert texts(read(page)) == ["Attività di co-progettazione e altro"]


def test_word_cut_at_the_cell_edge() -> None:
    """A word too long for its cell, cut where the line is full, is whole again."""
    page = leaf().grid([50, 125], [50, 120]).lines(55, 64, "rappresentanz", "a")
    assert texts(read(page)) == ["rappresentanza"]


def test_address_cut_at_the_cell_edge() -> None:
    """An address cut where the line is full is whole again."""
    page = leaf().grid([50, 150], [50, 120]).lines(55, 64, "segreteria@esempi", "o-lungo.it")
    assert texts(read(page)) == ["segreteria@esempio-lungo.it"]


def test_two_addresses_stay_two() -> None:
    """An address that fills its line is not glued to the next address."""
    page = leaf().grid([50, 150], [50, 120]).lines(55, 64, "amministra@rete.it", "info@altra.it")
    assert texts(read(page)) != ["amministra@rete.itinfo@altra.it"]


def test_symbol_font_boxes() -> None:
    """A box in a symbol font is a mark, and starts a paragraph of its own."""
    page = leaf().grid([50, 300], [50, 120])
    page.text(55, 64, "o", font="F3").text(66, 64, "Alfa").text(55, 76, "n", font="F3").text(66, 76, "Beta")
    document = read(page)
    assert texts(document) == ["[ ] Alfa", "[x] Beta"]
    assert {mark.method for mark in document.marks()} <= {Method.SYMBOL, Method.GLYPH}


def test_typed_brackets() -> None:
    """Typed brackets are boxes, with or without an X."""
    assert texts(read(leaf().lines(50, 60, "[ ] Alfa", "[x] Beta"))) == ["[ ] Alfa", "[x] Beta"]


def test_drawn_boxes() -> None:
    """A drawn square is a box, ticked where lines cross in it."""
    page = leaf().box(50, 50, 62, 62).text(66, 60, "Alfa").box(50, 80, 62, 92).text(66, 90, "Beta")
    page.line(50, 80, 62, 92).line(62, 80, 50, 92)
    assert texts(read(page)) == ["[ ] Alfa", "[x] Beta"]


def test_box_drawn_as_four_lines() -> None:
    """Four short lines that meet make a box."""
    page = leaf().grid([50, 60], [50, 60]).text(66, 60, "Alfa")
    assert texts(read(page)) == ["[ ] Alfa"]


def test_filled_box_among_empty_ones() -> None:
    """A square filled black is ticked where others like it are empty."""
    page = leaf().box(50, 50, 60, 60).text(66, 60, "Alfa").box(50, 80, 60, 90, "B").text(66, 90, "Beta")
    assert texts(read(page)) == ["[ ] Alfa", "[x] Beta"]


def test_letter_in_a_drawn_box() -> None:
    """An X typed into a drawn square ticks it and is no text."""
    page = leaf().box(50, 50, 62, 62).text(53, 60, "X").text(66, 60, "Alfa")
    assert texts(read(page)) == ["[x] Alfa"]


def test_stroke_over_a_printed_box() -> None:
    """A cross drawn over a box's character ticks it."""
    page = leaf().text(50, 60, "o", font="F3").text(62, 60, "Alfa").line(51, 53, 58, 60).line(58, 53, 51, 60)
    assert texts(read(page)) == ["[x] Alfa"]


def test_squares_in_a_row_are_no_boxes() -> None:
    """Squares side by side are a comb to write in."""
    page = leaf().text(50, 40, "CAP")
    for at in range(5):
        page.box(50 + at * 12, 50, 62 + at * 12, 62)
    assert list(read(page).marks()) == []


def test_form_fields() -> None:
    """Check boxes of an interactive form are marks, and text fields are text."""
    page = (
        leaf()
        .check(50, 50, "a", on=True)
        .text(66, 60, "Alfa")
        .check(50, 80, "b", on=False)
        .text(66, 90, "Beta")
    )
    page.text(50, 120, "Nome").entry((100, 108, 300, 124), "n", "Rete Aurora")
    document = read(page)
    assert texts(document) == ["[x] Alfa", "[ ] Beta", "Nome", "Rete Aurora"]
    assert {mark.method for mark in document.marks()} == {Method.ACROFORM}


def test_field_that_contradicts_itself() -> None:
    """A box that shows another state than its field says keeps that as a conflict."""
    page = leaf().check(50, 50, "a", on=False, value="Yes").text(66, 60, "Alfa")
    assert [bool(mark.conflict) for mark in read(page).marks()] == [True]


def test_picture_in_a_cell() -> None:
    """A picture is in the cell where it lies, as PNG."""
    page = leaf().grid([50, 150, 300], [50, 150]).text(55, 64, "Logo").image(160, 60, 250, 140)
    cell = table(read(page)).cells[1]
    image = cell.blocks[0].inlines[0]  # type: ignore[union-attr]
    assert isinstance(image, Image)
    assert (image.name, image.media_type, image.data[:4]) == ("p1-1", "image/png", b"\x89PNG")


def test_place() -> None:
    """Paragraphs know their page and box, from the top left."""
    place = read(leaf(), leaf().text(100, 200, "Qui")).blocks[0].place
    assert place.page == 2
    assert place.box == pytest.approx((100, 192, 115, 202.2), abs=1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_page_keeps_its_reading(turn: int) -> None:
    """A page is read as it is shown when it is turned back by its own setting."""
    matrix = {
        0: "1 0 0 1 100 700",
        90: "0 1 -1 0 100 100",
        180: "-1 0 0 -1 300 100",
        270: "0 -1 1 0 100 700",
    }[turn]
    page = leaf(turn).raw(f"BT /F1 10 Tf {matrix} Tm (Testo girato) Tj ET")
    assert texts(read(page)) == ["Testo girato"]


def test_emphasis() -> None:
    """Bold letters, a line under and a line through the words are their dress."""
    page = leaf().text(50, 60, "Forte", font="F2").text(50, 90, "Sotto").line(50, 91.5, 76, 91.5)
    page.text(50, 120, "Barrato").line(50, 117, 82, 117)
    dresses = [
        inline.emphasis.name
        for p in read(page).paragraphs()
        for inline in p.inlines
        if isinstance(inline, Text)
    ]
    assert dresses == ["BOLD", "UNDERLINED", "STRUCK"]


def test_tracked_deletion() -> None:
    """Words struck out in a colour, as tracked changes are shown, count as deleted."""
    page = leaf().raw("1 0 0 rg").text(50, 60, "Bozza").raw("0 g").text(78, 60, "Finale").line(50, 57, 77, 57)
    inlines = next(read(page).paragraphs()).inlines
    found = [(i.text.strip(), Emphasis.DELETED in i.emphasis) for i in inlines if isinstance(i, Text)]
    assert found == [("Bozza", True), ("Finale", False)]


def test_claims() -> None:
    """A file is a PDF when it says so near its beginning."""
    reader = PdfReader()
    assert reader.claims(b"\n\n" + pdf(leaf()))
    assert not reader.claims(b"PK\x03\x04")


def test_damaged_beyond_opening() -> None:
    """Bytes that are a PDF by name only are unreadable."""
    with pytest.raises(Unreadable, match="damaged"):
        PdfReader().read(b"%PDF-1.7\nnothing")


def test_repaired_file_says_so() -> None:
    """A file whose index is wrong is read, with a note."""
    data = pdf(leaf().text(50, 60, "Testo")).replace(b"startxref\n", b"startxref\n9")
    document = PdfReader().read(data)
    assert texts(document) == ["Testo"]
    assert [note.code for note in document.notes] == ["damaged"]


def test_scan_is_named() -> None:
    """A file with pictures and no text is a scan."""
    with pytest.raises(Unreadable, match="scan"):
        read(leaf().image(0, 0, 595, 842))


def test_blank_pages() -> None:
    """A file with nothing on its pages is empty."""
    with pytest.raises(Unreadable, match="empty"):
        read(leaf())


def test_too_many_pages() -> None:
    """A book is no form."""
    with pytest.raises(TooLarge):
        read(*[leaf()] * 61)


def test_ocr_layer() -> None:
    """Text that lies unseen over a scan is read, and not trusted."""
    page = leaf().image(0, 0, 595, 842).raw("3 Tr").text(50, 60, "Testo")
    assert [(note.code, note.detail) for note in read(page).notes] == [("low-confidence", "ocr-layer")]


def test_a_link_is_nothing_to_say() -> None:
    """Office programs make links of addresses by themselves."""
    page = leaf().text(50, 60, "Testo")
    page.fields.append("/Subtype /Link /Rect [50 700 62 712]")
    assert read(page).notes == ()


def test_password() -> None:
    """A file that asks for a password is named encrypted."""
    blank, key = "00" * 32, "11" * 32
    extra = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{blank}> /U <{key}> /P -4 >>"
        " /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    )
    with pytest.raises(Encrypted):
        PdfReader().read(pdf(leaf().text(50, 60, "Testo"), extra=extra))


def test_field_without_room() -> None:
    """A field whose place has no size is not seen and not read."""
    page = leaf().text(50, 60, "Testo").entry((100, 100, 100, 100), "n", "Segreto")
    assert texts(read(page)) == ["Testo"]


@pytest.mark.parametrize("operators", ["BT /F1 0 Tf 50 700 Td (a b) Tj ET", "0 0 0 0 5 5 cm 10 10 5 5 re S"])
def test_sizes_of_nothing(operators: str) -> None:
    """Text and shapes of no size at all do no harm."""
    assert "Testo" in texts(read(leaf().text(50, 60, "Testo").raw(operators)))


@pytest.mark.parametrize("length", range(20, 2000, 90))
def test_file_cut_short(length: int) -> None:
    """A file cut anywhere gives a document or a named error, nothing else."""
    data = pdf(leaf().grid([50, 150], [50, 80]).text(55, 64, "Cella"))[:length]
    try:
        document = PdfReader().read(data)
    except FileError:
        return
    assert document.pages == 1


def test_picture_follows_the_label_beside_it() -> None:
    """A picture that stands on the line of its label comes after it."""
    page = leaf().text(50, 100, "Logo:").image(90, 60, 130, 99.5)
    kinds = [
        type(inline).__name__ for part in PdfReader().read(pdf(page)).paragraphs() for inline in part.inlines
    ]
    assert kinds == ["Text", "Image"]


def test_boxes_in_a_column_that_share_their_sides() -> None:
    """Boxes drawn as lines one right under the other are one box each."""
    page = leaf()
    for y in (50, 63):
        page.line(50, y, 61, y).line(50, y + 13, 61, y + 13).line(50, y, 50, y + 13).line(61, y, 61, y + 13)
        page.text(66, y + 10, "Voce")
    assert len(list(PdfReader().read(pdf(page)).marks())) == 2


def test_box_after_its_label_on_a_line_of_its_own() -> None:
    """Where boxes stand after their labels, one that found no room goes with the label above it."""
    page = leaf().grid([50, 150], [40, 200])
    for y in (60, 90, 120):
        page.text(55, y, "Soggetti privati").box(90, y + 4, 98, y + 12)
    marked = [
        [type(inline).__name__ for inline in part.inlines]
        for part in PdfReader().read(pdf(page)).paragraphs()
    ]
    assert marked == [["Text", "Mark"]] * 3


@pytest.mark.parametrize(
    ("letter", "state"),
    [("¨", State.EMPTY), ("T", State.TICKED), ("R", State.TICKED)],
)
def test_signs_named_by_the_letters_of_another_font(letter: str, state: State) -> None:
    """LibreOffice shows a sign of Wingdings in its own font, and leaves it the letter's name."""
    page = leaf().text(50, 60, letter, font="F5").text(66, 60, "Voce")
    assert [mark.state for mark in PdfReader().read(pdf(page)).marks()] == [state]


def test_boxes_whose_side_is_left_out() -> None:
    """A box drawn as lines is one without the side that lies on a cell's line too."""
    page = leaf()
    for y in (50, 80):
        page.line(50, y, 61, y).line(50, y + 13, 61, y + 13).line(61, y, 61, y + 13)
        page.text(66, y + 10, "Voce")
    assert [mark.state for mark in PdfReader().read(pdf(page)).marks()] == [State.EMPTY] * 2


def test_a_box_whose_side_is_left_out_in_line_with_a_whole_one() -> None:
    """Of two boxes side by side as high as a line, the first lacks the side on its cell's line."""
    page = leaf().line(50, 50, 58, 50).line(50, 63.5, 58, 63.5).line(58, 50, 58, 63.5).text(66, 60, "Voce")
    page.line(150, 50, 158, 50).line(150, 63.5, 158, 63.5).line(150, 50, 150, 63.5)
    page.line(158, 50, 158, 63.5).text(166, 60, "Altra")
    assert [mark.state for mark in PdfReader().read(pdf(page)).marks()] == [State.EMPTY] * 2


def test_other_pictures_at_the_same_place_are_kept() -> None:
    """A letterhead's picture comes back on each page; another one at its place is content."""
    pages = [leaf().text(50, 200, "Testo").image(90, 60, 130, 100, last=grey) for grey in (0, 90)]
    paragraphs = PdfReader().read(pdf(*pages)).paragraphs()
    assert sum(isinstance(inline, Image) for part in paragraphs for inline in part.inlines) == 2


def test_picture_of_a_letterhead_is_left_out() -> None:
    """The same picture at the same place on two pages is no content."""
    pages = [leaf().text(50, 200, "Testo").image(90, 60, 130, 100) for _ in range(2)]
    paragraphs = PdfReader().read(pdf(*pages)).paragraphs()
    assert not any(isinstance(inline, Image) for part in paragraphs for inline in part.inlines)
