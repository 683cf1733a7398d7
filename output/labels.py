"""Values, headings and states as people read them, and as programs do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from ingest.filed import Filed
from ingest.record import Value
from ingest.texts import Texts
from output.characters import cut
from parsers.form import Field, Form

CATALOGUE = "output.texts:labels"

Cell: TypeAlias = str | int | float | datetime
"""What a cell of the dataset holds; a blank is ``""``."""

JOIN = "; "
"""What stands between several values of one cell."""


_LONGEST_HEADING = 200
"""In characters; the column of a spreadsheet's table can be called by 255."""


def shown(field: Field, value: Value, words: Texts) -> str | int:
    """The value for people: option labels, Sì or No, several joined by ``; ``; ``""`` for no answer."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.say("answer", "yes" if value else "no")
    if isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return JOIN.join(_option(field, code) for code in value)
    return _option(field, value)


def coded(value: Value) -> str | int:
    """The value for programs: codes, 1 or 0, several joined by ``; ``; ``""`` for no answer."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    return JOIN.join(value) if isinstance(value, tuple) else value


def headings(form: Form, words: Texts) -> dict[str, str]:
    """Field id to heading: the form's label, with the kind of answer where fields share a label."""
    labels = {field.id: _line(field.label) for field in form.fields}
    folded = [label.casefold() for label in labels.values()]
    full = [
        f"{labels[field.id]} – {words.say('kind', field.kind.value)}"
        if folded.count(labels[field.id].casefold()) > 1
        else labels[field.id]
        for field in form.fields
    ]
    return dict(zip(labels, unique(full), strict=True))


def unique(names: Iterable[str]) -> list[str]:
    """The names, a later one that repeats an earlier one (in any case) with `` (2)``, `` (3)`` … added."""
    taken: set[str] = set()
    result = []
    for name in names:
        free, count = name, 1
        while free.casefold() in taken:
            count += 1
            free = f"{name} ({count})"
        taken.add(free.casefold())
        result.append(free)
    return result


def version_word(filed: Filed, words: Texts) -> str:
    """Whether it is the current version, superseded, a duplicate, or none of these (a rejected file)."""
    if filed.current:
        return words.say("version", "current")
    if filed.superseded_by is not None:
        return words.say("version", "superseded")
    if filed.duplicate_of is not None:
        return words.say("version", "duplicate")
    return words.say("version", "none")


def method_word(method: str, words: Texts) -> str:
    """How a value was read; a method without a word of its own stands as it is."""
    return words.say("method", method) if words.has("method", method) else method


def named(filed: Filed, form: Form | None) -> tuple[str, str]:
    """Who sent it and which project, each ``""`` where it is not known."""
    record = filed.outcome.record
    if form is None or record is None:
        return "", ""
    values = record.values()
    sender, project = (*form.identity, "", "")[:2]
    return str(values.get(sender) or ""), str(values.get(project) or "")


def local_time(filed: Filed) -> str:
    """When it was received, in the computer's own time: ``23/11/2026 09:05``."""
    return filed.received_at.astimezone().strftime("%d/%m/%Y %H:%M")


def counted(words: Texts, table: str, name: str, count: int) -> str:
    """The sentence for one (``NAME_one``) or for another number (``NAME_many``)."""
    return words.say(table, f"{name}_{'one' if count == 1 else 'many'}", count=count)


def _option(field: Field, code: str) -> str:
    return next((option.label for option in field.options if option.code == code), code)


def _line(label: str) -> str:
    return cut(" ".join(label.split()), _LONGEST_HEADING)
