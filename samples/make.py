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

__all__ = ["AXES", "Sample", "draw", "main", "write"]

HOME = Path(__file__).parent


def write(folder: Path, office: bool = False) -> None:
    """Writes returned/, twins/ and bad/ into the folder; other files there are left alone."""
    _write(folder / "returned", built(RETURNED, office))
    if office:
        _write(folder / "twins", built(TWINS, office))
    _write_bad(folder / "bad", BAD, office)


def _write(folder: Path, files: Iterable[tuple[Entry, bytes]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for entry, data in files:
        (folder / entry.file).write_bytes(data)
        _note(folder / f"{entry.name}.expected.json", expected(entry))


def _write_bad(folder: Path, files: Sequence[Wrong], office: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for wrong in files:
        if office or not wrong.office:
            (folder / wrong.file).write_bytes(wrong.make())
            _note(folder / f"{wrong.file}.expected.json", wrong.expected)


def _note(path: Path, reading: object) -> None:
    path.write_text(json.dumps(reading, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m samples.make", description="Writes the samples.")
    parser.add_argument("--office", action="store_true", help="also those that LibreOffice makes")
    write(HOME, parser.parse_args(arguments).office)


if __name__ == "__main__":
    main()
