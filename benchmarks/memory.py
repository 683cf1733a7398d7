"""Whether memory grows with the number of forms: ``python -m benchmarks.memory``.

One `schedario run` on few forms and one on many, each in a process of its own; the most memory each
had at once is compared. This process imports nothing of the program: on Linux a child's figure is
never below what its parent had when it started it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Bar, judge, table

GROWTH = 1.2
"""The most that ten times the forms may cost in memory, as a ratio."""
FEW, MANY = 200, 2000
_PROGRAM = "import sys; from ingest.cli import main; sys.exit(main())"
_MIB = 1024 * 1024
_UNIT = 1 if sys.platform == "darwin" else 1024  # what the system counts ru_maxrss in, in bytes


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over so many forms."""

    forms: int
    peak: float
    """In MiB."""
    seconds: float


def measured(count: int, folder: Path) -> Run:
    """A pass over `count` drawn forms. Raises CalledProcessError when it fails."""
    source, work = folder / f"forms-{count}", folder / f"work-{count}"
    subprocess.run([sys.executable, "-m", "benchmarks.drawn", str(source), str(count)], check=True)
    command = [sys.executable, "-c", _PROGRAM, "run", str(work), "--from", str(source)]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(count, usage.ru_maxrss * _UNIT / _MIB, time.perf_counter() - began)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Returns 1 when the bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description="Memory and many forms.")
    parser.add_argument("--few", type=int, default=FEW)
    parser.add_argument("--many", type=int, default=MANY)
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        runs = [measured(count, Path(folder)) for count in (wanted.few, wanted.many)]
    rows: list[Sequence[object]] = [("forms in one run", "peak, MiB", "seconds", "forms a second")]
    rows += [(run.forms, run.peak, run.seconds, run.forms / run.seconds) for run in runs]
    print(table(rows), end="\n\n")
    few, many = runs
    return judge([Bar(f"peak at {many.forms} / at {few.forms}", many.peak / few.peak, GROWTH)])


if __name__ == "__main__":
    sys.exit(main())
