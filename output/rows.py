"""The rows of a sheet as they come, form by form: of a form only its rows are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeAlias

from pandas import DataFrame

from ingest.filed import Filed
from output.labels import Cell

Row: TypeAlias = list[Cell]
"""One cell a column; the first is the number of the form that the row is about."""


@dataclass(slots=True)
class Rows:
    """A sheet that grows."""

    columns: list[str]
    of: Callable[[Filed], Iterable[Row]]
    """The rows that one form gives."""
    takes: Callable[[Filed], bool]
    """Whether the sheet is about that form at all."""
    rows: list[Row] = field(default_factory=list)

    def add(self, filed: Filed) -> None:
        """Put in the rows of one form."""
        if self.takes(filed):
            self.rows.extend(self.of(filed))

    def frame(self) -> DataFrame:
        """The sheet, in the order of the forms' numbers."""
        return DataFrame(sorted(self.rows, key=itemgetter(0)), columns=self.columns, dtype=object)
