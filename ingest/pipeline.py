"""The story of one file, from bytes to outcome."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath

from ingest.normalise import normalise
from ingest.record import Fact, Failure, Finding, Outcome, finding
from ingest.validate import validate
from parsers.document import Document, Note
from parsers.errors import FileError
from parsers.form import Form
from parsers.match import Unmatched, identify
from parsers.page_order import in_order
from parsers.readers import Reader, reader_for


def read(data: bytes, name: str, forms: Sequence[Form]) -> Outcome:
    """What a returned form says. A file that cannot be read is an outcome too, never an exception.

    `name` serves only to say when it misleads about the content.
    """
    with _collector_at_rest():
        return _read(data, name, forms)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Stops the search for cycles: a form makes a hundred thousand small objects and hardly a cycle.

    Looking through them again and again took an eighth of the time; afterwards it goes on as before.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(data: bytes, name: str, forms: Sequence[Form]) -> Outcome:
    try:
        reader = reader_for(data)
        document = reader.read(data)
        document, answers = in_order(data, document, identify(document, forms), forms)
    except FileError as error:
        return Outcome(None, failure=Failure(error.code, error.reason, tuple(error.facts.items())))
    if isinstance(answers, Unmatched):
        return Outcome(None, failure=_unknown(answers))
    form = next(form for form in forms if form.id == answers.form)
    normalised = normalise(form, answers)
    findings = (
        *about_the_file(document, reader, name),
        *normalised.findings,
        *validate(form, normalised.record, normalised.findings),
    )
    return Outcome(normalised.record, findings, pictures=normalised.pictures)


def document_of(data: bytes) -> Document:
    """What the reader of these bytes sees. Raises FileError."""
    return reader_for(data).read(data)


def about_the_file(document: Document, reader: Reader, name: str) -> tuple[Finding, ...]:
    """Findings on the file as a whole: what the reader noted, and a name of another kind."""
    noted = tuple(_noted(note) for note in document.notes)
    suffix = PurePath(name).suffix.lower()
    if not suffix or suffix in reader.suffixes:
        return noted
    return (*noted, finding("wrong-suffix", suffix=suffix, kind=document.kind))


def _noted(note: Note) -> Finding:
    facts: dict[str, Fact] = {"detail": note.detail}
    if note.text:
        facts["text"] = note.text
    return finding(note.code, None, None, None, **facts)


def _unknown(unmatched: Unmatched) -> Failure:
    facts: dict[str, str | int] = {}
    for index, (form, share) in enumerate(unmatched.nearest[:2]):
        facts |= {f"form{index + 1}": form, f"share{index + 1}": round(100 * share)}
    reason = "ambiguous" if len(unmatched.nearest) > 1 else "none"
    return Failure("unknown-form", reason, tuple(facts.items()))
