"""The workbook of thousands of forms, all sheets: ``python -m benchmarks.workbook``.

Its time is told as a ratio to what openpyxl needs for the bare cells of the same sheets, in processor
time, which a busy computer changes little; its memory is the most this process had at once.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook

from benchmarks.measure import Bar, Work, judge, table
from ingest import pipeline
from ingest.filed import Filed
from ingest.record import Outcome
from output import workbook
from output.dataset import frames
from parsers.definition import built_in
from parsers.form import Form
from samples.drawing import draw

COUNT, SHORT = 5000, 200
DRAWN = 40
"""So many different forms, again and again under further numbers."""
RATIO = 2.5
"""The most of the bare cells' time that the workbook may take."""
SECONDS = 20.0
MEMORY = 400.0
"""In MiB."""
_MIB = 1024 * 1024
_UNIT = 1 if sys.platform == "darwin" else 1024  # what the system counts ru_maxrss in, in bytes


@dataclass(frozen=True, slots=True)
class Returns:
    """Many returned forms, made anew at each pass, as the store gives them."""

    outcomes: Sequence[Outcome]
    count: int

    def __iter__(self) -> Iterator[Filed]:
        for number in range(1, self.count + 1):
            outcome = self.outcomes[number % len(self.outcomes)]
            yield Filed(
                number=number,
                file=f"scheda-{number:05}.docx",
                group="",
                archived=f"archive/scheda-{number:05}.docx",
                sha256=f"{number:064x}",
                size=40_000,
                received_at=datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=number),
                form_id=outcome.record.form if outcome.record is not None else None,
                outcome=outcome,
                current=outcome.record is not None,
                seconds=0.02,
            )


@dataclass(frozen=True, slots=True)
class Spent:
    """What a piece of work took, in seconds."""

    clock: float
    processor: float


def returns(count: int) -> Returns:
    """`count` forms, of which `DRAWN` differ in what they say."""
    forms = built_in()
    seeds = range(min(DRAWN, count))
    return Returns([pipeline.read(draw(seed).data, "scheda.docx", forms) for seed in seeds], count)


def bare(path: Path, received: Returns, form: Form) -> None:
    """The cells of the same sheets and nothing else, by openpyxl."""
    book = Workbook(write_only=True)
    for name, frame in frames(received, form, "it").sheets():
        sheet = book.create_sheet(name)
        for row in frame.itertuples(index=False, name=None):
            sheet.append(row)
    book.save(path)


def spent(work: Work) -> Spent:
    """Do the work once."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when a bar is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.workbook", description="Many forms' workbook."
    )
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--short", action="store_true", help="few forms, and their ratio only")
    parser.add_argument("--slack", type=float, default=1.0, help="widens the bars, for a noisy computer")
    wanted = parser.parse_args(arguments)
    received = returns(SHORT if wanted.short else wanted.count)
    (form,) = built_in()
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        path = Path(folder) / "dataset.xlsx"
        ours = spent(lambda: workbook.write(path, received, form, "it"))
        peak = _peak()
        theirs = spent(lambda: bare(path, received, form))
    rows: list[Sequence[object]] = [("forms in one workbook", "seconds", "processor", "peak, MiB")]
    rows += [
        (f"{received.count}", ours.clock, ours.processor, peak),
        ("bare cells", theirs.clock, theirs.processor, ""),
    ]
    print(table(rows), end="\n\n")
    bars = [Bar("workbook / bare cells", ours.processor / theirs.processor, RATIO)]
    if not wanted.short:
        bars += [Bar("seconds", ours.clock, SECONDS), Bar("peak, MiB", peak, MEMORY)]
    return judge(bars, wanted.slack)


def _peak() -> float:
    # Not on Windows; the rest of this module is.
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / _MIB


if __name__ == "__main__":
    sys.exit(main())
