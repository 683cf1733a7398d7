"""The columns of a list of cooperatives, told by their headings in Italian or English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.identity import fold

_DEEPEST = 20
"""Rows in which the header is looked for: above it stand titles and dates."""

_NAMES = (
    frozenset(("cooperativa", "cooperative", "coop", "denominazione", "ragione", "intestazione")),
    frozenset(("ente", "organizzazione", "impresa", "societa", "azienda", "organisation", "company")),
    frozenset(("nome", "name", "nominativo", "member", "socio", "associata")),
)
"""What a column of names is called, the clearest words first: beside "Cooperativa" a "Nome" is a person's."""
_EMAILS = frozenset(("email", "mail", "posta", "pec"))
_REGIONS = frozenset(("regione", "region"))
_BESIDE = frozenset(
    (
        *("a", "completa", "completo", "d", "del", "dell", "della", "delle", "di", "e"),
        *("full", "la", "legal", "of", "the", "sociale", "sociali", "invitata", "invitate"),
        *("invitato", "invitati", "socia", "soci", "sede", "elettronica", "elettronico"),
        *("certificata", "ordinaria", "indirizzo", "address", "principale", "ufficiale"),
        *("contatto", "contact", "1", "2", "3"),
    )
)
"""Words that may stand in a heading beside the telling one; with any other it is about something else."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a list has what, by position from 0."""

    header: int
    """The row of the headings."""
    name: int
    emails: tuple[int, ...]
    """In the order in which they are written to: certified mail (PEC) comes last."""
    region: int | None
    further: tuple[int, ...]
    """The other columns that have a heading."""

    @property
    def score(self) -> int:
        """How many columns were recognised."""
        return 1 + len(self.emails) + (self.region is not None)


def find_header(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns by the row that names most of them; None where no row names a column of names."""
    found = [columns for at, row in enumerate(rows[:_DEEPEST]) if (columns := _columns(at, row)) is not None]
    return max(found, key=lambda columns: columns.score, default=None)


def _columns(at: int, row: Sequence[str]) -> Columns | None:
    words = [_words(heading) for heading in row]
    ranked = ((rank, column) for rank, names in enumerate(_NAMES) for column in _of(names, words))
    _, name = min(ranked, default=(0, None))
    if name is None:
        return None
    emails = sorted(_of(_EMAILS, words), key=lambda column: _is_certified(words[column]))
    region = next(iter(_of(_REGIONS, words)), None)
    known = {name, *emails, region}
    further = (column for column, heading in enumerate(row) if heading and column not in known)
    return Columns(at, name, tuple(emails), region, tuple(further))


def _words(heading: str) -> frozenset[str]:
    """The words of a heading, folded; ``e-mail`` is one word."""
    text = "".join(c if c.isalnum() else " " for c in heading.casefold().replace("e-mail", "email"))
    return frozenset(fold(word) for word in text.split())


def _of(names: frozenset[str], headings: Sequence[frozenset[str]]) -> list[int]:
    every = frozenset.union(*_NAMES) | _EMAILS if names is _EMAILS else frozenset.union(*_NAMES) | _REGIONS
    return [at for at, words in enumerate(headings) if words & names and words <= every | _BESIDE]


def _is_certified(words: frozenset[str]) -> bool:
    return bool(words & {"pec", "certificata"})
