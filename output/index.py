"""What the report's index shows, in words, before it becomes markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def index(filed: Sequence[Filed], forms: Mapping[str, Form], wording: Wording) -> Index:
    """The index of the forms, in the order given; `forms` by their id."""
    return Index(
        total=_total(filed, wording.words),
        counts=_counts(filed, wording.words),
        lines=tuple(_line(one, forms.get(one.form_id or ""), wording) for one in filed),
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


def _counts(filed: Sequence[Filed], words: Texts) -> tuple[Count, ...]:
    states = [_state(one) for one in filed]
    known = [*(status.value for status in Status), "superseded", "duplicate"]
    return tuple(Count(state, words.say("index", state), states.count(state)) for state in known)


def _state(filed: Filed) -> str:
    if filed.superseded_by is not None:
        return "superseded"
    return "duplicate" if filed.duplicate_of is not None else filed.outcome.status.value


def _total(filed: Sequence[Filed], words: Texts) -> str:
    if not filed:
        return words.say("index", "total_none")
    last = max(filed, key=lambda one: one.received_at)
    said = counted(words, "index", "total", len(filed))
    return f"{said} {words.say('index', 'last', time=local_time(last))}"
