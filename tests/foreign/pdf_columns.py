"""Layouts of others' forms in columns and tables, ruled or not."""

from __future__ import annotations

from collections.abc import Sequence

from tests.foreign.pdf_drawn import Drawn, Layout, width

_NEWSPAPER = [
    *((100, "carta d'identità"), (104, "in contanti"), (115, "passaporto")),
    *((122, "con bonifico bancario"), (130, "patente di guida"), (140, "con carta di credito")),
]


def yes_no_before(d: Drawn) -> None:
    """The same with the words before the boxes, and a further question behind."""
    for number, question in enumerate(("Casa di proprietà?", "Possiede un'auto?")):
        y = 100 + 20 * number
        d.page.text(60, y, question)
        x = d.tail(60 + width(question) + 14, y, "Si", number == 0)
        d.tail(x + 16, y, "No", number == 1)
        d.page.text(400, y, "Valore in euro")


def matrix(d: Drawn) -> None:
    """Boxes in a ruled table under the headings of their columns."""
    xs, ys = [60.0, 360, 420, 480], [100.0, 118, 136, 154]
    d.page.grid(xs, ys)
    d.page.text(64, 113, "Requisito").text(380, 113, "SI").text(440, 113, "NO")
    for row, name in enumerate(("Iscrizione all'albo", "Polizza assicurativa")):
        y = 131 + 18 * row
        d.page.text(64, y, name)
        d.lone(384, y, "SI", row == 0)
        d.lone(444, y, "NO", row == 1)


def box_column(d: Drawn) -> None:
    """A ruled table with a column of boxes before the names of what is enclosed."""
    names = ("Copia del documento", "Planimetria dei locali", "Ricevuta del versamento")
    d.page.grid([60.0, 90, 480], [100.0, 120, 140, 160])
    for row, name in enumerate(names):
        y = 114 + 20 * row
        d.lone(70, y, name, row == 2)
        d.page.text(95, y, name)


def two_columns(d: Drawn) -> None:
    """Options in two columns, some of two lines."""
    left = (
        ("assistenza domiciliare", ""),
        ("contributo per il pagamento delle utenze", "domestiche e del canone"),
    )
    right = (("telesoccorso", ""), ("inserimento in una struttura residenziale", "o in un centro diurno"))
    for number, pair in enumerate(zip(left, right, strict=True)):
        y = 100 + 18 * number
        for x, (first, rest) in zip((60, 320), pair, strict=True):
            start = x + d.style(d.page, x, y, number == 0) + 4
            d.page.text(start, y, first)
            if rest:
                d.page.text(start, y + 12, rest)
            d.seen(f"{first} {rest}".strip(), number == 0)


def headings_over_rows(d: Drawn) -> None:
    """Boxes under the headings of their columns, with no lines at all."""
    d.page.text(60, 90, "Requisito").text(380, 90, "SI").text(440, 90, "NO")
    names = ("Iscrizione all'albo", "Polizza assicurativa", "Regolarità dei versamenti")
    for row, name in enumerate(names):
        y = 108 + 18 * row
        d.page.text(60, y, name)
        d.lone(381, y, "SI", row == 0)
        d.lone(441, y, "NO", row == 1)


def above(d: Drawn) -> None:
    """Each box under its word, in a ruled table."""
    d.page.grid([60.0, 140, 220, 300], [100.0, 118, 136])
    for at, name in enumerate(("Scarso", "Buono", "Ottimo")):
        d.page.text(64 + 80 * at, 113, name)
        d.lone(96 + 80 * at, 131, name, at == 1)


def cells_of_options(d: Drawn) -> None:
    """A ruled table with a question and some options in a cell each, one of two lines."""
    d.page.grid([60.0, 200, 330, 480], [100.0, 132, 164])
    rows = (("Stato civile", "celibe o nubile", "coniugato"), ("Titolo di studio", "licenza media", "laurea"))
    for row, (question, first, second) in enumerate(rows):
        y = 113 + 32 * row
        d.page.text(64, y, question)
        d.option(204, y, first, row == 0)
        d.option(334, y, second)


def list_in_a_cell(d: Drawn) -> None:
    """A question on the left, a list of options in the cell on the right."""
    d.page.grid([60.0, 200, 480], [100.0, 150])
    d.page.text(64, 113, "Forma giuridica")
    for row, name in enumerate(("persona fisica", "persona giuridica", "ente pubblico")):
        d.option(204, 113 + 14 * row, name, row == 1)


def newspaper(d: Drawn) -> None:
    """Two columns of text, each with its own list of options, on other heights."""
    for x, start, pitch, names in (
        (60, 100, 15, ("carta d'identità", "passaporto", "patente di guida")),
        (320, 104, 18, ("in contanti", "con bonifico bancario", "con carta di credito")),
    ):
        d.page.text(x, start - 20, "Documento esibito:" if x == 60 else "Modalità di pagamento:")
        for row, name in enumerate(names):
            d.lone(x, start + pitch * row, name, row == 1)
            d.page.text(x + 16, start + pitch * row, name)
    d.truth.sort(key=lambda one: [w for _, w in _NEWSPAPER].index(one[1]))


def captioned_cells(d: Drawn) -> None:
    """Cells with a small caption above and the options of an answer in a row below it."""
    d.page.grid([60.0, 300, 535], [100.0, 130, 160])
    cells = (
        (64, 100, "Sesso", ("M", "F")),
        (304, 100, "Stato civile", ("celibe", "coniugato")),
        (64, 130, "Residente", ("in Italia", "all'estero")),
        (304, 130, "Titolo di godimento", ("proprietà", "affitto")),
    )
    for x, y, caption, names in cells:
        d.page.text(x, y + 9, caption, 6)
        end = float(x)
        for at, name in enumerate(names):
            end = d.option(end, y + 24, name, at == 0) + 20


def large(d: Drawn) -> None:
    """Boxes larger than the text, lower and higher than its line."""
    d.style(d.page, 60, 102, False)
    d.page.text(80, 100, "primo figlio")
    d.style(d.page, 60, 119, True)
    d.page.text(80, 120, "secondo figlio")
    d.truth += [("empty", "primo figlio"), ("ticked", "secondo figlio")]


def questions_in_a_table(d: Drawn) -> None:
    """A ruled table of numbered questions, each with yes and no in one cell."""
    d.page.grid([60.0, 84, 420, 535], [100.0, 118, 148])
    questions = (
        ("L'intervento riguarda parti comuni?", ""),
        ("L'immobile è gravato da vincoli", "o da servitù?"),
    )
    for row, (first, rest) in enumerate(questions):
        y = 113 + 18 * row
        d.page.text(66, y, str(row + 1)).text(88, y, first)
        if rest:
            d.page.text(88, y + 12, rest)
        x = d.option(426, y, "SI", row == 0)
        d.option(x + 14, y, "NO", row == 1)


LAYOUTS: Sequence[Layout] = (
    *(yes_no_before, matrix, box_column, two_columns, headings_over_rows, above, cells_of_options),
    *(list_in_a_cell, newspaper, captioned_cells, large, questions_in_a_table),
)
