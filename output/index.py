"""What the report's index shows, in words, before it becomes markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ingest.filed import Filed
from ingest.record import Severity, Status
from ingest.texts import Texts
from output.labels import counted, local_time, named, version_word
from output.page import Wording, page_name
from output.problems import of_severity, problems
from parsers.form import Form


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the index."""

    number: str
    href: str
    sender: str
    project: str
    file: str
    received: str
    status: str
    status_word: str
    version_word: str
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many forms are in one state."""

    state: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Index:
    """All forms."""

    total: str
    """How many there are, and when the last one came, in a sentence."""
    counts: tuple[Count, ...]
    """Each state once; together they are all that was received."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """What is kept of one form until the index is made."""

    number: int
    state: str
    received_at: datetime
    line: Line


def noted(filed: Filed, form: Form | None, wording: Wording) -> Noted:
    """What the index needs of one form; `form` is None for a file that could not be read."""
    return Noted(filed.number, _state(filed), filed.received_at, _line(filed, form, wording))


def index(forms: Sequence[Noted], words: Texts) -> Index:
    """The index of the forms, in the order given."""
    return Index(
        total=_total(forms, words),
        counts=_counts(forms, words),
        lines=tuple(one.line for one in forms),
    )


def _line(filed: Filed, form: Form | None, wording: Wording) -> Line:
    found = problems(filed, form, wording.sentences)
    sender, project = named(filed, form)
    status = filed.outcome.status.value
    return Line(
        number=f"{filed.number:04d}",
        href=page_name(filed.number),
        sender=sender,
        project=project,
        file=filed.file,
        received=local_time(filed),
        status=status,
        status_word=wording.words.say("status", status),
        version_word=version_word(filed, wording.words),
        errors=len(of_severity(found, Severity.ERROR)),
        warnings=len(of_severity(found, Severity.WARNING)),
    )


def _counts(forms: Sequence[Noted], words: Texts) -> tuple[Count, ...]:
    states = Counter(one.state for one in forms)
    known = [*(status.value for status in Status), "superseded", "duplicate"]
    return tuple(Count(state, words.say("index", state), states[state]) for state in known)


def _state(filed: Filed) -> str:
    if filed.superseded_by is not None:
        return "superseded"
    return "duplicate" if filed.duplicate_of is not None else filed.outcome.status.value


def _total(forms: Sequence[Noted], words: Texts) -> str:
    if not forms:
        return words.say("index", "total_none")
    last = max(forms, key=lambda one: one.received_at)
    said = counted(words, "index", "total", len(forms))
    return f"{said} {words.say('index', 'last', time=last.line.received)}"
