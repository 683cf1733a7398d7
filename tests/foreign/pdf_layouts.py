"""Forms of other people's making as PDFs, drawn with a few operators, with truth.

A layout draws a page with one style of box and says what a person sees in it: the state and the label
of each box, in reading order. The words are invented; the layouts are those of town halls' forms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pdfminer.fontmetrics import FONT_METRICS

from parsers.document import Mark
from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf

Truth: TypeAlias = list[tuple[str, str]]
Style: TypeAlias = Callable[[Leaf, float, float, bool], float]
"""Draws a box whose left side and baseline are given, ticked or not; returns its width."""

_WIDTHS = FONT_METRICS["Helvetica"][1]
_SIDE = 8.0
_ROUND = 0.5523


def width(text: str, size: float = 10) -> float:
    """How wide a text is in Helvetica, in points."""
    return sum(_WIDTHS.get(char, 556) for char in text) * size / 1000


def square(page: Leaf, x: float, y: float, on: bool) -> float:
    """A rectangle, crossed by two strokes."""
    page.box(x, y - _SIDE, x + _SIDE, y)
    if on:
        page.line(x, y - _SIDE, x + _SIDE, y).line(x, y, x + _SIDE, y - _SIDE)
    return _SIDE


def four_lines(page: Leaf, x: float, y: float, on: bool) -> float:
    """Four strokes, and a letter X."""
    page.grid([x, x + _SIDE], [y - _SIDE, y])
    if on:
        page.text(x + 1, y - 1, "X", 8)
    return _SIDE


def ring(page: Leaf, x: float, y: float, on: bool) -> float:
    """A circle, with a dot."""
    page.raw(_circle(x + 4, y - 4, 4) + " S")
    if on:
        page.raw(_circle(x + 4, y - 4, 2) + " f")
    return _SIDE


def dingbat(page: Leaf, x: float, y: float, on: bool) -> float:
    """A character of ZapfDingbats, with a cross over it."""
    page.text(x, y, "o", 10, "F3")
    if on:
        page.text(x, y, "8", 10, "F3")
    return 7.6


def field_(page: Leaf, x: float, y: float, on: bool) -> float:
    """A check box of the form."""
    page.check(x, y - 10, f"Casella {len(page.fields) + 1}", on)
    return 12.0


def bracket(page: Leaf, x: float, y: float, on: bool) -> float:
    """Typed brackets."""
    text = "[X]" if on else "[  ]"
    page.text(x, y, text)
    return width(text)


STYLES: Mapping[str, Style] = {
    style.__name__: style for style in (square, four_lines, ring, dingbat, field_, bracket)
}


def _circle(x: float, y: float, r: float) -> str:
    """The path of a circle; `y` from the top of the page."""
    up, k = 842 - y, r * _ROUND
    return (
        f"{x + r} {up} m {x + r} {up + k} {x + k} {up + r} {x} {up + r} c"
        f" {x - k} {up + r} {x - r} {up + k} {x - r} {up} c"
        f" {x - r} {up - k} {x - k} {up - r} {x} {up - r} c"
        f" {x + k} {up - r} {x + r} {up - k} {x + r} {up} c h"
    )


@dataclass
class Drawn:
    """A page that is being drawn, and what stands in it."""

    style: Style
    page: Leaf = field(default_factory=leaf)
    truth: Truth = field(default_factory=list)

    def option(self, x: float, y: float, label: str, on: bool = False, gap: float = 4) -> float:
        """A box with its label behind it; returns where it ends."""
        x += self.style(self.page, x, y, on) + gap
        self.page.text(x, y, label)
        self.seen(label, on)
        return x + width(label)

    def tail(self, x: float, y: float, label: str, on: bool = False, gap: float = 4) -> float:
        """A label with its box behind it; returns where it ends."""
        self.page.text(x, y, label)
        x += width(label) + gap
        self.seen(label, on)
        return x + self.style(self.page, x, y, on)

    def lone(self, x: float, y: float, label: str, on: bool = False) -> None:
        """A box whose label stands elsewhere."""
        self.style(self.page, x, y, on)
        self.seen(label, on)

    def seen(self, label: str, on: bool) -> None:
        """Notes what a person sees."""
        self.truth.append(("ticked" if on else "empty", label))


def seen(data: bytes) -> Truth:
    """What is found in a file, line by line."""
    found = sorted(labelled(PdfReader().read(data)), key=lambda one: _place(one.mark))
    return [(one.mark.state.value, one.label) for one in found]


def _place(mark: Mark) -> tuple[int, int, float]:
    page, box = mark.place.page, mark.place.box
    assert page is not None
    assert box is not None
    return page, round((box[1] + box[3]) / 16), box[0]


Layout: TypeAlias = Callable[[Drawn], None]

_DECLARED = (
    ("di essere residente nel Comune di Montevago da almeno due anni e di non avere", "debiti verso l'ente"),
    ("di non trovarsi in stato di liquidazione o di concordato", ""),
    (
        "che nei propri confronti non sono state applicate con provvedimento definitivo",
        "misure di prevenzione",
    ),
)


def declarations(d: Drawn) -> None:
    """Boxes before sentences that wrap, set in behind their box."""
    d.page.text(250, 60, "DICHIARA", 11, "F2")
    y = 90.0
    for number, (first, rest) in enumerate(_DECLARED):
        d.style(d.page, 60, y, number == 1)
        d.page.text(78, y, first)
        if rest:
            d.page.text(78, y + 12, rest)
        d.seen(f"{first} {rest}".strip(), number == 1)
        y += 34


def flush(d: Drawn) -> None:
    """The same, with the second line right below the box."""
    y = 90.0
    for number, (first, rest) in enumerate(_DECLARED[:1] + _DECLARED[2:]):
        text = f"{first} {'e di accettarne tutte le condizioni,' if number else 'di alcun genere,'}"
        x = 60 + d.style(d.page, 60, y, number == 1) + 4
        d.page.text(x, y, text).text(60, y + 12, rest)
        d.seen(f"{text} {rest}", number == 1)
        y += 34


def yes_no_behind(d: Drawn) -> None:
    """A question with two boxes at the right margin, each before its word."""
    for number, question in enumerate(("Presenza di disabili nel nucleo", "Alloggio di proprietà")):
        y = 100 + 20 * number
        d.page.text(60, y, question)
        d.option(400, y, "SI", number == 0)
        d.option(460, y, "NO", number == 1)


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


def tailed(d: Drawn) -> None:
    """Boxes at the ends of lines."""
    for number, name in enumerate(("Copia della patente", "Estratto di mappa catastale", "Visura camerale")):
        d.tail(60, 100 + 18 * number, name, number == 1, gap=6)


def in_a_line(d: Drawn) -> None:
    """Options one after the other in a sentence."""
    d.page.text(60, 100, "in qualità di:")
    x = 60 + width("in qualità di:") + 8
    for number, name in enumerate(("proprietario", "affittuario", "comodatario", "usufruttuario")):
        x = d.option(x, 100, name, number == 2) + 10


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


def nested(d: Drawn) -> None:
    """Options under options, set in."""
    d.option(60, 100, "è sottoposto a tutela e pertanto:")
    d.truth[-1] = ("empty", "è sottoposto a tutela e pertanto")
    d.option(90, 116, "l'intervento è libero", True)
    d.option(90, 132, "serve l'autorizzazione:")
    d.truth[-1] = ("empty", "serve l'autorizzazione")
    d.option(120, 148, "semplificata")
    d.option(120, 164, "ordinaria", True)
    d.option(60, 180, "non è sottoposto a tutela")


def lettered(d: Drawn) -> None:
    """A letter and its box before each option."""
    for number, name in enumerate(("esercizio di vicinato", "media struttura", "forma itinerante")):
        y = 100 + 18 * number
        d.page.text(60, y, f"{'abc'[number]})")
        d.option(76, y, name, number == 1)


def with_blanks(d: Drawn) -> None:
    """Options with lines to write on, and text below that is no part of the last one."""
    d.option(60, 100, "di aver versato euro")
    d.page.text(70 + width("di aver versato euro") + 10, 100, "__________")
    d.truth[-1] = ("empty", "di aver versato euro")
    d.option(60, 116, "altro (specificare)", True)
    d.page.text(60, 130, "con sede nel Comune di Montevago, via Garibaldi, e recapito telefonico")
    d.page.text(60, 142, "presso il quale si chiede di ricevere ogni comunicazione in merito.")


def headings_over_rows(d: Drawn) -> None:
    """Boxes under the headings of their columns, with no lines at all."""
    d.page.text(60, 90, "Requisito").text(380, 90, "SI").text(440, 90, "NO")
    names = ("Iscrizione all'albo", "Polizza assicurativa", "Regolarità dei versamenti")
    for row, name in enumerate(names):
        y = 108 + 18 * row
        d.page.text(60, y, name)
        d.lone(381, y, "SI", row == 0)
        d.lone(441, y, "NO", row == 1)


def far_behind(d: Drawn) -> None:
    """Boxes in a column at the right margin, far from the ends of their labels, with no lines."""
    names = ("Copia della patente", "Estratto di mappa catastale rilasciato dall'ufficio", "Visura camerale")
    for row, name in enumerate(names):
        d.page.text(60, 100 + 18 * row, name)
        d.lone(500, 100 + 18 * row, name, row == 1)


def with_leaders(d: Drawn) -> None:
    """The same with points that lead to the boxes."""
    for row, name in enumerate(("Copia della patente", "Visura camerale", "Marca da bollo")):
        d.page.text(60, 100 + 18 * row, name.ljust(70, "."))
        d.lone(460, 100 + 18 * row, name, row == 2)


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


def running_options(d: Drawn) -> None:
    """Options in a line that goes on in the next one, in the middle of a label."""
    x = 60.0
    for name in ("avvio", "subingresso", "trasferimento di sede"):
        x = d.option(x, 100, name, name == "subingresso") + 12
    start = x + d.style(d.page, x, 100, False) + 4
    d.page.text(start, 100, "variazione della ragione sociale oppure del legale").text(
        60, 114, "rappresentante"
    )
    d.seen("variazione della ragione sociale oppure del legale rappresentante", False)
    d.option(60 + width("rappresentante") + 12, 114, "cessazione")


def consent(d: Drawn) -> None:
    """Two long boxes for one consent."""
    d.page.text(60, 80, "Il sottoscritto, letta l'informativa sul trattamento dei dati personali,")
    d.option(60, 100, "presta il consenso", True)
    d.option(250, 100, "nega il consenso")


def below_a_heading(d: Drawn) -> None:
    """Options under a bold heading, and another heading right below them."""
    d.page.text(60, 100, "TIPO DI RICHIESTA", 10, "F2")
    d.option(60, 114, "nuova concessione")
    d.option(60, 128, "rinnovo", True)
    d.page.text(60, 142, "DATI DEL VEICOLO", 10, "F2").text(60, 156, "Targa ________ Marca ________")


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


_NEWSPAPER = [
    *((100, "carta d'identità"), (104, "in contanti"), (115, "passaporto")),
    *((122, "con bonifico bancario"), (130, "patente di guida"), (140, "con carta di credito")),
]


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


def with_entries(d: Drawn) -> None:
    """Options with fields to fill in between their words."""
    x = d.option(60, 100, "dal", True) + 4
    d.page.entry((x, 90, x + 60, 103), "dal", "01/02/2026").text(x + 64, 100, "al")
    d.truth[-1] = ("ticked", "dal al")
    d.option(60, 120, "a tempo indeterminato")


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


def alternatives(d: Drawn) -> None:
    """Options parted by a word on a line of its own."""
    d.option(60, 100, "di presentare la documentazione in originale", True)
    d.page.text(60, 116, "oppure")
    d.option(60, 132, "di presentare la documentazione in copia autentica")
    d.page.text(60, 148, "ovvero")
    d.option(60, 164, "di avvalersi della dichiarazione sostitutiva")


LAYOUTS: Sequence[Layout] = (
    *(declarations, flush, yes_no_behind, yes_no_before, matrix, box_column, tailed, in_a_line),
    *(two_columns, nested, lettered, with_blanks, headings_over_rows, far_behind, with_leaders, above),
    *(cells_of_options, list_in_a_cell, running_options, consent, below_a_heading, newspaper),
    *(captioned_cells, with_entries, large, questions_in_a_table, alternatives),
)


def comb(page: Leaf) -> None:
    """Squares side by side, one for each character of a code."""
    page.text(60, 100, "Codice fiscale")
    for at in range(16):
        page.box(150 + 12 * at, 90, 162 + 12 * at, 102)


def spaced_comb(page: Leaf) -> None:
    """The same with gaps, and filled in."""
    page.text(60, 100, "CAP")
    for at, digit in enumerate("90010"):
        page.box(150 + 16 * at, 90, 162 + 16 * at, 102).text(153 + 16 * at, 100, digit)


def numbered_frames(page: Leaf) -> None:
    """Numbers of sections in circles and squares."""
    for at in range(3):
        page.raw(_circle(66, 96 + 30 * at, 7) + " S").text(63, 99 + 30 * at, str(at + 1))
        page.text(80, 100 + 30 * at, "Dati del richiedente")
    page.box(60, 200, 76, 214).text(63, 211, "10").text(80, 211, "Dati dell'immobile")


def diagram(page: Leaf) -> None:
    """Squares tied by lines."""
    for at in range(4):
        page.box(100 + 60 * at, 100, 112 + 60 * at, 112)
        page.text(95 + 60 * at, 125, "fase")
    for at in range(3):
        page.line(112 + 60 * at, 106, 160 + 60 * at, 106)


def crest(page: Leaf) -> None:
    """Many small curves, some of them rings, as in a coat of arms."""
    for at in range(24):
        page.raw(_circle(60 + 5 * (at % 6), 60 + 5 * (at // 6), 5) + " S")
    page.text(110, 70, "COMUNE DI MONTEVAGO", 14, "F2")


def star(page: Leaf) -> None:
    """Closed curves that are no rings."""
    for at in range(3):
        x, y = 60.0, 742.0 - 30 * at
        page.raw(
            f"{x} {y} m {x + 5} {y + 5} {x + 5} {y + 5} {x + 5} {y + 12} c {x + 6} {y + 5} {x + 7} {y + 5}"
        )
        page.raw(f"{x + 12} {y + 5} c {x + 6} {y + 4} {x + 6} {y + 4} {x} {y} c h S")
        page.text(80, 842 - y, "Nota informativa")


def squares_as_bullets(page: Leaf) -> None:
    """Filled squares before the points of an instruction."""
    for at in range(4):
        page.box(60, 94 + 18 * at, 66, 100 + 18 * at, "f").text(75, 100 + 18 * at, "Allegare la ricevuta")


def page_number(page: Leaf) -> None:
    """The number of the page in a square, and one between brackets."""
    page.text(60, 100, "Informativa sul trattamento dei dati personali")
    page.box(290, 790, 306, 806).text(295, 801, "2").text(400, 801, "[ 2 ]")


def code(page: Leaf) -> None:
    """Brackets of a programming language."""
    page.text(60, 100, "values = [ ]  # none yet", font="F4").text(
        60, 114, "if (x) { return {}; }", font="F4"
    )
    page.text(60, 128, "for item in items[ ]:", font="F4").text(60, 142, "\\newcommand{ }[x]{y}", font="F4")


def table_cells(page: Leaf) -> None:
    """A table of small cells, some with figures in them."""
    page.grid([60.0 + 14 * at for at in range(12)], [100.0 + 14 * at for at in range(6)])
    for at in range(11):
        page.text(63 + 14 * at, 111, str(at % 10), 8)


def footnote_marks(page: Leaf) -> None:
    """Signs in running text."""
    page.text(60, 100, "La tariffa (x) si calcola come a \xd7 b; si veda la nota (*) e il punto (v).")
    page.text(60, 114, "Le parole tra parentesi [...] sono state omesse dal testo.")


def photograph(page: Leaf) -> None:
    """The frame of a photograph and of a stamp."""
    page.box(440, 60, 530, 170).text(455, 115, "Foto tessera").box(60, 60, 130, 130).text(
        65, 95, "Marca da bollo"
    )


def chart(page: Leaf) -> None:
    """Bars with a legend of coloured squares."""
    for at, colour in enumerate(("1 0 0", "0 0.6 0", "0 0 1")):
        page.raw(f"{colour} rg").box(100 + 30 * at, 200 - 30 * at, 120 + 30 * at, 220, "f")
        page.box(300, 100 + 16 * at, 308, 108 + 16 * at, "f").text(314, 108 + 16 * at, "anno precedente")
    page.raw("0 g")


DECOYS: Mapping[str, Callable[[Leaf], None]] = {
    decoy.__name__: decoy
    for decoy in (
        *(comb, spaced_comb, numbered_frames, diagram, crest, star, squares_as_bullets),
        *(page_number, code, table_cells, footnote_marks, photograph, chart),
    )
}
