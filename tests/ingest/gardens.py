"""A further form in another language, and returns of it in Word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from ingest import pipeline
from ingest.record import Outcome
from parsers.definition import built_in
from parsers.form import Form
from tests.parsers.word.builder import p, table, tc, word

DEFINITION = """
id = "jardins"
version = "2027"
title = "Concours des jardins partagés"
language = "fr"
identity = ["association", "jardin"]
preamble = ["CONCOURS DES JARDINS PARTAGÉS", "Remplissez la fiche et renvoyez-la avant la fin de mai."]
notes = ["(1) On entend par parcelle toute surface cultivée en commun par les membres de l’association."]

[[fields]]
id = "association"
label = "Nom de l’association"
kind = "text"

[[fields]]
id = "jardin"
label = "Nom du jardin"
kind = "text"

[[fields]]
id = "parcelle"
label = "Parcelle (1)"
kind = "one-of"

[[fields.options]]
code = "cour"
label = "Cour d’immeuble"

[[fields.options]]
code = "toit"
label = "Toit-terrasse"

[[fields]]
id = "cultures"
label = "Cultures"
kind = "any-of"

[[fields.options]]
code = "aucune"
label = "Aucune pour l’instant"
exclusive = true

[[fields.options]]
code = "legumes"
label = "Légumes anciens"

[[fields.options]]
code = "autres"
label = "Autres, préciser"
asks_text = "cultures_autres"

[[fields]]
id = "cultures_autres"
label = "Autres, préciser"
kind = "text"
required = false

[[fields]]
id = "histoire"
label = "Histoire du jardin"
prompts = ["Racontez comment le jardin est né et qui s’en occupe (40 caractères au plus)"]
kind = "long-text"
max_length = 40

[[fields]]
id = "ouvert"
label = "Le jardin est-il ouvert au public ?"
kind = "yes-no"

[[fields.options]]
code = "yes"
label = "oui"

[[fields.options]]
code = "no"
label = "non"

[[fields]]
id = "courriel"
label = "Adresse électronique"
kind = "email"

[[fields]]
id = "photos"
label = "Photos (facultatif)"
kind = "images"
required = false
"""

Lines: TypeAlias = str | tuple[str, ...]

ANSWERS: dict[str, Lines] = {
    "association": "Les Coquelicots",
    "jardin": "La Brouette",
    "parcelle": ("☐ Cour d’immeuble", "☒ Toit-terrasse"),
    "cultures": ("☐ Aucune pour l’instant", "☒ Légumes anciens", "☒ Autres, préciser : menthe"),
    "histoire": "Né sur un toit.",
    "ouvert": ("☐ oui", "☒ non"),
    "courriel": "Brouette@coquelicots.org",
}


def sheet(
    form: Form, changed: Mapping[str, Lines] | None = None, before: str = "", without: tuple[str, ...] = ()
) -> bytes:
    """A return of the gardens' form in Word, with some answers changed and some questions left out."""
    answers = {**ANSWERS, **(changed or {})}
    rows = []
    for field in form.fields:
        if field.id not in ("cultures_autres", *without):
            given = answers.get(field.id, "")
            lines = (given,) if isinstance(given, str) else given
            asked = (field.label, *field.prompts)
            rows.append((tc("".join(map(p, asked))), tc("".join(map(p, lines)))))
    return word(before + "".join(map(p, form.preamble)) + table(*rows) + "".join(map(p, form.notes)))


def read(data: bytes, form: Form, name: str = "fiche.docx") -> Outcome:
    """What the data says where the gardens' form is known beside the built-in one."""
    return pipeline.read(data, name, (*built_in(), form))


def said(outcome: Outcome) -> list[tuple[str | None, str]]:
    """Findings as field and code."""
    return [(found.field, found.code) for found in outcome.findings]
