"""Taking in: each file of the inbox is copied, entered, read, stored, and only then moved out of the inbox.

Every step can be done twice. What a run could not finish is finished by the next one, from the copy in
the spool and what the store knows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePath
from typing import Protocol, TypeAlias

from ingest import identity, names, originals
from ingest.attempt import attempt
from ingest.inbox import Arrival, Inbox
from ingest.journal import note_bug
from ingest.record import Failure, Outcome, Picture, Status
from ingest.store import Reading, Received, Store
from ingest.trouble import is_full, of_system
from ingest.workspace import Workspace
from parsers.form import Form


class Read(Protocol):
    """What reads a form."""

    def __call__(self, data: bytes, name: str) -> Outcome:
        """The bytes of a file and its name to what reading it came to."""
        ...


Note: TypeAlias = Callable[[str, Failure], str]
"""A rejected file's name and its failure to the words of the note beside it."""
Clock: TypeAlias = Callable[[], datetime]
"""The time now, with its time zone."""

_ATTEMPTS = 3  # readings of one file that ended with the program's own end, before it is given up
_SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "image/svg+xml": ".svg",
    "image/x-emf": ".emf",
    "image/x-wmf": ".wmf",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was taken in."""

    number: int
    file: str
    """Its name, safe to show."""
    status: Status
    failure: Failure | None


@dataclass(frozen=True, slots=True)
class Held:
    """A file that stays where it is for now; `why` is a key of the sentences in the table ``held``."""

    file: str
    why: str


def held_by(error: OSError, file: str) -> Held:
    """That file, which could not be copied now because of the error."""
    if isinstance(error, FileNotFoundError | originals.Unstable):
        return Held(file, "changing")
    return Held(file, "closed")


@dataclass(frozen=True, slots=True)
class Desk:
    """What taking in needs at hand."""

    workspace: Workspace
    store: Store
    forms: Sequence[Form]
    read: Read
    note: Note
    program: str
    clock: Clock = lambda: datetime.now(UTC)


def take_in(desk: Desk, inbox: Inbox) -> Iterator[Taken | Held]:
    """Finish what an earlier run left, then take in what is ready, one file after the other.

    One that cannot be read is a rejected outcome. Raises Trouble when the folder or the store fails;
    what was taken in until then is safe, and nothing is lost.
    """
    try:
        by_source = {names.shown(a.source): a for a in (*inbox.ready, *inbox.waiting)}
        for entry in desk.store.unfinished():
            yield _resumed(desk, entry, by_source)
        _sweep(desk)
        for arrival in inbox.ready:
            if done := _taken(desk, arrival):
                yield done
    except OSError as error:
        raise of_system(error) from error


def _taken(desk: Desk, arrival: Arrival) -> Taken | Held | None:
    shown = names.shown(arrival.name)
    try:
        copy = originals.spool(arrival.path, desk.workspace.spool)
    except OSError as error:
        if is_full(error):
            raise
        return held_by(error, shown)
    source = names.shown(arrival.source)
    entry = desk.store.known(source, copy.sha256)
    if entry is not None and entry.archived is not None:
        return _let_go(desk, entry, arrival)
    if entry is None:
        entry = desk.store.receive(
            name=shown,
            source=source,
            group=names.shown(arrival.group),
            sha256=copy.sha256,
            size=copy.size,
            at=desk.clock(),
        )
    return _finished(desk, entry, arrival)


def _let_go(desk: Desk, entry: Received, arrival: Arrival) -> Held | None:
    """One taken in before that the inbox would not give up then: only that is tried again."""
    is_gone = _release(arrival, entry.sha256)
    desk.store.file(entry.number, entry.archived or "", left=not is_gone)
    _clear(desk, entry)
    return None if is_gone else Held(entry.name, "stuck")


def _resumed(desk: Desk, entry: Received, by_source: Mapping[str, Arrival]) -> Taken | Held:
    if not (desk.workspace.spool / entry.sha256).is_file():
        # Somebody emptied the spool: with the original in the inbox it comes again by itself.
        desk.store.file(entry.number, "")
        return Held(entry.name, "gone")
    return _finished(desk, entry, by_source.get(entry.source))


def _finished(desk: Desk, entry: Received, arrival: Arrival | None) -> Taken:
    """Read what was entered, keep the outcome, give the original its place, take it out of the inbox."""
    outcome = desk.store.outcome(entry.number) or _read(desk, entry)
    copy = desk.workspace.spool / entry.sha256
    folder = desk.workspace.archive if outcome.record else desk.workspace.rejected
    placed = originals.place(copy, entry.sha256, folder, entry.name)
    if outcome.failure:
        text = desk.note(entry.name, outcome.failure)
        originals.place_text(text, folder, placed.name + ".txt", desk.workspace.spool / "note.tmp")
    is_gone = arrival is None or _release(arrival, entry.sha256)
    desk.store.file(entry.number, desk.workspace.relative(placed), left=not is_gone)
    _clear(desk, entry)
    return Taken(entry.number, entry.name, outcome.status, outcome.failure)


def _read(desk: Desk, entry: Received) -> Outcome:
    began = time.perf_counter()
    outcome = _outcome(desk, entry)
    seconds = time.perf_counter() - began
    outcome = replace(outcome, pictures=_saved(desk.workspace, entry.number, outcome.pictures))
    record = outcome.record
    form = next((form for form in desk.forms if record and form.id == record.form), None)
    same = identity.of(record, form) if record and form else identity.ALONE
    desk.store.save(entry.number, Reading(outcome, same, desk.program, seconds, desk.clock()))
    return outcome


def _outcome(desk: Desk, entry: Received) -> Outcome:
    if desk.store.begin(entry.number) > _ATTEMPTS:
        return Outcome(None, failure=Failure("unreadable", "bug"))
    copy = desk.workspace.spool / entry.sha256
    found = attempt(copy, partial(desk.read, name=entry.name), partial(_noted, desk))
    return Outcome(None, failure=found) if isinstance(found, Failure) else found


def _noted(desk: Desk, error: Exception) -> None:
    note_bug(desk.workspace.log, error, desk.clock())


def _saved(workspace: Workspace, number: int, pictures: Sequence[Picture]) -> tuple[Picture, ...]:
    """The pictures written to files, and without their bytes; `image.name` is where they lie."""
    saved: list[Picture] = []
    counts: dict[str, int] = {}
    for picture in pictures:
        count = counts[picture.field] = counts.get(picture.field, 0) + 1
        image = picture.image
        suffix = _SUFFIXES.get(image.media_type) or names.safe(PurePath(image.name).suffix or ".bin")
        path = workspace.images / f"{number:04}-{picture.field}-{count}{suffix}"
        originals.replaced(path, partial(_write, image.data))
        saved.append(Picture(picture.field, replace(image, name=workspace.relative(path), data=b"")))
    return tuple(saved)


def _write(data: bytes, path: Path) -> None:
    path.write_bytes(data)


def _release(arrival: Arrival, sha256: str) -> bool:
    """Take the original out of the inbox; whether it is no longer there.

    One that has changed since it was read is a new arrival and stays.
    """
    try:
        before = arrival.path.lstat()
        if originals.sha256_of(arrival.path) != sha256:
            return True
        after = arrival.path.lstat()
        if (before.st_ino, before.st_size, before.st_mtime_ns) == (
            after.st_ino,
            after.st_size,
            after.st_mtime_ns,
        ):
            arrival.path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _sweep(desk: Desk) -> None:
    """What a run that died left in the spool and no file needs."""
    for path in desk.workspace.spool.iterdir():
        if path.is_file() and not desk.store.needs(path.name):
            path.unlink()


def _clear(desk: Desk, entry: Received) -> None:
    if not desk.store.needs(entry.sha256):
        (desk.workspace.spool / entry.sha256).unlink(missing_ok=True)
