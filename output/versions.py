"""Which versions of the form and of the program the data come from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from pandas import DataFrame

from ingest.filed import Filed
from ingest.texts import Texts
from output.labels import Cell
from output.returns import is_shown
from parsers.form import Form

COLUMNS = ("what", "release", "first", "last", "forms", "fingerprint")


@dataclass(slots=True)
class _Seen:
    """What is known of one version."""

    first: datetime
    last: datetime
    forms: int = 0

    def add(self, moment: datetime) -> None:
        self.first, self.last = min(self.first, moment), max(self.last, moment)
        self.forms += 1


@dataclass(slots=True)
class Versions:
    """The versions behind one form's data, as its returns come by."""

    form: Form
    words: Texts
    seen: dict[tuple[str, str], _Seen] = field(default_factory=dict)
    """By what it is a version of (``form``, ``program``) and its name."""

    def add(self, filed: Filed) -> None:
        """Puts in what one form was read with."""
        record = filed.outcome.record
        if record is None or not is_shown(filed, self.form):
            return
        for pair in (("form", record.version), ("program", filed.program)):
            self.seen.setdefault(pair, _Seen(filed.received_at, filed.received_at)).add(filed.received_at)

    def frame(self) -> DataFrame:
        """A row a version: of what, its name, first and last arrival, how many forms, fingerprint.

        The fingerprint is that of the definition in use today: the same one means the same questions.
        """
        rows = [self._row(what, name, seen) for (what, name), seen in sorted(self.seen.items())]
        if ("form", self.form.version) not in self.seen:
            rows.insert(0, [self.words.say("versions", "form"), self.form.version, "", "", 0, self._print()])
        return DataFrame(rows, columns=[self.words.say("column", name) for name in COLUMNS], dtype=object)

    def _row(self, what: str, name: str, seen: _Seen) -> list[Cell]:
        current = what == "form" and name == self.form.version
        moments: Iterator[Cell] = (_local(moment) for moment in (seen.first, seen.last))
        return [
            self.words.say("versions", what),
            name,
            *moments,
            seen.forms,
            self._print() if current else "",
        ]

    def _print(self) -> str:
        """The first letters of the definition's SHA-256: enough to tell two apart."""
        return hashlib.sha256(repr(self.form).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _local(moment: datetime) -> datetime:
    """The moment in the computer's own time, as spreadsheets hold it: without a zone."""
    return moment.astimezone().replace(tzinfo=None, microsecond=0)
