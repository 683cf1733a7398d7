"""A small form with a field of every kind, and answers to it, for the tests of this folder."""

from __future__ import annotations

from ingest.normalise import Normalised, normalise
from ingest.record import Value
from parsers.answers import Answer, Answers, Choice, Stray
from parsers.document import Image, Method, Place, State
from parsers.form import Field, Form, Kind, Option

PLACE = Place(table="2", row=5, cell=2)


def options(*codes: str) -> tuple[Option, ...]:
    return tuple(Option(code, code.capitalize()) for code in codes)


FORM = Form(
    id="visita",
    version="1",
    title="Scheda di visita",
    language="it",
    fields=(
        Field("nome", "Nome", Kind.TEXT),
        Field("zona", "Zona", Kind.REGION),
        Field("luogo", "Luogo", Kind.MUNICIPALITY, within="zona"),
        Field("tipo", "Tipo", Kind.ONE_OF, options=options("a", "b", "c")),
        Field(
            "fondi",
            "Fondi",
            Kind.ANY_OF,
            options=(
                Option("nessuno", "Nessuno", exclusive=True),
                Option("propri", "Propri"),
                Option("altri", "Altri, quali", asks_text="fondi_altri"),
            ),
        ),
        Field("fondi_altri", "Altri fondi", Kind.TEXT, required=False),
        Field("racconto", "Racconto", Kind.LONG_TEXT, max_length=20),
        Field("misura", "Misurate?", Kind.YES_NO, options=options("yes", "no")),
        Field("numero", "Tel. e mail", Kind.PHONES),
        Field("posta", "Tel.  e mail", Kind.EMAIL),
        Field("foto", "Foto", Kind.IMAGES, required=False),
    ),
    identity=("nome",),
)

SEPARATE = Form(
    id="breve",
    version="1",
    title="Scheda breve",
    language="it",
    fields=(Field("numero", "Telefono", Kind.PHONES), Field("posta", "E-mail", Kind.EMAIL)),
    identity=("numero",),
)


def choice(option: str, state: State = State.TICKED, doubt: str = "") -> Choice:
    return Choice(option, state, None, Method.GLYPH, 0.99, f"☒{option}", PLACE, doubt)


def answer(
    field: str,
    text: str = "",
    *choices: Choice,
    found: bool = True,
    confidence: float = 0.99,
    images: tuple[Image, ...] = (),
) -> Answer:
    return Answer(field, found, text, choices, images, Method.TEXT, confidence, PLACE, context=f"<{text}>")


def complete() -> dict[str, Answer]:
    """Answers that are complete and right, by field."""
    return {
        "nome": answer("nome", "Cooperativa La Lanterna"),
        "zona": answer("zona", "Toscana"),
        "luogo": answer("luogo", "Empoli (FI)"),
        "tipo": answer("tipo", "", choice("a"), choice("b", State.EMPTY)),
        "fondi": answer("fondi", "", choice("altri"), choice("propri")),
        "fondi_altri": answer("fondi_altri", "……Bando……"),
        "racconto": answer("racconto", "Breve.\nE chiaro."),
        "misura": answer("misura", "", choice("yes")),
        "numero": answer("numero", "Tel. 0571 123456 – info@lanterna.it"),
        "posta": answer("posta", "Tel. 0571 123456 – info@lanterna.it"),
        "foto": answer("foto"),
    }


def answers(*changed: Answer, strays: tuple[Stray, ...] = ()) -> Answers:
    """Complete answers to FORM, but for those given."""
    given = complete() | {one.field: one for one in changed}
    return Answers(FORM.id, tuple(given.values()), strays, 1.0)


def contact(text: str) -> tuple[Answer, Answer]:
    """The shared contact answer, as both of its fields carry it."""
    return answer("numero", text), answer("posta", text)


def read(*changed: Answer) -> Normalised:
    """The record of those answers."""
    return normalise(FORM, answers(*changed))


def value(field: str, *changed: Answer) -> Value:
    """What the record says in that field."""
    return read(*changed).record.values()[field]


def codes(*changed: Answer) -> list[tuple[str | None, str]]:
    """Its findings, as field and code."""
    return [(found.field, found.code) for found in read(*changed).findings]
