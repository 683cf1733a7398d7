"""Outcomes, a small form and a work folder made from a few words, for the tests of taking in and storing."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ingest.inbox import scan
from ingest.intake import Desk, Held, Taken, take_in
from ingest.record import Entry, Evidence, Failure, Outcome, Picture, Record, Value
from ingest.store import Store
from ingest.workspace import create
from parsers.document import Image, Place
from parsers.form import Field, Form, Kind

NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)

FORM = Form(
    id="prova",
    version="1",
    title="Scheda di prova",
    language="it",
    fields=(
        Field("ente", "Ente", Kind.TEXT),
        Field("progetto", "Progetto", Kind.TEXT),
        Field("note", "Note", Kind.LONG_TEXT),
        Field("foto", "Foto", Kind.IMAGES, required=False),
    ),
    identity=("ente", "progetto"),
)


def outcome(ente: str = "", progetto: str = "", note: str = "", pictures: int = 0) -> Outcome:
    """A form that was read, with these answers."""
    values: dict[str, Value] = {"ente": ente, "progetto": progetto, "note": note, "foto": pictures}
    entries = tuple(
        Entry(name, value, Evidence(str(value), "text", 1.0, Place(table="1", row=1, cell=2)))
        for name, value in values.items()
    )
    image = Image("image1.png", "image/png", b"\x89PNG picture")
    return Outcome(Record(FORM.id, FORM.version, entries), pictures=(Picture("foto", image),) * pictures)


def read_words(data: bytes, name: str) -> Outcome:
    """A reader of ``ente|progetto|note``; what starts with ``bad`` cannot be read, ``bug`` breaks it."""
    text = data.decode()
    if text.startswith("bug"):
        raise RuntimeError("a secret of the form")
    if text.startswith("bad"):
        return Outcome(None, failure=Failure("unreadable", "damaged"))
    return outcome(*text.split("|"))


class Office:
    """A work folder with its store and a clock that stands until it is moved."""

    def __init__(self, folder: Path, read: Callable[[bytes, str], Outcome] = read_words) -> None:
        self.now = NOON
        self.workspace = create(folder)
        self.store = Store(self.workspace.database)
        self.desk = Desk(
            self.workspace,
            self.store,
            (FORM,),
            read,
            note=lambda file, failure: f"{file}: {failure.code}",
            program="1.0",
            clock=lambda: self.now,
        )

    def later(self, seconds: float) -> None:
        """Move the clock on."""
        self.now += timedelta(seconds=seconds)

    def drop(self, name: str, text: str) -> Path:
        """Put a file into the inbox, last changed an hour ago."""
        path = self.workspace.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        age(path, self.now - timedelta(hours=1))
        return path

    def names(self, folder: Path) -> list[str]:
        """The names of the files in a folder and its sub-folders, sorted."""
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def age(path: Path, at: datetime) -> None:
    """Set the time of a file's last change."""
    os.utime(path, (at.timestamp(), at.timestamp()))


def work(office: Office, complete: frozenset[str] = frozenset()) -> list[Taken | Held]:
    """Take in what the inbox holds."""
    return list(take_in(office.desk, scan(office.workspace.inbox, office.now, complete=complete)))
