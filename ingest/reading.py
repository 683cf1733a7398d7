"""The commands `read` and `inspect`: files where they lie; nothing is moved, nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest import lines, names, pipeline, view
from ingest.attempt import attempt
from ingest.codec import to_json
from ingest.inbox import files
from ingest.record import Failure, Outcome, Status
from ingest.session import Session, strictly
from ingest.trouble import Exit
from ingest.workspace import known_forms
from parsers.document import Document

if TYPE_CHECKING:
    from parsers.labels.label import LabelledMark


def read(session: Session, paths: Sequence[str], is_json: bool, is_strict: bool) -> int:
    """Print what each form says: a line of JSON, or a few lines for people."""
    forms = known_forms()
    needs_look = False
    missing: list[str] = []
    for path in _expanded(paths, missing):
        try:
            found = attempt(path, partial(pipeline.read, name=path.name, forms=forms), session.told)
        except OSError:
            missing.append(str(path))
            continue
        outcome = Outcome(None, failure=found) if isinstance(found, Failure) else found
        needs_look |= outcome.status is not Status.OK
        form = lines.form_of(outcome, forms)
        file = path.as_posix()
        if is_json:
            click.echo(to_json(lines.as_line(file, outcome, form, session.texts)))
        else:
            click.echo("\n".join(view.of_outcome(names.shown(file), outcome, form, session.texts)))
    return _missing(session, missing) or strictly(is_strict, needs_look)


def inspect(session: Session, paths: Sequence[str], is_json: bool, pictures: Path | None = None) -> int:
    """Print what the readers see: an object of JSON, or blocks and boxes for people.

    With a folder for `pictures` the pages are drawn there too, and a sentence says where; with JSON
    it goes where errors go.
    """
    missing: list[str] = []
    drawn: list[Path] = []
    for path in _expanded(paths, missing):
        try:
            found = attempt(path, pipeline.document_of, session.told)
        except OSError:
            missing.append(str(path))
            continue
        click.echo(_as_json(session, path, found) if is_json else _as_text(session, path, found))
        if pictures is not None and isinstance(found, Document):
            for line in _draw(session, path, found, pictures, drawn):
                click.echo(line, err=is_json)
    return _missing(session, missing) or Exit.DONE


def _as_json(session: Session, path: Path, found: Document | Failure) -> str:
    if isinstance(found, Failure):
        return to_json(lines.as_refusal(path.as_posix(), found, session.texts))
    return to_json(lines.as_inspection(path.as_posix(), found, _marks(found)))


def _as_text(session: Session, path: Path, found: Document | Failure) -> str:
    shown = names.shown(path.as_posix())
    if isinstance(found, Failure):
        return "\n".join(view.of_outcome(shown, Outcome(None, failure=found), None, session.texts))
    return "\n".join(view.of_document(shown, found, _marks(found), session.texts))


def _marks(document: Document) -> Sequence[LabelledMark]:
    """The marks with their labels. Only here are labels asked for: `read` starts quickly without."""
    from parsers.labels.label import labelled

    return labelled(document)


def _draw(session: Session, path: Path, document: Document, folder: Path, drawn: list[Path]) -> Iterator[str]:
    """Draw a file's pages, add their paths to `drawn`, and say what was drawn or why nothing was."""
    shown, texts = names.shown(path.as_posix()), session.texts
    if document.pages is None:
        yield texts.say("inspect", "no-page", path=shown)
        return
    from ingest import picture

    pages = attempt(path, partial(picture.pages, document=document), session.told)
    if isinstance(pages, Failure):
        yield texts.say("inspect", "not-drawn", path=shown)
        return
    saved = picture.save(folder, path.stem, pages, drawn)
    drawn.extend(saved)
    yield from (texts.say("inspect", "drawn", path=names.shown(str(one))) for one in saved)


def _expanded(paths: Sequence[str], missing: list[str]) -> Iterator[Path]:
    """Files as they are, folders as the files in them; what is neither is added to `missing`."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            yield from files(path)
        elif path.is_file():
            yield path
        else:
            missing.append(given)


def _missing(session: Session, missing: Sequence[str]) -> int:
    for given in missing:
        session.complain("read", "missing", path=names.shown(given))
    return Exit.USE if missing else Exit.DONE
