"""Boxes in columns with no lines between them are read column by column."""

from __future__ import annotations

from parsers.document import Document, Mark, Paragraph, Table, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def option(page: Leaf, x: float, y: float, label: str) -> None:
    page.box(x, y - 9, x + 10, y + 1).text(x + 14, y, label)


def text(paragraph: Paragraph) -> str:
    return "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text)).strip()


def columns(table: Table) -> list[tuple[int, int, int, list[str]]]:
    return [
        (
            cell.row,
            cell.column,
            cell.column_span,
            [text(block) for block in cell.blocks if isinstance(block, Paragraph)],
        )
        for cell in table.cells
    ]


def test_two_groups_side_by_side() -> None:
    """Two groups of boxes under two headings keep apart."""
    page = leaf().text(50, 60, "Rete").text(150, 60, "Di intenti:").text(350, 60, "Economica:")
    for x in (150, 350):
        option(page, x, 80, "Alfa")
        option(page, x, 96, "Beta")
    document = read(page)
    found = next(block for block in document.blocks if isinstance(block, Table))
    assert columns(found) == [
        (0, 0, 1, ["Rete"]),
        (0, 1, 1, ["Di intenti:", "Alfa", "Beta"]),
        (0, 2, 1, ["Economica:", "Alfa", "Beta"]),
    ]


def test_label_that_runs_into_the_next_column() -> None:
    """A label that reaches the next box ends there: each box keeps its own label."""
    page = leaf()
    option(page, 50, 60, "Organizzazioni di rappresentanza")
    option(page, 196, 60, "Altro")
    paragraphs = list(read(page).paragraphs())
    assert [text(paragraph) for paragraph in paragraphs] == ["Organizzazioni di rappresentanza", "Altro"]


def test_boxes_after_their_labels_stay_together() -> None:
    """Where the label stands before the box, label and box are one paragraph."""
    page = leaf().text(50, 60, "sì").box(64, 51, 74, 61).text(80, 60, "no").box(96, 51, 106, 61)
    paragraph = next(read(page).paragraphs())
    assert [isinstance(inline, Mark) for inline in paragraph.inlines] == [False, True, False, True]


def test_rows_with_questions_are_no_columns() -> None:
    """A question before each row's boxes keeps its boxes beside it."""
    page = leaf()
    for y, question in ((60, "Prima domanda"), (76, "Seconda domanda")):
        page.text(50, y, question)
        option(page, 250, y, "sì")
        option(page, 330, y, "no")
    assert [text(paragraph) for paragraph in read(page).paragraphs()] == [
        "Prima domanda",
        "sì",
        "no",
        "Seconda domanda",
        "sì",
        "no",
    ]


def test_field_under_its_label() -> None:
    """A text field under a label follows that label, whatever stands to its left."""
    page = leaf().text(50, 60, "Banche").text(300, 60, "Altre, specificare").text(50, 80, "Privati")
    page.entry((300, 66, 450, 82), "x", "Fondo Aurora").text(50, 100, "Soci")
    read_as = [text(paragraph) for paragraph in read(page).paragraphs()]
    assert read_as[read_as.index("Altre, specificare") + 1] == "Fondo Aurora"


def test_options_that_run_on_are_no_columns() -> None:
    """Options set one after the other at tabs are lines of text: the last one goes on on the next line."""
    page = leaf()
    for y, x, label in (
        (60, 50, "Pratiche organizzative per la partecipazione di tutti i soci"),
        (60, 424, "Benessere di chi lavora"),
        (72, 140, "Nuovi territori"),
        (72, 300, "Altro"),
    ):
        option(page, x, y, label)
    page.text(50, 72, "in cooperativa").text(50, 120, "Un paragrafo che arriva fino al margine " * 2)
    document = read(page)
    assert not any(isinstance(block, Table) for block in document.blocks)
    joined = " ".join("".join(text(paragraph).split("\t")) for paragraph in document.paragraphs())
    assert "Benessere di chi lavora in cooperativa" in joined


def newspaper(page: Leaf, *rows: tuple[str, str]) -> Leaf:
    """A ruled cell with two columns of options; a hyphen before what has no box of its own."""
    page.grid([40, 540], [80, 92 + 14 * len(rows)])
    for at, pair in enumerate(rows):
        for x, words in zip((50, 300), pair, strict=True):
            if words.startswith("-"):
                page.text(x, 96 + 14 * at, words[1:])
            else:
                option(page, x, 96 + 14 * at, words)
    return page


def test_two_boxes_before_one_option_are_no_columns() -> None:
    """The box that was there and the one put in its stead stand side by side, and words behind them."""
    page = leaf().grid([40, 540], [80, 130]).box(50, 87, 60, 97)
    option(page, 64, 96, "Alfa")
    page.box(50, 101, 60, 111).text(75, 110, "Beta")
    option(page, 64, 124, "Gamma")
    assert not [
        block
        for one in read(page).blocks
        if isinstance(one, Table)
        for cell in one.cells
        for block in cell.blocks
        if isinstance(block, Table)
    ]


def test_an_option_that_wraps_beside_a_box_of_the_next_column_is_whole() -> None:
    """Where one row alone has two boxes, the others still tell where the columns begin."""
    page = newspaper(
        leaf(),
        ("Pratiche organizzative per il potenziamento", "Progettazione"),
        ("-della partecipazione", "Collaborazione e contaminazione tra"),
        ("Benessere dei lavoratori", "-imprese sociali"),
    )
    assert [text(one) for one in read(page).paragraphs() if text(one)] == [
        "Pratiche organizzative per il potenziamento della partecipazione",
        "Benessere dei lavoratori",
        "Progettazione",
        "Collaborazione e contaminazione tra imprese sociali",
    ]
