"""The commands `run` and `watch`: passes over a work folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from ingest import invited, lock, pipeline, settings, summary
from ingest.brought import bring
from ingest.inbox import Inbox, scan
from ingest.intake import Desk, take_in
from ingest.messages import failure_message
from ingest.publish import Published, Writers, publish
from ingest.record import Failure
from ingest.session import Session, program_version, strictly, texts_of
from ingest.store import Store
from ingest.summary import Tally
from ingest.texts import Texts
from ingest.trouble import Exit, Trouble, of_system
from ingest.workspace import Workspace, known_forms


@dataclass(frozen=True, slots=True)
class Job:
    """A work folder held for the time of the command."""

    session: Session
    desk: Desk
    writers: Writers
    quiet: float
    """Seconds that a file without a known end must lie unchanged."""

    @property
    def workspace(self) -> Workspace:
        """The work folder."""
        return self.desk.workspace


def run(
    session: Session, workspace: Workspace, writers: Writers, sources: Sequence[Path], is_strict: bool
) -> int:
    """One pass: files from elsewhere are copied in first, then all that is ready is taken in."""
    with _job(session, workspace, writers) as job:
        brought = bring(workspace, job.desk.store, sources)
        tally, inbox = _pass(job, brought.sources)
        published = _publish(job)
        _echo(summary.details(workspace, tally, inbox, brought, session.texts))
        _echo(summary.written(published, workspace, session.texts))
        click.echo(summary.result(workspace, tally, session.texts))
    return strictly(is_strict, tally.needs_look)


def watch(session: Session, workspace: Workspace, writers: Writers, delay: float) -> int:
    """Pass after pass with `delay` seconds between, until interrupted."""
    with _job(session, workspace, writers) as job:
        session.say("summary", "watching", inbox=workspace.inbox)
        is_due, said, listed = True, "", None
        try:
            while True:
                try:
                    found = invited.stamp(workspace)
                    _look(job, is_due or found != listed)
                    is_due, said, listed = False, "", found
                except (OSError, Trouble) as error:
                    # What was taken in before the trouble still has to be written.
                    is_due, said = True, _said_once(job, error, said)
                session.sleep(delay)
        except KeyboardInterrupt:
            session.say("summary", "stopped")
    return Exit.DONE


def _said_once(job: Job, error: OSError | Trouble, said: str) -> str:
    """A share that is away, a full disk: not the end of the watch, and told once."""
    if isinstance(error, FileNotFoundError):
        text = job.session.texts.say("summary", "unreachable", inbox=job.workspace.inbox)
    else:
        trouble = of_system(error) if isinstance(error, OSError) else error
        text = job.session.texts.say("trouble", trouble.key, **trouble.facts)
    if text != said:
        click.echo(text)
    return text


def _look(job: Job, is_due: bool) -> None:
    """One pass of `watch`, quiet where nothing came; dataset and report are written then or when due."""
    tally, inbox = _pass(job, frozenset())
    if not (tally.received or is_due):
        return
    published = _publish(job)
    if tally.received:
        _echo(summary.details(job.workspace, tally, inbox, None, job.session.texts))
        _echo(summary.written(published, job.workspace, job.session.texts))
        click.echo(summary.result(job.workspace, tally, job.session.texts))


@contextmanager
def _job(session: Session, workspace: Workspace, writers: Writers) -> Iterator[Job]:
    """The work folder held, its store open, its settings read."""
    session.workspace = workspace
    wanted = settings.load(workspace.settings)
    if session.asked is None:
        session.texts = texts_of(wanted.language)
    forms = known_forms(workspace)
    # A list that cannot be read is told before anything is taken in.
    invited.load(workspace)
    with lock.held(workspace, session.clock()), Store(workspace.database) as store:
        desk = Desk(
            workspace,
            store,
            forms,
            read=partial(pipeline.read, forms=forms),
            note=partial(_note, session.texts),
            program=program_version(),
            clock=session.clock,
        )
        yield Job(session, desk, writers, wanted.quiet_seconds)


def _note(texts: Texts, file: str, failure: Failure) -> str:
    return texts.say("note", "text", file=file, reason=failure_message(failure, texts)) + "\n"


def _pass(job: Job, complete: frozenset[str]) -> tuple[Tally, Inbox]:
    """Take in what is ready, one file after the other."""
    inbox = scan(job.workspace.inbox, job.session.clock(), job.quiet, complete=complete)
    tally = Tally()
    with _progress(job.session.texts, len(inbox.ready)) as advance:
        for step in take_in(job.desk, inbox):
            tally.add(step)
            advance()
    return tally, inbox


def _publish(job: Job) -> Published:
    desk, session = job.desk, job.session
    language, now = session.texts.language, session.clock()
    return publish(desk.workspace, desk.store, desk.forms, job.writers, language=language, now=now)


def _echo(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)


@contextmanager
def _progress(texts: Texts, total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, nothing elsewhere; what it gives moves it on by one."""
    if not total or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(texts.say("summary", "progress"), total=total)
        yield partial(progress.advance, task)
