"""One program at a time in a work folder; who comes second is told who holds it."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from filelock import FileLock, Timeout

from ingest.trouble import Unfinished
from ingest.workspace import Workspace


@contextmanager
def held(workspace: Workspace, at: datetime) -> Iterator[None]:
    """Hold the work folder. Raises Unfinished, naming the holder, when another program has it."""
    lock = FileLock(str(workspace.lock))
    # The lock itself cannot be read on Windows while it is held: who holds it stands beside it.
    holder = workspace.lock.with_name("lock.json")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise _in_use(holder.read_text("utf-8") if holder.exists() else "", workspace) from error
    try:
        facts = {"since": f"{at.astimezone():%d/%m/%Y %H:%M}", "host": platform.node(), "pid": os.getpid()}
        holder.write_text(json.dumps(facts), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _in_use(text: str, workspace: Workspace) -> Unfinished:
    try:
        known = json.loads(text)
    except ValueError:
        known = None
    facts = known if isinstance(known, dict) else {}
    since, host, pid = (str(facts.get(name, "?")) for name in ("since", "host", "pid"))
    return Unfinished("in-use", path=str(workspace.folder), since=since, host=host, pid=pid)
