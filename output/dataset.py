"""The dataset between store and workbook: one pandas frame a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from pandas import DataFrame

from ingest import messages
from ingest.filed import Filed
from ingest.roll import Roll
from ingest.texts import Texts
from output import codebook, labels, problems, register, returns
from output.free import FreeValues
from output.missing import missing
from output.rows import Row, Rows
from output.summary import summary
from output.versions import Versions
from parsers.form import Form

CATALOGUE = "output.texts:workbook"


@dataclass(frozen=True, slots=True)
class Dataset:
    """The sheets of one form's workbook, in their order; a blank cell is ``""``."""

    schede: DataFrame
    schede_codici: DataFrame
    scelte: DataFrame
    segnalazioni: DataFrame
    valori_liberi: DataFrame
    riepilogo: DataFrame
    codebook: DataFrame
    opzioni: DataFrame
    registro: DataFrame
    versioni: DataFrame
    mancanti: DataFrame
    """Empty, and no sheet of the workbook, where there is no list of those invited."""

    def sheets(self) -> Iterator[tuple[str, DataFrame]]:
        """Name (as in this class) and frame of each sheet, in the workbook's order."""
        for field in fields(self):
            frame: DataFrame = getattr(self, field.name)
            yield field.name, frame


def frames(filed: Iterable[Filed], form: Form, language: str, roll: Roll | None = None) -> Dataset:
    """The frames of one form, from everything received; headings and labels in `language`.

    The answers are those of the form's current versions; the register holds every file, the
    findings those of current versions and of files that could not be read. `roll`: who was invited and who
    has answered, where there is a list.
    """
    words = Texts(language, labels.CATALOGUE, CATALOGUE)
    people, programs = returns.for_people(form, words), returns.for_programs(form)
    ticked, said, files = returns.choices(form, words), findings(form, words), register.register(words)
    free, used = FreeValues(form, words), Versions(form, words)
    # One pass, and of each form only its rows are kept: thousands of them with all their evidence are
    # more than a small computer holds.
    for one in filed:
        for sheet in (people, programs, ticked, said, free, files, used):
            sheet.add(one)
    codes = programs.frame()
    ticks = Counter((str(field), str(option)) for _, field, _, option, _ in ticked.rows)
    return Dataset(
        schede=people.frame(),
        schede_codici=codes,
        scelte=ticked.frame(),
        segnalazioni=said.frame(),
        valori_liberi=free.frame(),
        riepilogo=summary(codes, form, words),
        codebook=codebook.codebook(codes, form, words),
        opzioni=codebook.options(ticks, form, words),
        registro=files.frame(),
        versioni=used.frame(),
        mancanti=missing(roll, words),
    )


def findings(form: Form, words: Texts) -> Rows:
    """A row a finding: what it is about, its sentence, what is written and what is perhaps meant, and where.

    Where: the place in the form, and in the report the page and, after ``#``, the field's row.
    """
    names = (
        *("number", "file", "severity", "code", "field", "label"),
        *("message", "value", "proposed", "place", "report"),
    )
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
                problem.found,
                problem.suggestion,
                problem.where,
                returns.report_of(one, problem.field),
            ]

    def takes(one: Filed) -> bool:
        return one.outcome.record is None or returns.is_shown(one, form)

    return Rows([words.say("column", name) for name in names], rows, takes)
