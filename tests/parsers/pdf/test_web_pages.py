"""Forms that a browser printed: frames with titles, labels over answers, boxes at the right margin."""

from __future__ import annotations

from parsers.document import Document, Emphasis, Image, Paragraph, Table, Text, paragraphs_of
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf
from tests.parsers.pdf.test_unruled import rows, said

BOLD = "F2"
LONG = "Il progetto nasce in via Larga e vi resta"


def read(*leaves: Leaf) -> Document:
    return PdfReader().read(pdf(*leaves))


def lines(document: Document) -> list[str]:
    """What the paragraphs say, those in cells included; empty ones are left out."""
    return [text for text in map(said, document.paragraphs()) if text]


def framed(page: Leaf, top: float, title: str, *pairs: tuple[str, str]) -> Leaf:
    """A frame with a title in its upper line, and labels beside their answers in it."""
    page.box(40, top, 540, top + 20 + 16 * len(pairs)).text(50, top + 3, title)
    for at, (label, answer) in enumerate(pairs):
        page.text(50, top + 20 + 16 * at, label, font=BOLD).text(200, top + 20 + 16 * at, answer)
    return page


def two_frames() -> Document:
    page = framed(leaf(), 100, "Dati", ("Regione", "Marche"), ("Comune", "Ancona"))
    return read(framed(page, 200, "Altri dati", ("Anno", "2024"), ("Mese", "maggio")))


def test_what_stands_in_the_line_of_a_frame_is_its_title() -> None:
    """A title is told apart from what is in the frame."""
    assert [said(one) for one in two_frames().paragraphs() if one.title] == ["Dati", "Altri dati"]


def test_a_title_parts_the_rows_of_two_frames() -> None:
    """No title stands in a cell."""
    assert rows(two_frames()) == [
        ["Regione", "Marche"],
        ["Comune", "Ancona"],
        ["Anno", "2024"],
        ["Mese", "maggio"],
    ]


def test_a_line_struck_through_is_no_title() -> None:
    """A rule through words that no frame hangs from only strikes them."""
    page = leaf().text(60, 100, "annullato").line(40, 97, 540, 97).text(60, 120, LONG)
    assert not any(one.title for one in read(page).paragraphs())


def stacked(page: Leaf, y: float, *cells: tuple[float, str, str]) -> Leaf:
    """Labels side by side, each with its answer below it; a stroke parts the lines of a label."""
    for x, label, answer in cells:
        parts = label.split("/")
        for at, part in enumerate(parts):
            page.text(x, y + 12 * at, part, font=BOLD)
        if answer:
            page.text(x, y + 12 * len(parts), answer)
    return page


def pairs(page: Leaf) -> Leaf:
    stacked(page, 100, (50, "Ente", "Le Tegole"), (300, "Sede", "Roma"))
    return stacked(page, 145, (50, "Referente/Progetto", "Ida Mirtillo"), (300, "Telefono", "0522 000123"))


def test_a_label_over_its_answer_is_one_cell_with_it() -> None:
    """Beside it another label goes on on the line on which this one is answered."""
    assert rows(read(pairs(leaf()))) == [
        ["Ente / Le Tegole", "Sede / Roma"],
        ["Referente|Progetto / Ida Mirtillo", "Telefono / 0522 000123"],
    ]


def test_a_single_row_of_labels_that_wraps_is_read_so_too() -> None:
    """One row of them is enough where a label goes on beside an answer."""
    page = stacked(leaf(), 100, (50, "Referente/Progetto", "Ida Mirtillo"), (300, "Telefono", "0522 000123"))
    page.text(50, 160, "Sede", font=BOLD).text(50, 172, LONG).text(300, 220, "Roma")
    assert ["Referente|Progetto / Ida Mirtillo", "Telefono / 0522 000123"] in rows(read(page))


def test_a_bold_column_of_names_is_no_stack_of_labels() -> None:
    """Under headings every row of figures keeps its own row."""
    page = leaf()
    for at, row in enumerate((("Anno", "2023", "2024"), ("Soci", "12", "15"), ("Sedi", "2", "3"))):
        for x, text in zip((50, 200, 350), row, strict=True):
            page.text(x, 100 + 14 * at, text, font=BOLD if at == 0 or x == 50 else "F1")
    assert ["Sedi", "2", "3"] in rows(read(page))


