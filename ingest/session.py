"""What the commands share while the program runs: language, clock, the folder at work."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

import click

from ingest.texts import LANGUAGES, Texts
from ingest.trouble import Exit
from ingest.workspace import Workspace

_CATALOGUES = ("ingest.texts:cli", "ingest.texts:findings")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Session:
    """One use of the program."""

    asked: str | None = None
    """The language asked for in words or in the environment; a work folder's setting comes after it."""
    is_debug: bool = False
    workspace: Workspace | None = None
    """The work folder, once there is one: faults are noted in its log."""
    clock: Callable[[], datetime] = _now
    sleep: Callable[[float], None] = time.sleep
    """Waits that many seconds."""
    texts: Texts = field(init=False)

    def __post_init__(self) -> None:
        self.texts = texts_of(self.asked)

    def say(self, table: str, key: str, **facts: object) -> None:
        """Print a sentence."""
        click.echo(self.texts.say(table, key, **facts))

    def complain(self, table: str, key: str, **facts: object) -> None:
        """Print a sentence where errors go."""
        click.echo(self.texts.say(table, key, **facts), err=True)

    def told(self, error: Exception) -> None:
        """A bug that cost one file: its details for who asked for them, and nothing for others."""
        if self.is_debug:
            traceback.print_exception(error)


def strictly(is_strict: bool, needs_look: bool) -> Exit:
    """The status of work that is done."""
    return Exit.LOOK if is_strict and needs_look else Exit.DONE


def texts_of(language: str | None) -> Texts:
    """The sentences of that language, or of the usual one."""
    return Texts(language or LANGUAGES[0], *_CATALOGUES)


def program_version() -> str:
    """The version installed; of a checkout that is not installed it cannot be known."""
    try:
        return version("schedario")
    except PackageNotFoundError:
        return "0+checkout"


def counted(texts: Texts, table: str, key: str, count: int) -> str:
    """The sentence for one or for many."""
    return texts.say(table, f"{key}-one" if count == 1 else f"{key}-many", count=count)
