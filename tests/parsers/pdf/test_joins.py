"""What goes on over a page's end is joined, and what every page repeats is left out."""

from __future__ import annotations

from parsers.document import Paragraph, Table, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import leaf, pdf

_LONG = "Una riga comincia a sinistra e poi va avanti, parola dopo parola, fino quasi a toccare il proprio"


def read(*leaves: object) -> tuple[object, ...]:
    return PdfReader().read(pdf(*leaves)).blocks  # type: ignore[arg-type]


def cells(block: object) -> list[tuple[int, int, list[str]]]:
    assert isinstance(block, Table)
    return [(cell.row, cell.column, [text(part) for part in cell.blocks]) for cell in block.cells]


def text(block: object) -> str:
    assert isinstance(block, Paragraph)
    return "".join(inline.text for inline in block.inlines if isinstance(inline, Text))


def test_table_over_two_pages_is_one() -> None:
    """A table that goes on at the next page's top with the same columns is one table."""
    first = leaf().grid([50, 150, 300], [700, 740, 780]).text(55, 714, "Uno").text(155, 714, "Due")
    first.text(55, 754, "Tre").text(155, 754, "Quattro")
    second = leaf().grid([50, 150, 300], [50, 90]).text(55, 64, "Cinque").text(155, 64, "Sei")
    blocks = read(first, second)
    assert [cell[:2] for cell in cells(blocks[0])] == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]


def test_row_that_goes_on_is_one_row() -> None:
    """A long answer cut by the page's end is one cell and one paragraph."""
    first = leaf().grid([50, 150, 300], [740, 770]).lines(155, 754, "Il percorso ha coinvolto le")
    second = leaf().grid([50, 150, 300], [50, 80]).lines(155, 64, "famiglie del territorio.")
    assert cells(read(first, second)[0]) == [
        (0, 0, [""]),
        (0, 1, ["Il percorso ha coinvolto le famiglie del territorio."]),
    ]


def test_new_row_on_a_new_page_stays_a_row() -> None:
    """A row with a label of its own is never taken for the rest of another."""
    first = (
        leaf()
        .grid([50, 150, 300], [740, 780])
        .text(55, 754, "Uno")
        .text(155, 754, "Risposta che riempie la riga")
    )
    second = leaf().grid([50, 150, 300], [50, 90]).text(55, 64, "Due").text(155, 64, "altra risposta")
    assert [cell[:2] for cell in cells(read(first, second)[0])] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_other_columns_are_another_table() -> None:
    """A table with other columns at the next page's top is a table of its own."""
    first = leaf().grid([50, 150, 300], [740, 780]).text(55, 754, "Uno")
    second = leaf().grid([50, 120, 300], [50, 90]).text(55, 64, "Due")
    assert len(read(first, second)) == 2


def test_repeated_heading_row_stands_once() -> None:
    """The heading row that a program repeats on every page is left out."""
    ys = [50.0, 80.0, 110.0]
    first = leaf().grid([50, 150, 300], ys).text(55, 64, "Voce").text(155, 64, "Valore").text(55, 94, "Uno")
    second = leaf().grid([50, 150, 300], ys).text(55, 64, "Voce").text(155, 64, "Valore").text(55, 94, "Due")
    assert [cell[2] for cell in cells(read(first, second)[0]) if cell[1] == 0] == [["Voce"], ["Uno"], ["Due"]]


def test_headers_and_footers_are_left_out() -> None:
    """What stands at the same height on each page, page numbers too, is no content."""
    pages = [
        leaf()
        .text(50, 40, "Associazione Aurora")
        .text(50, 300, f"Testo {name}")
        .text(280, 820, f"Pagina {at} di 2")
        for at, name in ((1, "primo"), (2, "secondo"))
    ]
    assert [text(block) for block in read(*pages)] == ["Testo primo", "Testo secondo"]


def test_same_text_elsewhere_on_the_page_is_kept() -> None:
    """Text that comes back in the middle of pages is content."""
    pages = [leaf().text(50, 300, "Nota"), leaf().text(50, 300, "Nota")]
    assert len(read(*pages)) == 2


def test_paragraph_over_two_pages() -> None:
    """A paragraph that breaks off in mid-sentence at the page's end goes on."""
    first = leaf().lines(50, 700, _LONG, _LONG.lower())
    second = leaf().text(50, 60, "attimo di pausa.")
    assert [text(block) for block in read(first, second)] == [f"{_LONG} {_LONG.lower()} attimo di pausa."]


