"""More layouts of others' forms: boxes beside the middle of their text, and answers in turn."""

from __future__ import annotations

from tests.foreign.pdf_drawn import Drawn, width

_LONG = (
    ("Copia del documento di riconoscimento di chi chiede e, per", "i minori, di entrambi i genitori"),
    ("Attestazione del versamento della tariffa dovuta per il", "servizio di prescuola"),
)


def centred(d: Drawn) -> None:
    """Boxes beside the middle of texts of two lines, with no lines between."""
    for row, (first, rest) in enumerate(_LONG):
        y = 100 + 30 * row
        d.page.text(90, y, first).text(90, y + 12, rest)
        d.lone(60, y + 6, f"{first} {rest}", row == 0)
    d.lone(60, 160, "Certificato medico")
    d.page.text(90, 160, "Certificato medico")


def centred_behind(d: Drawn) -> None:
    """The same with the boxes in a column behind the texts."""
    for row, (first, rest) in enumerate(_LONG):
        y = 100 + 30 * row
        d.page.text(60, y, first).text(60, y + 12, rest)
        d.lone(400, y + 6, f"{first} {rest}", row == 1)
    d.page.text(60, 160, "Certificato medico")
    d.lone(400, 160, "Certificato medico")


def centred_on_three(d: Drawn) -> None:
    """Boxes beside the middle line of three."""
    lines = (
        "Autorizzo l'uscita autonoma del minore",
        "al termine delle lezioni senza la presenza",
        "di un adulto",
    )
    for row in range(2):
        y = 100 + 46 * row
        d.page.lines(90, y, *(line.replace("adulto", ("adulto", "delegato")[row]) for line in lines))
        label = " ".join(lines).replace("adulto", ("adulto", "delegato")[row])
        d.lone(60, y + 12, label, row == 1)


def long_questions(d: Drawn) -> None:
    """Headings over two columns of boxes, that stand beside the middle of their questions."""
    d.page.text(60, 80, "NUCLEO FAMILIARE").text(440, 80, "SI").text(490, 80, "NO")
    d.page.text(60, 100, "Nel nucleo sono presenti figli minorenni")
    d.page.text(60, 118, "Nel nucleo sono presenti persone non autosufficienti ovvero in")
    d.page.text(60, 130, "condizione di disabilità media o grave")
    for row, y in enumerate((100, 124)):
        d.lone(441, y, "SI", row == 0)
        d.lone(491, y, "NO", row == 1)


def answers_in_turn(d: Drawn) -> None:
    """Questions with their answers behind them, all in one line."""
    x = 60.0
    for question, one, two in (
        ("Sesso", "M", "F"),
        ("Tessera sanitaria", "sì", "no"),
        ("Medico", "sì", "no"),
    ):
        d.page.text(x, 100, question)
        x = d.option(x + width(question) + 4, 100, one, question == "Medico")
        x = d.option(x + 4, 100, two, question == "Sesso") + 4


LAYOUTS = (centred, centred_behind, centred_on_three, long_questions, answers_in_turn)
