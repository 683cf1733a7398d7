"""Tables with no ruling lines are read as the tables that a person sees."""

from __future__ import annotations

from parsers.document import Break, Document, Mark, Method, Paragraph, State, Table, Text
from parsers.pdf.objects import Sign, Style, Word
from parsers.pdf.reader import PdfReader, read_pages
from parsers.pdf.tables.cut import cut
from parsers.pdf.tables.gaps import may_part
from parsers.pdf.tables.shape import Shape, shape
from parsers.pdf.tables.unruled import spans
from parsers.pdf.text.dress import PLAIN
from parsers.pdf.text.tokens import Token
from tests.parsers.pdf.builder import Leaf, leaf, pdf

X = (50, 150, 250, 350)
"""Where the columns of these tables begin; Helvetica of ten points."""


def read(*leaves: Leaf) -> Document:
    return PdfReader().read(pdf(*leaves))


def said(paragraph: Paragraph) -> str:
    """What a paragraph says: ``[x]`` and ``[ ]`` for boxes, ``|`` for a line broken on purpose."""
    parts = []
    for inline in paragraph.inlines:
        if isinstance(inline, Text):
            parts.append(inline.text)
        elif isinstance(inline, Mark):
            parts.append("[x]" if inline.state is State.TICKED else "[ ]")
        elif isinstance(inline, Break):
            parts.append("|")
    return " ".join("".join(parts).split())


def rows(document: Document) -> list[list[str]]:
    """What the cells with words in them say, row by row, tables one after the other."""
    found: list[list[str]] = []
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        for number in sorted({cell.row for cell in block.cells}):
            cells = [cell for cell in block.cells if cell.row == number]
            texts = [
                " / ".join(said(block) for block in cell.blocks if isinstance(block, Paragraph))
                for cell in cells
            ]
            found.append([text for text in texts if text])
    return found


def row(page: Leaf, y: float, *texts: str) -> Leaf:
    """A row of a table with no lines; an empty text leaves its cell empty."""
    for x, text in zip(X, texts, strict=False):
        if text:
            page.text(x, y, text)
    return page


def two_pairs(page: Leaf, y: float) -> Leaf:
    """Two rows that show where the columns are."""
    row(page, y, "Regione", "Marche", "Anno", "2024")
    return row(page, y + 24, "Comune", "Ancona", "Mese", "maggio")


def apart(page: Leaf, y: float, count: int = 11) -> Leaf:
    """Paragraphs with room between them, which tell that close lines are one."""
    for at in range(count):
        row(page, y + 24 * at, f"Voce {'abcdefghijkl'[at]}", f"risposta {at}")
    return page


def test_labels_and_answers_side_by_side() -> None:
    """Each is a cell of its own, however the rows are spaced."""
    assert rows(read(two_pairs(leaf(), 60))) == [
        ["Regione", "Marche", "Anno", "2024"],
        ["Comune", "Ancona", "Mese", "maggio"],
    ]


def test_a_full_cell_ends_where_the_next_column_begins() -> None:
    """The gap before it is narrow, but other rows begin there as well."""
    page = row(two_pairs(leaf(), 60), 108, "Nome", "Anna Maria Bianchi", "Logo", "nessuno")
    assert rows(read(page))[2] == ["Nome", "Anna Maria Bianchi", "Logo", "nessuno"]


def test_lines_of_one_cell_stay_together() -> None:
    """A label and an answer of two lines each are no two rows, nor mixed with one another."""
    page = apart(two_pairs(leaf(), 60), 200)
    row(page, 108, "Nome della", "Anna Maria")
    row(page, 120, "cooperativa", "Bianchini")
    assert rows(read(page))[2] == ["Nome della cooperativa", "Anna Maria Bianchini"]


def test_a_gap_within_a_sentence_makes_no_table() -> None:
    """It stands where no other row has a column begin."""
    page = leaf().text(50, 60, "Il progetto e' nato").text(170, 60, "a marzo.").text(50, 84, "Dura due anni.")
    assert rows(read(page)) == []


def test_numbers_of_a_list_are_no_column() -> None:
    """What stands before an item belongs to it."""
    page = leaf()
    for at, word in enumerate(("Alfa", "Beta", "Gamma")):
        page.text(50, 60 + 14 * at, f"{at + 1}.").text(70, 60 + 14 * at, word)
    assert rows(read(page)) == []


def test_a_row_that_goes_on_on_the_next_page() -> None:
    """What stands under no label there belongs to the row above, the rest of its label too."""
    first = row(two_pairs(apart(leaf(), 60), 700), 790, "Forme di", "Primo ente,")
    second = two_pairs(row(leaf(), 60, "aiuto", "secondo ente"), 108)
    found = rows(read(first, second))
    assert ["Forme di aiuto", "Primo ente, secondo ente"] in [
        [cell.replace(" / ", " ") for cell in cells] for cells in found
    ]


