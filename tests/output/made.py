"""A small form of every kind of field, and returns of it, made from a few literal words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ingest.filed import Filed
from ingest.record import Entry, Evidence, Failure, Finding, Outcome, Record, Value
from parsers.document import Place
from parsers.form import Field, Form, Kind, Option

PARTNERS = (
    Option("none", "Nessuno", exclusive=True),
    Option("coop", "Cooperative"),
    Option("other", "Altri, specificare", asks_text="other_text"),
)

FORM = Form(
    id="prova",
    version="3",
    title="Scheda di prova",
    language="it",
    fields=(
        Field("sender", "Cooperativa proponente", Kind.TEXT),
        Field("project", "Nome progetto (1)", Kind.TEXT),
        Field("province", "Provincia", Kind.TEXT),
        Field("type", "Tipologia", Kind.ONE_OF, options=(Option("A", "Tipo A"), Option("A+B", "Tipo misto"))),
        Field("partners", "Partnership", Kind.ANY_OF, prompts=("Con chi?",), options=PARTNERS),
        Field("other_text", "Altri, specificare", Kind.TEXT, required=False),
        Field("story", "Breve descrizione", Kind.LONG_TEXT, max_length=2000),
        Field("impact", "Valutazione?", Kind.YES_NO, options=(Option("yes", "sì"), Option("no", "no"))),
        Field("phone", "Tel. e mail", Kind.PHONES),
        Field("mail", "Tel. e mail", Kind.EMAIL),
        Field("photo", "Foto", Kind.IMAGES, required=False),
    ),
    identity=("sender", "project"),
)

ANSWERS: dict[str, Value] = {
    "sender": "Cooperativa Girandola",
    "project": "Orti in comune",
    "province": "NA",
    "type": "A+B",
    "partners": ("coop", "other"),
    "other_text": "parrocchia",
    "story": "Prima riga\nseconda riga",
    "impact": True,
    "phone": ("+390522123456", "+393331234567"),
    "mail": "info@girandola.example",
    "photo": 2,
}

ARRIVED = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)


def returned(
    number: int = 1,
    *findings: Finding,
    answers: dict[str, Value] | None = None,
    raw: str | None = None,
    context: str = "",
    place: Place | None = None,
    file: str = "",
    current: bool = True,
) -> Filed:
    """A form that was read: ANSWERS with `answers` in their place."""
    values = {**ANSWERS, **(answers or {})}
    entries = tuple(
        Entry(field.id, values[field.id], Evidence(_raw(values[field.id], raw), "text", 0.95, place, context))
        for field in FORM.fields
    )
    name = file or f"scheda-{number}.docx"
    return Filed(
        number=number,
        file=name,
        group="",
        archived=f"archive/{name}",
        sha256=f"{number:064x}",
        size=1000,
        received_at=ARRIVED + timedelta(minutes=number),
        form_id=FORM.id,
        outcome=Outcome(Record(FORM.id, FORM.version, entries), findings),
        current=current,
        seconds=0.25,
        program="0.1.0",
    )


def rejected(number: int = 1, code: str = "encrypted", file: str = "chiuso.pdf") -> Filed:
    """A file that could not be read."""
    return Filed(
        number=number,
        file=file,
        group="",
        archived=f"rejected/{file}",
        sha256=f"{number:064x}",
        size=10,
        received_at=ARRIVED + timedelta(minutes=number),
        form_id=None,
        outcome=Outcome(None, failure=Failure(code, "damaged")),
        current=False,
    )


def _raw(value: Value, raw: str | None) -> str:
    return raw if raw is not None else str(value)