def test_a_picture_below_a_label_is_in_its_cell() -> None:
    """Words further left on the same height do not draw it away."""
    page = stacked(
        leaf(), 100, (50, "Ente", "Cooperativa sociale Le Tegole di via Larga 12"), (300, "Logo", "")
    )
    stacked(page, 165, (50, "Sede", "Roma"), (300, "Anno", "2024")).image(300, 103, 350, 140)
    table = next(block for block in read(page).blocks if isinstance(block, Table))
    held = [
        said(next(paragraphs_of(cell.blocks)))
        for cell in table.cells
        for block in cell.blocks
        if isinstance(block, Paragraph) and any(isinstance(one, Image) for one in block.inlines)
    ]
    assert held == ["Logo"]


def test_a_label_that_a_picture_answers_is_no_rest_of_the_label_above() -> None:
    """Nothing else parts the two where rows are as close as lines."""
    page = labelled(("Regione", "Marche"), ("Comune", "Ancona"), ("Anno", "2024"), ("Ente *", "Le Tegole"))
    page.text(50, 172, "Logo *", font=BOLD).image(160, 164, 210, 204)
    page.text(50, 216, "Sede", font=BOLD).text(160, 216, "Roma")
    assert [row[0] for row in rows(read(page))][3:] == ["Ente *", "Logo *", "Sede"]


def at_the_right(page: Leaf, *options: tuple[str, str]) -> Leaf:
    """Options with their boxes at the right; a stroke shows where one wraps, x where it is ticked."""
    y = 100.0
    for words, tick in options:
        page.box(420, y - 8, 430, y + 2)
        if tick:
            page.line(420, y - 8, 430, y + 2).line(420, y + 2, 430, y - 8)
        for part in words.split("/"):
            page.text(200, y, part)
            y += 13
    return page


WRAPPED = ("Pratiche organizzative per il potenziamento/della partecipazione", "")


def test_a_box_at_the_right_stands_behind_all_of_its_option() -> None:
    """It is drawn beside the first line of an option that wraps."""
    page = at_the_right(leaf(), WRAPPED, ("Benessere", "x"), ("Nuove tecnologie", ""))
    assert lines(read(page)) == [
        "Pratiche organizzative per il potenziamento della partecipazione [ ]",
        "Benessere [x]",
        "Nuove tecnologie [ ]",
    ]


def test_a_question_below_a_box_at_the_right_is_no_rest_of_its_option() -> None:
    """Where the next line's first word had found room, it belongs to no option."""
    page = at_the_right(leaf(), ("Benessere", "x"), ("Nuove tecnologie", ""), ("Altro", "")).text(
        200, 139, "Sede"
    )
    assert lines(read(page))[-2:] == ["Altro [ ]", "Sede"]


def labelled(*pairs: tuple[str, str]) -> Leaf:
    """Bold labels at the left, answers at 160 points."""
    page = leaf()
    for at, (label, answer) in enumerate(pairs):
        page.text(50, 100 + 20 * at, label, font=BOLD).text(160, 100 + 20 * at, answer)
    return page


THREE = (("Regione", "Marche"), ("Comune", "Ancona"), ("Anno", "2024"))


def test_a_label_that_fills_its_column_ends_where_answers_begin() -> None:
    """No gap is left between the two, but the letters are bold no more."""
    found = rows(read(labelled(*THREE, ("Ente che ha proposto ciò", "Le Tegole"))))
    assert found[-1] == ["Ente che ha proposto ciò", "Le Tegole"]


def test_the_lines_of_a_label_beside_options_are_one_row() -> None:
    """Rows have room between them, and the lines of a label none."""
    page = labelled(*THREE, ("Mese", "maggio"), ("Forme di", "[x] Alfa"))
    page.text(50, 192, "aiuto", font=BOLD).text(160, 192, "[ ] Beta").text(160, 204, "[ ] Gamma")
    assert [row[0] for row in rows(read(page))] == ["Regione", "Comune", "Anno", "Mese", "Forme di / aiuto"]