def test_a_question_with_boxes_below_an_answer() -> None:
    """It has a row of its own: with no lines, nothing else parts the two."""
    page = apart(leaf(), 60)
    row(page, 400, "Valutazione", "Buona finora.")
    page.text(150, 424, "E' previsto altro?")
    for at, word in enumerate(("si", "no")):
        page.box(150, 440 + 24 * at, 160, 450 + 24 * at).text(165, 448 + 24 * at, word)
    assert rows(read(page))[-2:] == [
        ["Valutazione", "Buona finora."],
        ["E' previsto altro? / [ ] si / [ ] no"],
    ]


def test_options_that_end_a_line_with_a_box_alone() -> None:
    """Its words had no more room and begin the next line, though the boxes of two groups stand in line."""
    page = leaf()
    for y, head in ((60, "Soldi:"), (120, "Persone:")):
        page.text(50, y - 20, head)
        for x, word in ((50, "Alfa"), (150, "Beta"), (250, "Gamma"), (350, "Delta"), (520, "")):
            page.box(x, y - 9, x + 10, y + 1)
            if word:
                page.text(x + 14, y, word)
        page.text(50, y + 14, "Epsilon con molti altri").box(200, y + 5, 210, y + 15)
        page.text(214, y + 14, "Zeta")
    assert rows(read(page)) == []


def test_options_set_at_tabs_in_running_text() -> None:
    """They go on on the next line like any text, and are no table though tabs stand in line."""
    page = leaf()
    for y in (60, 100):
        page.text(50, y, "Forme:").box(85, y - 9, 95, y + 1).text(98, y, "Alfa")
        for x, word in ((230, "Beta"), (330, "Gamma"), (430, "Delta della rete")):
            page.box(x, y - 9, x + 10, y + 1).text(x + 14, y, word)
        page.box(86, y + 5, 96, y + 15).text(100, y + 14, "Epsilon")
        page.box(230, y + 5, 240, y + 15).text(244, y + 14, "Zeta")
    assert rows(read(page)) == []


def test_an_underlined_answer_is_no_border() -> None:
    """The line under its words parts no rows of the table."""
    page = apart(two_pairs(leaf(), 60), 200)
    text = "Un testo che prende tutta la riga e che qualcuno ha sottolineato fino"
    page.text(50, 130, "Testo").text(150, 130, text).line(150, 132, 448, 132).text(150, 142, "alla fine.")
    assert ["Testo", f"{text} alla fine."] in rows(read(page))


def test_a_picture_beside_its_label() -> None:
    """It stands in the cell right of the label."""
    page = two_pairs(leaf(), 60)
    row(page, 108, "Nome", "Anna", "Logo").image(350, 100, 390, 140)
    row(page, 160, "Ente", "uno", "Sede", "due")
    table = next(block for block in read(page).blocks if isinstance(block, Table))
    holders = [cell.column for cell in table.cells for block in cell.blocks if "Image" in repr(block)]
    assert holders == [3]


def test_a_label_below_one_that_was_answered_begins_a_row() -> None:
    """However little further apart than lines they stand, and however little room the column has."""
    page = leaf()
    for at, (label, answer) in enumerate((("Nome", "Orto"), ("Regione", "Lazio"))):
        page.text(50, 100 + 20 * at, label, size=11).text(115, 100 + 20 * at, answer, size=9)
        page.text(300, 100 + 20 * at, "Luogo", size=11).text(340, 100 + 20 * at, "Roma", size=9)
    page.text(50, 139, "Tipologia", size=11)
    for at, option in enumerate(("Alfa", "Beta")):
        page.box(190, 130 + 16 * at, 199, 139 + 16 * at).text(204, 139 + 16 * at, option, size=11)
    assert ["Regione", "Lazio", "Luogo", "Roma"] in rows(read(page))


def test_a_label_goes_on_beside_its_options() -> None:
    """Its second line begins with a small letter, and would have fitted behind the first."""
    page = (
        leaf().text(50, 100, "Nome").text(190, 100, "Orto").text(50, 130, "Regione").text(190, 130, "Lazio")
    )
    page.text(50, 160, "Forme di aiuto").text(50, 172, "scelte")
    for at, option in enumerate(("Alfa", "Beta", "Gamma")):
        page.box(190, 152 + 14 * at, 199, 161 + 14 * at).text(204, 160 + 14 * at, option)
    assert any("scelte" in said and "aiuto" in said for row in rows(read(page)) for said in row)


