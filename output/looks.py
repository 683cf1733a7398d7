"""How each sheet of the workbook is dressed: which columns hold links, lists, states, long answers."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.texts import Texts
from output.codebook import ALLOWED
from output.dataset import Dataset
from output.labels import headings
from output.look import Look
from output.returns import field_columns
from parsers.form import Field, Form, Kind

_TINTS = {
    "error": "F8D7DA",
    "rejected": "F8D7DA",
    "none": "F8D7DA",
    "warning": "FFF3CD",
    "review": "FFF3CD",
    "perhaps": "FFF3CD",
    "unsure": "FFF3CD",
    "ok": "D4EDDA",
}
_LINKS = {
    "schede": ("report", "original"),
    "registro": ("report", "archived"),
    "mancanti": ("report", "reminder"),
}
_FLAT = ("schede_codici", "registro")
"""Sheets whose rows are one line high."""


class Looks:
    """The looks of one workbook's sheets."""

    def __init__(self, data: Dataset, form: Form, words: Texts) -> None:
        self._form = form
        self._words = words
        self._options = words.say("sheet", "opzioni")
        self._rows = _option_rows(data)
        self._headings = headings(form, words)

    def of(self, name: str) -> Look:
        """The look of the sheet of that name (as in `Dataset`)."""
        words = self._words
        people, programs = name == "schede", name == "schede_codici"
        return Look(
            tints=self._tints(),
            tinted=frozenset(words.say("column", word) for word in ("severity", "status", "reply")),
            links=frozenset(words.say("column", word) for word in _LINKS.get(name, ())),
            rows=frozenset([words.say("column", "report")] if name == "segnalazioni" else ()),
            galleries=frozenset([words.say("column", "pictures")]) if people else frozenset(),
            notes=dict(self._notes(programs)) if people or programs else {},
            lists=dict(self._lists(programs)) if people or programs else {},
            limits=self._limits(programs) if people or programs else {},
            tallest=1 if name in _FLAT else 4,
        )

    def _tints(self) -> dict[str, str]:
        return {
            self._words.say(table, name): colour
            for table in ("severity", "status", "reply")
            for name, colour in _TINTS.items()
            if self._words.has(table, name)
        }

    def _column(self, field: Field, programs: bool) -> str:
        return field.id if programs else self._headings[field.id]

    def _notes(self, programs: bool) -> Iterator[tuple[str, str]]:
        """The question as it is printed, and the rule for its answers."""
        for field in self._form.fields:
            question = " ".join([field.label, *field.prompts])
            yield self._column(field, programs), "\n".join([question, *self._rules(field)])

    def _rules(self, field: Field) -> Iterator[str]:
        words = self._words
        yield f"{words.say('column', 'kind')}: {words.say('kind', field.kind.value)}"
        if field.kind in ALLOWED:
            yield f"{words.say('column', 'allowed')}: {words.say('allowed', ALLOWED[field.kind])}"
        if field.max_length is not None:
            yield f"{words.say('column', 'max_length')}: {field.max_length}"
        answer = words.say("answer", "yes" if field.required else "no")
        yield f"{words.say('column', 'required')}: {answer}"

    def _lists(self, programs: bool) -> Iterator[tuple[str, str]]:
        """The closed values: those of options stand in the sheet of options, so that any text may be one."""
        for field in self._form.fields:
            column = self._column(field, programs)
            if field.kind is Kind.ONE_OF and field.id in self._rows:
                first, last = self._rows[field.id]
                letter = "C" if programs else "D"
                yield column, f"'{self._options}'!${letter}${first}:${letter}${last}"
            elif field.kind is Kind.YES_NO:
                yield column, '"1,0"' if programs else f'"{self._said("answer", "yes", "no")}"'
            elif field.kind is Kind.ANY_OF and programs:
                for name in list(field_columns(field))[1:]:
                    yield name, '"1,0"'
        if programs:
            yield "status", '"ok,review"'
        else:
            yield self._words.say("column", "status"), f'"{self._said("status", "ok", "review")}"'

    def _said(self, table: str, *names: str) -> str:
        return ",".join(self._words.say(table, name) for name in names)

    def _limits(self, programs: bool) -> dict[str, int]:
        return {
            self._column(field, programs): field.max_length
            for field in self._form.fields
            if field.max_length is not None
        }


def _option_rows(data: Dataset) -> dict[str, tuple[int, int]]:
    """The rows of the sheet of options that hold each field's, first and last, as the sheet counts them."""
    rows: dict[str, tuple[int, int]] = {}
    for number, field in enumerate(data.opzioni.iloc[:, 0], 2):
        rows[str(field)] = (rows.get(str(field), (number, number))[0], number)
    return rows
