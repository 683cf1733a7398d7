"""What the store knows about one received file: what workbook and reports are written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ingest.record import Outcome, Value


@dataclass(frozen=True, slots=True)
class Change:
    """A field that an older version and the one that replaced it answer differently."""

    field: str
    before: Value
    """What the older version says."""
    after: Value
    """What the newer version says."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One received form with all that is known of it."""

    number: int
    """Stable, from 1 by arrival."""
    file: str
    """The name as received, with control characters and lone surrogates escaped; a form inside is
    joined with ``!``."""
    group: str
    """The sub-folder of the inbox (``a/b``), or ``""``."""
    archived: str
    """The original's path relative to the work folder, with ``/``: ``archive/NAME`` or ``rejected/NAME``."""
    sha256: str
    size: int
    """In bytes."""
    received_at: datetime
    """In UTC, with its time zone."""
    form_id: str | None
    """The form's id, or None for a file that could not be read."""
    outcome: Outcome
    """As read, with the findings of its versions (`superseded`, `possible-duplicate`) added. Its
    pictures carry no bytes: `image.name` is the path of the saved picture relative to the work folder."""
    current: bool
    """Whether the dataset shows it: read, neither superseded nor a duplicate."""
    supersedes: int | None = None
    """The number of the version it replaced."""
    superseded_by: int | None = None
    """The number of the version that replaced it."""
    duplicate_of: int | None = None
    """The number of the first that says the same, or has the same bytes."""
    changed: tuple[Change, ...] = ()
    """For a superseded one: the fields that its successor answers differently."""
    seconds: float = 0.0
    """How long reading took."""
    program: str = ""
    """The version of schedario that read it."""
