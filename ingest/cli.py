"""The command line: the one place that wires readers, store and writers together.

Each command imports what it needs when it is called, so that the program starts quickly and `read`
does without the store and the writers.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from ingest import usage
from ingest.session import Session
from ingest.trouble import Exit, SetUp, Trouble, Unfinished, of_system
from ingest.workspace import Workspace, create

if TYPE_CHECKING:
    from ingest.publish import Writers

DELAY = 5.0
"""Seconds between two passes of `watch`."""


def main(words: Sequence[str] | None = None, sleep: Callable[[float], None] = time.sleep) -> int:
    """Do what the words (or the process's own) ask for. Returns the exit status; `sleep` is for watch."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    words = usage.spread_from(sys.argv[1:] if words is None else words)
    language = usage.language_of(words, os.environ.get("SCHEDARIO_LANG"))
    session = Session(language, "--debug" in words, sleep=sleep)
    program = usage.program(session.texts, _alone, _ACTIONS, DELAY)
    try:
        return program.main(list(words), "schedario", standalone_mode=False, obj=session) or Exit.DONE
    except (KeyboardInterrupt, click.Abort):
        return _tell(session, Unfinished("interrupted"))
    except click.ClickException as error:
        click.echo(usage.complaint(error, session.texts), err=True)
        return Exit.USE
    except BrokenPipeError:
        # Whoever read the output has had enough: nothing more can be said there, at the end neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.UNFINISHED
    except Exception as error:  # the one handler at the top: people get a sentence
        return _tell(session, _trouble(session, error))


def _trouble(session: Session, error: Exception) -> Trouble:
    if isinstance(error, Trouble):
        return error
    if isinstance(error, OSError):
        return of_system(error)
    from ingest.journal import describe, note_bug

    if session.workspace is not None:
        note_bug(session.workspace.log, error, session.clock())
    return Unfinished("bug", reason=describe(error))


def _tell(session: Session, trouble: Trouble) -> int:
    if session.is_debug:
        traceback.print_exc()
    session.complain("trouble", trouble.key, **trouble.facts)
    return trouble.status


def _speak_utf8(stream: TextIO) -> None:
    """Make a console or a pipe take every letter, on Windows too."""
    reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _alone(context: click.Context) -> int:
    """Without a command: a pass in a work folder, the help elsewhere."""
    if context.invoked_subcommand is not None:
        return Exit.DONE
    if Workspace(Path()).exists():
        return _run(context.obj, None, (), is_strict=False)
    click.echo(context.get_help())
    return Exit.DONE


def _read(session: Session, paths: Sequence[str], is_json: bool, is_strict: bool) -> int:
    from ingest import reading

    return reading.read(session, paths, is_json, is_strict)


def _inspect(session: Session, paths: Sequence[str], is_json: bool, pictures: Path | None) -> int:
    from ingest import reading

    return reading.inspect(session, paths, is_json, pictures)


def _init(session: Session, folder: Path) -> int:
    from ingest import launchers

    workspace = create(folder)
    launchers.put(workspace, session.texts, launchers.installed())
    session.say("summary", "made", path=folder, inbox=workspace.inbox)
    return Exit.DONE


def _run(session: Session, folder: Path | None, sources: Sequence[Path], is_strict: bool) -> int:
    from ingest import work

    return work.run(session, _workspace(folder), _writers(), sources, is_strict)


def _watch(session: Session, folder: Path | None, delay: float) -> int:
    from ingest import work

    return work.watch(session, _workspace(folder), _writers(), delay)


def _workspace(folder: Path | None) -> Workspace:
    """The work folder named, made if it is not there; none named is the current one if it is one."""
    if folder is not None:
        return create(folder)
    if not Workspace(Path()).exists():
        raise SetUp("no-workspace", path=str(Path.cwd()))
    return create(Path())


def _writers() -> Writers:
    from ingest.publish import Writers
    from output import report, workbook

    return Writers(workbook.write, report.write)


_ACTIONS: dict[str, usage.Action] = {
    "run": _run,
    "watch": _watch,
    "read": _read,
    "inspect": _inspect,
    "init": _init,
}
