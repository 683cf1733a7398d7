"""The log of faults inside the program: what kind and where in the code, never a word of a form or a name."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

_LARGEST = 1_000_000  # bytes; then the log starts anew and one older one is kept


def note_bug(log: Path, error: BaseException, at: datetime) -> None:
    """Add a line for an error: its type and where it arose, without its values. Never raises OSError."""
    line = f"{at.isoformat(timespec='seconds')} {describe(error)}\n"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > _LARGEST:
            log.replace(log.with_name(log.name + ".old"))
        with log.open("a", encoding="utf-8") as file:
            file.write(line)
    except OSError:
        return  # a log that cannot be written must not hide what it was about


def describe(error: BaseException) -> str:
    """The error's type and the places in the code that led to it, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {places or 'no place'}"
