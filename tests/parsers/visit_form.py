"""A small form of most kinds of field, and what a drawn return of it says."""

from __future__ import annotations

from parsers.answers import Answer, Answers
from parsers.definition import parse
from parsers.document import Document
from parsers.form import Form
from parsers.match import match
from tests.parsers.drawing import draw

FORM: Form = parse(
    """
id = "gite"
version = "1"
title = "Gite dell'anno"
language = "it"
identity = ["ente"]
preamble = ["GITE DELL’ANNO", "Scrivete che cosa avete visto e chi è venuto con voi."]
notes = [
  "(1) RACCONTO",
  "Per racconto si intende quello che è accaduto durante la gita, dal mattino fino alla sera.",
]

[[fields]]
id = "ente"
label = "Ente proponente"
spellings = ["Nome dell’ente"]
kind = "text"

[[fields]]
id = "logo"
label = "Stemma"
kind = "images"
required = false

[[fields]]
id = "mezzo"
label = "Mezzo di viaggio"
kind = "one-of"

[[fields.options]]
code = "treno"
label = "Treno regionale"

[[fields.options]]
code = "nave"
label = "Nave traghetto"

[[fields.options]]
code = "bici"
label = "Bicicletta"

[[fields]]
id = "andata"
label = "Compagni all’andata:"
section = "Compagni (2)"
kind = "any-of"
options = "compagni"

[[fields]]
id = "ritorno"
label = "Compagni al ritorno:"
section = "Compagni (2)"
kind = "any-of"
options = "compagni"

[[fields]]
id = "spese"
label = "Chi ha pagato"
kind = "any-of"

[[fields.options]]
code = "noi"
label = "Fondo comune"

[[fields.options]]
code = "parenti"
label = "Parenti stretti"

[[fields.options]]
code = "altri"
label = "Altri, specificare"
asks_text = "spese_altri"

[[fields]]
id = "spese_altri"
label = "Altri, specificare"
kind = "text"
required = false

[[fields]]
id = "racconto"
label = "Racconto (1)"
prompts = ["Raccontate la giornata, i luoghi visitati e le persone incontrate (max 500 caratteri)"]
kind = "long-text"
max_length = 500

[[fields]]
id = "ancora"
label = "Tornereste un’altra volta?"
kind = "yes-no"

[[fields.options]]
code = "yes"
label = "sì"
spellings = ["si"]

[[fields.options]]
code = "no"
label = "no"

[[fields]]
id = "telefono"
label = "Tel. e mail"
spellings = ["Telefono"]
kind = "phones"

[[fields]]
id = "email"
label = "Tel. e mail"
spellings = ["Indirizzo e-mail"]
kind = "email"

[[option_sets.compagni]]
code = "nessuno"
label = "Nessuno"
exclusive = true

[[option_sets.compagni]]
code = "vicini"
label = "Vicini di casa"

[[option_sets.compagni]]
code = "colleghi"
label = "Colleghi d’ufficio"
""",
    "gite.toml",
)

PROMPT = FORM.field("racconto").prompts[0]

SHEET = f"""
GITE DELL’ANNO
Scrivete che cosa avete visto e chi è venuto con voi.
| Ente proponente | Circolo Pettirosso |
| Stemma | |
| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta |
| Compagni (2) | Compagni all’andata: | Compagni al ritorno: |
| | ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio \
| ☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio |
| Chi ha pagato | ☒ Fondo comune // ☐ Parenti stretti // ☐ Altri, specificare ........ |
| Racconto (1) | {PROMPT} |
| ^ | Siamo partiti presto. |
| Tornereste un’altra volta? | ☒ sì // ☐ no |
| Tel. e mail | 0522 000123 |
"""
"""A whole return."""

NAVE = {"mezzo": ["nave"]}
"""The ticks of a return that says only how the visitors travelled."""

SURE = 0.8
"""Below this a reading is put before a person."""


def reading(drawing: str | Document) -> Answers:
    """What a drawing says."""
    return match(draw(drawing) if isinstance(drawing, str) else drawing, FORM)


def answer(answers: Answers, field: str) -> Answer:
    """The answer of that field."""
    return next(answer for answer in answers.answers if answer.field == field)


def text(drawing: str | Document, field: str) -> str:
    """What was written for a field."""
    return answer(reading(drawing), field).text


def ticked(drawing: str | Document, field: str) -> list[str]:
    """The codes ticked for a field, in reading order."""
    return [choice.option for choice in answer(reading(drawing), field).ticked]


def ticks(drawing: str | Document) -> dict[str, list[str]]:
    """The codes ticked, by field, of the fields that have some."""
    found = reading(drawing)
    codes = {one.field: [choice.option for choice in one.ticked] for one in found.answers}
    return {field: ticked for field, ticked in codes.items() if ticked}


def written(drawing: str | Document) -> dict[str, str]:
    """What was written, by field, of the text fields that say something."""
    plain = {field.id for field in FORM.fields if not field.options}
    return {one.field: one.text for one in reading(drawing).answers if one.field in plain and one.text}


def strays(drawing: str | Document) -> list[str]:
    """What belongs to no field."""
    return [stray.text for stray in reading(drawing).strays]


def confidence(drawing: str | Document, field: str) -> float:
    """How sure the reading of a field is."""
    return answer(reading(drawing), field).confidence
