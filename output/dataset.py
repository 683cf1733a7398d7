"""The dataset between store and workbook: one pandas frame a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pandas import DataFrame

from ingest import messages
from ingest.filed import Filed
from ingest.texts import Texts
from output import codebook, labels, problems, register, returns
from parsers.form import Form

CATALOGUE = "output.texts:workbook"


@dataclass(frozen=True, slots=True)
class Dataset:
    """The sheets of one form's workbook, in their order; a blank cell is ``""``."""

    schede: DataFrame
    schede_codici: DataFrame
    scelte: DataFrame
    segnalazioni: DataFrame
    codebook: DataFrame
    opzioni: DataFrame
    registro: DataFrame

    def sheets(self) -> Iterator[tuple[str, DataFrame]]:
        """Name (as in this class) and frame of each sheet, in the workbook's order."""
        yield "schede", self.schede
        yield "schede_codici", self.schede_codici
        yield "scelte", self.scelte
        yield "segnalazioni", self.segnalazioni
        yield "codebook", self.codebook
        yield "opzioni", self.opzioni
        yield "registro", self.registro


def frames(filed: Iterable[Filed], form: Form, language: str) -> Dataset:
    """The frames of one form, from everything received; headings and labels in `language`.

    The answers are those of the form's current versions; the register holds every file, the
    findings those of current versions and of files that could not be read.
    """
    received = sorted(filed, key=lambda one: one.number)
    current = [one for one in received if one.current and one.form_id == form.id]
    words = Texts(language, labels.CATALOGUE, CATALOGUE)
    codes = returns.for_programs(current, form)
    return Dataset(
        schede=returns.for_people(current, form, words),
        schede_codici=codes,
        scelte=returns.choices(current, form, words),
        segnalazioni=findings(_spoken_of(received, form), form, words),
        codebook=codebook.codebook(codes, form, words),
        opzioni=codebook.options(current, form, words),
        registro=register.register(received, words),
    )


def findings(filed: Sequence[Filed], form: Form, words: Texts) -> DataFrame:
    """A row a finding: number, file, severity, code, field by id and by label, message, place."""
    names = ("number", "file", "severity", "code", "field", "label", "message", "place")
    sentences = Texts(words.language, messages.CATALOGUE)
    headings = labels.headings(form, words)
    rows = [
        [
            one.number,
            one.file,
            words.say("severity", problem.severity.value),
            problem.code,
            problem.field,
            problems.field_label(problem.field, headings),
            problem.message,
            problem.where,
        ]
        for one in filed
        for problem in problems.problems(one, form, sentences)
    ]
    return DataFrame(rows, columns=[words.say("column", name) for name in names], dtype=object)


def _spoken_of(filed: Sequence[Filed], form: Form) -> list[Filed]:
    return [one for one in filed if one.outcome.record is None or (one.current and one.form_id == form.id)]
