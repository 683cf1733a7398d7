"""The store: every file received, what reading it came to, how the returns of a project follow each other.

Each method is one transaction. Not here: reading files and moving them (ingest/intake.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, or_, select, update
from sqlalchemy.exc import DBAPIError

from ingest import codec, register
from ingest.filed import Filed
from ingest.identity import Identity
from ingest.record import Outcome
from ingest.schema import connect, reading, received, relation
from ingest.succession import relate
from ingest.trouble import Trouble, Unfinished

_BATCH = 100  # rows held at once when the store is read through


@dataclass(frozen=True, slots=True)
class Received:
    """A file on its way through the program."""

    number: int
    sha256: str
    name: str
    """Escaped for screens (`names.shown`)."""
    source: str
    """Its path in the inbox, escaped likewise."""
    group: str
    size: int
    received_at: datetime
    attempts: int
    """How many readings of it were begun."""
    archived: str | None
    """Where its original lies, relative to the work folder; None until it has its place."""
    left: bool
    """Whether the original could not be taken out of the inbox."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file came to."""

    outcome: Outcome
    """Its pictures are saved already: `image.name` is the path in the work folder."""
    identity: Identity
    program: str
    seconds: float
    at: datetime


class Store:
    """An open store; use it in a ``with``, or close it."""

    def __init__(self, path: Path) -> None:
        """Raises SetUp for a store of a newer program, Unfinished for one that cannot be opened."""
        self._path = path
        with _troubles(path):
            self._engine = connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the database file go."""
        self._engine.dispose()

    def receive(
        self, *, name: str, source: str, group: str, sha256: str, size: int, at: datetime
    ) -> Received:
        """Enter a file that lies in the spool already; from now on it is not lost."""
        values = {
            "name": name,
            "source": source,
            "group": group,
            "sha256": sha256,
            "size": size,
            "received_at": _stamp(at),
        }
        with self._transaction() as connection:
            row = connection.execute(insert(received).values(values).returning(*received.c)).one()
        return _received(row)

    def known(self, source: str, sha256: str) -> Received | None:
        """The entry of this very file, where an earlier run did not finish with it or had to leave it."""
        is_open = or_(received.c.archived.is_(None), received.c.left)
        same = and_(received.c.source == source, received.c.sha256 == sha256, is_open)
        with self._transaction() as connection:
            row = connection.execute(select(received).where(same)).first()
        return None if row is None else _received(row)

    def unfinished(self) -> tuple[Received, ...]:
        """The files that have no place yet, by number."""
        query = select(received).where(received.c.archived.is_(None)).order_by(received.c.number)
        with self._transaction() as connection:
            return tuple(_received(row) for row in connection.execute(query))

    def needs(self, sha256: str) -> bool:
        """Whether a file of these bytes has no place yet, so that its copy in the spool must stay."""
        query = select(received.c.number).where(received.c.sha256 == sha256, received.c.archived.is_(None))
        with self._transaction() as connection:
            return connection.execute(query).first() is not None

    def names_of(self, sha256: str, group: str) -> tuple[str, ...]:
        """The names under which these bytes came before in this group."""
        query = select(received.c.name).where(received.c.sha256 == sha256, received.c.group == group)
        with self._transaction() as connection:
            return tuple(connection.scalars(query))

    def begin(self, number: int) -> int:
        """Count the attempt to read a file before it is made; how many it is now."""
        more = update(received).where(received.c.number == number)
        query = more.values(attempts=received.c.attempts + 1).returning(received.c.attempts)
        with self._transaction() as connection:
            return int(connection.execute(query).scalar_one())

    def save(self, number: int, read: Reading) -> None:
        """Keep what reading a file came to, and set it among the returns of its project."""
        record = read.outcome.record
        values = {
            "number": number,
            "program": read.program,
            "form": record.form if record else None,
            "form_version": record.version if record else None,
            "status": read.outcome.status.value,
            "outcome": codec.encode(read.outcome),
            "project": read.identity.project,
            "answers": read.identity.answers,
            "seconds": read.seconds,
            "created_at": _stamp(read.at),
        }
        with self._transaction() as connection:
            mine = or_(relation.c.number == number, relation.c.other == number)
            connection.execute(delete(relation).where(mine))
            connection.execute(delete(reading).where(reading.c.number == number))
            connection.execute(insert(reading).values(values))
            relate(connection, number)

    def outcome(self, number: int) -> Outcome | None:
        """What reading that file came to, or None where it was not read yet."""
        query = select(reading.c.outcome).where(reading.c.number == number)
        with self._transaction() as connection:
            text = connection.scalars(query).first()
        return None if text is None else codec.decode(text)

    def file(self, number: int, archived: str, left: bool = False) -> None:
        """Note where the original lies now, and whether the inbox still holds it too."""
        with self._transaction() as connection:
            where = update(received).where(received.c.number == number)
            connection.execute(where.values(archived=archived, left=left))

    def forms(self) -> tuple[str, ...]:
        """The ids of the forms there are returns of, sorted."""
        query = select(reading.c.form).where(reading.c.form.is_not(None)).distinct().order_by(reading.c.form)
        with self._transaction() as connection:
            return tuple(str(form) for form in connection.scalars(query))

    def filed(self, form: str | None = None) -> Iterator[Filed]:
        """Every file read, by number; with a form's id its returns and the files that are of no form."""
        wanted = or_(reading.c.form == form, reading.c.form.is_(None)) if form else reading.c.number > 0
        last = 0
        while batch := self._batch(wanted, last):
            yield from batch
            last = batch[-1].number

    def one(self, number: int) -> Filed:
        """That file. Raises KeyError where it was not read yet."""
        batch = self._batch(reading.c.number == number, 0)
        if not batch:
            raise KeyError(number)
        return batch[0]

    def _batch(self, wanted: ColumnElement[bool], after: int) -> list[Filed]:
        with self._transaction() as connection:
            query = register.rows().where(wanted, received.c.number > after).limit(_BATCH)
            return [register.filed(row) for row in connection.execute(query)]

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with _troubles(self._path), self._engine.begin() as connection:
            yield connection


@contextmanager
def _troubles(path: Path) -> Iterator[None]:
    """What the database cannot do is a trouble of the folder, to be told in a sentence."""
    try:
        yield
    except DBAPIError as error:
        raise _trouble(str(error.orig), path) from error


def _trouble(reason: str, path: Path) -> Trouble:
    if "full" in reason:
        return Unfinished("full", path=str(path))
    if "readonly" in reason or "unable to open" in reason:
        return Unfinished("closed", path=str(path))
    if "locked" in reason:
        return Unfinished("store-in-use", path=str(path))
    return Unfinished("damaged-store", path=str(path))


def _received(row: Row[tuple[object, ...]]) -> Received:
    return Received(
        row.number,
        row.sha256,
        row.name,
        row.source,
        row.group,
        row.size,
        datetime.fromisoformat(row.received_at),
        row.attempts,
        row.archived,
        row.left,
    )


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
