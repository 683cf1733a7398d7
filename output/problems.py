"""What is wrong with a form, in words: the rows of the findings sheet and the lists of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.filed import Filed
from ingest.messages import failure_message, message, place_words
from ingest.record import Finding, Severity
from ingest.texts import Texts
from parsers.document import Place
from parsers.form import Form


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, or the reason why a file was rejected, ready to be shown."""

    code: str
    severity: Severity
    field: str
    """The field's id, or ``""`` for the form as a whole."""
    message: str
    where: str
    place: Place | None
    found: str = ""
    """What is written that gives rise to it, where it is a matter of that."""
    suggestion: str = ""
    """The nearest known value, where there is one."""


_FOUND = ("text", "city", "choices", "length")
"""The facts that hold what is written; a finding has one of them at most."""


def problems(filed: Filed, form: Form | None, sentences: Texts) -> tuple[Problem, ...]:
    """The failure where there is one, then a problem a finding; `sentences`: ingest.messages' catalogue."""
    found = tuple(_of_finding(finding, form, sentences) for finding in filed.outcome.findings)
    failure = filed.outcome.failure
    if failure is None or any(finding.code == failure.code for finding in filed.outcome.findings):
        return found
    text = failure_message(failure, sentences)
    return (Problem(failure.code, Severity.ERROR, "", text, "", None), *found)


def of_severity(found: Iterable[Problem], severity: Severity) -> tuple[Problem, ...]:
    """Those of one severity, in their order."""
    return tuple(problem for problem in found if problem.severity is severity)


def field_label(field: str, headings: dict[str, str]) -> str:
    """The field's heading; a field of another version of the form goes by its id."""
    return headings.get(field, field)


def _of_finding(finding: Finding, form: Form | None, sentences: Texts) -> Problem:
    return Problem(
        finding.code,
        finding.severity,
        finding.field or "",
        message(finding, form, sentences),
        place_words(finding.place, sentences) if finding.place is not None else "",
        finding.place,
        str(next((fact for fact in map(finding.fact, _FOUND) if fact is not None), "")),
        str(finding.fact("suggestion") or ""),
    )
