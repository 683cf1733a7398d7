"""The speed of reading, as a ratio to two well-known libraries: ``python -m benchmarks.speed``.

A Word form the whole way to a validated record, beside what docx2python needs for its bare text; a PDF
the whole way, beside pdfplumber's `extract_tables()` on all pages. Seconds differ from one computer to
another, the ratio hardly.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import pdfplumber
from docx2python import docx2python

from benchmarks.measure import RETURNED, TWINS, Bar, best_of, judge, table
from ingest import pipeline
from parsers.definition import built_in

WORD = 1 / 3
"""The most of docx2python's time that a Word form may take, median over the samples."""
PDF = 1 / 4
"""The most of pdfplumber's time that a PDF may take, median over the samples."""
ROUNDS = 7
SHORT_ROUNDS = 3
SHORT_FILES = 6


def bare_text(data: bytes) -> str:
    """The text of a Word file, by docx2python."""
    with docx2python(io.BytesIO(data)) as content:
        text: str = content.text
        return text


def all_tables(data: bytes) -> int:
    """How many tables a PDF has, by pdfplumber."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


def compared(path: Path, other: Callable[[bytes], object], rounds: int) -> tuple[float, float]:
    """The best time of ours and of the other on a file, in seconds."""
    data = path.read_bytes()
    ours, theirs = best_of(
        [partial(pipeline.read, data, path.name, built_in()), partial(other, data)],
        rounds,
    )
    return ours, theirs


def _samples(suffix: str, short: bool) -> list[Path]:
    found = [*sorted(RETURNED.glob(f"*{suffix}")), *sorted(TWINS.glob(f"*{suffix}"))]
    return found[:: max(1, len(found) // SHORT_FILES)] if short else found


def _kind(suffix: str, other: Callable[[bytes], object], short: bool) -> tuple[list[float], list[float]]:
    pairs = [compared(path, other, SHORT_ROUNDS if short else ROUNDS) for path in _samples(suffix, short)]
    return [ours for ours, _ in pairs], [theirs for _, theirs in pairs]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="The speed of reading.")
    parser.add_argument("--short", action="store_true", help="fewer files, fewer rounds")
    parser.add_argument("--slack", type=float, default=1.0, help="widens the bars, for a noisy computer")
    wanted = parser.parse_args(arguments)
    rows: list[Sequence[object]] = [("median over the samples", "files", "ours, ms", "theirs, ms", "ratio")]
    bars = []
    for name, suffix, other, most in (
        ("Word / docx2python text", ".docx", bare_text, WORD),
        ("PDF / pdfplumber tables", ".pdf", all_tables, PDF),
    ):
        ours, theirs = _kind(suffix, other, wanted.short)
        ratio = median(mine / other_s for mine, other_s in zip(ours, theirs, strict=True))
        rows.append((name, len(ours), 1000 * median(ours), 1000 * median(theirs), ratio))
        bars.append(Bar(name, ratio, most))
    print(table(rows), end="\n\n")
    return judge(bars, wanted.slack)


if __name__ == "__main__":
    sys.exit(main())
