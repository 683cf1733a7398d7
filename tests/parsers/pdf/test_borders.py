"""Borders of cells as web pages and other programs draw them."""

from __future__ import annotations

from parsers.document import Table
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf


def tables(*pages: Leaf) -> list[Table]:
    return [block for block in PdfReader().read(pdf(*pages)).blocks if isinstance(block, Table)]


def said(table: Table) -> list[tuple[int, int, str]]:
    """Row, column and text of each cell."""
    found = []
    for cell in table.cells:
        lines = ["".join(getattr(one, "text", "☐") for one in block.inlines) for block in cell.blocks]  # type: ignore[union-attr]
        found.append((cell.row, cell.column, " / ".join(line.strip() for line in lines)))
    return found


def dots(page: Leaf, x0: float, y0: float, x1: float, y1: float) -> None:
    """A dotted line, each dot an area of its own."""
    steps = int(max(x1 - x0, y1 - y0) / 2)
    for at in range(steps + 1):
        x, y = x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps
        page.box(x, y, x + 0.8, y + 0.8, "f")


def test_dotted_lines_make_a_table() -> None:
    """Dot by dot they are ruling lines."""
    page = leaf().text(60, 115, "Regione").text(210, 115, "Umbria")
    for y in (100, 125):
        dots(page, 50, y, 350, y)
    for x in (50, 200, 350):
        dots(page, x, 100, x, 125)
    assert said(tables(page)[0]) == [(0, 0, "Regione"), (0, 1, "Umbria")]


def rounded(page: Leaf, x0: float, y0: float, x1: float, y1: float) -> None:
    """A frame with round corners."""
    top, bottom, r, k = HEIGHT - y0, HEIGHT - y1, 4.0, 1.8
    page.raw(
        f"{x0 + r} {bottom} m {x1 - r} {bottom} l {x1 - k} {bottom} {x1} {bottom + k} {x1} {bottom + r} c"
        f" {x1} {top - r} l {x1} {top - k} {x1 - k} {top} {x1 - r} {top} c"
        f" {x0 + r} {top} l {x0 + k} {top} {x0} {top - k} {x0} {top - r} c"
        f" {x0} {bottom + r} l {x0} {bottom + k} {x0 + k} {bottom} {x0 + r} {bottom} c h S"
    )


def test_a_frame_with_round_corners_is_a_cell() -> None:
    """And no ring around what stands in it."""
    page = leaf().text(50, 90, "Città").text(58, 112, "Terni")
    rounded(page, 50, 100, 350, 120)
    assert [said(table) for table in tables(page)] == [[(0, 0, "Terni")]]


def test_boxes_close_beside_one_another_are_cells_of_a_row() -> None:
    """Each with a border of its own."""
    page = leaf().box(50, 100, 198, 125).box(201, 100, 350, 125)
    page.text(60, 115, "Regione").text(210, 115, "Umbria")
    assert [said(table) for table in tables(page)] == [[(0, 0, "Regione"), (0, 1, "Umbria")]]


def section(page: Leaf) -> Leaf:
    page.text(60, 120, "Regione").text(220, 120, "Umbria")
    page.text(60, 145, "Provincia").text(220, 145, "Perugia")
    return page.text(60, 170, "Comune").text(220, 170, "Todi")


def test_a_frame_around_a_section_is_no_cell() -> None:
    """Labels and answers in it are rows as without it."""
    found = tables(section(leaf().box(50, 100, 545, 190)))
    assert [cell for table in found for cell in said(table)] == [
        (0, 0, "Regione"),
        (0, 1, "Umbria"),
        (1, 0, "Provincia"),
        (1, 1, "Perugia"),
        (2, 0, "Comune"),
        (2, 1, "Todi"),
    ]


def test_a_frame_goes_on_on_the_next_page() -> None:
    """Around running text, too, it is the one that was no cell on the page before."""
    first = section(leaf().box(50, 100, 545, 790)).text(60, 780, "Abbiamo aperto uno sportello")
    second = leaf().box(50, 40, 545, 110).text(60, 60, "e un forno di quartiere.").text(60, 80, "Grazie.")
    narrower = leaf().box(50, 40, 500, 110).text(60, 60, "Una nota.")
    assert [len(tables(first, page)) for page in (second, narrower)] == [1, 2]


def flush(page: Leaf, y: float, label: str, answer: str, width: float) -> None:
    page.text(200 - width, y, label).text(215, y, answer)


def test_labels_set_flush_right_are_one_column() -> None:
    """They begin anywhere, and end where their answers begin."""
    page = leaf()
    flush(page, 100, "Cooperativa proponente", "Il Faro", 107.8)
    flush(page, 122, "Regione", "Umbria", 37.8)
    flush(page, 144, "Provincia", "Perugia", 40.6)
    flush(page, 166, "Nome del progetto", "Orti", 82.3)
    assert [cell for table in tables(page) for cell in said(table)][:4] == [
        (0, 0, "Cooperativa proponente"),
        (0, 1, "Il Faro"),
        (1, 0, "Regione"),
        (1, 1, "Umbria"),
    ]


def test_a_level_rule_parts_rows() -> None:
    """However close the labels stand."""
    page = leaf()
    for at, (label, answer) in enumerate(
        (("Nome del progetto", "Orti"), ("Ambito", "Sociale"), ("Durata", "Un anno"))
    ):
        page.text(50, 100 + 13 * at, label).text(180, 100 + 13 * at, answer)
        page.line(50, 104 + 13 * at, 450, 104 + 13 * at)
    assert [cell for table in tables(page) for cell in said(table)] == [
        (0, 0, "Nome del progetto"),
        (0, 1, "Orti"),
        (1, 0, "Ambito"),
        (1, 1, "Sociale"),
        (2, 0, "Durata"),
        (2, 1, "Un anno"),
    ]


def test_options_in_columns_of_a_cell_keep_their_rests() -> None:
    """What wraps belongs to the option above it, and not to its neighbour."""
    page = leaf().box(50, 90, 450, 160)
    for x, first, rest in ((70, "Benessere dei", "lavoratori"), (270, "Servizi nuovi", "nel territorio")):
        page.box(x - 14, 101, x - 5, 110).text(x, 109, first).text(x, 121, rest)
        page.box(x - 14, 131, x - 5, 140).text(x, 139, f"Altro, {x}")
    inner = next(block for block in tables(page)[0].cells[0].blocks if isinstance(block, Table))
    assert said(inner) == [
        (0, 0, "☐ Benessere dei lavoratori / ☐ Altro, 70"),
        (0, 1, "☐ Servizi nuovi nel territorio / ☐ Altro, 270"),
    ]


def test_bars_beside_changed_lines_move_no_border() -> None:
    """They stand right along one, each as high as a line; tables in the cells beside keep their own."""
    page = leaf().grid([37, 207, 377, 547], [100, 113.1, 216.8])
    for left in (212.8, 382.8):
        page.grid([left, left + 80, left + 160], [113.6, 139.4, 165.2, 216.3])
    for y in (139.6, 139.6, 165.4, 165.4):
        page.line(375.4, y, 375.4, y + 12.7)
    for at in range(12):
        page.text(217 + 80 * (at % 2) + 170 * (at // 6), 125 + 26 * (at % 6 // 2), f"V{at}")
    inner = [block for cell in tables(page)[0].cells for block in cell.blocks if isinstance(block, Table)]
    assert [len(table.cells) for table in inner] == [6, 6]
