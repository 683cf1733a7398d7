"""Layouts of others' forms in lines: lists of options, options side by side, questions and answers."""

from __future__ import annotations

from collections.abc import Sequence

from tests.foreign.pdf_drawn import Drawn, Layout, width

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


def with_entries(d: Drawn) -> None:
    """Options with fields to fill in between their words."""
    x = d.option(60, 100, "dal", True) + 4
    d.page.entry((x, 90, x + 60, 103), "dal", "01/02/2026").text(x + 64, 100, "al")
    d.truth[-1] = ("ticked", "dal al")
    d.option(60, 120, "a tempo indeterminato")


def alternatives(d: Drawn) -> None:
    """Options parted by a word on a line of its own."""
    d.option(60, 100, "di presentare la documentazione in originale", True)
    d.page.text(60, 116, "oppure")
    d.option(60, 132, "di presentare la documentazione in copia autentica")
    d.page.text(60, 148, "ovvero")
    d.option(60, 164, "di avvalersi della dichiarazione sostitutiva")


LAYOUTS: Sequence[Layout] = (
    *(declarations, flush, yes_no_behind, tailed, in_a_line, nested, lettered, with_blanks),
    *(far_behind, with_leaders, running_options, consent, below_a_heading, with_entries),
    *(alternatives,),
)
