"""Files that are no returned form: cut short, locked, of another kind."""

from __future__ import annotations

from samples.package import opened, saved
from samples.producers import converted
from samples.wordml import row, table, words

CUT_AT = 5000
"""In bytes: the document's own part has begun by then and is not complete."""


def cut(data: bytes) -> bytes:
    """The beginning of a file."""
    return data[:CUT_AT]


def locked(data: bytes) -> bytes:
    """A PDF of the Word file that asks for a password."""
    return converted({"form": data}, "locked-pdf")["form"]


def other_form() -> bytes:
    """A form of another kind, filled in."""
    asked = (
        ("Cognome e nome", "Brandelmi Ottavia"),
        ("Corso scelto", "☒ Falegnameria\n☐ Ceramica\n☐ Fotografia"),
        ("Giorno preferito", "giovedì sera"),
        ("Ha già frequentato altri corsi?", "☐ sì ☒ no"),
        ("Come ci ha conosciuto", "da un’amica"),
    )
    rows = [row([words(label)], [words(line) for line in answer.split("\n")]) for label, answer in asked]
    return saved(opened(), [words("ISCRIZIONE AI CORSI DELLA BIBLIOTECA"), table(rows)])


def plain_text() -> bytes:
    """Notes in a text file."""
    return b"Cose da fare:\n- richiamare la cooperativa\n- spedire di nuovo la scheda\n"