def test_options_that_run_on_in_the_column_of_answers_stay_in_order() -> None:
    """Where one of them begins below another column, it is cut no more than elsewhere."""
    page = labelled(
        *THREE, ("Aiuti", "[ ] Fondi della cooperativa      [x] Contributi di privati e di altri")
    )
    page.text(160, 172, "enti      [ ] Quote      [x] Prestiti di banche della zona e non solo").text(
        160, 184, "di qui"
    )
    found = rows(read(page))[-1]
    assert found == [
        "Aiuti",
        "[ ] Fondi della cooperativa [x] Contributi di privati e di altri enti "
        "[ ] Quote [x] Prestiti di banche della zona e non solo di qui",
    ]


def test_wide_blanks_part_no_cells() -> None:
    """A text set with wide blanks is no table, though its words stand below one another."""
    page = leaf()
    for at in range(4):
        for number, word in enumerate(("Uno", "due", "tre", "sei", "sette", "otto", "nove", "dieci")):
            page.text(50 + 32 * number, 100 + 13 * at, word)
    assert rows(read(page)) == []


def test_what_is_asked_in_italics_ends_where_upright_letters_begin() -> None:
    """The last line of a question that is full still ends it."""
    page = leaf().lines(50, 126, "Abbiamo affiancato agli educatori un gruppo di artigiani in pensione.")
    page.text(
        50, 100, "Descrivere il progetto, gli obiettivi, il target di riferimento e l'ambito", 13.8, "F6"
    )
    page.text(
        50,
        113,
        "le attività previste per realizzare tutto il progetto (1500 caratteri al massimo)",
        13.8,
        "F6",
    )
    page.content[0] = page.content[0].replace("/F1 10", "/F1 13.8")
    oblique = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding >>"
    found = PdfReader().read(pdf(page, more={"F6": lambda book: book.add(oblique)}))
    assert lines(found)[-1].startswith("Abbiamo affiancato")


def test_the_border_below_an_option_with_its_box_at_the_right_does_not_underline_it() -> None:
    """A line under the words and the box far behind them is a border."""
    page = leaf().text(50, 60, "Presente").box(500, 51, 510, 61).text(50, 74, "Assente")
    page.box(500, 65, 510, 75).line(50, 77, 510, 77)
    texts = [one for paragraph in read(page).paragraphs() for one in paragraph.inlines]
    assert [one.emphasis for one in texts if isinstance(one, Text)] == [Emphasis.NONE] * 2


def test_a_label_with_room_above_it_is_no_rest_of_the_one_above() -> None:
    """A label with no answer follows one that fills its column: it stands further below than lines do."""
    page = leaf()
    rows_ = ("Regione", "Marche"), ("Comune", "Ancona"), ("Anno", "2024"), ("Mese", "maggio")
    for at, (label, answer) in enumerate(rows_):
        page.text(50, 60 + 29 * at, label, font=BOLD).lines(160, 60 + 29 * at, answer, "e altro", pitch=12)
    page.text(50, 176, "Cooperativa proponente", font=BOLD).text(160, 176, "Lume")
    page.text(50, 190.5, "Logo", font=BOLD)
    assert "Logo" in lines(read(page))


def test_an_address_beside_a_number_goes_on_on_the_next_line() -> None:
    """Its rest begins where the answer does, and not below its beginning."""
    page = leaf()
    for at, (label, answer) in enumerate((("Regione", "Marche"), ("Comune", "Ancona"), ("Anno", "2024"))):
        page.text(50, 60 + 20 * at, label, font=BOLD).text(160, 60 + 20 * at, answer)
    page.text(50, 120, "Recapiti", font=BOLD).text(160, 120, "051 000123")
    page.text(225, 120, "segreteria@cooperativa-").text(160, 132, "lume.example")
    page.text(50, 152, "Note", font=BOLD).text(160, 152, "Il progetto nasce in via Larga e si")
    assert "051 000123 segreteria@cooperativa-lume.example" in lines(read(page))
