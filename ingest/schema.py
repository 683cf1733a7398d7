"""The store's tables, and the SQLite connection they live behind. The only module that knows SQL's shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
)
from sqlalchemy.engine import URL

from ingest.trouble import SetUp, Unfinished

VERSION = 1
"""Of the tables below; kept in the database's ``user_version``."""

metadata = MetaData()

received = Table(
    "received",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String, nullable=False),
    Column("name", String, nullable=False),
    Column("source", String, nullable=False),  # the path in the inbox, escaped like the name
    Column("group", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("received_at", String, nullable=False),  # ISO 8601, UTC
    Column("attempts", Integer, nullable=False, default=0),  # readings begun, counted before each
    Column("archived", String),  # None until the original has its place
    Column("left", Boolean, nullable=False, default=False),  # the inbox would not let the file go
    Index("received_sha256", "sha256"),
    Index("received_open", "archived"),
    sqlite_autoincrement=True,
)

reading = Table(
    "reading",
    metadata,
    Column("number", ForeignKey("received.number"), primary_key=True),
    Column("program", String, nullable=False),
    Column("form", String),  # None for a file in which no form could be read
    Column("form_version", String),
    Column("status", String, nullable=False),
    Column("outcome", Text, nullable=False),  # JSON, see ingest/codec.py
    Column("project", String),
    Column("answers", String),
    Column("seconds", Float, nullable=False),
    Column("created_at", String, nullable=False),
    Index("reading_project", "form", "project"),
    Index("reading_answers", "form", "answers"),
)

relation = Table(
    "relation",
    metadata,
    Column("number", ForeignKey("received.number"), primary_key=True),
    Column("kind", String, nullable=False),  # "superseded" by the other, or "duplicate" of it
    Column("other", ForeignKey("received.number"), nullable=False),
    Index("relation_other", "other"),
)


class _Cursor(Protocol):
    def execute(self, sql: str) -> object: ...
    def close(self) -> None: ...


class _Raw(Protocol):
    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


def connect(path: Path) -> Engine:
    """The engine of the database at `path`, made with its tables where it is not there.

    Raises SetUp for a database of a newer program and Unfinished for a damaged one.
    """
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": 30})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        _upgrade(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _prepare(raw: _Raw, _: object) -> None:
    raw.isolation_level = None  # transactions begin where `_begin` says so, not where the driver guesses
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA busy_timeout = 30000")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _upgrade(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if found > VERSION:
            raise SetUp("newer-store", path=str(path))
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
            raise Unfinished("damaged-store", path=str(path))
        if found < VERSION:
            metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