def test_answer_that_goes_on_without_its_label() -> None:
    """Under a page's end a row without the label is the rest of the answer, a new sentence too."""
    first = leaf().grid([50, 150, 300], [740, 780]).text(55, 754, "Voce").text(155, 754, "Prima riga.")
    second = leaf().grid([50, 150, 300], [50, 90]).text(155, 64, "Seconda riga.")
    assert cells(read(first, second)[0]) == [(0, 0, ["Voce"]), (0, 1, ["Prima riga.", "Seconda riga."])]


def test_label_beside_several_rows_reaches_over() -> None:
    """A label beside rows of options stands beside those on the next page too."""
    first = leaf().grid([150, 300], [720, 750, 780]).line(50, 720, 150, 720).line(50, 780, 150, 780)
    first.line(50, 720, 50, 780).text(55, 734, "Voce").text(155, 734, "Uno").text(155, 764, "Due")
    second = leaf().grid([150, 300], [50, 80, 110]).line(50, 50, 150, 50).line(50, 110, 150, 110)
    second.line(50, 50, 50, 110).text(155, 64, "Tre").text(155, 94, "Quattro")
    found = cells(read(first, second)[0])
    assert found[0] == (0, 0, ["Voce"])
    assert [cell[1:] for cell in found[1:]] == [(1, ["Uno"]), (1, ["Due"]), (1, ["Tre"]), (1, ["Quattro"])]


def test_table_in_a_cell_goes_on() -> None:
    """A row of a table that stands in a cell is joined like one of a table of its own."""
    first = leaf().grid([40, 400], [700, 780]).grid([46, 200, 394], [720, 780])
    first.text(50, 734, "Voce").text(205, 734, "Il percorso ha coinvolto tutte le")
    second = leaf().grid([40, 400], [50, 120]).grid([46, 200, 394], [50, 90]).text(205, 64, "famiglie.")
    outer = read(first, second)[0]
    assert isinstance(outer, Table)
    inner = outer.cells[0].blocks[0]
    assert cells(inner)[0] == (0, 0, ["Voce"])
    assert "".join(cells(inner)[1][2]).startswith("Il percorso ha coinvolto tutte le")
    assert len(outer.cells) == 1


def test_box_at_a_page_end_goes_with_its_label() -> None:
    """A box alone at a page's end and the label on the next page are one paragraph."""
    first = leaf().grid([50, 300], [720, 780]).box(55, 728, 63, 736).text(66, 736, "Uno")
    first.box(55, 744, 63, 752)
    second = leaf().grid([50, 300], [50, 80]).text(55, 64, "Due")
    assert [[part.strip() for part in cell[2]] for cell in cells(read(first, second)[0])] == [["Uno", "Due"]]


def test_rows_of_one_label_and_one_box_stay_rows() -> None:
    """A label and its box at a page's end are a row, and those on the next page another."""
    first = leaf().grid([50, 160, 300], [740, 780]).text(55, 754, "Altre organizzazioni")
    first.box(165, 746, 173, 754)
    second = leaf().grid([50, 160, 300], [50, 90]).text(55, 64, "Centri di ricerca").box(165, 56, 173, 64)
    assert [cell[:2] for cell in cells(read(first, second)[0])] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_question_does_not_go_on_from_a_line_to_write_on() -> None:
    """The dots reach the cell's end, and say nothing of what the next page begins with."""
    first = leaf().grid([50, 300], [740, 770]).text(55, 754, "Altro " + "." * 78)
    second = leaf().grid([50, 300], [50, 80]).text(55, 64, "Breve descrizione")
    said = [said for _, _, some in cells(read(first, second)[0]) for said in some]
    assert "Breve descrizione" in said


def test_a_row_of_boxes_is_no_rest_of_the_heads_over_them() -> None:
    """However full the label above is, whose words might go on in the next row's."""
    xs = [50.0, 160.0, 200.0, 240.0]
    first = leaf().grid(xs, [740, 780]).text(55, 754, "Forme di aiuto attivate")
    first.text(165, 754, "Sì").text(205, 754, "No")
    second = leaf().grid(xs, [50, 80]).text(55, 64, "Proprie").box(165, 56, 173, 64).box(205, 56, 213, 64)
    assert [cell[:2] for cell in cells(read(first, second)[0]) if cell[1] == 0] == [(0, 0), (1, 0)]


def test_a_label_in_two_languages_goes_on_behind_its_stroke() -> None:
    """Whatever the next page begins with, and however complete the answer beside the label is."""
    first = leaf().grid([50, 120, 300], [740, 760]).text(55, 754, "Riferimenti /").text(125, 754, "0522 000")
    second = (
        leaf().grid([50, 120, 300], [50, 70]).text(55, 64, "Kontaktdaten").text(125, 64, "posta@esempio.it")
    )
    assert cells(read(first, second)[0])[0] == (0, 0, ["Riferimenti / Kontaktdaten"])