def test_ticks_with_no_boxes_stand_under_the_heads_of_their_matrix() -> None:
    """On the next page too, which may begin with rows that nobody ticked."""
    first = apart(leaf(), 100, 2)
    row(first, 300, "Compagni", "Andata", "Ritorno")
    row(first, 324, "Soci").text(X[2], 324, "4", font="F3")
    row(first, 348, "Volontari").text(X[1], 348, "4", font="F3")
    second = row(row(leaf(), 50, "Scuole"), 74, "Enti pubblici della zona").text(X[1], 74, "4", font="F3")
    table = next(
        block for block in read(first, second).blocks if isinstance(block, Table) and "Scuole" in repr(block)
    )
    places = {
        said(block): cell.column
        for cell in table.cells
        for block in cell.blocks
        if isinstance(block, Paragraph)
    }
    ticked = [cell.column for cell in table.cells for block in cell.blocks if said(block) == "[x]"]
    assert ticked == [places["Ritorno"], places["Andata"], places["Andata"]]


def test_a_tick_before_a_column_stands_in_no_cell_with_its_words() -> None:
    """An X typed far behind an option, near the next column, is no part of that one's cell."""
    page = row(two_pairs(leaf(), 100), 160, "Scelta", "Alfa", "Beta con").text(230, 160, "X")
    row(page, 172, "", "", "altro")
    assert ["Scelta", "Alfa", "X", "Beta con / altro"] in rows(read(page))


def boxed_row(*places: int) -> list[Token]:
    """Boxes at those places, each but the second one with a word two font sizes behind it."""
    page = leaf()
    for x in places:
        page.text(x + 30, 100, "Uno")
    boxes = [Sign((x, 92, x + 10, 102), State.EMPTY, Method.DRAWING, "☐") for x in places]
    words = [word for word in read_pages(pdf(page)).pages[0].words if word.box[0] != places[1] + 30]
    return sorted((*boxes, *words), key=lambda token: token.box[0])


def test_a_box_is_as_far_before_its_words_as_the_first_one() -> None:
    """No cell ends between them, though the box before it stands alone: its words are in the next line."""
    assert not may_part(boxed_row(50, 150, 250), 4, 1.0, leads=True)


def test_a_box_is_as_far_before_its_words_as_any_other_one() -> None:
    """The row's first one may be nearer to its own."""
    row = boxed_row(50, 150, 250, 350)
    row[1] = Word("Uno", 62, 92, 80, 102, 100, Style("Plain", 10))
    assert not may_part(row, 4, 1.0, leads=True)


def token_row(y: float, *words: tuple[float, float, str]) -> list[Token]:
    """Words from and to a distance from the left on one line, ten points high; no word is a box."""
    row: list[Token] = []
    for x0, x1, text in words:
        box = Sign((x0, y - 8, x1, y + 1), State.EMPTY, Method.DRAWING, "☐")
        row.append(Word(text, x0, y - 8, x1, y + 2, y, Style("Plain", 10)) if text else box)
    return row


def test_boxes_in_line_lead_where_they_are_nearer_to_the_words_behind_them() -> None:
    """Rows of options that end with a box alone, its words on the next line, do not make boxes trail."""
    rows_ = []
    for y in (60, 100, 140):
        options = (150, 159, ""), (162, 200, "Proprie"), (220, 229, ""), (232, 270, "Private"), (290, 299, "")
        rows_ += [token_row(y, (50, 90, "Forme"), *options), token_row(y + 12, (150, 190, "Banche"))]
    known = shape([rows_], 500, 5, 800, spaced=False)
    assert known is not None
    assert known.leads


def test_a_label_set_flush_right_may_be_longer_than_those_of_rows() -> None:
    """Its rest begins left of all labels that have answers beside them, and ends where they end."""
    known = Shape(66, (180,), 500, 5, 800, 0, leads=True, flush=160, pitch=20)
    rows_ = [
        token_row(60, (120, 160, "Regione"), (180, 230, "Marche")),
        token_row(80, (66, 160, "Valutazione"), (180, 230, "Positiva")),
        token_row(100, (50, 160, "dell'impatto")),
    ]
    assert list(spans([cut(row, 1, PLAIN, known) for row in rows_], (), known, ())) == [(0, 3)]


def test_labels_tell_where_answers_begin_however_many_rows_go_on_at_tabs() -> None:
    """Rows that begin with the rest of an option have their next ones anywhere."""
    rows_ = [token_row(24 * at, (50, 90, "Voce"), (250, 300, "Risposta")) for at in range(4)]
    for at, tab in enumerate((320, 350, 380, 410, 440, 470)):
        rows_.append(
            token_row(120 + 12 * at, (250, 290, "Banche"), (tab, tab + 9, ""), (tab + 11, 560, "Enti"))
        )
    known = shape([rows_], 560, 5, 800, spaced=False)
    assert known is not None
    assert known.answers == 250
