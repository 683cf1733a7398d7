"""What the report's index shows, in words, before it becomes markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ingest.filed import Filed
from ingest.record import Severity, Status
from ingest.texts import Texts
from output.labels import counted, local_time, named, version_word
from output.page import Wording, page_name
from output.problems import of_severity, problems
from parsers.form import Form, Kind

_STATES = (*(status.value for status in Status), "superseded", "duplicate")
"""What a form can be in the end, each form one of them."""


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
    state: str
    """As the counts name it: ``ok``, ``review``, ``rejected``, ``superseded``, ``duplicate``."""
    group: str
    region: str
    codes: tuple[str, ...]
    """The codes of its findings, each once."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many forms are in one state."""

    state: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What one can filter by."""

    value: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A property of forms to filter by, with the values that occur; `name` as in the rows' markup."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """All forms."""

    total: str
    """How many there are, and when the last one came, in a sentence."""
    counts: tuple[Count, ...]
    """Each state once; together they are all that was received."""
    lines: tuple[Line, ...]
    answered: str
    """How many of those invited have answered; ``""`` where there is no list."""
    filters: tuple[Filter, ...]
    """Those with at least two values to choose from."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is kept of one form until the index is made."""

    number: int
    received_at: datetime
    form: str | None
    line: Line


def noted(filed: Filed, form: Form | None, wording: Wording) -> Noted:
    """What the index needs of one form; `form` is None for a file that could not be read."""
    return Noted(filed.number, filed.received_at, filed.form_id, _line(filed, form, wording))


def index(forms: Sequence[Noted], words: Texts, answered: str = "") -> Index:
    """The index of the forms, in the order given, with what is said of those invited."""
    return Index(
        total=_total(forms, words),
        counts=_counts(forms, words),
        lines=tuple(one.line for one in forms),
        answered=answered,
        filters=tuple(_filters([one.line for one in forms], words)),
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
        state=_state(filed),
        group=filed.group,
        region=_region(filed, form),
        codes=tuple(dict.fromkeys(problem.code for problem in found)),
    )


def _region(filed: Filed, form: Form | None) -> str:
    """The region that the form gives, where it asks for one."""
    record = filed.outcome.record
    if form is None or record is None:
        return ""
    values = record.values()
    return next((str(values.get(one.id) or "") for one in form.fields if one.kind is Kind.REGION), "")


def _filters(lines: Sequence[Line], words: Texts) -> Iterator[Filter]:
    """State in the order of the counts; the others by name, findings by their code."""
    of: Mapping[str, Callable[[Line], tuple[str, ...]]] = {
        "state": lambda line: (line.state,),
        "region": lambda line: (line.region,),
        "group": lambda line: (line.group,),
        "finding": lambda line: line.codes,
    }
    for name, values in of.items():
        counts = Counter(value for line in lines for value in values(line) if value)
        order = [state for state in _STATES if state in counts] if name == "state" else sorted(counts)
        if len(order) > 1:
            named = {value: words.say("index", value) if name == "state" else value for value in order}
            choices = tuple(Choice(value, named[value], counts[value]) for value in order)
            yield Filter(name, words.say("tools", name), choices)


def _counts(forms: Sequence[Noted], words: Texts) -> tuple[Count, ...]:
    states = Counter(one.line.state for one in forms)
    return tuple(Count(state, words.say("index", state), states[state]) for state in _STATES)


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
