"""The register: every file received, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ingest.filed import Filed
from ingest.texts import Texts
from output.labels import Cell, version_word
from output.returns import report_of
from output.rows import Rows

COLUMNS = (
    "number",
    "file",
    "group",
    "received",
    "type",
    "form",
    "status",
    "version",
    "duplicate_of",
    "supersedes",
    "superseded_by",
    "size",
    "seconds",
    "report",
    "archived",
    "sha256",
    "program",
)


def register(words: Texts) -> Rows:
    """A row a form received, whatever its outcome; `received` in the computer's own time, without a zone."""
    columns = [words.say("column", name) for name in COLUMNS]
    return Rows(columns, lambda one: [list(_row(one, words))], lambda one: True)


def _row(filed: Filed, words: Texts) -> Iterator[Cell]:
    yield filed.number
    yield filed.file
    yield filed.group
    yield filed.received_at.astimezone().replace(tzinfo=None, microsecond=0)
    yield PurePosixPath(filed.file.rpartition("!")[2]).suffix.lower().lstrip(".")
    yield filed.form_id or ""
    yield words.say("status", filed.outcome.status.value)
    yield version_word(filed, words)
    for number in (filed.duplicate_of, filed.supersedes, filed.superseded_by):
        yield "" if number is None else number
    yield filed.size
    yield round(filed.seconds, 2)
    yield report_of(filed)
    yield filed.archived
    yield filed.sha256
    yield filed.program
