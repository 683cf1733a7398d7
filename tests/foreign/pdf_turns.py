"""Layouts of others' forms whose boxes and words stand in turns: keys, questions and lines spread out."""

from __future__ import annotations

from collections.abc import Sequence

from tests.foreign.pdf_drawn import Drawn, Layout, width


def keyed(d: Drawn) -> None:
    """Boxes behind their labels, each with the number that is typed in for it."""
    d.page.text(60, 86, "Condizione")
    for row, labels in enumerate((("Tessitrice", "Fornaio / Pasticciere"), ("Casaro", "Altro mestiere"))):
        x = 60.0
        for at, label in enumerate(labels):
            x = d.tail(x, 100 + 16 * row, label, at == row) + 4
            d.page.text(x, 100 + 16 * row, str(1 + 2 * row + at))
            x += 24
    d.page.text(d.tail(60, 132, "Nessuno dei precedenti") + 4, 132, "5")


def other_at_the_end(d: Drawn) -> None:
    """Options behind words that ask for them with no colon, though other lines have their boxes behind."""
    x = d.option(60 + width("per uso "), 100, "legnaia", True)
    d.page.text(60, 100, "per uso")
    d.option(d.option(x + 6, 100, "rimessa") + 6, 100, "altro")
    for y, question in ((130, "Rete idrica"), (146, "Rete fognaria")):
        d.page.text(60, y, question)
        d.tail(d.tail(200, y, "si", y == 130) + 12, y, "no", y == 146)


def question_under_options(d: Drawn) -> None:
    """A question whose answers stand before their boxes, right under a line of options full to the margin."""
    d.page.text(60, 88, "Mezzo:")
    x = d.option(100, 88, "di chi lo chiede", True)
    end = d.option(d.option(x + 6, 88, "in prestito") + 6, 88, "in uso (allegare la dichiarazione)")
    d.page.text(60, 76, "Il mezzo e la durata").text(end - width("chiesti"), 76, "chiesti")
    d.page.text(60, 100, "Durata: 1 anno")
    d.seen("1 anno", False)
    x = 64 + width("Durata: 1 anno")
    x += d.style(d.page, x, 100, False) + 8
    d.tail(d.tail(x, 100, "2 anni", True) + 8, 100, "giornaliero")


def inverted_question(d: Drawn) -> None:
    """A question that begins with its mark, as in Spanish."""
    x = d.option(60, 88, "AUTORIZO")
    d.option(x + 10, 88, "NO AUTORIZO a la administración a consultar mis datos", True)
    d.page.text(60, 100, "¿Es titular de otro huerto?")
    x = 60 + width("¿Es titular de otro huerto? ")
    d.option(d.option(x, 100, "SÍ", True) + 10, 100, "NO")


def words_past_a_comb(d: Drawn) -> None:
    """The next line's words behind a comb, under a label that stands further to the right."""
    d.page.text(60, 100, "Io sottoscritto")
    x = d.option(140, 100, "maestra")
    d.option(x + 12, 100, "bidello", True)
    d.page.text(60, 115, "nato il")
    for at in range(8):
        d.page.box(96 + 10 * at, 106, 106 + 10 * at, 117)
    d.page.text(180, 115, "a " + "_" * 30)


def turns_far_apart(d: Drawn) -> None:
    """Labels and boxes in turns, in columns with no lines; the last box ends the line."""
    d.page.text(60, 80, "Come desidera ricevere la bolletta")
    for at, (x, label) in enumerate(((60, "Posta"), (180, "Sportello"), (300, "Telefono"), (420, "Braille"))):
        d.page.text(x, 100, label)
        d.lone(x + 62, 100, label, at in (0, 3))


def spread_out(d: Drawn) -> None:
    """A label spread out to the margin."""
    words = ("al", "domicilio", "del", "custode")
    d.page.text(60, 84, "Il recapito va inviato")
    x = 60 + d.style(d.page, 60, 100, False)
    d.seen(" ".join(words), False)
    gap = (540 - x - sum(map(width, words))) / len(words)
    for word in words:
        d.page.text(x + gap, 100, word)
        x += gap + width(word)
    d.option(60, 116, "al seguente recapito", True)


LAYOUTS: Sequence[Layout] = (
    *(keyed, other_at_the_end, question_under_options, inverted_question),
    *(words_past_a_comb, turns_far_apart, spread_out),
)
