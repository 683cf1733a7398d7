"""The sentence that a finding or a failure is for people: what, where, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ingest.record import Fact, Failure, Finding
from ingest.texts import Texts
from parsers.document import Place
from parsers.form import Field, Form, Kind

CATALOGUE = "ingest.texts:findings"

_FACTS: Mapping[str, Fact] = dict.fromkeys(
    (
        *(
            "choice",
            "choices",
            "city",
            "count",
            "detail",
            "doubt",
            "fields",
            "file",
            "form1",
            "form2",
            "found",
        ),
        *("kind", "length", "limit", "number", "others", "pages", "region", "share1", "share2", "suffix"),
        *("suggestion", "text", "why"),
    ),
    "",
)
"""Every fact a sentence may name; one that is not known leaves its place empty."""


def message(finding: Finding, form: Form | None, texts: Texts, table: str = "finding") -> str:
    """The sentence of a finding, from that table of the catalogue. Without a form, a field goes by its id."""
    facts = (
        dict(_FACTS)
        | dict(finding.facts)
        | {
            "field": _field_words(finding.field, form, texts),
            "where": _where(finding.place, texts),
            "why": _why(str(finding.fact("doubt") or ""), texts),
        }
    )
    if finding.fact("fields"):
        facts["fields"] = _field_names(str(finding.fact("fields")), form, texts)
    special = [f"{finding.code}/{finding.severity.value}", f"{finding.code}/{finding.fact('detail')}"]
    key = next((key for key in special if texts.has(table, key)), None)
    key = key or _key(table, finding.code, finding.facts, texts)
    return texts.say(table, key, **facts)


def failure_message(failure: Failure, texts: Texts) -> str:
    """The sentence of why no form could be read; by its reason where there is one for it."""
    key = _key("failure", failure.code, failure.facts, texts)
    reason = f"{failure.code}/{failure.reason}"
    if key == failure.code and texts.has("failure", reason):
        key = reason
    return texts.say("failure", key, **(dict(_FACTS) | dict(failure.facts)))


def place_words(place: Place | None, texts: Texts) -> str:
    """Where something stands: «tabella 2, riga 5, cella 2», «pagina 3»; ``""`` when that is not known."""
    if place is None:
        return ""
    steps = (
        ("page", place.page),
        ("table", place.table),
        ("row", place.row),
        ("cell", place.cell),
        ("paragraph", place.paragraph),
    )
    words = [texts.say("place", step, number=number) for step, number in steps if number is not None]
    return ", ".join([*words, texts.say("place", place.part)] if place.part else words)


def _where(place: Place | None, texts: Texts) -> str:
    words = place_words(place, texts)
    return f" ({words})" if words else ""


def _why(doubt: str, texts: Texts) -> str:
    return texts.say("doubt", doubt) if texts.has("doubt", doubt) else ""


def _key(table: str, code: str, facts: Iterable[tuple[str, Fact]], texts: Texts) -> str:
    """The key of the fullest sentence: that of the last fact known that has one of its own."""
    known = [f"{code}+{name}" for name, fact in facts if fact and texts.has(table, f"{code}+{name}")]
    return known[-1] if known else code


def _field_words(name: str | None, form: Form | None, texts: Texts) -> str:
    """The field's label, with the kind of contact where fields share one label."""
    field = _field(name or "", form)
    if field is None or form is None:
        return name or ""
    label = _label(field)
    alike = [other for other in form.fields if _label(other).casefold() == label.casefold()]
    named = field.kind in (Kind.PHONES, Kind.EMAIL) and len(alike) > 1
    return f"{label} – {texts.say('contact', field.kind.value)}" if named else label


def _label(field: Field) -> str:
    return " ".join(field.label.split()).rstrip(" :")


def _field_names(ids: str, form: Form | None, texts: Texts) -> str:
    return ", ".join(_field_words(name.strip(), form, texts) for name in ids.split(","))


def _field(name: str, form: Form | None) -> Field | None:
    return next((field for field in form.fields if field.id == name), None) if form else None
