"""Writes the samples that come with the project: ``python -m samples.make [--office]``.

What code alone makes is written anew every time, byte for byte the same. What passes through
LibreOffice (PDF, files saved again) differs from one run of it to the next, and is written only
with ``--office``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from samples.collection import BAD, RETURNED, TWINS, Entry, Wrong, built, expected
from samples.drawing import AXES, Sample, draw

__all__ = ["AXES", "Sample", "draw", "expected_path", "main", "write"]

HOME = Path(__file__).parent


def write(folder: Path, office: bool = False) -> None:
    """Writes returned/, twins/ and bad/ into the folder; other files there are left alone.

    How each file has to be read stands in expected/, under the file's own path and ``.json``: beside
    the forms and not among them, so that a folder of forms can be handed to the program as it is.
    """
    _write(folder, "returned", built(RETURNED, office))
    if office:
        _write(folder, "twins", built(TWINS, office))
    _write_bad(folder, "bad", BAD, office)


def expected_path(home: Path, kind: str, file: str) -> Path:
    """Where the expected reading of a file of returned/, twins/ or bad/ stands."""
    return home / "expected" / kind / f"{file}.json"


def _write(home: Path, kind: str, files: Iterable[tuple[Entry, bytes]]) -> None:
    for entry, data in files:
        _write_one(home, kind, entry.file, data, expected(entry))


def _write_bad(home: Path, kind: str, files: Sequence[Wrong], office: bool) -> None:
    for wrong in files:
        if office or not wrong.office:
            _write_one(home, kind, wrong.file, wrong.make(), wrong.expected)


def _write_one(home: Path, kind: str, file: str, data: bytes, reading: object) -> None:
    note = expected_path(home, kind, file)
    for path in (home / kind / file, note):
        path.parent.mkdir(parents=True, exist_ok=True)
    (home / kind / file).write_bytes(data)
    note.write_text(json.dumps(reading, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m samples.make", description="Writes the samples.")
    parser.add_argument("--office", action="store_true", help="also those that LibreOffice makes")
    write(HOME, parser.parse_args(arguments).office)


if __name__ == "__main__":
    main()
