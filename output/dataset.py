"""The dataset between store and workbook: one pandas frame a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pandas import DataFrame

from ingest import messages
from ingest.filed import Filed
from ingest.texts import Texts
from output import codebook, labels, problems, register, returns
from output.rows import Row, Rows
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
    words = Texts(language, labels.CATALOGUE, CATALOGUE)
    people, programs = returns.for_people(form, words), returns.for_programs(form)
    ticked, said, files = returns.choices(form, words), findings(form, words), register.register(words)
    # One pass, and of each form only its rows are kept: thousands of them with all their evidence are
    # more than a small computer holds.
    for one in filed:
        for sheet in (people, programs, ticked, said, files):
            sheet.add(one)
    codes = programs.frame()
    ticks = Counter((str(field), str(option)) for _, field, _, option, _ in ticked.rows)
    return Dataset(
        schede=people.frame(),
        schede_codici=codes,
        scelte=ticked.frame(),
        segnalazioni=said.frame(),
        codebook=codebook.codebook(codes, form, words),
        opzioni=codebook.options(ticks, form, words),
        registro=files.frame(),
    )


def findings(form: Form, words: Texts) -> Rows:
    """A row a finding: number, file, severity, code, field by id and by label, message, place."""
    names = ("number", "file", "severity", "code", "field", "label", "message", "place")
    sentences = Texts(words.language, messages.CATALOGUE)
    headings = labels.headings(form, words)

    def rows(one: Filed) -> Iterator[Row]:
        for problem in problems.problems(one, form, sentences):
            yield [
                one.number,
                one.file,
                words.say("severity", problem.severity.value),
                problem.code,
                problem.field,
                problems.field_label(problem.field, headings),
                problem.message,
                problem.where,
            ]

    def takes(one: Filed) -> bool:
        return one.outcome.record is None or returns.is_shown(one, form)

    return Rows([words.say("column", name) for name in names], rows, takes)
